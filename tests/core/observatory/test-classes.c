/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-classes.h"

#include <math.h>

static void
agrees_with_type_seven_quantiles (void)
{
  /* NumPy 1.24: quantile([1, 2, 3, 4, 5, 6, 7, 8, 9, 20], [0, .25, .5, .75, 1]) */
  const double values[] = { 20, 1, 2, NAN, 3, 4, 5, 6, 7, 8, 9 };
  const double expected[] = { 1, 3.25, 5.5, 7.75, 20 };
  TerClasses classes = ter_classes_quantile (values, G_N_ELEMENTS (values), 4);

  g_assert_cmpuint (classes.n_classes, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat_with_epsilon (classes.bounds[i], expected[i], 1e-12);
}

static void
ties_make_fewer_classes (void)
{
  const double same[] = { 3, 3, 3 }, few[] = { 1, 1, 1, 1, 2, 5 };
  TerClasses classes = ter_classes_quantile (same, G_N_ELEMENTS (same), 5);

  g_assert_cmpuint (classes.n_classes, ==, 1);
  g_assert_cmpint (ter_classes_find (&classes, 3), ==, 0);

  classes = ter_classes_quantile (few, G_N_ELEMENTS (few), 3);
  for (guint i = 0; i < classes.n_classes; i++)
    g_assert_cmpfloat (classes.bounds[i], <, classes.bounds[i + 1]);
  for (guint i = 0; i < G_N_ELEMENTS (few); i++)
    g_assert_cmpint (ter_classes_find (&classes, few[i]), >=, 0);
}

static void
missing_values_have_no_class (void)
{
  const double none[] = { NAN, INFINITY };
  const double values[] = { 1, 2 };
  TerClasses classes = ter_classes_quantile (none, G_N_ELEMENTS (none), 5);

  g_assert_cmpuint (classes.n_classes, ==, 0);
  g_assert_cmpint (ter_classes_find (&classes, 1), ==, -1);
  classes = ter_classes_quantile (NULL, 0, 5);
  g_assert_cmpuint (classes.n_classes, ==, 0);
  classes = ter_classes_quantile (values, 2, 2);
  g_assert_cmpint (ter_classes_find (&classes, NAN), ==, -1);
  g_assert_cmpint (ter_classes_find (&classes, 0.5), ==, -1);
  g_assert_cmpint (ter_classes_find (&classes, 2.5), ==, -1);
}

static void
equal_classes_are_equally_wide (void)
{
  TerClasses classes = ter_classes_equal (-10, 30, 4);
  const double expected[] = { -10, 0, 10, 20, 30 };

  g_assert_cmpuint (classes.n_classes, ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat_with_epsilon (classes.bounds[i], expected[i], 1e-12);
  /* d3.scaleQuantize().domain([-10, 30]).range([0, 1, 2, 3]): a bound belongs to the class above it. */
  g_assert_cmpint (ter_classes_find (&classes, -10), ==, 0);
  g_assert_cmpint (ter_classes_find (&classes, -0.1), ==, 0);
  g_assert_cmpint (ter_classes_find (&classes, 0), ==, 1);
  g_assert_cmpint (ter_classes_find (&classes, 30), ==, 3);
  g_assert_cmpuint (ter_classes_equal (3, 3, 5).n_classes, ==, 1);
}

static void
an_authors_bounds_are_open_at_both_ends (void)
{
  const double bounds[] = { 0, 10 };
  TerClasses classes = ter_classes_between (bounds, 2);

  g_assert_cmpuint (classes.n_classes, ==, 3);
  g_assert_cmpint (ter_classes_find (&classes, -1e9), ==, 0);
  g_assert_cmpint (ter_classes_find (&classes, 0), ==, 1);
  g_assert_cmpint (ter_classes_find (&classes, 9.99), ==, 1);
  g_assert_cmpint (ter_classes_find (&classes, 10), ==, 2);
  g_assert_cmpint (ter_classes_find (&classes, 1e9), ==, 2);
  g_assert_cmpint (ter_classes_find (&classes, NAN), ==, -1);
}

/* The sum of squares around the means, straight from its definition. */
static double
sum_of_squares (const TerClasses *classes, const double *values, guint n)
{
  double sums[TER_MAX_CLASSES] = { 0 }, counts[TER_MAX_CLASSES] = { 0 }, total = 0;

  for (guint i = 0; i < n; i++)
    {
      int class = ter_classes_find (classes, values[i]);

      g_assert_cmpint (class, >=, 0);
      sums[class] += values[i];
      counts[class]++;
    }
  for (guint i = 0; i < n; i++)
    {
      int class = ter_classes_find (classes, values[i]);

      total += (values[i] - sums[class] / counts[class]) * (values[i] - sums[class] / counts[class]);
    }
  for (guint i = 0; i < classes->n_classes; i++)
    g_assert_cmpfloat (counts[i], >, 0);
  return total;
}

/* All ways to cut the ascending @values into @n_classes: each set of bits is one. */
static double
find_least_sum (const double *values, guint n, guint n_classes)
{
  double least = INFINITY;

  for (guint cuts = 0; cuts < 1u << (n - 1); cuts++)
    {
      TerClasses classes = { .bounds[0] = values[0] };
      gboolean apart = TRUE;

      if ((guint) __builtin_popcount (cuts) != n_classes - 1)
        continue;
      for (guint i = 0; i < n; i++)
        if (i == n - 1 || (cuts >> i & 1) != 0)
          {
            apart = apart && (i == n - 1 || values[i] < values[i + 1]);
            classes.bounds[++classes.n_classes] = values[i];
          }
      if (apart)
        least = MIN (least, sum_of_squares (&classes, values, n));
    }
  return least;
}

static void
natural_breaks_are_the_best_of_all (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      guint n = g_rand_int_range (rand, 2, 12);
      guint wanted = g_rand_int_range (rand, 1, MIN (n, TER_MAX_CLASSES) + 1);
      gboolean whole = g_rand_boolean (rand);
      double values[12], sorted[12], sum;
      TerClasses classes;

      for (guint i = 0; i < n; i++)
        values[i] = 1e6 + (whole ? g_rand_int_range (rand, 0, 6) : pow (g_rand_double (rand), 4) * 1000);
      classes = ter_classes_jenks (values, n, wanted);
      for (guint i = 0; i < n; i++)
        {
          guint j = i;

          for (; j > 0 && sorted[j - 1] > values[i]; j--)
            sorted[j] = sorted[j - 1];
          sorted[j] = values[i];
        }
      sum = sum_of_squares (&classes, values, n);
      g_assert_cmpfloat_with_epsilon (sum, find_least_sum (sorted, n, classes.n_classes), 1e-6 + 1e-9 * sum);
      g_assert_cmpuint (classes.n_classes, <=, wanted);
      g_assert_cmpfloat (classes.bounds[0], ==, sorted[0]);
      g_assert_cmpfloat (classes.bounds[classes.n_classes], ==, sorted[n - 1]);
    }
}

static void
natural_breaks_find_the_gaps (void)
{
  const double values[] = { 101, 2, 1, 11, NAN, 3, 12, 100, 10 };
  TerClasses classes = ter_classes_jenks (values, G_N_ELEMENTS (values), 3);
  const double none[] = { NAN }, same[] = { 4, 4 };

  g_assert_cmpuint (classes.n_classes, ==, 3);
  g_assert_cmpfloat (classes.bounds[1], ==, 3);
  g_assert_cmpfloat (classes.bounds[2], ==, 12);
  g_assert_cmpuint (ter_classes_jenks (none, 1, 3).n_classes, ==, 0);
  g_assert_cmpuint (ter_classes_jenks (same, 2, 3).n_classes, ==, 1);
}

static void
natural_breaks_of_all_communes_are_found (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree double *values = g_new (double, 35000);
  TerClasses classes;

  for (guint i = 0; i < 35000; i++)
    values[i] = floor (exp (g_rand_double_range (rand, 3, 13)));
  classes = ter_classes_jenks (values, 35000, TER_MAX_CLASSES);
  g_assert_cmpuint (classes.n_classes, ==, TER_MAX_CLASSES);
  for (guint i = 0; i < classes.n_classes; i++)
    g_assert_cmpfloat (classes.bounds[i], <, classes.bounds[i + 1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/classes/agrees-with-type-seven-quantiles", agrees_with_type_seven_quantiles);
  g_test_add_func ("/observatory/classes/ties-make-fewer-classes", ties_make_fewer_classes);
  g_test_add_func ("/observatory/classes/missing-values-have-no-class", missing_values_have_no_class);

  g_test_add_func ("/observatory/classes/equal-classes-are-equally-wide", equal_classes_are_equally_wide);
  g_test_add_func ("/observatory/classes/an-authors-bounds-are-open-at-both-ends", an_authors_bounds_are_open_at_both_ends);
  g_test_add_func ("/observatory/classes/natural-breaks-are-the-best-of-all", natural_breaks_are_the_best_of_all);
  g_test_add_func ("/observatory/classes/natural-breaks-find-the-gaps", natural_breaks_find_the_gaps);
  g_test_add_func ("/observatory/classes/natural-breaks-of-all-communes-are-found", natural_breaks_of_all_communes_are_found);

  return g_test_run ();
}
