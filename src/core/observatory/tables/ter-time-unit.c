/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-time-unit.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-date.h"

/* Vega-Lite's own. */
#define ANY_YEAR 2012

static const struct
{
  const char *name;
  const char *title;
} units[] = {
  [TER_TIME_UNIT_YEAR] = { "year", N_ ("%s (year)") },
  [TER_TIME_UNIT_YEARMONTH] = { "yearmonth", N_ ("%s (year, month)") },
  [TER_TIME_UNIT_MONTH] = { "month", N_ ("%s (month)") },
};

TerTimeUnit
ter_time_unit_parse (const char *name)
{
  for (TerTimeUnit unit = TER_TIME_UNIT_YEAR; unit < G_N_ELEMENTS (units); unit++)
    if (g_strcmp0 (units[unit].name, name) == 0)
      return unit;
  return TER_TIME_UNIT_NONE;
}

static double
cut (TerTimeUnit unit, double code)
{
  double year = floor (code / 10000), month = MAX (floor (fmod (code, 10000) / 100), 1);

  if (isnan (code))
    return NAN;
  switch (unit)
    {
    case TER_TIME_UNIT_YEARMONTH: return year * 10000 + month * 100;
    case TER_TIME_UNIT_MONTH: return ANY_YEAR * 10000 + month * 100;
    case TER_TIME_UNIT_YEAR:
    case TER_TIME_UNIT_NONE:
    default: return year * 10000;
    }
}

double
ter_time_unit_next (TerTimeUnit unit, double code)
{
  if (unit == TER_TIME_UNIT_YEAR || fmod (code, 10000) == 1200)
    return (floor (code / 10000) + 1) * 10000 + (unit == TER_TIME_UNIT_YEAR ? 0 : 100);
  return code + 100;
}

/* Interned: there are no more than the months of 10,000 years. */
const char *
ter_time_unit_get_text (TerTimeUnit unit, double code)
{
  char text[16];

  if (unit == TER_TIME_UNIT_YEAR)
    g_snprintf (text, sizeof text, "%04.0f", floor (code / 10000));
  else
    g_snprintf (text, sizeof text, "%04.0f-%02.0f", floor (code / 10000), floor (fmod (code, 10000) / 100));
  return g_intern_string (text);
}

const char *
ter_time_unit_get_label (TerTimeUnit unit, double code)
{
  g_autofree char *label = NULL;
  TerDate date;

  if (unit == TER_TIME_UNIT_MONTH)
    label = ter_date_dup_month ((guint) fmod (code, 10000) / 100, FALSE);
  else if (ter_date_parse (ter_time_unit_get_text (unit, code), &date))
    label = ter_date_format (&date, TER_DATE_MEDIUM);
  return g_intern_string (label != NULL ? label : "");
}

char *
ter_time_unit_add_column (TerFrame *frame, TerFrameColumn *source, TerTimeUnit unit, const char *name)
{
  g_autofree char *title = NULL;
  TerFrameColumn *column;
  guint n = MAX (frame->n_rows, 1);

  if (source->codes == NULL)
    return g_strdup (_ ("an axis of time without a column of dates"));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  title = g_strdup_printf (_ (units[unit].title), source->title);
#pragma GCC diagnostic pop
  column = ter_frame_column_new (name, title, NULL, TER_COLUMN_DATE);
  column->codes = g_new (double, n);
  column->texts = g_new0 (const char *, n);
  column->labels = g_new0 (const char *, n);
  column->years = unit == TER_TIME_UNIT_YEAR;
  column->numbers = column->years ? g_new (double, n) : NULL;
  for (guint row = 0; row < frame->n_rows; row++)
    {
      double code = cut (unit, source->codes[row]);

      column->codes[row] = code;
      if (column->numbers != NULL)
        column->numbers[row] = code / 10000;
      if (isnan (code))
        continue;
      column->texts[row] = ter_time_unit_get_text (unit, code);
      column->labels[row] = ter_time_unit_get_label (unit, code);
    }
  g_ptr_array_add (frame->columns, column);
  return NULL;
}
