/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TER_MAX_CLASSES 7

/* Classes of values for a map or a scale: class i holds what is above bounds[i] and at most bounds[i + 1]; the first also its lower
 * bound. With @from_below it holds bounds[i] and what is below bounds[i + 1], as in Vega's scales; the last also its upper bound. */
typedef struct
{
  guint n_classes; /* 0 when there is no value */
  gboolean from_below;
  gboolean years;                     /* the values are years: written without separators of thousands */
  double bounds[TER_MAX_CLASSES + 1]; /* the outer ones of an author's bounds are infinite */
} TerClasses;

/**
 * ter_classes_quantile:
 * @values: not a number: missing
 * @n_wanted: 1 to %TER_MAX_CLASSES
 *
 * Classes of as equal a number of members as ties allow (quantiles of Hyndman and Fan's type 7, The American Statistician 50, 1996);
 * fewer than wanted when values repeat.
 */
TerClasses ter_classes_quantile (const double *values, gsize n_values, guint n_wanted);
/**
 * ter_classes_equal:
 * @from: the lower end
 * @to: the upper end, not below @from
 * @n_wanted: 1 to %TER_MAX_CLASSES
 *
 * Classes of equal width, from below (Vega's "quantize"); one class when the ends are the same.
 */
TerClasses ter_classes_equal (double from, double to, guint n_wanted);
/**
 * ter_classes_jenks:
 * @values: not a number: missing
 * @n_wanted: 1 to %TER_MAX_CLASSES
 *
 * Natural breaks (Jenks): of all ways to cut the sorted values, the one with the least sum of squares around the means of its classes.
 * Exact: the dynamic programme of Fisher (Journal of the American Statistical Association 53, 1958), its rows filled by halves as the best
 * cut never moves back (Wang and Song, The R Journal 3/2, 2011, and Ckmeans.1d.dp 4), so that n values take n log n steps a class.
 * Each upper bound is a value; fewer classes than wanted when there are fewer different values.
 */
TerClasses ter_classes_jenks (const double *values, gsize n_values, guint n_wanted);
/* The classes between an author's bounds (Vega's "threshold"), from below, open at both ends: @n_bounds + 1 of them, at most
 * %TER_MAX_CLASSES. @bounds ascend. */
TerClasses ter_classes_between (const double *bounds, guint n_bounds);
/* The class of @value, or -1 for a missing one or one outside. */
int ter_classes_find (const TerClasses *self, double value);

G_END_DECLS
