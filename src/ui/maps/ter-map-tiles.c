/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-tiles.h"

#include <math.h>

#include "ter-hash.h"

#define TILE 256
/* Maps of few territories are drawn finer, and kept as pictures only: their geometry is soon drawn again. */
#define FEW 2000
/* A square that is drawn takes as long as so many that are only painted. */
#define COST_OF_DRAWING 3

typedef struct
{
  TerMapRaster *raster; /* nullable */
  GdkTexture *texture;  /* nullable: to be painted */
  guint version;        /* of the ink it was painted with */
} Tile;

/* All squares of one zoom. */
typedef struct
{
  double factor;     /* from the plane to device pixels */
  GHashTable *tiles; /* Place of a square → Tile */
} Level;

struct _TerMapTiles
{
  TerMapGeometry *geometry;
  guint frame;
  guint samples;
  gboolean keeps_numbers;
  const TerMapInk *ink;
  guint version;
  Level level, former; /* former: of another zoom, shown until all of this one is drawn */
  int scale;
  int dx, dy; /* of the level's origin, in device pixels, as last drawn */
};

/* The squares an area touches, the last ones included. */
typedef struct
{
  int left, top, right, bottom;
} Span;

static gint64
place_of (int x, int y)
{
  return (gint64) ((guint64) (guint32) x << 32 | (guint32) y);
}

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  ter_map_raster_free (tile->raster);
  g_clear_object (&tile->texture);
  g_free (tile);
}

static void
level_clear (Level *level)
{
  g_clear_pointer (&level->tiles, g_hash_table_unref);
  level->factor = 0.0;
}

TerMapTiles *
ter_map_tiles_new (TerMapGeometry *geometry, guint frame)
{
  TerMapTiles *self = g_new0 (TerMapTiles, 1);

  self->geometry = g_object_ref (geometry);
  self->frame = frame;
  self->keeps_numbers = ter_map_geometry_get_n_features (geometry) > FEW;
  return self;
}

void
ter_map_tiles_free (TerMapTiles *self)
{
  level_clear (&self->level);
  level_clear (&self->former);
  g_object_unref (self->geometry);
  g_free (self);
}

void
ter_map_tiles_set_ink (TerMapTiles *self, const TerMapInk *ink)
{
  self->ink = ink;
  self->version++;
}

/* ---- One square ---- */

static void
draw_tile (TerMapTiles *self, Tile *tile, int x, int y)
{
  TerMapTransform transform = { self->level.factor, -(double) x * TILE, -(double) y * TILE };

  tile->raster = ter_map_raster_new (TILE, self->samples);
  ter_map_geometry_fill (self->geometry, self->frame, tile->raster, TILE, &transform);
  ter_map_raster_seal (tile->raster);
}

static void
paint_tile (TerMapTiles *self, Tile *tile)
{
  gsize size = sizeof (guint32) * TILE * TILE;
  guint32 *pixels = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;

  ter_map_raster_paint (tile->raster, self->ink, pixels);
  bytes = g_bytes_new_take (pixels, size);
  g_clear_object (&tile->texture);
  tile->texture = gdk_memory_texture_new (TILE, TILE, GDK_MEMORY_DEFAULT, bytes, sizeof (guint32) * TILE);
  tile->version = self->version;
  if (!self->keeps_numbers)
    g_clear_pointer (&tile->raster, ter_map_raster_free);
}

/* (nullable): with what can be shown of it. */
static Tile *
need_tile (TerMapTiles *self, int x, int y, guint *budget)
{
  gint64 place = place_of (x, y);
  Tile *tile = g_hash_table_lookup (self->level.tiles, &place);
  guint cost;

  if (tile != NULL && tile->version == self->version)
    return tile;
  cost = tile == NULL || tile->raster == NULL ? COST_OF_DRAWING : 1;
  if (*budget < cost)
    return tile;
  *budget -= cost;
  if (tile == NULL)
    {
      tile = g_new0 (Tile, 1);
      g_hash_table_insert (self->level.tiles, g_memdup2 (&place, sizeof place), tile);
    }
  if (tile->raster == NULL)
    draw_tile (self, tile, x, y);
  paint_tile (self, tile);
  return tile;
}

/* ---- Levels ---- */

static Span
find_span (const graphene_rect_t *area, double factor, const TerBox *bounds, int dx, int dy, int scale)
{
  double left = MAX (area->origin.x * scale - dx, bounds->left * factor - 1),
         top = MAX (area->origin.y * scale - dy, bounds->top * factor - 1);
  double right = MIN ((area->origin.x + area->size.width) * scale - dx, bounds->right * factor + 1);
  double bottom = MIN ((area->origin.y + area->size.height) * scale - dy, bounds->bottom * factor + 1);

  return (Span) { (int) floor (left / TILE), (int) floor (top / TILE), (int) floor (right / TILE), (int) floor (bottom / TILE) };
}

static gboolean
is_within (const Span *span, gint64 place, int around)
{
  int x = (int) (guint32) ((guint64) place >> 32), y = (int) (guint32) place;

  return x >= span->left - around && x <= span->right + around && y >= span->top - around && y <= span->bottom + around;
}

static gboolean
is_far_cb (gpointer key, gpointer value, gpointer user_data)
{
  return !is_within (user_data, *(gint64 *) key, 1);
}

static void
set_level (TerMapTiles *self, double factor, int scale)
{
  if (self->level.tiles != NULL && self->level.factor == factor && self->scale == scale)
    return;
  self->samples = self->keeps_numbers || scale > 1 ? 2 : 4;
  self->scale = scale;
  /* The fullest one stays. */
  if (self->level.tiles != NULL &&
      (self->former.tiles == NULL || g_hash_table_size (self->level.tiles) >= g_hash_table_size (self->former.tiles)))
    {
      level_clear (&self->former);
      self->former = self->level;
      self->level = (Level) { 0 };
    }
  level_clear (&self->level);
  self->level = (Level) { factor, g_hash_table_new_full (ter_hash_int64, g_int64_equal, g_free, tile_free) };
}

/* What is there of the former level, larger or smaller. */
static void
snapshot_former (TerMapTiles *self, GtkSnapshot *snapshot, const TerMapTransform *transform)
{
  double part = self->level.factor / self->former.factor * TILE / self->scale;
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->former.tiles);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      gint64 place = *(gint64 *) key;
      int x = (int) (guint32) ((guint64) place >> 32), y = (int) (guint32) place;
      graphene_rect_t rect = GRAPHENE_RECT_INIT (transform->dx + x * part, transform->dy + y * part, part, part);
      Tile *tile = value;

      if (tile->texture != NULL)
        gtk_snapshot_append_scaled_texture (snapshot, tile->texture, GSK_SCALING_FILTER_NEAREST, &rect);
    }
}

gboolean
ter_map_tiles_snapshot (TerMapTiles *self, GtkSnapshot *snapshot, const TerMapTransform *transform, const graphene_rect_t *area,
                        int scale, guint *budget)
{
  const TerBox *bounds = &ter_map_geometry_get_plane (self->geometry, self->frame)->bounds;
  gboolean whole = TRUE;
  Span span;

  g_return_val_if_fail (self->ink != NULL, TRUE);

  set_level (self, transform->factor * scale, scale);
  self->dx = (int) lround (transform->dx * scale);
  self->dy = (int) lround (transform->dy * scale);
  span = find_span (area, self->level.factor, bounds, self->dx, self->dy, scale);
  g_hash_table_foreach_remove (self->level.tiles, is_far_cb, &span);

  gtk_snapshot_push_clip (snapshot, area);
  /* First those that are drawn, so that it is known whether the former ones are needed under them. */
  for (int y = span.top; y <= span.bottom; y++)
    for (int x = span.left; x <= span.right; x++)
      {
        Tile *tile = need_tile (self, x, y, budget);

        whole = whole && tile != NULL && tile->version == self->version;
      }
  if (whole)
    level_clear (&self->former);
  else if (self->former.tiles != NULL)
    snapshot_former (self, snapshot, transform);
  for (int y = span.top; y <= span.bottom; y++)
    for (int x = span.left; x <= span.right; x++)
      {
        gint64 place = place_of (x, y);
        Tile *tile = g_hash_table_lookup (self->level.tiles, &place);
        graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (self->dx + x * TILE) / scale, (float) (self->dy + y * TILE) / scale,
                                                   (float) TILE / scale, (float) TILE / scale);

        if (tile != NULL)
          gtk_snapshot_append_texture (snapshot, tile->texture, &rect);
      }
  gtk_snapshot_pop (snapshot);
  return whole;
}

int
ter_map_tiles_hit (TerMapTiles *self, double x, double y)
{
  int at_x = (int) floor (x * self->scale) - self->dx, at_y = (int) floor (y * self->scale) - self->dy;
  gint64 place;
  Tile *tile;

  if (self->level.tiles == NULL)
    return -2;
  place = place_of ((int) floor ((double) at_x / TILE), (int) floor ((double) at_y / TILE));
  tile = g_hash_table_lookup (self->level.tiles, &place);
  if (tile == NULL || tile->raster == NULL)
    return -2;
  return (int) ter_map_raster_get (tile->raster, at_x - (int) floor ((double) at_x / TILE) * TILE,
                                   at_y - (int) floor ((double) at_y / TILE) * TILE) -
         1;
}
