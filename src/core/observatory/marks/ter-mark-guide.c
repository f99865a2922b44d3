/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-mark-guide.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-plot-layout.h"
#include "ter-table-private.h"
#include "ter-time-ticks.h"

/* More nobody could tell apart. */
#define MOST_GUIDES 100

static const struct
{
  TerAggregate aggregate;
  const char *name;
} aggregates[] = {
  { TER_AGGREGATE_MEAN, N_ ("Mean") },         { TER_AGGREGATE_MEDIAN, N_ ("Median") }, { TER_AGGREGATE_Q1, N_ ("First quartile") },
  { TER_AGGREGATE_Q3, N_ ("Third quartile") }, { TER_AGGREGATE_MIN, N_ ("Lowest") },    { TER_AGGREGATE_MAX, N_ ("Highest") },
};

static TerAxis
get_axis (const TerFigureSpec *spec)
{
  return spec->channels[TER_CHANNEL_X].object != NULL ? TER_AXIS_X : TER_AXIS_Y;
}

static const TerChannel *
get_end (const TerFigureSpec *spec, guint end)
{
  if (get_axis (spec) == TER_AXIS_X)
    return &spec->channels[end == 0 ? TER_CHANNEL_X : TER_CHANNEL_X2];
  return &spec->channels[end == 0 ? TER_CHANNEL_Y : TER_CHANNEL_Y2];
}

static guint
count_ends (const TerFigureSpec *spec)
{
  return spec->band ? 2 : 1;
}

char *
ter_mark_guide_parse (TerFigureSpec *spec)
{
  gboolean x = spec->channels[TER_CHANNEL_X].object != NULL, y = spec->channels[TER_CHANNEL_Y].object != NULL;

  if (x && y)
    return g_strdup (_ ("a line or a band with a place on both axes"));
  for (guint end = 0; end < count_ends (spec); end++)
    if (get_end (spec, end)->field == NULL && get_end (spec, end)->aggregate == TER_AGGREGATE_NONE &&
        get_end (spec, end)->datum == NULL)
      return g_strdup_printf (_ ("a mark without the channel “%s”"),
                              ter_figure_channels_get_name (get_end (spec, end) - spec->channels));
  if (!get_end (spec, 0)->quantitative && !get_end (spec, 0)->temporal)
    return g_strdup (_ ("a line or a band across an axis of names"));
  spec->value = get_end (spec, 0);
  return ter_figure_channels_check_names (spec, TER_CHANNEL_COLOR);
}

/* ---- Values ---- */

/* A day is Vega-Lite's DateTime, with numbers: {"year": 2020, "month": 7, "date": 1}. */
static double
read_day (JsonObject *day)
{
  double year = NAN, month = 1, date = 1;
  g_autofree char *text = NULL;

  if (!ter_json_get_number (day, "year", &year) || !(year >= 1 && year <= 9999))
    return NAN;
  ter_json_get_number (day, "month", &month);
  ter_json_get_number (day, "date", &date);
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 31))
    return NAN;
  text = g_strdup_printf ("%04d-%02d-%02d", (int) year, (int) month, (int) date);
  return ter_table_parse_date (text, &year) ? ter_time_ticks_from_date (year) : NAN;
}

static gboolean
read_datum (const TerChannel *channel, gboolean temporal, double *value)
{
  *value = NAN;
  if (temporal)
    *value = read_day (ter_json_node_object (channel->datum));
  else if (ter_json_node_is_number (channel->datum))
    *value = json_node_get_double (channel->datum);
  return isfinite (*value);
}

/* One value a row of the frame, or one in all. */
static char *
read_end (TerFigure *self, const TerChannel *channel, double *values, guint n)
{
  gboolean temporal = get_end (&self->parsed, 0)->temporal;
  TerFrameColumn *column;
  char *problem;

  if (channel->datum != NULL)
    {
      for (guint i = 0; i < n; i++)
        if (!read_datum (channel, temporal, &values[i]))
          return g_strdup_printf (_ ("“%s”"), "datum");
      return NULL;
    }
  problem = ter_figure_find_column (self, channel, &column);
  if (problem == NULL && temporal && column->codes == NULL)
    problem = g_strdup (_ ("an axis of time without a column of dates"));
  if (problem == NULL && !temporal && !ter_figure_has_numbers (column))
    problem = g_strdup (_ ("an axis of numbers without a column of numbers"));
  for (guint i = 0; problem == NULL && i < n; i++)
    values[i] = temporal ? ter_time_ticks_from_date (column->codes[i]) : column->numbers[i];
  if (problem == NULL)
    ter_figure_show_column (self, column);
  return problem;
}

static int
count_decimals (double value)
{
  for (int decimals = 0; decimals < 3; decimals++)
    if (fabs (value * pow (10, decimals) - round (value * pow (10, decimals))) < 1e-9 * MAX (fabs (value), 1))
      return decimals;
  return 3;
}

/* ---- Words ---- */

/* What the author calls it, or the series, or what is computed; "" when there is nothing to tell. */
static char *
dup_end_name (TerFigure *self, guint end, guint series)
{
  const TerChannel *channel = get_end (&self->parsed, end);

  if (self->series_column != NULL)
    return g_strdup (ter_figure_get_series (self, series));
  if (channel->title != NULL)
    return g_strdup (channel->title);
  for (guint i = 0; i < G_N_ELEMENTS (aggregates); i++)
    if (aggregates[i].aggregate == channel->aggregate)
      return g_strdup (_ (aggregates[i].name));
  return g_strdup ("");
}

static char *
dup_name (const TerGuide *guide, guint n_ends)
{
  const char *title[] = { guide->names[0], guide->names[1] };

  if (n_ends == 1 || *title[1] == '\0' || strcmp (title[0], title[1]) == 0)
    return g_strdup (title[0]);
  return *title[0] != '\0' ? g_strdup_printf ("%s – %s", title[0], title[1]) : g_strdup (title[1]);
}

/* ---- Guides ---- */

static void
append (TerFigure *self, guint row, guint series, const double values[2])
{
  TerGuide guide = { .axis = get_axis (&self->parsed), .from = values[0], .to = values[1] };
  TerDatum datum = { .row = row,
                     .category = G_MAXUINT,
                     .series = G_MAXUINT,
                     .x = NAN,
                     .y = NAN,
                     .value = values[0],
                     .start = values[0],
                     .end = values[1] };

  guide.names[0] = dup_end_name (self, 0, series);
  guide.names[1] = self->parsed.band ? dup_end_name (self, 1, series) : g_strdup ("");
  guide.name = dup_name (&guide, count_ends (&self->parsed));
  guide.decimals = MAX (count_decimals (guide.from), count_decimals (guide.to));
  guide.color = self->series->len > 0 ? ter_figure_get_series_color (self, series) : NULL;
  g_array_append_val (self->guides, guide);
  datum.guide = self->guides->len;
  g_array_append_val (self->data, datum);
  if (row != TER_NO_ROW)
    g_array_append_val (self->rows, row);
}

static char *
find_axis (TerFigure *self)
{
  TerAxis axis = get_axis (&self->parsed);
  double range[2] = { NAN, NAN };
  g_autofree double *places = g_new0 (double, self->frame->n_rows + 1);
  char *problem = NULL;

  for (guint i = 0; i < self->guides->len; i++)
    {
      const TerGuide *guide = ter_figure_get_guide (self, i);

      range[0] = fmin (range[0], fmin (guide->from, guide->to));
      range[1] = fmax (range[1], fmax (guide->from, guide->to));
    }
  if (get_end (&self->parsed, 0)->field != NULL)
    problem = ter_figure_resolve_axis (self, axis, places);
  else if (get_end (&self->parsed, 0)->temporal)
    self->axes[axis].scale.kind = TER_SCALE_TIME;
  return problem ?: ter_figure_find_domain (self, axis, range[0], range[1]);
}

char *
ter_mark_guide_resolve (TerFigure *self)
{
  gboolean all_data = TRUE;
  guint n = self->frame->n_rows;
  g_autofree double *from = NULL;
  g_autofree double *to = NULL;
  g_autofree guint *series = g_new0 (guint, n + 1);
  char *problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_COLOR], &self->series_column);

  for (guint end = 0; end < count_ends (&self->parsed); end++)
    all_data = all_data && get_end (&self->parsed, end)->datum != NULL;
  /* What does not depend on the rows is there once, whatever their number. */
  if (all_data)
    n = 1;
  if (problem == NULL && n > MOST_GUIDES)
    problem = g_strdup_printf (_ ("%u lines or bands"), n);
  if (problem != NULL)
    return problem;
  self->series = ter_figure_values_new (self->frame, self->series_column, &self->parsed.channels[TER_CHANNEL_COLOR], series);
  ter_figure_show_column (self, self->series_column);
  from = g_new0 (double, n + 1);
  to = g_new0 (double, n + 1);
  problem = read_end (self, get_end (&self->parsed, 0), from, n)
              ?: read_end (self, get_end (&self->parsed, count_ends (&self->parsed) - 1), to, n);
  for (guint i = 0; problem == NULL && i < n; i++)
    if (isfinite (from[i]) && isfinite (to[i]))
      append (self, all_data ? TER_NO_ROW : i, series[i], (double[]) { from[i], to[i] });
    else
      self->n_missing++;
  return problem ?: find_axis (self);
}

/* ---- Places ---- */

static void
place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
}

void
ter_mark_guide_lay_out (TerChartMaker *maker)
{
  ter_plot_layout_lay_out (maker, TER_PLOT_LINE_RADIUS, place);
}
