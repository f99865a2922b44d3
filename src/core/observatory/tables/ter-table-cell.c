/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-table-private.h"

#include <math.h>
#include <string.h>

/* Plain decimals of up to 15 digits are exact this way: both the digits and the power of ten are doubles without
 * rounding, so that one division rounds once (Clinger, How to Read Floating Point Numbers Accurately, 1990). */
gboolean
ter_table_parse_number (const char *text, double *value)
{
  static const double tens[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };
  const char *p = text + (*text == '-' || *text == '+');
  gint64 digits = 0;
  guint n = 0, decimals = 0;
  char *end;

  for (; g_ascii_isdigit (*p) && n < 16; p++, n++)
    digits = digits * 10 + (*p - '0');
  if (*p == '.' && n > 0)
    for (p++; g_ascii_isdigit (*p) && n < 16; p++, n++, decimals++)
      digits = digits * 10 + (*p - '0');
  if (*p == '\0' && n > 0 && n < 16)
    {
      *value = (*text == '-' ? -1.0 : 1.0) * (double) digits / tens[decimals];
      return TRUE;
    }

  /* The rest is for exponents and long digits: not for "0x10", "nan", "inf" or blanks, which g_ascii_strtod() would take. */
  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

gboolean
ter_table_parse_date (const char *text, double *value)
{
  static const guint lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  guint parts[3] = { 0, 0, 0 };
  gsize length = strlen (text);

  if (length != 4 && length != 7 && length != 10)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      parts[i / 4] = parts[i / 4] * 10 + (text[i] - '0');
    }
  if (length >= 7 && (parts[1] < 1 || parts[1] > 12))
    return FALSE;
  if (length == 10 && (parts[2] < 1 || parts[2] > lengths[parts[1] - 1] || !g_date_valid_dmy (parts[2], parts[1], parts[0])))
    return FALSE;
  *value = parts[0] * 10000.0 + parts[1] * 100.0 + parts[2];
  return TRUE;
}

/* Table Schema's default trueValues and falseValues. */
static gboolean
parse_boolean (const char *text, double *value)
{
  static const char *const trues[] = { "true", "True", "TRUE", "1", NULL };
  static const char *const falses[] = { "false", "False", "FALSE", "0", NULL };

  *value = g_strv_contains (trues, text) ? 1 : 0;
  return *value == 1 || g_strv_contains (falses, text);
}

gboolean
ter_table_parse_cell (TerColumnType type, const char *text, double *value)
{
  switch (type)
    {
    case TER_COLUMN_NUMBER: return ter_table_parse_number (text, value);
    case TER_COLUMN_DATE: return ter_table_parse_date (text, value);
    case TER_COLUMN_BOOLEAN: return parse_boolean (text, value);
    case TER_COLUMN_TEXT:
    default: return FALSE;
    }
}
