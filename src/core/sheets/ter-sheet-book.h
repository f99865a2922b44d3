/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet.h"

G_BEGIN_DECLS

/* Which sheet of a spreadsheet is read, and what was found. */
typedef struct
{
  const char *asked; /* nullable: a name, or a number from 1; %NULL: the first that holds something */
  char *taken;       /* (out) (nullable): its name; free it */
  gboolean others;   /* (out): another one holds something, too */
} TerSheetBookPage;

/**
 * ter_sheet_book_read:
 * @file: an OpenDocument spreadsheet (.ods) or an Office Open XML workbook (.xlsx): whatever it is called
 * @page: (inout):
 * @error: G_IO_ERROR_INVALID_DATA, in the locale's words: it is neither, or damaged, or beyond the limits, or has no such sheet; or the
 *   disk's
 *
 * Reads the values of one sheet as they were kept: formulas are not computed, and what has no value (#DIV/0!) is an error cell. Cells
 * below or beside the first of merged ones are empty. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): its rows; of blank ones beside each other, one
 */
TerSheet *ter_sheet_book_read (GFile *file, TerSheetBookPage *page, GCancellable *cancellable, GError **error);

/* Whether a file begins as these do. */
gboolean ter_sheet_book_is_one (GBytes *bytes);

G_END_DECLS
