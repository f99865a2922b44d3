/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-time-ticks.h"

#include <math.h>

#include "ter-date.h"
#include "ter-scale.h"

#define EPOCH 719163 /* 1 January 1970, in GLib's days */
#define MOST_TICKS 1000

typedef enum
{
  DAY,
  WEEK,
  MONTH,
  YEAR
} Unit;

/* d3-time 3, ticks.js: a month counts for 30 days, a year for 365. */
static const struct
{
  Unit unit;
  int step;
  double days;
} intervals[] = {
  { DAY, 1, 1 }, { DAY, 2, 2 }, { WEEK, 1, 7 }, { MONTH, 1, 30 }, { MONTH, 3, 90 }, { YEAR, 1, 365 },
};

/* Years 1 to 9999: what a date of a pack can be. */
gboolean
ter_time_ticks_to_date (double day, GDate *date)
{
  if (!(day > -EPOCH && day < 2932897))
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, (guint32) (floor (day) + EPOCH));
  return TRUE;
}

static double
from_date (const GDate *date)
{
  return (double) g_date_get_julian (date) - EPOCH;
}

double
ter_time_ticks_from_date (double date)
{
  GDate day;
  int number;

  if (!(date >= 10000 && date < 100000000))
    return NAN;
  number = (int) date;
  g_date_clear (&day, 1);
  if (!g_date_valid_dmy (MAX (number % 100, 1), MAX (number / 100 % 100, 1), number / 10000))
    return NAN;
  g_date_set_dmy (&day, MAX (number % 100, 1), MAX (number / 100 % 100, 1), number / 10000);
  return from_date (&day);
}

/* How many years from tick to tick, by the rule of ticks on a linear axis. */
static int
get_years (double from, double to, guint count)
{
  TerScale scale = { .domain = { from / 365, to / 365 } };
  g_autoptr (GArray) ticks = ter_scale_ticks (&scale, count);

  return ticks->len < 2 ? 1 : MAX ((int) round (g_array_index (ticks, double, 1) - g_array_index (ticks, double, 0)), 1);
}

/* Goes to the first of the unit at or before @date. */
static void
floor_date (GDate *date, Unit unit, int step)
{
  if (unit == WEEK)
    g_date_subtract_days (date, g_date_get_weekday (date) % 7);
  if (unit == MONTH)
    g_date_set_dmy (date, 1, (g_date_get_month (date) - 1) / step * step + 1, g_date_get_year (date));
  if (unit == YEAR)
    g_date_set_dmy (date, 1, 1, MAX (g_date_get_year (date) / step * step, 1));
}

/* Every second day of a month is its first, third …, and then the first of the next one. The year 0, which is no date here, has
 * been taken for the first. */
static gboolean
is_tick (const GDate *date, Unit unit, int step)
{
  if (unit == YEAR)
    return g_date_get_year (date) % step == 0;
  return unit != DAY || (g_date_get_day (date) - 1) % step == 0;
}

static gboolean
advance (GDate *date, Unit unit, int step)
{
  switch (unit)
    {
    case WEEK: g_date_add_days (date, 7); break;
    case MONTH: g_date_add_months (date, step); break;
    case YEAR:
      if (g_date_get_year (date) + step > 9999)
        return FALSE;
      g_date_set_year (date, (g_date_get_year (date) == 1 ? 0 : g_date_get_year (date)) + step);
      break;
    case DAY:
    default: g_date_add_days (date, 1); break;
    }
  return TRUE;
}

void
ter_time_ticks_add (GArray *ticks, double from, double to, guint count)
{
  double target = (to - from) / MAX (count, 1);
  guint i = 0;
  int step;
  GDate date, last;

  g_return_if_fail (ticks != NULL);

  if (!ter_time_ticks_to_date (from, &date) || !ter_time_ticks_to_date (to, &last))
    return;
  while (i < G_N_ELEMENTS (intervals) && intervals[i].days <= target)
    i++;
  if (i == G_N_ELEMENTS (intervals))
    {
      i--;
      step = get_years (from, to, count);
    }
  else
    {
      if (i > 0 && target / intervals[i - 1].days < intervals[i].days / target)
        i--;
      step = intervals[i].step;
    }
  floor_date (&date, intervals[i].unit, step);
  for (guint n = 0; n < MOST_TICKS && from_date (&date) <= to; n++)
    {
      double day = from_date (&date);

      if (day >= from && is_tick (&date, intervals[i].unit, step))
        g_array_append_val (ticks, day);
      if (!advance (&date, intervals[i].unit, step))
        return;
    }
}

char *
ter_time_ticks_dup_text (double day, const GArray *ticks)
{
  TerDate text = { .hour = -1 };
  GDate date;

  if (!ter_time_ticks_to_date (day, &date))
    return g_strdup ("");
  text.year = g_date_get_year (&date);
  for (guint i = 0; ticks != NULL && i < ticks->len; i++)
    {
      GDate other;

      if (!ter_time_ticks_to_date (g_array_index (ticks, double, i), &other))
        continue;
      if (g_date_get_day (&other) > 1)
        text.day = g_date_get_day (&date);
      if (g_date_get_day (&other) > 1 || g_date_get_month (&other) > 1)
        text.month = g_date_get_month (&date);
    }
  return ter_date_format (&text, TER_DATE_MEDIUM);
}
