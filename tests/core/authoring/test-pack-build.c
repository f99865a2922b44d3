/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-build.h"
#include "ter-pack-info.h"

#include "made-pack.h"
#include "ter-issue.h"

/* Both ways of looking at a pack: as one file, and told in numbers. */

static GBytes *
build (MadePack *made, const char *name)
{
  g_autofree char *path = g_build_filename (made->around, name, NULL);
  g_autoptr (GFile) target = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  ter_pack_build (made->folder, target, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &data, &size, NULL));
  return g_bytes_new_take (data, size);
}

static guint
count_names (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_the_same_pack_gives_the_same_bytes (void)
{
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  MadePack made;

  made_pack_init (&made);
  first = build (&made, "a.tpack");
  made_pack_write (&made, "data/members.csv", "year,members\n2022,120\n2023,150\n2024,180\n"); /* another time of change */
  second = build (&made, "b.tpack");
  g_assert_true (g_bytes_equal (first, second));
  g_assert_cmpuint (count_names (made.around), ==, 3);
  made_pack_clear (&made);
}

static void
test_a_pack_that_is_not_in_order_leaves_the_former_archive (void)
{
  g_autoptr (GBytes) before = NULL;
  g_autofree char *path = NULL, *after = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  MadePack made;

  made_pack_init (&made);
  before = build (&made, "a.tpack");
  made_pack_write (&made, "data/members.csv", "year,members\n");
  path = g_build_filename (made.around, "a.tpack", NULL);
  target = g_file_new_for_path (path);
  g_assert_false (ter_pack_build (made.folder, target, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_file_get_contents (path, &after, &size, NULL));
  g_assert_cmpmem (after, size, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  /* Nothing half written lies about. */
  g_assert_cmpuint (count_names (made.around), ==, 2);
  made_pack_clear (&made);
}

static void
test_an_archive_does_not_lie_in_its_own_pack (void)
{
  static const char *const places[] = { "a.tpack", "data/a.tpack" };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_build_filename (made.path, places[i], NULL);
      g_autoptr (GFile) target = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_false (ter_pack_build (made.folder, target, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  made_pack_clear (&made);
}

static guint
get_count (GPtrArray *counts, const char *name)
{
  for (guint i = 0; i < counts->len; i++)
    {
      const TerPackCount *count = g_ptr_array_index (counts, i);

      if (g_str_equal (count->name, name))
        return count->n;
    }
  return 0;
}

static void
test_folder_and_archive_tell_the_same (void)
{
  g_autoptr (GBytes) archive = NULL;
  MadePack made;

  made_pack_init (&made);
  archive = build (&made, "a.tpack");
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *path = i == 0 ? g_strdup (made.path) : g_build_filename (made.around, "a.tpack", NULL);
      g_autoptr (GFile) place = g_file_new_for_path (path);
      g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerPackInfo) info = ter_pack_info_new (place, "en", issues, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (issues->len, ==, 0);
      g_assert_cmpstr (info->id, ==, "essai");
      g_assert_cmpstr (info->title, ==, "Un essai");
      g_assert_cmpstr (info->publisher, ==, "Your organisation");
      g_assert_cmpuint (info->n_files, ==, 7);
      g_assert_cmpuint (get_count (info->kinds, "page"), ==, 2);
      g_assert_cmpuint (get_count (info->kinds, "webinar"), ==, 1);
      g_assert_cmpuint (get_count (info->roles, "text"), ==, 2);
      g_assert_cmpuint (get_count (info->sections, "topics"), ==, 1);
      g_assert_cmpuint (((TerPackCount *) g_ptr_array_index (info->largest, 0))->bytes, >=,
                        ((TerPackCount *) g_ptr_array_index (info->largest, 1))->bytes);
      g_assert_cmpuint (info->packed, ==, i == 0 ? 0 : g_bytes_get_size (archive));
      g_assert_false (info->is_signed);
    }
  made_pack_clear (&made);
}

static void
test_what_is_no_pack_is_told (void)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) around = NULL;
  MadePack made;

  made_pack_init (&made);
  path = g_build_filename (made.around, "a.tpack", NULL);
  file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, "PK no archive", -1, NULL));
  g_assert_null (ter_pack_info_new (file, NULL, issues, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (issues->len, >, 0);
  around = g_file_new_for_path (made.around);
  g_assert_null (ter_pack_info_new (around, NULL, issues, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-build/the same pack gives the same bytes", test_the_same_pack_gives_the_same_bytes);
  g_test_add_func ("/pack-build/a pack that is not in order leaves the former archive",
                   test_a_pack_that_is_not_in_order_leaves_the_former_archive);
  g_test_add_func ("/pack-build/an archive does not lie in its own pack", test_an_archive_does_not_lie_in_its_own_pack);
  g_test_add_func ("/pack-info/folder and archive tell the same", test_folder_and_archive_tell_the_same);
  g_test_add_func ("/pack-info/what is no pack is told", test_what_is_no_pack_is_told);
  return g_test_run ();
}
