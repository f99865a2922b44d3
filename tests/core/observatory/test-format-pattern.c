/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-format-pattern.h"

#include <math.h>

#define NNBSP "\u202f"

/* What d3-format makes of the same in English; in French with its separators. */
static void
test_numbers_are_written_by_a_pattern (void)
{
  static const struct
  {
    const char *pattern;
    double value;
    const char *english, *french;
  } cases[] = {
    { "", 1234.5, "1234.5", "1234,5" },
    { ",", 1234.5, "1,234.5", "1" NNBSP "234,5" },
    { "d", 1234.5, "1235", "1235" },
    { ",d", 1234567, "1,234,567", "1" NNBSP "234" NNBSP "567" },
    { ".1f", 1234.56, "1234.6", "1234,6" },
    { ",.2f", 1234.5, "1,234.50", "1" NNBSP "234,50" },
    { ".2~f", 1.5, "1.5", "1,5" },
    { ".0%", 0.256, "26%", "26" NNBSP "%" },
    { ".1%", 0.5, "50.0%", "50,0" NNBSP "%" },
    { "+.1f", 3, "+3.0", "+3,0" },
    { "+.1f", -3, "−3.0", "−3,0" },
    { ".3r", 123456, "123000", "123000" },
    { ".3r", 0.0012345, "0.00123", "0,00123" },
    { "~s", 1500, "1.5k", "1,5k" },
    { ".2s", 42000000, "42M", "42M" },
    { "~s", 0.002, "2m", "2m" },
    { ".1f", 0, "0.0", "0,0" },
    { ".4f", 0.00004, "0.0000", "0,0000" },
    { ".1f", NAN, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint french = 0; french <= 1; french++)
      {
        g_autofree char *text = NULL;

        g_setenv ("LANGUAGE", french ? "fr" : "en", TRUE);
        g_test_message ("%s of %g", cases[i].pattern, cases[i].value);
        g_assert_true (ter_format_pattern_is_number (cases[i].pattern));
        text = ter_format_pattern_dup_number (cases[i].pattern, cases[i].value);
        g_assert_cmpstr (text, ==, french ? cases[i].french : cases[i].english);
      }
}

static void
test_days_are_written_by_a_pattern (void)
{
  static const struct
  {
    const char *pattern, *english, *french;
  } cases[] = {
    { "%Y", "2020", "2020" }, { "%d/%m/%y", "05/08/20", "05/08/20" }, { "%-d %B %Y", "5 August 2020", "5 août 2020" },
    { "%b", "Aug", "août" },  { "%e.%-m", " 5.8", " 5.8" },           { "100%% %Y", "100% 2020", "100% 2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint french = 0; french <= 1; french++)
      {
        g_autofree char *text = NULL;

        g_setenv ("LANGUAGE", french ? "fr" : "en", TRUE);
        g_assert_true (ter_format_pattern_is_time (cases[i].pattern));
        text = ter_format_pattern_dup_time (cases[i].pattern, 2020, 8, 5);
        g_assert_cmpstr (text, ==, french ? cases[i].french : cases[i].english);
      }
}

static void
test_other_patterns_are_not_understood (void)
{
  static const char *const numbers[] = { "x", "e", "$,.2f", "010", "(.1f", " .1f", ".", ".16f", ".f", "%d", ".1ff", "s~", "^10" };
  static const char *const times[] = { "", "Y", "%", "%H", "%-", "%-Y", "%A", "%Y %", "%s" };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_false (ter_format_pattern_is_number (numbers[i]));
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_false (ter_format_pattern_is_time (times[i]));
  g_assert_false (ter_format_pattern_is_number (NULL));
  g_assert_false (ter_format_pattern_is_time (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format-pattern/numbers", test_numbers_are_written_by_a_pattern);
  g_test_add_func ("/format-pattern/days", test_days_are_written_by_a_pattern);
  g_test_add_func ("/format-pattern/others", test_other_patterns_are_not_understood);
  return g_test_run ();
}
