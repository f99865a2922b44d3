/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-remark.h"

static void
remark_free (gpointer data)
{
  TerSheetRemark *remark = data;

  g_free (remark->value);
  g_free (remark->sentence);
  g_free (remark->option);
  g_free (remark);
}

GPtrArray *
ter_sheet_remark_new_list (void)
{
  return g_ptr_array_new_with_free_func (remark_free);
}

void
ter_sheet_remark_add (GPtrArray *list, const char *code, int column, guint line, const char *value, const char *option,
                      const char *format, ...)
{
  TerSheetRemark *remark;
  va_list args;

  g_return_if_fail (list != NULL && code != NULL && format != NULL);

  remark = g_new0 (TerSheetRemark, 1);
  remark->code = code;
  remark->column = column;
  remark->line = line;
  remark->value = g_strdup (value);
  remark->option = g_strdup (option);
  va_start (args, format);
  remark->sentence = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (list, remark);
}
