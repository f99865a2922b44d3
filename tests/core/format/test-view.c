/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-view.h"

static void
test_each_id_is_found (void)
{
  guint n = 0;

  for (const char *const *id = ter_view_list (); *id != NULL; id++, n++)
    g_assert_cmpuint (ter_view_find (*id), ==, n);
  g_assert_cmpuint (n, ==, TER_N_VIEWS);
  g_assert_cmpuint (ter_view_find ("home"), ==, TER_VIEW_HOME);
}

static void
test_a_view_that_is_not_known_is_none (void)
{
  g_assert_cmpuint (ter_view_find ("carousel"), ==, TER_N_VIEWS);
  g_assert_cmpuint (ter_view_find (NULL), ==, TER_N_VIEWS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/view/each-id-is-found", test_each_id_is_found);
  g_test_add_func ("/view/a-view-that-is-not-known-is-none", test_a_view_that_is_not_known_is_none);

  return g_test_run ();
}
