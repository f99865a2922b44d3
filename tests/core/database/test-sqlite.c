/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sqlite.h"

#include <glib/gstdio.h>

#define CREATE (SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)

typedef struct
{
  char *folder;
  char *path;
  sqlite3 *db;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("sqlite-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.sqlite", NULL);
  self->db = ter_sqlite_open (self->path, CREATE, &error);
  g_assert_no_error (error);
  ter_sqlite_exec (self->db, "CREATE TABLE t (a TEXT, b BLOB); INSERT INTO t VALUES ('un', x'00ff'), (NULL, x'')", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  sqlite3_close (self->db);
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
rows_come_one_by_one_and_the_end_is_no_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (self->db, "SELECT a, b FROM t ORDER BY rowid", &error);
  g_autoptr (GBytes) bytes = NULL, none = NULL;

  g_assert_no_error (error);
  g_assert_true (ter_sqlite_step (statement, &error));
  bytes = ter_sqlite_dup_bytes (statement, 1);
  g_assert_cmpstr (ter_sqlite_column_text (statement, 0), ==, "un");
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "\0\377", 2);
  g_assert_true (ter_sqlite_step (statement, &error));
  none = ter_sqlite_dup_bytes (statement, 1);
  g_assert_cmpstr (ter_sqlite_column_text (statement, 0), ==, "");
  g_assert_cmpuint (g_bytes_get_size (none), ==, 0);
  g_assert_false (ter_sqlite_step (statement, &error));
  g_assert_no_error (error);
  /* It was reset: it begins anew. */
  g_assert_true (ter_sqlite_step (statement, &error));
  g_assert_cmpstr (ter_sqlite_column_text (statement, 0), ==, "un");
}

static void
values_are_kept_by_put_and_forgotten_by_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) insert = ter_sqlite_prepare (self->db, "INSERT INTO t VALUES (?1, ?2)", &error);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  gint64 n;

  ter_sqlite_bind_text (insert, 1, "deux");
  ter_sqlite_bind_bytes (insert, 2, empty);
  g_assert_true (ter_sqlite_put (insert, &error));
  g_assert_true (ter_sqlite_run (insert, &error));
  g_assert_true (ter_sqlite_run (insert, &error));
  g_assert_no_error (error);
  g_assert_true (ter_sqlite_get_integer (self->db, "SELECT count(*) FROM t WHERE a = 'deux'", &n, &error));
  g_assert_cmpint (n, ==, 2);
  /* Bytes that are none are an empty blob, not NULL: the third row alone has no value. */
  g_assert_true (ter_sqlite_get_integer (self->db, "SELECT count(*) FROM t WHERE b IS NULL", &n, &error));
  g_assert_cmpint (n, ==, 1);
}

static void
each_failure_has_its_code (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *sql;
    GIOErrorEnum code;
  } cases[] = {
    { "SELECT a FROM nowhere", G_IO_ERROR_FAILED },
    { "SELECT a FROM t WHERE a = 'none'", G_IO_ERROR_NOT_FOUND },
    { "no SQL", G_IO_ERROR_FAILED },
  };
  gint64 n = 5;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].sql);
      g_assert_false (ter_sqlite_get_integer (self->db, cases[i].sql, &n, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      g_assert_cmpint (n, ==, 5);
    }
}

static int
interrupt_cb (gpointer data)
{
  return 1;
}

static void
an_interrupted_query_is_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  sqlite3_progress_handler (self->db, 1, interrupt_cb, NULL);
  g_assert_false (ter_sqlite_exec (self->db, "SELECT count(*) FROM t AS x, t AS y, t AS z", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sqlite3_progress_handler (self->db, 0, NULL, NULL);
}

static void
what_may_only_be_read_is_not_written (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = ter_sqlite_open (self->path, SQLITE_OPEN_READONLY, &error);

  g_assert_no_error (error);
  g_assert_false (ter_sqlite_exec (db, "DELETE FROM t", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
}

static void
a_file_that_is_no_database_is_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "b.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  gint64 n;

  g_assert_true (
    g_file_set_contents (path, "This is a text, and a long one: longer than the header of a database, whose first line it lacks.",
                         -1, NULL));
  db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, &error);
  g_assert_no_error (error);
  g_assert_false (ter_sqlite_get_integer (db, "SELECT count(*) FROM sqlite_schema", &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_unlink (path);
}

static void
a_file_that_is_not_there_is_not_made (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "c.sqlite", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, &error);

  g_assert_null (db);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* Somebody else may have written the file: what it holds beside tables does nothing. */
static void
triggers_and_views_of_the_file_are_not_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  gint64 n;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_true (
    ter_sqlite_exec (db, "CREATE TRIGGER u AFTER INSERT ON t BEGIN DELETE FROM t; END; CREATE VIEW v AS SELECT a FROM t", &error));
  g_assert_true (ter_sqlite_exec (self->db, "INSERT INTO t VALUES ('trois', NULL)", &error));
  g_assert_true (ter_sqlite_get_integer (self->db, "SELECT count(*) FROM t", &n, &error));
  g_assert_cmpint (n, ==, 3);
  g_assert_false (ter_sqlite_get_integer (self->db, "SELECT count(*) FROM v", &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/sqlite/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows-come-one-by-one-and-the-end-is-no-error", rows_come_one_by_one_and_the_end_is_no_error);
  ADD ("values-are-kept-by-put-and-forgotten-by-run", values_are_kept_by_put_and_forgotten_by_run);
  ADD ("each-failure-has-its-code", each_failure_has_its_code);
  ADD ("an-interrupted-query-is-cancelled", an_interrupted_query_is_cancelled);
  ADD ("what-may-only-be-read-is-not-written", what_may_only_be_read_is_not_written);
  ADD ("a-file-that-is-no-database-is-damaged", a_file_that_is_no_database_is_damaged);
  ADD ("a-file-that-is-not-there-is-not-made", a_file_that_is_not_there_is_not_made);
  ADD ("triggers-and-views-of-the-file-are-not-run", triggers_and_views_of_the_file_are_not_run);
  return g_test_run ();
}
