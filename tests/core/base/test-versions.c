/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-versions.h"

static void
test_each_line_is_a_name_and_a_number (void)
{
  static const char *const names[] = { "GLib", "JSON-GLib", "SQLite", "libarchive", "cmark", "OpenSSL" };
  g_autofree char *text = ter_versions_dup ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, G_N_ELEMENTS (names));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *pattern = g_strdup_printf ("^%s [0-9]+\\.[0-9]+[.0-9a-z]*$", names[i]);

      g_assert_true (g_regex_match_simple (pattern, lines[i], G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/versions/each-line-is-a-name-and-a-number", test_each_line_is_a_name_and_a_number);
  return g_test_run ();
}
