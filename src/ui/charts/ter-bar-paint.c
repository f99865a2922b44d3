/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bar-paint.h"

#include <adwaita.h>

#include "ter-palette.h"

#define N_PATTERNS 6
#define PITCH 7.0f

/* The card's background in libadwaita's two styles. */
#define LIGHT_BACKGROUND 0xffffff
#define DARK_BACKGROUND  0x36363a

static GdkRGBA
to_rgba (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0f, (color >> 8 & 0xff) / 255.0f, (color & 0xff) / 255.0f, 1 };
}

void
ter_bar_paint_init (TerBarPaint *self,
                    TerFigure   *figure,
                    guint        series)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style);
  guint32 color;

  if (!ter_color_parse (ter_figure_get_series_color (figure, series), &color))
    color = ter_palette_get (ter_figure_has_legend (figure) ? series : 0, dark);
  self->color = to_rgba (color);
  self->ink = to_rgba (ter_color_get_readable (color));
  self->pattern = ter_figure_has_legend (figure) ? series % N_PATTERNS : 0;
  self->strong = adw_style_manager_get_high_contrast (style);
  self->outlined = self->strong || ter_color_get_contrast (color, dark ? DARK_BACKGROUND : LIGHT_BACKGROUND) < 3;
}

static void
add_slanted (GskPathBuilder        *builder,
             const graphene_rect_t *rect,
             float                  pitch,
             gboolean               rising)
{
  float height = rect->size.height;
  /* From a common origin, so that neighbouring bars of a series have one pattern. */
  float first = floorf ((rect->origin.x - height) / pitch) * pitch;

  for (float x = first; x < rect->origin.x + rect->size.width; x += pitch)
    {
      gsk_path_builder_move_to (builder, x, rect->origin.y + (rising ? height : 0));
      gsk_path_builder_line_to (builder, x + height, rect->origin.y + (rising ? 0 : height));
    }
}

static void
add_dots (GskPathBuilder        *builder,
          const graphene_rect_t *rect)
{
  for (float y = rect->origin.y + 3; y < rect->origin.y + rect->size.height; y += PITCH - 1)
    for (float x = rect->origin.x + 3; x < rect->origin.x + rect->size.width; x += PITCH - 1)
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 0.6f);
}

static void
add_lines (GskPathBuilder        *builder,
           const graphene_rect_t *rect)
{
  for (float y = rect->origin.y + 3; y < rect->origin.y + rect->size.height; y += PITCH - 2)
    {
      gsk_path_builder_move_to (builder, rect->origin.x, y);
      gsk_path_builder_line_to (builder, rect->origin.x + rect->size.width, y);
    }
}

static void
snapshot_pattern (const TerBarPaint     *self,
                  GtkSnapshot           *snapshot,
                  const graphene_rect_t *rect)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (self->strong ? 1.5f : 1.0f);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA color = self->ink;

  if (self->pattern == 1 || self->pattern == 4)
    add_slanted (builder, rect, PITCH, TRUE);
  if (self->pattern == 3 || self->pattern == 4)
    add_slanted (builder, rect, PITCH, FALSE);
  if (self->pattern == 2)
    add_dots (builder, rect);
  if (self->pattern == 5)
    add_lines (builder, rect);
  path = gsk_path_builder_free_to_path (builder);
  color.alpha = self->strong ? 0.6f : 0.3f;
  gtk_snapshot_append_stroke (snapshot, path, stroke, &color);
}

void
ter_bar_paint_snapshot (const TerBarPaint     *self,
                        GtkSnapshot           *snapshot,
                        const graphene_rect_t *rect,
                        float                  radius,
                        const GdkRGBA         *foreground)
{
  GskRoundedRect outline;
  GdkRGBA border = *foreground;

  if (rect->size.width <= 0 || rect->size.height <= 0)
    return;
  radius = MIN (radius, MIN (rect->size.width, rect->size.height) / 2);
  gsk_rounded_rect_init_from_rect (&outline, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &self->color, rect);
  if (self->pattern != 0)
    snapshot_pattern (self, snapshot, rect);
  gtk_snapshot_pop (snapshot);
  border.alpha *= self->strong ? 1.0f : 0.65f;
  if (self->outlined)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { border, border, border, border });
}
