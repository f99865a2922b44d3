/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A conformal conic projection of the sphere (Lambert's), or Mercator's where the cone would be a cylinder. A plain value. */
typedef struct
{
  double longitude; /* of the central meridian, radians */
  double n;         /* the cone's constant; 0 for Mercator */
  double f;
  double rho; /* of the central latitude */
} TerProjection;

/**
 * ter_projection_init:
 * @west: bounds of what is to be shown, degrees
 * @south: the same
 * @east: the same
 * @north: the same
 *
 * Chooses the central meridian in the middle and the standard parallels at one sixth and five sixths of the height
 * (Snyder, Map Projections: A Working Manual, USGS 1395, 1987, p. 99).
 */
void ter_projection_init (TerProjection *self, double west, double south, double east, double north);
/* The same with given parallels, central meridian and latitude, degrees. */
void ter_projection_init_parallels (TerProjection *self, double first, double second, double longitude, double latitude);
/* @longitude and @latitude in degrees; @x to the east and @y to the south in radii of the sphere (Snyder, equations 15-1 to 15-4). */
void ter_projection_project (const TerProjection *self, double longitude, double latitude, double *x, double *y);

G_END_DECLS
