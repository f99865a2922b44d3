/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-data-package.h"

static gboolean
is_one (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return ter_data_package_is_one (json_node_get_object (node));
}

/* The way of one through the program: tests/cli/test-authoring.py. */
static void
test_a_package_of_another_maker_is_known (void)
{
  g_assert_true (is_one ("{\"resources\": [{\"name\": \"a\"}]}"));
  g_assert_false (is_one ("{\"resources\": []}"));
  g_assert_false (is_one ("{}"));
  g_assert_false (is_one ("{\"format\": [1, 0], \"resources\": [{\"name\": \"a\"}]}"));
  g_assert_false (is_one ("{\"sections\": [], \"resources\": [{\"name\": \"a\"}]}"));
  g_assert_false (ter_data_package_is_one (NULL));
}

static void
test_what_is_none_is_told (void)
{
  g_autofree char *path = g_dir_make_tmp ("data-package-XXXXXX", NULL);
  g_autofree char *manifest = g_build_filename (path, "datapackage.json", NULL), *target = g_build_filename (path, "made", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path), folder = g_file_new_for_path (target),
                    file = g_file_new_for_path (manifest);
  g_autoptr (GError) error = NULL;
  TerDate today = { .year = 2026, .month = 11, .day = 29, .hour = -1 };
  guint n_tables;

  g_assert_true (g_file_set_contents (manifest, "{\"format\": [1, 0], \"resources\": [{}]}", -1, NULL));
  g_assert_null (ter_data_package_adopt (source, folder, "fr", &today, &n_tables, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_false (g_file_query_exists (folder, NULL));
  g_file_delete (file, NULL, NULL);
  g_file_delete (source, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data-package/a package of another maker is known", test_a_package_of_another_maker_is_known);
  g_test_add_func ("/data-package/what is none is told", test_what_is_none_is_told);
  return g_test_run ();
}
