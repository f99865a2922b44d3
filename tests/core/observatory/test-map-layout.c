/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-layout.h"

#include <math.h>

#include "departements.h"

static guint
feature (TerOutline *outline, const char *code)
{
  guint index;

  g_assert_true (ter_outline_find (outline, code, &index));
  return index;
}

static TerPoint
centre_of (TerMapLayout *layout, guint index)
{
  TerMapBounds bounds = ter_map_layout_get_bounds (layout, index);

  return (TerPoint) { bounds.x + bounds.width / 2, bounds.y + bounds.height / 2 };
}

static void
draws_overseas_as_five_insets_at_their_own_scale (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  static const char *const overseas[] = { "971", "972", "973", "974", "976" };
  guint in_main = 0;

  g_assert_cmpuint (ter_map_layout_get_n_panels (layout), ==, 6);
  for (guint i = 0; i < ter_outline_get_n_features (outline); i++)
    in_main += ter_map_geometry_get_panel (geometry, i) == 0;
  g_assert_cmpuint (in_main, ==, 96);

  for (guint i = 0; i < G_N_ELEMENTS (overseas); i++)
    {
      guint frame = ter_map_geometry_get_panel (geometry, feature (outline, overseas[i]));

      g_assert_cmpuint (frame, >, 0);
      g_assert_nonnull (ter_map_layout_get_panel (layout, frame)->name);
      g_assert_cmpfloat (ter_map_layout_get_panel (layout, frame)->scale, >, 0);
    }
  /* Guyane is larger than any région of the mainland, Mayotte the smallest: their scales tell. */
  g_assert_cmpfloat (ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature (outline, "973")))->scale, <,
                     1);
  g_assert_cmpfloat (ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature (outline, "976")))->scale, >,
                     1);
}

static void
keeps_everything_inside_its_frame_at_any_size (void)
{
  static const double sizes[][2] = { { 1600, 900 }, { 320, 500 }, { 300, 300 }, { 40, 20 }, { 0, 0 } };
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, sizes[s][0], sizes[s][1]);

      for (guint i = 0; i < ter_outline_get_n_features (outline); i++)
        {
          TerMapBounds bounds = ter_map_layout_get_bounds (layout, i);
          const TerMapPanel *frame = ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, i));

          g_assert_true (isfinite (bounds.x) && isfinite (bounds.width));
          g_assert_cmpfloat (bounds.x, >=, frame->x - 0.01);
          g_assert_cmpfloat (bounds.y, >=, frame->y - 0.01);
          g_assert_cmpfloat (bounds.x + bounds.width, <=, frame->x + frame->width + 0.01);
          g_assert_cmpfloat (bounds.y + bounds.height, <=, frame->y + frame->height + 0.01);
        }
    }
}

static void
finds_the_departement_under_the_pointer (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  static const char *const codes[] = { "58", "03", "18", "15", "23", "48", "973" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint index = feature (outline, codes[i]);
      TerPoint centre = centre_of (layout, index);

      g_assert_cmpint (ter_map_layout_hit (layout, centre.x, centre.y), ==, index);
    }
  g_assert_cmpint (ter_map_layout_hit (layout, -5, -5), ==, -1);
  g_assert_cmpint (ter_map_layout_hit (layout, 899, 699), ==, -1);
}

static void
walks_to_the_neighbour_on_each_side (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  guint nievre = feature (outline, "58"), west = feature (outline, "29");
  TerPoint centre = centre_of (layout, nievre);

  g_assert_cmpfloat (centre_of (layout, ter_map_layout_neighbour (layout, nievre, 1, 0)).x, >, centre.x);
  g_assert_cmpfloat (centre_of (layout, ter_map_layout_neighbour (layout, nievre, -1, 0)).x, <, centre.x);
  g_assert_cmpfloat (centre_of (layout, ter_map_layout_neighbour (layout, nievre, 0, -1)).y, <, centre.y);
  /* Every territory can be reached, and walking ends. */
  for (guint i = 0; i < 200; i++)
    west = ter_map_layout_neighbour (layout, west, 0, 1);
  g_assert_cmpuint (ter_map_layout_neighbour (layout, west, 0, 1), ==, west);
}

static void
what_is_under_the_pointer_stays_when_zooming (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  guint nievre = feature (outline, "58"), guyane = feature (outline, "973");
  TerPoint before = centre_of (layout, nievre), inset = centre_of (layout, guyane), after;
  double scale = ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, guyane))->scale;

  g_assert_true (ter_map_layout_zoom (layout, 4, before.x, before.y));
  after = centre_of (layout, nievre);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.01);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 0.01);
  g_assert_cmpfloat_with_epsilon (ter_map_layout_get_zoom (layout), 4, 1e-9);
  /* The inset stays as it is; the scale that is told follows. */
  g_assert_cmpfloat_with_epsilon (centre_of (layout, guyane).x, inset.x, 1e-9);
  g_assert_cmpfloat_with_epsilon (ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, guyane))->scale,
                                  scale / 4, 1e-9);
  g_assert_cmpint (ter_map_layout_hit (layout, after.x, after.y), ==, nievre);

  g_assert_true (ter_map_layout_pan (layout, 30, -20));
  g_assert_cmpfloat_with_epsilon (centre_of (layout, nievre).x, before.x + 30, 0.01);
  g_assert_true (ter_map_layout_reset (layout));
  g_assert_false (ter_map_layout_reset (layout));
  g_assert_cmpfloat_with_epsilon (centre_of (layout, nievre).x, before.x, 0.01);
}

static void
the_map_is_not_lost_by_moving_it (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, 0);
  const TerBox *bounds = &ter_map_geometry_get_plane (geometry, 0)->bounds;

  g_assert_false (ter_map_layout_pan (layout, 1000, 1000));
  for (double zoom = 1; zoom < 40; zoom *= 2)
    for (int side = -1; side <= 1; side += 2)
      {
        ter_map_layout_pan (layout, side * 1e5, side * 1e5);
        g_assert_cmpfloat (bounds->left * frame->transform.factor + frame->transform.dx, <, frame->x + frame->width);
        g_assert_cmpfloat (bounds->right * frame->transform.factor + frame->transform.dx, >, frame->x);
        ter_map_layout_zoom (layout, 2, 450, 350);
      }
  g_assert_cmpfloat (ter_map_layout_get_zoom (layout), ==, ter_map_layout_get_max_zoom (layout));
}

static void
a_territory_is_brought_into_view (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, 0);
  static const char *const codes[] = { "29", "67", "2A", "59", "58" };

  ter_map_layout_zoom (layout, 5, 500, 350);
  g_assert_false (ter_map_layout_reveal (layout, feature (outline, "973")));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      TerMapBounds bounds;

      g_assert_true (ter_map_layout_reveal (layout, feature (outline, codes[i])));
      bounds = ter_map_layout_get_bounds (layout, feature (outline, codes[i]));
      g_assert_cmpfloat (bounds.x, >=, frame->x);
      g_assert_cmpfloat (bounds.y, >=, frame->y);
      g_assert_cmpfloat (bounds.x + bounds.width, <=, frame->x + frame->width);
      g_assert_cmpfloat (bounds.y + bounds.height, <=, frame->y + frame->height);
      g_assert_false (ter_map_layout_reveal (layout, feature (outline, codes[i])));
    }
}

static void
another_size_keeps_the_middle (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapGeometry) geometry = ter_map_geometry_new (outline);
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (geometry, 900, 700);
  guint nievre = feature (outline, "58");
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, 0);
  TerPoint centre = centre_of (layout, nievre);

  ter_map_layout_zoom (layout, 6, centre.x, centre.y);
  ter_map_layout_pan (layout, frame->x + frame->width / 2 - centre.x, frame->y + frame->height / 2 - centre.y);
  ter_map_layout_set_size (layout, 400, 600);
  g_assert_cmpfloat_with_epsilon (centre_of (layout, nievre).x, frame->x + frame->width / 2, 0.1);
  g_assert_cmpfloat_with_epsilon (centre_of (layout, nievre).y, frame->y + frame->height / 2, 0.1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/map-layout/draws-overseas-as-five-insets-at-their-own-scale",
                   draws_overseas_as_five_insets_at_their_own_scale);
  g_test_add_func ("/observatory/map-layout/keeps-everything-inside-its-frame-at-any-size",
                   keeps_everything_inside_its_frame_at_any_size);
  g_test_add_func ("/observatory/map-layout/finds-the-departement-under-the-pointer", finds_the_departement_under_the_pointer);
  g_test_add_func ("/observatory/map-layout/walks-to-the-neighbour-on-each-side", walks_to_the_neighbour_on_each_side);

  g_test_add_func ("/observatory/map-layout/what-is-under-the-pointer-stays-when-zooming",
                   what_is_under_the_pointer_stays_when_zooming);
  g_test_add_func ("/observatory/map-layout/the-map-is-not-lost-by-moving-it", the_map_is_not_lost_by_moving_it);
  g_test_add_func ("/observatory/map-layout/a-territory-is-brought-into-view", a_territory_is_brought_into_view);
  g_test_add_func ("/observatory/map-layout/another-size-keeps-the-middle", another_size_keeps_the_middle);

  return g_test_run ();
}
