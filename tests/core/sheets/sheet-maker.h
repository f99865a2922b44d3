/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "ter-sheet-column.h"
#include "ter-sheet-file.h"

/* What a CSV becomes, in the words of the tests. */
typedef struct
{
  TerSheetCsvForm form;
  TerSheetTable *table;
  GPtrArray *columns;
  GPtrArray *remarks;
} MadeSheet;

static inline void
made_sheet_clear (MadeSheet *self)
{
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->table, ter_sheet_table_free);
  g_clear_pointer (&self->remarks, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MadeSheet, made_sheet_clear)

/* @options: (nullable) */
static inline MadeSheet
made_sheet_new (const char *text, gssize length, const TerSheetColumnOptions *options, const char *skip, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));
  TerSheetColumnOptions plain = { 0 };
  MadeSheet self = { .remarks = ter_sheet_remark_new_list () };
  TerSheet *sheet = ter_sheet_file_read_csv (bytes, &self.form, self.remarks, error);

  self.table = sheet != NULL ? ter_sheet_table_new (sheet, skip, self.remarks, error) : NULL;
  if (options != NULL)
    plain = *options;
  plain.english = self.form.delimiter == ',';
  if (self.table != NULL)
    self.columns = ter_sheet_column_infer (self.table, &plain, self.remarks, error);
  return self;
}

/* (transfer full): the codes of all remarks, in order: "missing,total-line". */
static inline char *
made_sheet_dup_codes (const MadeSheet *self)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < self->remarks->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? "," : "", ((TerSheetRemark *) g_ptr_array_index (self->remarks, i))->code);
  return g_string_free_and_steal (codes);
}

/* (transfer full): a column as a pack writes it: "1;2;3". */
static inline char *
made_sheet_dup_column (const MadeSheet *self, guint column)
{
  GString *written = g_string_new (NULL);

  for (guint i = 0; i < ter_sheet_table_get_n_rows (self->table); i++)
    {
      g_string_append (written, i > 0 ? ";" : "");
      ter_sheet_column_convert (g_ptr_array_index (self->columns, column), ter_sheet_table_get_cell (self->table, i, column),
                                ter_sheet_table_get_kind (self->table, i, column), written);
    }
  return g_string_free_and_steal (written);
}
