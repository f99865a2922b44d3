/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-chart.h"

#include "ter-paint-guide.h"
#include "ter-painter.h"

/* As a map outlines it: a form, and not a colour alone. */
static void
draw_own (const TerPaintJob *job)
{
  int own = job->chart->own;

  if (own >= 0 && own < (int) job->chart->layout->n_walked)
    ter_painter_draw_ring (job, own, 1.5, 3.5);
}

static void
draw_cursor (const TerPaintJob *job, const TerPainter *painter)
{
  int cursor = job->chart->cursor;

  if (cursor < 0 || cursor >= (int) job->chart->layout->marks->len)
    return;
  if (painter->paint_cursor != NULL && ter_painter_get_datum (job, cursor)->guide == 0)
    painter->paint_cursor (job, cursor);
  else
    ter_painter_draw_ring (job, cursor, 4, 6);
}

/* The lines and bands across the chart that lie below, or above, what its mark draws. */
static void
draw_guides (const TerPaintJob *job, gboolean under)
{
  for (guint i = 0; i < job->chart->layout->marks->len; i++)
    {
      guint number = ter_painter_get_datum (job, i)->guide;
      const TerGuide *guide = number > 0 ? ter_figure_get_guide (job->chart->figure, number - 1) : NULL;

      if (guide != NULL && guide->under == under)
        ter_paint_guide_draw (guide, job->canvas, job->chart->style, &ter_painter_get_mark (job, i)->rect, !under,
                              (int) i == job->chart->hovered);
    }
}

void
ter_paint_chart_draw (const TerPaintChart *self, TerCanvas *canvas)
{
  const TerPainter *painter = ter_painter_find (ter_figure_get_mark (self->figure));
  guint n_looks = MAX (ter_figure_get_n_series (self->figure), 1), n;
  g_autofree TerSeriesLook *looks = g_new (TerSeriesLook, n_looks);
  TerPaintJob job = { self, canvas, looks, n_looks, 0 };

  g_return_if_fail (painter != NULL);

  ter_figure_get_facet_data (self->figure, self->facet, &job.first, &n);
  for (guint i = 0; i < n_looks; i++)
    looks[i] = ter_series_look_new (self->style, self->figure, i);
  draw_guides (&job, TRUE);
  painter->paint (&job);
  draw_guides (&job, FALSE);
  if (painter->paint_texts != NULL)
    painter->paint_texts (&job);
  draw_own (&job);
  draw_cursor (&job, painter);
}
