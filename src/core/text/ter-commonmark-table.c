/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Our one extension of CommonMark: tables written with pipes, as many authors know them. CommonMark sees a paragraph; when
 * its second line is a row of dashes with as many cells as the first, it is a table. See docs/pack-format.md. */

#include "ter-commonmark-private.h"

#include <string.h>

#define MAX_COLUMNS 32

static gboolean
is_break (const TerPiece *piece)
{
  return piece->type == TER_PIECE_SOFT_BREAK || piece->type == TER_PIECE_HARD_BREAK;
}

/* The pieces of line @line are those from @start to before @end. */
static gboolean
find_line (GArray *pieces, guint line, guint *start, guint *end)
{
  guint at = 0;

  *start = 0;
  for (guint i = 0; i <= pieces->len; i++)
    {
      if (i < pieces->len && !is_break (&g_array_index (pieces, TerPiece, i)))
        continue;
      if (at == line)
        {
          *end = i;
          return TRUE;
        }
      at++;
      *start = i + 1;
    }
  return FALSE;
}

static void
trim_cell (TerBlock *cell)
{
  if (cell->runs->len == 0)
    return;

  TerRun *first = g_ptr_array_index (cell->runs, 0);
  TerRun *last = g_ptr_array_index (cell->runs, cell->runs->len - 1);

  g_strchug (first->text);
  g_strchomp (last->text);
}

static gboolean
is_blank (TerBlock *cell)
{
  g_autofree char *text = ter_block_dup_plain (cell);

  return *g_strstrip (text) == '\0';
}

/* (transfer full): one line as a row, cut at each pipe that is neither code nor escaped. @has_pipe: whether it held one. */
static TerBlock *
read_row (GArray *pieces, guint start, guint end, gboolean *has_pipe)
{
  TerBlock *row = ter_block_new (TER_BLOCK_ROW);
  TerBlock *cell = ter_block_new (TER_BLOCK_CELL);

  g_ptr_array_add (row->children, cell);
  *has_pipe = FALSE;
  for (guint i = start; i < end; i++)
    {
      const TerPiece *piece = &g_array_index (pieces, TerPiece, i);
      const char *target = piece->type == TER_PIECE_PICTURE ? NULL : piece->target;
      const char *from = piece->text;
      const char *pipe;

      while (piece->type == TER_PIECE_TEXT && (pipe = strchr (from, '|')) != NULL)
        {
          ter_block_add_run (cell, from, pipe - from, piece->style, target);
          cell = ter_block_new (TER_BLOCK_CELL);
          g_ptr_array_add (row->children, cell);
          *has_pipe = TRUE;
          from = pipe + 1;
        }
      ter_block_add_run (cell, from, -1, piece->style, target);
    }
  /* The pipes at both ends are a frame, not cells. */
  if (*has_pipe && is_blank (g_ptr_array_index (row->children, row->children->len - 1)))
    g_ptr_array_set_size (row->children, row->children->len - 1);
  if (row->children->len > 1 && is_blank (g_ptr_array_index (row->children, 0)))
    g_ptr_array_remove_index (row->children, 0);
  for (guint i = 0; i < row->children->len; i++)
    trim_cell (g_ptr_array_index (row->children, i));
  return row;
}

/* ":---", "---:" and the like. */
static gboolean
read_alignment (TerBlock *cell, TerAlign *align)
{
  g_autofree char *text = ter_block_dup_plain (cell);
  gsize length = strlen (text);
  gboolean start = length > 0 && text[0] == ':';
  gboolean end = length > 1 && text[length - 1] == ':';
  gsize dashes = strspn (text + start, "-");

  *align = end ? (start ? TER_ALIGN_CENTER : TER_ALIGN_END) : TER_ALIGN_START;
  return dashes > 0 && start + dashes + end == length;
}

/* As many cells as there are headings, each aligned as its column. */
static void
fit_row (TerBlock *row, const TerAlign *aligns, guint n_columns)
{
  while (row->children->len < n_columns)
    g_ptr_array_add (row->children, ter_block_new (TER_BLOCK_CELL));
  g_ptr_array_set_size (row->children, n_columns);
  for (guint i = 0; i < n_columns; i++)
    ((TerBlock *) g_ptr_array_index (row->children, i))->align = aligns[i];
}

static gboolean
read_head (GArray *pieces, TerBlock *table, TerAlign *aligns, guint *n_columns)
{
  guint start, end;
  gboolean has_pipe, has_pipe_too;

  if (!find_line (pieces, 1, &start, &end))
    return FALSE;

  TerBlock *dashes = read_row (pieces, start, end, &has_pipe_too);
  gboolean valid = has_pipe_too && dashes->children->len > 0 && dashes->children->len <= MAX_COLUMNS;

  *n_columns = dashes->children->len;
  for (guint i = 0; valid && i < *n_columns; i++)
    valid = read_alignment (g_ptr_array_index (dashes->children, i), &aligns[i]);
  ter_block_free (dashes);
  if (!valid)
    return FALSE;

  find_line (pieces, 0, &start, &end);
  TerBlock *head = read_row (pieces, start, end, &has_pipe);

  g_ptr_array_add (table->children, head);
  return has_pipe && head->children->len == *n_columns;
}

TerBlock *
ter_commonmark_table_from_pieces (GArray *pieces)
{
  TerBlock *table = ter_block_new (TER_BLOCK_TABLE);
  TerAlign aligns[MAX_COLUMNS];
  guint n_columns;

  if (!read_head (pieces, table, aligns, &n_columns))
    {
      ter_block_free (table);
      return NULL;
    }
  fit_row (g_ptr_array_index (table->children, 0), aligns, n_columns);

  guint start, end = 0;

  find_line (pieces, 1, &start, &end);
  for (guint from = end + 1; from < pieces->len; from = end + 1)
    {
      gboolean has_pipe;

      for (end = from; end < pieces->len && !is_break (&g_array_index (pieces, TerPiece, end)); end++)
        ;
      TerBlock *row = read_row (pieces, from, end, &has_pipe);

      fit_row (row, aligns, n_columns);
      g_ptr_array_add (table->children, row);
    }
  return table;
}
