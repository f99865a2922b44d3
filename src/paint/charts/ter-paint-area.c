/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"
#include "ter-paint-line.h"

#define THROUGH 0.45 /* those behind one another are seen through one another */

/* A piece without a gap, from mark to mark. */
static void
draw_piece (const TerPaintJob *job, guint from, guint to)
{
  const TerSeriesLook *look = ter_painter_get_look (job, from);
  gboolean over = ter_figure_get_n_series (job->chart->figure) > 1 && ter_figure_get_stack (job->chart->figure) == TER_STACK_NONE;
  g_auto (TerPath) area = TER_PATH_INIT;
  g_auto (TerPath) edge = TER_PATH_INIT;

  ter_path_move (&area, ter_painter_get_mark (job, from)->x, ter_painter_get_mark (job, from)->foot);
  for (guint i = from; i < to; i++)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i);

      ter_path_line (&area, mark->x, mark->y);
      (i == from ? ter_path_move : ter_path_line) (&edge, mark->x, mark->y);
    }
  for (guint i = to; i > from; i--)
    ter_path_line (&area, ter_painter_get_mark (job, i - 1)->x, ter_painter_get_mark (job, i - 1)->foot);
  ter_path_close (&area);
  if (over)
    ter_canvas_group (job->canvas, 0, 0, 1, THROUGH);
  ter_series_look_fill (look, job->canvas, &area);
  if (!over)
    return;
  ter_canvas_pop (job->canvas);
  ter_series_look_stroke (look, job->canvas, &edge);
}

static void
paint (const TerPaintJob *job)
{
  guint from = 0;

  ter_paint_axes_draw_grid (job, FALSE);
  while (from < job->chart->layout->marks->len)
    {
      guint to = from + 1;

      while (ter_paint_line_goes_on (job, to))
        to++;
      if (ter_painter_get_mark (job, from)->drawn && to > from + 1)
        draw_piece (job, from, to);
      from = to;
    }
  ter_paint_line_draw_markers (job, ter_figure_has_points (job->chart->figure));
}

const TerPainter ter_paint_area = {
  .mark = TER_MARK_AREA, .paint = paint, .paint_texts = ter_paint_axes_draw_texts, .paint_cursor = ter_painter_draw_round_ring
};
