/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-archive-writer.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-archive.h"
#include "ter-limits.h"
#include "ter-sha256.h"

/* A pack of a few files, among them a picture that is stored, an empty one, and one that deflates like a trap. */
typedef struct
{
  char *path;
  TerPackFiles *files;
} Fixture;

#define SIGNATURE_BYTES 23

static const char *const written_order[] = { "datapackage.json", "datapackage.json.sig", "B.txt",    "a/empty.md",
                                             "a/image.PNG",      "a/river.md",           "zeros.bin" };

static void
write_file (const char *folder, const char *name, const char *data, gsize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents_full (path, data, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
add_resource (Fixture *fixture, GString *manifest, const char *name, const char *data, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autofree char *hash = ter_sha256_of_bytes (bytes);

  write_file (fixture->path, name, data, length);
  g_string_append_printf (manifest, "%s{\"path\": \"%s\", \"bytes\": %" G_GSIZE_FORMAT ", \"hash\": \"sha256:%s\"}",
                          g_str_has_suffix (manifest->str, "[") ? "" : ", ", name, length, hash);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) manifest = g_string_new ("{\"name\": \"sample\", \"resources\": [");
  g_autofree char *river = g_strnfill (200000, 'r');
  g_autofree char *zeros = g_malloc0 (3000000);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GFile) folder = NULL;

  fixture->path = g_dir_make_tmp ("writer-XXXXXX", NULL);
  for (guint i = 0; i < 200000; i += 7)
    river[i] = g_rand_int_range (rand, 'a', 'z');
  add_resource (fixture, manifest, "zeros.bin", zeros, 3000000);
  add_resource (fixture, manifest, "a/river.md", river, 200000);
  add_resource (fixture, manifest, "a/image.PNG", river, 5000);
  add_resource (fixture, manifest, "a/empty.md", "", 0);
  add_resource (fixture, manifest, "B.txt", "B\n", 2);
  g_string_append (manifest, "]}");
  write_file (fixture->path, "datapackage.json", manifest->str, manifest->len);
  write_file (fixture->path, "datapackage.json.sig", "untrusted comment\nAAAA\n", SIGNATURE_BYTES);
  write_file (fixture->path, "unlisted.txt", "?", 1);

  folder = g_file_new_for_path (fixture->path);
  fixture->files = ter_pack_files_new_for_folder (folder);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", fixture->path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_object_unref (fixture->files);
  g_free (fixture->path);
}

static char *
write_archive (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->path, name, NULL);
  g_autofd int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  g_autoptr (GError) error = NULL;
  gboolean written = ter_archive_writer_write (fixture->files, fd, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (written);
  return path;
}

static void
test_two_writes_give_the_same_bytes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *one = write_archive (fixture, "one.tpack");
  g_autofree char *river = g_build_filename (fixture->path, "a", "river.md", NULL);
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));
  g_autofree char *other = NULL;
  g_autofree char *one_text = NULL;
  g_autofree char *other_text = NULL;
  struct timespec times[2] = { { .tv_sec = 1000000000 }, { .tv_sec = 1000000000 } };
  gsize one_length, other_length;

  /* Another time, other rights, another zone. */
  g_assert_cmpint (utimensat (AT_FDCWD, river, times, 0), ==, 0);
  g_assert_cmpint (g_chmod (river, 0444), ==, 0);
  g_setenv ("TZ", "Pacific/Auckland", TRUE);
  other = write_archive (fixture, "other.tpack");
  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");

  g_assert_true (g_file_get_contents (one, &one_text, &one_length, NULL));
  g_assert_true (g_file_get_contents (other, &other_text, &other_length, NULL));
  g_assert_cmpmem (one_text, one_length, other_text, other_length);
}

static gboolean
hash_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  ter_sha256_update (user_data, data, length);
  return TRUE;
}

static void
test_the_reader_finds_each_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_archive (fixture, "one.tpack");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerArchive) archive = ter_archive_open (file, issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (archive);
  g_assert_cmpuint (ter_archive_get_n_entries (archive), ==, G_N_ELEMENTS (written_order));
  for (guint i = 0; i < G_N_ELEMENTS (written_order); i++)
    {
      const TerArchiveEntry *entry = ter_archive_get_entry (archive, i);
      g_autoptr (TerSha256) sha256 = ter_sha256_new ();
      g_autofd int fd = ter_pack_files_open (fixture->files, entry->path, &error);
      g_autofree char *found = NULL;
      g_autofree char *expected = NULL;
      guint64 size;

      g_assert_cmpstr (entry->path, ==, written_order[i]);
      g_assert_true (ter_archive_read (archive, entry, hash_cb, sha256, issues, NULL, &error));
      expected = ter_sha256_of_fd (fd, G_MAXUINT32, &size, NULL, &error);
      g_assert_no_error (error);
      found = ter_sha256_finish (sha256);
      g_assert_cmpstr (found, ==, expected);
      g_assert_cmpuint (size, ==, entry->size);
    }
  /* What is packed already, and what would look like a trap, is stored; the rest is not. */
  g_assert_cmpuint (ter_archive_find_entry (archive, "a/image.PNG")->compressed, ==, 5000);
  g_assert_cmpuint (ter_archive_find_entry (archive, "zeros.bin")->compressed, ==, 3000000);
  g_assert_cmpuint (ter_archive_find_entry (archive, "a/river.md")->compressed, <, 150000);
}

static const char check_script[] = "import sys, zipfile\n"
                                   "with zipfile.ZipFile(sys.argv[1]) as archive:\n"
                                   "    assert archive.testzip() is None\n"
                                   "    assert archive.namelist() == sys.argv[2:], archive.namelist()\n"
                                   "    for info in archive.infolist():\n"
                                   "        assert info.date_time == (1980, 1, 1, 0, 0, 0), info\n"
                                   "        assert info.external_attr >> 16 == 0o100644, info\n"
                                   "        assert info.create_system == 3 and not info.comment, info\n"
                                   "        assert info.extract_version <= 20, info\n"
                                   "    assert archive.comment == b''\n"
                                   "    assert archive.getinfo('a/image.PNG').compress_type == zipfile.ZIP_STORED\n"
                                   "    assert archive.getinfo('a/river.md').compress_type == zipfile.ZIP_DEFLATED\n"
                                   "    assert archive.read('B.txt') == b'B\\n'\n";

static void
assert_runs (GPtrArray *argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *out = NULL;
  g_autofree char *err = NULL;
  int status;

  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", out, err);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
test_other_programs_agree (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_archive (fixture, "one.tpack");
  g_autofree char *unzip = g_find_program_in_path ("unzip");
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, (gpointer) "python3");
  g_ptr_array_add (argv, (gpointer) "-c");
  g_ptr_array_add (argv, (gpointer) check_script);
  g_ptr_array_add (argv, path);
  for (guint i = 0; i < G_N_ELEMENTS (written_order); i++)
    g_ptr_array_add (argv, (gpointer) written_order[i]);
  assert_runs (argv);

  if (unzip == NULL)
    return;
  g_ptr_array_set_size (argv, 0);
  g_ptr_array_add (argv, unzip);
  g_ptr_array_add (argv, (gpointer) "-tq");
  g_ptr_array_add (argv, path);
  assert_runs (argv);
}

static void
assert_not_written (Fixture *fixture, const char *place, int code)
{
  g_autofd int fd = g_open (place, O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_archive_writer_write (fixture->files, fd, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_test_message ("%s", error->message);
}

static void
test_a_file_that_is_not_the_listed_one_is_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "C\n", "B", "B\nB", "" };

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      write_file (fixture->path, "B.txt", contents[i], strlen (contents[i]));
      assert_not_written (fixture, "/dev/null", G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_a_file_that_is_missing_or_no_file_is_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "B.txt", NULL);

  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_not_written (fixture, "/dev/null", G_IO_ERROR_NOT_FOUND);
  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
  assert_not_written (fixture, "/dev/null", G_IO_ERROR_NOT_REGULAR_FILE);
}

static void
test_a_manifest_that_lists_nonsense_is_refused (Fixture *fixture, gconstpointer data)
{
#define HASH "\"hash\": \"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\""
  static const char *const manifests[] = {
    "",
    "[]",
    "{",
    "3",
    "{\"resources\": [3]}",
    "{\"resources\": [{\"path\": \"../B.txt\", \"bytes\": 0, " HASH "}]}",
    "{\"resources\": [{\"path\": \"/etc/passwd\", \"bytes\": 0, " HASH "}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", " HASH "}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", \"bytes\": 0}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", \"bytes\": -1, " HASH "}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", \"bytes\": 1e300, " HASH "}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", \"bytes\": 2147483648, " HASH "}]}",
    "{\"resources\": [{\"path\": \"datapackage.json\", \"bytes\": 0, " HASH "}]}",
    "{\"resources\": [{\"path\": \"a/empty.md\", \"bytes\": 0, " HASH "}, {\"path\": \"a/Empty.md\", \"bytes\": 0, " HASH "}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (manifests); i++)
    {
      g_test_message ("%s", manifests[i]);
      write_file (fixture->path, "datapackage.json", manifests[i], strlen (manifests[i]));
      assert_not_written (fixture, "/dev/null", G_IO_ERROR_INVALID_DATA);
    }
}

/* At the limit the first file that is missing is told, above it nothing is looked for. @limit: (nullable): that it is beyond */
static void
assert_limited (Fixture *fixture, const char *limit)
{
  g_autofd int fd = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_archive_writer_write (fixture->files, fd, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, (limit != NULL ? G_IO_ERROR_INVALID_DATA : G_IO_ERROR_NOT_FOUND));
  if (limit != NULL)
    g_assert_nonnull (strstr (error->message, limit));
}

static void
test_files_are_counted (Fixture *fixture, gconstpointer data)
{
  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GString) manifest = g_string_new ("{\"resources\": [");

      for (guint i = 0; i < TER_LIMIT_FILES - 2 + above; i++)
        g_string_append_printf (manifest, "%s{\"path\": \"files/%u\", \"bytes\": 1, " HASH "}", i > 0 ? ", " : "", i);
      g_string_append (manifest, "]}");
      write_file (fixture->path, "datapackage.json", manifest->str, manifest->len);
      assert_limited (fixture, above ? "20000" : NULL);
    }
}

/* Of what is listed, of the list itself and of its signature. */
static void
test_bytes_are_counted (Fixture *fixture, gconstpointer data)
{
  for (guint above = 0; above <= 1; above++)
    {
      /* As long as the other, whose number has as many digits. */
      g_autofree char *without =
        g_strdup_printf ("{\"resources\": [{\"path\": \"files/a\", \"bytes\": %" G_GUINT64_FORMAT ", " HASH "}]}",
                         (guint64) TER_LIMIT_PACK_BYTES);
      g_autofree char *manifest =
        g_strdup_printf ("{\"resources\": [{\"path\": \"files/a\", \"bytes\": %" G_GUINT64_FORMAT ", " HASH "}]}",
                         (guint64) TER_LIMIT_PACK_BYTES - strlen (without) - SIGNATURE_BYTES + above);

      g_assert_cmpuint (strlen (manifest), ==, strlen (without));
      write_file (fixture->path, "datapackage.json", manifest, strlen (manifest));
      assert_limited (fixture, above ? "2.0\302\240GiB" : NULL);
    }
}

static void
test_a_full_disk_is_an_error (Fixture *fixture, gconstpointer data)
{
  assert_not_written (fixture, "/dev/full", G_IO_ERROR_NO_SPACE);
}

typedef struct
{
  guint64 done, total;
  GCancellable *cancellable; /* nullable: cancelled half-way */
} Progress;

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_cmpuint (done, >, progress->done);
  g_assert_cmpuint (done, <=, total);
  progress->done = done;
  progress->total = total;
  if (progress->cancellable != NULL && done > total / 2)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress_goes_to_the_end (Fixture *fixture, gconstpointer data)
{
  g_autofd int fd = g_open ("/dev/null", O_WRONLY | O_CLOEXEC, 0);
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };

  g_assert_true (ter_archive_writer_write (fixture->files, fd, progress_cb, &progress, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (progress.done, ==, progress.total);
  g_assert_cmpuint (progress.total, >, 3000000 + 200000 + 5000);
}

static void
test_writing_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->path, "half.tpack", NULL);
  g_autofd int fd = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  Progress progress = { .cancellable = cancellable };

  g_assert_false (ter_archive_writer_write (fixture->files, fd, progress_cb, &progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.done, <, progress.total);
  g_clear_error (&error);
  /* What is not whole does not pass for a pack. */
  g_assert_null (ter_archive_open (file, issues, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, ==, 1);
}

#define ADD(name, function) g_test_add ("/archive-writer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("two writes give the same bytes", test_two_writes_give_the_same_bytes);
  ADD ("the reader finds each file", test_the_reader_finds_each_file);
  ADD ("other programs agree", test_other_programs_agree);
  ADD ("a file that is not the listed one is refused", test_a_file_that_is_not_the_listed_one_is_refused);
  ADD ("a file that is missing or no file is refused", test_a_file_that_is_missing_or_no_file_is_refused);
  ADD ("a manifest that lists nonsense is refused", test_a_manifest_that_lists_nonsense_is_refused);
  ADD ("files are counted", test_files_are_counted);
  ADD ("bytes are counted", test_bytes_are_counted);
  ADD ("a full disk is an error", test_a_full_disk_is_an_error);
  ADD ("progress goes to the end", test_progress_goes_to_the_end);
  ADD ("writing can be cancelled", test_writing_can_be_cancelled);
  return g_test_run ();
}
