/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-guide.h"

#include "ter-palette.h"

#define LINE_WIDTH 2.0
#define HALO 1.5

static TerColor
get_color (const TerGuide *guide, const TerPaintStyle *style)
{
  guint32 color;

  return ter_color_parse (guide->color, &color) ? ter_paint_style_get_color (style, color) : style->text;
}

static void
draw_line (TerCanvas *canvas, double x, double y, double to_x, double to_y, double width, const TerColor *color)
{
  static const double dashes[] = { 7, 4 };
  const TerPen pen = { width, dashes, G_N_ELEMENTS (dashes), FALSE };

  ter_canvas_line (canvas, x, y, to_x, to_y, &pen, color);
}

static void
draw_band (TerCanvas *canvas, const TerRect *rect, gboolean hovered, const TerColor *color)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  TerColor tint = ter_color_fade (color, hovered ? 0.24 : 0.14), edge = ter_color_fade (color, 0.6);

  ter_canvas_fill_rect (canvas, rect->x, rect->y, MAX (rect->width, 1), MAX (rect->height, 1), &tint);
  if (rect->width >= rect->height)
    {
      draw_line (canvas, rect->x, rect->y, right, rect->y, 1, &edge);
      draw_line (canvas, rect->x, bottom, right, bottom, 1, &edge);
      return;
    }
  draw_line (canvas, rect->x, rect->y, rect->x, bottom, 1, &edge);
  draw_line (canvas, right, rect->y, right, bottom, 1, &edge);
}

void
ter_paint_guide_draw (const TerGuide *guide, TerCanvas *canvas, const TerPaintStyle *style, const TerRect *rect, gboolean over,
                      gboolean hovered)
{
  double width = hovered ? LINE_WIDTH + 1.5 : LINE_WIDTH;
  const TerPen halo = { .width = width + 2 * HALO };
  TerColor color;

  g_return_if_fail (guide != NULL && rect != NULL);

  color = get_color (guide, style);
  if (guide->from != guide->to)
    {
      draw_band (canvas, rect, hovered, &color);
      return;
    }
  if (over)
    ter_canvas_line (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, &halo, &style->card);
  draw_line (canvas, rect->x, rect->y, rect->x + rect->width, rect->y + rect->height, width, &color);
}
