/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"

static void
paint (const TerPaintJob *job)
{
  ter_paint_axes_draw_grid (job, TRUE);
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i);
      double more = (int) i == job->chart->hovered ? 1 : 0;
      const TerPath path = {
        .rect = { mark->rect.x - more, mark->rect.y - more, mark->rect.width + 2 * more, mark->rect.height + 2 * more }, .radius = 1
      };

      if (mark->drawn)
        ter_series_look_fill (ter_painter_get_look (job, i), job->canvas, &path);
    }
}

const TerPainter ter_paint_tick = {
  .mark = TER_MARK_TICK, .paint = paint, .paint_texts = ter_paint_axes_draw_texts, .paint_cursor = ter_painter_draw_round_ring
};
