/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"

static void
test_the_pack_that_ships_is_indexed_and_answers (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) folder = fixture_folder_new ();
  g_autoptr (GFile) catalogue = g_file_get_child (folder, "catalogue.sqlite");
  g_autoptr (TerLibrary) library = fixture_library_new (catalogue, place, "fr");
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  TerPack *pack;
  guint n_total;
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (g_list_model_get_n_items (ter_library_get_packs (library)), ==, 0);
  fixture_refresh (library, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("indexed in %.1f ms", (g_get_monotonic_time () - start) / 1000.);

  pack = ter_library_get_pack (library, "innovation-territoriale");
  g_assert_nonnull (pack);
  g_assert_false (ter_pack_is_broken (pack));
  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++) {
    const TerSection *section = ter_pack_get_section (pack, i);
    g_autoptr (GPtrArray) entries = ter_library_list_section (library, pack, section, &error);

    g_assert_no_error (error);
    g_test_message ("%s: %u entries", section->id, entries->len);
    g_assert_cmpuint (entries->len, >, 0);
  }
  table = ter_library_dup_table (library, pack, "communes", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ter_table_get_n_rows (table), >, 30000);

  start = g_get_monotonic_time ();
  hits = fixture_search (library, "webin", 50, &n_total);
  g_test_message ("searched in %.2f ms: %u of %u", (g_get_monotonic_time () - start) / 1000., hits->len, n_total);
  for (guint i = 0; i < MIN (hits->len, 8); i++) {
    TerSearchHit *hit = g_ptr_array_index (hits, i);

    g_test_message ("%s — %s", ter_entry_get_title (hit->entry), hit->snippet);
  }
  g_assert_cmpuint (hits->len, >, 0);
  fixture_folder_remove (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/library/the-pack-that-ships-is-indexed-and-answers", test_the_pack_that_ships_is_indexed_and_answers);
  return g_test_run ();
}
