/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ter-time-ticks.h"

static void
test_a_date_is_a_day (void)
{
  static const struct
  {
    double date, day;
  } cases[] = {
    { 19700101, 0 },    { 20200528, 18410 },   { 20200500, 18383 }, { 20200000, 18262 },
    { 10101, -719162 }, { 99991231, 2932896 }, { 19691231, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (ter_time_ticks_from_date (cases[i].date), ==, cases[i].day);
  g_assert_true (isnan (ter_time_ticks_from_date (NAN)));
  g_assert_true (isnan (ter_time_ticks_from_date (0)));
  g_assert_true (isnan (ter_time_ticks_from_date (1e9)));
}

static void
test_ticks_are_written_as_precisely_as_needed (void)
{
  static const struct
  {
    double from, to;
    guint count;
    const char *first;
    guint n;
  } cases[] = {
    { 17897, 19358, 5, "2019", 5 },     { 19737, 20072, 5, "April 2024", 3 }, { 19773, 19790, 5, "21 February 2024", 9 },
    { -719162, 2932896, 5, "2000", 4 }, { 18262, 18262, 5, "2020", 1 },       { NAN, 3, 5, NULL, 0 },
    { 3, -INFINITY, 5, NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ticks = g_array_new (FALSE, FALSE, sizeof (double));
      g_autofree char *first = NULL;

      ter_time_ticks_add (ticks, cases[i].from, cases[i].to, cases[i].count);
      g_assert_cmpuint (ticks->len, ==, cases[i].n);
      if (ticks->len == 0)
        continue;
      first = ter_time_ticks_dup_text (g_array_index (ticks, double, 0), ticks);
      g_assert_cmpstr (first, ==, cases[i].first);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-ticks/day", test_a_date_is_a_day);
  g_test_add_func ("/time-ticks/text", test_ticks_are_written_as_precisely_as_needed);
  return g_test_run ();
}
