/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-scale.h"

#include <math.h>

#include "colour-vision.h"

/* Twice what is just told apart. */
static void
assert_neighbours_differ (const TerMapScale *scale)
{
  for (guint style = 0; style < 4; style++)
    for (guint i = 1; i < ter_map_scale_get_n_colors (scale); i++)
      for (guint eye = 0; eye < G_N_ELEMENTS (eyes); eye++)
        g_assert_cmpfloat (distance (ter_map_scale_get_color (scale, i - 1, style & 1, style >> 1),
                                     ter_map_scale_get_color (scale, i, style & 1, style >> 1), eyes[eye]),
                           >=, 0.04);
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
                                     ter_map_scale_get_color (&scale, last, style & 1, style >> 1), eyes[eye]),
                           >=, 0.04);
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

  g_test_add_func ("/observatory/map-scale/neighbouring-classes-are-told-apart-by-everyone",
                   neighbouring_classes_are_told_apart_by_everyone);
  g_test_add_func ("/observatory/map-scale/lightness-goes-one-way", lightness_goes_one_way);
  g_test_add_func ("/observatory/map-scale/the-middle-is-neutral-and-the-ends-are-far", the_middle_is_neutral_and_the_ends_are_far);
  g_test_add_func ("/observatory/map-scale/what-has-no-value-has-no-colour", what_has_no_value_has_no_colour);

  return g_test_run ();
}
