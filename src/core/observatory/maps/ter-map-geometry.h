/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-box-index.h"
#include "ter-map-raster.h"
#include "ter-outline.h"

G_BEGIN_DECLS

/* Outlines on the plane, projected once whatever the size they are drawn at: in frames, the main one and far territories as insets, with
 * what each point matters and an index of where each territory is. Immutable; any thread. */
#define TER_TYPE_MAP_GEOMETRY (ter_map_geometry_get_type ())
G_DECLARE_FINAL_TYPE (TerMapGeometry, ter_map_geometry, TER, MAP_GEOMETRY, GObject)

typedef struct
{
  TerBox bounds;    /* of what it holds, in radii of the sphere around its own middle */
  const char *name; /* of its first territory; %NULL for the main frame */
  guint n_features;
} TerMapPlane;

/* @outline's features keep their numbers. */
TerMapGeometry *ter_map_geometry_new (TerOutline *outline);

TerOutline *ter_map_geometry_get_outline (TerMapGeometry *self);                   /* (transfer none) */
guint ter_map_geometry_get_n_features (TerMapGeometry *self);                      /* those of the outline */
guint ter_map_geometry_get_n_points (TerMapGeometry *self);                        /* of all rings */
guint ter_map_geometry_get_n_panels (TerMapGeometry *self);                        /* at least 1 */
const TerMapPlane *ter_map_geometry_get_plane (TerMapGeometry *self, guint frame); /* the projection of a frame */
guint ter_map_geometry_get_panel (TerMapGeometry *self, guint feature);            /* which frame it is drawn in */
const TerBox *ter_map_geometry_get_box (TerMapGeometry *self, guint feature);      /* on the plane of its frame */

/* @found: of guint32; the features of a frame whose boxes touch @area, ascending. */
void ter_map_geometry_query (TerMapGeometry *self, guint frame, const TerBox *area, GArray *found);
/* The feature of @frame that holds a point; -1: none. */
int ter_map_geometry_hit (TerMapGeometry *self, guint frame, double x, double y);
/* Fills a raster with all of @frame that lies in it, by the feature's number + 1; detail below about half a sample is left out. */
void ter_map_geometry_fill (TerMapGeometry *self, guint frame, TerMapRaster *raster, guint size, const TerMapTransform *transform);

/* Each ring of a feature, without the detail that @least weighs more than. */
typedef void (*TerMapRing) (const TerMapPoint *points, guint n_points, gpointer user_data);
/* Gives each ring of a feature, without the points that weigh less than @least. */
void ter_map_geometry_foreach_ring (TerMapGeometry *self, guint feature, double least, TerMapRing function, gpointer user_data);
/* A place well within the largest part of a feature, for its name, and how wide the feature is there. */
TerMapPoint ter_map_geometry_get_middle (TerMapGeometry *self, guint feature, double *width);

G_END_DECLS
