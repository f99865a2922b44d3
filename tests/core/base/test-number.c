/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-number.h"

#define NNBSP "\u202f"
#define NBSP "\u00a0"

static void
test_numbers_are_written_in_the_language_of_the_interface (void)
{
  static const struct
  {
    double value;
    int decimals;
    const char *french, *english;
  } cases[] = {
    { 0, 0, "0", "0" },
    { 0, 2, "0", "0" },
    { -0.001, 2,
      "\u2212"
      "0,001",
      "\u2212"
      "0.001" },
    { 0.0004, 0, "0,0004", "0.0004" },
    { 0.0004, 3, "0,0004", "0.0004" },
    { 0.0123456, 1, "0,012", "0.012" },
    { 0.96, 0, "0,96", "0.96" },
    { 0.996, 0, "1", "1" },
    { 1.4, 0, "1", "1" },
    { 0.05, 2, "0,05", "0.05" },
    { 1e-14, 2, "0,00000000000001", "0.00000000000001" },
    { 4.25e-20, 2, "4,3" NBSP "×" NBSP "10⁻²⁰", "4.3" NBSP "×" NBSP "10⁻²⁰" },
    { -5e-324, 2,
      "\u2212"
      "4,9" NBSP "×" NBSP "10⁻³²⁴",
      "\u2212"
      "4.9" NBSP "×" NBSP "10⁻³²⁴" },
    { 999, 0, "999", "999" },
    { 1234, 0, "1" NNBSP "234", "1,234" },
    { 1234567.891, 2, "1" NNBSP "234" NNBSP "567,89", "1,234,567.89" },
    { 46.5, 0, "47", "47" },
    { 2.5, 0, "3", "3" },
    { -2.5, 0,
      "\u2212"
      "3",
      "\u2212"
      "3" },
    { 1.005, 2, "1,01", "1.01" },
    { 12.30, 2, "12,3", "12.3" },
    { 12.0, 2, "12", "12" },
    { 999.96, 1, "1" NNBSP "000", "1,000" },
    { 1e15, 3, "1" NNBSP "000" NNBSP "000" NNBSP "000" NNBSP "000" NNBSP "000", "1,000,000,000,000,000" },
    { INFINITY, 1, "∞", "∞" },
    { -INFINITY, 1, "\u2212∞", "\u2212∞" },
    { NAN, 1, "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *french = NULL;
      g_autofree char *english = NULL;

      g_setenv ("LANGUAGE", "fr", TRUE);
      french = ter_number_format (cases[i].value, cases[i].decimals);
      g_assert_cmpstr (french, ==, cases[i].french);
      g_setenv ("LANGUAGE", "en", TRUE);
      english = ter_number_format (cases[i].value, cases[i].decimals);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

static void
test_the_greatest_number_is_written_whole (void)
{
  g_autofree char *text = ter_number_format (G_MAXDOUBLE, 15);

  g_assert_cmpuint (strlen (text), >, 309);
}

static void
test_units_stay_with_their_number (void)
{
  static const struct
  {
    double value;
    const char *unit;
    const char *french, *english;
  } cases[] = {
    { 46, "%", "46" NNBSP "%", "46%" },
    { -0.5, "%",
      "\u2212"
      "0,5" NNBSP "%",
      "\u2212"
      "0.5%" },
    { 1234, "€", "1" NNBSP "234" NBSP "€", "€1,234" },
    { -12, "€",
      "\u2212"
      "12" NBSP "€",
      "\u2212€12" },
    { 3, "km", "3" NBSP "km", "3" NBSP "km" },
    { 21, "°", "21°", "21°" },
    { 7, NULL, "7", "7" },
    { 7, "", "7", "7" },
    { NAN, "%", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *french = NULL;
      g_autofree char *english = NULL;

      g_setenv ("LANGUAGE", "fr_FR:fr", TRUE);
      french = ter_number_format_unit (cases[i].value, 1, cases[i].unit);
      g_assert_cmpstr (french, ==, cases[i].french);
      g_setenv ("LANGUAGE", "en_GB:en", TRUE);
      english = ter_number_format_unit (cases[i].value, 1, cases[i].unit);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

static void
test_sizes_of_files_are_rounded (void)
{
  static const struct
  {
    guint64 bytes;
    const char *french, *english;
  } cases[] = {
    { 0, "0" NBSP "octet", "0" NBSP "bytes" },
    { 1, "1" NBSP "octet", "1" NBSP "byte" },
    { 999, "999" NBSP "octets", "999" NBSP "bytes" },
    { 1000, "1" NBSP "ko", "1" NBSP "kB" },
    { 999499, "999" NBSP "ko", "999" NBSP "kB" },
    { 999999, "1" NBSP "Mo", "1" NBSP "MB" },
    { 1234567, "1,2" NBSP "Mo", "1.2" NBSP "MB" },
    { 123456789, "123" NBSP "Mo", "123" NBSP "MB" },
    { 2147483648, "2,1" NBSP "Go", "2.1" NBSP "GB" },
    { G_MAXUINT64, "18" NNBSP "446" NNBSP "744" NBSP "To", "18,446,744" NBSP "TB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *french = NULL;
      g_autofree char *english = NULL;

      g_setenv ("LANGUAGE", "fr", TRUE);
      french = ter_number_format_size (cases[i].bytes);
      g_assert_cmpstr (french, ==, cases[i].french);
      g_setenv ("LANGUAGE", "en", TRUE);
      english = ter_number_format_size (cases[i].bytes);
      g_assert_cmpstr (english, ==, cases[i].english);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/number/numbers-are-written-in-the-language-of-the-interface",
                   test_numbers_are_written_in_the_language_of_the_interface);
  g_test_add_func ("/number/the-greatest-number-is-written-whole", test_the_greatest_number_is_written_whole);
  g_test_add_func ("/number/units-stay-with-their-number", test_units_stay_with_their_number);
  g_test_add_func ("/number/sizes-of-files-are-rounded", test_sizes_of_files_are_rounded);
  return g_test_run ();
}
