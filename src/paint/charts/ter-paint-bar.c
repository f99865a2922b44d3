/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bar-layout.h"
#include "ter-painter.h"

#include <math.h>

#define RADIUS 3.0
#define BETWEEN 0.75 /* half of what parts two that stand on one another */

static void
draw_line (const TerPaintJob *job, double position, const TerColor *color)
{
  const TerBarLayout *bars = job->chart->layout->bars;
  double at = floor (position);

  for (guint i = 0; i < bars->bands->len; i++)
    {
      const TerRect *grid = &g_array_index (bars->bands, TerBand, i).grid;

      if (bars->horizontal)
        ter_canvas_fill_rect (job->canvas, at, grid->y, 1, grid->height, color);
      else
        ter_canvas_fill_rect (job->canvas, grid->x, at, grid->width, 1, color);
    }
}

static void
draw_axis (const TerPaintJob *job)
{
  const TerBarLayout *bars = job->chart->layout->bars;
  const TerPaintStyle *style = job->chart->style;

  for (guint i = 0; i < bars->ticks->len; i++)
    {
      const TerTick *tick = &g_array_index (bars->ticks, TerTick, i);

      draw_line (job, tick->position, &style->grid);
      ter_painter_draw_text (job, tick->text, TER_CHART_TICK, &tick->label, &style->dim);
    }
  ter_painter_draw_text (job, bars->axis_title, TER_CHART_TICK, &bars->axis_label, &style->dim);
}

static void
draw_bar (const TerPaintJob *job, guint index)
{
  const TerBarLayout *bars = job->chart->layout->bars;
  const TerBarBox *box = &g_array_index (bars->boxes, TerBarBox, index);
  const TerSeriesLook *look = ter_painter_get_look (job, index);
  gboolean stacked = ter_figure_get_stack (job->chart->figure) != TER_STACK_NONE;
  double in_x = stacked && bars->horizontal ? BETWEEN : 0, in_y = stacked && !bars->horizontal ? BETWEEN : 0;
  const TerPath path = { .rect = { box->rect.x + in_x, box->rect.y + in_y, MAX (box->rect.width - 2 * in_x, 0),
                                   MAX (box->rect.height - 2 * in_y, 0) },
                         .radius = stacked ? 1 : RADIUS };

  if (box->text == NULL)
    return;
  ter_series_look_fill (look, job->canvas, &path);
  if ((int) index == job->chart->hovered)
    ter_painter_shade (job, &path);
}

static void
draw_value (const TerPaintJob *job, guint index)
{
  const TerBarBox *box = &g_array_index (job->chart->layout->bars->boxes, TerBarBox, index);
  const TerPaintStyle *style = job->chart->style;

  if (box->text != NULL && box->inside)
    ter_painter_draw_value (job, ter_painter_get_look (job, index), box->text, &box->label);
  else if (box->text != NULL)
    ter_painter_draw_above_guides (job, box->text, TER_CHART_VALUE, &box->label, &style->text, &style->card);
}

static void
paint (const TerPaintJob *job)
{
  const TerBarLayout *bars = job->chart->layout->bars;

  draw_axis (job);
  for (guint i = 0; i < bars->boxes->len; i++)
    draw_bar (job, i);
  draw_line (job, bars->zero, &job->chart->style->zero);
}

static void
paint_texts (const TerPaintJob *job)
{
  const TerBarLayout *bars = job->chart->layout->bars;
  TerChartText kind = bars->horizontal ? TER_CHART_LABEL : TER_CHART_NAME;

  for (guint i = 0; i < bars->boxes->len; i++)
    draw_value (job, i);
  for (guint i = 0; i < bars->bands->len; i++)
    ter_painter_draw_above_guides (job, ter_figure_get_category (job->chart->figure, i), kind,
                                   &g_array_index (bars->bands, TerBand, i).label, &job->chart->style->text,
                                   &job->chart->style->card);
}

const TerPainter ter_paint_bar = { .mark = TER_MARK_BAR, .paint = paint, .paint_texts = paint_texts };
