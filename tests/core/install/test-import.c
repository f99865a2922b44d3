/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "../store/store-maker.h"
#include "ter-import.h"
#include "ter-signify.h"
#include "ter-stage.h"

typedef struct
{
  StoreMaker maker;
  GFile *catalogue;
  TerLibrary *library;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);

  store_maker_set_up (&self->maker, data);
  self->catalogue = g_file_resolve_relative_path (self->maker.folder, "cache/catalogue.sqlite");
  self->library = ter_library_new (self->catalogue, G_LIST_MODEL (places), "fr");
  ter_library_set_store (self->library, self->maker.store);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_library_free (self->library);
  store_maker_tear_down (&self->maker, data);
  g_object_unref (self->catalogue);
}

static TerImport *
begin (Fixture *self, GFile *source)
{
  TerImport *import = ter_import_new (self->library, source);

  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_CHECKING);
  return import;
}

static void
wait_while (TerImport *import, TerImportState state)
{
  while (ter_import_get_state (import) == state)
    g_main_context_iteration (NULL, TRUE);
}

/* Until its thread has given it up too. */
static void
release (TerImport *import)
{
  gpointer alive = import;

  g_object_add_weak_pointer (G_OBJECT (import), &alive);
  g_object_unref (import);
  for (guint i = 0; g_atomic_pointer_get (&alive) != NULL && i < 5000; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (alive);
}

static void
assert_nothing_is_left (Fixture *self)
{
  g_autoptr (GPtrArray) unfinished = ter_stage_list_unfinished (self->maker.store);

  g_assert_cmpuint (unfinished->len, ==, 0);
  g_assert_cmpuint (store_maker_objects (&self->maker), ==, 0);
}

static void
test_a_pack_is_checked_then_installed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  g_autoptr (GFile) source = store_maker_tpack (&self->maker, folder);
  TerImport *import = begin (self, source);
  g_autofree char *record = NULL;
  TerImportProgress progress;

  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  g_assert_cmpstr (ter_pack_get_version (ter_import_get_pack (import)), ==, "1.0.0");
  g_assert_cmpint (ter_import_get_assessment (import)->change, ==, TER_CHANGE_NEW);
  g_assert_cmpint (ter_import_get_assessment (import)->signature, ==, TER_SIGNATURE_NONE);
  g_assert_cmpuint (ter_import_get_size (import), >, 0);
  g_assert_null (ter_import_get_installed (import));
  g_assert_null (ter_import_get_changes (import));
  progress = ter_import_get_progress (import);
  g_assert_cmpuint (progress.bytes_done, ==, progress.bytes_total);
  record = store_maker_record (&self->maker, "essai");
  g_assert_cmpstr (record, ==, "none");

  /* The key can go: nothing is read from it any more. */
  g_assert_true (g_file_delete (source, NULL, NULL));
  ter_import_install (import);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_INSTALLING);
  wait_while (import, TER_IMPORT_INSTALLING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_DONE);
  g_free (record);
  record = store_maker_record (&self->maker, "essai");
  g_assert_cmpstr (record, ==, "1.0.0 (before: none; highest: 1.0.0)");
  release (import);
}

static void
test_an_update_tells_its_changes (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  TerImport *import;

  store_maker_install (&self->maker, "essai", "1.0.0", "un");
  source = store_maker_pack (&self->maker, "essai", "1.1.0", "deux");
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  g_assert_cmpint (ter_import_get_assessment (import)->change, ==, TER_CHANGE_UPDATE);
  g_assert_cmpstr (ter_import_get_installed (import)->version, ==, "1.0.0");
  g_assert_nonnull (ter_import_get_changes (import));
  g_assert_cmpuint (ter_import_get_changes (import)->len, ==, 1);
  g_assert_cmpstr (((const TerChange *) g_ptr_array_index (ter_import_get_changes (import), 0))->kind, ==, "table");
  ter_import_cancel (import);
  release (import);
}

static void
test_the_very_same_pack_again_is_known (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  TerImport *import;

  store_maker_install (&self->maker, "essai", "1.0.0", "un");
  source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  g_assert_cmpint (ter_import_get_assessment (import)->change, ==, TER_CHANGE_SAME);
  g_assert_null (ter_import_get_changes (import));
  release (import);
}

static void
test_the_same_version_with_other_content_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  TerImport *import;

  store_maker_install (&self->maker, "essai", "1.0.0", "un");
  source = store_maker_pack (&self->maker, "essai", "1.0.0", "autre");
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_REFUSED);
  g_assert_cmpint (ter_import_get_assessment (import)->change, ==, TER_CHANGE_OTHER);
  g_assert_cmpuint (store_maker_objects (&self->maker), ==, 4);
  release (import);
}

static void
test_a_damaged_pack_is_refused_and_leaves_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  g_autoptr (GFile) table = g_file_resolve_relative_path (source, "data/table.csv");
  g_autoptr (TerIssue) issue = NULL;
  TerImport *import;

  store_maker_damage (g_file_peek_path (table));
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_REFUSED);
  g_assert_cmpuint (g_list_model_get_n_items (ter_import_get_issues (import)), ==, 1);
  issue = g_list_model_get_item (ter_import_get_issues (import), 0);
  g_assert_cmpstr (ter_issue_get_code (issue), ==, "file-hash");
  g_assert_cmpstr (ter_issue_get_file (issue), ==, "data/table.csv");
  assert_nothing_is_left (self);
  release (import);
}

static void
cancel_while_checking (Fixture *self, GFile *source, guint microseconds)
{
  TerImport *import = begin (self, source);
  const gint64 until = g_get_monotonic_time () + microseconds;

  while (g_get_monotonic_time () < until)
    g_main_context_iteration (NULL, FALSE);
  if (ter_import_get_state (import) == TER_IMPORT_CHECKING || ter_import_get_state (import) == TER_IMPORT_READY)
    ter_import_cancel (import);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_CANCELLED);
  release (import);
  assert_nothing_is_left (self);
}

/* At any time: also when the thread is done and the main loop does not know it yet. */
static void
test_cancelling_leaves_nothing_at_any_time (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");

  for (guint i = 0; i < 40; i++)
    {
      cancel_while_checking (self, source, i * 500);
      /* The main loop does not run meanwhile. */
      {
        TerImport *import = begin (self, source);

        g_usleep (i * 1000);
        ter_import_cancel (import);
        g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_CANCELLED);
        release (import);
        assert_nothing_is_left (self);
      }
    }
}

/* Whatever the one that was cancelled still does, it takes nothing away from the next. */
static void
test_a_pack_opened_again_at_once_is_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  guint n_objects = 0;

  for (guint i = 0; i < 80; i++)
    {
      TerImport *first = begin (self, source);
      TerImport *second;

      if (i % 4 == 3)
        wait_while (first, TER_IMPORT_CHECKING);
      else
        g_usleep (i * 250);
      ter_import_cancel (first);
      second = begin (self, source);
      release (first);
      wait_while (second, TER_IMPORT_CHECKING);
      g_assert_cmpint (ter_import_get_state (second), ==, TER_IMPORT_READY);
      if (i == 0)
        n_objects = store_maker_objects (&self->maker);
      g_assert_cmpuint (n_objects, >, 0);
      g_assert_cmpuint (store_maker_objects (&self->maker), ==, n_objects);
      ter_import_cancel (second);
      release (second);
      assert_nothing_is_left (self);
    }
}

static void
test_a_source_that_vanishes_can_be_resumed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  g_autoptr (GFile) source = store_maker_tpack (&self->maker, folder);
  g_autoptr (GFile) away = g_file_get_child (self->maker.place, "ailleurs");
  TerImport *import;

  g_assert_true (g_file_move (source, away, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_INTERRUPTED);
  g_assert_nonnull (strstr (ter_import_get_error (import)->message, "plug the key in again, then resume"));
  g_assert_true (g_file_move (away, source, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  ter_import_resume (import);
  g_assert_null (ter_import_get_error (import));
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  ter_import_cancel (import);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_CANCELLED);
  release (import);
  assert_nothing_is_left (self);
}

static void
test_an_index_that_fails_leaves_the_old_state_and_can_be_tried_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  g_autofree char *record = NULL;
  TerImport *import;

  store_maker_install (&self->maker, "essai", "1.0.0", "un");
  source = store_maker_pack (&self->maker, "essai", "2.0.0", "deux");
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  /* No index can be made where a folder with its name is. */
  g_assert_true (g_file_make_directory_with_parents (self->catalogue, NULL, NULL));
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_INTERRUPTED);
  g_assert_true (g_str_has_prefix (ter_import_get_error (import)->message, "The disk of this computer refuses to write ("));
  record = store_maker_record (&self->maker, "essai");
  g_assert_cmpstr (record, ==, "1.0.0 (before: none; highest: 1.0.0)");

  g_assert_true (g_file_delete (self->catalogue, NULL, NULL));
  ter_import_resume (import);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_DONE);
  g_free (record);
  record = store_maker_record (&self->maker, "essai");
  g_assert_cmpstr (record, ==, "2.0.0 (before: 1.0.0; highest: 2.0.0)");
  release (import);
}

static void
test_what_an_earlier_run_left_is_offered_until_it_is_installed (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  g_autoptr (GPtrArray) unfinished = NULL;
  TerImport *import = begin (self, source);

  wait_while (import, TER_IMPORT_CHECKING);
  release (import);
  unfinished = ter_import_list_unfinished (self->library);
  g_assert_cmpuint (unfinished->len, ==, 1);
  import = g_object_ref (g_ptr_array_index (unfinished, 0));
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_INTERRUPTED);
  g_assert_true (g_str_has_prefix (ter_import_get_error (import)->message, "This import was not finished."));
  ter_import_resume (import);
  wait_while (import, TER_IMPORT_CHECKING);
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_DONE);
  g_ptr_array_unref (unfinished);
  release (import);
  unfinished = ter_stage_list_unfinished (self->maker.store);
  g_assert_cmpuint (unfinished->len, ==, 0);
}

/* (transfer full): the folder of a pack that says which key signs it, and is signed by it. */
static GFile *
make_signed (Fixture *self, const char *version, const char *secret)
{
  g_autoptr (GFile) place = g_file_get_child (self->maker.place, version);
  g_autoptr (PackFixture) pack = pack_fixture_new (place, "essai");
  g_autofree char *key = ter_signify_get_public (secret, NULL, NULL);
  g_autofree char *publisher = g_strdup_printf ("{\"key\": \"%s\"}", key);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", version);
  g_autofree char *signature = NULL;
  g_autoptr (GFile) manifest = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  pack_fixture_set (pack, "version", quoted);
  pack_fixture_set (pack, "publisher", publisher);
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_write (pack);
  manifest = g_file_get_child (pack_fixture_get_folder (pack), TER_PACK_MANIFEST);
  file = g_file_get_child (pack_fixture_get_folder (pack), TER_PACK_SIGNATURE);
  bytes = g_file_load_bytes (manifest, NULL, NULL, NULL);
  signature = ter_signify_sign (secret, NULL, bytes, "essai", NULL);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), signature, -1, NULL));
  return g_object_ref (pack_fixture_get_folder (pack));
}

static TerSignatureState
see (Fixture *self, GFile *source, gboolean install)
{
  TerImport *import = begin (self, source);
  TerSignatureState state;

  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  state = ter_import_get_assessment (import)->signature;
  if (install)
    ter_import_install (import);
  else
    ter_import_cancel (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  release (import);
  return state;
}

/* By installing, not by looking; and once more when the list of publishers is damaged. */
static void
test_a_publisher_is_accepted_once_by_installing (Fixture *self, gconstpointer data)
{
  g_autofree char *secret = NULL, *public_key = NULL, *path = NULL;
  g_autoptr (TerStoreRecord) record = NULL;
  g_autoptr (GFile) first = NULL;
  g_autoptr (GFile) second = NULL;

  g_assert_true (ter_signify_generate (NULL, "essai", &secret, &public_key, NULL));
  first = make_signed (self, "1.0.0", secret);
  second = make_signed (self, "1.1.0", secret);
  g_assert_cmpint (see (self, first, FALSE), ==, TER_SIGNATURE_UNKNOWN);
  g_assert_cmpint (see (self, first, TRUE), ==, TER_SIGNATURE_UNKNOWN);
  record = ter_store_load (self->maker.store, "essai", NULL);
  g_assert_nonnull (record->current->signature);
  g_assert_nonnull (record->current->key);
  g_assert_cmpint (record->current->installed_at, >, 0);
  g_assert_cmpint (see (self, second, FALSE), ==, TER_SIGNATURE_KNOWN);
  path = store_maker_path (&self->maker, "publishers");
  store_maker_damage (path);
  g_assert_cmpint (see (self, second, TRUE), ==, TER_SIGNATURE_UNKNOWN);
  g_assert_cmpint (see (self, second, FALSE), ==, TER_SIGNATURE_KNOWN);
}

static void
test_the_highest_version_is_remembered_when_one_goes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  g_autofree char *record = NULL;
  TerImport *import;

  store_maker_install (&self->maker, "essai", "1.0.0", "un");
  store_maker_install (&self->maker, "essai", "999999.0.0", "deux");
  g_assert_true (ter_store_roll_back (self->maker.store, "essai", NULL));
  source = store_maker_pack (&self->maker, "essai", "1.1.0", "trois");
  import = begin (self, source);
  wait_while (import, TER_IMPORT_CHECKING);
  /* It can be undone: a real version is welcome, or at least may be had for a plain question. */
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  record = store_maker_record (&self->maker, "essai");
  g_assert_cmpstr (record, ==, "1.1.0 (before: 1.0.0; highest: 999999.0.0)");
  release (import);
}

#define ADD(name, function) g_test_add ("/import/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-pack-is-checked-then-installed", test_a_pack_is_checked_then_installed);
  ADD ("an-update-tells-its-changes", test_an_update_tells_its_changes);
  ADD ("the-very-same-pack-again-is-known", test_the_very_same_pack_again_is_known);
  ADD ("the-same-version-with-other-content-is-refused", test_the_same_version_with_other_content_is_refused);
  ADD ("a-damaged-pack-is-refused-and-leaves-nothing", test_a_damaged_pack_is_refused_and_leaves_nothing);
  ADD ("cancelling-leaves-nothing-at-any-time", test_cancelling_leaves_nothing_at_any_time);
  ADD ("a-pack-opened-again-at-once-is-whole", test_a_pack_opened_again_at_once_is_whole);
  ADD ("a-source-that-vanishes-can-be-resumed", test_a_source_that_vanishes_can_be_resumed);
  ADD ("an-index-that-fails-leaves-the-old-state-and-can-be-tried-again",
       test_an_index_that_fails_leaves_the_old_state_and_can_be_tried_again);
  ADD ("what-an-earlier-run-left-is-offered-until-it-is-installed", test_what_an_earlier_run_left_is_offered_until_it_is_installed);
  ADD ("a-publisher-is-accepted-once-by-installing", test_a_publisher_is_accepted_once_by_installing);
  ADD ("the-highest-version-is-remembered-when-one-goes-back", test_the_highest_version_is_remembered_when_one_goes_back);
  return g_test_run ();
}
