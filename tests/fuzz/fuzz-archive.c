/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "ter-archive.h"

/* Any bytes, opened as a .tpack and read to the end: no file gives more than its entry says, and what is refused says why. */

#define MAX_BYTES (16u * 1024 * 1024)

typedef struct
{
  guint64 done, all;
} Count;

static gboolean
count_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Count *count = user_data;

  count->done += length;
  count->all += length;
  if (count->all <= MAX_BYTES)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "enough");
  return FALSE;
}

static void
read_all (TerArchive *archive, GPtrArray *issues)
{
  Count count = { 0 };

  for (guint i = 0; i < ter_archive_get_n_entries (archive); i++)
    {
      const TerArchiveEntry *entry = ter_archive_get_entry (archive, i);
      g_autoptr (GError) error = NULL;
      guint n_issues = issues->len;
      gboolean whole;

      count.done = 0;
      g_assert_true (ter_archive_find_entry (archive, entry->path) == entry);
      whole = ter_archive_read (archive, entry, count_cb, &count, issues, NULL, &error);
      g_assert_true (count.done <= entry->size);
      g_assert_true (!whole || count.done == entry->size);
      g_assert_true (whole == (issues->len == n_issues && error == NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerArchive) archive = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  int fd = memfd_create ("archive", MFD_CLOEXEC);

  g_assert_cmpint (write (fd, data, size), ==, size);
  path = g_strdup_printf ("/proc/self/fd/%d", fd);
  file = g_file_new_for_path (path);
  archive = ter_archive_open (file, issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_true ((archive == NULL) == (issues->len == 1));
  if (archive != NULL)
    read_all (archive, issues);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *sentence = ter_issue_dup_sentence (g_ptr_array_index (issues, i), "fr");

      g_assert_true (g_utf8_validate (sentence, -1, NULL));
    }
  close (fd);
  return 0;
}
