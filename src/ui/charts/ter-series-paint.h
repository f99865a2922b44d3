/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure.h"

G_BEGIN_DECLS

/* How a series looks, in charts and in the legend: a colour; a pattern, dashes and a marker that tell it apart without the colour;
 * an outline when the colour alone would be lost on the background. */
typedef struct
{
  GdkRGBA color;
  GdkRGBA ink;   /* for texts on it and for its pattern */
  guint pattern; /* 0: plain */
  gboolean outlined;
  gboolean strong; /* high contrast: patterns and outlines in full */
} TerSeriesPaint;

void ter_series_paint_init (TerSeriesPaint *self, TerFigure *figure, guint series);
void ter_series_paint_snapshot (const TerSeriesPaint *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius,
                                const GdkRGBA *foreground);
/* The same for any form: a part of a ring, an area. */
void ter_series_paint_fill (const TerSeriesPaint *self, GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *foreground);
/* A line with the series' dashes. */
void ter_series_paint_line (const TerSeriesPaint *self, GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *foreground);
/* The series' marker: a disc, a square, a triangle, a diamond … of an area like that of a disc of @radius. */
void ter_series_paint_marker (const TerSeriesPaint *self, GtkSnapshot *snapshot, double x, double y, double radius,
                              const GdkRGBA *foreground);

G_END_DECLS
