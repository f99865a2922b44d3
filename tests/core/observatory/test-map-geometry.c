/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-geometry.h"

#include "departements.h"

/* What d3-geo 3.1 computes for an outline from 5° W to 10° E and 42° to 51° N, with the parallels that ter_projection_init() chooses:
 * geoConicConformal().parallels([43.5, 49.5]).rotate([-2.5, 0]).center([0, 46.5]).scale(1).translate([0, 0]). */
static const TerPosition positions[] = { { -5, 42 }, { 10, 51 }, { 2.5, 51 }, { 2.35, 48.85 } };
static const double projected[][2] = {
  { -0.097293702, 0.073888091 },
  { 0.082399490, -0.082429850 },
  { 0.000000000, -0.078513144 },
  { -0.001721798, -0.040971854 },
};

static void
compare_ring_cb (const TerMapPoint *points, guint n_points, gpointer user_data)
{
  g_assert_cmpuint (n_points, ==, G_N_ELEMENTS (projected));
  for (guint i = 0; i < n_points; i++)
    {
      g_assert_cmpfloat_with_epsilon (points[i].x, projected[i][0], 2e-8);
      g_assert_cmpfloat_with_epsilon (points[i].y, projected[i][1], 2e-8);
    }
}

static void
the_plane_is_that_of_d3 (void)
{
  g_autoptr (GString) json = g_string_new (
    "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"1\",\"name\":\"N\"},"
    "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerOutline) outline = NULL;
  g_autoptr (TerMapGeometry) geometry = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    g_string_append_printf (json, "[%.2f,%.2f],", positions[i].longitude, positions[i].latitude);
  g_string_append (json, "[-5,42]]]}}]}");
  bytes = g_bytes_new_static (json->str, json->len);
  outline = ter_outline_new_from_bytes (bytes, NULL);
  geometry = ter_map_geometry_new (outline);
  ter_map_geometry_foreach_ring (geometry, 0, 0, compare_ring_cb, NULL);
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
        int held = ter_map_geometry_hit (geometry, 0, (x + 0.75 - transform.dx) / transform.factor,
                                         (y + 0.75 - transform.dy) / transform.factor);

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
      g_assert_cmpint (ter_map_geometry_hit (geometry, ter_map_geometry_get_panel (geometry, i), middle.x, middle.y), ==, i);
    }
}

static void
add_points_cb (const TerMapPoint *points, guint n_points, gpointer user_data)
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

  g_test_add_func ("/observatory/map-geometry/the-plane-is-that-of-d3", the_plane_is_that_of_d3);
  g_test_add_func ("/observatory/map-geometry/the-picture-agrees-with-the-outlines", the_picture_agrees_with_the_outlines);
  g_test_add_func ("/observatory/map-geometry/each-territory-has-a-place-for-its-name", each_territory_has_a_place_for_its_name);
  g_test_add_func ("/observatory/map-geometry/less-detail-has-fewer-points", less_detail_has_fewer_points);

  return g_test_run ();
}
