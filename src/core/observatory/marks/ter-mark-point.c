/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-mark-plot.h"
#include "ter-plot-layout.h"

/* Points between two axes, each of a size of its own where one is asked for (https://vega.github.io/vega-lite/docs/point.html). */

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  char *problem = ter_mark_plot_parse (spec, &spec->channels[TER_CHANNEL_SHAPE]);

  spec->zero = TRUE;
  if (problem == NULL && spec->channels[TER_CHANNEL_SIZE].object != NULL && !spec->channels[TER_CHANNEL_SIZE].quantitative)
    problem = g_strdup_printf (_ ("the channel “%s”"), "size");
  return problem;
}

/* ---- Data ---- */

/* The first field of text that the author wants to be told of a point is its name. */
void
ter_mark_point_find_name (TerFigure *self)
{
  JsonObject *encoding = ter_json_get_object (self->spec, "encoding");
  JsonArray *several = ter_json_get_array (encoding, "tooltip");
  guint n = MAX (ter_json_array_length (several), 1);

  for (guint i = 0; i < n && self->name_column == NULL; i++)
    {
      JsonObject *one = several != NULL ? ter_json_array_object (several, i) : ter_json_get_object (encoding, "tooltip");
      TerFrameColumn *column = ter_frame_find (self->frame, ter_json_get_string (one, "field"));

      if (column != NULL && column->type == TER_COLUMN_TEXT && column != self->series_column)
        self->name_column = column;
    }
}

static char *
find_columns (TerFigure *self)
{
  const TerChannel *channels = self->parsed.channels;
  char *problem = ter_figure_find_column (self, &channels[TER_CHANNEL_DETAIL], &self->name_column);

  if (problem == NULL)
    problem = ter_figure_find_column (self, &channels[TER_CHANNEL_SIZE], &self->size_column);
  if (problem == NULL && (self->size_column != NULL && self->size_column->type != TER_COLUMN_NUMBER))
    problem = g_strdup (_ ("sizes without a column of numbers"));
  if (problem == NULL)
    ter_mark_point_find_name (self);
  return problem;
}

static gboolean
is_missing (const TerDatum *datum)
{
  return isnan (datum->y) || isnan (datum->size) || datum->size < 0;
}

void
ter_mark_point_show_columns (TerFigure *self)
{
  ter_figure_show_column (self, self->name_column);
  ter_figure_show_column (self, self->axes[TER_AXIS_X].column);
  ter_figure_show_column (self, self->axes[TER_AXIS_Y].column);
  ter_figure_show_column (self, self->size_column);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
}

static char *
resolve (TerFigure *self)
{
  TerMarkPlot plot = {
    .series = ter_mark_plot_get_series (self, TER_CHANNEL_SHAPE),
    .axes = TRUE,
    .find_columns = find_columns,
    .is_missing = is_missing,
    .show_columns = ter_mark_point_show_columns,
  };

  return ter_mark_plot_resolve (self, &plot);
}

/* ---- Words ---- */

char *
ter_mark_point_dup_name (TerFigure *self, const TerDatum *datum)
{
  g_autofree char *name = NULL;

  if (self->name_column != NULL && datum->row != TER_NO_ROW)
    name = ter_figure_dup_column_text (self, self->name_column, g_array_index (self->rows, guint, datum->row));
  return ter_mark_join ((char *[]) { name, (char *) ter_figure_get_series (self, datum->series) }, 2);
}

/* "Population 1 200; Share 45 %" */
char *
ter_mark_point_dup_value (TerFigure *self, const TerDatum *datum)
{
  g_autofree char *x = ter_figure_dup_place (self, datum, TER_AXIS_X);
  g_autofree char *y = ter_figure_dup_place (self, datum, TER_AXIS_Y);
  g_autofree char *size = NULL;
  /* Translators: the title of an axis and a value on it, for both axes: "Population: 1,200; Share: 45%". */
  g_autofree char *both =
    g_strdup_printf (_ ("%s: %s; %s: %s"), self->axes[TER_AXIS_X].column->title, x, self->axes[TER_AXIS_Y].column->title, y);

  if (self->size_column == NULL)
    return g_steal_pointer (&both);
  size = ter_figure_dup_size_text (self, datum->size);
  /* Translators: what is already said of a point, then the title of what its size stands for and that value. */
  return g_strdup_printf (_ ("%s; %s: %s"), both, self->size_column->title, size);
}

static char *
describe_range (TerFigure *figure, TerAxis axis)
{
  double least = INFINITY, most = -INFINITY;
  g_autofree char *title = ter_figure_dup_axis_title (figure, axis);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ter_figure_get_n_marks (figure); i++)
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

char *
ter_mark_point_describe (TerFigure *figure)
{
  g_autofree char *x = describe_range (figure, TER_AXIS_X);
  g_autofree char *y = describe_range (figure, TER_AXIS_Y);

  return g_strconcat (x, _ ("; "), y, NULL);
}

/* ---- Places ---- */

static void
place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
  double largest = ter_figure_get_largest_size (maker->figure);

  if (largest > 0)
    mark->radius = ter_chart_layout_get_radius (datum->size, largest, maker->line);
  ter_plot_layout_place (maker, datum, mark, datum->y);
}

static void
lay_out (TerChartMaker *maker)
{
  ter_plot_layout_lay_out (maker, TER_PLOT_POINT_RADIUS, place);
}

#define COMMON \
  .mark = TER_MARK_POINT, .traits = TER_MARK_OVER_TIME | TER_MARK_CURVED | TER_MARK_PLACED | TER_MARK_GROUND, \
  .most = TER_MARK_MOST_POINTS, .too_many = N_ ("%u points"), .parse = parse, .resolve = resolve, \
  .dup_name = ter_mark_point_dup_name, .dup_value = ter_mark_point_dup_value, .dup_count = ter_mark_dup_points, \
  .describe = ter_mark_point_describe, .lay_out = lay_out

const TerMarkType ter_mark_point = {
  COMMON,
  .name = "point",
  .channels = TER_MARK_FACETS | TER_MARK_CHANNEL (SIZE) | TER_MARK_CHANNEL (SHAPE) | TER_MARK_CHANNEL (DETAIL),
};

/* Points of one shape. */
const TerMarkType ter_mark_circle = {
  COMMON,
  .name = "circle",
  .channels = TER_MARK_FACETS | TER_MARK_CHANNEL (SIZE) | TER_MARK_CHANNEL (DETAIL),
};
