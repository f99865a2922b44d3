/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sheet-maker.h"
#include "ter-sheet-census.h"

static void
test_all_cells_are_counted (void)
{
  g_auto (MadeSheet) made = made_sheet_new ("a;b\n1,5;x\n2.5;x\n;x\nn.d.;x\n01;x\n2004;x\n2004;x\n", -1, NULL, NULL, NULL);
  g_autoptr (GPtrArray) missing = g_ptr_array_new_with_free_func (g_free);
  TerSheetColumnOptions options = { 0 };
  TerSheetCensus census;

  ter_sheet_census_take (&census, made.table, 0, NULL, &options, missing);
  g_assert_cmpuint (census.n, ==, 5);
  g_assert_cmpuint (census.n_read[TER_READS_DOT], ==, 4);
  g_assert_cmpuint (census.n_read[TER_READS_COMMA], ==, 4);
  g_assert_cmpuint (census.bad_row[TER_READS_DOT], ==, 0);
  g_assert_cmpuint (census.bad_row[TER_READS_COMMA], ==, 1);
  g_assert_cmpuint (census.n_recent, ==, 2);
  g_assert_cmpuint (census.missing_row, ==, 3);
  g_assert_cmpuint (census.two_row, ==, TER_NO_ROW);
  g_assert_true (census.empty && census.twice && census.code);
  g_assert_cmpuint (missing->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-census/all cells are counted", test_all_cells_are_counted);
  return g_test_run ();
}
