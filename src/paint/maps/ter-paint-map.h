/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-map-layout.h"
#include "ter-map-scale.h"
#include "ter-paint-style.h"
#include "ter-paint-texts.h"

G_BEGIN_DECLS

/* A map as it is painted: where all is (of core), its values, how it looks, and what is under the pointer and the keyboard. A plain value,
 * that lends all of it. */
typedef struct
{
  TerMapLayout *layout;
  const TerMapScale *scale;
  const double *values; /* one a feature */
  const TerPaintStyle *style;
  TerPaintTexts *texts;
  /* Of the outline's features; -1: none. */
  int hovered;
  int cursor;
  int own; /* the reader's own territory */
} TerPaintMap;

/* How strong borders are, 0 to 1: those of many small territories would cover them, they fade. */
double ter_paint_map_choose_edges (TerMapLayout *layout);
/* The whole of it. Territories are paths, that stay sharp at any size; a map of thousands of them is a picture. */
void ter_paint_map_draw (const TerPaintMap *self, TerCanvas *canvas);
/* What stands above the territories: boxes of insets, outlines, names. For who has painted the territories already. */
void ter_paint_map_draw_above (const TerPaintMap *self, TerCanvas *canvas);

/* ter-paint-map-labels.c */

/* The names of territories, where they fit. */
void ter_paint_map_labels_draw (const TerPaintMap *self, TerCanvas *canvas);
/* The box of an inset, with its name and its scale. */
void ter_paint_map_labels_draw_inset (const TerPaintMap *self, TerCanvas *canvas, guint panel);

G_END_DECLS
