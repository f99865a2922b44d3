/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* SQLite with GError. Errors are of G_IO_ERROR: INVALID_DATA for a damaged file, CANCELLED for an interrupted query,
 * NO_SPACE, READ_ONLY, BUSY, and FAILED for the rest. A connection belongs to one thread at a time. */

sqlite3 *ter_sqlite_open (const char *path, int flags, GError **error); /* flags of sqlite3_open_v2() */
/* Runs SQL that gives no rows: several statements in a row. */
gboolean ter_sqlite_exec (sqlite3 *db, const char *sql, GError **error);
gboolean ter_sqlite_get_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error); /* of the first row */
/* (transfer full) (nullable): for many runs. */
sqlite3_stmt *ter_sqlite_prepare (sqlite3 *db, const char *sql, GError **error);

/* %TRUE while there is a row. At the end and after an error (then @error is set) the statement is reset. */
gboolean ter_sqlite_step (sqlite3_stmt *statement, GError **error);
/* Runs a statement that gives no rows, then resets it and forgets its values. */
gboolean ter_sqlite_run (sqlite3_stmt *statement, GError **error);
/* The same, but keeps its values: for the next row of many. */
gboolean ter_sqlite_put (sqlite3_stmt *statement, GError **error);

/* @value must live until the statement is reset or bound anew. */
void ter_sqlite_bind_text (sqlite3_stmt *statement, int parameter, const char *value);
/* an empty one is an empty blob, not NULL */
void ter_sqlite_bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *value);
const char *ter_sqlite_column_text (sqlite3_stmt *statement, int column); /* "" for NULL; until the next step */
GBytes *ter_sqlite_dup_bytes (sqlite3_stmt *statement, int column);       /* (transfer full) */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3, sqlite3_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
