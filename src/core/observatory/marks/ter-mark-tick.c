/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-mark-plot.h"
#include "ter-plot-layout.h"

/* Short strokes, each across the axis that it is read on (https://vega.github.io/vega-lite/docs/tick.html). */

#define HALF_LENGTH 0.45 /* in heights of a line of text */
#define THICKNESS 2.0

static char *
parse (TerFigureSpec *spec, JsonObject *mark)
{
  char *problem = ter_mark_plot_parse (spec, &spec->channels[TER_CHANNEL_COLOR]);

  spec->zero = TRUE;
  if (problem == NULL && !spec->channels[TER_CHANNEL_X].quantitative && !spec->channels[TER_CHANNEL_X].temporal &&
      !spec->channels[TER_CHANNEL_Y].quantitative)
    problem = g_strdup (_ ("an axis of numbers without a column of numbers"));
  return problem;
}

static char *
find_columns (TerFigure *self)
{
  ter_mark_point_find_name (self);
  return NULL;
}

static gboolean
is_missing (const TerDatum *datum)
{
  return isnan (datum->y);
}

static char *
resolve (TerFigure *self)
{
  TerMarkPlot plot = {
    .series = &self->parsed.channels[TER_CHANNEL_COLOR],
    .axes = TRUE,
    .find_columns = find_columns,
    .is_missing = is_missing,
    .show_columns = ter_mark_point_show_columns,
  };

  return ter_mark_plot_resolve (self, &plot);
}

static char *
dup_count (TerFigure *figure, guint n)
{
  /* Translators: short strokes, each for a value on an axis. */
  char *ticks = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u tick", "%u ticks", n), n);

  return ter_figure_has_legend (figure) ? ter_mark_dup_in_series (figure, ticks) : ticks;
}

/* ---- Places ---- */

static void
place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
  gboolean upright = ter_figure_get_n_names (maker->figure, TER_AXIS_X) == 0;
  double half = maker->line * HALF_LENGTH;

  ter_plot_layout_place (maker, datum, mark, datum->y);
  if (!mark->drawn)
    return;
  if (upright)
    mark->rect = (TerRect) { mark->x - THICKNESS / 2, mark->y - half, THICKNESS, half * 2 };
  else
    mark->rect = (TerRect) { mark->x - half, mark->y - THICKNESS / 2, half * 2, THICKNESS };
}

static void
lay_out (TerChartMaker *maker)
{
  ter_plot_layout_lay_out (maker, TER_PLOT_LINE_RADIUS, place);
}

const TerMarkType ter_mark_tick = {
  .mark = TER_MARK_TICK,
  .name = "tick",
  .channels = TER_MARK_FACETS,
  .traits = TER_MARK_OVER_TIME | TER_MARK_CURVED | TER_MARK_PLACED | TER_MARK_GROUND,
  .most = TER_MARK_MOST_POINTS,
  .too_many = N_ ("%u points"),
  .parse = parse,
  .resolve = resolve,
  .dup_name = ter_mark_point_dup_name,
  .dup_value = ter_mark_point_dup_value,
  .dup_count = dup_count,
  .describe = ter_mark_point_describe,
  .lay_out = lay_out,
};
