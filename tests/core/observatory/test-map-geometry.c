/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-geometry.h"

static TerOutline *
read_departements (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", "innovation-territoriale", "maps",
                                            "departements.geojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TerOutline *outline;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, size);
  outline = ter_outline_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return outline;
}

/* What is drawn, looked up pixel by pixel, is what the outlines themselves hold; near a border, detail that is left out may differ. */
static void
the_picture_agrees_with_the_outlines (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  const TerBox *bounds = &ter_map_geometry_get_plane (geometry, 0)->bounds;
  TerMapTransform transform = { 256 / (bounds->right - bounds->left), 0, 0 };
  g_autoptr (TerMapRaster) raster = ter_map_raster_new (256, 2);
  guint n_land = 0, n_other = 0;

  transform.dx = -bounds->left * transform.factor;
  transform.dy = -bounds->top * transform.factor;
  ter_map_geometry_fill (geometry, 0, raster, 256, &transform);
  for (guint y = 0; y < 256; y++)
    for (guint x = 0; x < 256; x++)
      {
        int drawn = (int) ter_map_raster_get (raster, x, y) - 1;
        /* The centre of the sample that is looked at. */
        int held = ter_map_geometry_hit (geometry, 0, (x + 0.75 - transform.dx) / transform.factor, (y + 0.75 - transform.dy) / transform.factor);

        n_land += held >= 0;
        n_other += drawn != held;
      }
  g_assert_cmpuint (n_land, >, 20000);
  g_assert_cmpuint (n_other, <, n_land / 50);
}

static void
each_territory_has_a_place_for_its_name (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);

  for (guint i = 0; i < ter_map_geometry_get_n_features (geometry); i++)
    {
      double width;
      TerMapPoint middle = ter_map_geometry_get_middle (geometry, i, &width);

      g_assert_cmpfloat (width, >, 0);
      g_assert_cmpint (ter_map_geometry_hit (geometry, ter_map_geometry_get_frame (geometry, i), middle.x, middle.y), ==, i);
    }
}

static void
add_points_cb (const TerMapPoint *points,
               guint              n_points,
               gpointer           user_data)
{
  *(guint *) user_data += n_points;
}

static void
less_detail_has_fewer_points (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  guint all = 0, fewer = 0, fewest = 0;

  for (guint i = 0; i < ter_map_geometry_get_n_features (geometry); i++)
    {
      ter_map_geometry_foreach_ring (geometry, i, 0, add_points_cb, &all);
      ter_map_geometry_foreach_ring (geometry, i, 1e-6, add_points_cb, &fewer);
      ter_map_geometry_foreach_ring (geometry, i, 1e-3, add_points_cb, &fewest);
    }
  g_assert_cmpuint (all, ==, ter_map_geometry_get_n_points (geometry));
  g_assert_cmpuint (fewer, <, all);
  g_assert_cmpuint (fewest, <, fewer);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/map-geometry/the-picture-agrees-with-the-outlines", the_picture_agrees_with_the_outlines);
  g_test_add_func ("/observatory/map-geometry/each-territory-has-a-place-for-its-name", each_territory_has_a_place_for_its_name);
  g_test_add_func ("/observatory/map-geometry/less-detail-has-fewer-points", less_detail_has_fewer_points);

  return g_test_run ();
}
