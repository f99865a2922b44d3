/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-book.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-limits.h"
#include "ter-sheet-book-private.h"

static gboolean
begin_row (TerSheetRows *self, GError **error)
{
  if (self->begun)
    return TRUE;
  if (ter_sheet_get_n_rows (self->sheet) > TER_LIMIT_TABLE_ROWS * 2)
    return ter_sheet_xml_fail (error, _ ("there are more cells than a table of a pack may have"));
  if (self->line > self->last + 1)
    ter_sheet_begin_row (self->sheet, self->last + 1);
  ter_sheet_begin_row (self->sheet, self->line);
  self->last = self->line;
  self->begun = TRUE;
  return TRUE;
}

gboolean
ter_sheet_book_add (TerSheetRows *self, TerSheetKind kind, const char *text, guint n, GError **error)
{
  if (*text == '\0')
    {
      self->n_blank += MIN (n, TER_LIMIT_TABLE_COLUMNS + 1 - MIN (self->n_blank, TER_LIMIT_TABLE_COLUMNS));
      return TRUE;
    }
  if ((guint64) self->width + self->n_blank + n > TER_LIMIT_TABLE_COLUMNS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), self->line,
                   _ ("more columns than a table of a pack may have"));
      return FALSE;
    }
  if (!begin_row (self, error))
    return FALSE;
  for (; self->n_blank > 0; self->n_blank--, self->width++)
    if (!ter_sheet_add_cell (self->sheet, TER_SHEET_TEXT, "", 0, error))
      return FALSE;
  for (guint i = 0; i < n; i++, self->width++)
    if (!ter_sheet_add_cell (self->sheet, kind, text, strlen (text), error))
      return FALSE;
  return TRUE;
}

void
ter_sheet_book_end_row (TerSheetRows *self, guint n)
{
  self->line += MIN (n, G_MAXUINT - 1 - self->line);
  self->width = self->n_blank = 0;
  self->begun = FALSE;
}

char *
ter_sheet_book_dup_number (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gboolean whole = value == (double) (gint64) value && value > -TER_LIMIT_INTEGER && value < TER_LIMIT_INTEGER;

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, whole ? "%.0f" : "%.15g", value));
}

gboolean
ter_sheet_book_is_one (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && memcmp (data, "PK\003\004", 4) == 0;
}

TerSheet *
ter_sheet_book_read (GFile *file, TerSheetBookPage *page, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerArchive) archive = NULL;
  g_autoptr (GError) problem = NULL;
  TerSheet *sheet = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && page != NULL, NULL);

  archive = ter_archive_open_document (file, issues, cancellable, &problem);
  if (archive == NULL)
    ter_sheet_xml_fail_issue (&problem, issues);
  else if (ter_archive_find_entry (archive, "content.xml") != NULL)
    sheet = ter_sheet_ods_read (archive, page, cancellable, &problem);
  else if (ter_archive_find_entry (archive, "xl/workbook.xml") != NULL)
    sheet = ter_sheet_xlsx_read (archive, page, cancellable, &problem);
  else
    ter_sheet_xml_fail (&problem, _ ("this is no CSV and no spreadsheet (.ods, .xlsx)"));
  if (problem != NULL)
    {
      g_clear_pointer (&sheet, ter_sheet_free);
      g_propagate_error (error, g_steal_pointer (&problem));
    }
  if (sheet != NULL)
    ter_sheet_make_even (sheet);
  return sheet;
}
