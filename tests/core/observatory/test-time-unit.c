/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-time-unit.h"

static void
test_steps_of_time_follow_one_another (void)
{
  g_assert_cmpint (ter_time_unit_parse ("year"), ==, TER_TIME_UNIT_YEAR);
  g_assert_cmpint (ter_time_unit_parse ("quarter"), ==, TER_TIME_UNIT_NONE);
  g_assert_cmpint (ter_time_unit_parse (NULL), ==, TER_TIME_UNIT_NONE);
  g_assert_cmpfloat (ter_time_unit_next (TER_TIME_UNIT_YEAR, 20190000), ==, 20200000);
  g_assert_cmpfloat (ter_time_unit_next (TER_TIME_UNIT_YEARMONTH, 20191100), ==, 20191200);
  g_assert_cmpfloat (ter_time_unit_next (TER_TIME_UNIT_YEARMONTH, 20191200), ==, 20200100);
  g_assert_cmpstr (ter_time_unit_get_text (TER_TIME_UNIT_YEAR, 20190000), ==, "2019");
  g_assert_cmpstr (ter_time_unit_get_text (TER_TIME_UNIT_YEARMONTH, 20190300), ==, "2019-03");
  g_assert_cmpstr (ter_time_unit_get_label (TER_TIME_UNIT_YEARMONTH, 20190300), ==, "March 2019");
  g_assert_cmpstr (ter_time_unit_get_label (TER_TIME_UNIT_MONTH, 20120300), ==, "March");
}

int
main (int argc, char **argv)
{
  g_setenv ("LANGUAGE", "en", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-unit/steps", test_steps_of_time_follow_one_another);
  return g_test_run ();
}
