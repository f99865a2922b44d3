/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A CSV as spreadsheets write it: any delimiter, UTF-8 or Windows-1252. All of it in memory: a table has 64 MiB at most. One thread. */
typedef struct _TerCsvSource TerCsvSource;

/**
 * ter_csv_source_new:
 * @bytes: the file; what is not UTF-8 is taken for Windows-1252
 * @delimiter: ',', ';', '\t' or '|'; '\0': the one that parts the first line into most columns
 * @error: G_IO_ERROR_INVALID_DATA, with the line, in the locale's words: it is no table, a row has another number of cells, it is
 *   beyond the limits of a table
 *
 * The first line holds the names. Columns without a name and without a value, and rows without a value, are left out: spreadsheets
 * add them at the ends.
 */
TerCsvSource *ter_csv_source_new (GBytes *bytes, char delimiter, GError **error);
void ter_csv_source_free (TerCsvSource *self);

guint ter_csv_source_get_n_rows (TerCsvSource *self);                   /* without the line of names */
guint ter_csv_source_get_n_columns (TerCsvSource *self);                /* as many as the header has */
const char *ter_csv_source_get_name (TerCsvSource *self, guint column); /* of the header, as written */
/* (transfer none): row 0 is the one below the header */
const char *ter_csv_source_get_cell (TerCsvSource *self, guint row, guint column);
char ter_csv_source_get_delimiter (TerCsvSource *self); /* the one found, or given */
gboolean ter_csv_source_was_utf8 (TerCsvSource *self);  /* %FALSE: it was converted */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerCsvSource, ter_csv_source_free)

G_END_DECLS
