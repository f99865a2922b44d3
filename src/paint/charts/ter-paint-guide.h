/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* A line or a band across a chart, and its sample in the legend: a line is dashed, unlike an axis; a band is a tint between two edges. */
void
ter_paint_guide_draw (const TerGuide *guide, TerCanvas *canvas, const TerPaintStyle *style, const TerRect *rect, gboolean hovered);

G_END_DECLS
