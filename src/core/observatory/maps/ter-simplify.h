/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  float x, y;
} TerMapPoint;

/**
 * ter_simplify_weigh:
 * @points: rings, one after the other, none with its first point again at its end
 * @n_points: how many in all
 * @ends: where each ring ends in @points
 * @n_rings: how many
 *
 * How much each point matters: the area that is lost without it, once all that matter less are gone (Visvalingam and Whyatt, The Cartographic
 * Journal 30, 1993). Where borders meet, a point is never to be left out. A border between two rings is weighed once, in one direction, so
 * that what is left of it is the same for both, whatever the least weight that is kept.
 *
 * Returns: (transfer full): a weight for each point, in the square of the points' unit
 */
float *ter_simplify_weigh (const TerMapPoint *points, guint n_points, const guint32 *ends, guint n_rings);

G_END_DECLS
