/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-raster.h"

#define SIZE 16u

static void
fill (TerMapRaster *raster, const TerMapPoint *points, guint n, guint16 number)
{
  g_autofree float *weights = g_new (float, n);
  const guint32 end = n;
  const TerMapTransform as_it_is = { 1, 0, 0 };

  for (guint i = 0; i < n; i++)
    weights[i] = 1;
  ter_map_raster_fill (raster, points, weights, 0, &end, 1, &as_it_is, 0, number);
}

static void
fills_by_the_centres_of_samples (void)
{
  for (guint samples = 2; samples <= 4; samples += 2)
    {
      g_autoptr (TerMapRaster) raster = ter_map_raster_new (SIZE, samples);
      const TerMapPoint square[] = { { 2, 3 }, { 5, 3 }, { 5, 7 }, { 2, 7 } };

      fill (raster, square, 4, 9);
      for (guint y = 0; y < SIZE; y++)
        for (guint x = 0; x < SIZE; x++)
          g_assert_cmpuint (ter_map_raster_get (raster, x, y), ==, x >= 2 && x < 5 && y >= 3 && y < 7 ? 9 : 0);
      g_assert_cmpuint (ter_map_raster_get (raster, SIZE, 0), ==, 0);
    }
}

/* A fan of triangles over the whole square, beyond its sides too: each place belongs to one, whatever the order. */
static void
neighbours_leave_no_gap_and_share_nothing (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr (TerMapRaster) raster = ter_map_raster_new (SIZE, 2), other = ter_map_raster_new (SIZE, 2);
      TerMapPoint middle = { g_rand_double_range (rand, 0, SIZE), g_rand_double_range (rand, 0, SIZE) };
      TerMapPoint around[8] = { { -50, -50 }, { 8, -50 }, { 70, -50 }, { 70, 8 }, { 70, 70 }, { 8, 70 }, { -50, 70 }, { -50, 8 } };

      for (guint i = 0; i < 8; i++)
        {
          const TerMapPoint one[] = { middle, around[i], around[(i + 1) % 8] };
          const TerMapPoint turned[] = { around[(8 - i) % 8], around[7 - i], middle };

          fill (raster, one, 3, i + 1);
          fill (other, turned, 3, 8 - i);
        }
      for (guint y = 0; y < SIZE; y++)
        for (guint x = 0; x < SIZE; x++)
          {
            g_assert_cmpuint (ter_map_raster_get (raster, x, y), >, 0);
            g_assert_cmpuint (ter_map_raster_get (raster, x, y), ==, ter_map_raster_get (other, x, y));
          }
    }
}

static void
paints_colours_borders_and_hatching (void)
{
  g_autoptr (TerMapRaster) raster = ter_map_raster_new (SIZE, 2);
  const TerMapPoint left[] = { { 0, 0 }, { 8, 0 }, { 8, 40 }, { 0, 40 } }, right[] = { { 8, 0 }, { 40, 0 }, { 40, 40 }, { 8, 40 } };
  guint32 pixels[SIZE * SIZE];
  TerMapInk ink;

  fill (raster, left, 4, 1);
  fill (raster, right, 4, 2);
  ter_map_raster_seal (raster);
  ter_map_ink_init (&ink, 2);
  ter_map_ink_set (&ink, 1, 0xff102030, 0xffffffff);
  ter_map_ink_set_hatched (&ink, 2, 0x80808080, 0xff000000);
  ter_map_raster_paint (raster, &ink, pixels);
  g_assert_cmphex (pixels[0], ==, 0xff102030);
  /* Half a pixel of white and half of the fill. */
  g_assert_cmphex (pixels[7], ==, 0xff889098);
  g_assert_cmphex (pixels[8], ==, 0x80808080);
  g_assert_cmphex (pixels[9], ==, 0x20202020);
  g_assert_cmphex (pixels[10], ==, 0);
  g_assert_cmphex (pixels[SIZE + 15], ==, 0x80808080);
  ink.has_edges = FALSE;
  ter_map_raster_paint (raster, &ink, pixels);
  g_assert_cmphex (pixels[7], ==, 0xff102030);
  ter_map_ink_clear (&ink);
}

static void
points_without_weight_are_left_out (void)
{
  g_autoptr (TerMapRaster) raster = ter_map_raster_new (SIZE, 2);
  const TerMapPoint points[] = { { 2, 2 }, { 8, 2 }, { 8, 8 }, { 5, 12 }, { 2, 8 } };
  const float weights[] = { 9, 9, 9, 1, 9 };
  const guint32 end = 5;
  const TerMapTransform moved = { 2, -4, -4 };

  ter_map_raster_fill (raster, points, weights, 0, &end, 1, &moved, 2, 1);
  g_assert_cmpuint (ter_map_raster_get (raster, 5, 11), ==, 1);
  g_assert_cmpuint (ter_map_raster_get (raster, 5, 13), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/map-raster/fills-by-the-centres-of-samples", fills_by_the_centres_of_samples);
  g_test_add_func ("/observatory/map-raster/neighbours-leave-no-gap-and-share-nothing", neighbours_leave_no_gap_and_share_nothing);
  g_test_add_func ("/observatory/map-raster/paints-colours-borders-and-hatching", paints_colours_borders_and_hatching);
  g_test_add_func ("/observatory/map-raster/points-without-weight-are-left-out", points_without_weight_are_left_out);

  return g_test_run ();
}
