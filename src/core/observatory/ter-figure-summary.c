/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-summary.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-mark.h"
#include "ter-number.h"
#include "ter-statistics.h"

/* More lines and bands than these are not told one by one. */
#define MOST_GUIDES 6

typedef struct
{
  guint n_values;
  guint n_missing;
  double most, least;
} Extent;

static const TerMarkType *
get_type (TerFigure *figure)
{
  return ter_mark_get (ter_figure_get_mark (figure));
}

/* What values are called and are: what is drawn in a chart, the territories of a map's outline, or its rows while that is not known. */
static guint
count_items (TerFigure *figure)
{
  if (ter_figure_get_mark (figure) != TER_MARK_MAP)
    return ter_figure_get_n_marks (figure);
  return ter_figure_get_n_territories (figure);
}

static double
get_value (TerFigure *figure, guint item)
{
  return ter_figure_get_mark (figure) != TER_MARK_MAP ? ter_figure_get_datum (figure, item)->value
                                                      : ter_figure_get_territory_value (figure, item);
}

static char *
dup_name (TerFigure *figure, guint item)
{
  return ter_figure_get_mark (figure) == TER_MARK_MAP ? g_strdup (ter_figure_get_territory_name (figure, item))
                                                      : ter_mark_dup_full_name (figure, item);
}

static Extent
find_extent (TerFigure *figure)
{
  Extent extent = { 0, ter_figure_get_n_missing (figure), -INFINITY, INFINITY };

  for (guint i = 0; i < count_items (figure); i++)
    {
      double value = get_value (figure, i);

      /* A point has its place, whatever stands there: a number, a day or a name. */
      if (isnan (value) && (get_type (figure)->traits & TER_MARK_PLACED) != 0)
        value = 0;
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
describe_at (TerFigure *figure, double value)
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
    names = g_strdup_printf (_ ("%s and %s"), first, second);
  else
    /* Translators: a name, and how many others share its value. */
    names = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u other", "%s and %u others", n - 1), first, n - 1);
  /* Translators: who has a value, then the value: "Employment, 7.1". */
  return g_strdup_printf (_ ("%s, %s"), names, text);
}

static char *
describe_extent (TerFigure *figure, const Extent *extent)
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
      return g_strdup_printf (_ ("all at %s"), all);
    }
  least = describe_at (figure, extent->least);
  /* Translators: who has the highest and the lowest value, each with its value. */
  return g_strdup_printf (_ ("highest: %s; lowest: %s"), most, least);
}

static char *
describe_count (TerFigure *figure, const Extent *extent)
{
  guint n_facets = ter_figure_get_n_facets (figure);
  g_autofree char *count = get_type (figure)->dup_count (figure, extent->n_values);
  g_autofree char *panels = NULL;

  if (n_facets < 2)
    return g_steal_pointer (&count);
  panels = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u panel", "%u panels", n_facets), n_facets);
  /* Translators: how many values, in how many panels: "12 points, 3 panels". */
  return g_strdup_printf (_ ("%s, %s"), count, panels);
}

static char *
describe_values (TerFigure *figure, const Extent *extent)
{
  const TerMarkType *type = get_type (figure);
  g_autofree char *values = NULL;
  g_autofree char *more = NULL;

  if (type->describe != NULL)
    return type->describe (figure);
  values = describe_extent (figure, extent);
  if (type->describe_more != NULL)
    more = type->describe_more (figure);
  return more != NULL ? g_strconcat (more, _ ("; "), values, NULL) : g_steal_pointer (&values);
}

/* (nullable): what lies across the chart. */
static char *
describe_guides (TerFigure *figure)
{
  guint first = ter_figure_get_n_marks (figure);
  GString *all = g_string_new (NULL);

  for (guint i = first; i < ter_figure_get_n_data (figure) && i < first + MOST_GUIDES; i++)
    {
      g_autofree char *text = ter_figure_dup_datum_text (figure, i);

      g_string_append_printf (all, "%s%s", i > first ? _ ("; ") : "", text);
    }
  return g_string_free (all, all->len == 0);
}

/* Who has a value, but no place on the map. */
static void
add_strays (TerFigure *figure, char **values)
{
  guint n = ter_figure_count_strays (figure);
  g_autofree char *strays = NULL;
  char *both;

  if (n == 0)
    return;
  strays = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u territory with data is not on the map",
                                         "%u territories with data are not on the map", n),
                            n);
  both = g_strconcat (*values, _ ("; "), strays, NULL);
  g_free (*values);
  *values = both;
}

static char *
summarize_table (TerFigure *figure)
{
  guint n_rows = ter_figure_get_n_rows (figure), n_columns = ter_figure_get_n_columns (figure);
  g_autofree char *rows = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u row", "%u rows", n_rows), n_rows);
  g_autofree char *columns = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u column", "%u columns", n_columns), n_columns);

  /* Translators: how many rows and columns a table has. */
  return g_strdup_printf (_ ("Table: %s, %s."), rows, columns);
}

char *
ter_figure_summary_dup (TerFigure *figure)
{
  g_autofree char *count = NULL;
  g_autofree char *values = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *guides = NULL;
  Extent extent;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  if (ter_figure_get_mark (figure) == TER_MARK_TEXT)
    return ter_figure_dup_text (figure);
  if (ter_figure_get_mark (figure) == TER_MARK_TABLE)
    return summarize_table (figure);
  extent = find_extent (figure);
  guides = describe_guides (figure);
  if (extent.n_values == 0)
    return guides != NULL ? g_strconcat (guides, ".", NULL) : g_strdup (_ ("No value."));
  count = describe_count (figure, &extent);
  values = describe_values (figure, &extent);
  if (guides != NULL)
    {
      char *both = g_strconcat (values, _ ("; "), guides, NULL);

      g_free (values);
      values = both;
    }
  add_strays (figure, &values);
  if (extent.n_missing == 0)
    /* Translators: a summary: how many values, then which are the highest and lowest. */
    return g_strdup_printf (_ ("%s; %s."), count, values);
  missing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value is missing", "%u values are missing", extent.n_missing),
                             extent.n_missing);
  return g_strdup_printf (_ ("%s; %s; %s."), count, values, missing);
}

/* ---- Change ---- */

static char *
dup_signed (double change, const char *text)
{
  /* Translators: a gain, with its sign: “+5 points”. */
  return change > 0 ? g_strdup_printf (_ ("+%s"), text) : g_strdup (text);
}

char *
ter_figure_summary_dup_change (TerFigure *figure, TerFigure *previous)
{
  double now, before, change;
  const char *unit;
  int decimals;
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TER_IS_FIGURE (figure) && TER_IS_FIGURE (previous), NULL);

  now = ter_figure_get_number (figure);
  before = ter_figure_get_number (previous);
  unit = ter_figure_get_value_unit (figure);
  change = ter_statistics_change (before, now);
  if (isnan (change) || g_strcmp0 (unit, ter_figure_get_value_unit (previous)) != 0)
    return NULL;
  if (change == 0)
    return g_strdup (_ ("unchanged"));
  decimals = MAX (ter_figure_get_value_decimals (figure), ter_figure_get_value_decimals (previous));
  number = ter_number_format (change, decimals);
  /* A part of a whole changes by points: in proportion to itself it would read as another part. A mark out of ten does too. */
  if (g_strcmp0 (unit, "%") == 0 || (unit != NULL && *unit == '/'))
    /* 0 for what is below 2 and not 1: of several in English, of one in French, as they say 0.5 and 1.2. */
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s point", "%s points",
                                         fabs (change) >= 2   ? 2
                                         : fabs (change) == 1 ? 1
                                                              : 0),
                            number);
  else if (isnan (ter_statistics_relative_change (before, now)))
    text = ter_number_format_unit (change, decimals, unit);
  else
    text = ter_number_format_unit (100 * ter_statistics_relative_change (before, now), 1, "%");
  return dup_signed (change, text);
}
