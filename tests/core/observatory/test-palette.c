/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "colour-vision.h"
#include "ter-palette.h"

static void
test_colours_are_told_apart_by_everyone (void)
{
  for (guint dark = 0; dark < 2; dark++)
    for (guint eye = 0; eye < N_COLOUR_EYES; eye++)
      for (guint i = 0; i < TER_PALETTE_SIZE; i++)
        for (guint j = 0; j < i; j++)
          g_assert_cmpfloat (distance (ter_palette_get (i, dark), ter_palette_get (j, dark), eyes[eye]), >=, dark ? 0.12 : 0.079);
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
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, TRUE), ter_color_get_readable (ter_palette_get (i, TRUE))), >=,
                         4.5);
      g_assert_cmpfloat (ter_color_get_contrast (ter_palette_get (i, FALSE), ter_color_get_readable (ter_palette_get (i, FALSE))),
                         >=, 4.5);
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
