/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-known-codes.h"

#include <glib/gstdio.h>

/* A pack whose communes are two. */
static void
test_a_level_with_a_table_has_its_codes_alone (void)
{
  g_autofree char *path = g_dir_make_tmp ("known-codes-XXXXXX", NULL);
  g_autofree char *csv = g_build_filename (path, "c.csv", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (JsonNode) manifest = json_from_string (
    "{\"territories\": {\"communes\": \"c\"}, \"resources\": [{\"name\": \"c\", \"path\": \"c.csv\", \"role\": \"table\","
    "\"mediatype\": \"text/csv\", \"schema\": {\"fields\": [{\"name\": \"code\", \"type\": \"string\"}]}}]}",
    NULL);
  g_autoptr (TerKnownCodes) codes = NULL;

  g_assert_true (g_file_set_contents (csv, "code\r\n01001\r\n2A004\r\n", -1, NULL));
  codes = ter_known_codes_new (files, json_node_get_object (manifest));
  g_assert_true (ter_known_codes_has_level (codes, "commune"));
  g_assert_true (ter_known_codes_contains (codes, "commune", "2A004"));
  g_assert_false (ter_known_codes_contains (codes, "commune", "22001"));
  g_assert_false (ter_known_codes_has_level (codes, "departement"));
  g_assert_true (ter_known_codes_contains (codes, "departement", "22"));
  g_assert_true (ter_known_codes_is_table (json_node_get_object (manifest), "c"));
  g_assert_false (ter_known_codes_is_table (json_node_get_object (manifest), "d"));
  g_remove (csv);
  g_rmdir (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/known-codes/a level with a table has its codes alone", test_a_level_with_a_table_has_its_codes_alone);
  return g_test_run ();
}
