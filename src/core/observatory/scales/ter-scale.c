/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-scale.h"

#include <math.h>

#include "ter-time-ticks.h"

/* More than an axis could show, whoever asks for them. */
#define MOST_TICKS 1000

/* Ticks are the multiples first … last of a step. A step below 1 is kept as its inverse, which is a whole number, so that
 * 0.3 comes out as 3 / 10 and not as 3 × 0.1. */
typedef struct
{
  double first, last;
  double step;
  gboolean inverse;
} Ticks;

static Ticks
plan_ticks (double start, double stop, double count)
{
  double rough = (stop - start) / MAX (count, 0);
  double power = floor (log10 (rough));
  double error = rough / pow (10, power);
  double factor = error >= sqrt (50) ? 10 : error >= sqrt (10) ? 5 : error >= sqrt (2) ? 2 : 1;
  Ticks ticks = { .inverse = power < 0 };

  ticks.step = ticks.inverse ? pow (10, -power) / factor : pow (10, power) * factor;
  ticks.first = floor ((ticks.inverse ? start * ticks.step : start / ticks.step) + 0.5);
  ticks.last = floor ((ticks.inverse ? stop * ticks.step : stop / ticks.step) + 0.5);
  if ((ticks.inverse ? ticks.first / ticks.step : ticks.first * ticks.step) < start)
    ticks.first++;
  if ((ticks.inverse ? ticks.last / ticks.step : ticks.last * ticks.step) > stop)
    ticks.last--;
  if (ticks.last < ticks.first && count >= 0.5 && count < 2)
    return plan_ticks (start, stop, count * 2);
  return ticks;
}

static gboolean
has_extent (const TerScale *self)
{
  return isfinite (self->domain[1] - self->domain[0]) && self->domain[1] > self->domain[0];
}

/* What is in proportion to lengths (d3-scale 4, transformLog and transformSqrt). */
static double
transform (const TerScale *self, double value)
{
  switch (self->kind)
    {
    case TER_SCALE_LOG: return value > 0 ? log10 (value) : NAN;
    case TER_SCALE_SQRT: return value < 0 ? -sqrt (-value) : sqrt (value);
    case TER_SCALE_LINEAR:
    case TER_SCALE_TIME:
    default: return value;
    }
}

double
ter_scale_map (const TerScale *self, double value)
{
  double from, extent;

  g_return_val_if_fail (self != NULL, 0);

  from = transform (self, self->domain[0]);
  extent = transform (self, self->domain[1]) - from;
  if (extent == 0)
    return (self->range[0] + self->range[1]) / 2;
  return self->range[0] + (transform (self, value) - from) / extent * (self->range[1] - self->range[0]);
}

static void
nice_log (TerScale *self)
{
  if (self->domain[0] <= 0)
    return;
  self->domain[0] = pow (10, floor (log10 (self->domain[0])));
  self->domain[1] = pow (10, ceil (log10 (self->domain[1])));
}

void
ter_scale_nice (TerScale *self, guint count)
{
  double start, stop, before = 0;

  g_return_if_fail (self != NULL && count > 0);

  if (!has_extent (self) || self->kind == TER_SCALE_TIME)
    return;
  if (self->kind == TER_SCALE_LOG)
    {
      nice_log (self);
      return;
    }
  start = self->domain[0];
  stop = self->domain[1];
  for (guint i = 0; i < 10; i++)
    {
      Ticks ticks = plan_ticks (start, stop, count);
      double step = ticks.inverse ? -ticks.step : ticks.step;

      if (step == before)
        {
          self->domain[0] = start;
          self->domain[1] = stop;
          return;
        }
      if (step == 0 || !isfinite (step))
        return;
      start = ticks.inverse ? floor (start * ticks.step) / ticks.step : floor (start / ticks.step) * ticks.step;
      stop = ticks.inverse ? ceil (stop * ticks.step) / ticks.step : ceil (stop / ticks.step) * ticks.step;
      before = step;
    }
}

static void
add_linear_ticks (GArray *array, double from, double to, guint count)
{
  Ticks ticks = plan_ticks (from, to, count);
  guint n = ticks.last >= ticks.first ? (guint) MIN (ticks.last - ticks.first, MOST_TICKS) + 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      double value = ticks.inverse ? (ticks.first + i) / ticks.step : (ticks.first + i) * ticks.step;

      g_array_append_val (array, value);
    }
}

/* Less than @count decades: also 2, 3 … 9 times a power of ten; less than half as many ticks as wanted: those of a linear axis. */
static void
add_log_ticks (GArray *array, const TerScale *self, guint count)
{
  double from = self->domain[0], to = self->domain[1];
  double first = log10 (from), last = log10 (to);

  if (from <= 0)
    return;
  if (last - first >= count)
    {
      g_autoptr (GArray) powers = g_array_new (FALSE, FALSE, sizeof (double));

      add_linear_ticks (powers, first, last, (guint) MIN (last - first, count));
      for (guint i = 0; i < powers->len; i++)
        {
          double value = pow (10, g_array_index (powers, double, i));

          g_array_append_val (array, value);
        }
      return;
    }
  for (int power = (int) floor (first); power <= (int) ceil (last); power++)
    for (int k = 1; k < 10; k++)
      {
        double value = power < 0 ? k / pow (10, -power) : k * pow (10, power);

        if (value >= from && value <= to)
          g_array_append_val (array, value);
      }
  if (array->len * 2 < count)
    {
      g_array_set_size (array, 0);
      add_linear_ticks (array, from, to, count);
    }
}

GArray *
ter_scale_ticks (const TerScale *self, guint count)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (double));

  g_return_val_if_fail (self != NULL, array);

  if (count == 0)
    return array;
  if (self->domain[0] == self->domain[1] && isfinite (self->domain[0]))
    {
      g_array_append_val (array, self->domain[0]);
      return array;
    }
  if (!has_extent (self))
    return array;
  switch (self->kind)
    {
    case TER_SCALE_LOG: add_log_ticks (array, self, count); break;
    case TER_SCALE_TIME: ter_time_ticks_add (array, self->domain[0], self->domain[1], count); break;
    case TER_SCALE_LINEAR:
    case TER_SCALE_SQRT:
    default: add_linear_ticks (array, self->domain[0], self->domain[1], count); break;
    }
  return array;
}

int
ter_ticks_get_decimals (const GArray *ticks)
{
  double step;

  g_return_val_if_fail (ticks != NULL, 0);

  if (ticks->len < 2)
    return 2;
  step = g_array_index (ticks, double, 1) - g_array_index (ticks, double, 0);
  return CLAMP ((int) -floor (log10 (step) + 1e-9), 0, 12);
}

void
ter_band_scale_init (TerBandScale *self, guint n, double start, double end, double inner, double outer)
{
  g_return_if_fail (self != NULL);

  self->step = (end - start) / MAX (1.0, n - inner + outer * 2);
  self->start = start + (end - start - self->step * (n - inner)) * 0.5;
  self->bandwidth = self->step * (1 - inner);
}

double
ter_band_scale_map (const TerBandScale *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->start + self->step * index;
}
