/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-commonmark-private.h"

static void
run_free (TerRun *run)
{
  g_free (run->text);
  g_free (run->target);
  g_free (run);
}

void
ter_block_free (TerBlock *block)
{
  g_clear_pointer (&block->runs, g_ptr_array_unref);
  g_clear_pointer (&block->children, g_ptr_array_unref);
  g_free (block->text);
  g_free (block->path);
  g_free (block->caption);
  g_free (block);
}

TerBlock *
ter_block_new (TerBlockType type)
{
  TerBlock *block = g_new0 (TerBlock, 1);

  block->type = type;
  switch (type)
    {
    case TER_BLOCK_HEADING:
    case TER_BLOCK_PARAGRAPH:
    case TER_BLOCK_CELL: block->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free); break;
    case TER_BLOCK_LIST:
    case TER_BLOCK_ITEM:
    case TER_BLOCK_QUOTE:
    case TER_BLOCK_TABLE:
    case TER_BLOCK_ROW: block->children = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_block_free); break;
    case TER_BLOCK_CODE:
    case TER_BLOCK_BREAK:
    case TER_BLOCK_PICTURE:
    default: break;
    }
  return block;
}

static void
piece_clear (gpointer data)
{
  TerPiece *piece = data;

  g_free (piece->text);
  g_free (piece->target);
  g_free (piece->caption);
}

GArray *
ter_pieces_new (void)
{
  GArray *pieces = g_array_new (FALSE, TRUE, sizeof (TerPiece));

  g_array_set_clear_func (pieces, piece_clear);
  return pieces;
}

/* A run that is still growing: many small pieces are usual, a quadratic cost is not. */
typedef struct
{
  TerRun run;
  gsize length;
  gsize size;
} GrowingRun;

static void
run_append (GrowingRun *run, const char *text, gsize length)
{
  if (run->length + length + 1 > run->size)
    {
      run->size = (run->length + length + 1) * 2;
      run->run.text = g_realloc (run->run.text, run->size);
    }
  memcpy (run->run.text + run->length, text, length);
  run->length += length;
  run->run.text[run->length] = '\0';
}

/* Adds text to a block; a run goes on as long as style and target stay the same. */
void
ter_block_add_run (TerBlock *block, const char *text, gssize length, TerRunStyle style, const char *target)
{
  GrowingRun *run = NULL;
  gsize n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (n_bytes == 0)
    return;
  if (block->runs->len > 0)
    run = g_ptr_array_index (block->runs, block->runs->len - 1);
  if (run == NULL || run->run.style != style || g_strcmp0 (run->run.target, target) != 0)
    {
      run = g_new0 (GrowingRun, 1);
      run->run.style = style;
      run->run.target = g_strdup (target);
      g_ptr_array_add (block->runs, run);
    }
  run_append (run, text, n_bytes);
}

/* Takes what would be a space at a paragraph's ends away: next to a picture, say. */
void
ter_block_trim (TerBlock *block)
{
  while (block->runs->len > 0)
    {
      TerRun *first = g_ptr_array_index (block->runs, 0);

      g_strchug (first->text);
      if (*first->text != '\0')
        break;
      g_ptr_array_remove_index (block->runs, 0);
    }
  while (block->runs->len > 0)
    {
      TerRun *last = g_ptr_array_index (block->runs, block->runs->len - 1);

      g_strchomp (last->text);
      if (*last->text != '\0')
        break;
      g_ptr_array_set_size (block->runs, block->runs->len - 1);
    }
}

/* Laying out a word costs the square of its length. No language has one of this size: it gets line breaks, between letters
 * if it can be. @length: of the word so far. */
char *
ter_block_break_text (const char *text, guint *length)
{
  GString *broken = NULL;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isspace (character))
        *length = 0;
      else if (++*length > TER_COMMONMARK_MAX_WORD &&
               (*length > TER_COMMONMARK_MAX_WORD * 2 ||
                !(g_unichar_ismark (character) || g_unichar_type (character) == G_UNICODE_FORMAT)))
        {
          if (broken == NULL)
            broken = g_string_new_len (text, c - text);
          g_string_append_c (broken, '\n');
          *length = 1;
        }
      if (broken != NULL)
        g_string_append_unichar (broken, character);
    }
  return broken != NULL ? g_string_free_and_steal (broken) : g_strdup (text);
}

void
ter_block_break_long_words (TerBlock *block)
{
  guint length = 0;

  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      TerRun *run = g_ptr_array_index (block->runs, i);
      char *text = ter_block_break_text (run->text, &length);

      g_free (run->text);
      run->text = text;
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    ter_block_break_long_words (g_ptr_array_index (block->children, i));
}

/* Depth is bounded by the parser: this may recurse. */
void
ter_block_append_plain (const TerBlock *block, GString *plain)
{
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    g_string_append (plain, ((TerRun *) g_ptr_array_index (block->runs, i))->text);
  if (block->text != NULL)
    g_string_append (plain, block->text);
  if (block->caption != NULL)
    g_string_append_printf (plain, "\n%s", block->caption);
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    {
      if (i > 0)
        g_string_append (plain, block->type == TER_BLOCK_ROW ? " · " : "\n");
      ter_block_append_plain (g_ptr_array_index (block->children, i), plain);
    }
}

/**
 * ter_block_dup_plain:
 *
 * Returns: (transfer full): the block's words alone; parts of it on lines of their own
 */
char *
ter_block_dup_plain (const TerBlock *block)
{
  g_return_val_if_fail (block != NULL, NULL);

  GString *plain = g_string_new (NULL);

  ter_block_append_plain (block, plain);
  return g_string_free_and_steal (plain);
}
