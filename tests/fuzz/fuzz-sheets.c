/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include "../core/sheets/book-maker.h"
#include "../core/sheets/sheet-maker.h"

/* What an author imports. The first byte says what the rest is:
 *   c  a CSV           o  content.xml of an OpenDocument spreadsheet       x  a sheet of a workbook       t  its shared strings
 * What is read has rows that become columns, and each cell becomes text. */

static void
use_sheet (TerSheet *sheet)
{
  g_autoptr (GPtrArray) remarks = ter_sheet_remark_new_list ();
  g_autoptr (TerSheetTable) table = ter_sheet_table_new (sheet, NULL, remarks, NULL);
  TerSheetColumnOptions options = { 0 };
  g_autoptr (GPtrArray) columns = table != NULL ? ter_sheet_column_infer (table, &options, remarks, NULL) : NULL;
  g_autoptr (JsonObject) schema = columns != NULL ? ter_sheet_column_dup_schema (columns) : NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint row = 0; columns != NULL && row < ter_sheet_table_get_n_rows (table); row++)
    for (guint i = 0; i < columns->len; i++)
      ter_sheet_column_convert (g_ptr_array_index (columns, i), ter_sheet_table_get_cell (table, row, i),
                                ter_sheet_table_get_kind (table, row, i), out);
  g_assert_true (g_utf8_validate_len (out->str, out->len, NULL));
  for (guint i = 0; i < remarks->len; i++)
    g_assert_true (g_utf8_validate (((TerSheetRemark *) g_ptr_array_index (remarks, i))->sentence, -1, NULL));
}

static void
use_zip (GBytes *zip)
{
  TerSheetBookPage page = { 0 };
  g_autoptr (GError) error = NULL;
  int fd;
  g_autoptr (GFile) file = book_maker_write (zip, &fd);
  TerSheet *sheet = ter_sheet_book_read (file, &page, NULL, &error);

  g_assert_true ((sheet != NULL) == (error == NULL));
  if (sheet != NULL)
    use_sheet (sheet);
  g_free (page.taken);
  close (fd);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) empty = g_bytes_new_static ("<sst/>", 6);
  g_autoptr (GBytes) sheet = g_bytes_new_static ("<worksheet><row><c t=\"s\"><v>0</v></c><c><v>1</v></c></row></worksheet>", 70);
  g_autoptr (GBytes) zip = NULL;

  if (size == 0)
    return 0;
  bytes = g_bytes_new (data + 1, size - 1);
  if (*data == 'c')
    {
      TerSheetCsvForm form = { 0 };
      TerSheet *csv = ter_sheet_csv_read (bytes, &form, NULL);

      if (csv != NULL)
        use_sheet (csv);
      return 0;
    }
  if (*data == 'o')
    zip = book_maker_dup_ods (bytes);
  else if (*data == 'x')
    zip = book_maker_dup_xlsx (bytes, empty);
  else if (*data == 't')
    zip = book_maker_dup_xlsx (sheet, bytes);
  if (zip != NULL)
    use_zip (zip);
  return 0;
}
