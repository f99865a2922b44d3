/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-icon.h"

#include <string.h>

static void
test_names_are_symbolic_and_in_order (void)
{
  const char *const *icons = ter_icon_list ();

  for (guint i = 0; icons[i] != NULL; i++)
    {
      g_assert_true (g_str_has_suffix (icons[i], "-symbolic"));
      g_assert_true (i == 0 || strcmp (icons[i - 1], icons[i]) < 0);
    }
  g_assert_true (g_strv_contains (icons, "folder-symbolic"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/icon/names-are-symbolic-and-in-order", test_names_are_symbolic_and_in_order);

  return g_test_run ();
}
