/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-simplify.h"

G_BEGIN_DECLS

/* A square of a map as numbers: which territory each sample belongs to. Colours are looked up afterwards, so that other values cost no
 * geometry, and what is under the pointer is one look. Several samples a pixel make the borders smooth. One thread at a time. */
typedef struct _TerMapRaster TerMapRaster;

#define TER_MAP_RASTER_MAX_AREAS 65534u /* numbers of 16 bits */
/* Lines of the hatching are so many pixels apart; squares are a multiple of it, so that it goes on from one to the next. */
#define TER_MAP_HATCHING 8u

/* From a point to samples: x * factor + dx. */
typedef struct
{
  double factor, dx, dy;
} TerMapTransform;

/* What each number looks like, the first for what is outside: premultiplied ARGB. Three fills make the hatching of what has no data:
 * on a line, at its edge, between lines; elsewhere they are the same. */
typedef struct
{
  guint n;
  guint64 *fills[3];
  guint64 *edges;
  gboolean has_edges;
} TerMapInk;

/* @size: pixels on a side; @samples: on the side of a pixel, 2 or 4. */
TerMapRaster *ter_map_raster_new (guint size, guint samples);
void ter_map_raster_free (TerMapRaster *self);
/**
 * ter_map_raster_fill:
 * @points: the rings of an area, one after the other, of which @ends tells the ends, beginning at @start
 * @weights: of the points; those below @least are left out
 * @transform: from points to pixels
 * @number: from 1
 *
 * Fills by the even-odd rule. Two areas that share a border leave no sample between them and share none.
 */
void ter_map_raster_fill (TerMapRaster *self, const TerMapPoint *points, const float *weights, guint start, const guint32 *ends,
                          guint n_rings, const TerMapTransform *transform, float least, guint16 number);
/* Nothing more is filled: lets go what only filling needs. */
void ter_map_raster_seal (TerMapRaster *self);
/* The number at a pixel; 0: none. */
guint16 ter_map_raster_get (const TerMapRaster *self, guint x, guint y);
/* @pixels: size × size, premultiplied ARGB, a row after the other. */
void ter_map_raster_paint (const TerMapRaster *self, const TerMapInk *ink, guint32 *pixels);

/* @n: how many areas. */
void ter_map_ink_init (TerMapInk *self, guint n);
void ter_map_ink_clear (TerMapInk *self);
/* @fill and @edge: premultiplied ARGB. */
void ter_map_ink_set (TerMapInk *self, guint number, guint32 fill, guint32 edge);
/* Hatches a territory with @line: for what has no value. */
void ter_map_ink_set_hatched (TerMapInk *self, guint number, guint32 line, guint32 edge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerMapRaster, ter_map_raster_free)

G_END_DECLS
