/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ter-painter.h"

#define FULL (2 * G_PI - 1e-6)

static void
make_part (const TerPaintJob *job, guint index, TerPath *path)
{
  const TerChartLayout *layout = job->chart->layout;
  const TerChartMark *mark = ter_painter_get_mark (job, index);
  double half = layout->plot.width / 2, radius = half - 1;
  double x = layout->plot.x + half, y = layout->plot.y + half;

  if (mark->to - mark->from >= FULL)
    {
      ter_path_circle (path, x, y, radius);
      if (layout->hole > 0)
        ter_path_circle (path, x, y, layout->hole);
      return;
    }
  ter_path_move (path, x + layout->hole * sin (mark->from), y - layout->hole * cos (mark->from));
  ter_path_arc (path, x, y, radius, mark->from, mark->to);
  ter_path_line (path, x + layout->hole * sin (mark->to), y - layout->hole * cos (mark->to));
  if (layout->hole > 0)
    ter_path_arc (path, x, y, layout->hole, mark->to, mark->from);
  ter_path_close (path);
}

static void
draw_part (const TerPaintJob *job, guint index)
{
  const TerChartMark *mark = ter_painter_get_mark (job, index);
  const TerSeriesLook *look = ter_painter_get_look (job, index);
  const TerPen gap = { .width = 1.5 };
  g_auto (TerPath) path = TER_PATH_INIT;

  make_part (job, index, &path);
  ter_series_look_fill (look, job->canvas, &path);
  /* A fine gap of the card's colour tells neighbours apart. */
  if (!look->strong)
    ter_canvas_stroke (job->canvas, &path, &gap, &job->chart->style->card);
  if ((int) index == job->chart->hovered)
    ter_painter_shade (job, &path);
  ter_painter_draw_value (job, look, mark->text, &mark->label);
}

static void
paint (const TerPaintJob *job)
{
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    if (ter_painter_get_mark (job, i)->drawn)
      draw_part (job, i);
}

static void
paint_cursor (const TerPaintJob *job, guint mark)
{
  const TerPen pen = { .width = 3.5 };
  g_auto (TerPath) path = TER_PATH_INIT;

  if (!ter_painter_get_mark (job, mark)->drawn)
    {
      ter_painter_draw_round_ring (job, mark);
      return;
    }
  make_part (job, mark, &path);
  ter_canvas_stroke (job->canvas, &path, &pen, &job->chart->style->text);
}

const TerPainter ter_paint_arc = { .mark = TER_MARK_ARC, .paint = paint, .paint_cursor = paint_cursor };
