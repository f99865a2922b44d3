/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-mark-guide.h"
#include "ter-mark-plot.h"
#include "ter-number.h"

/* A table of colours: names along the top and at the side, a number's colour where two of them meet
 * (https://vega.github.io/vega-lite/docs/rect.html). With two ends on one axis: a band across the chart. */

#define CELL_HEIGHT 1.9 /* in heights of a line of text */
#define WIDEST_CELL 9.0

static char *
parse_cells (TerFigureSpec *self)
{
  char *problem = ter_figure_channels_require (self, TER_CHANNEL_X) ?: ter_figure_channels_require (self, TER_CHANNEL_Y) ?: ter_figure_channels_require (self, TER_CHANNEL_COLOR);

  if (problem == NULL && (self->channels[TER_CHANNEL_X].quantitative || self->channels[TER_CHANNEL_Y].quantitative))
    problem = g_strdup (_ ("rectangles between axes of numbers"));
  if (problem == NULL && !self->channels[TER_CHANNEL_COLOR].quantitative)
    problem = g_strdup (_ ("rectangles without a number for each"));
  self->value = &self->channels[TER_CHANNEL_COLOR];
  return problem;
}

static char *
parse (TerFigureSpec *self, JsonObject *mark)
{
  self->band = self->channels[TER_CHANNEL_X2].object != NULL || self->channels[TER_CHANNEL_Y2].object != NULL;
  if (!self->band)
    return parse_cells (self);
  /* From here on it is what a rule is, with two ends. */
  self->mark = TER_MARK_RULE;
  return ter_mark_guide_parse (self);
}

/* ---- Data ---- */

/* As one reads: line by line. */
static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const TerDatum *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  return (first->x > second->x) - (first->x < second->x);
}

static char *
arrange (TerFigure *self, GArray *data)
{
  g_array_sort (data, compare_cells);
  for (guint i = 1; i < data->len; i++)
    if (compare_cells (&g_array_index (data, TerDatum, i - 1), &g_array_index (data, TerDatum, i)) == 0)
      return g_strdup (_ ("several numbers in one place"));
  return NULL;
}

static void
show_columns (TerFigure *self)
{
  ter_figure_show_column (self, self->axes[TER_AXIS_Y].column);
  ter_figure_show_column (self, self->axes[TER_AXIS_X].column);
  ter_figure_show_column (self, self->value);
}

/* Of the colours: both axes have names. */
static char *
find_domains (TerFigure *self)
{
  double range[2] = { NAN, NAN };

  for (guint i = 0; i < self->data->len; i++)
    ter_mark_plot_widen (g_array_index (self->data, TerDatum, i).value, range);
  self->domain[0] = isnan (range[0]) ? 0 : range[0];
  self->domain[1] = isnan (range[1]) ? 1 : range[1];
  return isfinite (self->domain[1] - self->domain[0]) ? NULL : g_strdup (_ ("numbers that are too large"));
}

static char *
resolve_cells (TerFigure *self)
{
  TerMarkPlot plot = {
    .axes = TRUE,
    .find_columns = ter_mark_plot_require_numbers,
    .arrange = arrange,
    .show_columns = show_columns,
    .find_domains = find_domains,
  };

  return ter_mark_plot_resolve (self, &plot);
}

static char *
resolve (TerFigure *self)
{
  return self->parsed.band ? ter_mark_guide_resolve (self) : resolve_cells (self);
}

/* ---- Words ---- */

/* A name that is a number says of what: "Goal 8". */
static char *
dup_titled_place (TerFigure *self, const TerDatum *datum, TerAxis axis)
{
  TerFrameColumn *column = self->axes[axis].column;
  g_autofree char *place = ter_figure_dup_place (self, datum, axis);

  return column->type == TER_COLUMN_NUMBER ? g_strdup_printf ("%s %s", column->title, place) : g_steal_pointer (&place);
}

static char *
dup_name (TerFigure *self, const TerDatum *datum)
{
  g_autofree char *x = dup_titled_place (self, datum, TER_AXIS_X);
  g_autofree char *y = dup_titled_place (self, datum, TER_AXIS_Y);

  return ter_mark_join ((char *[]) { y, x }, 2);
}

static char *
dup_count (TerFigure *figure, guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u cell", "%u cells", n), n);
}

/* ---- Places ---- */

static double
place_rows (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  double widest = 0;

  for (guint i = 0; i < ter_figure_get_n_names (self->figure, TER_AXIS_Y); i++)
    {
      TerTick tick = { .value = i, .text = g_strdup (ter_figure_get_name (self->figure, TER_AXIS_Y, i)) };

      ter_chart_layout_measure (self, tick.text, TER_CHART_LABEL, layout->width * TER_NAME_PART, &tick.label.width,
                                &tick.label.height);
      widest = MAX (widest, tick.label.width);
      g_array_append_val (layout->ticks[TER_AXIS_Y], tick);
    }
  return widest;
}

/* "1,2 M": for cells that are too narrow for all digits. */
static char *
dup_short_number (double value)
{
  static const struct
  {
    double least;
    const char *unit;
  } units[] = {
    /* Translators: a number in thousands of millions, millions or thousands, as short as can be. */
    { 1e9, N_ ("%s bn") },
    { 1e6, N_ ("%s M") },
    { 1e3, N_ ("%s k") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    /* What would be rounded to 1000 of a unit is one of the next. */
    if (fabs (value) >= units[i].least * 0.9995)
      {
        double part = value / units[i].least;
        g_autofree char *number = ter_number_format (part, fabs (part) < 9.95 ? 1 : 0);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
        return g_strdup_printf (_ (units[i].unit), number);
#pragma GCC diagnostic pop
      }
  return ter_number_format (value, fabs (value) < 9.95 ? 1 : 0);
}

/* The numbers alone: the legend tells a long unit. */
static char *
dup_cell_text (TerChartMaker *self, double value, gboolean is_short)
{
  if (isnan (value))
    return g_strdup ("–");
  return is_short ? dup_short_number (value) : ter_figure_dup_value_number (self->figure, value);
}

/* Whether every cell has room for its number: all are written in one manner, or none is. */
static gboolean
numbers_fit (TerChartMaker *self, double step, gboolean is_short)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *text = dup_cell_text (self, ter_chart_layout_get_datum (self, i)->value, is_short);
      double width;

      ter_chart_layout_measure (self, text, TER_CHART_VALUE, 0, &width, NULL);
      if (width + TER_TIGHT > step)
        return FALSE;
    }
  return TRUE;
}

static void
place_cell (TerChartMaker *self, guint index, double step, gboolean is_short, gboolean fit)
{
  const TerDatum *datum = ter_chart_layout_get_datum (self, index);
  TerChartMark *mark = ter_chart_layout_get_mark (self, index);
  const TerTick *row = &g_array_index (self->layout->ticks[TER_AXIS_Y], TerTick, (guint) datum->y);
  double height = MAX (self->line * CELL_HEIGHT, row->label.height + TER_TIGHT);
  TerRect *label = &mark->label;

  mark->drawn = !isnan (datum->value);
  mark->rect = (TerRect) { self->layout->plot.x + step * datum->x, row->position - height / 2, step, height };
  mark->x = mark->rect.x + step / 2;
  mark->y = row->position;
  mark->text = dup_cell_text (self, datum->value, is_short);
  ter_chart_layout_measure (self, mark->text, TER_CHART_VALUE, 0, &label->width, &label->height);
  label->x = mark->x - label->width / 2;
  label->y = mark->y - label->height / 2;
  if (!fit)
    label->width = 0;
}

static void
lay_out (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  guint n = ter_figure_get_n_names (self->figure, TER_AXIS_X);
  double column = place_rows (self), step, y;
  gboolean is_short, fit;

  for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
    layout->titles[axis] = ter_figure_dup_axis_title (self->figure, axis);
  /* Both titles on one line where there is room: that of the rows above them, that of the columns above those. */
  ter_chart_layout_measure (self, layout->titles[TER_AXIS_Y], TER_CHART_LABEL, layout->width * TER_NAME_PART,
                            &layout->title_labels[TER_AXIS_Y].width, &layout->title_labels[TER_AXIS_Y].height);
  column = MAX (column, layout->title_labels[TER_AXIS_Y].width);
  layout->plot.x = column + TER_SPACE;
  layout->plot.width = MAX (layout->width - layout->plot.x, 1);
  step = MIN (layout->plot.width / MAX (n, 1), self->line * WIDEST_CELL);
  layout->plot.width = step * n;
  layout->title_labels[TER_AXIS_X].x = layout->plot.x;
  ter_chart_layout_measure (self, layout->titles[TER_AXIS_X], TER_CHART_LABEL, MAX (layout->width - layout->plot.x, 1),
                            &layout->title_labels[TER_AXIS_X].width, &layout->title_labels[TER_AXIS_X].height);
  y = layout->title_labels[TER_AXIS_X].height + TER_TIGHT;
  y += ter_chart_layout_put_names (self, y) + TER_TIGHT;
  y = MAX (y, layout->title_labels[TER_AXIS_Y].height + TER_TIGHT);
  layout->title_labels[TER_AXIS_Y].y = y - TER_TIGHT - layout->title_labels[TER_AXIS_Y].height;
  layout->plot.y = y;
  for (guint i = 0; i < layout->ticks[TER_AXIS_Y]->len; i++)
    {
      TerTick *tick = &g_array_index (layout->ticks[TER_AXIS_Y], TerTick, i);
      double height = MAX (self->line * CELL_HEIGHT, tick->label.height + TER_TIGHT);

      tick->position = y + height / 2;
      tick->label.x = column - tick->label.width;
      tick->label.y = tick->position - tick->label.height / 2;
      y += height;
    }
  layout->plot.height = y - layout->plot.y;
  layout->height = y;
  is_short = !numbers_fit (self, step, FALSE);
  fit = !is_short || numbers_fit (self, step, TRUE);
  for (guint i = 0; i < self->n; i++)
    place_cell (self, i, step, is_short, fit);
}

static int
hit (TerChartLayout *layout, double x, double y)
{
  return ter_chart_layout_find_rect (layout, x, y, 1);
}

const TerMarkType ter_mark_rect = {
  .mark = TER_MARK_RECT,
  .name = "rect",
  .channels = TER_MARK_CHANNEL (X2) | TER_MARK_CHANNEL (Y2),
  .traits = TER_MARK_DATUM | TER_MARK_GUIDE,
  .most = 2500,
  .too_many = N_ ("%u cells"),
  .parse = parse,
  .resolve = resolve,
  .dup_name = dup_name,
  .dup_count = dup_count,
  .lay_out = lay_out,
  .hit = hit,
};
