/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-zip-directory.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "ter-archive.h"
#include "ter-sha256.h"

/* What each thing that is wrong is called is told by test-archive.c. Here: whatever byte is changed or cut, nothing false is read. */

static const char *const seeds[] = { "sound-zipfile-folders", "sound-zipfile-streamed", "sound-descriptor-plain",
                                     "sound-times-of-unix" };

static char *
seed_path (const char *name)
{
  return g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "fuzz", "seeds", "archive", name, NULL);
}

/* A file in memory that holds the seed. */
static int
open_seed (const char *name, gsize *length)
{
  g_autofree char *path = seed_path (name);
  g_autofree char *contents = NULL;
  int fd = memfd_create ("seed", MFD_CLOEXEC);

  g_assert_true (g_file_get_contents (path, &contents, length, NULL));
  g_assert_cmpint (write (fd, contents, *length), ==, *length);
  return fd;
}

static void
test_entries_are_told_with_their_places (void)
{
  gsize length;
  g_autofd int fd = open_seed ("sound-zipfile-folders", &length);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = ter_zip_directory_read (fd, issues, NULL, &error);
  static const char *const paths[] = { "content", "files", "datapackage.json", "content/text.md", "content/empty.md" };
  guint64 end = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (paths));
  for (guint i = 0; i < entries->len; i++)
    {
      const TerZipEntry *entry = g_ptr_array_index (entries, i);

      g_assert_cmpstr (entry->path, ==, paths[i]);
      g_assert_cmpint (entry->folder, ==, i < 2);
      g_assert_cmpuint (entry->header, ==, end);
      g_assert_cmpuint (entry->data, ==, end + 30 + strlen (entry->path) + entry->folder);
      end = entry->data + entry->compressed;
    }
  g_assert_cmpuint (end, <, length);
}

static void
test_every_cut_is_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      gsize length;
      g_autofd int fd = open_seed (seeds[i], &length);

      while (length-- > 0)
        {
          g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
          g_autoptr (GError) error = NULL;

          g_assert_cmpint (ftruncate (fd, length), ==, 0);
          g_assert_null (ter_zip_directory_read (fd, issues, NULL, &error));
          g_assert_no_error (error);
          g_assert_cmpuint (issues->len, ==, 1);
          g_assert_cmpstr (ter_issue_get_code (g_ptr_array_index (issues, 0)), ==,
                           length >= 4 ? "archive-truncated" : "archive-not-zip");
        }
    }
}

static gboolean
hash_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  ter_sha256_update (user_data, data, length);
  return TRUE;
}

/* (transfer full) (nullable): paths and contents of all files; %NULL when anything is refused. */
static char *
digest (int fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerArchive) archive = ter_archive_open (file, issues, NULL, &error);
  g_autoptr (TerSha256) sha256 = ter_sha256_new ();

  g_assert_no_error (error);
  for (guint i = 0; archive != NULL && i < ter_archive_get_n_entries (archive); i++)
    {
      const TerArchiveEntry *entry = ter_archive_get_entry (archive, i);

      ter_sha256_update (sha256, entry->path, strlen (entry->path) + 1);
      ter_archive_read (archive, entry, hash_cb, sha256, issues, NULL, &error);
      g_assert_no_error (error);
    }
  g_assert_true (archive != NULL || issues->len == 1);
  return issues->len == 0 ? ter_sha256_finish (sha256) : NULL;
}

static void
test_a_flipped_bit_is_refused_or_changes_nothing (gconstpointer data)
{
  gsize length;
  g_autofd int fd = open_seed (data, &length);
  g_autofree char *expected = digest (fd);
  guint n_refused = 0, n_same = 0;

  g_assert_nonnull (expected);
  for (guint bit = 0; bit < 8 * length; bit++)
    {
      g_autofree char *found = NULL;
      guint8 byte, flipped;

      g_assert_cmpint (pread (fd, &byte, 1, bit / 8), ==, 1);
      flipped = byte ^ 1u << bit % 8;
      g_assert_cmpint (pwrite (fd, &flipped, 1, bit / 8), ==, 1);
      found = digest (fd);
      g_assert_cmpint (pwrite (fd, &byte, 1, bit / 8), ==, 1);
      if (found == NULL)
        n_refused++;
      else
        n_same += g_str_equal (found, expected);
      if (found != NULL && !g_str_equal (found, expected))
        g_error ("bit %u of byte %u", bit % 8, bit / 8);
    }
  g_test_message ("%u refused, %u the same", n_refused, n_same);
  g_assert_cmpuint (n_refused, >, n_same);
}

static void
test_a_failing_disk_is_an_error (void)
{
  g_autofree char *path = seed_path ("sound-plain");
  g_autofree char *copy = NULL;
  g_autofree char *contents = NULL;
  g_autofd int made = g_file_open_tmp ("zip-XXXXXX", &copy, NULL);
  /* It cannot be read. */
  g_autofd int fd = open (copy, O_WRONLY | O_CLOEXEC);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpint (write (made, contents, length), ==, length);
  g_assert_null (ter_zip_directory_read (fd, issues, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (issues->len, ==, 0);
  g_unlink (copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zip-directory/entries are told with their places", test_entries_are_told_with_their_places);
  g_test_add_func ("/zip-directory/every cut is refused", test_every_cut_is_refused);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *name = g_strdup_printf ("/zip-directory/a flipped bit is refused or changes nothing/%s", seeds[i]);

      g_test_add_data_func (name, seeds[i], test_a_flipped_bit_is_refused_or_changes_nothing);
    }
  g_test_add_func ("/zip-directory/a failing disk is an error", test_a_failing_disk_is_an_error);
  return g_test_run ();
}
