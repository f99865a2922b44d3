/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-fingerprint.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

#include "pack-fixture.h"

typedef struct
{
  GFile *folder;
  PackFixture *pack;
  char *before;
} Fixture;

static char *
take_fingerprint (Fixture *self)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (pack_fixture_get_folder (self->pack));
  g_autoptr (GError) error = NULL;
  char *fingerprint = ter_fingerprint_of_files (files, NULL, &error);

  g_assert_no_error (error);
  return fingerprint;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_folder_new ();
  self->pack = pack_fixture_new (self->folder, "essai");
  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_write (self->pack);
  self->before = take_fingerprint (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pack_fixture_free (self->pack);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_free (self->before);
}

static char *
dup_path (Fixture *self, const char *path)
{
  return g_build_filename (g_file_peek_path (pack_fixture_get_folder (self->pack)), path, NULL);
}

static void
nothing_changed_nothing_differs (Fixture *self, gconstpointer data)
{
  g_autofree char *again = take_fingerprint (self);

  g_assert_cmpstr (again, ==, self->before);
}

static void
touch (Fixture *self)
{
  g_autofree char *path = dup_path (self, "content/entries.json");
  const struct utimbuf times = { 1000000000, 1000000000 };

  g_assert_cmpint (utime (path, &times), ==, 0);
}

static void
add_file (Fixture *self)
{
  g_autofree char *path = dup_path (self, "content/more.json");

  g_assert_true (g_file_set_contents (path, "[]", -1, NULL));
}

static void
rename_file (Fixture *self)
{
  g_autofree char *from = dup_path (self, "content/entries.json"), *to = dup_path (self, "content/entrees.json");

  g_assert_cmpint (g_rename (from, to), ==, 0);
}

static void
remove_manifest (Fixture *self)
{
  g_autofree char *path = dup_path (self, "datapackage.json");

  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Of the manifest the bytes count, not the time: an edit within the clock's grain is seen. */
static void
change_manifest_within_its_time (Fixture *self)
{
  g_autofree char *path = dup_path (self, "datapackage.json"), *text = NULL;
  struct timespec times[2];
  struct stat info;
  char *version;

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  version = strstr (text, "1.0.0");
  g_assert_nonnull (version);
  version[0] = '2';
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  times[0] = info.st_atim;
  times[1] = info.st_mtim;
  g_assert_cmpint (utimensat (AT_FDCWD, path, times, 0), ==, 0);
}

static void
replace_by_a_link (Fixture *self)
{
  g_autofree char *path = dup_path (self, "content/entries.json");

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("../datapackage.json", path), ==, 0);
}

static void
each_change_is_seen (Fixture *self, gconstpointer change)
{
  g_autofree char *after = NULL;

  ((void (*) (Fixture *)) change) (self);
  after = take_fingerprint (self);
  g_assert_cmpstr (after, !=, self->before);
}

static void
a_folder_that_is_gone_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (self->folder, "nowhere");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (nowhere);
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_fingerprint_of_files (files, NULL, &error));
  g_assert_nonnull (error);
}

static void
it_can_be_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (pack_fixture_get_folder (self->pack));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_fingerprint_of_files (files, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    void (*change) (Fixture *self);
  } changes[] = {
    { "a-time", touch },
    { "one-more-file", add_file },
    { "another-name", rename_file },
    { "no-manifest", remove_manifest },
    { "manifest-within-its-time", change_manifest_within_its_time },
    { "a-link-in-its-place", replace_by_a_link },
  };

  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/fingerprint/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("nothing-changed-nothing-differs", nothing_changed_nothing_differs);
  ADD ("a-folder-that-is-gone-is-an-error", a_folder_that_is_gone_is_an_error);
  ADD ("it-can-be-cancelled", it_can_be_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/fingerprint/each-change-is-seen/", changes[i].name, NULL);

      g_test_add (path, Fixture, changes[i].change, set_up, each_change_is_seen, tear_down);
    }
  return g_test_run ();
}
