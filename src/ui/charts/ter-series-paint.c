/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-series-paint.h"

#include <adwaita.h>
#include <math.h>

#include "ter-palette.h"

#define N_PATTERNS 6
#define PITCH 7.0f
#define LINE_WIDTH 2.5f

/* The card's background in libadwaita's two styles. */
#define LIGHT_BACKGROUND 0xffffff
#define DARK_BACKGROUND 0x36363a

static GdkRGBA
to_rgba (guint32 color)
{
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0f, (color >> 8 & 0xff) / 255.0f, (color & 0xff) / 255.0f, 1 };
}

void
ter_series_paint_init (TerSeriesPaint *self, TerFigure *figure, guint series)
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
add_slanted (GskPathBuilder *builder, const graphene_rect_t *rect, float pitch, gboolean rising)
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
add_dots (GskPathBuilder *builder, const graphene_rect_t *rect)
{
  for (float y = rect->origin.y + 3; y < rect->origin.y + rect->size.height; y += PITCH - 1)
    for (float x = rect->origin.x + 3; x < rect->origin.x + rect->size.width; x += PITCH - 1)
      gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), 0.6f);
}

static void
add_lines (GskPathBuilder *builder, const graphene_rect_t *rect)
{
  for (float y = rect->origin.y + 3; y < rect->origin.y + rect->size.height; y += PITCH - 2)
    {
      gsk_path_builder_move_to (builder, rect->origin.x, y);
      gsk_path_builder_line_to (builder, rect->origin.x + rect->size.width, y);
    }
}

static void
snapshot_pattern (const TerSeriesPaint *self, GtkSnapshot *snapshot, const graphene_rect_t *rect)
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
ter_series_paint_snapshot (const TerSeriesPaint *self, GtkSnapshot *snapshot, const graphene_rect_t *rect, float radius,
                           const GdkRGBA *foreground)
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

static GdkRGBA
get_border (const TerSeriesPaint *self, const GdkRGBA *foreground)
{
  GdkRGBA border = *foreground;

  border.alpha *= self->strong ? 1.0f : 0.65f;
  return border;
}

void
ter_series_paint_fill (const TerSeriesPaint *self, GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *foreground)
{
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  GdkRGBA border = get_border (self, foreground);
  graphene_rect_t bounds;

  if (!gsk_path_get_bounds (path, &bounds) || bounds.size.width <= 0 || bounds.size.height <= 0)
    return;
  gtk_snapshot_push_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD);
  gtk_snapshot_append_color (snapshot, &self->color, &bounds);
  if (self->pattern != 0)
    snapshot_pattern (self, snapshot, &bounds);
  gtk_snapshot_pop (snapshot);
  if (self->outlined)
    gtk_snapshot_append_stroke (snapshot, path, stroke, &border);
}

void
ter_series_paint_line (const TerSeriesPaint *self, GtkSnapshot *snapshot, GskPath *path, const GdkRGBA *foreground)
{
  static const struct
  {
    gsize n;
    float lengths[4];
  } dashes[N_PATTERNS] = {
    { 0 }, { 2, { 9, 5 } }, { 2, { 3, 4 } }, { 4, { 12, 4, 3, 4 } }, { 2, { 16, 6 } }, { 4, { 9, 4, 3, 4 } },
  };
  g_autoptr (GskStroke) stroke = gsk_stroke_new (LINE_WIDTH);
  GdkRGBA border = get_border (self, foreground);

  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  if (dashes[self->pattern].n > 0)
    gsk_stroke_set_dash (stroke, dashes[self->pattern].lengths, dashes[self->pattern].n);
  if (self->outlined && !self->strong)
    {
      gsk_stroke_set_line_width (stroke, LINE_WIDTH + 1.5f);
      gtk_snapshot_append_stroke (snapshot, path, stroke, &border);
    }
  gsk_stroke_set_line_width (stroke, self->strong ? LINE_WIDTH + 1 : LINE_WIDTH);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &self->color);
}

static void
add_polygon (GskPathBuilder *builder, double x, double y, double radius, guint n, double turn)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n + turn;

      if (i == 0)
        gsk_path_builder_move_to (builder, x + radius * sin (angle), y - radius * cos (angle));
      else
        gsk_path_builder_line_to (builder, x + radius * sin (angle), y - radius * cos (angle));
    }
  gsk_path_builder_close (builder);
}

void
ter_series_paint_marker (const TerSeriesPaint *self, GtkSnapshot *snapshot, double x, double y, double radius,
                         const GdkRGBA *foreground)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1);
  g_autoptr (GskPath) path = NULL;
  GdkRGBA border = self->outlined ? get_border (self, foreground) : self->ink;

  switch (self->pattern)
    {
    case 1: add_polygon (builder, x, y, radius * 1.25, 4, G_PI / 4); break;
    case 2: add_polygon (builder, x, y + radius * 0.2, radius * 1.45, 3, 0); break;
    case 3: add_polygon (builder, x, y, radius * 1.35, 4, 0); break;
    case 4: add_polygon (builder, x, y - radius * 0.2, radius * 1.45, 3, G_PI); break;
    case 5: add_polygon (builder, x, y, radius * 1.15, 5, 0); break;
    default: gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius); break;
    }
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_WINDING, &self->color);
  border.alpha *= self->outlined ? 1.0f : 0.7f;
  gtk_snapshot_append_stroke (snapshot, path, stroke, &border);
}
