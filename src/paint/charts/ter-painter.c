/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-painter.h"

#define NEAR 3.0 /* what a text that stands on a ground has of it on both sides */

extern const TerPainter ter_paint_arc, ter_paint_area, ter_paint_bar, ter_paint_line, ter_paint_point, ter_paint_rect,
  ter_paint_rule, ter_paint_tick;

/* All there are. */
static const TerPainter *const painters[] = {
  &ter_paint_bar, &ter_paint_line, &ter_paint_area, &ter_paint_point,
  &ter_paint_arc, &ter_paint_rect, &ter_paint_tick, &ter_paint_rule,
};

const TerPainter *
ter_painter_find (TerMark mark)
{
  for (guint i = 0; i < G_N_ELEMENTS (painters); i++)
    if (painters[i]->mark == mark)
      return painters[i];
  return NULL;
}

const TerDatum *
ter_painter_get_datum (const TerPaintJob *job, guint mark)
{
  return ter_figure_get_datum (job->chart->figure, job->first + mark);
}

const TerChartMark *
ter_painter_get_mark (const TerPaintJob *job, guint mark)
{
  return &g_array_index (job->chart->layout->marks, TerChartMark, mark);
}

const TerSeriesLook *
ter_painter_get_look (const TerPaintJob *job, guint mark)
{
  return &job->looks[MIN (ter_painter_get_datum (job, mark)->series, job->n_looks - 1)];
}

void
ter_painter_draw_text (const TerPaintJob *job, const char *text, TerChartText kind, const TerRect *rect, const TerColor *color)
{
  ter_paint_texts_draw (job->chart->texts, job->canvas, text, kind, rect, color);
}

/* Whether a line across the chart runs through @rect. They are the last of the marks. */
static gboolean
is_crossed (const TerPaintJob *job, const TerRect *rect)
{
  for (guint i = job->chart->layout->marks->len; i > 0 && ter_painter_get_mark (job, i - 1)->guide; i--)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i - 1);

      if (MIN (mark->rect.width, mark->rect.height) < 1 && mark->rect.x <= rect->x + rect->width + NEAR &&
          rect->x - NEAR <= mark->rect.x + mark->rect.width && mark->rect.y <= rect->y + rect->height &&
          rect->y <= mark->rect.y + mark->rect.height)
        return TRUE;
    }
  return FALSE;
}

void
ter_painter_draw_above_guides (const TerPaintJob *job, const char *text, TerChartText kind, const TerRect *rect,
                               const TerColor *color, const TerColor *ground)
{
  if (rect->width > 0 && is_crossed (job, rect))
    ter_canvas_fill_rect (job->canvas, rect->x - NEAR, rect->y, rect->width + 2 * NEAR, rect->height, ground);
  ter_painter_draw_text (job, text, kind, rect, color);
}

void
ter_painter_draw_value (const TerPaintJob *job, const TerSeriesLook *look, const char *text, const TerRect *rect)
{
  if (rect->width > 0 && (look->pattern != 0 || is_crossed (job, rect)))
    ter_canvas_fill_rect (job->canvas, rect->x - NEAR, rect->y, rect->width + 2 * NEAR, rect->height, &look->color);
  ter_painter_draw_text (job, text, TER_CHART_VALUE, rect, &look->ink);
}

void
ter_painter_shade (const TerPaintJob *job, const TerPath *path)
{
  TerColor over = ter_color_fade (&job->chart->style->text, 0.18);

  ter_canvas_fill (job->canvas, path, &over);
}

void
ter_painter_draw_ring (const TerPaintJob *job, guint mark, double gap, double radius)
{
  const TerRect *rect = &ter_painter_get_mark (job, mark)->rect;

  ter_canvas_frame (job->canvas, &(TerRect) { rect->x - gap, rect->y - gap, rect->width + 2 * gap, rect->height + 2 * gap }, radius,
                    2.5, &job->chart->style->text);
}

void
ter_painter_draw_round_ring (const TerPaintJob *job, guint mark)
{
  const TerRect *rect = &ter_painter_get_mark (job, mark)->rect;

  ter_painter_draw_ring (job, mark, 4, MIN (rect->width, rect->height) / 2 + 4);
}
