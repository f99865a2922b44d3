/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-archive.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-limits.h"

/* tests/corpus/archives/make-archives.py makes the archives and says what the reader must answer: "sound", a code, or
 * "structure" for those whose structure alone is sound, because their data are holes. */

#define MAX_SECONDS 2

static char *corpus;
static char **expectations; /* NAME, tab, CODE */

static gboolean
count_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  guint64 *done = user_data;

  *done += length;
  return TRUE;
}

static GFile *
sample (const char *name)
{
  g_autofree char *path = g_build_filename (corpus, name, NULL);

  return g_file_new_for_path (path);
}

static TerArchive *
open_sound (const char *name)
{
  g_autoptr (GFile) file = sample (name);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  TerArchive *archive = ter_archive_open (file, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (archive);
  g_assert_cmpuint (issues->len, ==, 0);
  return archive;
}

/* Reads all files, until one is damaged. */
static void
read_all (TerArchive *archive, GPtrArray *issues)
{
  for (guint i = 0; i < ter_archive_get_n_entries (archive) && issues->len == 0; i++)
    {
      const TerArchiveEntry *entry = ter_archive_get_entry (archive, i);
      g_autoptr (GError) error = NULL;
      guint64 done = 0;
      gboolean whole = ter_archive_read (archive, entry, count_cb, &done, issues, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (whole == (issues->len == 0));
      g_assert_cmpuint (done, <=, entry->size);
      if (whole)
        g_assert_cmpuint (done, ==, entry->size);
    }
}

static void
test_an_archive_is_told_exactly_its_code (gconstpointer data)
{
  g_auto (GStrv) words = g_strsplit (data, "\t", 2);
  g_autoptr (GFile) file = sample (words[0]);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerArchive) archive = NULL;
  gint64 start = g_get_monotonic_time ();
  const char *code = "sound";

  archive = ter_archive_open (file, issues, NULL, &error);
  g_assert_no_error (error);
  g_assert_true ((archive != NULL) == (issues->len == 0));
  if (archive != NULL && !g_str_equal (words[1], "structure"))
    read_all (archive, issues);

  g_assert_cmpuint (issues->len, <=, 1);
  if (issues->len > 0)
    {
      g_autofree char *sentence = ter_issue_dup_sentence (g_ptr_array_index (issues, 0), "en");

      code = ter_issue_get_code (g_ptr_array_index (issues, 0));
      g_test_message ("%s", sentence);
      g_assert_null (strchr (sentence, '{'));
    }
  g_assert_cmpstr (code, ==, g_str_equal (words[1], "structure") ? "sound" : words[1]);
  /* A machine that is busy gets its time. */
  g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 5 * MAX_SECONDS);
}

static void
test_every_code_of_archives_has_an_archive (void)
{
  for (guint code = 0; code < TER_N_ISSUES; code++)
    {
      const char *name = ter_issue_code_get_name (code);
      gboolean found = !g_str_has_prefix (name, "archive-");

      for (guint i = 0; expectations[i] != NULL && !found; i++)
        found = g_str_equal (strchr (expectations[i], '\t') + 1, name);
      g_test_message ("%s", name);
      g_assert_true (found);
    }
}

static gboolean
append_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_byte_array_append (user_data, data, length);
  return TRUE;
}

static char *
read_text (TerArchive *archive, const char *path)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  GByteArray *bytes = g_byte_array_new ();

  g_assert_true (ter_archive_read (archive, ter_archive_find_entry (archive, path), append_cb, bytes, issues, NULL, &error));
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (bytes, FALSE);
}

static void
test_files_are_read_in_any_order (void)
{
  g_autoptr (TerArchive) archive = open_sound ("sound-zipfile-folders");

  g_assert_cmpuint (ter_archive_get_n_entries (archive), ==, 3);
  g_assert_null (ter_archive_find_entry (archive, "content"));
  g_assert_null (ter_archive_find_entry (archive, "content/"));
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *text = read_text (archive, "content/text.md");
      g_autofree char *empty = read_text (archive, "content/empty.md");
      g_autofree char *manifest = read_text (archive, "datapackage.json");

      g_assert_true (g_str_has_prefix (text, "Une rivière, deux rives.\n"));
      g_assert_cmpuint (strlen (text), ==, ter_archive_find_entry (archive, "content/text.md")->size);
      g_assert_cmpstr (empty, ==, "");
      g_assert_cmpstr (manifest, ==, "{\"format\": [1, 0], \"name\": \"sample\"}\n");
    }
}

static void
test_entries_stand_in_the_order_of_the_file (void)
{
  static const char *const paths[] = { "datapackage.json", "content/text.md", "b" };
  g_autoptr (TerArchive) archive = open_sound ("sound-list-in-another-order");

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpstr (ter_archive_get_entry (archive, i)->path, ==, paths[i]);
}

static gboolean
refuse_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
test_an_error_of_the_caller_ends_the_reading (void)
{
  g_autoptr (TerArchive) archive = open_sound ("sound-plain");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_archive_read (archive, ter_archive_get_entry (archive, 0), refuse_cb, NULL, issues, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (issues->len, ==, 0);
}

static void
test_opening_and_reading_can_be_cancelled (void)
{
  g_autoptr (TerArchive) archive = open_sound ("sound-plain");
  g_autoptr (GFile) file = sample ("sound-plain");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint64 done = 0;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_archive_open (file, issues, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_false (ter_archive_read (archive, ter_archive_get_entry (archive, 0), count_cb, &done, issues, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (issues->len, ==, 0);
}

/* A disk that fails is no fault of the pack's: the file's own descriptor is put in place of one that cannot be read. */
static void
test_a_failing_disk_is_an_error (void)
{
  g_autoptr (TerArchive) archive = open_sound ("sound-large");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (corpus, "sound-large", NULL);
  g_autofd int broken = open (path, O_WRONLY | O_CLOEXEC);
  struct stat info, other;
  guint64 done = 0;

  g_assert_cmpint (fstat (broken, &info), ==, 0);
  for (int fd = 3; fd < broken; fd++)
    if (fstat (fd, &other) == 0 && other.st_ino == info.st_ino && other.st_dev == info.st_dev)
      g_assert_cmpint (dup2 (broken, fd), ==, fd);
  g_assert_false (
    ter_archive_read (archive, ter_archive_find_entry (archive, "content/text.md"), count_cb, &done, issues, NULL, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, G_IO_ERROR);
  g_assert_cmpuint (issues->len, ==, 0);
}

/* An archive that is cut after it was opened: damaged, not read beyond. */
static void
test_an_archive_cut_meanwhile_is_damaged (void)
{
  g_autofree char *from = g_build_filename (corpus, "sound-large", NULL);
  g_autofree char *path = g_build_filename (corpus, "to-be-cut", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (TerArchive) archive = NULL;
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  guint64 done = 0;
  gsize length;

  g_assert_true (g_file_get_contents (from, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
  archive = open_sound ("to-be-cut");
  g_assert_cmpint (truncate (path, 100000), ==, 0);
  g_assert_false (
    ter_archive_read (archive, ter_archive_find_entry (archive, "content/text.md"), count_cb, &done, issues, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, ==, 1);
  g_assert_cmpstr (ter_issue_get_code (g_ptr_array_index (issues, 0)), ==, "archive-file-damaged");
  g_assert_cmpstr (ter_issue_get_file (g_ptr_array_index (issues, 0)), ==, "content/text.md");
}

static void
test_what_is_no_file_is_an_error (void)
{
  g_autofree char *pipe = g_build_filename (corpus, "pipe", NULL);
  struct
  {
    GFile *file;
    GIOErrorEnum code;
  } cases[] = {
    { g_file_new_for_path ("/nonexistent.tpack"), G_IO_ERROR_NOT_FOUND },
    { g_file_new_for_path (corpus), G_IO_ERROR_NOT_REGULAR_FILE },
    { g_file_new_for_path ("/dev/zero"), G_IO_ERROR_NOT_REGULAR_FILE },
    { g_file_new_for_path (pipe), G_IO_ERROR_NOT_REGULAR_FILE },
    { g_file_new_for_uri ("https://example.org/a.tpack"), G_IO_ERROR_NOT_SUPPORTED },
  };
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ter_archive_open (cases[i].file, issues, NULL, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
      g_assert_cmpuint (issues->len, ==, 0);
      g_object_unref (cases[i].file);
    }
}

/* Backwards, a file in a thousand: each is found at once, none is sought through the others. */
static void
test_many_files_are_read_in_no_time (void)
{
  g_autoptr (TerArchive) archive = open_sound ("sound-limit-files");
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = ter_archive_get_n_entries (archive);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (n, ==, TER_LIMIT_FILES);
  for (guint i = n; i-- > 0;)
    {
      guint64 done = 0;

      g_assert_true (ter_archive_read (archive, ter_archive_get_entry (archive, i), count_cb, &done, issues, NULL, NULL));
    }
  g_test_message ("%u files backwards in %.2f s", n, (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC);
  g_assert_cmpint ((g_get_monotonic_time () - start) / G_USEC_PER_SEC, <, 20);
}

static void
make_corpus (void)
{
  g_autofree char *script = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "archives", "make-archives.py", NULL);
  g_autofree char *list = NULL;
  g_autofree char *text = NULL;
  const char *argv[] = { "python3", "-B", script, NULL, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  corpus = g_dir_make_tmp ("archives-XXXXXX", &error);
  g_assert_no_error (error);
  argv[3] = corpus;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  list = g_build_filename (corpus, "list.txt", NULL);
  g_assert_true (g_file_get_contents (list, &text, NULL, NULL));
  expectations = g_strsplit (g_strchomp (text), "\n", -1);
}

static void
remove_corpus (void)
{
  const char *argv[] = { "rm", "-rf", corpus, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (corpus);
  g_strfreev (expectations);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  make_corpus ();
  for (guint i = 0; expectations[i] != NULL; i++)
    {
      g_autofree char *name = g_strndup (expectations[i], strchr (expectations[i], '\t') - expectations[i]);
      g_autofree char *test = g_strdup_printf ("/archive/an archive is told exactly its code/%s", name);

      g_test_add_data_func (test, expectations[i], test_an_archive_is_told_exactly_its_code);
    }
  g_test_add_func ("/archive/every code of archives has an archive", test_every_code_of_archives_has_an_archive);
  g_test_add_func ("/archive/files are read in any order", test_files_are_read_in_any_order);
  g_test_add_func ("/archive/entries stand in the order of the file", test_entries_stand_in_the_order_of_the_file);
  g_test_add_func ("/archive/an error of the caller ends the reading", test_an_error_of_the_caller_ends_the_reading);
  g_test_add_func ("/archive/opening and reading can be cancelled", test_opening_and_reading_can_be_cancelled);
  g_test_add_func ("/archive/a failing disk is an error", test_a_failing_disk_is_an_error);
  g_test_add_func ("/archive/an archive cut meanwhile is damaged", test_an_archive_cut_meanwhile_is_damaged);
  g_test_add_func ("/archive/what is no file is an error", test_what_is_no_file_is_an_error);
  g_test_add_func ("/archive/many files are read in no time", test_many_files_are_read_in_no_time);
  status = g_test_run ();
  remove_corpus ();
  return status;
}
