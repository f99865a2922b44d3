/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-date.h"

static void
test_dates_that_exist_are_read (void)
{
  static const struct
  {
    const char *text;
    TerDate date;
  } cases[] = {
    { "2020", { 2020, 0, 0, -1, 0 } },
    { "2020-05", { 2020, 5, 0, -1, 0 } },
    { "2020-02-29", { 2020, 2, 29, -1, 0 } },
    { "2020-05-28T13:00", { 2020, 5, 28, 13, 0 } },
    { "2020-05-28T23:59:60Z", { 2020, 5, 28, 23, 59 } },
    { "2020-05-28T13:00:00.250+02:00", { 2020, 5, 28, 13, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerDate date;

      g_assert_true (ter_date_parse (cases[i].text, &date));
      g_assert_cmpint (ter_date_compare (&date, &cases[i].date), ==, 0);
      g_assert_cmpint (date.minute, ==, cases[i].date.minute);
    }
}

static void
test_dates_that_do_not_exist_are_refused (void)
{
  static const char *const cases[] = {
    NULL,
    "",
    "0000",
    "20",
    "2020-",
    "2020-13",
    "2020-00",
    "2020-5",
    "2021-02-29",
    "2020-05-32",
    "2020-05-28 13:00",
    "2020-05-28T",
    "2020-05-28T24:00",
    "2020-05-28T13:60",
    "2020-05-28T13:00:61",
    "2020-05-28T13:00+2",
    "mai 2020",
    "2020-05-28T13:00:00junk",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerDate date;
      g_autofree char *text = NULL;

      g_assert_false (ter_date_parse (cases[i], &date));
      text = ter_date_format (&date, TER_DATE_LONG);
      g_assert_cmpstr (text, ==, "");
    }
}

static void
test_dates_are_ordered_by_what_is_known (void)
{
  static const char *const ordered[] = { "2019-12-31",       "2020",      "2020-05", "2020-05-01", "2020-05-01T00:00",
                                         "2020-05-01T00:01", "2020-05-02" };

  for (guint i = 1; i < G_N_ELEMENTS (ordered); i++)
    {
      TerDate a, b;

      g_assert_true (ter_date_parse (ordered[i - 1], &a));
      g_assert_true (ter_date_parse (ordered[i], &b));
      g_assert_cmpint (ter_date_compare (&a, &b), <, 0);
      g_assert_cmpint (ter_date_compare (&b, &a), >, 0);
      g_assert_cmpint (ter_date_compare (&a, &a), ==, 0);
    }
}

typedef struct
{
  const char *language;
  const char *date;
  TerDateStyle style;
  const char *expected;
} FormatCase;

static void
test_dates_are_written_in_the_language_of_the_interface (void)
{
  static const FormatCase cases[] = {
    { "fr", "2020-05-28T13:00", TER_DATE_LONG, "jeudi 28 mai 2020 à 13:00" },
    { "fr", "2020-05-28", TER_DATE_LONG, "jeudi 28 mai 2020" },
    { "fr", "2020-08-01", TER_DATE_LONG, "samedi 1er août 2020" },
    { "fr", "2020-08-01", TER_DATE_MEDIUM, "1er août 2020" },
    { "fr", "2020-05-28T13:00", TER_DATE_MEDIUM, "28 mai 2020" },
    { "fr", "2020-02", TER_DATE_LONG, "février 2020" },
    { "fr", "2020", TER_DATE_MEDIUM, "2020" },
    { "fr", "2020-05-01", TER_DATE_SHORT, "01/05/2020" },
    { "fr", "2020-05", TER_DATE_SHORT, "05/2020" },
    { "en", "2020-05-28T13:00", TER_DATE_LONG, "Thursday 28 May 2020, 13:00" },
    { "en", "2020-08-01", TER_DATE_MEDIUM, "1 August 2020" },
    { "en", "2020-02", TER_DATE_MEDIUM, "February 2020" },
    { "en", "2020-05-28", TER_DATE_SHORT, "28/05/2020" },
    { "en", "2020", TER_DATE_SHORT, "2020" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerDate date;
      g_autofree char *text = NULL;

      g_setenv ("LANGUAGE", cases[i].language, TRUE);
      g_assert_true (ter_date_parse (cases[i].date, &date));
      text = ter_date_format (&date, cases[i].style);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/dates-that-exist-are-read", test_dates_that_exist_are_read);
  g_test_add_func ("/date/dates-that-do-not-exist-are-refused", test_dates_that_do_not_exist_are_refused);
  g_test_add_func ("/date/dates-are-ordered-by-what-is-known", test_dates_are_ordered_by_what_is_known);
  g_test_add_func ("/date/dates-are-written-in-the-language-of-the-interface",
                   test_dates_are_written_in_the_language_of_the_interface);
  return g_test_run ();
}
