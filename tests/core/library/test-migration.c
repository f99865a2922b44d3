/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-migration.h"

#define APPLICATION 0x1234

static const char *const one_step[] = { "CREATE TABLE a (x)", NULL };
static const char *const three_steps[] = { "CREATE TABLE a (x)", "ALTER TABLE a ADD COLUMN y DEFAULT 7",
                                           "CREATE TABLE b (z); INSERT INTO b SELECT x + y FROM a", NULL };
static const char *const broken_steps[] = { "CREATE TABLE a (x)", "CREATE TABLE c (w); INSERT INTO nowhere VALUES (1)", NULL };

static sqlite3 *
open_memory (void)
{
  g_autoptr (GError) error = NULL;
  sqlite3 *db = ter_sqlite_open (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);

  g_assert_no_error (error);
  return db;
}

static void
run (sqlite3 *db, const char *const *steps, guint expected)
{
  const TerMigration migration = { APPLICATION, steps };
  g_autoptr (GError) error = NULL;
  guint version;

  ter_migration_get_version (&migration, db, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version, ==, expected);
  ter_migration_run (&migration, db, version, &error);
  g_assert_no_error (error);
  ter_migration_get_version (&migration, db, &version, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (version, ==, ter_migration_get_latest (&migration));
}

static void
test_each_version_leads_to_the_latest (void)
{
  g_autoptr (sqlite3) db = open_memory ();
  gint64 z;

  run (db, one_step, 0);
  g_assert_true (ter_sqlite_exec (db, "INSERT INTO a VALUES (35)", NULL));
  run (db, three_steps, 1);
  g_assert_true (ter_sqlite_get_integer (db, "SELECT z FROM b", &z, NULL));
  g_assert_cmpint (z, ==, 42);
  run (db, three_steps, 3);
}

static void
test_a_step_that_fails_changes_nothing (void)
{
  const TerMigration migration = { APPLICATION, broken_steps };
  g_autoptr (sqlite3) db = open_memory ();
  g_autoptr (GError) error = NULL;
  gint64 n;
  guint version;

  g_assert_false (ter_migration_run (&migration, db, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (ter_migration_get_version (&migration, db, &version, NULL));
  g_assert_cmpuint (version, ==, 1);
  g_assert_true (ter_sqlite_get_integer (db, "SELECT count(*) FROM sqlite_schema", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

static void
test_what_is_newer_or_of_another_is_refused (void)
{
  static const char *const changes[] = { "PRAGMA user_version = 4", "PRAGMA user_version = -1",
                                         "PRAGMA user_version = 1; PRAGMA application_id = 1" };
  const TerMigration migration = { APPLICATION, three_steps };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (sqlite3) db = open_memory ();
      g_autoptr (GError) error = NULL;
      guint version;

      g_assert_true (ter_sqlite_exec (db, changes[i], NULL));
      g_assert_false (ter_migration_get_version (&migration, db, &version, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migration/each-version-leads-to-the-latest", test_each_version_leads_to_the_latest);
  g_test_add_func ("/migration/a-step-that-fails-changes-nothing", test_a_step_that_fails_changes_nothing);
  g_test_add_func ("/migration/what-is-newer-or-of-another-is-refused", test_what_is_newer_or_of_another_is_refused);
  return g_test_run ();
}
