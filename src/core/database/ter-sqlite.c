/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sqlite.h"

#define BUSY_MILLISECONDS 5000

static void
set_error (GError **error, int code, sqlite3 *db)
{
  GIOErrorEnum io_code;

  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: io_code = G_IO_ERROR_INVALID_DATA; break;
    case SQLITE_INTERRUPT: io_code = G_IO_ERROR_CANCELLED; break;
    case SQLITE_FULL: io_code = G_IO_ERROR_NO_SPACE; break;
    case SQLITE_READONLY: io_code = G_IO_ERROR_READ_ONLY; break;
    case SQLITE_BUSY: io_code = G_IO_ERROR_BUSY; break;
    default: io_code = G_IO_ERROR_FAILED; break;
    }
  g_set_error_literal (error, G_IO_ERROR, io_code, db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code));
}

/**
 * ter_sqlite_open:
 * @path: the file
 * @flags: as for sqlite3_open_v2()
 *
 * Opens a connection that trusts neither the schema nor the pages it reads: the file may have been written by another.
 *
 * Returns: (transfer full) (nullable): the connection, or %NULL with @error
 */
sqlite3 *
ter_sqlite_open (const char *path, int flags, GError **error)
{
  g_autoptr (sqlite3) db = NULL;
  int result = sqlite3_open_v2 (path, &db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);

  if (result != SQLITE_OK)
    {
      set_error (error, result, db);
      return NULL;
    }
  sqlite3_busy_timeout (db, BUSY_MILLISECONDS);
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  return g_steal_pointer (&db);
}

gboolean
ter_sqlite_exec (sqlite3 *db, const char *sql, GError **error)
{
  int result = sqlite3_exec (db, sql, NULL, NULL, NULL);

  if (result == SQLITE_OK)
    return TRUE;
  set_error (error, result, db);
  return FALSE;
}

gboolean
ter_sqlite_get_integer (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (db, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  if (!ter_sqlite_step (statement, &local_error))
    {
      if (local_error == NULL)
        local_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "No row");
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  *value = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

sqlite3_stmt *
ter_sqlite_prepare (sqlite3 *db, const char *sql, GError **error)
{
  sqlite3_stmt *statement = NULL;
  int result = sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);

  if (result != SQLITE_OK)
    set_error (error, result, db);
  return statement;
}

gboolean
ter_sqlite_step (sqlite3_stmt *statement, GError **error)
{
  int result = sqlite3_step (statement);

  if (result == SQLITE_ROW)
    return TRUE;
  if (result != SQLITE_DONE)
    set_error (error, result, sqlite3_db_handle (statement));
  sqlite3_reset (statement);
  return FALSE;
}

gboolean
ter_sqlite_run (sqlite3_stmt *statement, GError **error)
{
  gboolean done = ter_sqlite_put (statement, error);

  sqlite3_clear_bindings (statement);
  return done;
}

gboolean
ter_sqlite_put (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (ter_sqlite_step (statement, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

void
ter_sqlite_bind_text (sqlite3_stmt *statement, int parameter, const char *value)
{
  sqlite3_bind_text (statement, parameter, value, -1, SQLITE_STATIC);
}

void
ter_sqlite_bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *value)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (value, &size);

  /* An empty GBytes has no data, which would bind NULL. */
  sqlite3_bind_blob64 (statement, parameter, data != NULL ? data : "", size, SQLITE_STATIC);
}

const char *
ter_sqlite_column_text (sqlite3_stmt *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL ? text : "";
}

GBytes *
ter_sqlite_dup_bytes (sqlite3_stmt *statement, int column)
{
  gconstpointer data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement, column));
}
