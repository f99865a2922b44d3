/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Something in a file that fits two readings: which one was taken, and what the author writes to settle it. */
typedef struct
{
  const char *code; /* for programs: "missing", "thousands"… */
  int column;       /* of the table that was made of the file; -1: the whole file */
  guint line;       /* of the file, from 1; 0: no line alone */
  char *value;      /* nullable: the cell, as written */
  char *sentence;   /* in the locale's words */
  char *option;     /* nullable: of the command line */
} TerSheetRemark;

/* (transfer full): an empty list of #TerSheetRemark. */
GPtrArray *ter_sheet_remark_new_list (void);

/**
 * ter_sheet_remark_add:
 * @code: a static word
 * @option: (nullable): copied
 * @format: the sentence, as printf() takes it
 *
 * Appends a remark to @list.
 */
void ter_sheet_remark_add (GPtrArray *list, const char *code, int column, guint line, const char *value, const char *option,
                           const char *format, ...) G_GNUC_PRINTF (7, 8);

G_END_DECLS
