/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-trust.h"

#include <string.h>

/* Each comes before the next one. Two in one row are equal. */
static const char *const ordered[][4] = {
  { NULL, "", "1", "1.2" },
  { "0.0.0" },
  { "0.0.1-0" },
  { "0.0.1" },
  { "0.9.0" },
  { "0.10.0" },
  { "1.0.0-0" },
  { "1.0.0-9", "1.0.0-09" },
  { "1.0.0-10" },
  { "1.0.0-99999999999999999999999999" },
  { "1.0.0-." },
  { "1.0.0-.a" },
  { "1.0.0-alpha" },
  { "1.0.0-alpha.1" },
  { "1.0.0-alpha." },
  { "1.0.0-alpha.beta" },
  { "1.0.0-beta" },
  { "1.0.0-beta.2" },
  { "1.0.0-beta.11" },
  { "1.0.0-rc.1", "1.0.0-rc.1+build.7" },
  { "1.0.0", "1.0.0+1", "1.0.0+2", "1.0.0+-" },
  { "1.2.0" },
  { "2.0.0" },
  { "999999.0.0" },
  { "18446744073709551615.0.0" },
  { "18446744073709551616.0.0" },
  { "100000000000000000000000000000000000000000.0.0" },
};

static int
sign (int value)
{
  return (value > 0) - (value < 0);
}

static void
test_the_order_is_that_of_semantic_versioning (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint k = 0; k < G_N_ELEMENTS (ordered); k++)
      {
        int order = ter_version_compare (ordered[i][0], ordered[k][0]);

        if (sign (order) != sign ((int) i - (int) k))
          g_error ("%s, %s: %d", ordered[i][0], ordered[k][0], order);
      }
}

static void
test_some_differ_and_are_equal (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint k = 1; k < 4 && ordered[i][k] != NULL; k++)
      {
        g_assert_cmpint (ter_version_compare (ordered[i][0], ordered[i][k]), ==, 0);
        g_assert_cmpint (ter_version_compare (ordered[i][k], ordered[i][0]), ==, 0);
      }
}

static void
test_what_is_no_version_comes_first (void)
{
  static const char *const wrong[] = {
    NULL,      "",       "1",     "1.2",     "1.2.",   "1.2.3.",    "1.2.3.4",  "01.2.3",    "1.02.3", "1.2.03",
    "-1.0.0",  "+1.0.0", "1.2.x", "1.2.3-",  "1.2.3+", "1.2.3-+",   "1.2.3-a+", "v1.2.3",    " 1.2.3", "1.2.3 ",
    "1.2.3-é", "1..3",   "...",   "1.2.3\n", "1,2,3",  "1.2.3-a b", "0x1.0.0",  "1.2.3+a+b", "٣.0.0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      if (ter_version_compare (wrong[i], "0.0.0-0") >= 0)
        g_error ("%s is taken for a version", wrong[i]);
      g_assert_cmpint (ter_version_compare ("0.0.0-0", wrong[i]), >, 0);
      g_assert_cmpint (ter_version_compare (wrong[i], "nothing"), ==, 0);
    }
}

static void
test_an_endless_version_is_compared_at_once (void)
{
  g_autofree char *digits = g_strnfill (1 << 14, '9');
  g_autofree char *dots = g_strnfill (1 << 14, '.');
  g_autofree char *a = g_strdup_printf ("%s.0.0-%s", digits, dots);
  g_autofree char *b = g_strdup_printf ("%s.0.0-%s+b", digits, dots);
  g_autofree char *c = g_strdup_printf ("%s.0.0-%s1", digits, dots);
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpint (ter_version_compare (a, b), ==, 0);
  /* An empty identifier is a word, and comes after numbers. */
  g_assert_cmpint (ter_version_compare (a, c), >, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/version/the-order-is-that-of-semantic-versioning", test_the_order_is_that_of_semantic_versioning);
  g_test_add_func ("/version/some-differ-and-are-equal", test_some_differ_and_are_equal);
  g_test_add_func ("/version/what-is-no-version-comes-first", test_what_is_no_version_comes_first);
  g_test_add_func ("/version/an-endless-version-is-compared-at-once", test_an_endless_version_is_compared_at_once);
  return g_test_run ();
}
