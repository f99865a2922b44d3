/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-column.h"
#include "ter-sheet-file.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;  /* the table's name, an id: its file is data/NAME.csv unless the manifest lists another one */
  const char *title; /* nullable */
  char delimiter;    /* '\0': see ter_sheet_csv_read() */
  TerSheetEncoding encoding;
  const char *page; /* nullable: of a spreadsheet: see ter_sheet_book_read() */
  const char *skip; /* nullable: see ter_sheet_table_new() */
  char decimal;     /* this and what follows: see TerSheetColumnOptions */
  char order;
  const char *const *missing; /* nullable */
  GHashTable *types;          /* nullable */
  gboolean strict;            /* nothing is written when something fits two readings */
  gboolean replace; /* a table of this name may be there: it gets the new rows, and keeps what its author wrote of its columns */
} TerTableImportOptions;

/* What an import did. */
typedef struct
{
  char *path;
  guint n_rows;
  GPtrArray *columns; /* of TerSheetColumn */
  GPtrArray *remarks; /* of TerSheetRemark: what fits two readings */
  TerSheetFileForm form;
  gboolean written; /* %FALSE: it was to be strict, and there are remarks */
  gboolean replaced;
  gboolean is_signed; /* the pack has a signature, which is no longer of its manifest */
} TerTableImport;

/**
 * ter_table_import:
 * @pack: the pack's folder
 * @file: a CSV or a spreadsheet: see ter_sheet_file_read()
 * @error: in the locale's words: G_IO_ERROR_INVALID_DATA (@file is no table, or datapackage.json cannot be edited), G_IO_ERROR_EXISTS
 *   (there is such a table or file, and it may not be replaced), G_IO_ERROR_INVALID_ARGUMENT (the name is no id, an option no sense), or the disk's
 *
 * Writes the table into the pack as RFC 4180 in UTF-8, and its resource with a Table Schema into datapackage.json, the rest of which
 * stays as it is. Each of the two files is written whole or not at all. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerTableImport *
ter_table_import (GFile *pack, GFile *file, const TerTableImportOptions *options, GCancellable *cancellable, GError **error);
void ter_table_import_free (TerTableImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTableImport, ter_table_import_free)

G_END_DECLS
