/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the file said of a cell. A CSV says nothing: all of its cells are text, and what they mean is to be found. */
typedef enum
{
  TER_SHEET_TEXT,
  TER_SHEET_NUMBER,  /* digits and a dot, as C writes them */
  TER_SHEET_PERCENT, /* such a number, of hundredths: "45.5" is 45.5 % */
  TER_SHEET_DATE,    /* 2020-05-28, and "T10:30:00" behind when there is an hour */
  TER_SHEET_BOOLEAN, /* "true" or "false" */
  TER_SHEET_ERROR,   /* the error's name: "#DIV/0!" */
} TerSheetKind;

/* The rows of an author's file as they stand there: of any width, blank ones too. All of it in memory. One thread at a time. */
typedef struct _TerSheet TerSheet;

/* (transfer full): a sheet without rows. */
TerSheet *ter_sheet_new (void);
/* Frees it; %NULL is fine. */
void ter_sheet_free (TerSheet *self);

/* Begins a row. @line: in the file, from 1: what is said of the row names it */
void ter_sheet_begin_row (TerSheet *self, guint line);

/**
 * ter_sheet_add_cell:
 * @text: UTF-8, not ended by a NUL; copied
 * @length: its bytes
 * @error: G_IO_ERROR_INVALID_DATA: there are more cells or bytes than a table may come from
 *
 * Adds a cell behind the last one of the row that was begun.
 */
gboolean ter_sheet_add_cell (TerSheet *self, TerSheetKind kind, const char *text, gsize length, GError **error);

/* Gives all rows the width of the widest one, with empty cells: a spreadsheet does not say where a row ends. */
void ter_sheet_make_even (TerSheet *self);

/* How many rows there are, blank ones too. */
guint ter_sheet_get_n_rows (TerSheet *self);
/* The line of @row in the file, from 1. */
guint ter_sheet_get_line (TerSheet *self, guint row);
/* How many cells @row has. */
guint ter_sheet_get_width (TerSheet *self, guint row);
/* (transfer none): the text of a cell; "" behind the last one of the row. */
const char *ter_sheet_get_text (TerSheet *self, guint row, guint column);
/* What the file said of a cell; text behind the last one of the row. */
TerSheetKind ter_sheet_get_kind (TerSheet *self, guint row, guint column);
/* Whether a cell holds nothing but blanks. */
gboolean ter_sheet_is_blank (TerSheet *self, guint row, guint column);
/* How many cells of @row hold something. */
guint ter_sheet_count_filled (TerSheet *self, guint row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSheet, ter_sheet_free)

G_END_DECLS
