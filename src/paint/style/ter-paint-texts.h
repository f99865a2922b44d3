/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* The texts of a chart, laid out once for what measures and for what paints them. In one thread at a time. */
typedef struct _TerPaintTexts TerPaintTexts;

/* @context: (transfer none): of the letters */
TerPaintTexts *ter_paint_texts_new (PangoContext *context);
void ter_paint_texts_free (TerPaintTexts *self);
/* (transfer none): for as long as @self is there. @max_width: 0: as wide as it likes */
PangoLayout *ter_paint_texts_get (TerPaintTexts *self, const char *text, TerChartText kind, double max_width);
/* (transfer full): @size times as large as the others, and not kept. */
PangoLayout *ter_paint_texts_create (TerPaintTexts *self, const char *text, double size, PangoWeight weight);
/* A TerMeasureText. */
void ter_paint_texts_measure (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer self);
/* Where the layout of the chart has put it; nothing where that is without width. @text: nullable */
void ter_paint_texts_draw (TerPaintTexts *self, TerCanvas *canvas, const char *text, TerChartText kind, const TerRect *rect,
                           const TerColor *color);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPaintTexts, ter_paint_texts_free)

G_END_DECLS
