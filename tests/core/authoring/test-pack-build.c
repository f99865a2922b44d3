/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-build.h"

#include "made-pack.h"
#include "ter-issue.h"

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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-build/the same pack gives the same bytes", test_the_same_pack_gives_the_same_bytes);
  g_test_add_func ("/pack-build/a pack that is not in order leaves the former archive",
                   test_a_pack_that_is_not_in_order_leaves_the_former_archive);
  g_test_add_func ("/pack-build/an archive does not lie in its own pack", test_an_archive_does_not_lie_in_its_own_pack);
  return g_test_run ();
}
