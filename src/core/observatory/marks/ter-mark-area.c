/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-mark-plot.h"
#include "ter-plot-layout.h"

/* Areas, on one another or one behind another (https://vega.github.io/vega-lite/docs/area.html). */

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  return ter_mark_plot_parse (spec, &spec->channels[TER_CHANNEL_DETAIL])
           ?: ter_mark_plot_require_line (spec) ?: ter_figure_channels_parse_stack (spec);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Gives each place along x its number. */
static guint
number_places (GArray *data)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < data->len; i++)
    g_array_append_val (places, g_array_index (data, TerDatum, i).x);
  g_array_sort (places, compare_doubles);
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index (places, double, i) != g_array_index (places, double, n - 1))
      g_array_index (places, double, n++) = g_array_index (places, double, i);
  g_array_set_size (places, n);
  for (guint i = 0; i < data->len; i++)
    g_array_binary_search (places, &g_array_index (data, TerDatum, i).x, compare_doubles,
                           &g_array_index (data, TerDatum, i).category);
  return n;
}

/* Vega-Lite fills what an area of a stack leaves out, so that those on it stand on something (compile/data/stack, impute). */
static char *
fill_gaps (TerFigure *self, GArray *data, guint n_places)
{
  guint n_series = self->series->len, n_facets = ter_figure_get_n_facets (self), n = data->len;
  g_autofree guint8 *met = NULL;
  g_autofree double *places = g_new0 (double, n_places + 1);

  if ((guint64) n_series * n_facets * n_places > TER_MARK_MOST_POINTS)
    return g_strdup_printf (_ ("%u points"), n_series * n_facets * n_places);
  met = g_new0 (guint8, n_series * n_facets * n_places + 1);
  for (guint i = 0; i < n; i++)
    {
      const TerDatum *datum = &g_array_index (data, TerDatum, i);

      met[(datum->facet * n_series + datum->series) * n_places + datum->category] |= 1;
      places[datum->category] = datum->x;
    }
  /* A series that is nowhere in a panel leaves nothing out there. */
  for (guint i = 0; i < n_series * n_facets; i++)
    if (memchr (met + (gsize) i * n_places, 1, n_places) != NULL)
      for (guint place = 0; place < n_places; place++)
        if (met[i * n_places + place] == 0)
          {
            TerDatum datum = {
              .row = TER_NO_ROW, .facet = i / n_series, .series = i % n_series, .category = place, .x = places[place], .value = NAN
            };

            g_array_append_val (data, datum);
          }
  return NULL;
}

static char *
arrange (TerFigure *self, GArray *data)
{
  guint n_places = number_places (data);
  char *problem = self->parsed.overlaid || !self->has_legend ? NULL : fill_gaps (self, data, n_places);

  if (problem != NULL)
    return problem;
  ter_figure_stack (self, data, TRUE);
  ter_mark_plot_sort (data);
  for (guint i = 1; i < data->len; i++)
    self->stacked |= g_array_index (data, TerDatum, i).series != g_array_index (data, TerDatum, i - 1).series;
  return NULL;
}

static char *
find_domains (TerFigure *self)
{
  double x[2] = { NAN, NAN }, y[2] = { NAN, NAN };

  for (guint i = 0; i < self->data->len; i++)
    {
      const TerDatum *datum = &g_array_index (self->data, TerDatum, i);

      ter_mark_plot_widen (datum->x, x);
      ter_mark_plot_widen (datum->start, y);
      ter_mark_plot_widen (datum->end, y);
    }
  return ter_figure_find_domain (self, TER_AXIS_X, x[0], x[1]) ?: ter_figure_find_domain (self, TER_AXIS_Y, y[0], y[1]);
}

static char *
resolve (TerFigure *self)
{
  TerMarkPlot plot = {
    .series = ter_mark_plot_get_series (self, TER_CHANNEL_DETAIL),
    .axes = TRUE,
    .find_columns = ter_mark_plot_require_numbers,
    .arrange = arrange,
    .find_domains = find_domains,
  };

  return ter_mark_plot_resolve (self, &plot);
}

/* ---- Places ---- */

static void
place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
  gboolean known = !isnan (datum->value) || datum->row == TER_NO_ROW;

  ter_plot_layout_place (maker, datum, mark, known ? datum->end : NAN);
  if (mark->drawn)
    mark->foot = ter_plot_layout_map (maker, TER_AXIS_Y, datum->start);
}

/* Nobody knows where an area is that stands on a missing value. Vega draws it as if that value were 0, which shows a fall where
 * there is a gap. */
static void
hide_above_gaps (TerChartMaker *self)
{
  TerStack stack = ter_figure_get_stack (self->figure);

  for (guint i = 0; i < self->n && stack != TER_STACK_NONE; i++)
    {
      const TerDatum *gap = ter_chart_layout_get_datum (self, i);

      if (!isnan (gap->value) || gap->row == TER_NO_ROW)
        continue;
      for (guint j = 0; j < self->n; j++)
        {
          const TerDatum *datum = ter_chart_layout_get_datum (self, j);

          if (datum->x == gap->x && (stack == TER_STACK_NORMALIZE || datum->start >= gap->start))
            ter_plot_layout_hide (self, ter_chart_layout_get_mark (self, j));
        }
    }
}

static void
lay_out (TerChartMaker *maker)
{
  ter_plot_layout_lay_out (maker, TER_PLOT_LINE_RADIUS, place);
  hide_above_gaps (maker);
}

const TerMarkType ter_mark_area = {
  .mark = TER_MARK_AREA,
  .name = "area",
  .channels = TER_MARK_FACETS,
  .traits = TER_MARK_OVER_TIME | TER_MARK_GROUND,
  .most = TER_MARK_MOST_POINTS,
  .too_many = N_ ("%u points"),
  .parse = parse,
  .resolve = resolve,
  .dup_name = ter_mark_line_dup_name,
  .dup_count = ter_mark_dup_points,
  .describe_more = ter_mark_line_describe,
  .lay_out = lay_out,
};
