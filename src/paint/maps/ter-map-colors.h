/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-map-raster.h"
#include "ter-map-scale.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* The colours of a map. */

TerColor ter_map_colors_get_class (const TerPaintStyle *style, const TerMapScale *scale, guint index);
/* @edges: how strong borders are, 0 to 1; so below. */
void ter_map_colors_get (const TerPaintStyle *style, const TerMapScale *scale, guint index, double edges, TerColor *fill,
                         TerColor *border);
/* Where there is no data: the lines of the hatching. */
void ter_map_colors_get_hatched (const TerPaintStyle *style, double edges, TerColor *line, TerColor *border);
/* Of squares of territory numbers. */
void
ter_map_colors_fill_ink (const TerPaintStyle *style, TerMapInk *ink, const TerMapScale *scale, const double *values, double edges);

G_END_DECLS
