/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ter-scale.h"

/* The expected values are those of d3-scale 4.0.3 and d3-array 3.2.5, which Vega 5.33.1 uses: scaleLinear ().domain ([a, b]),
 * its ticks (n), then nice (n).domain (). */
static const struct
{
  double from, to;
  guint count;
  double nice_from, nice_to;
  const char *ticks;
} linear_cases[] = {
  { 0, 1, 10, 0, 1, "0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1" },
  { 0, 1, 5, 0, 1, "0 0.2 0.4 0.6 0.8 1" },
  { 0, 100, 5, 0, 100, "0 20 40 60 80 100" },
  { 0, 100, 10, 0, 100, "0 10 20 30 40 50 60 70 80 90 100" },
  { 0, 97, 10, 0, 100, "0 10 20 30 40 50 60 70 80 90" },
  { 0, 7.1, 10, 0, 8, "0 1 2 3 4 5 6 7" },
  { 0, 7.1, 5, 0, 8, "0 2 4 6" },
  { 0, 10, 4, 0, 10, "0 2 4 6 8 10" },
  { -3.2, 7.9, 10, -4, 8, "-3 -2 -1 0 1 2 3 4 5 6 7" },
  { 0, 1300000, 6, 0, 1400000, "0 200000 400000 600000 800000 1000000 1200000" },
  { 0, 2615635, 10, 0, 2800000,
    "0 200000 400000 600000 800000 1000000 1200000 1400000 1600000 1800000 2000000 2200000 2400000 2600000" },
  { 0, 2615635, 4, 0, 3000000, "0 500000 1000000 1500000 2000000 2500000" },
  { 0, 28, 8, 0, 30, "0 5 10 15 20 25" },
  { 0, 0.003, 5, 0, 0.003, "0 0.0005 0.001 0.0015 0.002 0.0025 0.003" },
  { -0.07, -0.01, 4, -0.08, 0, "-0.06 -0.04 -0.02" },
  { 0, 5115, 10, 0, 5500, "0 500 1000 1500 2000 2500 3000 3500 4000 4500 5000" },
  { 0, 1, 1, 0, 1, "0 1" },
  { 0.2, 0.7, 1, 0, 1, "0.5" },
  { 123456, 123457, 3, 123456, 123457, "123456 123456.5 123457" },
  { 0, 3, 10, 0, 3, "0 0.2 0.4 0.6 0.8 1 1.2 1.4 1.6 1.8 2 2.2 2.4 2.6 2.8 3" },
  { 0, 9007199254740992, 5, 0, 10000000000000000, "0 2e+15 4e+15 6e+15 8e+15" },
  { -1, 1, 2, -1, 1, "-1 0 1" },
};

static void
test_ticks_and_nice_domains_are_those_of_d3 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (linear_cases); i++)
    {
      TerScale scale = { { linear_cases[i].from, linear_cases[i].to }, { 0, 100 } };
      g_autoptr (GArray) ticks = ter_scale_ticks (&scale, linear_cases[i].count);
      g_auto (GStrv) expected = g_strsplit (linear_cases[i].ticks, " ", -1);

      g_test_message ("%g … %g in %u", linear_cases[i].from, linear_cases[i].to, linear_cases[i].count);
      g_assert_cmpuint (ticks->len, ==, g_strv_length (expected));
      for (guint j = 0; j < ticks->len; j++)
        g_assert_cmpfloat_with_epsilon (g_array_index (ticks, double, j), g_ascii_strtod (expected[j], NULL),
                                        1e-13 * fabs (linear_cases[i].to));
      ter_scale_nice (&scale, linear_cases[i].count);
      g_assert_cmpfloat (scale.domain[0], ==, linear_cases[i].nice_from);
      g_assert_cmpfloat (scale.domain[1], ==, linear_cases[i].nice_to);
    }
}

/* n, range, paddingInner, paddingOuter; scale (0), step (), bandwidth () of d3-scale 4.0.3. */
static const struct
{
  guint n;
  double from, to, inner, outer, first, step, bandwidth;
} band_cases[] = {
  { 3, 0, 60, 0.1, 0.05, 1, 20, 18 }, { 1, 0, 20, 0.1, 0.05, 1, 20, 18 }, { 5, 10, 410, 0.2, 0.1, 18, 80, 64 },
  { 4, 0, 100, 0, 0, 0, 25, 25 },     { 0, 0, 50, 0.1, 0.05, 0, 50, 45 }, { 101, 0, 2020, 0.1, 0.05, 1, 20, 18 },
};

static void
test_bands_are_those_of_d3 (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (band_cases); i++)
    {
      TerBandScale scale;

      ter_band_scale_init (&scale, band_cases[i].n, band_cases[i].from, band_cases[i].to, band_cases[i].inner, band_cases[i].outer);
      g_assert_cmpfloat_with_epsilon (scale.step, band_cases[i].step, 1e-9);
      g_assert_cmpfloat_with_epsilon (scale.bandwidth, band_cases[i].bandwidth, 1e-9);
      if (band_cases[i].n > 0)
        g_assert_cmpfloat_with_epsilon (ter_band_scale_map (&scale, 0), band_cases[i].first, 1e-9);
    }
}

static void
test_values_are_mapped_in_proportion (void)
{
  TerScale scale = { { -4, 8 }, { 0, 200 } };
  TerScale backwards = { { 0, 10 }, { 100, 0 } };
  TerScale flat = { { 5, 5 }, { 0, 200 } };

  g_assert_cmpfloat_with_epsilon (ter_scale_map (&scale, -3.2), 13.33333333333333, 1e-9);
  g_assert_cmpfloat_with_epsilon (ter_scale_map (&scale, 0), 66.66666666666666, 1e-9);
  g_assert_cmpfloat (ter_scale_map (&backwards, 2.5), ==, 75);
  g_assert_cmpfloat (ter_scale_map (&flat, 5), ==, 100);
}

static void
test_a_domain_that_is_none_has_no_ticks (void)
{
  const double domains[][2] = { { NAN, 1 }, { 0, INFINITY }, { 3, 2 } };

  for (guint i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      TerScale scale = { { domains[i][0], domains[i][1] }, { 0, 1 } };
      g_autoptr (GArray) ticks = ter_scale_ticks (&scale, 10);

      ter_scale_nice (&scale, 10);
      g_assert_cmpuint (ticks->len, ==, 0);
    }
}

static void
test_ticks_know_their_decimals (void)
{
  static const struct
  {
    double to;
    guint count;
    int decimals;
  } cases[] = {
    { 100, 10, 0 }, { 1, 10, 1 }, { 1, 2, 1 }, { 3, 10, 1 }, { 0.003, 5, 4 }, { 10, 3, 0 }, { 0.5, 3, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerScale scale = { { 0, cases[i].to }, { 0, 1 } };
      g_autoptr (GArray) ticks = ter_scale_ticks (&scale, cases[i].count);

      g_assert_cmpint (ter_ticks_get_decimals (ticks), ==, cases[i].decimals);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scale/linear", test_ticks_and_nice_domains_are_those_of_d3);
  g_test_add_func ("/scale/band", test_bands_are_those_of_d3);
  g_test_add_func ("/scale/map", test_values_are_mapped_in_proportion);
  g_test_add_func ("/scale/none", test_a_domain_that_is_none_has_no_ticks);
  g_test_add_func ("/scale/decimals", test_ticks_know_their_decimals);
  return g_test_run ();
}
