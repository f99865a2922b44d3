/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "../store/store-maker.h"
#include "ter-catalogue.h"
#include "ter-import.h"

typedef struct
{
  StoreMaker maker;
  GFile *shipped; /* a place of packs that come with the app */
  GFile *catalogue;
  TerLibrary *library;
} Fixture;

static void
open_library (Fixture *self)
{
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GError) error = NULL;

  g_list_store_append (places, self->shipped);
  self->library = ter_library_new (self->catalogue, G_LIST_MODEL (places), "fr");
  ter_library_set_store (self->library, self->maker.store);
  g_assert_true (ter_library_open (self->library, &error));
  g_assert_no_error (error);
}

static void
wait_for_rest (Fixture *self)
{
  while (ter_library_is_refreshing (self->library) || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
}

static void
refresh (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  wait_for_rest (self);
  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_maker_set_up (&self->maker, data);
  self->shipped = g_file_get_child (self->maker.folder, "shipped");
  self->catalogue = g_file_resolve_relative_path (self->maker.folder, "cache/catalogue.sqlite");
  open_library (self);
  refresh (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_library_free (self->library);
  store_maker_tear_down (&self->maker, data);
  g_object_unref (self->shipped);
  g_object_unref (self->catalogue);
}

static void
wait_while (TerImport *import, TerImportState state)
{
  while (ter_import_get_state (import) == state)
    g_main_context_iteration (NULL, TRUE);
}

/* As the window does. */
static void
install (Fixture *self, const char *id, const char *version, const char *word)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, id, version, word);
  g_autoptr (TerImport) import = ter_import_new (self->library, source);

  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_READY);
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_DONE);
}

static void
ship (Fixture *self, const char *version)
{
  g_autoptr (PackFixture) pack = pack_fixture_new (self->shipped, "essai");
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", version);

  pack_fixture_set (pack, "version", quoted);
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Livré\"}");
  pack_fixture_write (pack);
}

/* "essai 1.0.0 installed, autre broken" */
static char *
dup_list (Fixture *self)
{
  GListModel *packs = ter_library_get_packs (self->library);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i);

      g_string_append_printf (list, "%s%s", i > 0 ? ", " : "", ter_pack_get_id (pack));
      if (ter_pack_is_broken (pack))
        g_string_append (list, " broken");
      else
        g_string_append_printf (list, " %s %s", ter_pack_get_version (pack),
                                ter_library_get_record (self->library, pack) != NULL ? "installed" : "shipped");
    }
  return g_string_free_and_steal (list);
}

#define assert_list(self, expected) \
  G_STMT_START \
  { \
    g_autofree char *list_ = dup_list (self); \
    g_assert_cmpstr (list_, ==, expected); \
  } \
  G_STMT_END

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

typedef void (*ChangeAsync) (TerLibrary *, const char *, GCancellable *, GAsyncReadyCallback, gpointer);
typedef gboolean (*ChangeFinish) (TerLibrary *, GAsyncResult *, GError **);

static gboolean
change (Fixture *self, ChangeAsync begin, ChangeFinish finish, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  begin (self->library, "essai", NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return finish (self->library, result, error);
}

static void
test_an_installed_pack_is_shown_and_found_again (Fixture *self, gconstpointer data)
{
  g_autoptr (TerEntry) entry = NULL;

  install (self, "essai", "1.0.0", "un");
  assert_list (self, "essai 1.0.0 installed");
  wait_for_rest (self);
  fixture_library_free (self->library);
  open_library (self);
  assert_list (self, "essai 1.0.0 installed");
  entry = ter_library_dup_entry (self->library, "essai", "un", NULL);
  g_assert_cmpstr (ter_entry_get_title (entry), ==, "Un");
}

static void
test_an_update_takes_the_place_and_one_command_goes_back (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  install (self, "essai", "1.0.0", "un");
  install (self, "essai", "2.0.0", "deux");
  assert_list (self, "essai 2.0.0 installed");
  g_assert_true (change (self, ter_library_roll_back_async, ter_library_roll_back_finish, &error));
  assert_list (self, "essai 1.0.0 installed");
  g_assert_true (change (self, ter_library_roll_back_async, ter_library_roll_back_finish, &error));
  assert_list (self, "essai 2.0.0 installed");
  /* Packs that were listed twice for a moment are looked up again. */
  refresh (self);
  assert_list (self, "essai 2.0.0 installed");
}

static void
test_an_update_during_a_refresh_is_not_forgotten (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = NULL;
  g_autoptr (TerImport) import = NULL;

  install (self, "essai", "2.0.0", "deux");
  wait_for_rest (self);
  source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  import = ter_import_new (self->library, source);
  wait_while (import, TER_IMPORT_CHECKING);
  g_assert_cmpint (ter_import_get_assessment (import)->change, ==, TER_CHANGE_OLDER);
  ter_import_install (import);
  ter_library_refresh_async (self->library, NULL, NULL, NULL);
  wait_while (import, TER_IMPORT_INSTALLING);
  wait_for_rest (self);
  assert_list (self, "essai 1.0.0 installed");
}

static void
test_a_removal_can_be_undone_but_not_in_another_run (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  install (self, "essai", "1.0.0", "un");
  g_assert_true (change (self, ter_library_remove_async, ter_library_remove_finish, &error));
  assert_list (self, "");
  refresh (self);
  g_assert_true (change (self, ter_library_restore_async, ter_library_restore_finish, &error));
  assert_list (self, "essai 1.0.0 installed");
  g_assert_true (change (self, ter_library_remove_async, ter_library_remove_finish, &error));
  fixture_library_free (self->library);
  open_library (self);
  refresh (self);
  wait_for_rest (self);
  for (guint i = 0; i < 1000 && store_maker_objects (&self->maker) > 0; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (store_maker_objects (&self->maker), ==, 0);
  g_assert_false (change (self, ter_library_restore_async, ter_library_restore_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_of_a_shipped_and_an_installed_pack_the_higher_version_is_shown (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  ship (self, "1.5.0");
  install (self, "essai", "2.0.0", "deux");
  refresh (self);
  assert_list (self, "essai 2.0.0 installed");
  ship (self, "3.0.0");
  refresh (self);
  assert_list (self, "essai 3.0.0 shipped");
  ship (self, "2.0.0");
  refresh (self);
  assert_list (self, "essai 2.0.0 installed");
  g_assert_true (change (self, ter_library_remove_async, ter_library_remove_finish, &error));
  assert_list (self, "essai 2.0.0 shipped");
}

static void
test_a_damaged_pack_is_set_aside_with_its_reason (Fixture *self, gconstpointer data)
{
  g_autofree char *table = NULL, *sentence = NULL;
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (TerIssue) issue = NULL;

  install (self, "essai", "1.0.0", "un");
  install (self, "autre", "1.0.0", "autre");
  wait_for_rest (self);
  table = store_maker_object (&self->maker, "essai", "data/table.csv");
  g_unlink (table);
  refresh (self);
  assert_list (self, "autre 1.0.0 installed, essai broken");
  pack = g_list_model_get_item (ter_library_get_packs (self->library), 1);
  issue = g_list_model_get_item (ter_pack_get_issues (pack), 0);
  sentence = ter_issue_dup_sentence (issue, "fr");
  g_assert_cmpstr (sentence, ==, "Les fichiers de ce pack installé sont abîmés ou manquent sur le disque de cet ordinateur.");
  /* As the advice says. */
  install (self, "essai", "1.0.0", "un");
  wait_for_rest (self);
  refresh (self);
  assert_list (self, "autre 1.0.0 installed, essai 1.0.0 installed");
}

static void
test_a_damaged_record_is_set_aside_and_mended (Fixture *self, gconstpointer data)
{
  g_autofree char *path = store_maker_path (&self->maker, "packs/essai");

  install (self, "essai", "1.0.0", "un");
  wait_for_rest (self);
  store_maker_damage (path);
  refresh (self);
  assert_list (self, "essai broken");
  install (self, "essai", "1.0.0", "un");
  wait_for_rest (self);
  assert_list (self, "essai 1.0.0 installed");
}

static void
test_a_store_that_cannot_be_listed_leaves_the_others (Fixture *self, gconstpointer data)
{
  g_autofree char *packs = store_maker_path (&self->maker, "packs");
  g_autofree char *away = store_maker_path (&self->maker, "away");
  g_autoptr (GError) error = NULL;

  install (self, "autre", "1.0.0", "autre");
  wait_for_rest (self);
  ship (self, "1.0.0");
  g_assert_cmpint (g_rename (packs, away), ==, 0);
  g_assert_true (g_file_set_contents (packs, "rien", -1, NULL));
  g_assert_false (fixture_refresh (self->library, NULL, &error));
  g_assert_nonnull (error);
  /* What the store has is not known, what the index knows is shown. */
  assert_list (self, "autre 1.0.0 shipped, essai 1.0.0 shipped");
  g_unlink (packs);
  g_assert_cmpint (g_rename (away, packs), ==, 0);
  refresh (self);
  assert_list (self, "essai 1.0.0 shipped, autre 1.0.0 installed");
}

static void
test_what_is_installed_is_verified_and_copied (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) target = g_file_get_child (self->maker.folder, "copie.tpack");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (GError) error = NULL;
  TerPack *pack;

  install (self, "essai", "1.0.0", "un");
  wait_for_rest (self);
  pack = ter_library_get_pack (self->library, "essai");
  ter_library_verify_async (self->library, pack, NULL, NULL, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  issues = ter_library_verify_finish (self->library, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, 0);
  g_clear_object (&result);
  ter_library_export_async (self->library, pack, target, NULL, NULL, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (ter_library_export_finish (self->library, result, &error));
  g_assert_true (g_file_query_exists (target, NULL));
}

static void
test_interrupted_imports_are_offered_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) source = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  TerImport *import = ter_import_new (self->library, source);
  g_autoptr (GPtrArray) unfinished = NULL;

  wait_while (import, TER_IMPORT_CHECKING);
  g_object_unref (import);
  wait_for_rest (self);
  unfinished = ter_import_list_unfinished (self->library);
  g_assert_cmpuint (unfinished->len, ==, 1);
  import = g_ptr_array_index (unfinished, 0);
  g_assert_cmpint (ter_import_get_state (import), ==, TER_IMPORT_INTERRUPTED);
  ter_import_resume (import);
  wait_while (import, TER_IMPORT_CHECKING);
  ter_import_install (import);
  wait_while (import, TER_IMPORT_INSTALLING);
  assert_list (self, "essai 1.0.0 installed");
}

static void
test_without_a_store_nothing_can_be_removed (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);

  fixture_library_free (self->library);
  self->library = ter_library_new (self->catalogue, G_LIST_MODEL (places), "fr");
  g_assert_false (change (self, ter_library_remove_async, ter_library_remove_finish, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, function) g_test_add ("/library-installed/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-installed-pack-is-shown-and-found-again", test_an_installed_pack_is_shown_and_found_again);
  ADD ("an-update-takes-the-place-and-one-command-goes-back", test_an_update_takes_the_place_and_one_command_goes_back);
  ADD ("an-update-during-a-refresh-is-not-forgotten", test_an_update_during_a_refresh_is_not_forgotten);
  ADD ("a-removal-can-be-undone-but-not-in-another-run", test_a_removal_can_be_undone_but_not_in_another_run);
  ADD ("of-a-shipped-and-an-installed-pack-the-higher-version-is-shown",
       test_of_a_shipped_and_an_installed_pack_the_higher_version_is_shown);
  ADD ("a-damaged-pack-is-set-aside-with-its-reason", test_a_damaged_pack_is_set_aside_with_its_reason);
  ADD ("a-damaged-record-is-set-aside-and-mended", test_a_damaged_record_is_set_aside_and_mended);
  ADD ("a-store-that-cannot-be-listed-leaves-the-others", test_a_store_that_cannot_be_listed_leaves_the_others);
  ADD ("what-is-installed-is-verified-and-copied", test_what_is_installed_is_verified_and_copied);
  ADD ("interrupted-imports-are-offered-again", test_interrupted_imports_are_offered_again);
  ADD ("without-a-store-nothing-can-be-removed", test_without_a_store_nothing_can_be_removed);
  return g_test_run ();
}
