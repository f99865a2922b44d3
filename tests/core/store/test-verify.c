/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "store-maker.h"
#include "ter-verify.h"

static TerPackFiles *
installed_files (StoreMaker *self)
{
  g_autoptr (TerStoreRecord) record = ter_store_load (self->store, "essai", NULL);
  g_autoptr (GError) error = NULL;
  TerPackFiles *files = ter_store_load_files (self->store, record->current, NULL, &error);

  g_assert_no_error (error);
  return files;
}

static void
assert_verified (TerPackFiles *files, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) issues = ter_verify_pack (files, NULL, NULL, NULL, &error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      g_ptr_array_add (found, g_strdup_printf ("%s %s", ter_issue_get_code (issue), ter_issue_get_file (issue)));
    }
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);
  g_ptr_array_add (found, NULL);
  all = g_strjoinv (", ", (char **) found->pdata);
  g_assert_cmpstr (all, ==, expected);
}

static void
test_an_intact_pack_has_no_issue (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (TerPackFiles) in_folder = ter_pack_files_new_for_folder (folder);
  g_autoptr (TerPackFiles) files = NULL;

  assert_verified (in_folder, "");
  store_maker_install (self, "essai", "1.0.0", "un");
  files = installed_files (self);
  assert_verified (files, "");
}

/* With its size and its time as they were: what a disk does in silence. */
static void
test_each_damaged_and_missing_file_is_named (StoreMaker *self, gconstpointer data)
{
  g_autofree char *table = NULL, *text = NULL;
  g_autoptr (TerPackFiles) files = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  files = installed_files (self);
  table = store_maker_object (self, "essai", "data/table.csv");
  text = store_maker_object (self, "essai", "texts/same.md");
  store_maker_damage (table);
  assert_verified (files, "file-hash data/table.csv");
  g_unlink (text);
  assert_verified (files, "file-hash data/table.csv, file-missing texts/same.md");
}

static void
test_a_damaged_manifest_is_named (StoreMaker *self, gconstpointer data)
{
  g_autofree char *manifest = NULL;
  g_autoptr (TerPackFiles) files = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  files = installed_files (self);
  manifest = store_maker_object (self, "essai", TER_PACK_MANIFEST);
  store_maker_damage (manifest);
  assert_verified (files, "file-hash datapackage.json");
}

static void
test_it_can_be_cancelled (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = store_maker_pack (self, "essai", "1.0.0", "un");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_verify_pack (files, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_pack_that_is_gone_is_out_of_reach (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (self->place);
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_verify_pack (files, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

#define ADD(name, function) g_test_add ("/verify/" name, StoreMaker, NULL, store_maker_set_up, function, store_maker_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-intact-pack-has-no-issue", test_an_intact_pack_has_no_issue);
  ADD ("each-damaged-and-missing-file-is-named", test_each_damaged_and_missing_file_is_named);
  ADD ("a-damaged-manifest-is-named", test_a_damaged_manifest_is_named);
  ADD ("it-can-be-cancelled", test_it_can_be_cancelled);
  ADD ("a-pack-that-is-gone-is-out-of-reach", test_a_pack_that_is_gone_is_out_of_reach);
  return g_test_run ();
}
