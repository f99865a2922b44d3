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
ter_map_style_init (TerMapStyle *self,
                    GtkWidget   *widget)
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
ter_map_style_get_class (const TerMapStyle *self,
                         const TerMapScale *scale,
                         guint              index,
                         GdkRGBA           *color)
{
  *color = unpack (ter_map_scale_get_color (scale, index, self->dark, self->high_contrast));
}

/* Premultiplied. */
static guint32
pack (const GdkRGBA *color,
      double         alpha)
{
  double a = color->alpha * alpha;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (color->red * a * 255) << 16 | (guint32) lround (color->green * a * 255) << 8 |
         (guint32) lround (color->blue * a * 255);
}

static GdkRGBA
mix (const GdkRGBA *a,
     const GdkRGBA *b,
     double         part)
{
  return (GdkRGBA) { a->red + (b->red - a->red) * part, a->green + (b->green - a->green) * part, a->blue + (b->blue - a->blue) * part, 1.0f };
}

void
ter_map_style_fill_ink (const TerMapStyle *self,
                        TerMapInk         *ink,
                        const TerMapScale *scale,
                        const double      *values,
                        double             edges)
{
  guint n = ter_map_scale_get_n_colors (scale);
  g_autofree guint32 *fills = g_new (guint32, n + 1), *borders = g_new (guint32, n + 1);

  for (guint i = 0; i < n; i++)
    {
      guint32 color = ter_map_scale_get_color (scale, i, self->dark, self->high_contrast);
      GdkRGBA fill, border;

      ter_map_style_get_class (self, scale, i, &fill);
      border = mix (&fill, &self->border, edges);
      /* Two territories of the colour that the border has would be one. */
      if (ter_color_get_contrast (color, pack (&self->border, 1.0) & 0xffffff) < LEAST_CONTRAST)
        {
          GdkRGBA readable = unpack (ter_color_get_readable (color));

          border = mix (&fill, &readable, (self->high_contrast ? 0.7 : 0.35) * edges);
        }
      fills[i] = pack (&fill, 1.0);
      borders[i] = pack (&border, 1.0);
    }
  ink->has_edges = edges > 0.0;
  for (guint i = 0; i < ink->n; i++)
    {
      int class = ter_map_scale_find (scale, values[i]);

      if (class >= 0)
        ter_map_ink_set (ink, i + 1, fills[class], borders[class]);
      else
        ter_map_ink_set_hatched (ink, i + 1, pack (&self->foreground, self->high_contrast ? 0.8 : 0.4),
                                 pack (&self->foreground, (self->high_contrast ? 1.0 : 0.45) * edges));
    }
}

static void
add_ring_cb (const TerMapPoint *points,
             guint              n_points,
             gpointer           user_data)
{
  GskPathBuilder *builder = user_data;

  gsk_path_builder_move_to (builder, points[0].x, points[0].y);
  for (guint i = 1; i < n_points; i++)
    gsk_path_builder_line_to (builder, points[i].x, points[i].y);
  gsk_path_builder_close (builder);
}

void
ter_map_outline_snapshot (TerMapLayout  *layout,
                          GtkSnapshot   *snapshot,
                          guint          feature,
                          float          width,
                          const GdkRGBA *color)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  const TerMapFrame *frame = ter_map_layout_get_frame (layout, ter_map_geometry_get_frame (geometry, feature));
  const double factor = frame->transform.factor;
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width / factor);
  g_autoptr (GskPath) path = NULL;

  ter_map_geometry_foreach_ring (geometry, feature, 0.1 / (factor * factor), add_ring_cb, builder);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (frame->x, frame->y, frame->width, frame->height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (frame->transform.dx, frame->transform.dy));
  gtk_snapshot_scale (snapshot, factor, factor);
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}
