/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-heat-color.h"

#include <math.h>

#include "ter-palette.h"

#define N_STOPS 7

/* Those of the maps. */
static const guint32 stops[2][N_STOPS] = {
  { 0xd3e4f6, 0xacceee, 0x80b4e2, 0x5497d0, 0x2f79b9, 0x155b9a, 0x083e74 },
  { 0x22476b, 0x2c5f8e, 0x3a79b2, 0x5795cf, 0x7db1e2, 0xa6ccf0, 0xd2e6fa },
};

static float
mix (guint32 a, guint32 b, guint shift, double part)
{
  double from = (a >> shift & 0xff) / 255.0, to = (b >> shift & 0xff) / 255.0;

  return (float) (from + (to - from) * part);
}

GdkRGBA
ter_heat_color_get (double part, gboolean dark)
{
  double place = CLAMP (part, 0, 1) * (N_STOPS - 1);
  guint index = MIN ((guint) floor (place), N_STOPS - 2);
  guint32 a = stops[dark][index], b = stops[dark][index + 1];

  return (GdkRGBA) { mix (a, b, 16, place - index), mix (a, b, 8, place - index), mix (a, b, 0, place - index), 1 };
}

GdkRGBA
ter_heat_color_get_ink (const GdkRGBA *color)
{
  guint32 packed =
    (guint32) round (color->red * 255) << 16 | (guint32) round (color->green * 255) << 8 | (guint32) round (color->blue * 255);
  float ink = ter_color_get_readable (packed) == 0xffffff ? 1 : 0;

  return (GdkRGBA) { ink, ink, ink, 1 };
}
