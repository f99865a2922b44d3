/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bin.h"

#include <math.h>

/* What vega-statistics' bin gives for maxbins 10; test-figures.mjs holds the options to Vega. */
static void
test_steps_are_those_of_vega (void)
{
  static const struct
  {
    double from, to, start, stop, step;
  } cases[] = {
    { 0.5, 47, 0, 50, 5 },  { 0, 100, 0, 100, 10 }, { 0.0004, 0.0042, 0, 0.0045, 0.0005 },
    { -7, 20, -10, 20, 5 }, { 3, 3, 3, 3.5, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerBin bin;

      g_assert_true (ter_bin_init (&bin, NULL, cases[i].from, cases[i].to));
      g_assert_cmpfloat_with_epsilon (bin.start, cases[i].start, 1e-9);
      g_assert_cmpfloat_with_epsilon (bin.stop, cases[i].stop, 1e-9);
      g_assert_cmpfloat_with_epsilon (bin.step, cases[i].step, 1e-9);
    }
}

static void
test_each_value_has_its_step (void)
{
  TerBin bin = { 0, 50, 10 };

  g_assert_cmpuint (ter_bin_get_n (&bin), ==, 5);
  g_assert_cmpfloat (ter_bin_find (&bin, 0), ==, 0);
  g_assert_cmpfloat (ter_bin_find (&bin, 9.99), ==, 0);
  g_assert_cmpfloat (ter_bin_find (&bin, 10), ==, 10);
  g_assert_cmpfloat (ter_bin_find (&bin, 50), ==, 40);
  g_assert_true (isnan (ter_bin_find (&bin, NAN)));
  g_assert_cmpstr (ter_bin_get_label (&bin, 10), ==, "10 – 20");
}

static void
test_what_says_nothing_is_refused (void)
{
  static const char *const options[] = { "{\"step\": 0.001}", "{\"steps\": [0]}", "{\"divide\": [-1]}", "{\"base\": 1}" };
  TerBin bin;

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (options[i], NULL);

      g_assert_false (ter_bin_init (&bin, json_node_get_object (node), 0, 100));
    }
  g_assert_false (ter_bin_init (&bin, NULL, -G_MAXDOUBLE, G_MAXDOUBLE));
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bin/steps", test_steps_are_those_of_vega);
  g_test_add_func ("/bin/values", test_each_value_has_its_step);
  g_test_add_func ("/bin/refused", test_what_says_nothing_is_refused);
  return g_test_run ();
}
