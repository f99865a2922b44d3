/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-table.h"

G_BEGIN_DECLS

/* For ter-table.c, ter-table-json.c and their tests. */

#define TER_TABLE_BYTES   (64u << 20)
#define TER_TABLE_COLUMNS 200u
#define TER_TABLE_CELLS   (1u << 25) /* allocated for JSON, where an empty row costs two bytes */

/* A column as it stands in the file, before it has a type. */
typedef struct {
  char    *name;
  guint32 *cells;       /* where each row's text begins; 0: missing */
  gboolean all_numbers; /* in JSON, when no value is of another type */
} TerTableSource;

TerTableSource *ter_table_source_new   (GPtrArray *sources, const char *name, guint n_allocated);

/**
 * ter_table_read_json:
 * @sources: (element-type TerTableSource): filled
 * @lines: (element-type guint): filled with each row's line
 *
 * Reads an array of objects, one object in memory at a time.
 *
 * Returns: (transfer full) (nullable): the texts in which the sources' cells point
 */
char           *ter_table_read_json    (const char *data, gsize length, GPtrArray *sources, GArray *lines, GError **error);

gboolean        ter_table_parse_number (const char *text, double *value);
gboolean        ter_table_parse_date   (const char *text, double *value);

G_END_DECLS
