/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-outline.h"

G_BEGIN_DECLS

/* Where everything of a map is, in pixels: the main frame, far territories as insets at a scale that is told, and each feature's rings.
 * Immutable; any thread. */
#define TER_TYPE_MAP_LAYOUT (ter_map_layout_get_type ())
G_DECLARE_FINAL_TYPE (TerMapLayout, ter_map_layout, TER, MAP_LAYOUT, GObject)

typedef struct {
  double x, y;
} TerPoint;

typedef struct {
  double x, y, width, height;
  double scale;          /* of this frame over the main frame's: 0.5 draws lengths half as long */
  char  *name;           /* of the inset's first territory; %NULL for the main frame */
} TerMapFrame;

typedef struct {
  GArray  *points;       /* of TerPoint, as positions of the outline's feature */
  TerPoint centre;       /* of its bounds */
  double   x, y, width, height;
  guint    frame;
} TerMapShape;

TerMapLayout      *ter_map_layout_new        (TerOutline *outline, double width, double height);

guint              ter_map_layout_get_n_frames (TerMapLayout *self);
const TerMapFrame *ter_map_layout_get_frame  (TerMapLayout *self, guint index);
/* Features have the outline's numbers. */
const TerMapShape *ter_map_layout_get_shape  (TerMapLayout *self, guint feature);
/* The feature at a place, or -1 (even-odd rule, RFC 7946 § 3.1.6: holes are rings too). */
int                ter_map_layout_hit        (TerMapLayout *self, double x, double y);
/* The nearest feature on one side of @feature, or @feature itself when there is none; @dx, @dy: -1, 0 or 1. */
guint              ter_map_layout_neighbour  (TerMapLayout *self, guint feature, int dx, int dy);

G_END_DECLS
