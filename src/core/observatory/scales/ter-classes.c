/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-classes.h"

#include <math.h>

#include "ter-statistics.h"

/* (transfer full): the finite ones of @values, ascending; @n: how many. */
static double *
sort_values (const double *values, gsize n_values, gsize *n)
{
  double *sorted = g_new (double, MAX (n_values, 1));

  *n = ter_statistics_sort (values, n_values, sorted);
  return sorted;
}

TerClasses
ter_classes_quantile (const double *values, gsize n_values, guint n_wanted)
{
  g_autofree double *sorted = NULL;
  TerClasses self = { 0 };
  gsize n;

  g_return_val_if_fail (n_wanted >= 1 && n_wanted <= TER_MAX_CLASSES, self);

  sorted = sort_values (values, n_values, &n);
  if (n == 0)
    return self;

  self.bounds[0] = sorted[0];
  for (guint i = 1; i <= n_wanted; i++)
    {
      double bound = ter_statistics_sorted_quantile (sorted, n, (double) i / n_wanted);

      if (bound > self.bounds[self.n_classes] || (i == n_wanted && self.n_classes == 0))
        self.bounds[++self.n_classes] = bound;
    }
  return self;
}

TerClasses
ter_classes_equal (double from, double to, guint n_wanted)
{
  TerClasses self = { .from_below = TRUE };

  g_return_val_if_fail (n_wanted >= 1 && n_wanted <= TER_MAX_CLASSES, self);
  g_return_val_if_fail (from <= to, self);

  self.bounds[0] = from;
  self.n_classes = from < to ? n_wanted : 1;
  for (guint i = 1; i < self.n_classes; i++)
    self.bounds[i] = from + (to - from) * i / self.n_classes;
  self.bounds[self.n_classes] = to;
  return self;
}

TerClasses
ter_classes_between (const double *bounds, guint n_bounds)
{
  TerClasses self = { .from_below = TRUE };

  g_return_val_if_fail (n_bounds < TER_MAX_CLASSES, self);

  self.bounds[0] = -INFINITY;
  for (guint i = 0; i < n_bounds; i++)
    self.bounds[i + 1] = bounds[i];
  self.n_classes = n_bounds + 1;
  self.bounds[self.n_classes] = INFINITY;
  return self;
}

/* ---- Natural breaks ---- */

/* Different values with how often they stand there, as running sums; one row of the programme after the other. */
typedef struct
{
  double *values;
  double *counts, *sums, *squares; /* of what is before each, around the middle value so that little is lost */
  double *before, *costs;          /* the least cost of all up to each, with a class less and with this one */
  guint32 *cuts;                   /* of this row: where its last class begins */
} Breaks;

/* The sum of squares around the mean of the values @from to @to, both included. */
static double
class_cost (const Breaks *breaks, gsize from, gsize to)
{
  double count = breaks->counts[to + 1] - breaks->counts[from];
  double sum = breaks->sums[to + 1] - breaks->sums[from];

  return MAX (0.0, breaks->squares[to + 1] - breaks->squares[from] - sum * sum / count);
}

/* Fills the row between @from and @to; the best cuts lie between @low and @high. */
static void
fill_row (Breaks *breaks, gsize from, gsize to, gsize low, gsize high)
{
  gsize middle = from + (to - from) / 2, best = low;
  double least = INFINITY;

  for (gsize cut = low; cut <= MIN (middle, high); cut++)
    {
      double cost = breaks->before[cut - 1] + class_cost (breaks, cut, middle);

      if (cost < least)
        {
          least = cost;
          best = cut;
        }
    }
  breaks->costs[middle] = least;
  breaks->cuts[middle] = best;
  if (middle > from)
    fill_row (breaks, from, middle - 1, low, best);
  if (middle < to)
    fill_row (breaks, middle + 1, to, best, high);
}

static gsize
count_different (Breaks *breaks, const double *sorted, gsize n)
{
  gsize n_different = 0;

  for (gsize i = 0; i < n; i++)
    {
      double value = sorted[i] - sorted[n / 2];

      if (i == 0 || sorted[i] != sorted[i - 1])
        {
          breaks->values[n_different++] = sorted[i];
          breaks->counts[n_different] = breaks->counts[n_different - 1];
          breaks->sums[n_different] = breaks->sums[n_different - 1];
          breaks->squares[n_different] = breaks->squares[n_different - 1];
        }
      breaks->counts[n_different] += 1;
      breaks->sums[n_different] += value;
      breaks->squares[n_different] += value * value;
    }
  return n_different;
}

TerClasses
ter_classes_jenks (const double *values, gsize n_values, guint n_wanted)
{
  g_autofree double *sorted = NULL, *different = NULL, *sums = NULL, *costs = NULL;
  g_autofree guint32 *cuts = NULL;
  TerClasses self = { 0 };
  Breaks breaks;
  gsize n, last;

  g_return_val_if_fail (n_wanted >= 1 && n_wanted <= TER_MAX_CLASSES, self);

  sorted = sort_values (values, n_values, &n);
  if (n == 0)
    return self;
  different = g_new (double, n);
  sums = g_new0 (double, 3 * (n + 1));
  costs = g_new (double, 2 * n);
  breaks = (Breaks) { different, sums, sums + n + 1, sums + 2 * (n + 1), costs, costs + n, NULL };
  n = count_different (&breaks, sorted, n);
  self.n_classes = MIN (n_wanted, n);
  cuts = g_new0 (guint32, self.n_classes * n);

  for (gsize i = 0; i < n; i++)
    breaks.costs[i] = class_cost (&breaks, 0, i);
  for (guint row = 1; row < self.n_classes; row++)
    {
      double *former = breaks.before;

      breaks.before = breaks.costs;
      breaks.costs = former;
      breaks.cuts = cuts + row * n;
      fill_row (&breaks, row, n - 1, row, n - 1);
    }

  last = n - 1;
  for (guint i = self.n_classes; i > 0; i--)
    {
      self.bounds[i] = different[last];
      if (i > 1)
        last = cuts[(i - 1) * n + last] - 1;
    }
  self.bounds[0] = different[0];
  return self;
}

int
ter_classes_find (const TerClasses *self, double value)
{
  if (self->n_classes == 0 || !isfinite (value) || value < self->bounds[0] || value > self->bounds[self->n_classes])
    return -1;
  for (guint i = 0; i + 1 < self->n_classes; i++)
    if (self->from_below ? value < self->bounds[i + 1] : value <= self->bounds[i + 1])
      return i;
  return self->n_classes - 1;
}
