/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet.h"

#include <string.h>

#include "ter-limits.h"

static void
add (TerSheet *sheet, TerSheetKind kind, const char *text)
{
  g_assert_true (ter_sheet_add_cell (sheet, kind, text, strlen (text), NULL));
}

static void
test_rows_are_as_wide_as_they_stand (void)
{
  g_autoptr (TerSheet) sheet = ter_sheet_new ();

  ter_sheet_begin_row (sheet, 1);
  add (sheet, TER_SHEET_TEXT, "a");
  add (sheet, TER_SHEET_TEXT, " \u00a0");
  ter_sheet_begin_row (sheet, 4);
  add (sheet, TER_SHEET_NUMBER, "1.5");
  ter_sheet_begin_row (sheet, 5);
  g_assert_cmpuint (ter_sheet_get_n_rows (sheet), ==, 3);
  g_assert_cmpuint (ter_sheet_get_width (sheet, 0), ==, 2);
  g_assert_cmpuint (ter_sheet_get_width (sheet, 1), ==, 1);
  g_assert_cmpuint (ter_sheet_get_width (sheet, 2), ==, 0);
  g_assert_cmpuint (ter_sheet_get_line (sheet, 1), ==, 4);
  g_assert_cmpuint (ter_sheet_count_filled (sheet, 0), ==, 1);
  g_assert_true (ter_sheet_is_blank (sheet, 0, 1));
  g_assert_cmpstr (ter_sheet_get_text (sheet, 1, 0), ==, "1.5");
  g_assert_cmpint (ter_sheet_get_kind (sheet, 1, 0), ==, TER_SHEET_NUMBER);
  ter_sheet_make_even (sheet);
  g_assert_cmpuint (ter_sheet_get_width (sheet, 2), ==, 2);
  g_assert_cmpstr (ter_sheet_get_text (sheet, 2, 1), ==, "");
  g_assert_cmpint (ter_sheet_get_kind (sheet, 2, 1), ==, TER_SHEET_TEXT);
}

static void
test_cells_are_counted (void)
{
  g_autoptr (TerSheet) sheet = ter_sheet_new ();
  g_autoptr (GError) error = NULL;

  ter_sheet_begin_row (sheet, 1);
  for (guint i = 0; i < TER_LIMIT_SHEET_CELLS; i++)
    if (!ter_sheet_add_cell (sheet, TER_SHEET_TEXT, "", 0, NULL))
      g_assert_not_reached ();
  g_assert_false (ter_sheet_add_cell (sheet, TER_SHEET_TEXT, "", 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/rows are as wide as they stand", test_rows_are_as_wide_as_they_stand);
  g_test_add_func ("/sheet/cells are counted", test_cells_are_counted);
  return g_test_run ();
}
