/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart-layout-private.h"

#include <math.h>

#include "ter-number.h"

/* A table of colours: names along the top and at the side, a cell where two of them meet. */
#define CELL_HEIGHT 1.9 /* in heights of a line of text */
#define WIDEST_CELL 9.0

static double
place_rows (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  double widest = 0;

  for (guint i = 0; i < ter_figure_get_n_names (self->figure, TER_AXIS_Y); i++)
    {
      TerTick tick = { .value = i, .text = g_strdup (ter_figure_get_name (self->figure, TER_AXIS_Y, i)) };

      ter_chart_measure (self, tick.text, TER_CHART_LABEL, layout->width * TER_NAME_PART, &tick.label.width, &tick.label.height);
      widest = MAX (widest, tick.label.width);
      g_array_append_val (layout->ticks[TER_AXIS_Y], tick);
    }
  return widest;
}

/* The numbers alone: the legend tells a long unit. */
static char *
dup_cell_text (TerChartMaker *self, double value)
{
  const char *unit = ter_figure_get_value_unit (self->figure);
  int decimals = ter_figure_get_value_decimals (self->figure);

  if (isnan (value))
    return g_strdup ("–");
  return g_strcmp0 (unit, "%") == 0 ? ter_number_format_unit (value, decimals, unit) : ter_number_format (value, decimals);
}

static void
place_cell (TerChartMaker *self, guint index, double step)
{
  const TerDatum *datum = ter_chart_get_datum (self, index);
  TerChartMark *mark = ter_chart_get_mark (self, index);
  const TerTick *row = &g_array_index (self->layout->ticks[TER_AXIS_Y], TerTick, (guint) datum->y);
  double height = MAX (self->line * CELL_HEIGHT, row->label.height + TER_TIGHT);
  TerRect *label = &mark->label;

  mark->drawn = !isnan (datum->value);
  mark->rect = (TerRect) { self->layout->plot.x + step * datum->x, row->position - height / 2, step, height };
  mark->x = mark->rect.x + step / 2;
  mark->y = row->position;
  mark->text = dup_cell_text (self, datum->value);
  ter_chart_measure (self, mark->text, TER_CHART_VALUE, 0, &label->width, &label->height);
  label->x = mark->x - label->width / 2;
  label->y = mark->y - label->height / 2;
  if (label->width + TER_TIGHT > step)
    label->width = 0;
}

void
ter_chart_lay_out_rect (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  guint n = ter_figure_get_n_names (self->figure, TER_AXIS_X);
  double column = place_rows (self), step, y;

  for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
    layout->titles[axis] = ter_figure_dup_axis_title (self->figure, axis);
  /* Both titles on one line where there is room: that of the rows above them, that of the columns above those. */
  ter_chart_measure (self, layout->titles[TER_AXIS_Y], TER_CHART_LABEL, layout->width * TER_NAME_PART,
                     &layout->title_labels[TER_AXIS_Y].width, &layout->title_labels[TER_AXIS_Y].height);
  column = MAX (column, layout->title_labels[TER_AXIS_Y].width);
  layout->plot.x = column + TER_SPACE;
  layout->plot.width = MAX (layout->width - layout->plot.x, 1);
  step = MIN (layout->plot.width / MAX (n, 1), self->line * WIDEST_CELL);
  layout->plot.width = step * n;
  layout->title_labels[TER_AXIS_X].x = layout->plot.x;
  ter_chart_measure (self, layout->titles[TER_AXIS_X], TER_CHART_LABEL, MAX (layout->width - layout->plot.x, 1),
                     &layout->title_labels[TER_AXIS_X].width, &layout->title_labels[TER_AXIS_X].height);
  y = layout->title_labels[TER_AXIS_X].height + TER_TIGHT;
  y += ter_chart_place_names (self, y) + TER_TIGHT;
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
  for (guint i = 0; i < self->n; i++)
    place_cell (self, i, step);
}
