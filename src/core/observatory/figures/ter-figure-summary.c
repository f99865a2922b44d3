/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-summary.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-number.h"
#include "ter-statistics.h"

typedef struct
{
  guint n_values;
  guint n_missing;
  double most, least;
} Extent;

/* More lines than these are not told one by one. */
#define MOST_LINES 4
#define LARGEST_PARTS 3

/* What values are called and are: what is drawn in a chart, or rows of a map. */
static guint
count_items (TerFigure *figure)
{
  return ter_figure_get_mark (figure) == TER_MARK_MAP ? ter_figure_get_n_rows (figure) : ter_figure_get_n_data (figure);
}

static double
get_value (TerFigure *figure, guint item)
{
  if (ter_figure_get_mark (figure) != TER_MARK_MAP)
    return ter_figure_get_datum (figure, item)->value;
  return ter_figure_get_cell_number (figure, item, ter_figure_get_n_columns (figure) - 1);
}

static char *
dup_name (TerFigure *figure, guint item)
{
  g_autofree char *name = NULL;
  const char *facet;

  if (ter_figure_get_mark (figure) == TER_MARK_MAP)
    return ter_figure_dup_cell_text (figure, item, 0);
  name = ter_figure_dup_datum_name (figure, item);
  facet = ter_figure_get_facet (figure, ter_figure_get_datum (figure, item)->facet);
  if (*facet == '\0')
    return g_steal_pointer (&name);
  return *name != '\0' ? g_strdup_printf (_ ("%s, %s"), facet, name) : g_strdup (facet);
}

static Extent
find_extent (TerFigure *figure)
{
  Extent extent = { 0, ter_figure_get_n_missing (figure), -INFINITY, INFINITY };

  for (guint i = 0; i < count_items (figure); i++)
    {
      double value = get_value (figure, i);

      /* A point has its place, whatever stands there: a number, a day or a name. */
      if (isnan (value) && ter_figure_get_mark (figure) == TER_MARK_POINT)
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

/* How many, in the words of the mark. */
static char *
describe_items (TerFigure *figure, guint n)
{
  switch (ter_figure_get_mark (figure))
    {
    case TER_MARK_MAP: return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u territory", "%u territories", n), n);
    case TER_MARK_LINE:
    case TER_MARK_AREA:
    case TER_MARK_POINT: return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point", "%u points", n), n);
    case TER_MARK_ARC: return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", n), n);
    case TER_MARK_RECT: return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n), n);
    case TER_MARK_BAR:
    case TER_MARK_TEXT:
    case TER_MARK_TABLE:
    default: return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bar", "%u bars", n), n);
    }
}

static char *
describe_series (TerFigure *figure, guint n)
{
  guint n_series = ter_figure_get_n_series (figure);
  gboolean bars = ter_figure_get_mark (figure) == TER_MARK_BAR;

  if (!ter_figure_has_legend (figure) || ter_figure_get_mark (figure) == TER_MARK_ARC)
    return describe_items (figure, n);
  if (bars && ter_figure_get_n_categories (figure) == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u part", "%u parts", n), n);

  g_autofree char *values =
    bars ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values", n), n) : describe_items (figure, n);
  g_autofree char *series = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u series", "%u series", n_series), n_series);

  /* Translators: how many values, in how many series: "12 values in 3 series". */
  return g_strdup_printf (_ ("%s in %s"), values, series);
}

static char *
describe_count (TerFigure *figure, const Extent *extent)
{
  guint n_facets = ter_figure_get_n_facets (figure);
  g_autofree char *count = describe_series (figure, extent->n_values);
  g_autofree char *panels = NULL;

  if (n_facets < 2)
    return g_steal_pointer (&count);
  panels = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u panel", "%u panels", n_facets), n_facets);
  /* Translators: how many values, in how many panels: "12 points, 3 panels". */
  return g_strdup_printf (_ ("%s, %s"), count, panels);
}

/* ---- Lines: where each begins and ends ---- */

/* The first and the last value of a line; %FALSE when it has none. */
static gboolean
find_ends (TerFigure *figure, guint series, guint *first, guint *last)
{
  gboolean found = FALSE;

  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    {
      const TerDatum *datum = ter_figure_get_datum (figure, i);

      if (datum->series != series || isnan (datum->value))
        continue;
      if (!found)
        *first = i;
      *last = i;
      found = TRUE;
    }
  return found;
}

static char *
describe_line (TerFigure *figure, guint series)
{
  guint first = 0, last = 0;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *from_name = NULL;
  g_autofree char *to_name = NULL;

  if (!find_ends (figure, series, &first, &last) || first == last)
    return NULL;
  from = ter_figure_dup_value_text (figure, get_value (figure, first));
  to = ter_figure_dup_value_text (figure, get_value (figure, last));
  if (ter_figure_has_legend (figure))
    /* Translators: a line's name, its first value and its last. */
    return g_strdup_printf (_ ("%s: from %s to %s"), ter_figure_get_series (figure, series), from, to);
  from_name = dup_name (figure, first);
  to_name = dup_name (figure, last);
  /* Translators: where a line begins and its value there, where it ends and its value there: "2019, 12; 2023, 22". */
  return g_strdup_printf (_ ("from %s (%s) to %s (%s)"), from, from_name, to, to_name);
}

/* (nullable): "a: from 12 to 22; b: from 30 to 40" */
static char *
describe_lines (TerFigure *figure)
{
  GString *all;

  if (ter_figure_get_n_series (figure) > MOST_LINES || ter_figure_get_n_facets (figure) > 1)
    return NULL;
  all = g_string_new (NULL);
  for (guint i = 0; i < ter_figure_get_n_series (figure); i++)
    {
      g_autofree char *line = describe_line (figure, i);

      if (line != NULL)
        g_string_append_printf (all, "%s%s", all->len > 0 ? _ ("; ") : "", line);
    }
  return g_string_free (all, all->len == 0);
}

/* ---- Rings: the largest parts ---- */

static int
compare_parts_cb (gconstpointer a, gconstpointer b, gpointer figure)
{
  double x = get_value (figure, *(const guint *) a), y = get_value (figure, *(const guint *) b);

  return isnan (x) || isnan (y) ? isnan (x) - isnan (y) : (x < y) - (x > y);
}

static char *
describe_parts (TerFigure *figure)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    g_array_append_val (parts, i);
  g_array_sort_with_data (parts, compare_parts_cb, figure);
  for (guint i = 0; i < parts->len && i < LARGEST_PARTS && !isnan (get_value (figure, g_array_index (parts, guint, i))); i++)
    {
      g_autofree char *part = ter_figure_dup_datum_text (figure, g_array_index (parts, guint, i));

      g_string_append_printf (all, "%s%s", i > 0 ? _ ("; ") : "", part);
    }
  g_autofree char *list = g_string_free (all, FALSE);
  if (parts->len <= LARGEST_PARTS)
    return g_steal_pointer (&list);
  /* Translators: %s are the largest parts of a whole. */
  return g_strdup_printf (_ ("the largest: %s"), list);
}

/* ---- Points: from where to where ---- */

static char *
describe_range (TerFigure *figure, TerAxis axis)
{
  double least = INFINITY, most = -INFINITY;
  g_autofree char *title = ter_figure_dup_axis_title (figure, axis);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    {
      double value = axis == TER_AXIS_X ? ter_figure_get_datum (figure, i)->x : ter_figure_get_datum (figure, i)->y;

      least = MIN (least, value);
      most = MAX (most, value);
      g_array_append_val (places, value);
    }
  if (ter_figure_get_n_names (figure, axis) > 0)
    {
      guint n = ter_figure_get_n_names (figure, axis);
      g_autofree char *names = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u name", "%u names", n), n);

      return g_strdup_printf (_ ("%s: %s"), title, names);
    }
  from = ter_figure_dup_axis_text (figure, axis, least, places, -1);
  to = ter_figure_dup_axis_text (figure, axis, most, places, -1);
  return g_strdup_printf (_ ("%s: from %s to %s"), title, from, to);
}

static char *
describe_ranges (TerFigure *figure)
{
  g_autofree char *x = describe_range (figure, TER_AXIS_X);
  g_autofree char *y = describe_range (figure, TER_AXIS_Y);

  return g_strconcat (x, _ ("; "), y, NULL);
}

static char *
describe_values (TerFigure *figure, const Extent *extent)
{
  g_autofree char *values = NULL;
  g_autofree char *lines = NULL;

  if (ter_figure_get_mark (figure) == TER_MARK_POINT)
    return describe_ranges (figure);
  if (ter_figure_get_mark (figure) == TER_MARK_ARC)
    return describe_parts (figure);
  values = describe_extent (figure, extent);
  if (ter_figure_get_mark (figure) == TER_MARK_LINE || ter_figure_get_mark (figure) == TER_MARK_AREA)
    lines = describe_lines (figure);
  return lines != NULL ? g_strconcat (lines, _ ("; "), values, NULL) : g_steal_pointer (&values);
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
    return g_strdup (_ ("No value."));
  count = describe_count (figure, &extent);
  values = describe_values (figure, &extent);
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
ter_figure_dup_change (TerFigure *figure, TerFigure *previous)
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
