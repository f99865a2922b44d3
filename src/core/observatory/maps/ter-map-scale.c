/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-scale.h"

#include <math.h>

#define N_STOPS 7

/* [high contrast][dark] */
static const guint32 one_hue[2][2][N_STOPS] = {
  { { 0xd3e4f6, 0xacceee, 0x80b4e2, 0x5497d0, 0x2f79b9, 0x155b9a, 0x083e74 },
    { 0x22476b, 0x2c5f8e, 0x3a79b2, 0x5795cf, 0x7db1e2, 0xa6ccf0, 0xd2e6fa } },
  { { 0xe6f1fc, 0xb5d4f3, 0x80b3e2, 0x4a90d2, 0x2b6cae, 0x10477d, 0x02203f },
    { 0x123150, 0x225488, 0x3b79b8, 0x5fa2e0, 0x90c2f0, 0xc1dff9, 0xf4faff } },
};
/* The two sides differ in lightness as well, so that a print in grey tells them apart. */
static const guint32 two_hues[2][2][N_STOPS] = {
  { { 0x8a480a, 0xd0822f, 0xf5be85, 0xf3f1ee, 0x95b5dd, 0x4f7dbb, 0x123f7c },
    { 0xf9cb96, 0xc78340, 0x7a4a1c, 0x38383c, 0x3d70ad, 0x7da9e0, 0xdcebfc } },
  { { 0x5a2c00, 0xb0661a, 0xf0b070, 0xffffff, 0x8fb2e0, 0x3a6cb4, 0x041f4d },
    { 0xffd9ae, 0xd18a3c, 0x7e4a17, 0x1c1c1f, 0x3a70b4, 0x80b0ec, 0xf0f7ff } },
};

/* ---- OKLab ---- */

static void
to_lab (guint32 color, double lab[3])
{
  double c[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    {
      double value = (color >> (16 - 8 * i) & 0xff) / 255.0;

      c[i] = value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
    }
  l = cbrt (0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
  m = cbrt (0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
  s = cbrt (0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static guint32
from_lab (const double lab[3])
{
  double l = pow (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
  double m = pow (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
  double s = pow (lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
  double c[3] = { 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s, -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
                  -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s };
  guint32 color = 0;

  for (guint i = 0; i < 3; i++)
    {
      double value = CLAMP (c[i], 0.0, 1.0);

      value = value <= 0.0031308 ? 12.92 * value : 1.055 * pow (value, 1 / 2.4) - 0.055;
      color = color << 8 | (guint32) lround (value * 255.0);
    }
  return color;
}

/* @t: 0 for the first stop, 1 for the last. */
static guint32
interpolate (const guint32 *stops, double t)
{
  double at = CLAMP (t, 0.0, 1.0) * (N_STOPS - 1);
  guint i = MIN ((guint) at, N_STOPS - 2);
  double a[3], b[3];

  to_lab (stops[i], a);
  to_lab (stops[i + 1], b);
  for (guint j = 0; j < 3; j++)
    a[j] += (b[j] - a[j]) * (at - i);
  return from_lab (a);
}

/* ---- Places on the scale ---- */

/* Where a class stands between the ends of two hues, -1 to 1. Classes next to a middle that is a bound keep away from it, so that they
 * differ from one another. */
static double
place_around_middle (const TerMapScale *self, guint index)
{
  const TerClasses *classes = &self->classes;
  guint below = 0, above = 0, longer;
  int steps;
  gboolean neutral;

  for (guint i = 0; i < classes->n_classes; i++)
    {
      below += classes->bounds[i + 1] <= self->middle;
      above += classes->bounds[i] >= self->middle;
    }
  neutral = below + above < classes->n_classes;
  steps = index < below ? (int) index - (int) below : (int) index - (int) (below + neutral) + 1;
  if (neutral && index == below)
    return 0.0;
  longer = MAX (below, above);
  if (neutral)
    return (double) steps / longer;
  if (longer == 1)
    return steps;
  return copysign (1.0 / 3.0 + 2.0 / 3.0 * (ABS (steps) - 1) / (longer - 1), steps);
}

static double
place_class (const TerMapScale *self, guint index)
{
  guint n = self->classes.n_classes;

  if (self->diverging)
    return (1.0 + place_around_middle (self, index)) / 2.0;
  return n < 2 ? 0.5 : (double) index / (n - 1);
}

static double
place_value (const TerMapScale *self, double value)
{
  double from = self->from, to = self->to;

  if (self->diverging && value < self->middle)
    return from < self->middle ? CLAMP (0.5 * (value - from) / (self->middle - from), 0.0, 0.5) : 0.5;
  if (self->diverging)
    return to > self->middle ? CLAMP (0.5 + 0.5 * (value - self->middle) / (to - self->middle), 0.5, 1.0) : 0.5;
  return to > from ? CLAMP ((value - from) / (to - from), 0.0, 1.0) : 0.5;
}

guint
ter_map_scale_get_n_colors (const TerMapScale *self)
{
  return self->continuous ? TER_MAP_SCALE_STEPS : self->classes.n_classes;
}

int
ter_map_scale_find (const TerMapScale *self, double value)
{
  if (!self->continuous)
    return ter_classes_find (&self->classes, value);
  return isfinite (value) ? (int) lround (place_value (self, value) * (TER_MAP_SCALE_STEPS - 1)) : -1;
}

guint32
ter_map_scale_get_color (const TerMapScale *self, guint index, gboolean dark, gboolean high_contrast)
{
  double t = self->continuous ? index / (TER_MAP_SCALE_STEPS - 1.0) : place_class (self, index);

  return interpolate ((self->diverging ? two_hues : one_hue)[!!high_contrast][!!dark], t);
}
