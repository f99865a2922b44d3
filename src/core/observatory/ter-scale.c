/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-scale.h"

#include <math.h>

/* Ticks are the multiples first … last of a step. A step below 1 is kept as its inverse, which is a whole number, so that
 * 0.3 comes out as 3 / 10 and not as 3 × 0.1. */
typedef struct {
  double first, last;
  double step;
  gboolean inverse;
} Ticks;

static Ticks
plan_ticks (double start,
            double stop,
            double count)
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
has_extent (const TerLinearScale *self)
{
  return isfinite (self->domain[0]) && isfinite (self->domain[1]) && self->domain[1] > self->domain[0];
}

double
ter_linear_scale_map (const TerLinearScale *self,
                      double                value)
{
  double extent;

  g_return_val_if_fail (self != NULL, 0);

  extent = self->domain[1] - self->domain[0];
  if (extent == 0)
    return (self->range[0] + self->range[1]) / 2;
  return self->range[0] + (value - self->domain[0]) / extent * (self->range[1] - self->range[0]);
}

void
ter_linear_scale_nice (TerLinearScale *self,
                       guint           count)
{
  double start, stop, before = 0;

  g_return_if_fail (self != NULL && count > 0);

  if (!has_extent (self))
    return;
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

GArray *
ter_linear_scale_ticks (const TerLinearScale *self,
                        guint                 count)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (double));
  Ticks ticks;

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
  ticks = plan_ticks (self->domain[0], self->domain[1], count);
  for (double i = ticks.first; i <= ticks.last; i++)
    {
      double value = ticks.inverse ? i / ticks.step : i * ticks.step;

      g_array_append_val (array, value);
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
ter_band_scale_init (TerBandScale *self,
                     guint         n,
                     double        start,
                     double        end,
                     double        inner,
                     double        outer)
{
  g_return_if_fail (self != NULL);

  self->step = (end - start) / MAX (1.0, n - inner + outer * 2);
  self->start = start + (end - start - self->step * (n - inner)) * 0.5;
  self->bandwidth = self->step * (1 - inner);
}

double
ter_band_scale_map (const TerBandScale *self,
                    guint               index)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->start + self->step * index;
}
