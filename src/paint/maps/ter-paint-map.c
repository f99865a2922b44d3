/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-map.h"

#include <math.h>

#include "ter-map-colors.h"

/* More territories than these are no paths. */
#define MANY 2000
/* Borders fade where territories are smaller than these, in pixels, and are gone at the second. */
#define FADING 16.0
#define GONE 4.0
/* Of a picture of many territories. */
#define PIXELS 2.0
#define SQUARE 256u
#define SAMPLES 2

double
ter_paint_map_choose_edges (TerMapLayout *layout)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, 0);
  const TerMapPlane *plane = ter_map_geometry_get_plane (ter_map_layout_get_geometry (layout), 0);
  double area = (plane->bounds.right - plane->bounds.left) * (plane->bounds.bottom - plane->bounds.top);
  double side = sqrt (area * frame->transform.factor * frame->transform.factor / MAX (plane->n_features, 1));
  double strength = CLAMP ((side - GONE) / (FADING - GONE), 0.0, 1.0);

  /* In steps, so that not each zoom is another ink. */
  return round (strength * 4.0) / 4.0;
}

/* ---- Outlines ---- */

typedef struct
{
  TerPath *path;
  const TerMapTransform *transform;
} Pencil;

static void
add_ring_cb (const TerMapPoint *points, guint n_points, gpointer user_data)
{
  const Pencil *pencil = user_data;
  const TerMapTransform *to = pencil->transform;

  for (guint i = 0; i < n_points; i++)
    (i == 0 ? ter_path_move : ter_path_line) (pencil->path, points[i].x * to->factor + to->dx, points[i].y * to->factor + to->dy);
  ter_path_close (pencil->path);
}

static TerPath
make_outline (TerMapLayout *layout, guint feature)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  const TerMapTransform *transform = &ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature))->transform;
  TerPath path = TER_PATH_INIT;
  Pencil pencil = { &path, transform };

  ter_map_geometry_foreach_ring (geometry, feature, 0.1 / (transform->factor * transform->factor), add_ring_cb, &pencil);
  return path;
}

static void
clip_to_panel (const TerMapPanel *panel, TerCanvas *canvas)
{
  const TerPath frame = TER_PATH_RECT (panel->x, panel->y, panel->width, panel->height);

  ter_canvas_clip (canvas, &frame);
}

/* Around a territory: @width of @color, on a halo as wide on both sides as the line itself where @halo. */
static void
draw_outline (const TerPaintMap *self, TerCanvas *canvas, guint feature, double width, gboolean halo, const TerColor *color)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (self->layout);
  g_auto (TerPath) path = make_outline (self->layout, feature);
  TerPen pen = { .width = 2 * width, .round_joins = TRUE };

  if (path.parts == NULL)
    return;
  clip_to_panel (ter_map_layout_get_panel (self->layout, ter_map_geometry_get_panel (geometry, feature)), canvas);
  if (halo)
    ter_canvas_stroke (canvas, &path, &pen, &self->style->halo);
  pen.width = width;
  ter_canvas_stroke (canvas, &path, &pen, color);
  ter_canvas_pop (canvas);
}

/* ---- Territories as paths ---- */

/* The lines of ter_map_ink_set_hatched(). */
static void
draw_hatching (TerCanvas *canvas, const TerPath *path, const TerColor *color)
{
  const TerPen pen = { .width = 1 };
  g_auto (TerPath) lines = TER_PATH_INIT;
  TerRect box;
  double right, bottom;

  if (!ter_path_get_bounds (path, &box))
    return;
  right = box.x + box.width;
  bottom = box.y + box.height;
  for (double sum = ceil ((box.x + box.y) / TER_MAP_HATCHING) * TER_MAP_HATCHING; sum < right + bottom; sum += TER_MAP_HATCHING)
    {
      ter_path_move (&lines, box.x, sum - box.x);
      ter_path_line (&lines, sum - box.y, box.y);
    }
  if (lines.parts == NULL)
    return;
  ter_canvas_clip (canvas, path);
  ter_canvas_stroke (canvas, &lines, &pen, color);
  ter_canvas_pop (canvas);
}

static void
draw_paths (const TerPaintMap *self, TerCanvas *canvas, guint panel, double edges)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (self->layout);
  const TerPen pen = { .width = 0.75, .round_joins = TRUE };
  TerColor fill, border;

  clip_to_panel (ter_map_layout_get_panel (self->layout, panel), canvas);
  /* Borders above all of them: a neighbour's fill would cover half of a border. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < ter_map_geometry_get_n_features (geometry); i++)
      {
        int class = ter_map_scale_find (self->scale, self->values[i]);
        g_auto (TerPath) path = TER_PATH_INIT;

        if (ter_map_geometry_get_panel (geometry, i) != panel)
          continue;
        path = make_outline (self->layout, i);
        if (path.parts == NULL)
          continue;
        if (class >= 0)
          ter_map_colors_get (self->style, self->scale, class, edges, &fill, &border);
        else
          ter_map_colors_get_hatched (self->style, edges, &fill, &border);
        if (pass == 1)
          ter_canvas_stroke (canvas, &path, &pen, &border);
        else if (class >= 0)
          ter_canvas_fill (canvas, &path, &fill);
        else
          draw_hatching (canvas, &path, &fill);
      }
  ter_canvas_pop (canvas);
}

/* ---- Territories as pictures ---- */

static void
draw_square (const TerPaintMap *self, TerCanvas *canvas, guint panel, const TerMapInk *ink, double left, double top)
{
  const TerMapTransform *to = &ter_map_layout_get_panel (self->layout, panel)->transform;
  TerMapTransform transform = { to->factor * PIXELS, (to->dx - left) * PIXELS, (to->dy - top) * PIXELS };
  g_autoptr (TerMapRaster) raster = ter_map_raster_new (SQUARE, SAMPLES);
  cairo_surface_t *square = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SQUARE, SQUARE);

  ter_map_geometry_fill (ter_map_layout_get_geometry (self->layout), panel, raster, SQUARE, &transform);
  /* Rows of 32-bit pixels have no padding. */
  ter_map_raster_paint (raster, ink, (guint32 *) (void *) cairo_image_surface_get_data (square));
  cairo_surface_mark_dirty (square);
  ter_canvas_picture (canvas, square, &(TerRect) { left, top, SQUARE / PIXELS, SQUARE / PIXELS });
  cairo_surface_destroy (square);
}

static void
draw_pictures (const TerPaintMap *self, TerCanvas *canvas, guint panel, double edges)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (self->layout, panel);
  TerMapInk ink;

  ter_map_ink_init (&ink, ter_map_geometry_get_n_features (ter_map_layout_get_geometry (self->layout)));
  ter_map_colors_fill_ink (self->style, &ink, self->scale, self->values, edges);
  clip_to_panel (frame, canvas);
  for (double y = frame->y; y < frame->y + frame->height; y += SQUARE / PIXELS)
    for (double x = frame->x; x < frame->x + frame->width; x += SQUARE / PIXELS)
      draw_square (self, canvas, panel, &ink, x, y);
  ter_canvas_pop (canvas);
  ter_map_ink_clear (&ink);
}

/* ---- The whole ---- */

void
ter_paint_map_draw_above (const TerPaintMap *self, TerCanvas *canvas)
{
  for (guint i = 1; i < ter_map_layout_get_n_panels (self->layout); i++)
    ter_paint_map_labels_draw_inset (self, canvas, i);
  if (self->own >= 0)
    draw_outline (self, canvas, self->own, 3, TRUE, &self->style->own);
  if (self->hovered >= 0)
    draw_outline (self, canvas, self->hovered, 1.5, FALSE, &self->style->text);
  if (self->cursor >= 0)
    draw_outline (self, canvas, self->cursor, 2.5, TRUE, &self->style->text);
  ter_paint_map_labels_draw (self, canvas);
}

void
ter_paint_map_draw (const TerPaintMap *self, TerCanvas *canvas)
{
  gboolean many = ter_map_geometry_get_n_features (ter_map_layout_get_geometry (self->layout)) > MANY;
  double edges = ter_paint_map_choose_edges (self->layout);

  for (guint i = 0; i < ter_map_layout_get_n_panels (self->layout); i++)
    (many ? draw_pictures : draw_paths) (self, canvas, i, edges);
  ter_paint_map_draw_above (self, canvas);
}
