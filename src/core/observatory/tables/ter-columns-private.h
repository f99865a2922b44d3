/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-table.h"

G_BEGIN_DECLS

/* The columns of a table as they are kept, in no language: a column "x@en" is one of its own. Either in memory, read from CSV or
 * JSON, or in a *columns file*, mapped. For ter-table.c, the library that keeps such files, and their tests. */

/* Raise it with every change of the file or of how a table is read: files of other formats are written anew. */
#define TER_COLUMNS_FORMAT 1

typedef enum
{
  TER_COLUMN_NUMBERS = 1 << 0,
  TER_COLUMN_TEXTS = 1 << 1
} TerColumnPart;

/* All texts of a column are in one run of bytes; a cell is the place of its text there, 0 when it is missing. So 35,000 rows of ten
 * columns are a few blocks of memory, not 350,000 strings. */
typedef struct
{
  char *name;
  TerColumnType type;
  const double *numbers; /* %NULL for text */
  const guint32 *cells;
  const char *texts;
  gsize n_texts;       /* bytes; the last one is 0. A cell beyond is damaged, and missing */
  guint checked;       /* atomic: the parts that may be read */
  guint64 numbers_sum; /* what a file says that they sum up to */
  guint64 texts_sum;
  double *blank; /* nullable: instead of numbers that are damaged */
} TerColumn;

typedef struct
{
  guint n_rows;
  guint n_columns;
  TerColumn *columns;
  GMappedFile *file; /* nullable: in memory */
  char *texts;       /* of all columns in memory */
} TerColumns;

/**
 * ter_columns_parse:
 * @bytes: CSV or JSON
 * @resource: (nullable): the table's resource in the manifest, with its Table Schema
 *
 * Reads a whole table. Errors as for ter_table_new_from_bytes(). Blocks; any thread.
 *
 * Returns: (transfer full) (nullable):
 */
TerColumns *ter_columns_parse (GBytes *bytes, JsonObject *resource, GError **error);
void ter_columns_free (TerColumns *self);

/* (transfer full): 64 hexadecimal digits that change with the table's bytes, with the part of the manifest that says how to read
 * them, and with the format of columns files. */
char *ter_columns_identify (GBytes *bytes, JsonObject *resource);

/**
 * ter_columns_save:
 * @identity: from ter_columns_identify()
 *
 * Writes a columns file; what stood at @path is replaced at once. The file can tell whether it is whole: nothing waits for the disk.
 */
gboolean ter_columns_save (TerColumns *self, const char *path, const char *identity, GError **error);

/**
 * ter_columns_open:
 *
 * Maps a columns file. What is looked at is its beginning, which tells where the columns are: the time does not depend on the rows.
 * A part of a column must pass ter_columns_check() before it is read. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): %NULL with @error (G_IO_ERROR, G_FILE_ERROR) when there is none, or one that is damaged, of another table,
 *   another format or another kind of computer
 */
TerColumns *ter_columns_open (const char *path, const char *identity, GError **error);

/* Whether a part of a column is as it was written. Then it is marked as checked. */
gboolean ter_columns_check (TerColumns *self, guint column, TerColumnPart part);
/* What the head and the parts of a file sum up to, for its tests. @data, @length: multiples of 8. */
guint64 ter_columns_sum_up (gconstpointer data, gsize length);
/* Makes all values of a damaged part missing. Marks it as checked. */
void ter_columns_blank (TerColumns *self, guint column, TerColumnPart part);

/* Where a table that was opened from a file finds its columns when the file turns out to be damaged. (transfer full) (nullable).
 * In the thread that reads. */
typedef TerColumns *(*TerColumnsReadFunc) (gpointer user_data);

/**
 * ter_table_new_from_columns:
 * @columns: (transfer full):
 * @read: (nullable): not for columns in memory
 */
TerTable *ter_table_new_from_columns (TerColumns *columns, JsonObject *resource, const char *language, TerColumnsReadFunc read,
                                      gpointer user_data, GDestroyNotify destroy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerColumns, ter_columns_free)

G_END_DECLS
