/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-cell.h"

static void
test_numbers_are_read_in_both_ways (void)
{
  static const struct
  {
    const char *cell, *dot, *comma, *unit; /* nullable */
  } cases[] = {
    { "12", "12", "12", NULL },
    { "1,234", "1234", "1.234", NULL },
    { "1.234", "1.234", "1234", NULL },
    { "1,5", NULL, "1.5", NULL },
    { "1,234.5", "1234.5", NULL, NULL },
    { "1.234,5", NULL, "1234.5", NULL },
    { "0,123", NULL, "0.123", NULL },
    { "1234,567", NULL, "1234.567", NULL },
    { "1 234,567", NULL, "1234.567", NULL },
    { "12 34", NULL, NULL, NULL },
    { "1 234 567", "1234567", "1234567", NULL },
    { "-5 %", "-5", "-5", "%" },
    { "€ 12", "12", "12", "€" },
    { "12 euros", "12", "12", "€" },
    { "1,5 k€", NULL, "1.5", "k€" },
    { "1.5e+3", "1500", NULL, NULL },
    { "2E004", NULL, NULL, NULL },
    { "1E+999", NULL, NULL, NULL },
    { "", NULL, NULL, NULL },
    { "%", NULL, NULL, NULL },
    { "--5", NULL, NULL, NULL },
    { "1.2.3", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerSheetNumber with_dot, with_comma;
      g_autofree char *dot = ter_sheet_cell_dup_number (cases[i].cell, '.', &with_dot);
      g_autofree char *comma = ter_sheet_cell_dup_number (cases[i].cell, ',', &with_comma);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (dot, ==, cases[i].dot);
      g_assert_cmpstr (comma, ==, cases[i].comma);
      if (comma != NULL)
        g_assert_cmpstr (with_comma.unit, ==, cases[i].unit);
    }
}

static void
test_dates_are_read_in_both_orders (void)
{
  static const struct
  {
    const char *cell, *day, *month; /* nullable */
    gboolean two;
  } cases[] = {
    { "28/05/2020", "2020-05-28", NULL, FALSE },
    { "5/28/2020", NULL, "2020-05-28", FALSE },
    { "1.5.2020", "2020-05-01", "2020-01-05", FALSE },
    { "2020-05-28", "2020-05-28", "2020-05-28", FALSE },
    { "28-05-2020", "2020-05-28", NULL, FALSE },
    { "28/05-2020", NULL, NULL, FALSE },
    { "28/05/20", NULL, NULL, TRUE },
    { "31/02/2020", NULL, NULL, FALSE },
    { "1/2/202", NULL, NULL, FALSE },
    { "2020-5-28", NULL, NULL, FALSE },
    { "1/0/2020", NULL, NULL, FALSE },
    { "", NULL, NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean two;
      g_autofree char *month = ter_sheet_cell_dup_date (cases[i].cell, 'm', NULL);
      g_autofree char *day = ter_sheet_cell_dup_date (cases[i].cell, 'd', &two);

      g_test_message ("%s", cases[i].cell);
      g_assert_cmpstr (day, ==, cases[i].day);
      g_assert_cmpstr (month, ==, cases[i].month);
      g_assert_cmpint (two, ==, cases[i].two);
    }
}

static void
test_small_things_are_what_they_are (void)
{
  g_autofree char *trimmed = ter_sheet_cell_dup_trimmed (" \u00a0a b\t");
  g_autofree char *month = ter_sheet_cell_dup_month ("05/2020");

  g_assert_cmpstr (trimmed, ==, "a b");
  g_assert_cmpstr (month, ==, "2020-05");
  g_assert_true (ter_sheet_cell_is_year ("1998"));
  g_assert_false (ter_sheet_cell_is_year ("9800"));
  g_assert_true (ter_sheet_cell_is_missing ("N.D."));
  g_assert_true (ter_sheet_cell_is_missing ("#N/A"));
  g_assert_false (ter_sheet_cell_is_missing ("Nantes"));
  g_assert_true (ter_sheet_cell_has_leading_zero ("01"));
  g_assert_false (ter_sheet_cell_has_leading_zero ("0,1"));
  g_assert_cmpstr (ter_sheet_cell_get_boolean ("VRAI"), ==, "true");
  g_assert_null (ter_sheet_cell_get_boolean ("oui"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-cell/numbers are read in both ways", test_numbers_are_read_in_both_ways);
  g_test_add_func ("/sheet-cell/dates are read in both orders", test_dates_are_read_in_both_orders);
  g_test_add_func ("/sheet-cell/small things are what they are", test_small_things_are_what_they_are);
  return g_test_run ();
}
