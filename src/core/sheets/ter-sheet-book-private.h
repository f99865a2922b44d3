/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-book.h"
#include "ter-sheet-xml.h"

G_BEGIN_DECLS

/* The rows of a sheet while they are read: what is empty is only added when something stands behind it, so that 10⁹ of them cost nothing. */
typedef struct
{
  TerSheet *sheet;
  guint line;     /* of the row that is read */
  guint last;     /* the last line that was added */
  guint width;    /* cells of that row */
  guint n_blank;  /* empty cells that wait */
  gboolean begun; /* the row was begun */
} TerSheetRows;

/* Adds @n cells of that value to the row; empty ones wait. */
gboolean ter_sheet_book_add (TerSheetRows *self, TerSheetKind kind, const char *text, guint n, GError **error);
/* The row ends; the next one is @n lines below. */
void ter_sheet_book_end_row (TerSheetRows *self, guint n);

/* "1.5" of "1.5000000000000001"; (transfer full). */
char *ter_sheet_book_dup_number (double value);

/* Reads either kind. */
TerSheet *ter_sheet_ods_read (TerArchive *archive, TerSheetBookPage *page, GCancellable *cancellable, GError **error);
/* The same for a workbook. */
TerSheet *ter_sheet_xlsx_read (TerArchive *archive, TerSheetBookPage *page, GCancellable *cancellable, GError **error);

G_END_DECLS
