/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-user-file-private.h"

#include <glib/gstdio.h>

#include "ter-catalogue.h"
#include "ter-durable.h"
#include "ter-migration.h"

#define APPLICATION_ID 0x54655255 /* "TeRU" */
#define N_BACKUPS 3
#define BACKUP_SECONDS (24 * 60 * 60)

struct _TerUserFile
{
  char *path;
  sqlite3 *db; /* nullable: not open */
  gint64 seen; /* SQLite's count of what other connections changed */
};

/* A released step is never changed. */
static const char *const steps[] = {
  "CREATE TABLE recent (pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, read_at INTEGER NOT NULL, PRIMARY KEY (pack_id, entry_id)) WITHOUT ROWID;"
  "CREATE INDEX recent_by_time ON recent (read_at);",
  /* The number tells the order of what was made within a second. The names are those that were last known. */
  "CREATE TABLE favourite (number INTEGER PRIMARY KEY AUTOINCREMENT, pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, added_at INTEGER NOT NULL,"
  " title TEXT NOT NULL, kind TEXT NOT NULL, pack_title TEXT NOT NULL, UNIQUE (pack_id, entry_id));"
  "CREATE TABLE note (number INTEGER PRIMARY KEY AUTOINCREMENT, pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, text TEXT NOT NULL,"
  " updated_at INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, pack_title TEXT NOT NULL, UNIQUE (pack_id, entry_id));",
  /* What was read is a place, by its address. Ids have no letter that an address would escape. */
  "CREATE TABLE recent_place (place TEXT NOT NULL PRIMARY KEY, read_at INTEGER NOT NULL) WITHOUT ROWID;"
  "INSERT INTO recent_place SELECT 'territoires:entry?pack=' || pack_id || '&entry=' || entry_id, read_at FROM recent;"
  "DROP TABLE recent;"
  "ALTER TABLE recent_place RENAME TO recent;"
  "CREATE INDEX recent_by_time ON recent (read_at);",
  NULL
};

static const TerMigration migration = { APPLICATION_ID, steps };

/* (transfer full): the path of the nth newest backup, from 1. */
static char *
dup_backup_path (TerUserFile *self, guint n)
{
  return g_strdup_printf ("%s.backup-%u", self->path, n);
}

static void
rotate_backups (TerUserFile *self)
{
  for (guint n = N_BACKUPS; n > 1; n--)
    {
      g_autofree char *from = dup_backup_path (self, n - 1);
      g_autofree char *to = dup_backup_path (self, n);

      g_rename (from, to);
    }
}

/* A copy beside the file, made whole before it takes its name. A failure is no reason not to go on. */
static void
back_up (TerUserFile *self)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *partial = g_strconcat (self->path, ".backup-new", NULL);
  g_autofree char *newest = dup_backup_path (self, 1);

  g_unlink (partial);
  statement = ter_sqlite_prepare (self->db, "VACUUM INTO ?1", &error);
  if (statement != NULL)
    ter_sqlite_bind_text (statement, 1, partial);
  /* VACUUM INTO does not wait for the disk. */
  if (statement == NULL || !ter_sqlite_run (statement, &error) || !ter_durable_sync_file (partial, &error))
    {
      g_info ("No backup of what you made: %s", error->message);
      g_unlink (partial);
      return;
    }
  rotate_backups (self);
  g_rename (partial, newest);
}

static gboolean
is_backup_due (TerUserFile *self)
{
  g_autofree char *newest = dup_backup_path (self, 1);
  GStatBuf info;

  return g_stat (newest, &info) != 0 || g_get_real_time () / G_USEC_PER_SEC - info.st_mtime > BACKUP_SECONDS;
}

/* Damaged files say so here, before anything is written to them. */
static gboolean
check_whole (TerUserFile *self, GError **error)
{
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (self->db, "PRAGMA quick_check (1)", error);
  g_autoptr (GError) local_error = NULL;
  gboolean whole;

  if (statement == NULL)
    return FALSE;
  whole = ter_sqlite_step (statement, &local_error) && g_str_equal (ter_sqlite_column_text (statement, 0), "ok");
  if (whole)
    return TRUE;
  if (local_error == NULL)
    local_error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The file is damaged");
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
has_backup (TerUserFile *self)
{
  for (guint n = 1; n <= N_BACKUPS; n++)
    {
      g_autofree char *path = dup_backup_path (self, n);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* Whether each column is there that a file made anew has: a damage to the first page may have left a sound file without a table, or with
 * another name. In brackets, a name that is none is an error, not a text. */
static gboolean
has_tables (TerUserFile *self)
{
  g_autoptr (sqlite3) expected = ter_user_file_new_memory (NULL);
  g_autoptr (sqlite3_stmt) columns = NULL;

  if (expected == NULL)
    return TRUE;
  columns =
    ter_sqlite_prepare (expected,
                        "SELECT t.name, c.name FROM sqlite_schema AS t JOIN pragma_table_info (t.name) AS c WHERE t.type = 'table'",
                        NULL);
  while (columns != NULL && ter_sqlite_step (columns, NULL))
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT [%s] FROM [%s]", ter_sqlite_column_text (columns, 1), ter_sqlite_column_text (columns, 0));
      g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (self->db, sql, NULL);

      if (statement == NULL)
        return FALSE;
    }
  return TRUE;
}

/* @may_be_new: whether nothing at all was ever saved */
static gboolean
open_file (TerUserFile *self, gboolean may_be_new, GError **error)
{
  guint version;

  self->db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (self->db == NULL || !check_whole (self, error) || !ter_migration_get_version (&migration, self->db, &version, error))
    return FALSE;
  if (version == 0 && !may_be_new)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The file is empty");
      return FALSE;
    }
  /* FULL: what was saved is on the disk, whatever happens next. */
  if (!ter_sqlite_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON", error))
    return FALSE;
  if (version > 0 && (version < ter_migration_get_latest (&migration) || is_backup_due (self)))
    back_up (self);
  if (!ter_migration_run (&migration, self->db, version, error))
    return FALSE;
  if (has_tables (self))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The file lacks its tables");
  return FALSE;
}

/* What fails in SQL that is always the same is the file's fault, unless it is the disk's. */
static gboolean
is_damaged (TerUserFile *self, const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ||
         (self->db != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_FAILED) &&
          (sqlite3_errcode (self->db) & 0xff) == SQLITE_ERROR);
}

/* A disk that fails to read once makes a sound file look damaged: it is looked at twice. */
static gboolean
open_with_care (TerUserFile *self, gboolean may_be_new, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (open_file (self, may_be_new, &local_error))
    return TRUE;
  if (is_damaged (self, local_error))
    {
      g_clear_pointer (&self->db, sqlite3_close);
      return open_file (self, may_be_new, error);
    }
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Puts a damaged file aside, under a name that is free: nothing is deleted. Its log goes first: if the process is ended in the middle,
 * the file is still there to be found damaged, and no other file ever meets this log. */
static void
set_aside (TerUserFile *self)
{
  static const char *const suffixes[] = { "-wal", "-shm", "" };
  g_autofree char *aside = NULL;

  for (guint n = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); n++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.damaged-%u", self->path, n);
    }
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (self->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (aside, suffixes[i], NULL);

      g_rename (from, to);
    }
}

/* Lets a backup take the file's place, whole or not at all. G_FILE_ERROR_NOENT: there is none. */
static gboolean
restore_backup (TerUserFile *self, guint n, GError **error)
{
  g_autofree char *path = dup_backup_path (self, n);
  g_autofree char *contents = NULL;
  gsize length;

  return g_file_get_contents (path, &contents, &length, error) && ter_durable_save (self->path, contents, length, error);
}

/* Opens the newest backup that is whole in place of a file that is damaged or lost, or begins anew when there is none. A disk that fails
 * to read or write is no reason to begin anew: the next start tries again. */
static gboolean
recover (TerUserFile *self, GError **error)
{
  g_clear_pointer (&self->db, sqlite3_close);
  set_aside (self);
  for (guint n = 1; n <= N_BACKUPS; n++)
    {
      g_autoptr (GError) local_error = NULL;

      if (restore_backup (self, n, &local_error) && open_with_care (self, FALSE, &local_error))
        return TRUE;
      if (!is_damaged (self, local_error) && !g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_clear_pointer (&self->db, sqlite3_close);
      ter_catalogue_delete (self->path);
    }
  return open_with_care (self, TRUE, error);
}

void
ter_user_file_close (TerUserFile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->db, sqlite3_close);
  g_free (self->path);
  g_free (self);
}

static gboolean
open_or_recover (TerUserFile *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  /* Where there are backups there was a file: somebody or something took it, or emptied it. */
  if (has_backup (self) && !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return recover (self, error);
  if (open_with_care (self, !has_backup (self), &local_error))
    return TRUE;
  if (is_damaged (self, local_error))
    return recover (self, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

TerUserFile *
ter_user_file_open (const char *path, GError **error)
{
  g_autoptr (TerUserFile) self = g_new0 (TerUserFile, 1);
  g_autofree char *folder = g_path_get_dirname (path);

  self->path = g_strdup (path);
  g_mkdir_with_parents (folder, 0700);
  if (!open_or_recover (self, error))
    return NULL;
  ter_user_file_has_changed (self);
  return g_steal_pointer (&self);
}

gboolean
ter_user_file_has_changed (TerUserFile *self)
{
  const gint64 former = self->seen;

  /* Counts what other connections committed, not what this one did. */
  return ter_sqlite_get_integer (self->db, "PRAGMA data_version", &self->seen, NULL) && self->seen != former;
}

gboolean
ter_user_file_write (TerUserFile *self, const char *sql, GError **error)
{
  if (!ter_sqlite_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (ter_sqlite_exec (self->db, sql, error) && ter_sqlite_exec (self->db, "COMMIT", error))
    return TRUE;
  if (!sqlite3_get_autocommit (self->db))
    ter_sqlite_exec (self->db, "ROLLBACK", NULL);
  return FALSE;
}

sqlite3 *
ter_user_file_new_memory (GError **error)
{
  g_autoptr (sqlite3) memory = ter_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return memory != NULL && ter_migration_run (&migration, memory, 0, error) ? g_steal_pointer (&memory) : NULL;
}

sqlite3 *
ter_user_file_dup_memory (TerUserFile *self, GError **error)
{
  g_autoptr (sqlite3) memory = ter_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  sqlite3_backup *copy = memory != NULL ? sqlite3_backup_init (memory, "main", self->db, "main") : NULL;

  if (memory == NULL)
    return NULL;
  if (copy != NULL)
    {
      sqlite3_backup_step (copy, -1);
      sqlite3_backup_finish (copy);
    }
  if (copy != NULL && sqlite3_errcode (memory) == SQLITE_OK)
    return g_steal_pointer (&memory);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, sqlite3_errmsg (memory));
  return NULL;
}
