/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"
#include "ter-paint-line.h"

static void
paint (const TerPaintJob *job)
{
  gboolean sized = ter_figure_get_largest_size (job->chart->figure) > 0;

  ter_paint_axes_draw_grid (job, TRUE);
  /* Large ones would hide small ones. */
  if (sized)
    ter_canvas_group (job->canvas, 0, 0, 1, 0.8);
  ter_paint_line_draw_markers (job, TRUE);
  if (sized)
    ter_canvas_pop (job->canvas);
}

static void
sample (const TerSeriesLook *look, TerCanvas *canvas, TerFigure *figure, double width, double height)
{
  ter_series_look_mark (look, canvas, width / 2, height / 2, 5);
}

const TerPainter ter_paint_point = {
  .mark = TER_MARK_POINT,
  .paint = paint,
  .paint_texts = ter_paint_axes_draw_texts,
  .paint_cursor = ter_painter_draw_round_ring,
  .sample = sample,
};
