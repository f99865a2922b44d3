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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/classes/agrees-with-type-seven-quantiles", agrees_with_type_seven_quantiles);
  g_test_add_func ("/observatory/classes/ties-make-fewer-classes", ties_make_fewer_classes);
  g_test_add_func ("/observatory/classes/missing-values-have-no-class", missing_values_have_no_class);

  return g_test_run ();
}
