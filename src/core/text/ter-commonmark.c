/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-commonmark.h"

#include <cmark.h>
#include <string.h>

#include "ter-commonmark-private.h"

struct _TerCommonmark
{
  gatomicrefcount ref_count;
  GPtrArray *blocks;
  gboolean cut;
};

G_DEFINE_BOXED_TYPE (TerCommonmark, ter_commonmark, ter_commonmark_ref, ter_commonmark_unref)

/* The state of one walk over cmark's tree. Events, never recursion: how deep a text nests is its author's choice. */
typedef struct
{
  GPtrArray *stack; /* of GPtrArray of TerBlock: where blocks go, the innermost last; borrowed */
  guint skipped;    /* containers open beyond the greatest depth */
  GArray *pieces;   /* of TerPiece: the paragraph, heading or item being read */
  guint strong;
  guint emphasis;
  guint picture; /* pictures open: their inside is alternative text */
  GString *alternative;
  char *target;  /* nullable */
  gunichar pipe; /* stands for an escaped pipe */
} Walk;

static gboolean
is_id (const char *text)
{
  gsize length = strlen (text);

  if (length == 0 || length > 64 || text[0] == '-' || text[length - 1] == '-' || strstr (text, "--") != NULL)
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

/* No spaces, nothing invisible: an address is shown before it is opened, and must then read as what it is. */
static gboolean
is_address (const char *text)
{
  if (*text == '\0' || !g_utf8_validate (text, -1, NULL) || strlen (text) > 2000)
    return FALSE;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (!g_unichar_isgraph (character) || g_unichar_type (character) == G_UNICODE_FORMAT)
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_commonmark_is_target (const char *target)
{
  g_return_val_if_fail (target != NULL, FALSE);

  if (g_str_has_prefix (target, "entry:"))
    return is_id (target + strlen ("entry:"));
  if (g_str_has_prefix (target, "section:"))
    return is_id (target + strlen ("section:"));
  if (g_ascii_strncasecmp (target, "mailto:", 7) == 0)
    return is_address (target + 7) && strchr (target, '@') != NULL;
  for (guint i = 0; i < 2; i++)
    {
      const char *scheme = i == 0 ? "https://" : "http://";
      gsize length = strlen (scheme);

      if (g_ascii_strncasecmp (target, scheme, length) == 0)
        return is_address (target) && target[length] != '\0' && strchr ("/?#:@", target[length]) == NULL;
    }
  return FALSE;
}

/* A character that @text does not hold, to stand for an escaped pipe; Unicode sets these apart for a program's own use. */
static gunichar
find_spare_character (const char *text)
{
  for (gunichar spare = 0xFDD0; spare <= 0xFDEF; spare++)
    if (g_utf8_strchr (text, -1, spare) == NULL)
      return spare;
  return 0;
}

/* CommonMark forgets which pipes were escaped, and a table must know: they become @pipe before it reads the text. */
static char *
hide_escaped_pipes (const char *text, gunichar pipe)
{
  GString *hidden = g_string_sized_new (strlen (text) + 16);

  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] == '|' && pipe != 0)
        {
          g_string_append_unichar (hidden, pipe);
          c++;
        }
      else if (*c == '\\' && c[1] == '\\')
        {
          g_string_append (hidden, "\\\\");
          c++;
        }
      else
        g_string_append_c (hidden, *c);
    }
  return g_string_free_and_steal (hidden);
}

static char *
show_escaped_pipes (Walk *walk, const char *text, const char *as)
{
  char pipe[7] = { 0 };

  g_unichar_to_utf8 (walk->pipe, pipe);
  if (walk->pipe == 0 || strstr (text, pipe) == NULL)
    return g_strdup (text);

  g_auto (GStrv) parts = g_strsplit (text, pipe, -1);

  return g_strjoinv (as, parts);
}

static GPtrArray *
innermost (Walk *walk)
{
  return g_ptr_array_index (walk->stack, walk->stack->len - 1);
}

static void
open_container (Walk *walk, TerBlock *block)
{
  g_ptr_array_add (innermost (walk), block);
  g_ptr_array_add (walk->stack, block->children);
}

static void
add_piece (Walk *walk, TerPieceType type, const char *text, TerRunStyle style)
{
  TerPiece piece = { .type = type, .text = g_strdup (text), .target = g_strdup (walk->target) };

  piece.style = style | (walk->strong > 0 ? TER_RUN_STRONG : 0) | (walk->emphasis > 0 ? TER_RUN_EMPHASIS : 0);
  g_array_append_val (walk->pieces, piece);
}

static void
walk_text (Walk *walk, TerPieceType type, const char *literal, TerRunStyle style)
{
  if (walk->picture > 0)
    {
      g_autofree char *text = show_escaped_pipes (walk, literal, "|");

      g_string_append (walk->alternative, text);
      return;
    }
  add_piece (walk, type, literal, style);
}

static void
walk_picture (Walk *walk, cmark_node *node, gboolean enter)
{
  if (enter)
    {
      if (walk->picture++ == 0)
        g_string_truncate (walk->alternative, 0);
      return;
    }
  if (--walk->picture > 0)
    return;

  const char *caption = cmark_node_get_title (node);
  TerPiece piece = { .type = TER_PIECE_PICTURE, .text = g_strdup (walk->alternative->str) };

  piece.target = show_escaped_pipes (walk, cmark_node_get_url (node), "|");
  piece.caption = caption != NULL && *caption != '\0' ? show_escaped_pipes (walk, caption, "|") : NULL;
  g_array_append_val (walk->pieces, piece);
  /* A picture is not a link here: its words lead where it would have led. */
  if (walk->target != NULL)
    add_piece (walk, TER_PIECE_CODE, walk->alternative->len > 0 ? walk->alternative->str : walk->target, TER_RUN_PLAIN);
}

static void
walk_link (Walk *walk, cmark_node *node, gboolean enter)
{
  g_clear_pointer (&walk->target, g_free);
  if (!enter)
    return;

  g_autofree char *target = show_escaped_pipes (walk, cmark_node_get_url (node), "|");

  if (ter_commonmark_is_target (target))
    walk->target = g_steal_pointer (&target);
}

static void
walk_inline (Walk *walk, cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT: walk_text (walk, TER_PIECE_TEXT, cmark_node_get_literal (node), TER_RUN_PLAIN); break;
    case CMARK_NODE_HTML_INLINE: walk_text (walk, TER_PIECE_CODE, cmark_node_get_literal (node), TER_RUN_PLAIN); break;
    case CMARK_NODE_CODE: walk_text (walk, TER_PIECE_CODE, cmark_node_get_literal (node), TER_RUN_CODE); break;
    case CMARK_NODE_SOFTBREAK: walk_text (walk, TER_PIECE_SOFT_BREAK, " ", TER_RUN_PLAIN); break;
    case CMARK_NODE_LINEBREAK: walk_text (walk, TER_PIECE_HARD_BREAK, "\n", TER_RUN_PLAIN); break;
    case CMARK_NODE_EMPH: walk->emphasis += enter ? 1 : -1; break;
    case CMARK_NODE_STRONG: walk->strong += enter ? 1 : -1; break;
    case CMARK_NODE_LINK: walk_link (walk, node, enter); break;
    case CMARK_NODE_IMAGE: walk_picture (walk, node, enter); break;
    default: break;
    }
}

static void
add_piece_to_block (Walk *walk, TerBlock *block, const TerPiece *piece)
{
  /* In code outside a table the backslash is the author's own. */
  g_autofree char *text = show_escaped_pipes (walk, piece->text, piece->type == TER_PIECE_CODE ? "\\|" : "|");

  ter_block_add_run (block, text, -1, piece->style, piece->type == TER_PIECE_PICTURE ? NULL : piece->target);
}

static void
add_if_not_empty (Walk *walk, TerBlock *block)
{
  ter_block_trim (block);
  ter_block_break_long_words (block);
  if (block->runs->len > 0)
    g_ptr_array_add (innermost (walk), block);
  else
    ter_block_free (block);
}

static TerBlock *
new_picture (const TerPiece *piece)
{
  TerBlock *block = ter_block_new (TER_BLOCK_PICTURE);

  block->path = g_strdup (piece->target);
  block->text = g_strdup (piece->text);
  block->caption = g_strdup (piece->caption);
  return block;
}

/* Depth is bounded: this may recurse. */
static void
show_escaped_pipes_in_block (Walk *walk, TerBlock *block)
{
  for (guint i = 0; block->runs != NULL && i < block->runs->len; i++)
    {
      TerRun *run = g_ptr_array_index (block->runs, i);
      char *text = show_escaped_pipes (walk, run->text, "|");

      g_free (run->text);
      run->text = text;
    }
  for (guint i = 0; block->children != NULL && i < block->children->len; i++)
    show_escaped_pipes_in_block (walk, g_ptr_array_index (block->children, i));
}

/* A table, or a paragraph, cut where it holds a picture. */
static void
end_paragraph (Walk *walk)
{
  TerBlock *block = ter_commonmark_table_from_pieces (walk->pieces);

  if (block != NULL)
    {
      show_escaped_pipes_in_block (walk, block);
      ter_block_break_long_words (block);
      g_ptr_array_add (innermost (walk), block);
      return;
    }
  block = ter_block_new (TER_BLOCK_PARAGRAPH);
  for (guint i = 0; i < walk->pieces->len; i++)
    {
      const TerPiece *piece = &g_array_index (walk->pieces, TerPiece, i);

      if (piece->type == TER_PIECE_PICTURE)
        {
          add_if_not_empty (walk, block);
          g_ptr_array_add (innermost (walk), new_picture (piece));
          block = ter_block_new (TER_BLOCK_PARAGRAPH);
        }
      else
        add_piece_to_block (walk, block, piece);
    }
  add_if_not_empty (walk, block);
}

static void
end_heading (Walk *walk, int level)
{
  TerBlock *block = ter_block_new (TER_BLOCK_HEADING);

  block->level = level;
  for (guint i = 0; i < walk->pieces->len; i++)
    add_piece_to_block (walk, block, &g_array_index (walk->pieces, TerPiece, i));
  add_if_not_empty (walk, block);
}

static void
add_literal (Walk *walk, TerBlockType type, const char *literal)
{
  TerBlock *block = ter_block_new (type);
  g_autofree char *text = show_escaped_pipes (walk, literal != NULL ? literal : "", "\\|");

  g_strchomp (text);
  if (type == TER_BLOCK_CODE)
    {
      guint length = 0;

      block->text = ter_block_break_text (text, &length);
      g_ptr_array_add (innermost (walk), block);
      return;
    }
  ter_block_add_run (block, text, -1, TER_RUN_PLAIN, NULL);
  add_if_not_empty (walk, block);
}

static void
walk_container (Walk *walk, cmark_node *node, TerBlockType type, gboolean enter)
{
  if (!enter)
    {
      if (walk->skipped > 0)
        walk->skipped--;
      else
        g_ptr_array_set_size (walk->stack, walk->stack->len - 1);
      return;
    }
  /* A list needs room for its items, or these would have no list. */
  guint needed = type == TER_BLOCK_LIST ? 2 : 1;

  if (walk->skipped > 0 || walk->stack->len - 1 + needed > TER_COMMONMARK_MAX_DEPTH)
    {
      walk->skipped++;
      return;
    }
  TerBlock *block = ter_block_new (type);

  if (type == TER_BLOCK_LIST)
    {
      block->ordered = cmark_node_get_list_type (node) == CMARK_ORDERED_LIST;
      block->start = block->ordered ? cmark_node_get_list_start (node) : 0;
      block->tight = cmark_node_get_list_tight (node) != 0;
    }
  open_container (walk, block);
}

static void
walk_block (Walk *walk, cmark_node *node, gboolean enter)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_BLOCK_QUOTE: walk_container (walk, node, TER_BLOCK_QUOTE, enter); break;
    case CMARK_NODE_LIST: walk_container (walk, node, TER_BLOCK_LIST, enter); break;
    case CMARK_NODE_ITEM: walk_container (walk, node, TER_BLOCK_ITEM, enter); break;
    case CMARK_NODE_CODE_BLOCK: add_literal (walk, TER_BLOCK_CODE, cmark_node_get_literal (node)); break;
    case CMARK_NODE_HTML_BLOCK: add_literal (walk, TER_BLOCK_PARAGRAPH, cmark_node_get_literal (node)); break;
    case CMARK_NODE_THEMATIC_BREAK: g_ptr_array_add (innermost (walk), ter_block_new (TER_BLOCK_BREAK)); break;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
      if (enter)
        g_array_set_size (walk->pieces, 0);
      else if (cmark_node_get_type (node) == CMARK_NODE_PARAGRAPH)
        end_paragraph (walk);
      else
        end_heading (walk, cmark_node_get_heading_level (node));
      break;
    default: break;
    }
}

static GPtrArray *
walk_document (cmark_node *document, gunichar pipe)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_block_free);
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_autoptr (GArray) pieces = ter_pieces_new ();
  Walk walk = { .stack = stack, .pieces = pieces, .alternative = g_string_new (NULL), .pipe = pipe };
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  g_ptr_array_add (stack, blocks);
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);

      if (type >= CMARK_NODE_FIRST_INLINE)
        walk_inline (&walk, node, event == CMARK_EVENT_ENTER);
      else
        walk_block (&walk, node, event == CMARK_EVENT_ENTER);
    }
  cmark_iter_free (iter);
  g_string_free (walk.alternative, TRUE);
  g_free (walk.target);
  return g_steal_pointer (&blocks);
}

/**
 * ter_commonmark_parse:
 * @text: CommonMark, from anywhere; what is not UTF-8 is replaced
 *
 * Reads CommonMark 0.30 with pipe tables (see docs/pack-format.md). Any text gives blocks: there are no errors.
 * At most %TER_COMMONMARK_MAX_CHARS characters are read. Any thread.
 *
 * Returns: (transfer full):
 */
TerCommonmark *
ter_commonmark_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  TerCommonmark *self = g_new0 (TerCommonmark, 1);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_atomic_ref_count_init (&self->ref_count);
  if (g_utf8_strlen (valid, -1) > TER_COMMONMARK_MAX_CHARS)
    {
      self->cut = TRUE;
      *g_utf8_offset_to_pointer (valid, TER_COMMONMARK_MAX_CHARS) = '\0';
    }

  gunichar pipe = strchr (valid, '|') != NULL ? find_spare_character (valid) : 0;
  g_autofree char *hidden = hide_escaped_pipes (valid, pipe);
  cmark_node *document = cmark_parse_document (hidden, strlen (hidden), CMARK_OPT_DEFAULT);

  self->blocks = walk_document (document, pipe);
  cmark_node_free (document);
  return self;
}

TerCommonmark *
ter_commonmark_ref (TerCommonmark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ter_commonmark_unref (TerCommonmark *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/**
 * ter_commonmark_get_blocks:
 *
 * Returns: (transfer none) (element-type TerBlock): the blocks, top level first; not to be changed
 */
GPtrArray *
ter_commonmark_get_blocks (TerCommonmark *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

/**
 * ter_commonmark_is_cut:
 *
 * Returns: whether the text was longer than %TER_COMMONMARK_MAX_CHARS and lost its end
 */
gboolean
ter_commonmark_is_cut (TerCommonmark *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cut;
}

/**
 * ter_commonmark_to_plain:
 * @text: CommonMark
 *
 * For indexing, snippets and the like: the words that a reader sees, without marks. Any thread.
 *
 * Returns: (transfer full): one line a paragraph, item or row
 */
char *
ter_commonmark_to_plain (const char *text)
{
  g_autoptr (TerCommonmark) self = ter_commonmark_parse (text);
  GString *plain = g_string_new (NULL);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      gsize before = plain->len;

      ter_block_append_plain (g_ptr_array_index (self->blocks, i), plain);
      if (plain->len > before)
        g_string_append_c (plain, '\n');
    }
  g_string_truncate (plain, plain->len > 0 ? plain->len - 1 : 0);
  return g_string_free_and_steal (plain);
}
