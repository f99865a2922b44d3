/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-map-geometry.h"

G_BEGIN_DECLS

/* Where everything of a map is, in pixels: the main frame, which zooms and moves, and far territories as insets at a scale that is told.
 * One thread at a time. */
#define TER_TYPE_MAP_LAYOUT (ter_map_layout_get_type ())
G_DECLARE_FINAL_TYPE (TerMapLayout, ter_map_layout, TER, MAP_LAYOUT, GObject)

typedef struct
{
  double x, y;
} TerPoint;

typedef struct
{
  double x, y, width, height;
  double scale;              /* of this frame over the main frame's: 0.5 draws lengths half as long */
  const char *name;          /* of the inset's first territory; %NULL for the main frame */
  TerMapTransform transform; /* from its plane to pixels */
} TerMapPanel;

typedef struct
{
  double x, y, width, height;
} TerMapBounds;

/* (transfer full): for a widget of that size, in pixels. */
TerMapLayout *ter_map_layout_new (TerMapGeometry *geometry, double width, double height);
/* What was in the middle stays there. */
void ter_map_layout_set_size (TerMapLayout *self, double width, double height);

TerMapGeometry *ter_map_layout_get_geometry (TerMapLayout *self);              /* (transfer none) */
guint ter_map_layout_get_n_panels (TerMapLayout *self);                        /* at least 1: the first is the main one */
const TerMapPanel *ter_map_layout_get_panel (TerMapLayout *self, guint index); /* valid until the layout changes */
/* Of a feature, by its number in the outline; it may lie outside its frame. */
TerMapBounds ter_map_layout_get_bounds (TerMapLayout *self, guint feature);

/* How much the main frame is larger than the whole, from 1. */
double ter_map_layout_get_zoom (TerMapLayout *self);
double ter_map_layout_get_max_zoom (TerMapLayout *self); /* as a factor of the whole map */
/* Zooms around a place, in pixels, as far as the bounds allow. %FALSE when nothing changes; so for all of these. */
gboolean ter_map_layout_zoom (TerMapLayout *self, double factor, double x, double y);
gboolean ter_map_layout_pan (TerMapLayout *self, double dx, double dy); /* by pixels; whether it moved */
/* To the whole map; whether that changed anything. */
gboolean ter_map_layout_reset (TerMapLayout *self);
/* Moves as little as brings a feature into its frame, or its middle when it is larger. */
gboolean ter_map_layout_reveal (TerMapLayout *self, guint feature);

/* The frame at a place, the feature there; -1: none. */
int ter_map_layout_find_panel (TerMapLayout *self, double x, double y);
/* The number of the feature at a pixel, or -1. */
int ter_map_layout_hit (TerMapLayout *self, double x, double y);
/* The nearest feature in a direction, one of the four; @feature when there is none. */
guint ter_map_layout_neighbour (TerMapLayout *self, guint feature, int dx, int dy);

G_END_DECLS
