/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-plot-layout.h"

#include <math.h>

/* In heights of a line of text, so that all follows the reader's font size. */
#define LOWEST 10.0
#define HIGHEST 18.0
#define LOWEST_PANEL 8.0
#define HIGHEST_PANEL 12.0
#define NAME_STEP 1.7

/* ---- Ticks ---- */

static void
append_tick (TerChartMaker *self, TerAxis axis, TerScale *scale, double value, const GArray *all, int decimals)
{
  TerTick tick = { .value = value, .position = ter_scale_map (scale, value) };

  tick.text = ter_figure_dup_tick_text (self->figure, axis, value, all, decimals);
  ter_chart_layout_measure (self, tick.text, TER_CHART_TICK, 0, &tick.label.width, &tick.label.height);
  g_array_append_val (self->layout->ticks[axis], tick);
}

/* Of a logarithmic axis, decimals as each value needs them. */
static int
get_decimals (const TerScale *scale, const GArray *values, double value)
{
  if (scale->kind == TER_SCALE_LOG)
    return value < 1 ? (int) ceil (-log10 (value)) : 0;
  return ter_ticks_get_decimals (values);
}

static gboolean
is_power (double value)
{
  double power = round (log10 (value));

  return fabs (value - pow (10, power)) < value * 1e-9;
}

/* Where the label of a tick below the plot begins: under its tick, but inside. */
static double
get_label_x (TerChartMaker *self, const TerTick *tick)
{
  return CLAMP (tick->position - tick->label.width / 2, 0, MAX (self->layout->width - tick->label.width, 0));
}

/* Whether no two labels touch. */
static gboolean
labels_fit (TerChartMaker *self, TerAxis axis)
{
  GArray *ticks = self->layout->ticks[axis];
  double before = -G_MAXDOUBLE;

  for (guint i = 0; i < ticks->len; i++)
    {
      const TerTick *tick = &g_array_index (ticks, TerTick, axis == TER_AXIS_X ? i : ticks->len - 1 - i);
      double start = axis == TER_AXIS_X ? get_label_x (self, tick) : tick->position - tick->label.height * 0.6;

      if (start < before)
        return FALSE;
      before = start + (axis == TER_AXIS_X ? tick->label.width + TER_SPACE : tick->label.height * 1.2);
    }
  return TRUE;
}

static void
fill_ticks (TerChartMaker *self, TerAxis axis, TerScale *scale, guint count, gboolean powers, guint every)
{
  g_autoptr (GArray) values = ter_figure_dup_ticks (self->figure, axis, scale, count);
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);

      if ((!powers || is_power (value)) && n++ % every == 0)
        g_array_append_val (chosen, value);
    }
  g_array_set_size (self->layout->ticks[axis], 0);
  for (guint i = 0; i < chosen->len; i++)
    {
      double value = g_array_index (chosen, double, i);

      append_tick (self, axis, scale, value, chosen, get_decimals (scale, values, value));
    }
}

/* At most a tick every 40 pixels, as Vega's axes have them, and never so close that their texts touch. On a logarithmic axis the
 * powers of ten stay. */
static void
make_ticks (TerChartMaker *self, TerAxis axis, TerScale *scale)
{
  guint most = CLAMP ((guint) ceil (fabs (scale->range[1] - scale->range[0]) / 40), 1, 10);

  for (guint count = most; count > 0; count--)
    {
      fill_ticks (self, axis, scale, count, FALSE, 1);
      if (labels_fit (self, axis))
        return;
    }
  if (scale->kind == TER_SCALE_LOG && scale->domain[1] >= scale->domain[0] * 10)
    for (guint every = 1; every < 100; every++)
      {
        fill_ticks (self, axis, scale, 1000, TRUE, every);
        if (labels_fit (self, axis))
          return;
      }
  for (guint every = 2; every < 1000 && !labels_fit (self, axis); every++)
    fill_ticks (self, axis, scale, 1, FALSE, every);
}

/* ---- The axis of values ---- */

/* Names beside the points, one a line or more. */
static void
place_names_beside (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  guint n = ter_figure_get_n_names (self->figure, TER_AXIS_Y);
  double y = layout->plot.y;

  for (guint i = 0; i < n; i++)
    {
      TerTick tick = { .value = i, .text = g_strdup (ter_figure_get_name (self->figure, TER_AXIS_Y, i)) };
      double step;

      ter_chart_layout_measure (self, tick.text, TER_CHART_LABEL, layout->width * TER_NAME_PART, &tick.label.width,
                                &tick.label.height);
      step = MAX (self->line * NAME_STEP, tick.label.height + TER_TIGHT);
      tick.position = y + step / 2;
      tick.label.y = tick.position - tick.label.height / 2;
      y += step;
      g_array_append_val (layout->ticks[TER_AXIS_Y], tick);
    }
  layout->plot.height = y - layout->plot.y;
}

static double
get_widest (GArray *ticks)
{
  double widest = 0;

  for (guint i = 0; i < ticks->len; i++)
    widest = MAX (widest, g_array_index (ticks, TerTick, i).label.width);
  return widest;
}

static void
lay_out_y (TerChartMaker *self, TerScale *scale)
{
  TerChartLayout *layout = self->layout;
  gboolean panel = ter_figure_get_n_facets (self->figure) > 1;

  layout->titles[TER_AXIS_Y] = ter_figure_dup_axis_title (self->figure, TER_AXIS_Y);
  ter_chart_layout_measure (self, layout->titles[TER_AXIS_Y], TER_CHART_LABEL, layout->width,
                            &layout->title_labels[TER_AXIS_Y].width, &layout->title_labels[TER_AXIS_Y].height);
  layout->plot.y = layout->title_labels[TER_AXIS_Y].height + self->line;
  if (ter_figure_get_n_names (self->figure, TER_AXIS_Y) > 0)
    place_names_beside (self);
  else
    {
      layout->plot.height = panel ? CLAMP (layout->width * 0.5, self->line * LOWEST_PANEL, self->line * HIGHEST_PANEL)
                                  : CLAMP (layout->width * 0.5, self->line * LOWEST, self->line * HIGHEST);
      scale->range[0] = layout->plot.y + layout->plot.height;
      scale->range[1] = layout->plot.y;
      if (ter_figure_has_axis (self->figure, TER_AXIS_Y))
        make_ticks (self, TER_AXIS_Y, scale);
    }
  layout->plot.x = get_widest (layout->ticks[TER_AXIS_Y]) + TER_SPACE;
  for (guint i = 0; i < layout->ticks[TER_AXIS_Y]->len; i++)
    {
      TerTick *tick = &g_array_index (layout->ticks[TER_AXIS_Y], TerTick, i);

      tick->label.x = layout->plot.x - TER_SPACE - tick->label.width;
      if (scale->range[0] != scale->range[1])
        tick->label.y = tick->position - tick->label.height / 2;
    }
}

/* ---- The axis along the bottom ---- */

static double
place_ticks_below (TerChartMaker *self, double y)
{
  TerChartLayout *layout = self->layout;
  double height = 0;

  for (guint i = 0; i < layout->ticks[TER_AXIS_X]->len; i++)
    {
      TerTick *tick = &g_array_index (layout->ticks[TER_AXIS_X], TerTick, i);

      tick->label.x = get_label_x (self, tick);
      tick->label.y = y;
      height = MAX (height, tick->label.height);
    }
  return height;
}

static void
lay_out_x (TerChartMaker *self, TerScale *scale)
{
  TerChartLayout *layout = self->layout;
  TerRect *title = &layout->title_labels[TER_AXIS_X];
  double margin = self->line, y;

  layout->plot.width = MAX (layout->width - layout->plot.x - margin, 1);
  scale->range[0] = layout->plot.x;
  scale->range[1] = layout->plot.x + layout->plot.width;
  y = layout->plot.y + layout->plot.height + TER_SPACE;
  if (ter_figure_get_n_names (self->figure, TER_AXIS_X) > 0)
    y += ter_chart_layout_put_names (self, y);
  else if (ter_figure_has_axis (self->figure, TER_AXIS_X))
    {
      make_ticks (self, TER_AXIS_X, scale);
      y += place_ticks_below (self, y);
    }
  layout->titles[TER_AXIS_X] = ter_figure_dup_axis_title (self->figure, TER_AXIS_X);
  ter_chart_layout_measure (self, layout->titles[TER_AXIS_X], TER_CHART_LABEL, layout->width, &title->width, &title->height);
  title->x = MAX (layout->plot.x + layout->plot.width - title->width, 0);
  title->y = y + 2;
  layout->height = title->y + title->height;
}

/* ---- Marks ---- */

double
ter_plot_layout_map (TerChartMaker *self, TerAxis axis, double value)
{
  if (ter_figure_get_n_names (self->figure, axis) > 0)
    return g_array_index (self->layout->ticks[axis], TerTick, (guint) value).position;
  return ter_scale_map (&self->scales[axis], value);
}

void
ter_plot_layout_hide (TerChartMaker *self, TerChartMark *mark)
{
  mark->drawn = FALSE;
  mark->rect = (TerRect) { mark->x - mark->radius, self->layout->plot.y, mark->radius * 2, self->layout->plot.height };
}

void
ter_plot_layout_place (TerChartMaker *self, const TerDatum *datum, TerChartMark *mark, double y)
{
  TerRect *plot = &self->layout->plot;

  mark->drawn = !isnan (y);
  mark->x = ter_plot_layout_map (self, TER_AXIS_X, datum->x);
  mark->y = mark->foot = plot->y + plot->height;
  if (!mark->drawn)
    {
      ter_plot_layout_hide (self, mark);
      return;
    }
  mark->y = mark->foot = ter_plot_layout_map (self, TER_AXIS_Y, y);
  mark->rect = (TerRect) { mark->x - mark->radius, mark->y - mark->radius, mark->radius * 2, mark->radius * 2 };
}

void
ter_plot_layout_lay_out (TerChartMaker *self, double radius, TerPlotPlace place)
{
  for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
    self->scales[axis] = ter_figure_get_scale (self->figure, axis);
  lay_out_y (self, &self->scales[TER_AXIS_Y]);
  lay_out_x (self, &self->scales[TER_AXIS_X]);
  for (guint i = 0; i < self->n; i++)
    {
      TerChartMark *mark = ter_chart_layout_get_mark (self, i);

      mark->radius = self->line * radius;
      place (self, ter_chart_layout_get_datum (self, i), mark);
    }
}
