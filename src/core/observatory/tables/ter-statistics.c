/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-statistics.h"

#include <math.h>
#include <stdlib.h>

#include "ter-hash.h"

/* A running sum and what rounding took from it. */
typedef struct
{
  double sum;
  double lost;
} Sum;

typedef struct
{
  Sum values; /* weighted */
  Sum weights;
  gsize n;
} Mean;

static void
sum_add (Sum *self, double value)
{
  double next = self->sum + value;

  self->lost += fabs (self->sum) >= fabs (value) ? (self->sum - next) + value : (value - next) + self->sum;
  self->sum = next;
}

/* A sum beyond the greatest double is infinite, whatever was lost before. */
static double
sum_end (const Sum *self)
{
  return isfinite (self->sum) ? self->sum + self->lost : self->sum;
}

/* Says whether the value counts. */
static gboolean
mean_add (Mean *self, double value, double weight)
{
  if (!isfinite (value) || !isfinite (weight) || weight < 0)
    return FALSE;
  sum_add (&self->values, value * weight);
  sum_add (&self->weights, weight);
  self->n++;
  return TRUE;
}

static double
mean_end (const Mean *self)
{
  double weights = sum_end (&self->weights);

  return weights > 0 ? sum_end (&self->values) / weights : NAN;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

double
ter_statistics_sum (const double *values, gsize n)
{
  Sum sum = { 0 };
  gsize n_there = 0;

  g_return_val_if_fail (values != NULL || n == 0, NAN);

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      {
        sum_add (&sum, values[i]);
        n_there++;
      }
  return n_there > 0 ? sum_end (&sum) : NAN;
}

double
ter_statistics_weighted_mean (const double *values, const double *weights, gsize n)
{
  Mean mean = { 0 };

  g_return_val_if_fail (values != NULL || n == 0, NAN);

  for (gsize i = 0; i < n; i++)
    mean_add (&mean, values[i], weights != NULL ? weights[i] : 1);
  return mean_end (&mean);
}

double
ter_statistics_median (const double *values, gsize n)
{
  return ter_statistics_quantile (values, n, 0.5);
}

double
ter_statistics_quantile (const double *values, gsize n, double p)
{
  g_autofree double *sorted = g_new (double, MAX (n, 1));

  g_return_val_if_fail (values != NULL || n == 0, NAN);

  return ter_statistics_sorted_quantile (sorted, ter_statistics_sort (values, n, sorted), p);
}

gsize
ter_statistics_sort (const double *values, gsize n, double *sorted)
{
  gsize n_there = 0;

  g_return_val_if_fail ((values != NULL && sorted != NULL) || n == 0, 0);

  for (gsize i = 0; i < n; i++)
    if (isfinite (values[i]))
      sorted[n_there++] = values[i];
  if (n_there > 0)
    qsort (sorted, n_there, sizeof (double), compare);
  return n_there;
}

double
ter_statistics_sorted_quantile (const double *sorted, gsize n, double p)
{
  double h;
  gsize low;

  g_return_val_if_fail (p >= 0 && p <= 1, NAN);

  if (n == 0)
    return NAN;
  h = (double) (n - 1) * p;
  low = (gsize) floor (h);
  if (low + 1 >= n)
    return sorted[n - 1];
  return sorted[low] + (h - (double) low) * (sorted[low + 1] - sorted[low]);
}

TerRank
ter_statistics_rank (const double *values, gsize n, gsize index)
{
  TerRank self = { 0 };
  gsize n_greater = 0, n_equal = 0;

  g_return_val_if_fail (values != NULL && index < n, self);

  for (gsize i = 0; i < n; i++)
    {
      self.n_ranked += isfinite (values[i]) ? 1 : 0;
      n_greater += isfinite (values[i]) && values[i] > values[index];
      n_equal += isfinite (values[i]) && values[i] == values[index];
    }
  if (!isfinite (values[index]))
    return self;
  self.rank = n_greater + 1;
  self.n_ties = n_equal - 1;
  return self;
}

double
ter_statistics_change (double before, double after)
{
  return isfinite (before) && isfinite (after) ? after - before : NAN;
}

double
ter_statistics_relative_change (double before, double after)
{
  return before != 0 ? ter_statistics_change (before, after) / fabs (before) : NAN;
}

/* The number of the row's group, which is made when it is new; %FALSE when the row is in none. */
static gboolean
find_group (TerTable *table, guint row, guint group_by, GHashTable *numbers, GArray *groups, guint *number)
{
  const char *code = group_by == TER_STATISTICS_ALL ? "" : ter_table_get_text (table, row, group_by);
  TerStatisticsGroup group = { .code = code, .value = NAN };
  gpointer found;

  if (code == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (numbers, code, NULL, &found))
    {
      *number = GPOINTER_TO_UINT (found);
      return TRUE;
    }
  *number = groups->len;
  g_hash_table_insert (numbers, (gpointer) code, GUINT_TO_POINTER (*number));
  g_array_append_val (groups, group);
  return TRUE;
}

GArray *
ter_statistics_aggregate (TerTable *table, guint value, guint group_by, TerAggregation rule, guint weight)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (TerStatisticsGroup));
  g_autoptr (GHashTable) numbers = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GArray) means = g_array_new (FALSE, TRUE, sizeof (Mean));
  guint number;

  g_return_val_if_fail (TER_IS_TABLE (table), groups);

  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      double weighs = rule == TER_AGGREGATION_MEAN ? ter_table_get_number (table, row, weight) : 1;
      TerStatisticsGroup *group;

      if (!find_group (table, row, group_by, numbers, groups, &number))
        continue;
      g_array_set_size (means, groups->len);
      group = &g_array_index (groups, TerStatisticsGroup, number);
      group->n_rows++;
      if (!mean_add (&g_array_index (means, Mean, number), ter_table_get_number (table, row, value), weighs))
        group->n_missing++;
    }
  for (guint i = 0; i < groups->len && rule != TER_AGGREGATION_NONE; i++)
    {
      const Mean *mean = &g_array_index (means, Mean, i);

      if (mean->n > 0)
        g_array_index (groups, TerStatisticsGroup, i).value =
          rule == TER_AGGREGATION_SUM ? sum_end (&mean->values) : mean_end (mean);
    }
  return groups;
}
