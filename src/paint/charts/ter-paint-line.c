/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-line.h"

#include "ter-paint-axes.h"

gboolean
ter_paint_line_goes_on (const TerPaintJob *job, guint mark)
{
  return mark > 0 && mark < job->chart->layout->marks->len && ter_painter_get_mark (job, mark)->drawn &&
         ter_painter_get_mark (job, mark - 1)->drawn &&
         ter_painter_get_datum (job, mark)->series == ter_painter_get_datum (job, mark - 1)->series;
}

void
ter_paint_line_draw_markers (const TerPaintJob *job, gboolean all)
{
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i);
      gboolean hovered = (int) i == job->chart->hovered;
      /* A point that no line leads to or from would not be seen. */
      gboolean alone = !ter_paint_line_goes_on (job, i) && !ter_paint_line_goes_on (job, i + 1);

      if (mark->drawn && (all || hovered || alone))
        ter_series_look_mark (ter_painter_get_look (job, i), job->canvas, mark->x, mark->y, mark->radius * (hovered ? 1.4 : 1));
    }
}

static void
draw_series (const TerPaintJob *job, guint from, guint to)
{
  g_auto (TerPath) path = TER_PATH_INIT;

  for (guint i = from; i < to; i++)
    {
      const TerChartMark *mark = ter_painter_get_mark (job, i);

      if (mark->drawn)
        (i > from && ter_paint_line_goes_on (job, i) ? ter_path_line : ter_path_move) (&path, mark->x, mark->y);
    }
  if (path.parts != NULL)
    ter_series_look_stroke (ter_painter_get_look (job, from), job->canvas, &path);
}

/* The end of a run of marks of one series. */
static guint
find_end (const TerPaintJob *job, guint from)
{
  guint end = from + 1;

  while (end < job->chart->layout->marks->len &&
         ter_painter_get_datum (job, end)->series == ter_painter_get_datum (job, from)->series)
    end++;
  return end;
}

static void
paint (const TerPaintJob *job)
{
  ter_paint_axes_draw_grid (job, FALSE);
  for (guint from = 0; from < job->chart->layout->marks->len; from = find_end (job, from))
    draw_series (job, from, find_end (job, from));
  ter_paint_line_draw_markers (job, ter_figure_has_points (job->chart->figure));
}

static void
sample (const TerSeriesLook *look, TerCanvas *canvas, TerFigure *figure, double width, double height)
{
  g_auto (TerPath) path = TER_PATH_INIT;

  ter_path_move (&path, 0, height / 2);
  ter_path_line (&path, width, height / 2);
  ter_series_look_stroke (look, canvas, &path);
  if (ter_figure_has_points (figure))
    ter_series_look_mark (look, canvas, width / 2, height / 2, 5);
}

const TerPainter ter_paint_line = {
  .mark = TER_MARK_LINE,
  .paint = paint,
  .paint_texts = ter_paint_axes_draw_texts,
  .paint_cursor = ter_painter_draw_round_ring,
  .sample = sample,
};
