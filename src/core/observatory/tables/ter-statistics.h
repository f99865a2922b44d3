/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-table.h"

G_BEGIN_DECLS

/* Statistics over plain arrays. What is not finite is a missing value: it is left out, and the result tells how the rest does without
 * it. Where there is nothing to tell of, the result is NaN. Pure functions: any thread. */

/**
 * ter_statistics_sum:
 *
 * The sum of what is there, with compensated summation, so that its error does not grow with @n (A. Neumaier, Rundungsfehleranalyse
 * einiger Verfahren zur Summation endlicher Summen, ZAMM 54, 1974).
 *
 * Returns: NaN, not 0, when all values are missing
 */
double ter_statistics_sum (const double *values, gsize n);

/**
 * ter_statistics_weighted_mean:
 * @weights: (nullable): one a value; %NULL: all weigh the same
 *
 * Σ wx / Σ w (ISO 3534-1:2006, 2.15, with weights). A value without a weight, and a weight without a value, are both left out;
 * so is a negative weight.
 *
 * Returns: NaN when nothing is left or all weights are 0
 */
double ter_statistics_weighted_mean (const double *values, const double *weights, gsize n);

/* The middle value of those that are there, or the mean of the two middle ones: the quantile of 0.5. */
double ter_statistics_median (const double *values, gsize n);

/**
 * ter_statistics_quantile:
 * @p: 0 to 1
 *
 * The quantile of Hyndman and Fan's type 7 (Sample Quantiles in Statistical Packages, The American Statistician 50, 1996): R's and
 * NumPy's own. Missing values are left out. For several quantiles of the same values, see ter_statistics_sort().
 */
double ter_statistics_quantile (const double *values, gsize n, double p);

/* Writes what is there in ascending order to @sorted, which has room for @n. Returns: how many there are. */
gsize ter_statistics_sort (const double *values, gsize n, double *sorted);
/* The same as ter_statistics_quantile(), of values that are all there and in ascending order. */
double ter_statistics_sorted_quantile (const double *sorted, gsize n, double p);

typedef struct
{
  gsize rank;     /* from 1, the greatest value first; 0: the value is missing, it has no rank */
  gsize n_ties;   /* how many others share it */
  gsize n_ranked; /* of how many, those of the same rank included; missing values are not counted */
} TerRank;

/**
 * ter_statistics_rank:
 * @index: which value
 *
 * The place of a value among all, as in a competition: equal values share a rank and the next ones are passed over, “1, 2, 2, 4”
 * (`method = "min"` of SciPy's rankdata and R's rank).
 */
TerRank ter_statistics_rank (const double *values, gsize n, gsize index);

/* What was gained from one date to another, in the values' own unit. NaN when either is missing. */
double ter_statistics_change (double before, double after);

/**
 * ter_statistics_relative_change:
 *
 * What was gained in proportion to what there was: (after − before) / |before| (Insee, Définitions: « taux de variation »; the absolute
 * value keeps the sign for gains and losses where the base is negative, Törnqvist, Vartia and Vartia, How Should Relative Changes Be
 * Measured?, The American Statistician 39, 1985). 0.1 is 10 %.
 *
 * Returns: NaN when either is missing, and for a base of 0, in proportion to which there is no change
 */
double ter_statistics_relative_change (double before, double after);

/* A group of rows: the communes of a département. */
typedef struct
{
  const char *code; /* what its rows have in common; the table owns it; "" for the whole table */
  double value;     /* NaN: nothing can be said */
  guint n_rows;
  guint n_missing; /* of them, how many the value does without: no value, or for a mean no weight */
} TerStatisticsGroup;

/* For the column to group by: one group of all rows. */
#define TER_STATISTICS_ALL G_MAXUINT

/**
 * ter_statistics_aggregate:
 * @value: a column of numbers
 * @group_by: a column, such as the code of each commune's département; rows without such a code are in no group. Or %TER_STATISTICS_ALL
 * @rule: how the values of several territories make that of all
 * @weight: for %TER_AGGREGATION_MEAN, the column of weights
 *
 * Brings a column from a level of territories to the one above. %TER_AGGREGATION_NONE gives NaN for each group: a density, a median or
 * a rank of several territories is not made from theirs. Sums and means are those of this file.
 *
 * Returns: (transfer full) (element-type TerStatisticsGroup): the groups, in the order in which the rows name them
 */
GArray *ter_statistics_aggregate (TerTable *table, guint value, guint group_by, TerAggregation rule, guint weight);

G_END_DECLS
