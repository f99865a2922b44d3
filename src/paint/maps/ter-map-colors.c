/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-colors.h"

#include <math.h>

#include "ter-palette.h"

/* Of a border beside a territory. */
#define LEAST_CONTRAST 1.3

TerColor
ter_map_colors_get_class (const TerPaintStyle *style, const TerMapScale *scale, guint index)
{
  return ter_paint_style_get_color (style, ter_map_scale_get_color (scale, index, style->dark, style->high_contrast));
}

void
ter_map_colors_get (const TerPaintStyle *style, const TerMapScale *scale, guint index, double edges, TerColor *fill,
                    TerColor *border)
{
  *fill = ter_map_colors_get_class (style, scale, index);
  *border = ter_color_mix (fill, &style->border, edges);
  /* Two territories of the colour that the border has would be one. */
  if (ter_color_get_contrast (ter_color_pack (fill), ter_color_pack (&style->border)) < LEAST_CONTRAST)
    {
      TerColor readable = ter_color_get_ink (fill);

      *border = ter_color_mix (fill, &readable, (style->high_contrast ? 0.7 : 0.35) * edges);
    }
}

void
ter_map_colors_get_hatched (const TerPaintStyle *style, double edges, TerColor *line, TerColor *border)
{
  *line = ter_color_fade (&style->text, style->high_contrast ? 0.8 : 0.4);
  *border = ter_color_fade (&style->text, (style->high_contrast ? 1.0 : 0.45) * edges);
}

/* Premultiplied ARGB. */
static guint32
premultiply (const TerColor *color)
{
  double a = color->alpha;

  return (guint32) lround (a * 255) << 24 | (guint32) lround (color->red * a * 255) << 16 |
         (guint32) lround (color->green * a * 255) << 8 | (guint32) lround (color->blue * a * 255);
}

void
ter_map_colors_fill_ink (const TerPaintStyle *style, TerMapInk *ink, const TerMapScale *scale, const double *values, double edges)
{
  guint n = ter_map_scale_get_n_colors (scale);
  g_autofree guint32 *fills = g_new (guint32, n + 1), *borders = g_new (guint32, n + 1);
  TerColor fill, border;

  for (guint i = 0; i < n; i++)
    {
      ter_map_colors_get (style, scale, i, edges, &fill, &border);
      fills[i] = premultiply (&fill);
      borders[i] = premultiply (&border);
    }
  ter_map_colors_get_hatched (style, edges, &fill, &border);
  ink->has_edges = edges > 0.0;
  for (guint i = 0; i < ink->n; i++)
    {
      int class = ter_map_scale_find (scale, values[i]);

      if (class >= 0)
        ter_map_ink_set (ink, i + 1, fills[class], borders[class]);
      else
        ter_map_ink_set_hatched (ink, i + 1, premultiply (&fill), premultiply (&border));
    }
}
