/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "store-maker.h"
#include "ter-limits.h"
#include "ter-stage.h"

/* What one reading told. */
typedef struct
{
  gboolean opened;
  gboolean read;
  GPtrArray *issues;
  GError *error;
  TerStageProgress first;
  TerStageProgress last;
  guint64 stop_after; /* 0: never */
  GCancellable *cancellable;
} Reading;

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static void
progress_cb (const TerStageProgress *progress, gpointer user_data)
{
  Reading *reading = user_data;

  if (reading->first.files_total == 0)
    reading->first = *progress;
  reading->last = *progress;
  if (reading->stop_after > 0 && progress->bytes_done >= reading->stop_after)
    g_cancellable_cancel (reading->cancellable);
}

/* As if the process ended then: nothing is given up. */
static Reading
read_until (StoreMaker *self, GFile *source, guint64 stop_after)
{
  g_autoptr (TerStage) stage = ter_stage_new (self->store, source);
  Reading reading = { .stop_after = stop_after, .cancellable = g_cancellable_new () };

  reading.issues = g_ptr_array_new_with_free_func (g_object_unref);
  reading.opened = ter_stage_open (stage, reading.issues, reading.cancellable, &reading.error);
  if (reading.opened)
    reading.read = ter_stage_read (stage, reading.issues, progress_cb, &reading, reading.cancellable, &reading.error);
  return reading;
}

static void
assert_issues (const Reading *reading, const char *expected)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < reading->issues->len; i++)
    {
      TerIssue *issue = g_ptr_array_index (reading->issues, i);

      g_string_append_printf (codes, "%s%s %s", i > 0 ? ", " : "", ter_issue_get_code (issue), ter_issue_get_file (issue));
    }
  g_assert_cmpstr (codes->str, ==, expected);
}

static void
write_file (GFile *folder, const char *path, const char *contents)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), contents, -1, NULL));
}

static void
test_a_folder_and_an_archive_give_the_same_objects (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GFile) tpack = store_maker_tpack (self, folder);
  g_auto (Reading) one = read_until (self, folder, 0);
  g_auto (Reading) two = { 0 };

  g_assert_no_error (one.error);
  g_assert_true (one.read);
  g_assert_cmpuint (one.last.files_done, ==, 3);
  g_assert_cmpuint (one.last.files_total, ==, 3);
  g_assert_cmpuint (one.last.bytes_done, ==, one.last.bytes_total);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
  two = read_until (self, tpack, 0);
  g_assert_no_error (two.error);
  g_assert_true (two.read);
  g_assert_cmpuint (two.last.files_total, ==, 0);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_an_update_reads_what_is_new_alone (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = NULL;
  g_auto (Reading) reading = { 0 };

  store_maker_install (self, "essai", "1.0.0", "un");
  folder = store_maker_pack (self, "essai", "2.0.0", "deux");
  reading = read_until (self, folder, 0);
  g_assert_true (reading.read);
  g_assert_cmpuint (reading.last.files_total, ==, 1);
  g_assert_cmpuint (reading.last.bytes_total, ==, strlen ("code,mot\n1,deux\n"));
}

static void
test_what_was_read_is_not_read_again (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autofree char *entries = NULL;
  g_autoptr (GPtrArray) unfinished = NULL;
  g_auto (Reading) one = read_until (self, folder, 20);
  g_auto (Reading) two = { 0 };

  g_assert_error (one.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (one.last.files_done, >=, 1);
  unfinished = ter_stage_list_unfinished (self->store);
  g_assert_cmpuint (unfinished->len, ==, 1);
  g_assert_true (g_file_equal (g_ptr_array_index (unfinished, 0), folder));
  /* The start-up sweep leaves it what it has read. */
  g_assert_true (ter_store_sweep (self->store, TRUE, NULL, NULL));

  two = read_until (self, folder, 0);
  g_assert_true (two.read);
  g_assert_cmpuint (two.first.files_done, ==, one.last.files_done);
  g_assert_cmpuint (two.first.bytes_done, >, 0);
  g_assert_cmpuint (two.last.bytes_done, ==, two.last.bytes_total);
}

/* After a power cut a file may have its name and not its bytes. */
static void
test_a_staged_file_without_its_bytes_is_read_again (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_auto (Reading) one = read_until (self, folder, 20);
  g_auto (Reading) two = { 0 };
  g_autofree char *incoming = store_maker_path (self, "incoming");
  g_autoptr (GDir) dir = g_dir_open (incoming, 0, NULL);
  g_autofree char *files = g_build_filename (incoming, g_dir_read_name (dir), "files", NULL);
  g_autoptr (GDir) staged = g_dir_open (files, 0, NULL);
  const char *name;
  guint n = 0;

  for (; (name = g_dir_read_name (staged)) != NULL; n++)
    {
      g_autofree char *path = g_build_filename (files, name, NULL);

      g_assert_true (g_file_set_contents (path, "", 0, NULL));
    }
  g_assert_cmpuint (n, >, 0);
  two = read_until (self, folder, 0);
  g_assert_true (two.read);
  g_assert_cmpuint (two.first.files_done, ==, 0);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_giving_up_leaves_nothing (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_auto (Reading) reading = read_until (self, folder, 20);
  g_autoptr (GPtrArray) unfinished = NULL;

  ter_stage_forget (self->store, folder);
  unfinished = ter_stage_list_unfinished (self->store);
  g_assert_cmpuint (unfinished->len, ==, 0);
  g_assert_true (ter_store_sweep (self->store, TRUE, NULL, NULL));
  g_assert_cmpuint (store_maker_objects (self), ==, 0);
}

static void
test_what_file_managers_leave_in_a_folder_is_not_read (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_auto (Reading) reading = { 0 };

  write_file (folder, "Thumbs.db", "rien");
  write_file (folder, "data/.DS_Store", "rien");
  reading = read_until (self, folder, 0);
  g_assert_true (reading.read);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_each_damaged_and_missing_file_is_named (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GFile) text = g_file_resolve_relative_path (folder, "texts/same.md");
  g_auto (Reading) reading = { 0 };

  write_file (folder, "data/table.csv", "code,mot\n1,xx\n");
  write_file (folder, "content/entries.json", "[]");
  g_file_delete (text, NULL, NULL);
  reading = read_until (self, folder, 0);
  g_assert_no_error (reading.error);
  g_assert_false (reading.read);
  assert_issues (&reading, "file-size content/entries.json, file-hash data/table.csv, file-missing texts/same.md");
}

/* The reader is told as soon as there is one octet too many. */
static void
test_an_endless_file_is_stopped (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GFile) table = g_file_resolve_relative_path (folder, "data/table.csv");
  g_auto (Reading) reading = { 0 };

  g_assert_cmpint (truncate (g_file_peek_path (table), 1ll << 40), ==, 0);
  reading = read_until (self, folder, 0);
  g_assert_false (reading.read);
  assert_issues (&reading, "file-size data/table.csv");
}

static void
test_a_link_and_a_pipe_are_no_files (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (GFile) table = g_file_resolve_relative_path (folder, "data/table.csv");
  g_autoptr (GFile) text = g_file_resolve_relative_path (folder, "texts/same.md");
  g_auto (Reading) reading = { 0 };

  g_file_delete (table, NULL, NULL);
  g_assert_true (g_file_make_symbolic_link (table, "/etc/hostname", NULL, NULL));
  g_file_delete (text, NULL, NULL);
  g_assert_cmpint (mkfifo (g_file_peek_path (text), 0600), ==, 0);
  reading = read_until (self, folder, 0);
  g_assert_false (reading.read);
  assert_issues (&reading, "file-not-regular data/table.csv, file-not-regular texts/same.md");
}

static void
test_a_folder_without_a_manifest_is_no_pack (StoreMaker *self, gconstpointer data)
{
  g_auto (Reading) reading = { 0 };

  g_file_make_directory (self->place, NULL, NULL);
  reading = read_until (self, self->place, 0);
  g_assert_false (reading.opened);
  assert_issues (&reading, "manifest-missing ");
}

static void
test_a_source_that_is_gone_can_be_tried_again (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (self->place, "nulle-part.tpack");
  g_auto (Reading) reading = read_until (self, nowhere, 0);

  g_assert_false (reading.opened);
  g_assert_nonnull (reading.error);
  g_assert_cmpuint (reading.issues->len, ==, 0);
  g_assert_nonnull (strstr (reading.error->message, "plug the key in again, then resume"));
}

/* (transfer full): a pack of which the manifest says that its file of entries has @n_bytes. */
static GFile *
make_huge_pack (StoreMaker *self, guint64 n_bytes)
{
  g_autoptr (GFile) place = g_file_get_child (self->place, "1.0.0");
  g_autoptr (PackFixture) pack = pack_fixture_new (place, "essai");
  g_autoptr (GFile) manifest = NULL;
  g_autofree char *contents = NULL, *huge = NULL, *before = NULL;
  const char *bytes;

  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_write (pack);
  manifest = g_file_get_child (pack_fixture_get_folder (pack), TER_PACK_MANIFEST);
  g_assert_true (g_file_load_contents (manifest, NULL, &contents, NULL, NULL, NULL));
  bytes = strstr (contents, "\"bytes\": ");
  g_assert_nonnull (bytes);
  bytes += strlen ("\"bytes\": ");
  before = g_strndup (contents, bytes - contents);
  huge = g_strdup_printf ("%s%" G_GUINT64_FORMAT "%s", before, n_bytes, strchr (bytes, ','));
  g_assert_true (g_file_set_contents (g_file_peek_path (manifest), huge, -1, NULL));
  return g_object_ref (pack_fixture_get_folder (pack));
}

/* A manifest that lists what no disk of today holds, a file at a time. */
static void
test_the_room_is_looked_for_before_anything_is_read (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFileInfo) info = g_file_query_filesystem_info (self->folder, G_FILE_ATTRIBUTE_FILESYSTEM_FREE, NULL, NULL);
  g_auto (Reading) reading = { 0 };

  if (g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE) > 5 * TER_LIMIT_PACK_BYTES / 2)
    {
      g_test_skip ("the disk has too much room");
      return;
    }
  folder = make_huge_pack (self, TER_LIMIT_PACK_BYTES);
  reading = read_until (self, folder, 0);
  g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_true (g_str_has_prefix (reading.error->message, "This pack needs "));
}

/* What the list says is enough to refuse a pack; at the limit the file itself is looked at, or the room for it. */
static void
test_listed_bytes_are_counted (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) at_limit = make_huge_pack (self, TER_LIMIT_PACK_BYTES);
  g_auto (Reading) fits = read_until (self, at_limit, 0);
  g_autoptr (GFile) above = make_huge_pack (self, TER_LIMIT_PACK_BYTES + 1);
  g_auto (Reading) beyond = read_until (self, above, 0);

  g_assert_true (fits.opened);
  g_assert_false (beyond.opened);
  g_assert_no_error (beyond.error);
  assert_issues (&beyond, "pack-too-large ");
}

/* None of them is there: of those that may be, a thousand are told missing. */
static void
test_listed_files_are_counted (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");

  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GString) manifest =
        g_string_new ("{\"format\": [1, 0], \"name\": \"essai\", \"version\": \"1.0.0\", \"resources\": [");
      g_auto (Reading) reading = { 0 };

      for (guint i = 0; i < TER_LIMIT_FILES + above; i++)
        g_string_append_printf (manifest, "%s{\"path\": \"files/%u\", \"bytes\": 1, \"hash\": \"sha256:%064x\"}", i > 0 ? ", " : "",
                                i, i);
      g_string_append (manifest, "]}");
      write_file (folder, TER_PACK_MANIFEST, manifest->str);
      reading = read_until (self, folder, 0);
      g_assert_no_error (reading.error);
      g_assert_cmpint (reading.opened, ==, !above);
      g_assert_false (reading.read);
      if (above)
        assert_issues (&reading, "files-too-many ");
      else
        g_assert_cmpuint (reading.issues->len, ==, TER_LIMIT_ISSUES);
    }
}

#define ADD(name, function) g_test_add ("/stage/" name, StoreMaker, NULL, store_maker_set_up, function, store_maker_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-folder-and-an-archive-give-the-same-objects", test_a_folder_and_an_archive_give_the_same_objects);
  ADD ("an-update-reads-what-is-new-alone", test_an_update_reads_what_is_new_alone);
  ADD ("what-was-read-is-not-read-again", test_what_was_read_is_not_read_again);
  ADD ("a-staged-file-without-its-bytes-is-read-again", test_a_staged_file_without_its_bytes_is_read_again);
  ADD ("giving-up-leaves-nothing", test_giving_up_leaves_nothing);
  ADD ("what-file-managers-leave-in-a-folder-is-not-read", test_what_file_managers_leave_in_a_folder_is_not_read);
  ADD ("each-damaged-and-missing-file-is-named", test_each_damaged_and_missing_file_is_named);
  ADD ("an-endless-file-is-stopped", test_an_endless_file_is_stopped);
  ADD ("a-link-and-a-pipe-are-no-files", test_a_link_and_a_pipe_are_no_files);
  ADD ("a-folder-without-a-manifest-is-no-pack", test_a_folder_without_a_manifest_is_no_pack);
  ADD ("a-source-that-is-gone-can-be-tried-again", test_a_source_that_is_gone_can_be_tried_again);
  ADD ("the-room-is-looked-for-before-anything-is-read", test_the_room_is_looked_for_before_anything_is_read);
  ADD ("listed-bytes-are-counted", test_listed_bytes_are_counted);
  ADD ("listed-files-are-counted", test_listed_files_are_counted);
  return g_test_run ();
}
