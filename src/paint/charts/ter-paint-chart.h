/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-paint-style.h"
#include "ter-paint-texts.h"

G_BEGIN_DECLS

/* A panel of a figure as it is painted: where all is (of core), how it looks, and what is under the pointer and the keyboard. A plain
 * value, that lends all of it. */
typedef struct
{
  TerFigure *figure;
  guint facet;
  const TerChartLayout *layout; /* of that panel */
  const TerPaintStyle *style;
  TerPaintTexts *texts;
  /* Of the layout's marks; -1: none. */
  int hovered;
  int cursor;
  int own; /* the reader's own territory */
} TerPaintChart;

/* Paints the panel, its left top in that of @canvas. */
void ter_paint_chart_draw (const TerPaintChart *self, TerCanvas *canvas);

G_END_DECLS
