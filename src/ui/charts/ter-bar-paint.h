/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure.h"

G_BEGIN_DECLS

/* How a series looks, in bars and in the legend: a colour, a pattern that tells it apart without the colour, an outline when
 * the colour alone would be lost on the background. */
typedef struct {
  GdkRGBA  color;
  GdkRGBA  ink;       /* for texts on it and for its pattern */
  guint    pattern;   /* 0: plain */
  gboolean outlined;
  gboolean strong;    /* high contrast: patterns and outlines in full */
} TerBarPaint;

void ter_bar_paint_init     (TerBarPaint *self, TerFigure *figure, guint series);
void ter_bar_paint_snapshot (const TerBarPaint *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius, const GdkRGBA *foreground);

G_END_DECLS
