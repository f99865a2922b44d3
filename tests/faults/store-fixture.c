/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-tool.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io-fault.h"
#include "pack-fixture.h"
#include "ter-export.h"
#include "ter-favourites.h"
#include "ter-import-job.h"
#include "ter-signify.h"
#include "ter-sqlite.h"
#include "ter-store.h"

/* ---- Folders ---- */

static void
copy_file (const char *from, const char *to, const struct stat *info)
{
  char chunk[65536];
  const int in = open (from, O_RDONLY | O_CLOEXEC);
  const int out = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ssize_t n;

  g_assert_cmpint (in, >=, 0);
  g_assert_cmpint (out, >=, 0);
  while ((n = read (in, chunk, sizeof chunk)) > 0)
    g_assert_cmpint (write (out, chunk, n), ==, n);
  close (in);
  /* The time is part of what the index knows a file by. */
  futimens (out, (struct timespec[]) { info->st_atim, info->st_mtim });
  close (out);
}

void
fixture_copy (const char *from, const char *to)
{
  DIR *dir = opendir (from);
  struct dirent *entry;

  g_assert_nonnull (dir);
  mkdir (to, 0700);
  while ((entry = readdir (dir)) != NULL)
    {
      g_autofree char *inner = g_strconcat (from, "/", entry->d_name, NULL);
      g_autofree char *copy = g_strconcat (to, "/", entry->d_name, NULL);
      struct stat info;

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, "..") || lstat (inner, &info) != 0)
        continue;
      if (S_ISDIR (info.st_mode))
        fixture_copy (inner, copy);
      else
        copy_file (inner, copy, &info);
    }
  closedir (dir);
}

void
fixture_delete (const char *path)
{
  DIR *dir = opendir (path);
  struct dirent *entry;

  while (dir != NULL && (entry = readdir (dir)) != NULL)
    {
      g_autofree char *inner = g_strconcat (path, "/", entry->d_name, NULL);

      if (!g_str_equal (entry->d_name, ".") && !g_str_equal (entry->d_name, "..") && unlink (inner) != 0)
        fixture_delete (inner);
    }
  if (dir != NULL)
    closedir (dir);
  rmdir (path);
}

static void
list_into (const char *root, const char *below, gboolean folders, GPtrArray *paths)
{
  g_autofree char *folder = g_build_filename (root, below, NULL);
  DIR *dir = opendir (folder);
  struct dirent *entry;

  while (dir != NULL && (entry = readdir (dir)) != NULL)
    {
      g_autofree char *path = *below != '\0' ? g_strconcat (below, "/", entry->d_name, NULL) : g_strdup (entry->d_name);
      g_autofree char *full = g_build_filename (root, path, NULL);

      if (g_str_equal (entry->d_name, ".") || g_str_equal (entry->d_name, ".."))
        continue;
      if (g_file_test (full, G_FILE_TEST_IS_DIR))
        {
          if (folders)
            g_ptr_array_add (paths, g_strconcat (path, "/", NULL));
          list_into (root, path, folders, paths);
        }
      else
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  if (dir != NULL)
    closedir (dir);
}

static GPtrArray *
list (const char *root, gboolean folders)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  list_into (root, "", folders, paths);
  g_ptr_array_sort_values (paths, (GCompareFunc) strcmp);
  return paths;
}

GPtrArray *
fixture_list (const char *root)
{
  return list (root, FALSE);
}

/* Quick, and good enough to tell some hundreds of disks from each other. */
static guint64
add_to_print (guint64 print, const void *data, gsize length)
{
  const guint8 *bytes = data;
  guint64 word = 0;

  for (gsize i = 0; i < length; i += sizeof word)
    {
      memcpy (&word, bytes + i, MIN (sizeof word, length - i));
      print = (print ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
      print ^= print >> 29;
    }
  return (print ^ length) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
}

static guint64
add_file_to_print (guint64 print, const char *path, const struct timespec *since)
{
  g_autofree char *contents = NULL;
  struct stat info;
  gsize length;

  g_assert_cmpint (lstat (path, &info), ==, 0);
  if (info.st_mtim.tv_sec > since->tv_sec || (info.st_mtim.tv_sec == since->tv_sec && info.st_mtim.tv_nsec >= since->tv_nsec))
    info.st_mtim = (struct timespec) { 0, 0 };
  print = add_to_print (print, &info.st_mtim, sizeof info.st_mtim);
  print = add_to_print (print, &info.st_mode, sizeof info.st_mode);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  return add_to_print (print, contents, length);
}

char *
fixture_fingerprint (const char *root, const struct timespec *since)
{
  g_autoptr (GPtrArray) paths = list (root, TRUE);
  guint64 print = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autofree char *full = g_build_filename (root, path, NULL);

      print = add_to_print (print, path, strlen (path));
      if (!g_str_has_suffix (path, "/"))
        print = add_file_to_print (print, full, since);
    }
  return g_strdup_printf ("%u names %016" G_GINT64_MODIFIER "x", paths->len, print);
}

/* ---- Packs ---- */

/* @key, @secret: (nullable): not signed */
static void
make_pack (const char *kit, const char *place, const char *id, const char *version, const char *word, const char *key,
           const char *secret)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (kit, "packs", place, NULL);
  g_autoptr (PackFixture) pack = pack_fixture_new (folder, id);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", version);
  g_autofree char *publisher = g_strdup_printf ("{\"key\": \"%s\"}", key != NULL ? key : "");
  g_autofree char *entries = g_strdup_printf ("{\"id\": \"un\", \"kind\": \"page\", \"title\": \"%s %s\", \"body\": \"%s\"},"
                                              "{\"id\": \"deux\", \"kind\": \"page\", \"title\": \"Deux\"}",
                                              id, word, word);
  g_autoptr (GString) table = g_string_new ("code,valeur\n");

  pack_fixture_set (pack, "version", quoted);
  if (key != NULL)
    pack_fixture_set (pack, "publisher", publisher);
  pack_fixture_entries (pack, entries);
  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (table, "%s%05u,%u\n", word, i, i * 7919 % 1000);
  pack_fixture_add (pack, "data/table.csv", "table", table->str,
                    "{\"fields\": [{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"valeur\", \"type\": \"integer\"}]}");
  /* Each pack of the kit has this one: it is one object. */
  pack_fixture_add (pack, "texts/same.md", "text", "Un texte que tous partagent.\n", NULL);
  pack_fixture_write (pack);
  if (secret != NULL)
    {
      g_autoptr (GFile) manifest = g_file_get_child (pack_fixture_get_folder (pack), TER_PACK_MANIFEST);
      g_autoptr (GFile) file = g_file_get_child (pack_fixture_get_folder (pack), TER_PACK_SIGNATURE);
      g_autoptr (GBytes) bytes = g_file_load_bytes (manifest, NULL, NULL, NULL);
      g_autofree char *signature = ter_signify_sign (secret, NULL, bytes, "essai", NULL);

      g_assert_true (
        g_file_replace_contents (file, signature, strlen (signature), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL));
    }
}

/* A pack that takes some time to read. */
static void
make_slow_pack (const char *kit)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (kit, "packs", "1", NULL);
  g_autoptr (PackFixture) pack = pack_fixture_new (folder, "slow");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *path = g_strdup_printf ("files/part-%u.csv", i);
      g_autoptr (GString) text = g_string_new (NULL);

      while (text->len < 500000)
        g_string_append_printf (text, "%u,%u\n", g_rand_int (rand), i);
      pack_fixture_add (pack, path, "attachment", text->str, NULL);
    }
  pack_fixture_write (pack);
}

static void
make_packs (const char *kit)
{
  g_autofree char *secret = NULL, *public_file = NULL, *key = NULL;
  g_autoptr (GFile) alpha = g_file_new_build_filename (kit, "packs", "1", "alpha", NULL);
  g_autoptr (GFile) target = g_file_new_build_filename (kit, "packs", "alpha-1.tpack", NULL);
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GError) error = NULL;

  ter_signify_generate (NULL, "essai", &secret, &public_file, &error);
  g_assert_no_error (error);
  key = ter_signify_parse_public (public_file, &error);
  g_assert_no_error (error);
  make_pack (kit, "1", "alpha", "1.0.0", "premier", key, secret);
  make_pack (kit, "2", "alpha", "2.0.0", "second", key, secret);
  make_pack (kit, "1", "beta", "1.0.0", "beta", NULL, NULL);
  make_pack (kit, "1", "gamma", "1.0.0", "gamma", NULL, NULL);
  make_slow_pack (kit);
  files = ter_pack_files_new_for_folder (alpha);
  ter_export_files (files, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* ---- States ---- */

static char *
new_state (const char *kit, const char *from, const char *name)
{
  char *root = g_build_filename (kit, "states", name, NULL);

  if (from != NULL)
    {
      g_autofree char *old = g_build_filename (kit, "states", from, NULL);

      fixture_copy (old, root);
    }
  return root;
}

static void
import (const char *kit, const char *root, const char *place, const char *id)
{
  g_autoptr (GFile) source = g_file_new_build_filename (kit, "packs", place, id, NULL);
  g_autoptr (GError) error = NULL;

  operation_import (root, source, &error);
  g_assert_no_error (error);
}

static void
run (const char *kit, const char *root, const char *name)
{
  g_autoptr (GError) error = NULL;

  operation_find (name)->run (kit, root, &error);
  g_assert_no_error (error);
}

static void
write_text (const char *root, const char *path, const char *text)
{
  g_autofree char *full = g_build_filename (root, path, NULL);
  g_autofree char *folder = g_path_get_dirname (full);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (full, text, -1, NULL));
}

static void
make_user (const char *root, gboolean second)
{
  g_autoptr (GFile) file = g_file_new_build_filename (root, "user", "user.sqlite", NULL);
  g_autoptr (TerUserState) state = ter_user_state_new (file);
  const TerEntryName one = { (char *) "alpha", (char *) "un", (char *) "Un", (char *) "page", (char *) "Alpha" };
  const TerEntryName two = { (char *) "beta", (char *) "deux", (char *) "Deux", (char *) "page", (char *) "Beta" };
  g_autoptr (GError) error = NULL;

  ter_user_state_open (state, &error);
  g_assert_no_error (error);
  g_assert_true (ter_user_state_set_favourite (state, second ? &two : &one, second ? 200 : 100, NULL));
  g_assert_true (ter_user_state_set_note (state, second ? &two : &one, "Une note.", second ? 200 : 100, NULL));
}

/* As the first released step made it. */
static void
make_old_user (const char *root)
{
  g_autofree char *path = g_build_filename (root, "user", "user.sqlite", NULL);
  g_autoptr (sqlite3) db = NULL;

  g_unlink (path);
  db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  g_assert_true (ter_sqlite_exec (db,
                                  "PRAGMA journal_mode = WAL; CREATE TABLE recent (pack_id TEXT NOT NULL, entry_id TEXT NOT NULL,"
                                  " read_at INTEGER NOT NULL, PRIMARY KEY (pack_id, entry_id)) WITHOUT ROWID;"
                                  "CREATE INDEX recent_by_time ON recent (read_at);"
                                  "INSERT INTO recent VALUES ('alpha', 'un', 100);"
                                  "PRAGMA application_id = 1415926357; PRAGMA user_version = 1",
                                  NULL));
}

/* An import of which the key was pulled. */
static void
interrupt (const char *kit, const char *root)
{
  g_autofree char *folder = g_build_filename (kit, "packs", "1", "alpha", NULL);
  g_autofree char *store_path = g_build_filename (root, "store", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (folder);
  g_autoptr (GFile) store_folder = g_file_new_for_path (store_path);
  g_autoptr (TerStore) store = ter_store_new (store_folder);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  void (*arm) (const char *, const char *, long) =
    (void (*) (const char *, const char *, long)) dlsym (RTLD_DEFAULT, "io_fault_arm");

  g_assert_nonnull (arm);
  arm (folder, "pulled", 6000);
  g_assert_null (ter_import_job_check (store, source, none, "fr", NULL, NULL, NULL, NULL, &error));
  arm (NULL, NULL, 0);
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

void
fixture_make (const char *kit)
{
  g_autofree char *base = NULL, *alpha = NULL, *updated = NULL, *removed = NULL, *messy = NULL, *half = NULL, *old_user = NULL,
                  *damaged_user = NULL, *three = NULL, *swept = NULL;

  make_packs (kit);
  base = new_state (kit, NULL, "base");
  import (kit, base, "1", "beta");
  make_user (base, FALSE);
  alpha = new_state (kit, "base", "alpha");
  import (kit, alpha, "1", "alpha");
  updated = new_state (kit, "alpha", "updated");
  import (kit, updated, "2", "alpha");
  write_text (updated, "key/alpha.tpack", "ce qui y était");
  removed = new_state (kit, "updated", "removed");
  run (kit, removed, "remove");
  /* The mark that something has to be swept is not there: the next change makes it. */
  swept = new_state (kit, "updated", "swept");
  run (kit, swept, "sweep");
  messy = new_state (kit, "removed", "messy");
  write_text (messy, "store/objects/ab/cdef", "personne n’en veut");
  write_text (messy, "store/objects/ab/cdef.x1y2z3", "à moitié");
  write_text (messy, "store/packs/beta.x1y2z3", "à moitié");
  write_text (messy, "store/publishers.x1y2z3", "à moitié");
  write_text (messy, "store/incoming/abcd/files/ef.part", "à moitié");
  half = new_state (kit, "base", "half");
  interrupt (kit, half);
  old_user = new_state (kit, "base", "old-user");
  make_old_user (old_user);
  /* Opened twice, a second apart in content: the backup holds what was there when the second began. */
  three = new_state (kit, "alpha", "three");
  import (kit, three, "1", "gamma");
  make_user (three, TRUE);
  damaged_user = new_state (kit, "three", "damaged-user");
  write_text (damaged_user, "user/user.sqlite", "ce n’est plus une base de données, et depuis longtemps");
}
