/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-csv-infer.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* the table's name, an id: its file is data/NAME.csv unless the manifest lists another one */
  const char *title; /* nullable */
  char delimiter;    /* see ter_csv_source_new() */
  char decimal;      /* see ter_csv_infer() */
  gboolean replace;  /* a table of this name may be there: it gets the new rows, and keeps what its author wrote of its columns */
} TerTableImportOptions;

/* What an import did. */
typedef struct
{
  char *path;
  guint n_rows;
  GPtrArray *columns; /* of TerCsvColumn */
  char delimiter;
  gboolean was_utf8;
  gboolean replaced;
  gboolean is_signed; /* the pack has a signature, which is no longer of its manifest */
} TerTableImport;

/**
 * ter_table_import:
 * @pack: the pack's folder
 * @file: the CSV: see ter_csv_source_new()
 * @error: in the locale's words: G_IO_ERROR_INVALID_DATA (@file is no table, or datapackage.json cannot be edited), G_IO_ERROR_EXISTS
 *   (there is such a table or file, and it may not be replaced), G_IO_ERROR_INVALID_ARGUMENT (the name is no id), or the disk's
 *
 * Writes the CSV into the pack as RFC 4180 in UTF-8, and its resource with a Table Schema into datapackage.json, the rest of which
 * stays as it is. Each of the two files is written whole or not at all. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerTableImport *
ter_table_import (GFile *pack, GFile *file, const TerTableImportOptions *options, GCancellable *cancellable, GError **error);
void ter_table_import_free (TerTableImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTableImport, ter_table_import_free)

G_END_DECLS
