/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-durable.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("territoires-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "file", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  /* Nothing else is left behind. */
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_contents (const char *path, const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
test_a_file_is_written_whole_for_its_owner_alone (Fixture *self, gconstpointer data)
{
  GStatBuf info;

  g_assert_true (ter_durable_save (self->path, "un", 2, NULL));
  assert_contents (self->path, "un");
  g_assert_true (ter_durable_save (self->path, "deux", 4, NULL));
  assert_contents (self->path, "deux");
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
test_a_mark_is_an_empty_file_and_made_once (Fixture *self, gconstpointer data)
{
  GStatBuf info;

  g_assert_true (ter_durable_mark (self->path, NULL));
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  g_assert_cmpint (info.st_size, ==, 0);
  g_assert_true (ter_durable_save (self->path, "un", 2, NULL));
  g_assert_true (ter_durable_mark (self->path, NULL));
  assert_contents (self->path, "un");
}

static void
test_a_file_that_cannot_take_its_name_leaves_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inner = g_build_filename (self->path, "inner", NULL);

  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  g_assert_true (g_file_set_contents (inner, "x", 1, NULL));
  g_assert_false (ter_durable_save (self->path, "un", 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
  g_unlink (inner);
  g_rmdir (self->path);
}

static void
test_a_folder_that_is_missing_is_an_error (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_build_filename (self->path, "inner", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_durable_save (inner, "un", 2, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ter_durable_sync_all (inner, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (ter_durable_sync_file (inner, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_a_file_is_renamed_over_another (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_build_filename (self->folder, "other", NULL);

  g_assert_true (ter_durable_save (self->path, "un", 2, NULL));
  g_assert_true (ter_durable_save (other, "deux", 4, NULL));
  g_assert_true (ter_durable_rename (other, self->path, NULL));
  assert_contents (self->path, "deux");
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (ter_durable_sync_all (self->folder, NULL));
  g_assert_true (ter_durable_sync_file (self->path, NULL));
}

static void
test_removing_what_is_not_there_is_no_error (Fixture *self, gconstpointer data)
{
  g_assert_true (ter_durable_remove (self->path, NULL));
  g_assert_true (ter_durable_save (self->path, "un", 2, NULL));
  g_assert_true (ter_durable_remove (self->path, NULL));
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

static void
test_folders_are_made_with_their_parents_for_their_owner_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *middle = g_build_filename (self->folder, "a", NULL);
  g_autofree char *deep = g_build_filename (middle, "b", NULL);
  GStatBuf info;

  g_assert_true (ter_durable_make_folder (deep, NULL));
  g_assert_true (ter_durable_make_folder (deep, NULL));
  g_assert_cmpint (g_stat (middle, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_rmdir (deep);
  g_rmdir (middle);
}

static void
test_a_long_write_takes_as_many_calls_as_it_needs (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = g_strnfill (3000000, 'x');
  g_autofree char *read = NULL;
  g_autofd int fd = open (self->path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gsize length;

  g_assert_true (ter_durable_write (fd, bytes, 3000000, NULL));
  g_assert_true (g_file_get_contents (self->path, &read, &length, NULL));
  g_assert_cmpmem (bytes, 3000000, read, length);
}

static void
test_a_full_disk_is_told (Fixture *self, gconstpointer data)
{
  g_autofd int fd = open ("/dev/full", O_WRONLY | O_CLOEXEC);
  g_autoptr (GError) error = NULL;

  if (fd < 0)
    {
      g_test_skip ("no /dev/full");
      return;
    }
  g_assert_false (ter_durable_write (fd, "x", 1, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

#define ADD(name, function) g_test_add ("/durable/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-file-is-written-whole-for-its-owner-alone", test_a_file_is_written_whole_for_its_owner_alone);
  ADD ("a-mark-is-an-empty-file-and-made-once", test_a_mark_is_an_empty_file_and_made_once);
  ADD ("a-file-that-cannot-take-its-name-leaves-nothing", test_a_file_that_cannot_take_its_name_leaves_nothing);
  ADD ("a-folder-that-is-missing-is-an-error", test_a_folder_that_is_missing_is_an_error);
  ADD ("a-file-is-renamed-over-another", test_a_file_is_renamed_over_another);
  ADD ("removing-what-is-not-there-is-no-error", test_removing_what_is_not_there_is_no_error);
  ADD ("folders-are-made-with-their-parents-for-their-owner-alone", test_folders_are_made_with_their_parents_for_their_owner_alone);
  ADD ("a-long-write-takes-as-many-calls-as-it-needs", test_a_long_write_takes_as_many_calls_as_it_needs);
  ADD ("a-full-disk-is-told", test_a_full_disk_is_told);
  return g_test_run ();
}
