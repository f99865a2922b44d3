/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A table of a pack: typed columns, read from CSV or JSON, or mapped from the cache (see ter-columns-private.h). Immutable; any thread. */
#define TER_TYPE_TABLE (ter_table_get_type ())
G_DECLARE_FINAL_TYPE (TerTable, ter_table, TER, TABLE, GObject)

typedef enum
{
  TER_COLUMN_TEXT,
  TER_COLUMN_NUMBER,
  TER_COLUMN_DATE,
  TER_COLUMN_BOOLEAN
} TerColumnType;

/* How the values of several territories make that of all of them. */
typedef enum
{
  TER_AGGREGATION_NONE,
  TER_AGGREGATION_SUM,
  TER_AGGREGATION_MEAN
} TerAggregation;

/**
 * ter_table_new_from_bytes:
 * @bytes: CSV (RFC 4180) or a JSON array of objects, as @mediatype says
 * @resource: the table's resource in the manifest, with its Table Schema
 * @language: (nullable): the language for titles and for columns that have a translation
 * @error: G_IO_ERROR_INVALID_DATA, with the line or the row: the file is not what its schema says
 *
 * Reads a table with the types of its Table Schema. A column that the schema does not name is text, so that codes keep their
 * zeros; in JSON it is a number when all its values are numbers. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the table
 */
TerTable *ter_table_new_from_bytes (GBytes *bytes, JsonObject *resource, const char *language, GError **error);

const char *ter_table_get_name (TerTable *self);                         /* "" when its resource has none */
guint ter_table_get_n_rows (TerTable *self);                             /* without the header */
guint ter_table_get_n_columns (TerTable *self);                          /* without the translations of others */
const char *ter_table_get_column_name (TerTable *self, guint column);    /* as the file has it */
const char *ter_table_get_column_title (TerTable *self, guint column);   /* in the language shown */
const char *ter_table_get_column_unit (TerTable *self, guint column);    /* nullable */
const char *ter_table_get_column_vintage (TerTable *self, guint column); /* nullable: what day the data describe */
const char *ter_table_get_column_base (TerTable *self, guint column);    /* nullable: what is counted, of what */
const char *ter_table_get_column_source (TerTable *self, guint column);  /* nullable: when it is not the table's */
/* How it goes from a level of territories to the one above. @weight: (out) (optional): the column of weights of a mean. */
TerAggregation ter_table_get_column_aggregation (TerTable *self, guint column, guint *weight);
TerColumnType ter_table_get_column_type (TerTable *self, guint column); /* what its schema says */
/* @column: (out): set when there is one of that name */
gboolean ter_table_find_column (TerTable *self, const char *name, guint *column);
/* Missing: NaN, NULL. A date's number orders dates (20200528, 20200500, 20200000); a boolean's is 0 or 1; a text's is NaN. */
double ter_table_get_number (TerTable *self, guint row, guint column);
/* (transfer none) (nullable): the numbers of all rows; %NULL for a column of texts. */
const double *ter_table_peek_numbers (TerTable *self, guint column);
const char *ter_table_get_text (TerTable *self, guint row, guint column);  /* as written, in the default language */
const char *ter_table_get_label (TerTable *self, guint row, guint column); /* in the table's language */

G_END_DECLS
