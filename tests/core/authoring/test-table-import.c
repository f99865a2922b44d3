/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-table-import.h"

#include <unistd.h>

#include "made-pack.h"

static TerTableImport *
import (MadePack *made, const char *csv, const TerTableImportOptions *options, GError **error)
{
  g_autofree char *path = g_build_filename (made->around, "sheet.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, csv, -1, NULL));
  return ter_table_import (made->folder, file, options, NULL, error);
}

static void
test_a_table_is_added_and_the_rest_stays_as_it_is (void)
{
  TerTableImportOptions options = { .name = "communes-aidees", .title = "Communes aidées" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTableImport) done = NULL;
  g_autofree char *before = NULL, *after = NULL, *csv = NULL, *head = NULL;
  MadePack made;

  made_pack_init (&made);
  before = made_pack_read (&made, "datapackage.json");
  done = import (&made, "Code INSEE;Nom, dit;Part\r\n01001;L’\"Abergement\";1\u202f234,5\r\n", &options, &error);
  g_assert_null (done); /* a quotation mark in a plain cell is not CSV */
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  done = import (&made, "Code INSEE;Nom, dit;Part\r\n01001;\"L’\"\"Abergement\"\"\";1\u202f234,5\r\n2A004;Ajaccio;\r\n", &options,
                 &error);
  g_assert_no_error (error);
  g_assert_cmpstr (done->path, ==, "data/communes-aidees.csv");
  csv = made_pack_read (&made, done->path);
  g_assert_cmpstr (csv, ==, "code_insee,nom_dit,part\r\n01001,\"L’\"\"Abergement\"\"\",1234.5\r\n2A004,Ajaccio,\r\n");
  after = made_pack_read (&made, "datapackage.json");
  /* Up to the end of what was the last resource nothing has changed. */
  head = g_strndup (before, strrchr (before, ']') - before - 6);
  g_assert_true (g_str_has_prefix (after, head));
  g_assert_nonnull (strstr (after, "\"title\": \"Communes aidées\""));
  g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
  made_pack_clear (&made);
}

static void
test_nothing_is_overwritten_unless_asked (void)
{
  TerTableImportOptions options = { .name = "members" };
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTableImport) done = NULL;
  g_autofree char *before = NULL, *after = NULL, *csv = NULL;
  MadePack made;

  made_pack_init (&made);
  before = made_pack_read (&made, "datapackage.json");
  g_assert_null (import (&made, "year;members\n2025;200\n", &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  after = made_pack_read (&made, "datapackage.json");
  g_assert_cmpstr (after, ==, before);
  g_clear_error (&error);

  options.replace = TRUE;
  done = import (&made, "year;members\n2025;200\n", &options, &error);
  g_assert_no_error (error);
  g_assert_true (done->replaced);
  csv = made_pack_read (&made, "data/members.csv");
  g_assert_cmpstr (csv, ==, "year,members\r\n2025,200\r\n");
  g_free (after);
  after = made_pack_read (&made, "datapackage.json");
  /* Its author's words stay: the title of the column, in both languages, and the source. */
  g_assert_nonnull (strstr (after, "\"title@en\": \"Members\""));
  g_assert_nonnull (strstr (after, "\"aggregation\": \"sum\""));
  g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
  made_pack_clear (&made);
}

static void
test_a_file_that_is_not_listed_is_not_overwritten (void)
{
  TerTableImportOptions options = { .name = "precious" };
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  MadePack made;

  made_pack_init (&made);
  made_pack_write (&made, "data/precious.csv", "mine");
  g_assert_null (import (&made, "a;b\n1;2\n", &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  kept = made_pack_read (&made, "data/precious.csv");
  g_assert_cmpstr (kept, ==, "mine");
  made_pack_clear (&made);
}

static void
test_a_name_leads_nowhere_else (void)
{
  static const char *const names[] = { "../evil", "a/b", "", "A", "a b", "." };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      TerTableImportOptions options = { .name = names[i], .replace = TRUE };
      g_autoptr (GError) error = NULL;

      g_assert_null (import (&made, "a;b\n1;2\n", &options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
    }
  made_pack_clear (&made);
}

static void
test_a_link_in_the_pack_is_not_followed (void)
{
  TerTableImportOptions options = { .name = "table", .replace = TRUE };
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL, *aside = NULL;
  MadePack made;

  made_pack_init (&made);
  data = g_build_filename (made.path, "data", NULL);
  aside = g_build_filename (made.around, "aside", NULL);
  g_assert_cmpint (g_rename (data, aside), ==, 0);
  g_assert_cmpint (symlink (aside, data), ==, 0);
  g_assert_null (import (&made, "a;b\n1;2\n", &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table-import/a table is added and the rest stays as it is", test_a_table_is_added_and_the_rest_stays_as_it_is);
  g_test_add_func ("/table-import/nothing is overwritten unless asked", test_nothing_is_overwritten_unless_asked);
  g_test_add_func ("/table-import/a file that is not listed is not overwritten", test_a_file_that_is_not_listed_is_not_overwritten);
  g_test_add_func ("/table-import/a name leads nowhere else", test_a_name_leads_nowhere_else);
  g_test_add_func ("/table-import/a link in the pack is not followed", test_a_link_in_the_pack_is_not_followed);
  return g_test_run ();
}
