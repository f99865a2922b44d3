/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-table.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-fold.h"
#include "ter-limits.h"

struct _TerSheetTable
{
  TerSheet *sheet;
  GArray *rows; /* of guint: rows of the sheet, the names first */
  guint width;  /* cells of most rows */
  guint n_columns;
  gboolean ours;
};

/* Above the names; a longer text is a table of one column. */
#define MAX_TITLE_LINES 10u

static gboolean
fail_at (GError **error, guint line, const char *what)
{
  /* Translators: a problem in a CSV file: its line, then what is wrong. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), line, what);
  return FALSE;
}

static guint
get_row (TerSheetTable *self, guint index)
{
  return g_array_index (self->rows, guint, index);
}

static guint
get_line (TerSheetTable *self, guint index)
{
  return ter_sheet_get_line (self->sheet, get_row (self, index));
}

/* ---- Lines that the author leaves out ---- */

static gboolean
fail_skip (GError **error, const char *skip)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no list of lines: write “1-2,40”, or “none”"), skip);
  return FALSE;
}

/* Takes the lines of "1-2,40" away. */
static gboolean
skip_lines (TerSheetTable *self, const char *skip, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (skip, ",", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *end = parts[i];
      gulong first = strtoul (parts[i], &end, 10), last = first;

      if (end == parts[i] || !g_ascii_isdigit (*parts[i]))
        return fail_skip (error, skip);
      if (*end == '-' && g_ascii_isdigit (end[1]))
        last = strtoul (end + 1, &end, 10);
      if (*end != '\0' || first == 0 || last < first)
        return fail_skip (error, skip);
      for (guint row = self->rows->len; row-- > 0;)
        if (get_line (self, row) >= first && get_line (self, row) <= last)
          g_array_remove_index (self->rows, row);
    }
  return TRUE;
}

/* ---- What is no row ---- */

/* How many cells most rows have; of two that are as many, what the first row has. */
static guint
find_width (TerSheetTable *self)
{
  g_autofree guint *counts = g_new0 (guint, TER_LIMIT_TABLE_COLUMNS + 2);
  guint best = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint width = MIN (ter_sheet_get_width (self->sheet, get_row (self, i)), TER_LIMIT_TABLE_COLUMNS + 1);

      counts[width]++;
      if (best == 0)
        best = width;
    }
  for (guint i = 0; i < TER_LIMIT_TABLE_COLUMNS + 2; i++)
    if (counts[i] > counts[best])
      best = i;
  return best;
}

static void
forget_blank_rows (TerSheetTable *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      guint row = get_row (self, i);

      if (ter_sheet_count_filled (self->sheet, row) > 0)
        g_array_index (self->rows, guint, n++) = row;
    }
  g_array_set_size (self->rows, n);
}

/* Only its first cell holds something. */
static gboolean
is_alone (TerSheetTable *self, guint index)
{
  guint row = get_row (self, index);

  return ter_sheet_count_filled (self->sheet, row) == 1 && !ter_sheet_is_blank (self->sheet, row, 0);
}

/* Names hold a letter, or are years. */
static gboolean
may_be_names (TerSheetTable *self, guint index)
{
  guint row = get_row (self, index), n = 0;

  for (guint i = 0; i < ter_sheet_get_width (self->sheet, row); i++)
    {
      const char *text = ter_sheet_get_text (self->sheet, row, i);
      gboolean letter = FALSE;

      if (ter_sheet_is_blank (self->sheet, row, i))
        continue;
      for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
        letter |= g_unichar_isalpha (g_utf8_get_char (p));
      if (!letter && (strlen (text) != 4 || strspn (text, "0123456789") != 4))
        return FALSE;
      n++;
    }
  return n > 1;
}

static void
skip_title (TerSheetTable *self, GPtrArray *remarks)
{
  guint n = 0;

  while (n < MIN (self->rows->len, MAX_TITLE_LINES) && is_alone (self, n))
    n++;
  if (n == 0 || n >= self->rows->len || !may_be_names (self, n))
    return;
  for (guint i = 0; i < n; i++)
    {
      const char *text = ter_sheet_get_text (self->sheet, get_row (self, i), 0);

      ter_sheet_remark_add (remarks, "title-line", -1, get_line (self, i), text, "--skip none",
                            _ ("line %u stands above the names and was left out: “%s”"), get_line (self, i), text);
    }
  g_array_remove_range (self->rows, 0, n);
}

static gboolean
begins_with_word (const char *text, const char *const *words)
{
  g_autofree char *folded = ter_fold (text);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (folded, words[i]) && !g_ascii_isalnum (folded[strlen (words[i])]))
      return TRUE;
  return FALSE;
}

static gboolean
is_note (TerSheetTable *self, guint index)
{
  static const char *const words[] = { "source",  "sources",       "note", "notes", "champ",      "lecture",     "donnees", "date",
                                       "licence", "avertissement", "nb",   "n b",   "definition", "definitions", NULL };
  const char *text = ter_sheet_get_text (self->sheet, get_row (self, index), 0);

  if (!is_alone (self, index))
    return FALSE;
  return *text == '*' || *text == '(' || g_str_has_prefix (text, "©") || begins_with_word (text, words) ||
         ter_sheet_get_width (self->sheet, get_row (self, index)) < self->width;
}

static void
skip_notes (TerSheetTable *self, GPtrArray *remarks)
{
  guint n = self->rows->len;

  while (n > 2 && is_note (self, n - 1))
    n--;
  for (guint i = n; i < self->rows->len; i++)
    {
      const char *text = ter_sheet_get_text (self->sheet, get_row (self, i), 0);

      ter_sheet_remark_add (remarks, "note-line", -1, get_line (self, i), text, "--skip none",
                            _ ("line %u stands below the rows and was left out: “%s”"), get_line (self, i), text);
    }
  g_array_set_size (self->rows, n);
}

/* The lines that ter_figure_export_csv() writes below a table, in either language. */
static gboolean
is_caption (TerSheetTable *self, guint index)
{
  static const char *const labels[] = { "Title", "Titre", "Question", "Base", "Source", "Date", NULL };
  guint row = get_row (self, index);

  return ter_sheet_count_filled (self->sheet, row) == 2 && g_strv_contains (labels, ter_sheet_get_text (self->sheet, row, 0)) &&
         !ter_sheet_is_blank (self->sheet, row, 1);
}

/* Before blank rows are forgotten: one stands above such lines, and nothing behind them. */
static void
skip_caption (TerSheetTable *self)
{
  guint n = self->rows->len;

  while (n > 0 && ter_sheet_count_filled (self->sheet, get_row (self, n - 1)) == 0)
    n--;
  for (guint last = n; n > 0; n--)
    if (!is_caption (self, n - 1))
      {
        self->ours = n < last && ter_sheet_count_filled (self->sheet, get_row (self, n - 1)) == 0;
        break;
      }
  if (self->ours)
    g_array_set_size (self->rows, n);
}

static void
remark_totals (TerSheetTable *self, GPtrArray *remarks)
{
  static const char *const words[] = { "total", "totaux", "ensemble", "sous total", "grand total", NULL };

  for (guint i = 1; i < self->rows->len; i++)
    {
      guint row = get_row (self, i), column = 0;
      const char *text;
      g_autofree char *option = NULL;

      while (column < 2 && ter_sheet_is_blank (self->sheet, row, column))
        column++;
      text = ter_sheet_get_text (self->sheet, row, column);
      if (g_unichar_tolower (g_utf8_get_char (text)) != 't' && g_unichar_tolower (g_utf8_get_char (text)) != 'e' &&
          g_unichar_tolower (g_utf8_get_char (text)) != 's' && g_unichar_tolower (g_utf8_get_char (text)) != 'g')
        continue;
      if (!begins_with_word (text, words))
        continue;
      option = g_strdup_printf ("--skip %u", get_line (self, i));
      ter_sheet_remark_add (remarks, "total-line", -1, get_line (self, i), text, option,
                            _ ("line %u looks like a sum of others and is kept as a row: “%s”"), get_line (self, i), text);
    }
}

/* ---- The table ---- */

static gboolean
check_widths (TerSheetTable *self, GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      guint width = ter_sheet_get_width (self->sheet, get_row (self, i));
      g_autofree char *what = NULL;

      if (width > TER_LIMIT_TABLE_COLUMNS)
        /* Translators: %u is the limit */
        what = g_strdup_printf (_ ("more columns than a table of a pack may have (%u)"), TER_LIMIT_TABLE_COLUMNS);
      else if (i > TER_LIMIT_TABLE_ROWS)
        /* Translators: %u is the limit */
        what = g_strdup_printf (_ ("more rows than a table of a pack may have (%u)"), TER_LIMIT_TABLE_ROWS);
      else if (width != self->width)
        what = g_strdup_printf (_ ("%u cells, where most lines have %u"), width, self->width);
      if (what != NULL)
        return fail_at (error, get_line (self, i), what);
    }
  return TRUE;
}

static gboolean
is_blank_column (TerSheetTable *self, guint column)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (!ter_sheet_is_blank (self->sheet, get_row (self, i), column))
      return FALSE;
  return TRUE;
}

static void
remark_names (TerSheetTable *self, GPtrArray *remarks)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (ter_sheet_is_blank (self->sheet, get_row (self, 0), i))
      ter_sheet_remark_add (remarks, "name-missing", i, get_line (self, 0), NULL, NULL,
                            _ ("column %u has no name: write one in the file, or a title in datapackage.json"), i + 1);
}

static gboolean
find_table (TerSheetTable *self, const char *skip, GPtrArray *remarks, GError **error)
{
  if (skip != NULL && !g_str_equal (skip, "none") && !skip_lines (self, skip, error))
    return FALSE;
  if (skip == NULL)
    skip_caption (self);
  forget_blank_rows (self);
  self->width = find_width (self);
  if (skip == NULL && self->width > 1)
    {
      skip_title (self, remarks);
      skip_notes (self, remarks);
      remark_totals (self, remarks);
    }
  if (!check_widths (self, error))
    return FALSE;
  if (self->rows->len < 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("there is no row below the names"));
      return FALSE;
    }
  self->n_columns = self->width;
  while (self->n_columns > 1 && is_blank_column (self, self->n_columns - 1))
    self->n_columns--;
  remark_names (self, remarks);
  return TRUE;
}

TerSheetTable *
ter_sheet_table_new (TerSheet *sheet, const char *skip, GPtrArray *remarks, GError **error)
{
  g_autoptr (TerSheetTable) self = NULL;

  g_return_val_if_fail (sheet != NULL && remarks != NULL, NULL);

  self = g_new0 (TerSheetTable, 1);
  self->sheet = sheet;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ter_sheet_get_n_rows (sheet); i++)
    g_array_append_val (self->rows, i);
  return find_table (self, skip, remarks, error) ? g_steal_pointer (&self) : NULL;
}

void
ter_sheet_table_free (TerSheetTable *self)
{
  if (self == NULL)
    return;
  ter_sheet_free (self->sheet);
  g_array_unref (self->rows);
  g_free (self);
}

guint
ter_sheet_table_get_n_rows (TerSheetTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len - 1;
}

guint
ter_sheet_table_get_n_columns (TerSheetTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

const char *
ter_sheet_table_get_name (TerSheetTable *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  return ter_sheet_get_text (self->sheet, get_row (self, 0), column);
}

const char *
ter_sheet_table_get_cell (TerSheetTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row + 1 < self->rows->len && column < self->n_columns, NULL);

  return ter_sheet_get_text (self->sheet, get_row (self, row + 1), column);
}

TerSheetKind
ter_sheet_table_get_kind (TerSheetTable *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row + 1 < self->rows->len, TER_SHEET_TEXT);

  return ter_sheet_get_kind (self->sheet, get_row (self, row + 1), column);
}

guint
ter_sheet_table_get_line (TerSheetTable *self, guint row)
{
  g_return_val_if_fail (self != NULL && row + 1 < self->rows->len, 0);

  return get_line (self, row + 1);
}

gboolean
ter_sheet_table_is_ours (TerSheetTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ours;
}
