/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"

#define RADIUS 2.0

static void
draw_cell (const TerPaintJob *job, guint index, double part)
{
  const TerPaintStyle *style = job->chart->style;
  const TerChartMark *mark = ter_painter_get_mark (job, index);
  const TerRect rect = { mark->rect.x + 1, mark->rect.y + 1, MAX (mark->rect.width - 2, 1), MAX (mark->rect.height - 2, 1) };
  TerColor color = ter_paint_style_get_heat (style, part), ink = ter_color_get_ink (&color);
  TerColor edge = ter_color_fade (&style->text, mark->drawn ? 1 : 0.35);

  if (mark->drawn)
    ter_canvas_fill_rect (job->canvas, rect.x, rect.y, rect.width, rect.height, &color);
  if (!mark->drawn || style->high_contrast)
    ter_canvas_frame (job->canvas, &rect, RADIUS, 1, &edge);
  if ((int) index == job->chart->hovered)
    ter_canvas_frame (job->canvas, &rect, RADIUS, 2, &style->text);
  ter_painter_draw_text (job, mark->text, TER_CHART_VALUE, &mark->label, mark->drawn ? &ink : &style->text);
}

static void
paint (const TerPaintJob *job)
{
  double from, to;

  ter_figure_get_domain (job->chart->figure, &from, &to);
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    if (!ter_painter_get_mark (job, i)->guide)
      draw_cell (job, i, to > from ? (ter_painter_get_datum (job, i)->value - from) / (to - from) : 1);
  ter_paint_axes_draw_texts (job);
}

static void
paint_cursor (const TerPaintJob *job, guint mark)
{
  ter_painter_draw_ring (job, mark, 1, 3);
}

const TerPainter ter_paint_rect = { .mark = TER_MARK_RECT, .paint = paint, .paint_cursor = paint_cursor };
