/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack.h"
#include "ter-table.h"

G_BEGIN_DECLS

/* The columns files of the tables in the index, in the folder "columns" beside it. Each is named by what it was made of, so that none
 * is ever out of date; one that is missing, damaged or cannot be written costs time and nothing else. */

/* A table of every commune with some eighty indicators. Beyond, reading it at every indexing would cost too much memory. */
#define TER_TABLE_CACHE_LARGEST (16 * 1024 * 1024)

/* (transfer full) (nullable): what the columns file of a table is named by; %NULL for a table that is too large to have one. */
char *ter_table_cache_identify (GBytes *bytes, JsonObject *resource);
/* Writes a columns file, unless it is there. Blocks; any thread. */
void ter_table_cache_add (TerCatalogue *catalogue, GBytes *bytes, JsonObject *resource, const char *identity);

/**
 * ter_table_cache_dup_table:
 * @number: the pack's number in the index
 * @name: of the table's resource
 * @error: G_IO_ERROR_NOT_FOUND when the index has no such table
 *
 * Opens a table: its columns file or, when that fails, the table itself; then its columns file is written again. Blocks; in the
 * thread of @catalogue.
 *
 * Returns: (transfer full) (nullable): the table, in the language of @pack
 */
TerTable *ter_table_cache_dup_table (TerCatalogue *catalogue, gint64 number, TerPack *pack, const char *name, GError **error);

/* Removes the files that no table of the index has. */
void ter_table_cache_sweep (TerCatalogue *catalogue);
/* Removes the folder of an index. @path: the index's */
void ter_table_cache_delete (const char *path);

G_END_DECLS
