/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-statistics.h"

#include <math.h>
#include <string.h>

/* What NumPy makes of the real columns is in test_numpy.py; here is what no column of ours shows. */

static void
sums_lose_nothing_on_the_way (void)
{
  const double large[] = { 1e100, 1, -1e100, 1 }, small[] = { 1, 1e-16, 1e-16, 1e-16, 1e-16 }, too_large[] = { 1e308, 1e308, 1 };
  g_autofree double *tenths = g_new (double, 1000000);

  for (guint i = 0; i < 1000000; i++)
    tenths[i] = 0.1;
  g_assert_cmpfloat (ter_statistics_sum (tenths, 1000000), ==, 100000);
  g_assert_cmpfloat (ter_statistics_sum (large, 4), ==, 2);
  g_assert_cmpfloat (ter_statistics_sum (small, 5), ==, 1 + 4e-16);
  g_assert_cmpfloat (ter_statistics_sum (too_large, 3), ==, INFINITY);
}

static void
missing_values_are_left_out (void)
{
  const double values[] = { NAN, 4, NAN, 1, 7 }, weights[] = { 5, 1, NAN, 3, -1 }, none[] = { NAN, INFINITY };
  TerRank rank;

  g_assert_cmpfloat (ter_statistics_sum (values, 5), ==, 12);
  g_assert_cmpfloat (ter_statistics_weighted_mean (values, NULL, 5), ==, 4);
  g_assert_cmpfloat (ter_statistics_weighted_mean (values, weights, 5), ==, 7.0 / 4);
  g_assert_cmpfloat (ter_statistics_median (values, 5), ==, 4);
  rank = ter_statistics_rank (values, 5, 1);
  g_assert_cmpuint (rank.rank, ==, 2);
  g_assert_cmpuint (rank.n_ranked, ==, 3);
  rank = ter_statistics_rank (values, 5, 0);
  g_assert_cmpuint (rank.rank, ==, 0);
  g_assert_cmpuint (rank.n_ranked, ==, 3);

  for (gsize n = 0; n <= 2; n++)
    {
      g_assert_true (isnan (ter_statistics_sum (none, n)));
      g_assert_true (isnan (ter_statistics_weighted_mean (none, NULL, n)));
      g_assert_true (isnan (ter_statistics_median (none, n)));
      g_assert_true (isnan (ter_statistics_quantile (none, n, 1)));
    }
}

static void
weights_that_weigh_nothing_have_no_mean (void)
{
  const double values[] = { 1, 2 }, weights[] = { 0, 0 };

  g_assert_true (isnan (ter_statistics_weighted_mean (values, weights, 2)));
}

static void
quantiles_reach_both_ends (void)
{
  const double values[] = { 9, 1, 5 }, one[] = { 3 };

  g_assert_cmpfloat (ter_statistics_quantile (values, 3, 0), ==, 1);
  g_assert_cmpfloat (ter_statistics_quantile (values, 3, 0.25), ==, 3);
  g_assert_cmpfloat (ter_statistics_quantile (values, 3, 1), ==, 9);
  g_assert_cmpfloat (ter_statistics_quantile (one, 1, 0.3), ==, 3);
}

static void
equal_values_share_a_rank (void)
{
  const double values[] = { 10, 30, 20, 20, 40 };
  const gsize ranks[] = { 5, 2, 3, 3, 1 }, ties[] = { 0, 0, 1, 1, 0 };

  for (gsize i = 0; i < 5; i++)
    {
      TerRank rank = ter_statistics_rank (values, 5, i);

      g_assert_cmpuint (rank.rank, ==, ranks[i]);
      g_assert_cmpuint (rank.n_ties, ==, ties[i]);
      g_assert_cmpuint (rank.n_ranked, ==, 5);
    }
}

static void
changes_need_something_to_change_from (void)
{
  g_assert_cmpfloat (ter_statistics_change (200, 150), ==, -50);
  g_assert_cmpfloat (ter_statistics_change (0, 3), ==, 3);
  g_assert_cmpfloat (ter_statistics_relative_change (200, 150), ==, -0.25);
  g_assert_cmpfloat (ter_statistics_relative_change (-200, -150), ==, 0.25);
  g_assert_true (isnan (ter_statistics_relative_change (0, 3)));
  g_assert_true (isnan (ter_statistics_relative_change (-0.0, 3)));
  g_assert_true (isnan (ter_statistics_relative_change (0, 0)));
  g_assert_true (isnan (ter_statistics_change (NAN, 3)));
  g_assert_true (isnan (ter_statistics_relative_change (3, NAN)));
}

static TerTable *
make_table (void)
{
  static const char text[] = "commune,epci,n,p,w\na,x,1,10,1\nb,y,2,20,1\nc,x,3,40,3\nd,,4,80,1\ne,y,,5,\nf,z,,,2\n";
  g_autoptr (JsonNode) node =
    json_from_string ("{\"schema\": {\"fields\": [{\"name\": \"n\", \"type\": \"integer\"},"
                      " {\"name\": \"p\", \"type\": \"number\"}, {\"name\": \"w\", \"type\": \"number\"}]}}",
                      NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ter_table_new_from_bytes (bytes, json_node_get_object (node), NULL, NULL);
}

static void
assert_group (GArray *groups, guint index, const char *code, double value, guint n_rows, guint n_missing)
{
  const TerStatisticsGroup *group = &g_array_index (groups, TerStatisticsGroup, index);

  g_assert_cmpuint (index, <, groups->len);
  g_assert_cmpstr (group->code, ==, code);
  g_assert_cmpuint (group->n_rows, ==, n_rows);
  g_assert_cmpuint (group->n_missing, ==, n_missing);
  if (isnan (value))
    g_assert_true (isnan (group->value));
  else
    g_assert_cmpfloat (group->value, ==, value);
}

static void
communes_make_their_epci (void)
{
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (GArray) sums = ter_statistics_aggregate (table, 2, 1, TER_AGGREGATION_SUM, 0);
  g_autoptr (GArray) means = ter_statistics_aggregate (table, 3, 1, TER_AGGREGATION_MEAN, 4);
  g_autoptr (GArray) nothing = ter_statistics_aggregate (table, 3, 1, TER_AGGREGATION_NONE, 4);

  g_assert_cmpuint (sums->len, ==, 3);
  assert_group (sums, 0, "x", 4, 2, 0);
  assert_group (sums, 1, "y", 2, 2, 1);
  assert_group (sums, 2, "z", NAN, 1, 1);
  assert_group (means, 0, "x", 32.5, 2, 0);
  assert_group (means, 1, "y", 20, 2, 1);
  assert_group (means, 2, "z", NAN, 1, 1);
  assert_group (nothing, 0, "x", NAN, 2, 0);
  assert_group (nothing, 1, "y", NAN, 2, 0);
}

static void
all_rows_make_the_country (void)
{
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (GArray) groups = ter_statistics_aggregate (table, 2, TER_STATISTICS_ALL, TER_AGGREGATION_SUM, 0);

  g_assert_cmpuint (groups->len, ==, 1);
  assert_group (groups, 0, "", 10, 6, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/sums-lose-nothing-on-the-way", sums_lose_nothing_on_the_way);
  g_test_add_func ("/statistics/missing-values-are-left-out", missing_values_are_left_out);
  g_test_add_func ("/statistics/weights-that-weigh-nothing-have-no-mean", weights_that_weigh_nothing_have_no_mean);
  g_test_add_func ("/statistics/quantiles-reach-both-ends", quantiles_reach_both_ends);
  g_test_add_func ("/statistics/equal-values-share-a-rank", equal_values_share_a_rank);
  g_test_add_func ("/statistics/changes-need-something-to-change-from", changes_need_something_to_change_from);
  g_test_add_func ("/statistics/communes-make-their-epci", communes_make_their_epci);
  g_test_add_func ("/statistics/all-rows-make-the-country", all_rows_make_the_country);
  return g_test_run ();
}
