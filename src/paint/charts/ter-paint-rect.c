/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"

#define RADIUS 2.0

static double
get_part (const TerPaintJob *job, guint index)
{
  double from, to;

  ter_figure_get_domain (job->chart->figure, &from, &to);
  return to > from ? (ter_painter_get_datum (job, index)->value - from) / (to - from) : 1;
}

static void
draw_cell (const TerPaintJob *job, guint index)
{
  const TerPaintStyle *style = job->chart->style;
  const TerChartMark *mark = ter_painter_get_mark (job, index);
  const TerRect rect = { mark->rect.x + 1, mark->rect.y + 1, MAX (mark->rect.width - 2, 1), MAX (mark->rect.height - 2, 1) };
  TerColor color = ter_paint_style_get_heat (style, get_part (job, index));
  TerColor edge = ter_color_fade (&style->text, mark->drawn ? 1 : 0.35);

  if (mark->drawn)
    ter_canvas_fill_rect (job->canvas, rect.x, rect.y, rect.width, rect.height, &color);
  if (!mark->drawn || style->high_contrast)
    ter_canvas_frame (job->canvas, &rect, RADIUS, 1, &edge);
  if ((int) index == job->chart->hovered)
    ter_canvas_frame (job->canvas, &rect, RADIUS, 2, &style->text);
}

static void
paint (const TerPaintJob *job)
{
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    if (!ter_painter_get_mark (job, i)->guide)
      draw_cell (job, i);
}

static void
paint_texts (const TerPaintJob *job)
{
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i);
      TerColor color = mark->drawn ? ter_paint_style_get_heat (job->chart->style, get_part (job, i)) : job->chart->style->card;
      TerColor ink = ter_color_get_ink (&color);

      ter_painter_draw_above_guides (job, mark->text, TER_CHART_VALUE, &mark->label, mark->drawn ? &ink : &job->chart->style->text,
                                     &color);
    }
  ter_paint_axes_draw_texts (job);
}

static void
paint_cursor (const TerPaintJob *job, guint mark)
{
  ter_painter_draw_ring (job, mark, 1, 3);
}

const TerPainter ter_paint_rect = {
  .mark = TER_MARK_RECT, .paint = paint, .paint_texts = paint_texts, .paint_cursor = paint_cursor
};
