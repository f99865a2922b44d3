/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <unistd.h>

#include "store-maker.h"
#include "ter-store-private.h"

#define assert_record(self, id, expected) \
  G_STMT_START \
  { \
    g_autofree char *record_ = store_maker_record (self, id); \
    g_assert_cmpstr (record_, ==, expected); \
  } \
  G_STMT_END

static void
sweep (StoreMaker *self)
{
  g_autoptr (GError) error = NULL;

  ter_store_sweep (self->store, TRUE, NULL, &error);
  g_assert_no_error (error);
}

static void
test_a_store_that_was_never_used_holds_nothing_and_makes_nothing (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GPtrArray) records = ter_store_list (self->store, &damaged, NULL);
  g_autoptr (GPtrArray) publishers = ter_store_list_publishers (self->store, NULL);

  sweep (self);
  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpuint (damaged->len, ==, 0);
  g_assert_cmpuint (publishers->len, ==, 0);
  g_assert_false (g_file_query_exists (ter_store_get_folder (self->store), NULL));
}

static void
test_the_version_before_stays_until_the_next_one (StoreMaker *self, gconstpointer data)
{
  store_maker_install (self, "essai", "1.0.0", "un");
  assert_record (self, "essai", "1.0.0 (before: none; highest: 1.0.0)");
  store_maker_install (self, "essai", "1.1.0", "deux");
  assert_record (self, "essai", "1.1.0 (before: 1.0.0; highest: 1.1.0)");
  store_maker_install (self, "essai", "1.2.0", "trois");
  assert_record (self, "essai", "1.2.0 (before: 1.1.0; highest: 1.2.0)");
}

static void
test_the_same_version_again_keeps_the_one_before (StoreMaker *self, gconstpointer data)
{
  store_maker_install (self, "essai", "1.0.0", "un");
  store_maker_install (self, "essai", "2.0.0", "deux");
  store_maker_install (self, "essai", "2.0.0", "deux");
  assert_record (self, "essai", "2.0.0 (before: 1.0.0; highest: 2.0.0)");
}

static void
test_going_back_exchanges_the_two_and_remembers_the_highest (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_false (ter_store_roll_back (self->store, "essai", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no previous version of this pack.");
  store_maker_install (self, "essai", "2.0.0", "deux");
  g_assert_true (ter_store_roll_back (self->store, "essai", NULL));
  assert_record (self, "essai", "1.0.0 (before: 2.0.0; highest: 2.0.0)");
  g_assert_true (ter_store_roll_back (self->store, "essai", NULL));
  assert_record (self, "essai", "2.0.0 (before: 1.0.0; highest: 2.0.0)");
}

static void
test_what_is_removed_can_be_brought_back_until_it_is_swept (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_true (ter_store_remove (self->store, "essai", NULL));
  assert_record (self, "essai", "none");
  g_assert_true (ter_store_sweep (self->store, FALSE, NULL, NULL));
  g_assert_true (ter_store_restore (self->store, "essai", NULL));
  assert_record (self, "essai", "1.0.0 (before: none; highest: 1.0.0)");
  g_assert_cmpuint (store_maker_objects (self), ==, 4);

  g_assert_true (ter_store_remove (self->store, "essai", NULL));
  sweep (self);
  g_assert_cmpuint (store_maker_objects (self), ==, 0);
  g_assert_false (ter_store_restore (self->store, "essai", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "This pack was not installed here.");
}

static void
test_what_was_installed_again_is_not_overwritten_by_a_removal_undone (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_true (ter_store_remove (self->store, "essai", NULL));
  store_maker_install (self, "essai", "2.0.0", "deux");
  g_assert_false (ter_store_restore (self->store, "essai", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  assert_record (self, "essai", "2.0.0 (before: none; highest: 2.0.0)");
}

static void
test_files_are_shared_and_freed_when_nobody_needs_them (StoreMaker *self, gconstpointer data)
{
  /* Manifest, entries, table and the common text; entries and text are the same everywhere. */
  store_maker_install (self, "un", "1.0.0", "un");
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
  store_maker_install (self, "deux", "1.0.0", "deux");
  g_assert_cmpuint (store_maker_objects (self), ==, 6);
  store_maker_install (self, "deux", "2.0.0", "autre");
  g_assert_cmpuint (store_maker_objects (self), ==, 8);
  store_maker_install (self, "deux", "3.0.0", "encore");
  g_assert_cmpuint (store_maker_objects (self), ==, 8);
  g_assert_true (ter_store_remove (self->store, "deux", NULL));
  sweep (self);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_a_sweep_takes_what_a_crash_left (StoreMaker *self, gconstpointer data)
{
  static const char *const strays[] = { "objects/ab/cdef", "objects/ab/cdef.123456", "packs/essai.123456", "publishers.123456",
                                        "incoming/abcd/files/1.part" };

  store_maker_install (self, "essai", "1.0.0", "un");
  for (guint i = 0; i < G_N_ELEMENTS (strays); i++)
    {
      g_autofree char *path = store_maker_path (self, strays[i]);
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0700);
      g_assert_true (g_file_set_contents (path, "x", 1, NULL));
    }
  sweep (self);
  for (guint i = 0; i < G_N_ELEMENTS (strays); i++)
    {
      g_autofree char *path = store_maker_path (self, strays[i]);

      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_nothing_is_freed_while_a_record_is_damaged (StoreMaker *self, gconstpointer data)
{
  g_autofree char *path = store_maker_path (self, "packs/un");
  g_autoptr (GPtrArray) damaged = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  store_maker_install (self, "un", "1.0.0", "un");
  store_maker_install (self, "deux", "1.0.0", "deux");
  store_maker_damage (path);
  records = ter_store_list (self->store, &damaged, NULL);
  g_assert_cmpuint (records->len, ==, 1);
  g_assert_cmpuint (damaged->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (damaged, 0), ==, "un");
  g_assert_true (ter_store_remove (self->store, "deux", NULL));
  g_assert_false (ter_store_sweep (self->store, TRUE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpuint (store_maker_objects (self), ==, 6);
}

/* Another letter in a hash leaves a manifest that can be read, and that needs another object. */
static void
test_nothing_is_freed_while_a_manifest_is_damaged (StoreMaker *self, gconstpointer data)
{
  g_autofree char *path = NULL, *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;
  char *hash;

  store_maker_install (self, "un", "1.0.0", "un");
  path = store_maker_object (self, "un", TER_PACK_MANIFEST);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  hash = strstr (contents, "sha256:") + strlen ("sha256:");
  *hash = *hash == 'a' ? 'b' : 'a';
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  g_assert_false (ter_store_sweep (self->store, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpuint (store_maker_objects (self), ==, 4);
}

static void
test_installing_again_mends_a_damaged_record (StoreMaker *self, gconstpointer data)
{
  g_autofree char *path = store_maker_path (self, "packs/essai");

  store_maker_install (self, "essai", "1.0.0", "un");
  store_maker_damage (path);
  assert_record (self, "essai", "damaged");
  store_maker_install (self, "essai", "1.0.0", "un");
  assert_record (self, "essai", "1.0.0 (before: none; highest: 1.0.0)");
}

static void
test_installing_again_mends_damaged_and_missing_files (StoreMaker *self, gconstpointer data)
{
  g_autofree char *table = NULL, *text = NULL, *manifest = NULL, *contents = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  table = store_maker_object (self, "essai", "data/table.csv");
  text = store_maker_object (self, "essai", "texts/same.md");
  manifest = store_maker_object (self, "essai", TER_PACK_MANIFEST);
  store_maker_damage (table);
  store_maker_damage (manifest);
  g_unlink (text);
  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_true (g_file_get_contents (table, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "code,mot\n1,un\n");
  g_assert_true (g_file_test (text, G_FILE_TEST_EXISTS));
  g_free (store_maker_object (self, "essai", TER_PACK_MANIFEST));
}

/* A record that the disk does not give says nothing about the pack. */
static void
test_a_record_that_cannot_be_read_is_not_made_anew (StoreMaker *self, gconstpointer data)
{
  g_autofree char *path = store_maker_path (self, "packs/essai");
  g_autoptr (GFile) source = NULL;
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root reads everything");
      return;
    }
  store_maker_install (self, "essai", "1.0.0", "un");
  g_chmod (path, 0);
  source = store_maker_pack (self, "essai", "2.0.0", "deux");
  g_assert_false (store_maker_try (self, source, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_chmod (path, 0600);
  assert_record (self, "essai", "1.0.0 (before: none; highest: 1.0.0)");
}

static void
test_publishers_are_remembered_and_a_damaged_list_is_set_aside (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GPtrArray) publishers = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_publisher_free);
  g_autofree char *path = store_maker_path (self, "publishers");
  g_autofree char *aside = store_maker_path (self, "publishers-damaged-1");
  const TerPublisher *read;

  g_ptr_array_add (publishers, ter_publisher_new ("RWQ1", "Une ville", 100, "RWQ2", FALSE));
  g_ptr_array_add (publishers, ter_publisher_new ("RWQ3", "Une autre", 200, NULL, TRUE));
  g_assert_true (ter_store_save_publishers (self->store, publishers, NULL));
  g_clear_pointer (&publishers, g_ptr_array_unref);
  publishers = ter_store_list_publishers (self->store, NULL);
  g_assert_cmpuint (publishers->len, ==, 2);
  read = g_ptr_array_index (publishers, 0);
  g_assert_cmpstr (read->key, ==, "RWQ1");
  g_assert_cmpstr (read->name, ==, "Une ville");
  g_assert_cmpint (read->accepted_at, ==, 100);
  g_assert_cmpstr (read->successor, ==, "RWQ2");
  g_assert_true (((const TerPublisher *) g_ptr_array_index (publishers, 1))->revoked);

  store_maker_damage (path);
  g_clear_pointer (&publishers, g_ptr_array_unref);
  publishers = ter_store_list_publishers (self->store, NULL);
  g_assert_cmpuint (publishers->len, ==, 0);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

static void
test_another_store_on_the_same_folder_is_refused (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerStore) other = ter_store_new (ter_store_get_folder (self->store));
  g_autoptr (TerStoreRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_false (ter_store_remove (other, "essai", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpstr (error->message, ==, "Another Territoires is changing the packs. Close it, then try again.");
  record = ter_store_load (other, "essai", NULL);
  g_assert_nonnull (record);
  g_clear_object (&self->store);
  g_assert_true (ter_store_remove (other, "essai", NULL));
  self->store = g_steal_pointer (&other);
}

static gpointer
sweep_thread (gpointer store)
{
  return GINT_TO_POINTER (ter_store_sweep (store, TRUE, NULL, NULL));
}

/* A start sweeps, and so does its end: of two at once the second must not begin a change when the first has told that all is swept. */
static void
test_a_sweep_that_waited_for_another_one_finds_nothing_to_do (StoreMaker *self, gconstpointer data)
{
  g_autofree char *stray = store_maker_path (self, "packs/essai.123456");
  g_autofree char *mark = store_maker_path (self, "unswept");
  GThread *second;

  store_maker_install (self, "essai", "1.0.0", "un");
  g_assert_true (g_file_test (mark, G_FILE_TEST_EXISTS));
  ter_store_lock (self->store);
  second = g_thread_new ("sweep", sweep_thread, self->store);
  /* Long enough to come to the lock. One that is later still finds the same. */
  g_usleep (G_USEC_PER_SEC / 10);
  g_assert_true (ter_store_end_sweep (self->store, NULL));
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));
  ter_store_unlock (self->store);
  g_assert_true (GPOINTER_TO_INT (g_thread_join (second)));
  g_assert_true (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) g_test_add ("/store/" name, StoreMaker, NULL, store_maker_set_up, function, store_maker_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-store-that-was-never-used-holds-nothing-and-makes-nothing",
       test_a_store_that_was_never_used_holds_nothing_and_makes_nothing);
  ADD ("the-version-before-stays-until-the-next-one", test_the_version_before_stays_until_the_next_one);
  ADD ("the-same-version-again-keeps-the-one-before", test_the_same_version_again_keeps_the_one_before);
  ADD ("going-back-exchanges-the-two-and-remembers-the-highest", test_going_back_exchanges_the_two_and_remembers_the_highest);
  ADD ("what-is-removed-can-be-brought-back-until-it-is-swept", test_what_is_removed_can_be_brought_back_until_it_is_swept);
  ADD ("what-was-installed-again-is-not-overwritten-by-a-removal-undone",
       test_what_was_installed_again_is_not_overwritten_by_a_removal_undone);
  ADD ("files-are-shared-and-freed-when-nobody-needs-them", test_files_are_shared_and_freed_when_nobody_needs_them);
  ADD ("a-sweep-takes-what-a-crash-left", test_a_sweep_takes_what_a_crash_left);
  ADD ("a-sweep-that-waited-for-another-one-finds-nothing-to-do", test_a_sweep_that_waited_for_another_one_finds_nothing_to_do);
  ADD ("nothing-is-freed-while-a-record-is-damaged", test_nothing_is_freed_while_a_record_is_damaged);
  ADD ("nothing-is-freed-while-a-manifest-is-damaged", test_nothing_is_freed_while_a_manifest_is_damaged);
  ADD ("installing-again-mends-a-damaged-record", test_installing_again_mends_a_damaged_record);
  ADD ("installing-again-mends-damaged-and-missing-files", test_installing_again_mends_damaged_and_missing_files);
  ADD ("a-record-that-cannot-be-read-is-not-made-anew", test_a_record_that_cannot_be_read_is_not_made_anew);
  ADD ("publishers-are-remembered-and-a-damaged-list-is-set-aside", test_publishers_are_remembered_and_a_damaged_list_is_set_aside);
  ADD ("another-store-on-the-same-folder-is-refused", test_another_store_on_the_same_folder_is_refused);
  return g_test_run ();
}
