/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-csv.h"
#include "ter-sheet-remark.h"

G_BEGIN_DECLS

/**
 * ter_sheet_file_read_csv:
 * @bytes: the file
 * @form: (inout): see ter_sheet_csv_read()
 * @remarks: (element-type TerSheetRemark): an encoding or a delimiter that could be another one is appended
 *
 * Reads a CSV as ter_sheet_csv_read() does. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerSheet *ter_sheet_file_read_csv (GBytes *bytes, TerSheetCsvForm *form, GPtrArray *remarks, GError **error);

/* How a file is read; what is asked for is replaced by what was taken. */
typedef struct
{
  gboolean is_book;    /* (out): a spreadsheet, by what the file holds and not by its name */
  TerSheetCsvForm csv; /* (inout): of a CSV */
  const char *page;    /* nullable: the sheet that is asked for: see ter_sheet_book_read() */
  char *page_name;     /* (out) (nullable): the sheet that was taken; free it */
} TerSheetFileForm;

/**
 * ter_sheet_file_read:
 * @file: a CSV, an OpenDocument spreadsheet (.ods) or an Office Open XML workbook (.xlsx)
 * @remarks: (element-type TerSheetRemark): what could be read otherwise is appended: encoding, delimiter, sheet
 * @error: G_IO_ERROR_INVALID_DATA, in the locale's words: it is none of these, or damaged, or beyond the limits; or the disk's
 *
 * Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerSheet *ter_sheet_file_read (GFile *file, TerSheetFileForm *form, GPtrArray *remarks, GCancellable *cancellable, GError **error);

/* What stands between cells, in the locale's words: "semicolons". */
const char *ter_sheet_file_get_delimiter_words (char delimiter);

G_END_DECLS
