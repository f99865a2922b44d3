/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-map-geometry.h"

G_BEGIN_DECLS

/* A frame of a map as squares that are drawn once: moving the map moves them, other colours are painted on the same numbers, and while
 * squares of another zoom are made the former ones are shown in their place. */
typedef struct _TerMapTiles TerMapTiles;

TerMapTiles *ter_map_tiles_new (TerMapGeometry *geometry, guint frame);
void ter_map_tiles_free (TerMapTiles *self);
/* Other colours from now on. @ink: (transfer none): until it is replaced */
void ter_map_tiles_set_ink (TerMapTiles *self, const TerMapInk *ink);
/**
 * ter_map_tiles_snapshot:
 * @transform: from the frame's plane to the widget
 * @area: the frame in the widget
 * @scale: device pixels in one of the widget
 * @budget: (inout): how many squares may be painted, one that is drawn counting as three; less those that were
 *
 * Returns: whether all is drawn; otherwise to be called again for the next frame
 */
gboolean ter_map_tiles_snapshot (TerMapTiles *self, GtkSnapshot *snapshot, const TerMapTransform *transform,
                                 const graphene_rect_t *area, int scale, guint *budget);
/* The feature at a place of the widget as it was last drawn; -1: none, -2: not drawn there. */
int ter_map_tiles_hit (TerMapTiles *self, double x, double y);

G_END_DECLS
