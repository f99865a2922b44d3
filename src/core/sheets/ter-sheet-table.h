/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-remark.h"
#include "ter-sheet.h"

G_BEGIN_DECLS

/* The table in a sheet: one row of names, and those below it that are rows. One thread at a time. */
typedef struct _TerSheetTable TerSheetTable;

/**
 * ter_sheet_table_new:
 * @sheet: (transfer full): see ter_sheet_csv_read()
 * @skip: (nullable): lines that are no rows: "1-2,40"; "none": all are; %NULL: a title above the names and notes below the last row are
 *   left out, and that is remarked
 * @remarks: (element-type TerSheetRemark): what fits two readings is appended: a title, notes, a row of totals, names that are missing
 *   or stand twice
 * @error: G_IO_ERROR_INVALID_DATA, with the line, in the locale's words: a row has another number of cells, there is no row, there are
 *   more than a table of a pack may have; G_IO_ERROR_INVALID_ARGUMENT: @skip is no list of lines
 *
 * Columns without a name and without a value, and rows without a value, are left out: spreadsheets add them at the ends. So is what the
 * app writes below a table that it saves.
 */
TerSheetTable *ter_sheet_table_new (TerSheet *sheet, const char *skip, GPtrArray *remarks, GError **error);
/* Frees it and its sheet; %NULL is fine. */
void ter_sheet_table_free (TerSheetTable *self);

/* How many rows there are, without the names. */
guint ter_sheet_table_get_n_rows (TerSheetTable *self);
/* How many columns there are. */
guint ter_sheet_table_get_n_columns (TerSheetTable *self);
/* The name of a column, as written. */
const char *ter_sheet_table_get_name (TerSheetTable *self, guint column);
/* The text of a cell; row 0 is the one below the names. */
const char *ter_sheet_table_get_cell (TerSheetTable *self, guint row, guint column);
/* What the file said of a cell. */
TerSheetKind ter_sheet_table_get_kind (TerSheetTable *self, guint row, guint column);
/* The line of a row in the file, from 1. */
guint ter_sheet_table_get_line (TerSheetTable *self, guint row);
/* Whether the app saved it: then a sign that it put before a text, so that no spreadsheet takes it for a formula, is none of the text. */
gboolean ter_sheet_table_is_ours (TerSheetTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSheetTable, ter_sheet_table_free)

G_END_DECLS
