/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-mark-plot.h"

#include <math.h>

#include <glib/gi18n-lib.h>


/* What the rows of the frame are, before they are sorted. */
typedef struct
{
  double *x, *y;
  guint *facets, *series;
} Places;

static void
places_clear (Places *self)
{
  g_free (self->x);
  g_free (self->y);
  g_free (self->facets);
  g_free (self->series);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* ---- Parsing ---- */

/* https://vega.github.io/vega-lite/docs/line.html, area.html, point.html */
char *
ter_mark_plot_parse (TerFigureSpec *spec, const TerChannel *series)
{
  const TerChannel *color = &spec->channels[TER_CHANNEL_COLOR];
  char *problem = ter_figure_channels_require (spec, TER_CHANNEL_X)
                    ?: ter_figure_channels_require (spec, TER_CHANNEL_Y) ?: ter_figure_channels_check_names (spec, TER_CHANNEL_COLOR);

  if (problem != NULL)
    return problem;
  spec->value = &spec->channels[TER_CHANNEL_Y];
  if (series->field != NULL && color->field != NULL && g_strcmp0 (series->field, color->field) != 0)
    return g_strdup_printf (_ ("the channel “%s”"), ter_figure_channels_get_name (series - spec->channels));
  return NULL;
}

char *
ter_mark_plot_require_line (TerFigureSpec *spec)
{
  if (spec->channels[TER_CHANNEL_ORDER].object != NULL)
    return g_strdup_printf (_ ("the channel “%s”"), "order");
  return spec->value->quantitative ? NULL : g_strdup (_ ("a line without an axis of numbers"));
}

/* ---- Columns ---- */

const TerChannel *
ter_mark_plot_get_series (TerFigure *self, TerChannelName other)
{
  const TerChannel *channels = self->parsed.channels;

  return &channels[channels[TER_CHANNEL_COLOR].field != NULL ? TER_CHANNEL_COLOR : other];
}

char *
ter_mark_plot_require_numbers (TerFigure *self)
{
  return ter_figure_has_numbers (self->value) ? NULL : g_strdup (_ ("an axis of numbers without a column of numbers"));
}

static char *
find_columns (TerFigure *self, const TerMarkPlot *plot)
{
  char *problem = ter_figure_find_column (self, self->parsed.value, &self->value);

  if (problem == NULL && plot->series != NULL)
    problem = ter_figure_find_column (self, plot->series, &self->series_column);
  if (problem == NULL && plot->find_columns != NULL)
    problem = plot->find_columns (self);
  self->has_legend = self->series_column != NULL;
  return problem;
}

static char *
find_places (TerFigure *self, const TerMarkPlot *plot, Places *places)
{
  gsize n = self->frame->n_rows + 1;
  char *problem = NULL;

  places->x = g_new0 (double, n);
  places->y = g_new0 (double, n);
  places->facets = g_new0 (guint, n);
  places->series = g_new0 (guint, n);
  if (plot->axes)
    problem = ter_figure_resolve_axis (self, TER_AXIS_X, places->x) ?: ter_figure_resolve_axis (self, TER_AXIS_Y, places->y);
  if (problem == NULL)
    problem = ter_figure_resolve_facets (self, places->facets);
  if (problem == NULL)
    self->series =
      ter_figure_values_new (self->frame, self->series_column, self->series_column != NULL ? plot->series : NULL, places->series);
  return problem;
}

/* ---- Data ---- */

/* What has no place is not drawn; a line without a value there is broken. */
static void
collect (TerFigure *self, const TerMarkPlot *plot, const Places *places, GArray *data)
{
  for (guint row = 0; row < self->frame->n_rows; row++)
    {
      TerDatum datum = {
        .row = row, .facet = places->facets[row], .series = places->series[row], .x = places->x[row], .y = places->y[row]
      };

      datum.value = self->value->numbers != NULL ? self->value->numbers[row] : datum.y;
      datum.size = self->size_column != NULL ? self->size_column->numbers[row] : 0;
      if (isnan (datum.x) || (plot->is_missing != NULL && plot->is_missing (&datum)))
        self->n_missing++;
      else
        g_array_append_val (data, datum);
    }
}

static int
compare_on_lines (gconstpointer a, gconstpointer b)
{
  const TerDatum *first = a, *second = b;

  if (first->facet != second->facet)
    return first->facet < second->facet ? -1 : 1;
  if (first->series != second->series)
    return first->series < second->series ? -1 : 1;
  return (first->x > second->x) - (first->x < second->x);
}

void
ter_mark_plot_sort (GArray *data)
{
  g_array_sort (data, compare_on_lines);
}

/* ---- Domains ---- */

void
ter_mark_plot_widen (double value, double range[2])
{
  if (isnan (value))
    return;
  range[0] = isnan (range[0]) ? value : MIN (range[0], value);
  range[1] = isnan (range[1]) ? value : MAX (range[1], value);
}

char *
ter_mark_plot_find_domains (TerFigure *self)
{
  double x[2] = { NAN, NAN }, y[2] = { NAN, NAN };

  for (guint i = 0; i < self->data->len; i++)
    {
      const TerDatum *datum = &g_array_index (self->data, TerDatum, i);

      ter_mark_plot_widen (datum->x, x);
      ter_mark_plot_widen (datum->y, y);
    }
  return ter_figure_find_domain (self, TER_AXIS_X, x[0], x[1]) ?: ter_figure_find_domain (self, TER_AXIS_Y, y[0], y[1]);
}

/* The columns of the table twin, in the order in which one would read them. */
void
ter_mark_plot_show_columns (TerFigure *self)
{
  ter_figure_show_column (self, self->axes[TER_AXIS_X].column);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
}

char *
ter_mark_plot_resolve (TerFigure *self, const TerMarkPlot *plot)
{
  g_auto (Places) places = { 0 };
  g_autoptr (GArray) data = g_array_new (FALSE, TRUE, sizeof (TerDatum));
  char *problem = find_columns (self, plot) ?: find_places (self, plot, &places);

  if (problem != NULL)
    return problem;
  collect (self, plot, &places, data);
  if (plot->arrange == NULL)
    ter_mark_plot_sort (data);
  else
    problem = plot->arrange (self, data);
  if (problem != NULL)
    return problem;
  ter_figure_take_data (self, data);
  (plot->show_columns != NULL ? plot->show_columns : ter_mark_plot_show_columns) (self);
  return plot->find_domains != NULL ? plot->find_domains (self) : ter_mark_plot_find_domains (self);
}
