/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ter-palette.h"

/* What a reader sees, in linear RGB: normally, and with protanopia, deuteranopia, tritanopia (Machado, Oliveira and
 * Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, 2009, severity 1). */
static const double eyes[][9] = {
  { 1, 0, 0, 0, 1, 0, 0, 0, 1 },
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
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

static void
test_colours_are_told_apart_by_everyone (void)
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
      for (guint i = 0; i < TER_PALETTE_SIZE; i++)
        for (guint j = 0; j < i; j++)
          {
            double a[3], b[3], distance;

            to_oklab (ter_palette_get (i, dark), eyes[eye], a);
            to_oklab (ter_palette_get (j, dark), eyes[eye], b);
            distance = sqrt ((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
            g_assert_cmpfloat (distance, >=, dark ? 0.12 : 0.079);
          }
}

static void
test_colours_stand_out_from_their_background (void)
{
  for (guint i = 0; i < TER_PALETTE_SIZE; i++)
    {
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, FALSE), 0xffffff), >=, 3);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, FALSE), 0xfafafa), >=, 3);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, TRUE), 0x1d1d20), >=, 3);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, TRUE), 0x36363a), >=, 3);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, TRUE), ter_color_get_readable (ter_palette_get (i, TRUE))), >=, 4.5);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, FALSE), ter_color_get_readable (ter_palette_get (i, FALSE))), >=, 4.5);
    }
}

static void
test_contrast_is_that_of_wcag (void)
{
  g_assert_cmpfloat_with_epsilon (ter_color_get_contrast (0x000000, 0xffffff), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (ter_color_get_contrast (0x777777, 0xffffff), 4.48, 0.005);
  g_assert_cmpfloat_with_epsilon (ter_color_get_contrast (0xff0000, 0xff0000), 1, 1e-9);
  g_assert_cmphex (ter_color_get_readable (0xf5c211), ==, 0x000000);
  g_assert_cmphex (ter_color_get_readable (0x1a5fb4), ==, 0xffffff);
}

static void
test_only_plain_colours_are_read (void)
{
  static const char *const bad[] = { "", "red", "#fff", "#12345", "#1234567", "#12345g", "rgb(1,2,3)", NULL };
  guint32 color = 0;

  g_assert_true (ter_color_parse ("#1A5fb4", &color));
  g_assert_cmphex (color, ==, 0x1a5fb4);
  g_assert_false (ter_color_parse (NULL, &color));
  for (guint i = 0; bad[i] != NULL; i++)
    g_assert_false (ter_color_parse (bad[i], &color));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/apart", test_colours_are_told_apart_by_everyone);
  g_test_add_func ("/palette/background", test_colours_stand_out_from_their_background);
  g_test_add_func ("/palette/contrast", test_contrast_is_that_of_wcag);
  g_test_add_func ("/palette/parse", test_only_plain_colours_are_read);
  return g_test_run ();
}
