/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* A line or a band across a chart, and its sample in the legend: a line is dashed, unlike an axis; a band is a tint between two edges.
 * @over: it lies over what has colours of its own: the card's colour is around a line, so that it is seen on light and on dark */
void ter_paint_guide_draw (const TerGuide *guide, TerCanvas *canvas, const TerPaintStyle *style, const TerRect *rect, gboolean over,
                           gboolean hovered);

G_END_DECLS
