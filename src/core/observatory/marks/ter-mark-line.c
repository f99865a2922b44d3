/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-mark-plot.h"
#include "ter-plot-layout.h"

/* Values joined by lines, one a series (https://vega.github.io/vega-lite/docs/line.html). */

/* More lines than these are not told one by one. */
#define MOST_LINES 4

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  return ter_mark_plot_parse (spec, &spec->channels[TER_CHANNEL_DETAIL]) ?: ter_mark_plot_require_line (spec);
}

static char *
resolve (TerFigure *self)
{
  TerMarkPlot plot = {
    .series = ter_mark_plot_get_series (self, TER_CHANNEL_DETAIL),
    .axes = TRUE,
    .find_columns = ter_mark_plot_require_numbers,
  };

  return ter_mark_plot_resolve (self, &plot);
}

/* ---- Words: where each begins and ends ---- */

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
  from = ter_figure_dup_value_text (figure, ter_figure_get_datum (figure, first)->value);
  to = ter_figure_dup_value_text (figure, ter_figure_get_datum (figure, last)->value);
  if (ter_figure_has_legend (figure))
    /* Translators: a line's name, its first value and its last. */
    return g_strdup_printf (_ ("%s: from %s to %s"), ter_figure_get_series (figure, series), from, to);
  from_name = ter_mark_dup_full_name (figure, first);
  to_name = ter_mark_dup_full_name (figure, last);
  /* Translators: where a line begins and its value there, where it ends and its value there: "2019, 12; 2023, 22". */
  return g_strdup_printf (_ ("from %s (%s) to %s (%s)"), from, from_name, to, to_name);
}

char *
ter_mark_line_describe (TerFigure *figure)
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

char *
ter_mark_line_dup_name (TerFigure *figure, const TerDatum *datum)
{
  g_autofree char *x = ter_figure_dup_place (figure, datum, TER_AXIS_X);

  return ter_mark_join ((char *[]) { (char *) ter_figure_get_series (figure, datum->series), x }, 2);
}

/* ---- Places ---- */

static void
place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
  ter_plot_layout_place (maker, datum, mark, isnan (datum->value) ? NAN : datum->y);
}

static void
lay_out (TerChartMaker *maker)
{
  ter_plot_layout_lay_out (maker, TER_PLOT_LINE_RADIUS, place);
}

const TerMarkType ter_mark_line = {
  .mark = TER_MARK_LINE,
  .name = "line",
  .channels = TER_MARK_FACETS | TER_MARK_CHANNEL (DETAIL),
  .traits = TER_MARK_OVER_TIME | TER_MARK_CURVED | TER_MARK_GROUND,
  .most = TER_MARK_MOST_POINTS,
  .too_many = N_ ("%u points"),
  .parse = parse,
  .resolve = resolve,
  .dup_name = ter_mark_line_dup_name,
  .dup_count = ter_mark_dup_points,
  .describe_more = ter_mark_line_describe,
  .lay_out = lay_out,
};
