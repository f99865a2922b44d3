/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-class-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-number.h"

gboolean
ter_class_words_is_whole (const double *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (isfinite (values[i]) && values[i] != floor (values[i]))
      return FALSE;
  return TRUE;
}

/* As many as tell the bounds apart. */
static int
count_decimals (const TerClasses *classes)
{
  int decimals = 1;

  for (guint i = 0; i < classes->n_classes; i++)
    while (decimals < 15 && classes->bounds[i + 1] > classes->bounds[i] &&
           classes->bounds[i + 1] - classes->bounds[i] < 2.0 / pow (10.0, decimals))
      decimals++;
  return decimals;
}

char *
ter_class_words_dup_bound (const TerClasses *classes, double value, int decimals)
{
  return classes->years ? ter_number_format_year (value, decimals) : ter_number_format (value, decimals);
}

static char *
dup_range (const TerClasses *classes, double from, double to, int decimals, gboolean exact)
{
  g_autofree char *low = ter_class_words_dup_bound (classes, from, decimals);
  g_autofree char *high = ter_class_words_dup_bound (classes, to, decimals);

  if (from >= to)
    return g_steal_pointer (&high);
  if (exact)
    /* Translators: a class of values: "from 1 to 3". */
    return g_strdup_printf (_ ("%s to %s"), low, high);
  /* Translators: a class of values: the first and what is above it, but not the second. */
  return g_strdup_printf (_ ("%s to less than %s"), low, high);
}

/* Counts are told by their first and last whole number: "3", "4 to 6". */
static char *
dup_whole_range (const TerClasses *classes, guint index)
{
  gboolean last = index + 1 == classes->n_classes;
  double from = classes->bounds[index], to = classes->bounds[index + 1];

  if (classes->from_below)
    return dup_range (classes, ceil (from), last ? floor (to) : ceil (to) - 1.0, 0, TRUE);
  return dup_range (classes, index == 0 ? ceil (from) : floor (from) + 1.0, floor (to), 0, TRUE);
}

char *
ter_class_words_dup_range (const TerClasses *classes, guint index, gboolean whole)
{
  double from = classes->bounds[index], to = classes->bounds[index + 1];
  int decimals = count_decimals (classes);
  g_autofree char *low = ter_class_words_dup_bound (classes, isinf (from) ? 0 : from, decimals);
  g_autofree char *high = ter_class_words_dup_bound (classes, isinf (to) ? 0 : to, decimals);

  if (isinf (from) && isinf (to))
    return g_strdup (_ ("all values"));
  if (isinf (from))
    /* Translators: a class of values. */
    return g_strdup_printf (_ ("less than %s"), high);
  if (isinf (to))
    /* Translators: a class of values. */
    return g_strdup_printf (_ ("%s or more"), low);
  if (whole)
    return dup_whole_range (classes, index);
  if (classes->from_below || index == 0)
    return dup_range (classes, from, to, decimals, index + 1 == classes->n_classes || !classes->from_below);
  /* Translators: a class of values above the first and at most the second. */
  return g_strdup_printf (_ ("above %s, up to %s"), low, high);
}
