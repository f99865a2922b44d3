/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-paint.h"

#include <adwaita.h>
#include <math.h>

#include "ter-palette.h"

/* Of a border beside a territory. */
#define LEAST_CONTRAST 1.3

void
ter_map_style_init (TerMapStyle *self, GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->dark = adw_style_manager_get_dark (manager);
  self->high_contrast = adw_style_manager_get_high_contrast (manager);
  gtk_widget_get_color (widget, &self->foreground);
  if (self->high_contrast)
    self->border = self->foreground;
  else
    gdk_rgba_parse (&self->border, self->dark ? "#1d1d20" : "#ffffff");
}

static GdkRGBA
unpack (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0f, (color >> 8 & 0xff) / 255.0f, (color & 0xff) / 255.0f, 1.0f };
}

void
ter_map_style_get_class (const TerMapStyle *self, const TerMapScale *scale, guint index, GdkRGBA *color)
{
  *color = unpack (ter_map_scale_get_color (scale, index, self->dark, self->high_contrast));
}

/* Premultiplied. */
static guint32
pack (const GdkRGBA *color, double alpha)
{
  double a = color->alpha * alpha;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (color->red * a * 255) << 16 |
         (guint32) lround (color->green * a * 255) << 8 | (guint32) lround (color->blue * a * 255);
}

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, double part)
{
  return (GdkRGBA) { a->red + (b->red - a->red) * part, a->green + (b->green - a->green) * part,
                     a->blue + (b->blue - a->blue) * part, 1.0f };
}

/* @edges: how strong borders are, 0 to 1. */
static void
get_class_colors (const TerMapStyle *self, const TerMapScale *scale, guint index, double edges, GdkRGBA *fill, GdkRGBA *border)
{
  guint32 color = ter_map_scale_get_color (scale, index, self->dark, self->high_contrast);

  ter_map_style_get_class (self, scale, index, fill);
  *border = mix (fill, &self->border, edges);
  /* Two territories of the colour that the border has would be one. */
  if (ter_color_get_contrast (color, pack (&self->border, 1.0) & 0xffffff) < LEAST_CONTRAST)
    {
      GdkRGBA readable = unpack (ter_color_get_readable (color));

      *border = mix (fill, &readable, (self->high_contrast ? 0.7 : 0.35) * edges);
    }
}

/* Where there is no data. */
static void
get_hatched_colors (const TerMapStyle *self, double edges, GdkRGBA *line, GdkRGBA *border)
{
  *line = *border = self->foreground;
  line->alpha *= self->high_contrast ? 0.8 : 0.4;
  border->alpha *= (self->high_contrast ? 1.0 : 0.45) * edges;
}

void
ter_map_style_fill_ink (const TerMapStyle *self, TerMapInk *ink, const TerMapScale *scale, const double *values, double edges)
{
  guint n = ter_map_scale_get_n_colors (scale);
  g_autofree guint32 *fills = g_new (guint32, n + 1), *borders = g_new (guint32, n + 1);
  GdkRGBA fill, border;

  for (guint i = 0; i < n; i++)
    {
      get_class_colors (self, scale, i, edges, &fill, &border);
      fills[i] = pack (&fill, 1.0);
      borders[i] = pack (&border, 1.0);
    }
  get_hatched_colors (self, edges, &fill, &border);
  ink->has_edges = edges > 0.0;
  for (guint i = 0; i < ink->n; i++)
    {
      int class = ter_map_scale_find (scale, values[i]);

      if (class >= 0)
        ter_map_ink_set (ink, i + 1, fills[class], borders[class]);
      else
        ter_map_ink_set_hatched (ink, i + 1, pack (&fill, 1.0), pack (&border, 1.0));
    }
}

/* ---- Outlines ---- */

typedef struct
{
  GskPathBuilder *builder;
  const TerMapTransform *transform;
} Pen;

static void
add_ring_cb (const TerMapPoint *points, guint n_points, gpointer user_data)
{
  const Pen *pen = user_data;
  const TerMapTransform *to = pen->transform;

  for (guint i = 0; i < n_points; i++)
    (i == 0 ? gsk_path_builder_move_to : gsk_path_builder_line_to) (pen->builder, points[i].x * to->factor + to->dx,
                                                                    points[i].y * to->factor + to->dy);
  gsk_path_builder_close (pen->builder);
}

/* In the widget. */
static GskPath *
outline_new (TerMapLayout *layout, guint feature)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  const TerMapTransform *transform = &ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature))->transform;
  Pen pen = { gsk_path_builder_new (), transform };

  ter_map_geometry_foreach_ring (geometry, feature, 0.1 / (transform->factor * transform->factor), add_ring_cb, &pen);
  return gsk_path_builder_free_to_path (pen.builder);
}

static GskStroke *
stroke_new (float width)
{
  GskStroke *stroke = gsk_stroke_new (width);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  return stroke;
}

static void
push_frame (const TerMapPanel *frame, GtkSnapshot *snapshot)
{
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (frame->x, frame->y, frame->width, frame->height));
}

void
ter_map_paint_snapshot_outline (TerMapLayout *layout, GtkSnapshot *snapshot, guint feature, float width, const GdkRGBA *color)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  g_autoptr (GskStroke) stroke = stroke_new (width);
  g_autoptr (GskPath) path = outline_new (layout, feature);

  push_frame (ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature)), snapshot);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_pop (snapshot);
}

/* The lines of ter_map_ink_set_hatched(). */
static void
snapshot_hatching (GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *color)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.0f);
  g_autoptr (GskPath) lines = NULL;
  graphene_rect_t box;
  float right, bottom;

  if (!gsk_path_get_bounds (path, &box))
    box = *graphene_rect_zero ();
  right = box.origin.x + box.size.width;
  bottom = box.origin.y + box.size.height;
  for (float sum = ceilf ((box.origin.x + box.origin.y) / TER_MAP_HATCHING) * TER_MAP_HATCHING; sum < right + bottom;
       sum += TER_MAP_HATCHING)
    {
      gsk_path_builder_move_to (builder, box.origin.x, sum - box.origin.x);
      gsk_path_builder_line_to (builder, sum - box.origin.y, box.origin.y);
    }
  lines = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD);
  gtk_snapshot_append_stroke (snapshot, lines, stroke, color);
  gtk_snapshot_pop (snapshot);
}

void
ter_map_paint_snapshot_shapes (TerMapLayout *layout, guint frame, GtkSnapshot *snapshot, const TerMapStyle *style,
                               const TerMapScale *scale, const double *values, double edges)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  g_autoptr (GskStroke) stroke = stroke_new (0.75f);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func ((GDestroyNotify) gsk_path_unref);
  g_autoptr (GArray) borders = g_array_new (FALSE, FALSE, sizeof (GdkRGBA));

  push_frame (ter_map_layout_get_panel (layout, frame), snapshot);
  for (guint i = 0; i < ter_map_geometry_get_n_features (geometry); i++)
    {
      GdkRGBA fill, border;
      int class = ter_map_scale_find (scale, values[i]);
      GskPath *path;

      if (ter_map_geometry_get_panel (geometry, i) != frame)
        continue;
      path = outline_new (layout, i);
      g_ptr_array_add (paths, path);
      if (class >= 0)
        {
          get_class_colors (style, scale, class, edges, &fill, &border);
          gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &fill);
        }
      else
        {
          get_hatched_colors (style, edges, &fill, &border);
          snapshot_hatching (snapshot, path, &fill);
        }
      g_array_append_val (borders, border);
    }
  /* Above all of them: a neighbour's fill would cover half of a border. */
  for (guint i = 0; i < paths->len; i++)
    gtk_snapshot_append_stroke (snapshot, paths->pdata[i], stroke, &g_array_index (borders, GdkRGBA, i));
  gtk_snapshot_pop (snapshot);
}
