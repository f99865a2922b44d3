/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-guide-paint.h"

#include "ter-palette.h"

#define LINE_WIDTH 2.0f

static GdkRGBA
get_color (const TerGuide *guide, const GdkRGBA *foreground)
{
  guint32 color;

  if (!ter_color_parse (guide->color, &color))
    return *foreground;
  return (GdkRGBA) { (color >> 16 & 0xff) / 255.0f, (color >> 8 & 0xff) / 255.0f, (color & 0xff) / 255.0f, 1 };
}

static void
paint_line (GtkSnapshot *snapshot, double x, double y, double to_x, double to_y, float width, const GdkRGBA *color)
{
  static const float dashes[] = { 7, 4 };
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (width);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_move_to (builder, x, y);
  gsk_path_builder_line_to (builder, to_x, to_y);
  path = gsk_path_builder_free_to_path (builder);
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
}

void
ter_guide_paint (GtkSnapshot *snapshot, const TerGuide *guide, const TerRect *rect, gboolean hovered, const GdkRGBA *foreground)
{
  GdkRGBA color, tint;
  gboolean across;

  g_return_if_fail (guide != NULL && rect != NULL);

  color = tint = get_color (guide, foreground);
  across = rect->width >= rect->height;
  if (guide->from == guide->to)
    {
      paint_line (snapshot, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height,
                  hovered ? LINE_WIDTH + 1.5f : LINE_WIDTH, &color);
      return;
    }
  tint.alpha *= hovered ? 0.24f : 0.14f;
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (rect->x, rect->y, MAX (rect->width, 1), MAX (rect->height, 1)));
  color.alpha *= 0.6f;
  if (across)
    {
      paint_line (snapshot, rect->x, rect->y, rect->x + rect->width, rect->y, 1, &color);
      paint_line (snapshot, rect->x, rect->y + rect->height, rect->x + rect->width, rect->y + rect->height, 1, &color);
      return;
    }
  paint_line (snapshot, rect->x, rect->y, rect->x, rect->y + rect->height, 1, &color);
  paint_line (snapshot, rect->x + rect->width, rect->y, rect->x + rect->width, rect->y + rect->height, 1, &color);
}
