/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet.h"

G_BEGIN_DECLS

/* What one cell is, each of these without the blanks around it. Pure functions; any thread. */

/* What stood in a number beside its digits. */
typedef struct
{
  const char *unit;     /* nullable: "%", "€", "k€"…; a static text */
  gboolean exponent;    /* "1,5E+05" */
  gboolean other_group; /* "." or "," stood between groups of three */
  gboolean fraction;
} TerSheetNumber;

/* (transfer full): without the blanks around it. */
char *ter_sheet_cell_dup_trimmed (const char *text);

/**
 * ter_sheet_cell_dup_number:
 * @cell: "1 234,5", "−3", "12,5 %", "1 200 €", "1,5E+05"
 * @decimal: '.' or ',': the other one, and blanks and apostrophes, may stand between groups of three digits
 * @number: (out): what else stood there
 *
 * Returns: (transfer full) (nullable): as JSON writes it: "1234.5"; %NULL when @cell is no number, or one beyond TER_LIMIT_INTEGER
 */
char *ter_sheet_cell_dup_number (const char *cell, char decimal, TerSheetNumber *number);

/* Whether a number begins with a zero that no number needs: it is a code. */
gboolean ter_sheet_cell_has_leading_zero (const char *cell);

/**
 * ter_sheet_cell_dup_date:
 * @cell: yyyy-mm-dd, or day and month in one or two digits and a year of four, parted by "/", "." or "-"
 * @order: 'd': the day comes first, 'm': the month does
 * @two: (out) (optional): it has a year of two digits, and is no date for that reason alone
 *
 * Returns: (transfer full) (nullable): yyyy-mm-dd
 */
char *ter_sheet_cell_dup_date (const char *cell, char order, gboolean *two);

/* (transfer full) (nullable): a month, yyyy-mm, from mm/yyyy or yyyy-mm. */
char *ter_sheet_cell_dup_month (const char *cell);
/* Nullable: "true" or "false". "oui" and "non" are not taken for it: they are the answers that a survey shows. */
const char *ter_sheet_cell_get_boolean (const char *cell);
/* Four digits from 1500 to 2199. */
gboolean ter_sheet_cell_is_year (const char *cell);
/* Whether people write @cell where there is no value: "n.d.", "s", "-", "NA", "#DIV/0!"… */
gboolean ter_sheet_cell_is_missing (const char *cell);

G_END_DECLS
