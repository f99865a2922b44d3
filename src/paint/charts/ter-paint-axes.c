/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"

#include <math.h>

#define STROKE 5.0 /* a short one tells which day or number a text below stands for */

static const TerTick *
get_tick (const TerChartLayout *layout, TerAxis axis, guint tick)
{
  return &g_array_index (layout->ticks[axis], TerTick, tick);
}

void
ter_paint_axes_draw_grid (const TerPaintJob *job, gboolean down)
{
  const TerChartLayout *layout = job->chart->layout;
  const TerPaintStyle *style = job->chart->style;
  const TerRect *plot = &layout->plot;
  gboolean names = ter_figure_get_n_names (job->chart->figure, TER_AXIS_Y) > 0;

  for (guint i = 0; i < layout->ticks[TER_AXIS_Y]->len; i++)
    {
      const TerTick *tick = get_tick (layout, TER_AXIS_Y, i);

      ter_canvas_fill_rect (job->canvas, plot->x, floor (tick->position), plot->width, 1,
                            tick->value == 0 && !names ? &style->zero : &style->grid);
    }
  for (guint i = 0; i < layout->ticks[TER_AXIS_X]->len && down; i++)
    ter_canvas_fill_rect (job->canvas, floor (get_tick (layout, TER_AXIS_X, i)->position), plot->y, 1, plot->height, &style->grid);
  for (guint i = 0; i < layout->ticks[TER_AXIS_X]->len; i++)
    {
      const TerTick *tick = get_tick (layout, TER_AXIS_X, i);

      if (tick->label.width > 0)
        ter_canvas_fill_rect (job->canvas, floor (tick->position), plot->y + plot->height, 1, STROKE, &style->zero);
    }
  ter_canvas_fill_rect (job->canvas, plot->x, floor (plot->y + plot->height), plot->width, 1, &style->zero);
}

void
ter_paint_axes_draw_texts (const TerPaintJob *job)
{
  const TerChartLayout *layout = job->chart->layout;
  const TerPaintStyle *style = job->chart->style;

  for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
    {
      gboolean names = ter_figure_get_n_names (job->chart->figure, axis) > 0;
      TerChartText kind = !names ? TER_CHART_TICK : axis == TER_AXIS_X ? TER_CHART_NAME : TER_CHART_LABEL;

      for (guint i = 0; i < layout->ticks[axis]->len; i++)
        ter_painter_draw_text (job, get_tick (layout, axis, i)->text, kind, &get_tick (layout, axis, i)->label,
                               names ? &style->text : &style->dim);
      ter_painter_draw_text (job, layout->titles[axis], TER_CHART_LABEL, &layout->title_labels[axis], &style->dim);
    }
}
