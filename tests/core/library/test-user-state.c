/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"
#include "ter-favourites.h"
#include "ter-sqlite.h"
#include "ter-user-state.h"

typedef struct
{
  GFile *folder;
  GFile *file;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_folder_new ();
  self->file = g_file_resolve_relative_path (self->folder, "data/user-state.sqlite");
  self->path = g_file_get_path (self->file);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_object_unref (self->file);
  g_free (self->path);
}

static TerUserState *
open_state (Fixture *self)
{
  TerUserState *state = ter_user_state_new (self->file);
  g_autoptr (GError) error = NULL;

  ter_user_state_open (state, &error);
  g_assert_no_error (error);
  return state;
}

static void
add (TerUserState *state, const char *entry_id, gint64 read_at)
{
  g_autoptr (TerPlace) place = ter_place_new_entry ("essai", entry_id);
  g_autoptr (GError) error = NULL;

  ter_user_state_add_recent (state, place, read_at, &error);
  g_assert_no_error (error);
  ter_user_state_flush (state, &error);
  g_assert_no_error (error);
}

static char *
list (TerUserState *state, guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) recent = ter_user_state_list_recent (state, limit, &error);
  GString *ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < recent->len; i++)
    {
      const TerRecent *item = g_ptr_array_index (recent, i);

      g_assert_cmpint (item->place->type, ==, TER_PLACE_ENTRY);
      g_assert_cmpstr (item->place->pack, ==, "essai");
      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", item->place->entry);
    }
  return g_string_free_and_steal (ids);
}

static void
test_what_was_read_comes_latest_first (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autofree char *all = NULL;
  g_autofree char *two = NULL;

  add (state, "un", 100);
  add (state, "deux", 200);
  add (state, "trois", 300);
  add (state, "un", 400);
  all = list (state, 100);
  two = list (state, 2);
  g_assert_cmpstr (all, ==, "un trois deux");
  g_assert_cmpstr (two, ==, "un trois");
}

static void
test_it_survives_a_restart (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) second = NULL;
  g_autofree char *ids = NULL;

  {
    g_autoptr (TerUserState) first = open_state (self);

    add (first, "un", 100);
  }
  second = open_state (self);
  ids = list (second, 10);
  g_assert_cmpstr (ids, ==, "un");
}

static void
test_it_can_be_cleared (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autofree char *ids = NULL;

  add (state, "un", 100);
  g_assert_true (ter_user_state_clear_recent (state, NULL));
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "");
}

static void
test_only_the_latest_are_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (sqlite3) db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);

  g_assert_true (ter_sqlite_exec (db,
                                  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)"
                                  " INSERT INTO recent SELECT 'territoires:entry?pack=essai&entry=entry-' || i, i FROM n",
                                  NULL));
  add (state, "dernier", 10000);
  recent = ter_user_state_list_recent (state, 1000, NULL);
  g_assert_cmpuint (recent->len, ==, 500);
  g_assert_cmpstr (((TerRecent *) g_ptr_array_index (recent, 0))->place->entry, ==, "dernier");
}

static void
test_a_newer_version_is_left_untouched (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) newer = NULL;
  g_autoptr (TerUserState) state = NULL;
  g_autoptr (TerPlace) place = ter_place_new_entry ("essai", "deux");
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  gint64 version, n;

  newer = open_state (self);
  add (newer, "un", 100);
  g_clear_object (&newer);
  db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);
  g_assert_true (ter_sqlite_exec (db, "PRAGMA user_version = 99", NULL));

  state = ter_user_state_new (self->file);
  g_assert_false (ter_user_state_open (state, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&error);
  g_assert_false (ter_user_state_add_recent (state, place, 200, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (ter_user_state_list_recent (state, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (ter_user_state_list_favourites (state, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_assert_true (ter_sqlite_get_integer (db, "PRAGMA user_version", &version, NULL));
  g_assert_true (ter_sqlite_get_integer (db, "SELECT count(*) FROM recent", &n, NULL));
  g_assert_cmpint (version, ==, 99);
  g_assert_cmpint (n, ==, 1);
}

/* A file as a former version of the app made it. */
static void
write_file (Fixture *self, const char *sql)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;

  g_mkdir_with_parents (folder, 0700);
  db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &error);
  g_assert_no_error (error);
  ter_sqlite_exec (db, sql, &error);
  g_assert_no_error (error);
}

static void
write_version_1 (Fixture *self, const char *more)
{
  g_autofree char *sql =
    g_strconcat ("CREATE TABLE recent (pack_id TEXT NOT NULL, entry_id TEXT NOT NULL, read_at INTEGER NOT NULL,"
                 " PRIMARY KEY (pack_id, entry_id)) WITHOUT ROWID;"
                 "CREATE INDEX recent_by_time ON recent (read_at);"
                 "INSERT INTO recent VALUES ('essai', 'un', 100), ('essai', 'deux', 200);"
                 "PRAGMA application_id = 1415926357; PRAGMA user_version = 1;",
                 more, NULL);

  write_file (self, sql);
}

static void
write_version_2 (Fixture *self)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests/core/library/user-state-2.sql", NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  write_file (self, sql);
}

static void
assert_version (const char *path, gint64 expected)
{
  g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READONLY, NULL);
  gint64 version;

  g_assert_true (ter_sqlite_get_integer (db, "PRAGMA user_version", &version, NULL));
  g_assert_cmpint (version, ==, expected);
}

static void
test_a_file_of_version_1_keeps_what_it_holds (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = NULL;
  g_autoptr (GPtrArray) favourites = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".backup-1", NULL);
  g_autofree char *ids = NULL;
  TerEntryName name = { (char *) "essai", (char *) "un", (char *) "Un", (char *) "page", (char *) "Essai" };

  write_version_1 (self, NULL);
  state = open_state (self);
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "deux un");
  favourites = ter_user_state_list_favourites (state, 10, NULL);
  g_assert_cmpuint (favourites->len, ==, 0);
  g_assert_true (ter_user_state_set_favourite (state, &name, 300, NULL));
  g_assert_true (ter_user_state_set_note (state, &name, "Une note.", 300, NULL));
  g_clear_object (&state);
  assert_version (self->path, 3);
  assert_version (backup, 1);
}

static void
test_a_file_of_version_2_keeps_what_it_holds (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = NULL;
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (GPtrArray) favourites = NULL;
  g_autofree char *backup = g_strconcat (self->path, ".backup-1", NULL);

  write_version_2 (self);
  state = open_state (self);
  recent = ter_user_state_list_recent (state, 10, NULL);
  g_assert_cmpuint (recent->len, ==, 2);
  for (guint i = 0; i < recent->len; i++)
    {
      const TerRecent *item = g_ptr_array_index (recent, i);

      g_assert_cmpstr (item->place->uri, ==,
                       i == 0 ? "territoires:entry?pack=essai&entry=deux-2" : "territoires:entry?pack=essai&entry=un");
      g_assert_cmpint (item->read_at, ==, i == 0 ? 200 : 100);
    }
  favourites = ter_user_state_list_favourites (state, 10, NULL);
  g_assert_cmpuint (favourites->len, ==, 1);
  g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, 0))->note, ==, "Une note.");
  /* What is read again is not there twice. */
  add (state, "un", 300);
  g_clear_pointer (&recent, g_ptr_array_unref);
  recent = ter_user_state_list_recent (state, 10, NULL);
  g_assert_cmpuint (recent->len, ==, 2);
  g_clear_object (&state);
  assert_version (self->path, 3);
  assert_version (backup, 2);
}

static void
test_a_place_of_a_newer_version_is_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPlace) newer = ter_place_parse ("territoires:constellation?star=vega");
  g_autoptr (TerUserState) state = open_state (self);
  g_autoptr (GPtrArray) recent = NULL;
  g_autoptr (sqlite3) db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);

  g_assert_true (ter_user_state_add_recent (state, newer, 100, NULL));
  /* What is no place at all is passed over. */
  g_assert_true (ter_sqlite_exec (db, "INSERT INTO recent VALUES ('https://example.org', 200), ('', 300)", NULL));
  ter_user_state_look (state);
  g_assert_true (ter_user_state_flush (state, NULL));
  recent = ter_user_state_list_recent (state, 10, NULL);
  g_assert_cmpuint (recent->len, ==, 1);
  g_assert_true (ter_place_equal (((TerRecent *) g_ptr_array_index (recent, 0))->place, newer));
}

static void
test_a_step_that_fails_leaves_the_file_as_it_was (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = ter_user_state_new (self->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3) db = NULL;
  gint64 n;

  /* The second table of the step cannot be made. */
  write_version_1 (self, "CREATE TABLE note (text TEXT)");
  g_assert_false (ter_user_state_open (state, &error));
  g_assert_nonnull (error);
  assert_version (self->path, 1);
  db = ter_sqlite_open (self->path, SQLITE_OPEN_READONLY, NULL);
  g_assert_true (ter_sqlite_get_integer (db, "SELECT count(*) FROM recent", &n, NULL));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (ter_sqlite_get_integer (db, "SELECT count(*) FROM sqlite_schema WHERE name = 'favourite'", &n, NULL));
  g_assert_cmpint (n, ==, 0);
}

static void
damage (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  g_file_load_contents (self->file, NULL, &contents, &size, NULL, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < size; i++)
    contents[i] ^= 0x5a;
  g_file_replace_contents (self->file, contents, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
exists (Fixture *self, const char *suffix)
{
  g_autofree char *path = g_strconcat (self->path, suffix, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_a_damaged_file_is_put_aside_and_its_backup_restored (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autofree char *ids = NULL;

  add (state, "un", 100);
  g_clear_object (&state);
  /* The second start backs up, as there is no backup yet. */
  state = open_state (self);
  g_assert_true (exists (self, ".backup-1"));
  add (state, "deux", 200);
  g_clear_object (&state);

  damage (self);
  state = open_state (self);
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "un");
  g_assert_true (exists (self, ".damaged-1"));
  add (state, "trois", 300);
}

static void
test_a_damaged_file_without_a_backup_begins_anew (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autofree char *ids = NULL;

  add (state, "un", 100);
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *aside = g_strdup_printf (".damaged-%u", i);
      g_autofree char *backup = g_strdup_printf ("%s.backup-1", self->path);
      g_autoptr (GFile) file = g_file_new_for_path (backup);

      g_clear_object (&state);
      damage (self);
      g_file_delete (file, NULL, NULL);
      state = open_state (self);
      g_assert_true (exists (self, aside));
    }
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "");
}

/* A file with a backup, which holds "un"; the file itself holds "deux" too. */
static void
make_backup (Fixture *self)
{
  g_autoptr (TerUserState) first = open_state (self);
  g_autoptr (TerUserState) second = NULL;

  add (first, "un", 100);
  g_clear_object (&first);
  second = open_state (self);
  add (second, "deux", 200);
}

static void
assert_restored (Fixture *self)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autofree char *ids = list (state, 10);

  g_assert_cmpstr (ids, ==, "un");
  add (state, "trois", 300);
}

static void
test_a_lost_file_is_restored_from_its_backup (Fixture *self, gconstpointer data)
{
  make_backup (self);
  g_assert_true (g_file_delete (self->file, NULL, NULL));
  assert_restored (self);
}

static void
test_an_emptied_file_is_restored_from_its_backup (Fixture *self, gconstpointer data)
{
  make_backup (self);
  g_assert_true (g_file_replace_contents (self->file, "", 0, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
  assert_restored (self);
  g_assert_true (exists (self, ".damaged-1"));
}

static void
test_a_file_without_its_tables_is_restored_from_its_backup (Fixture *self, gconstpointer data)
{
  g_autoptr (sqlite3) db = NULL;

  make_backup (self);
  db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);
  g_assert_true (ter_sqlite_exec (db, "DROP TABLE recent", NULL));
  g_clear_pointer (&db, sqlite3_close);
  assert_restored (self);
}

/* A flipped bit in the name of a column leaves a sound file that no question can be asked of. */
static void
test_a_file_of_another_column_is_restored_from_its_backup (Fixture *self, gconstpointer data)
{
  static const char *const harms[] = { "ALTER TABLE note RENAME COLUMN pack_title TO qack_title",
                                       "ALTER TABLE favourite RENAME COLUMN added_at TO addet_at",
                                       "ALTER TABLE recent RENAME COLUMN place TO plaae" };

  for (guint i = 0; i < G_N_ELEMENTS (harms); i++)
    {
      g_autoptr (sqlite3) db = NULL;

      fixture_folder_remove (self->folder);
      make_backup (self);
      db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);
      g_assert_true (ter_sqlite_exec (db, harms[i], NULL));
      g_clear_pointer (&db, sqlite3_close);
      assert_restored (self);
    }
}

/* The log of a file that was set aside never meets the backup that takes its place. */
static void
test_a_log_that_was_left_behind_is_set_aside_too (Fixture *self, gconstpointer data)
{
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);

  make_backup (self);
  g_assert_true (g_file_delete (self->file, NULL, NULL));
  g_assert_true (g_file_set_contents (log, "d’un autre fichier", -1, NULL));
  assert_restored (self);
  g_assert_true (exists (self, ".damaged-1-wal"));
}

static void
test_three_backups_are_kept (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *newest = g_strconcat (self->path, ".backup-1", NULL);
      g_autoptr (GFile) file = g_file_new_for_path (newest);
      g_autoptr (TerUserState) state = NULL;

      /* As if it were of long ago. */
      g_file_set_attribute_uint64 (file, "time::modified", 1000, G_FILE_QUERY_INFO_NONE, NULL, NULL);
      state = open_state (self);
      add (state, "un", 100 + i);
    }
  g_assert_true (exists (self, ".backup-1"));
  g_assert_true (exists (self, ".backup-2"));
  g_assert_true (exists (self, ".backup-3"));
  g_assert_false (exists (self, ".backup-4"));
  g_assert_false (exists (self, ".backup-new"));
}

/* ---- The writer ---- */

static const TerEntryName name_of_one = { (char *) "essai", (char *) "un", (char *) "Un", (char *) "page", (char *) "Essai" };

static gboolean
is_favourite (TerUserState *state)
{
  gboolean is = FALSE;

  g_assert_true (ter_user_state_is_favourite (state, "essai", "un", &is, NULL));
  return is;
}

static void
count_cb (TerUserState *state, guint *count)
{
  (*count)++;
}

static void
count_error_cb (TerUserState *state, const GError *error, guint *count)
{
  g_assert_nonnull (error);
  (*count)++;
}

static void
test_what_is_done_before_the_file_is_open_is_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = NULL;
  g_autofree char *ids = NULL;

  {
    g_autoptr (TerUserState) former = open_state (self);

    add (former, "un", 100);
  }
  state = ter_user_state_new (self->file);
  ter_user_state_begin (state);
  g_assert_false (ter_user_state_is_saved (state));
  g_assert_true (ter_user_state_set_favourite (state, &name_of_one, 300, NULL));
  g_assert_true (is_favourite (state));
  g_assert_true (ter_user_state_flush (state, NULL));
  g_assert_true (ter_user_state_is_saved (state));
  g_assert_true (is_favourite (state));
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "un");
  g_clear_object (&state);
  state = open_state (self);
  g_assert_true (is_favourite (state));
}

/* The main thread does not wait for who has the file: what is done shows at once, and is acknowledged when it is on the disk. */
static void
test_who_has_the_file_holds_nobody_up (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autoptr (sqlite3) db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);
  guint saved = 0;
  gint64 n;

  g_signal_connect (state, "saved", G_CALLBACK (count_cb), &saved);
  g_assert_true (ter_sqlite_exec (db, "BEGIN IMMEDIATE", NULL));
  g_assert_true (ter_user_state_set_favourite (state, &name_of_one, 300, NULL));
  g_assert_true (ter_user_state_set_note (state, &name_of_one, "L’une; l’autre.", 300, NULL));
  g_assert_true (is_favourite (state));
  g_assert_false (ter_user_state_is_saved (state));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (saved, ==, 0);
  g_assert_true (ter_sqlite_get_integer (db, "SELECT count(*) FROM favourite", &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (ter_sqlite_exec (db, "COMMIT", NULL));
  while (saved == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ter_user_state_is_saved (state));
  g_assert_true (ter_sqlite_get_integer (db,
                                         "SELECT count(*) FROM favourite JOIN note USING (entry_id) WHERE text = 'L’une; l’autre.'",
                                         &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

static void
test_what_cannot_be_saved_is_told_and_shown_no_longer (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = open_state (self);
  g_autoptr (sqlite3) db = ter_sqlite_open (self->path, SQLITE_OPEN_READWRITE, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;
  guint not_saved = 0, changed = 0;

  g_signal_connect (state, "not-saved", G_CALLBACK (count_error_cb), &not_saved);
  g_assert_true (ter_sqlite_exec (db,
                                  "CREATE UNIQUE INDEX one ON favourite (kind); INSERT INTO favourite VALUES"
                                  " (1, 'essai', 'deux', 0, 'Deux', 'page', 'Essai')",
                                  NULL));
  g_assert_true (ter_user_state_set_favourite (state, &name_of_one, 300, NULL));
  g_assert_true (ter_user_state_set_note (state, &name_of_one, "Une note.", 300, NULL));
  g_assert_true (is_favourite (state));
  g_signal_connect (state, "changed", G_CALLBACK (count_cb), &changed);
  g_assert_false (ter_user_state_flush (state, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (not_saved, ==, 1);
  g_assert_cmpuint (changed, >, 0);
  g_assert_false (is_favourite (state));
  /* What came behind it is there. */
  note = ter_user_state_dup_note (state, "essai", "un", NULL);
  g_assert_cmpstr (note, ==, "Une note.");
}

static void
test_what_another_process_does_is_seen_at_the_next_look (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) one = open_state (self);
  g_autoptr (TerUserState) other = open_state (self);

  g_assert_true (ter_user_state_set_favourite (one, &name_of_one, 300, NULL));
  g_assert_true (ter_user_state_flush (one, NULL));
  g_assert_false (is_favourite (other));
  ter_user_state_look (other);
  g_assert_true (ter_user_state_flush (other, NULL));
  g_assert_true (is_favourite (other));
}

/* A file that cannot be opened is told once the thread has tried. */
static void
test_a_file_that_cannot_be_opened_is_told (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) state = NULL;
  g_autoptr (GError) error = NULL;
  guint closed = 0;

  write_file (self, "PRAGMA application_id = 1415926357; PRAGMA user_version = 99");
  state = ter_user_state_new (self->file);
  g_signal_connect (state, "closed", G_CALLBACK (count_error_cb), &closed);
  ter_user_state_begin (state);
  g_assert_true (ter_user_state_set_favourite (state, &name_of_one, 300, NULL));
  while (closed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (ter_user_state_get_error (state));
  g_assert_false (ter_user_state_flush (state, NULL));
  g_assert_false (ter_user_state_set_favourite (state, &name_of_one, 300, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_removing_a_pack_keeps_what_was_made (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) place = g_file_get_child (self->folder, "packs");
  g_autoptr (GFile) catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  g_autoptr (PackFixture) pack = pack_fixture_new (place, "essai");
  g_autoptr (TerUserState) state = open_state (self);
  TerLibrary *library;
  g_autofree char *ids = NULL;

  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_write (pack);
  library = fixture_library_new (catalogue, place, "fr");
  g_assert_true (fixture_refresh (library, NULL, NULL));
  add (state, "un", 100);
  fixture_folder_remove (pack_fixture_get_folder (pack));
  g_assert_true (fixture_refresh (library, NULL, NULL));
  g_assert_null (ter_library_get_pack (library, "essai"));
  ids = list (state, 10);
  g_assert_cmpstr (ids, ==, "un");
  fixture_library_free (library);
}

/* In the child: saves for ever, and says after each save that it is done. */
static int
write_for_ever (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TerUserState) state = ter_user_state_new (file);

  if (!ter_user_state_open (state, NULL))
    return 1;
  for (guint i = 1;; i++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", i);
      g_autoptr (TerPlace) place = ter_place_new_entry ("essai", id);
      TerEntryName name = { (char *) "essai", id, (char *) "Un", (char *) "page", (char *) "Essai" };

      if (!ter_user_state_add_recent (state, place, i, NULL) || !ter_user_state_set_favourite (state, &name, i, NULL) ||
          !ter_user_state_set_note (state, &name, id, i, NULL) || !ter_user_state_flush (state, NULL))
        return 1;
      g_print ("%u\n", i);
    }
}

/* Reads what the child says for a while, then kills it. Returns the last save that it said was done. */
static guint
kill_after (GSubprocess *child, guint n_lines)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
  guint last = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      g_assert_nonnull (line);
      last = g_ascii_strtoull (line, NULL, 10);
    }
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return last;
      last = g_ascii_strtoull (line, NULL, 10);
    }
}

/* Whether all that was said to be done is there; then it is cleared for the next round. */
static void
check_and_clear (TerUserState *state, guint last)
{
  g_autoptr (GPtrArray) favourites = ter_user_state_list_favourites (state, G_MAXINT, NULL);
  g_autoptr (GPtrArray) notes = ter_user_state_list_notes (state, G_MAXINT, NULL);

  g_assert_cmpuint (favourites->len, >=, last);
  g_assert_cmpuint (notes->len, >=, last);
  g_assert_cmpuint (notes->len, <=, favourites->len);
  for (guint i = 0; i < favourites->len; i++)
    {
      TerFavourite *favourite = g_ptr_array_index (favourites, i);

      if (favourite->note != NULL)
        g_assert_cmpstr (favourite->note, ==, favourite->name.entry_id);
      g_assert_true (ter_user_state_unset_favourite (state, "essai", favourite->name.entry_id, NULL));
      g_assert_true (ter_user_state_set_note (state, &favourite->name, "", 0, NULL));
    }
  g_assert_true (ter_user_state_clear_recent (state, NULL));
}

static void
test_what_was_acknowledged_survives_a_kill (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
      g_autoptr (GSubprocess) child =
        g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--write", self->path, NULL);
      g_autoptr (TerUserState) state = NULL;
      g_autoptr (GPtrArray) recent = NULL;
      guint last;

      g_assert_no_error (error);
      last = kill_after (child, g_test_rand_int_range (1, 30));
      state = open_state (self);
      recent = ter_user_state_list_recent (state, 1, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (recent->len, ==, 1);
      g_assert_cmpint (((TerRecent *) g_ptr_array_index (recent, 0))->read_at, >=, last);
      check_and_clear (state, last);
    }
}

#define ADD(name, function) g_test_add ("/user-state/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--write"))
    return write_for_ever (argv[2]);

  g_test_init (&argc, &argv, NULL);
  ADD ("what-was-read-comes-latest-first", test_what_was_read_comes_latest_first);
  ADD ("it-survives-a-restart", test_it_survives_a_restart);
  ADD ("it-can-be-cleared", test_it_can_be_cleared);
  ADD ("only-the-latest-are-kept", test_only_the_latest_are_kept);
  ADD ("a-newer-version-is-left-untouched", test_a_newer_version_is_left_untouched);
  ADD ("a-file-of-version-1-keeps-what-it-holds", test_a_file_of_version_1_keeps_what_it_holds);
  ADD ("a-file-of-version-2-keeps-what-it-holds", test_a_file_of_version_2_keeps_what_it_holds);
  ADD ("a-place-of-a-newer-version-is-kept", test_a_place_of_a_newer_version_is_kept);
  ADD ("a-step-that-fails-leaves-the-file-as-it-was", test_a_step_that_fails_leaves_the_file_as_it_was);
  ADD ("a-damaged-file-is-put-aside-and-its-backup-restored", test_a_damaged_file_is_put_aside_and_its_backup_restored);
  ADD ("a-damaged-file-without-a-backup-begins-anew", test_a_damaged_file_without_a_backup_begins_anew);
  ADD ("a-lost-file-is-restored-from-its-backup", test_a_lost_file_is_restored_from_its_backup);
  ADD ("an-emptied-file-is-restored-from-its-backup", test_an_emptied_file_is_restored_from_its_backup);
  ADD ("a-file-without-its-tables-is-restored-from-its-backup", test_a_file_without_its_tables_is_restored_from_its_backup);
  ADD ("a-file-of-another-column-is-restored-from-its-backup", test_a_file_of_another_column_is_restored_from_its_backup);
  ADD ("a-log-that-was-left-behind-is-set-aside-too", test_a_log_that_was_left_behind_is_set_aside_too);
  ADD ("three-backups-are-kept", test_three_backups_are_kept);
  ADD ("what-is-done-before-the-file-is-open-is-kept", test_what_is_done_before_the_file_is_open_is_kept);
  ADD ("who-has-the-file-holds-nobody-up", test_who_has_the_file_holds_nobody_up);
  ADD ("what-cannot-be-saved-is-told-and-shown-no-longer", test_what_cannot_be_saved_is_told_and_shown_no_longer);
  ADD ("what-another-process-does-is-seen-at-the-next-look", test_what_another_process_does_is_seen_at_the_next_look);
  ADD ("a-file-that-cannot-be-opened-is-told", test_a_file_that_cannot_be_opened_is_told);
  ADD ("what-was-acknowledged-survives-a-kill", test_what_was_acknowledged_survives_a_kill);
  ADD ("removing-a-pack-keeps-what-was-made", test_removing_a_pack_keeps_what_was_made);
  return g_test_run ();
}
