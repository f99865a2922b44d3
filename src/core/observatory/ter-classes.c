/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-classes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile (const double *sorted,
          gsize         n,
          double        p)
{
  double h = (n - 1) * p;
  gsize low = floor (h);

  return low + 1 < n ? sorted[low] + (h - low) * (sorted[low + 1] - sorted[low]) : sorted[n - 1];
}

TerClasses
ter_classes_quantile (const double *values,
                      gsize         n_values,
                      guint         n_wanted)
{
  g_autofree double *sorted = g_new (double, MAX (n_values, 1));
  TerClasses self = { 0 };
  gsize n = 0;

  g_return_val_if_fail (n_wanted >= 1 && n_wanted <= TER_MAX_CLASSES, self);

  for (gsize i = 0; i < n_values; i++)
    if (isfinite (values[i]))
      sorted[n++] = values[i];
  if (n == 0)
    return self;
  qsort (sorted, n, sizeof (double), compare);

  self.bounds[0] = sorted[0];
  for (guint i = 1; i <= n_wanted; i++)
    {
      double bound = quantile (sorted, n, (double) i / n_wanted);

      if (bound > self.bounds[self.n_classes] || (i == n_wanted && self.n_classes == 0))
        self.bounds[++self.n_classes] = bound;
    }
  return self;
}

int
ter_classes_find (const TerClasses *self,
                  double            value)
{
  if (self->n_classes == 0 || !isfinite (value) || value < self->bounds[0])
    return -1;
  for (guint i = 0; i < self->n_classes; i++)
    if (value <= self->bounds[i + 1])
      return i;
  return -1;
}
