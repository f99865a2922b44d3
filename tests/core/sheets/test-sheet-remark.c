/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-remark.h"

static void
test_a_remark_keeps_what_it_is_given (void)
{
  g_autoptr (GPtrArray) list = ter_sheet_remark_new_list ();
  const TerSheetRemark *remark;

  ter_sheet_remark_add (list, "missing", 2, 7, "n.d.", "--missing n.d.", "%s at %u", "n.d.", 7u);
  ter_sheet_remark_add (list, "encoding", -1, 0, NULL, NULL, "all");
  remark = g_ptr_array_index (list, 0);
  g_assert_cmpstr (remark->sentence, ==, "n.d. at 7");
  g_assert_cmpstr (remark->option, ==, "--missing n.d.");
  g_assert_cmpint (remark->column, ==, 2);
  remark = g_ptr_array_index (list, 1);
  g_assert_null (remark->value);
  g_assert_null (remark->option);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-remark/a remark keeps what it is given", test_a_remark_keeps_what_it_is_given);
  return g_test_run ();
}
