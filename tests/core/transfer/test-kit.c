/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kit-maker.h"

#define GUIDE \
  "{'name': 'guide', 'path': 'files/atelier/guide.pdf', 'role': 'attachment', 'mediatype': 'application/pdf', 'bytes': 1200, " \
  "'hash': 'sha256:ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789', 'title': 'Guide du manifeste', " \
  "'licenses': [{'name': 'CC-BY-4.0'}, {'title': 'sans nom'}, {'name': 'etalab-2.0'}]}"
#define TABLE \
  "{'name': 'table', 'path': 'files/table.csv', 'role': 'attachment', 'mediatype': 'text/csv', 'bytes': 300, 'hash': 'sha256:00'}"
#define OTHER "{'name': 'autre', 'path': 'files/autre.pdf', 'role': 'attachment', 'mediatype': 'application/pdf', 'bytes': -4}"

static void
test_a_kit_lists_its_files (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerKit) kit = make_kit (folder, GUIDE "," TABLE "," OTHER,
                                     "'author': 'Les auteurs', 'license': 'CC-BY-SA-4.0', 'files': ["
                                     "{'path': 'files/atelier/guide.pdf', 'title': 'Guide', 'description': 'Minute par minute'}, "
                                     "{'path': 'files/table.csv'}, {'path': 'files/autre.pdf'}]");
  g_autofree char *formats = ter_kit_dup_formats (kit);
  TerKitFile *guide = ter_kit_get_files (kit)->pdata[0];
  TerKitFile *table = ter_kit_get_files (kit)->pdata[1];
  g_autofree char *format = ter_kit_file_dup_format (table);
  g_autofree char *path = g_file_get_path (ter_kit_file_get_file (guide));

  g_assert_cmpuint (ter_kit_get_files (kit)->len, ==, 3);
  g_assert_cmpstr (ter_kit_get_author (kit), ==, "Les auteurs");
  g_assert_cmpstr (ter_kit_get_license (kit), ==, "CC-BY-SA-4.0");
  g_assert_cmpuint (ter_kit_get_size (kit), ==, 1500);
  g_assert_cmpstr (formats, ==, "PDF, CSV");

  g_assert_cmpstr (path, ==, "/nonexistent/files/atelier/guide.pdf");
  g_assert_cmpstr (ter_kit_file_get_name (guide), ==, "guide.pdf");
  g_assert_cmpstr (ter_kit_file_get_title (guide), ==, "Guide");
  g_assert_cmpstr (ter_kit_file_get_description (guide), ==, "Minute par minute");
  g_assert_cmpstr (ter_kit_file_get_media_type (guide), ==, "application/pdf");
  g_assert_cmpstr (ter_kit_file_get_license (guide), ==, "CC-BY-4.0, etalab-2.0");
  g_assert_cmpstr (ter_kit_file_get_sha256 (guide), ==, "abcdef0123456789abcdef0123456789abcdef0123456789abcdef0123456789");

  /* No title, no licence of its own. */
  g_assert_cmpstr (ter_kit_file_get_title (table), ==, "table.csv");
  g_assert_cmpstr (ter_kit_file_get_license (table), ==, "CC-BY-SA-4.0");
  g_assert_null (ter_kit_file_get_description (table));
  g_assert_cmpstr (format, ==, "CSV");
}

static void
test_files_that_the_manifest_does_not_list_are_left_out (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerKit) kit =
    make_kit (folder, TABLE,
              "'files': [{'path': '../secret'}, {'path': '/etc/passwd'}, {'path': 'files/absent.pdf'}, {}, 3, {'path': 4}]");

  g_assert_cmpuint (ter_kit_get_files (kit)->len, ==, 0);
}

static void
test_a_kit_may_hold_only_a_link (void)
{
  static const char *const cases[] = { "", "'files': []", "'files': null", "'files': {}" };
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerKit) kit = make_kit (folder, "", cases[i]);
      g_autofree char *formats = ter_kit_dup_formats (kit);

      g_assert_cmpuint (ter_kit_get_files (kit)->len, ==, 0);
      g_assert_cmpuint (ter_kit_get_size (kit), ==, 0);
      g_assert_cmpstr (formats, ==, "");
      g_assert_null (ter_kit_get_author (kit));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/kit/a kit lists its files", test_a_kit_lists_its_files);
  g_test_add_func ("/kit/files that the manifest does not list are left out",
                   test_files_that_the_manifest_does_not_list_are_left_out);
  g_test_add_func ("/kit/a kit may hold only a link", test_a_kit_may_hold_only_a_link);
  return g_test_run ();
}
