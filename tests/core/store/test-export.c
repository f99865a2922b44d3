/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "store-maker.h"
#include "ter-export.h"

static TerPackFiles *
installed_files (StoreMaker *self)
{
  g_autoptr (TerStoreRecord) record = NULL;

  store_maker_install (self, "essai", "1.0.0", "un");
  record = ter_store_load (self->store, "essai", NULL);
  return ter_store_load_files (self->store, record->current, NULL, NULL);
}

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  guint64 *last = user_data;

  g_assert_cmpuint (done, >=, *last);
  g_assert_cmpuint (done, <=, total);
  *last = done;
}

/* The names in the folder of packs, as a colleague's key would show them. */
static guint
count_files (StoreMaker *self)
{
  g_autoptr (GDir) dir = g_dir_open (g_file_peek_path (self->folder), 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_a_copy_is_the_pack_again (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = installed_files (self);
  g_autoptr (GFile) target = g_file_get_child (self->folder, "copie.tpack");
  g_autoptr (GFile) folder = g_file_get_child (self->folder, "ailleurs");
  g_autoptr (TerStore) store = ter_store_new (folder);
  StoreMaker other = { self->folder, self->place, store };
  g_autofree char *record = NULL;
  g_autoptr (GError) error = NULL;
  guint64 last = 0;

  g_assert_true (ter_export_files (files, target, progress_cb, &last, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (last, >, 0);
  g_assert_true (store_maker_try (&other, target, &error));
  g_assert_no_error (error);
  record = store_maker_record (&other, "essai");
  g_assert_cmpstr (record, ==, "1.0.0 (before: none; highest: 1.0.0)");
  g_assert_cmpuint (store_maker_objects (&other), ==, 4);
}

static void
test_a_damaged_pack_is_not_handed_on (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = installed_files (self);
  g_autoptr (GFile) target = g_file_get_child (self->folder, "copie.tpack");
  g_autofree char *table = store_maker_object (self, "essai", "data/table.csv");
  g_autoptr (GError) error = NULL;
  const guint before = count_files (self);

  store_maker_damage (table);
  g_assert_false (ter_export_files (files, target, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_unlink (table);
  g_assert_false (ter_export_files (files, target, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_cmpstr (error->message, ==, "A file of this pack is missing on this computer. Import the pack again, then copy it.");
  g_assert_cmpuint (count_files (self), ==, before);
}

static void
test_what_stood_there_stays_until_the_copy_is_whole (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = installed_files (self);
  g_autoptr (GFile) target = g_file_get_child (self->folder, "copie.tpack");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (g_file_peek_path (target), "ce qui y était", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (ter_export_files (files, target, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (g_file_peek_path (target), &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "ce qui y était");
  g_assert_true (ter_export_files (files, target, NULL, NULL, NULL, NULL));
  g_free (g_steal_pointer (&contents));
  g_assert_true (g_file_get_contents (g_file_peek_path (target), &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "PK"));
}

static void
test_a_place_that_is_gone_is_told (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = installed_files (self);
  g_autoptr (GFile) target = g_file_resolve_relative_path (self->folder, "clé/copie.tpack");
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_export_files (files, target, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The place is no longer there. If it is on a USB key, plug the key in again, then try again.");
}

static void
test_the_longest_name_is_taken (StoreMaker *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = installed_files (self);
  g_autofree char *name = g_strnfill (255, 'x');
  g_autoptr (GFile) target = g_file_get_child (self->folder, name);
  const guint before = count_files (self);

  g_assert_true (ter_export_files (files, target, NULL, NULL, NULL, NULL));
  g_assert_true (g_file_query_exists (target, NULL));
  g_assert_cmpuint (count_files (self), ==, before + 1);
}

#define ADD(name, function) g_test_add ("/export/" name, StoreMaker, NULL, store_maker_set_up, function, store_maker_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-copy-is-the-pack-again", test_a_copy_is_the_pack_again);
  ADD ("a-damaged-pack-is-not-handed-on", test_a_damaged_pack_is_not_handed_on);
  ADD ("what-stood-there-stays-until-the-copy-is-whole", test_what_stood_there_stays_until_the_copy_is_whole);
  ADD ("a-place-that-is-gone-is-told", test_a_place_that_is_gone_is_told);
  ADD ("the-longest-name-is-taken", test_the_longest_name_is_taken);
  return g_test_run ();
}
