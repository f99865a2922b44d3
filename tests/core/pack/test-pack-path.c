/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-path.h"

#include "ter-limits.h"

static char *
levels (guint n, guint length)
{
  g_autofree char *level = g_strnfill (length, 'x');
  GString *path = g_string_new (level);

  for (guint i = 1; i < n; i++)
    g_string_append_printf (path, "/%s", level);
  return g_string_free_and_steal (path);
}

static void
test_plain_paths_are_valid (void)
{
  static const char *const paths[] = { "datapackage.json", "a", "content/a-b_c.D.md", "1/2/3/4", "_/-", "a..b", "a." };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_test_message ("%s", paths[i]);
      g_assert_true (ter_pack_path_is_valid (paths[i]));
    }
}

static void
test_other_paths_are_not (void)
{
  static const char *const paths[] = { "",     "/",    "/a",  "a/",  "a//b", ".",   "..", "./a",  "../a",  "a/../b", "a/..", ".a",
                                       "a/.b", "a\\b", "C:a", "a b", "a\n",  "\na", "é",  "\xff", "a\x01", "a*",     "a?" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_test_message ("%s", paths[i]);
      g_assert_false (ter_pack_path_is_valid (paths[i]));
    }
}

static void
test_levels_and_characters_are_counted (void)
{
  g_autofree char *at_limit = levels (TER_LIMIT_PATH_LEVELS, TER_LIMIT_NAME_CHARS);
  g_autofree char *deeper = levels (TER_LIMIT_PATH_LEVELS + 1, 1);
  g_autofree char *longer = levels (1, TER_LIMIT_NAME_CHARS + 1);
  g_autofree char *endless = levels (1, 10000000);

  g_assert_true (ter_pack_path_is_valid (at_limit));
  g_assert_false (ter_pack_path_is_valid (deeper));
  g_assert_false (ter_pack_path_is_valid (longer));
  g_assert_false (ter_pack_path_is_valid (endless));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack-path/plain paths are valid", test_plain_paths_are_valid);
  g_test_add_func ("/pack-path/other paths are not", test_other_paths_are_not);
  g_test_add_func ("/pack-path/levels and characters are counted", test_levels_and_characters_are_counted);
  return g_test_run ();
}
