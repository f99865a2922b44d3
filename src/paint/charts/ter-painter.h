/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-paint-chart.h"
#include "ter-series-look.h"

G_BEGIN_DECLS

/* ---- What the painters of the marks share ---- */

/* A panel while it is painted. */
typedef struct
{
  const TerPaintChart *chart;
  TerCanvas *canvas;
  const TerSeriesLook *looks; /* one a series */
  guint n_looks;
  guint first; /* the panel's first datum */
} TerPaintJob;

/* A sample of a mark in a legend. @figure: whose series it is of */
typedef void (*TerPaintSample) (const TerSeriesLook *look, TerCanvas *canvas, TerFigure *figure, double width, double height);

/* A mark is painted by one of these, which stands in a file of its own. */
typedef struct
{
  TerMark mark;
  void (*paint) (const TerPaintJob *job);
  /* Nullable: what is written, above the lines across the chart. */
  void (*paint_texts) (const TerPaintJob *job);
  /* Around the mark under the keyboard's cursor; nullable: a frame around its rectangle. */
  void (*paint_cursor) (const TerPaintJob *job, guint mark);
  TerPaintSample sample; /* nullable: a filled rectangle */
} TerPainter;

/* (nullable): of the table of all there are, ter-painter.c; %NULL: it is no chart. */
const TerPainter *ter_painter_find (TerMark mark);

const TerDatum *ter_painter_get_datum (const TerPaintJob *job, guint mark);
const TerChartMark *ter_painter_get_mark (const TerPaintJob *job, guint mark);
const TerSeriesLook *ter_painter_get_look (const TerPaintJob *job, guint mark);
/* A text as the layout has it; @rect without width: none. */
void
ter_painter_draw_text (const TerPaintJob *job, const char *text, TerChartText kind, const TerRect *rect, const TerColor *color);
/* A text that a line or a band across the chart may run through: it stands on @ground there. */
void ter_painter_draw_above_guides (const TerPaintJob *job, const char *text, TerChartText kind, const TerRect *rect,
                                    const TerColor *color, const TerColor *ground);
/* A value on what has the series' colour: it stands on that colour alone, not on its pattern. */
void ter_painter_draw_value (const TerPaintJob *job, const TerSeriesLook *look, const char *text, const TerRect *rect);
/* What lies under the pointer is a little darker, or lighter. */
void ter_painter_shade (const TerPaintJob *job, const TerPath *path);
/* A frame @gap around the mark's rectangle. */
void ter_painter_draw_ring (const TerPaintJob *job, guint mark, double gap, double radius);

/* Of points, and of the points of lines: the round ring around a mark. */
void ter_painter_draw_round_ring (const TerPaintJob *job, guint mark);

G_END_DECLS
