/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "kit-maker.h"
#include "ter-save.h"

#define BIG (3 * 1024 * 1024)

/* A pack's folder and a folder to save into, made anew for each test. */
typedef struct
{
  char *root;
  GFile *pack;
  GFile *target;
  TerKit *kit;
  GPtrArray *saved;
  GError *error;
  gboolean done;
  guint n_reports;
  guint64 last_done;
  GCancellable *cancel_on_report; /* nullable */
} Fixture;

static GFile *
child (GFile *folder, const char *path)
{
  return g_file_resolve_relative_path (folder, path);
}

static void
write_file (GFile *folder, const char *path, const char *bytes, gssize length)
{
  g_autoptr (GFile) file = child (folder, path);
  g_autofree char *name = g_file_get_path (file);

  g_assert_true (g_file_set_contents (name, bytes, length, NULL));
}

static char *
read_file (GFile *folder, const char *path)
{
  g_autoptr (GFile) file = child (folder, path);
  char *bytes = NULL;

  if (!g_file_load_contents (file, NULL, &bytes, NULL, NULL, NULL))
    return NULL;
  return bytes;
}

static guint
count_files (GFile *folder)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static char *
resource (const char *path, const char *bytes, gsize length)
{
  g_autofree char *sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, length);

  return g_strdup_printf ("{'name': 'n', 'path': '%s', 'bytes': %" G_GSIZE_FORMAT ", 'hash': 'sha256:%s'}", path, length, sha256);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *big = g_strnfill (BIG, 'x');
  g_autofree char *one = resource ("files/plan.pdf", "plan", 4);
  g_autofree char *two = resource ("files/grand.bin", big, BIG);
  g_autofree char *three = resource ("files/vide.txt", "", 0);
  g_autofree char *resources = g_strjoin (",", one, two, three, NULL);
  g_autofree char *pack = NULL;
  g_autofree char *files = NULL;
  g_autofree char *target = NULL;

  fixture->root = g_dir_make_tmp ("ter-save-XXXXXX", NULL);
  pack = g_build_filename (fixture->root, "pack", NULL);
  files = g_build_filename (pack, "files", NULL);
  target = g_build_filename (fixture->root, "Dossier à moi", NULL);
  g_assert_cmpint (g_mkdir_with_parents (files, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  fixture->pack = g_file_new_for_path (pack);
  fixture->target = g_file_new_for_path (target);
  write_file (fixture->pack, "files/plan.pdf", "plan", 4);
  write_file (fixture->pack, "files/grand.bin", big, BIG);
  write_file (fixture->pack, "files/vide.txt", "", 0);
  fixture->kit = make_kit (fixture->pack, resources,
                           "'files': [{'path': 'files/plan.pdf'}, {'path': 'files/grand.bin'}, {'path': 'files/vide.txt'}]");
  g_assert_cmpuint (ter_kit_get_files (fixture->kit)->len, ==, 3);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      remove_folder (inside);
    }
  g_remove (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->root);
  g_free (fixture->root);
  g_clear_pointer (&fixture->saved, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  g_object_unref (fixture->pack);
  g_object_unref (fixture->target);
  g_object_unref (fixture->kit);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->saved = ter_save_finish (result, &fixture->error);
  fixture->done = TRUE;
}

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Fixture *fixture = user_data;

  /* Never after the end, never backwards, never more than announced. */
  g_assert_false (fixture->done);
  g_assert_cmpuint (done, >=, fixture->last_done);
  g_assert_cmpuint (done, <=, total);
  g_assert_cmpuint (total, ==, BIG + 4);
  fixture->last_done = done;
  fixture->n_reports++;
  if (fixture->cancel_on_report != NULL)
    g_cancellable_cancel (fixture->cancel_on_report);
}

static void
wait_until_done (Fixture *fixture)
{
  while (!fixture->done)
    g_main_context_iteration (NULL, TRUE);
  fixture->done = FALSE;
}

static gboolean
save_all (Fixture *fixture, GCancellable *cancellable)
{
  g_clear_pointer (&fixture->saved, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  fixture->last_done = 0;
  ter_save_kit_async (ter_kit_get_files (fixture->kit), fixture->target, progress_cb, fixture, cancellable, saved_cb, fixture);
  wait_until_done (fixture);
  return fixture->saved != NULL;
}

static gboolean
save_one (Fixture *fixture, guint index, GFile *target)
{
  TerKitFile *file = ter_kit_get_files (fixture->kit)->pdata[index];

  g_clear_pointer (&fixture->saved, g_ptr_array_unref);
  g_clear_error (&fixture->error);
  ter_save_file_async (ter_kit_file_get_file (file), ter_kit_file_get_sha256 (file), target, NULL, saved_cb, fixture);
  wait_until_done (fixture);
  return fixture->saved != NULL;
}

static void
test_all_files_are_saved (Fixture *fixture, gconstpointer data)
{
  g_autofree char *plan = NULL;
  g_autofree char *big = NULL;
  g_autofree char *path = NULL;

  g_assert_true (save_all (fixture, NULL));
  plan = read_file (fixture->target, "plan.pdf");
  big = read_file (fixture->target, "grand.bin");
  path = g_file_get_path (fixture->saved->pdata[2]);
  g_assert_cmpstr (plan, ==, "plan");
  g_assert_cmpuint (strlen (big), ==, BIG);
  g_assert_cmpuint (fixture->saved->len, ==, 3);
  g_assert_true (g_str_has_suffix (path, "/Dossier à moi/vide.txt"));
  g_assert_cmpuint (count_files (fixture->target), ==, 3);
  g_assert_cmpuint (fixture->n_reports, >, 0);
  g_assert_cmpuint (fixture->last_done, ==, BIG + 4);
}

static void
test_saving_again_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_assert_true (save_all (fixture, NULL));
  g_assert_true (save_all (fixture, NULL));
  g_assert_cmpuint (count_files (fixture->target), ==, 3);
}

static void
test_another_file_of_that_name_is_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine = NULL;
  g_autofree char *also_mine = NULL;
  g_autofree char *new = NULL;

  write_file (fixture->target, "plan.pdf", "le mien", -1);
  write_file (fixture->target, "plan (2).pdf", "aussi", -1);
  g_assert_true (save_all (fixture, NULL));
  mine = read_file (fixture->target, "plan.pdf");
  also_mine = read_file (fixture->target, "plan (2).pdf");
  new = read_file (fixture->target, "plan (3).pdf");
  g_assert_cmpstr (mine, ==, "le mien");
  g_assert_cmpstr (also_mine, ==, "aussi");
  g_assert_cmpstr (new, ==, "plan");
}

static void
test_a_link_of_that_name_is_not_followed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) link = child (fixture->target, "plan.pdf");
  g_autofree char *new = NULL;

  g_assert_true (g_file_make_symbolic_link (link, "/nonexistent/ailleurs", NULL, NULL));
  g_assert_true (save_all (fixture, NULL));
  new = read_file (fixture->target, "plan (2).pdf");
  g_assert_cmpstr (new, ==, "plan");
}

static void
test_one_file_takes_the_place_that_was_chosen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) target = child (fixture->target, "Mon plan.pdf");
  g_autofree char *bytes = NULL;

  write_file (fixture->target, "Mon plan.pdf", "ancien", -1);
  g_assert_true (save_one (fixture, 0, target));
  bytes = read_file (fixture->target, "Mon plan.pdf");
  g_assert_cmpstr (bytes, ==, "plan");
  g_assert_cmpuint (count_files (fixture->target), ==, 1);
}

static void
test_a_damaged_file_is_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) target = child (fixture->target, "plan.pdf");
  g_autofree char *bytes = NULL;

  write_file (fixture->target, "plan.pdf", "ancien", -1);
  write_file (fixture->pack, "files/plan.pdf", "plam", 4);
  g_assert_false (save_one (fixture, 0, target));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_nonnull (strstr (fixture->error->message, "“plan.pdf” is not the file"));
  bytes = read_file (fixture->target, "plan.pdf");
  g_assert_cmpstr (bytes, ==, "ancien");
  g_assert_cmpuint (count_files (fixture->target), ==, 1);
}

static void
test_a_missing_file_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) source = child (fixture->pack, "files/plan.pdf");

  g_assert_true (g_file_delete (source, NULL, NULL));
  g_assert_false (save_all (fixture, NULL));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (fixture->error->message, ==, "“plan.pdf” is missing from its pack. Add the pack again.");
  g_assert_cmpuint (count_files (fixture->target), ==, 0);
}

static void
test_a_folder_that_is_gone_is_told (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_delete (fixture->target, NULL, NULL));
  g_assert_false (save_all (fixture, NULL));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (fixture->error->message, "no longer there"));
}

static void
test_a_protected_folder_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) target = g_file_new_for_path ("/sys/plan.pdf");

  g_assert_false (save_one (fixture, 0, target));
  g_assert_true (g_error_matches (fixture->error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
                 g_error_matches (fixture->error, G_IO_ERROR, G_IO_ERROR_READ_ONLY));
  g_assert_nonnull (strstr (fixture->error->message, "this folder is protected"));
}

static void
test_a_place_that_is_no_folder_of_this_computer_is_told (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) target = g_file_new_for_uri ("sftp://exemple.fr/plan.pdf");

  g_assert_false (save_one (fixture, 0, target));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

/* A disk that refuses in the middle: no file may grow over one mebibyte. */
static void
test_a_write_that_fails_leaves_nothing_half_done (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1024 * 1024;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_false (save_all (fixture, NULL));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (strstr (fixture->error->message, "“grand.bin” could not be saved"));
  g_assert_cmpuint (count_files (fixture->target), ==, 1);

  /* And one may try again. */
  g_assert_true (save_all (fixture, NULL));
  g_assert_cmpuint (count_files (fixture->target), ==, 3);
}

static void
test_a_cancel_leaves_nothing_half_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) at_once = g_cancellable_new ();
  g_autoptr (GCancellable) midway = g_cancellable_new ();
  guint n_files;

  g_cancellable_cancel (at_once);
  g_assert_false (save_all (fixture, at_once));
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (fixture->target), ==, 0);

  fixture->cancel_on_report = midway;
  save_all (fixture, midway);
  fixture->cancel_on_report = NULL;
  n_files = count_files (fixture->target);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GFile) file = child (fixture->target, ter_kit_file_get_name (ter_kit_get_files (fixture->kit)->pdata[i]));

      n_files -= g_file_query_exists (file, NULL);
    }
  /* Only whole files. */
  g_assert_cmpuint (n_files, ==, 0);
  g_assert_true (save_all (fixture, NULL));
  g_assert_cmpuint (count_files (fixture->target), ==, 3);
}

static void
test_a_text_is_saved_whole (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) target = child (fixture->target, "webinaire.ics");
  g_autofree char *bytes = NULL;

  ter_save_text_async ("BEGIN:VCALENDAR\r\né\r\n", target, NULL, saved_cb, fixture);
  wait_until_done (fixture);
  g_assert_no_error (fixture->error);
  bytes = read_file (fixture->target, "webinaire.ics");
  g_assert_cmpstr (bytes, ==, "BEGIN:VCALENDAR\r\né\r\n");
}

#define ADD(name, function) g_test_add ("/save/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("all files are saved", test_all_files_are_saved);
  ADD ("saving again changes nothing", test_saving_again_changes_nothing);
  ADD ("another file of that name is kept", test_another_file_of_that_name_is_kept);
  ADD ("a link of that name is not followed", test_a_link_of_that_name_is_not_followed);
  ADD ("one file takes the place that was chosen", test_one_file_takes_the_place_that_was_chosen);
  ADD ("a damaged file is not saved", test_a_damaged_file_is_not_saved);
  ADD ("a missing file is told", test_a_missing_file_is_told);
  ADD ("a folder that is gone is told", test_a_folder_that_is_gone_is_told);
  ADD ("a protected folder is told", test_a_protected_folder_is_told);
  ADD ("a place that is no folder of this computer is told", test_a_place_that_is_no_folder_of_this_computer_is_told);
  ADD ("a write that fails leaves nothing half done", test_a_write_that_fails_leaves_nothing_half_done);
  ADD ("a cancel leaves nothing half done", test_a_cancel_leaves_nothing_half_done);
  ADD ("a text is saved whole", test_a_text_is_saved_whole);
  return g_test_run ();
}
