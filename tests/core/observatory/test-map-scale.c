/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-scale.h"

#include <math.h>

/* What a reader sees, in linear RGB: normally, with protanopia, deuteranopia, tritanopia (Machado, Oliveira and
 * Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1), and
 * in grey (relative luminance). */
static const double eyes[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
  { 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722, 0.2126, 0.7152, 0.0722 },
};

/* Björn Ottosson, A perceptual color space for image processing, 2020. */
static void
to_oklab (guint32 color, const double *eye, double lab[3])
{
  double rgb[3], seen[3], l, m, s;

  for (guint i = 0; i < 3; i++)
    {
      double c = (color >> (16 - 8 * i) & 0xff) / 255.0;

      rgb[i] = c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
    }
  for (guint i = 0; i < 3; i++)
    seen[i] = MAX (0, eye[3 * i] * rgb[0] + eye[3 * i + 1] * rgb[1] + eye[3 * i + 2] * rgb[2]);
  l = cbrt (0.4122214708 * seen[0] + 0.5363325363 * seen[1] + 0.0514459929 * seen[2]);
  m = cbrt (0.2119034982 * seen[0] + 0.6806995451 * seen[1] + 0.1073969566 * seen[2]);
  s = cbrt (0.0883024619 * seen[0] + 0.2817188376 * seen[1] + 0.6299787005 * seen[2]);
  lab[0] = 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s;
  lab[1] = 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s;
  lab[2] = 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s;
}

static double
distance (guint32       a,
          guint32       b,
          const double *eye)
{
  double one[3], other[3];

  to_oklab (a, eye, one);
  to_oklab (b, eye, other);
  return sqrt (pow (one[0] - other[0], 2) + pow (one[1] - other[1], 2) + pow (one[2] - other[2], 2));
}

/* Twice what is just told apart. */
static void
assert_neighbours_differ (const TerMapScale *scale)
{
  for (guint style = 0; style < 4; style++)
    for (guint i = 1; i < ter_map_scale_get_n_colors (scale); i++)
      for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
        g_assert_cmpfloat (distance (ter_map_scale_get_color (scale, i - 1, style & 1, style >> 1),
                                     ter_map_scale_get_color (scale, i, style & 1, style >> 1), eyes[eye]), >=, 0.04);
}

static void
neighbouring_classes_are_told_apart_by_everyone (void)
{
  for (guint n = 2; n <= TER_MAX_CLASSES; n++)
    {
      TerMapScale scale = { .classes = ter_classes_equal (0, n, n) };

      assert_neighbours_differ (&scale);
      scale.diverging = TRUE;
      for (guint half = 1; half < 2 * n; half++)
        {
          scale.middle = half / 2.0;
          assert_neighbours_differ (&scale);
        }
    }
}

static void
lightness_goes_one_way (void)
{
  TerMapScale scale = { .continuous = TRUE, .from = 0, .to = 1 };

  for (guint style = 0; style < 4; style++)
    for (guint i = 1; i < TER_MAP_SCALE_STEPS; i++)
      {
        double before[3], after[3];

        to_oklab (ter_map_scale_get_color (&scale, i - 1, style & 1, style >> 1), eyes[4], before);
        to_oklab (ter_map_scale_get_color (&scale, i, style & 1, style >> 1), eyes[4], after);
        g_assert_cmpfloat ((style & 1) != 0 ? after[0] - before[0] : before[0] - after[0], >, 0);
      }
}

static void
the_middle_is_neutral_and_the_ends_are_far (void)
{
  TerMapScale scale = { .continuous = TRUE, .from = -1, .to = 9, .diverging = TRUE, .middle = 0 };
  guint middle = ter_map_scale_find (&scale, 0), last = TER_MAP_SCALE_STEPS - 1;

  g_assert_cmpint (ter_map_scale_find (&scale, -1), ==, 0);
  g_assert_cmpint (ter_map_scale_find (&scale, -50), ==, 0);
  g_assert_cmpint (ter_map_scale_find (&scale, 50), ==, last);
  g_assert_cmpint (ABS ((int) middle - (int) last / 2), <=, 1);
  for (guint style = 0; style < 4; style++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      {
        guint32 neutral = ter_map_scale_get_color (&scale, middle, style & 1, style >> 1);

        g_assert_cmpfloat (distance (ter_map_scale_get_color (&scale, 0, style & 1, style >> 1), neutral, eyes[eye]), >=, 0.25);
        g_assert_cmpfloat (distance (ter_map_scale_get_color (&scale, last, style & 1, style >> 1), neutral, eyes[eye]), >=, 0.25);
        g_assert_cmpfloat (distance (ter_map_scale_get_color (&scale, 0, style & 1, style >> 1),
                                     ter_map_scale_get_color (&scale, last, style & 1, style >> 1), eyes[eye]), >=, 0.04);
      }
}

static void
what_has_no_value_has_no_colour (void)
{
  TerMapScale scale = { .continuous = TRUE, .from = 1, .to = 1 }, empty = { 0 };

  g_assert_cmpint (ter_map_scale_find (&scale, NAN), ==, -1);
  g_assert_cmpint (ter_map_scale_find (&scale, 1), >=, 0);
  g_assert_cmpint (ter_map_scale_find (&empty, 1), ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/map-scale/neighbouring-classes-are-told-apart-by-everyone", neighbouring_classes_are_told_apart_by_everyone);
  g_test_add_func ("/observatory/map-scale/lightness-goes-one-way", lightness_goes_one_way);
  g_test_add_func ("/observatory/map-scale/the-middle-is-neutral-and-the-ends-are-far", the_middle_is_neutral_and_the_ends_are_far);
  g_test_add_func ("/observatory/map-scale/what-has-no-value-has-no-colour", what_has_no_value_has_no_colour);

  return g_test_run ();
}
