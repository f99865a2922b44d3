/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* What is filled, stroked or clipped to, in pixels: a rectangle, which costs nothing to make, or lines and arcs one after the other. What
 * lies within by the even-odd rule is inside. */
typedef enum
{
  TER_PATH_MOVE,
  TER_PATH_LINE,
  TER_PATH_ARC, /* a line to its beginning, then around */
  TER_PATH_CIRCLE,
  TER_PATH_CLOSE
} TerPathVerb;

typedef struct
{
  TerPathVerb verb;
  double x, y;             /* the place, or the middle of an arc or a circle */
  double radius, from, to; /* angles in radians, clockwise from the top; backwards when @to is below @from */
} TerPathPart;

/* A plain value, but for its parts. */
typedef struct
{
  TerRect rect; /* when there are no parts */
  double radius;
  GArray *parts; /* of TerPathPart; nullable */
} TerPath;

#define TER_PATH_RECT(x, y, width, height) ((TerPath) { .rect = { (x), (y), (width), (height) } })
#define TER_PATH_INIT ((TerPath) { .parts = NULL })

void ter_path_clear (TerPath *self);
void ter_path_move (TerPath *self, double x, double y);
void ter_path_line (TerPath *self, double x, double y);
/* From the angle @from to @to, less than a whole turn. */
void ter_path_arc (TerPath *self, double x, double y, double radius, double from, double to);
void ter_path_circle (TerPath *self, double x, double y, double radius);
/* Regular, of @n corners, the first at the angle @turn. */
void ter_path_polygon (TerPath *self, double x, double y, double radius, guint n, double turn);
void ter_path_close (TerPath *self);
/* Where all of it lies; %FALSE: it has no extent in one direction. */
gboolean ter_path_get_bounds (const TerPath *self, TerRect *bounds);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TerPath, ter_path_clear)

G_END_DECLS
