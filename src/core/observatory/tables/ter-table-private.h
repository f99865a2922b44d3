/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-table.h"

G_BEGIN_DECLS

/* How a table is read, for ter-columns.c, the checker and their tests: ter-table-csv.c, ter-table-json.c, ter-table-cell.c. */

#define TER_TABLE_BYTES (64u << 20)
#define TER_TABLE_COLUMNS 200u
#define TER_TABLE_CELLS (1u << 25) /* allocated for JSON, where an empty row costs two bytes */

/* A column as it stands in the file, before it has a type. */
typedef struct
{
  char *name;
  guint32 *cells;       /* where each row's text begins; 0: missing */
  gboolean all_numbers; /* in JSON, when no value is of another type */
} TerTableSource;

TerTableSource *ter_table_source_new (GPtrArray *sources, const char *name, guint n_allocated);
void ter_table_source_free (gpointer data);

/**
 * ter_table_read_csv:
 * @texts: the file, in which the sources' cells point; it is changed
 * @sources: (element-type TerTableSource): filled
 * @lines: (element-type guint): filled with each row's line
 *
 * Reads what RFC 4180 calls a file with a header line.
 */
gboolean ter_table_read_csv (char *texts, gsize length, GPtrArray *sources, GArray *lines, GError **error);

/**
 * ter_table_read_json:
 * @sources: (element-type TerTableSource): filled
 * @lines: (element-type guint): filled with each row's line
 * @n_texts: (out): the length of what is returned, with its last 0
 *
 * Reads an array of objects, one object in memory at a time.
 *
 * Returns: (transfer full) (nullable): the texts in which the sources' cells point
 */
char *ter_table_read_json (const char *data, gsize length, GPtrArray *sources, GArray *lines, gsize *n_texts, GError **error);

/* (transfer none) (nullable): the field of a Table Schema that describes a column. @next: (inout) (nullable): where to look first: most often the
 * fields are in the order of the columns. */
JsonObject *ter_table_find_field (JsonObject *schema, const char *name, guint *next);
/* (transfer full): the texts of a Table Schema that stand for a missing value; Data Package 2 also allows `{value, label}`. */
GStrv ter_table_dup_missing_values (JsonObject *schema);

/* Whether a text, that is not missing, is a value of a type other than text. */
gboolean ter_table_parse_cell (TerColumnType type, const char *text, double *value);
gboolean ter_table_parse_number (const char *text, double *value);
gboolean ter_table_parse_date (const char *text, double *value);

G_END_DECLS
