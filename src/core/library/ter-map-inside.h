/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"
#include "ter-library.h"
#include "ter-map-geometry.h"
#include "ter-map-scale.h"
#include "ter-map-trail.h"

G_BEGIN_DECLS

/* What to show within a territory that was entered on a map: its parts, on a map where the pack has their outlines, by the figure's own
 * number, or else by their population. */
typedef struct
{
  TerLevel level;           /* of the parts */
  GPtrArray *parts;         /* of TerTerritory, at least one */
  char *title;              /* where one is: "Bretagne" on a map, "Ain: 391 communes" on a list */
  TerMapGeometry *geometry; /* nullable: a list */
  /* With a geometry only: */
  char *name;     /* "Population of Bretagne" */
  double *values; /* of each feature; NaN: no data */
  TerMapScale scale;
  gboolean is_own; /* they are of the figure's number; else inhabitants */
} TerMapInside;

/**
 * ter_map_inside_new:
 * @figure: the map that was entered
 * @trail: at least one territory
 *
 * Reads outlines and tables. Main thread.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is known within it
 */
TerMapInside *ter_map_inside_new (TerLibrary *library, TerPack *pack, TerFigure *figure, TerMapTrail *trail);
void ter_map_inside_free (TerMapInside *self);

/* (transfer full) (nullable): the outlines in a GeoJSON file, projected. Any thread. */
TerMapGeometry *ter_map_inside_read (GFile *file, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerMapInside, ter_map_inside_free)

G_END_DECLS
