/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The outlines of territories, read from a GeoJSON FeatureCollection (RFC 7946) of Polygons and MultiPolygons. Immutable; any thread. */
#define TER_TYPE_OUTLINE (ter_outline_get_type ())
G_DECLARE_FINAL_TYPE (TerOutline, ter_outline, TER, OUTLINE, GObject)

typedef struct
{
  double longitude; /* degrees, east positive */
  double latitude;  /* degrees */
} TerPosition;

typedef struct
{
  char *code;
  char *name;
  GArray *positions; /* of TerPosition: all rings, one after the other */
  GArray *rings;     /* of guint: where each ring ends in @positions */
  double west, south, east, north;
} TerFeature;

/**
 * ter_outline_new_from_bytes:
 * @bytes: GeoJSON; each feature has `properties.code` and `properties.name`
 *
 * Features without an area (points, lines, null geometries) are left out.
 *
 * Returns: (transfer full) (nullable): %NULL with @error (G_IO_ERROR_INVALID_DATA) when it is not what it should be
 */
TerOutline *ter_outline_new_from_bytes (GBytes *bytes, GError **error);

/* (transfer full) (nullable): those features whose codes are in @codes (a set of strings), in their order; %NULL when there is none. */
TerOutline *ter_outline_new_part (TerOutline *whole, GHashTable *codes);

guint ter_outline_get_n_features (TerOutline *self);                       /* in the order of the file */
const TerFeature *ter_outline_get_feature (TerOutline *self, guint index); /* (transfer none) */
/* @index: (out) (optional): set when there is one of that code */
gboolean ter_outline_find (TerOutline *self, const char *code, guint *index);

G_END_DECLS
