/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-figure.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* How a series looks, in charts and in the legend: a colour; a pattern, dashes and a marker that tell it apart without the colour;
 * an outline when the colour alone would be lost on the background. A plain value. */
typedef struct
{
  TerColor color;
  TerColor ink;    /* for texts on it and for its pattern */
  TerColor border; /* of its outline */
  guint pattern;   /* 0: plain */
  gboolean outlined;
  gboolean strong; /* high contrast: patterns and outlines in full */
} TerSeriesLook;

/* How many series look each otherwise: each colour with each pattern. */
#define TER_SERIES_LOOKS 36u

/* @series: from the first to TER_SERIES_LOOKS - 1 no two are alike, unless the author has chosen their colours */
TerSeriesLook ter_series_look_new (const TerPaintStyle *style, TerFigure *figure, guint series);
/* Any form: a bar, a part of a ring, an area. */
void ter_series_look_fill (const TerSeriesLook *self, TerCanvas *canvas, const TerPath *path);
/* A line with the series' dashes. */
void ter_series_look_stroke (const TerSeriesLook *self, TerCanvas *canvas, const TerPath *path);
/* The series' marker: a disc, a square, a triangle, a diamond … of an area like that of a disc of @radius. */
void ter_series_look_mark (const TerSeriesLook *self, TerCanvas *canvas, double x, double y, double radius);

G_END_DECLS
