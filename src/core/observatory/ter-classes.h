/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TER_MAX_CLASSES 7

/* Classes of values for a map or a scale: class i holds what is above bounds[i] and at most bounds[i + 1]; the first also its lower bound. */
typedef struct {
  guint  n_classes;                       /* 0 when there is no value */
  double bounds[TER_MAX_CLASSES + 1];
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
/* The class of @value, or -1 for a missing one or one outside. */
int        ter_classes_find     (const TerClasses *self, double value);

G_END_DECLS
