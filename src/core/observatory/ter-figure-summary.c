/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-summary.h"

#include <math.h>

#include <glib/gi18n-lib.h>

typedef struct {
  guint  n_values;
  guint  n_missing;
  double most, least;
} Extent;

/* What values are called and are: bars of a chart, or rows of a map. */
static guint
count_items (TerFigure *figure)
{
  return ter_figure_get_mark (figure) == TER_MARK_BAR ? ter_figure_get_n_bars (figure) : ter_figure_get_n_rows (figure);
}

static double
get_value (TerFigure *figure,
           guint      item)
{
  if (ter_figure_get_mark (figure) == TER_MARK_BAR)
    return ter_figure_get_bar (figure, item)->value;
  return ter_figure_get_cell_number (figure, item, ter_figure_get_n_columns (figure) - 1);
}

static char *
dup_name (TerFigure *figure,
          guint      item)
{
  if (ter_figure_get_mark (figure) == TER_MARK_BAR)
    return ter_figure_dup_bar_name (figure, item);
  return ter_figure_dup_cell_text (figure, item, 0);
}

static Extent
find_extent (TerFigure *figure)
{
  Extent extent = { 0, 0, -INFINITY, INFINITY };

  for (guint i = 0; i < count_items (figure); i++)
    {
      double value = get_value (figure, i);

      if (isnan (value))
        {
          extent.n_missing++;
          continue;
        }
      extent.n_values++;
      extent.most = MAX (extent.most, value);
      extent.least = MIN (extent.least, value);
    }
  return extent;
}

/* "Emploi", "Emploi and Sécurité", "Emploi and 3 others": those at @value, then the value. */
static char *
describe_at (TerFigure *figure,
             double     value)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *names = NULL;
  g_autofree char *text = ter_figure_dup_value_text (figure, value);
  guint n = 0;

  for (guint i = 0; i < count_items (figure); i++)
    if (get_value (figure, i) == value && ++n <= 2)
      *(n == 1 ? &first : &second) = dup_name (figure, i);
  if (n == 1)
    names = g_steal_pointer (&first);
  else if (n == 2)
    /* Translators: two names that share a value. */
    names = g_strdup_printf (_("%s and %s"), first, second);
  else
    /* Translators: a name, and how many others share its value. */
    names = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u other", "%s and %u others", n - 1), first, n - 1);
  /* Translators: who has a value, then the value: "Employment, 7.1". */
  return g_strdup_printf (_("%s, %s"), names, text);
}

static char *
describe_extent (TerFigure    *figure,
                 const Extent *extent)
{
  g_autofree char *most = describe_at (figure, extent->most);
  g_autofree char *least = NULL;
  g_autofree char *all = NULL;

  if (extent->n_values == 1)
    return g_steal_pointer (&most);
  if (extent->most == extent->least)
    {
      all = ter_figure_dup_value_text (figure, extent->most);
      /* Translators: %s is a value that all bars share. */
      return g_strdup_printf (_("all at %s"), all);
    }
  least = describe_at (figure, extent->least);
  /* Translators: who has the highest and the lowest value, each with its value. */
  return g_strdup_printf (_("highest: %s; lowest: %s"), most, least);
}

static char *
describe_count (TerFigure    *figure,
                const Extent *extent)
{
  guint n_categories = ter_figure_get_n_categories (figure), n_series = ter_figure_get_n_series (figure);

  if (ter_figure_get_mark (figure) == TER_MARK_MAP)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u territory", "%u territories", extent->n_values), extent->n_values);
  if (ter_figure_has_legend (figure) && n_categories == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", extent->n_values), extent->n_values);
  if (ter_figure_has_legend (figure))
    {
      g_autofree char *bars = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values", extent->n_values), extent->n_values);
      g_autofree char *series = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u series", "%u series", n_series), n_series);

      /* Translators: how many values, in how many series: "12 values in 3 series". */
      return g_strdup_printf (_("%s in %s"), bars, series);
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bar", "%u bars", extent->n_values), extent->n_values);
}

static char *
summarize_table (TerFigure *figure)
{
  guint n_rows = ter_figure_get_n_rows (figure), n_columns = ter_figure_get_n_columns (figure);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u column", "%u columns", n_columns), n_columns);

  /* Translators: how many rows and columns a table has. */
  return g_strdup_printf (_("Table: %s, %s."), rows, columns);
}

char *
ter_figure_dup_summary (TerFigure *figure)
{
  g_autofree char *count = NULL;
  g_autofree char *values = NULL;
  g_autofree char *missing = NULL;
  Extent extent;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  if (ter_figure_get_mark (figure) == TER_MARK_TEXT)
    return ter_figure_dup_text (figure);
  if (ter_figure_get_mark (figure) == TER_MARK_TABLE)
    return summarize_table (figure);
  extent = find_extent (figure);
  if (extent.n_values == 0)
    return g_strdup (_("No value."));
  count = describe_count (figure, &extent);
  values = describe_extent (figure, &extent);
  if (extent.n_missing == 0)
    /* Translators: a summary: how many values, then which are the highest and lowest. */
    return g_strdup_printf (_("%s; %s."), count, values);
  missing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value is missing", "%u values are missing", extent.n_missing), extent.n_missing);
  return g_strdup_printf (_("%s; %s; %s."), count, values, missing);
}
