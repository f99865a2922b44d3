/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-layout.h"

#include <math.h>

/* The départements of the platform's pack: what the map is for. */
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

static guint
feature (TerOutline *outline,
         const char *code)
{
  guint index;

  g_assert_true (ter_outline_find (outline, code, &index));
  return index;
}

static void
draws_overseas_as_five_insets_at_their_own_scale (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (outline, 900, 700);
  static const char * const overseas[] = { "971", "972", "973", "974", "976" };
  guint in_main = 0;

  g_assert_cmpuint (ter_map_layout_get_n_frames (layout), ==, 6);
  for (guint i = 0; i < ter_outline_get_n_features (outline); i++)
    in_main += ter_map_layout_get_shape (layout, i)->frame == 0;
  g_assert_cmpuint (in_main, ==, 96);

  for (guint i = 0; i < G_N_ELEMENTS (overseas); i++)
    {
      guint frame = ter_map_layout_get_shape (layout, feature (outline, overseas[i]))->frame;

      g_assert_cmpuint (frame, >, 0);
      g_assert_nonnull (ter_map_layout_get_frame (layout, frame)->name);
      g_assert_cmpfloat (ter_map_layout_get_frame (layout, frame)->scale, >, 0);
    }
  /* Guyane is larger than any région of the mainland, Mayotte the smallest: their scales tell. */
  g_assert_cmpfloat (ter_map_layout_get_frame (layout, ter_map_layout_get_shape (layout, feature (outline, "973"))->frame)->scale, <, 1);
  g_assert_cmpfloat (ter_map_layout_get_frame (layout, ter_map_layout_get_shape (layout, feature (outline, "976"))->frame)->scale, >, 1);
}

static void
keeps_everything_inside_its_frame_at_any_size (void)
{
  static const double sizes[][2] = { { 1600, 900 }, { 320, 500 }, { 300, 300 }, { 40, 20 }, { 0, 0 } };
  g_autoptr (TerOutline) outline = read_departements ();

  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (TerMapLayout) layout = ter_map_layout_new (outline, sizes[s][0], sizes[s][1]);

      for (guint i = 0; i < ter_outline_get_n_features (outline); i++)
        {
          const TerMapShape *shape = ter_map_layout_get_shape (layout, i);
          const TerMapFrame *frame = ter_map_layout_get_frame (layout, shape->frame);

          g_assert_true (isfinite (shape->x) && isfinite (shape->width));
          g_assert_cmpfloat (shape->x, >=, frame->x - 0.01);
          g_assert_cmpfloat (shape->y, >=, frame->y - 0.01);
          g_assert_cmpfloat (shape->x + shape->width, <=, frame->x + frame->width + 0.01);
          g_assert_cmpfloat (shape->y + shape->height, <=, frame->y + frame->height + 0.01);
        }
    }
}

static void
finds_the_departement_under_the_pointer (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (outline, 900, 700);
  static const char * const codes[] = { "58", "03", "18", "15", "23", "48", "973" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      guint index = feature (outline, codes[i]);
      TerPoint centre = ter_map_layout_get_shape (layout, index)->centre;

      g_assert_cmpint (ter_map_layout_hit (layout, centre.x, centre.y), ==, index);
    }
  g_assert_cmpint (ter_map_layout_hit (layout, -5, -5), ==, -1);
  g_assert_cmpint (ter_map_layout_hit (layout, 899, 699), ==, -1);
}

static void
walks_to_the_neighbour_on_each_side (void)
{
  g_autoptr (TerOutline) outline = read_departements ();
  g_autoptr (TerMapLayout) layout = ter_map_layout_new (outline, 900, 700);
  guint nievre = feature (outline, "58"), west = feature (outline, "29");
  TerPoint centre = ter_map_layout_get_shape (layout, nievre)->centre;

  g_assert_cmpfloat (ter_map_layout_get_shape (layout, ter_map_layout_neighbour (layout, nievre, 1, 0))->centre.x, >, centre.x);
  g_assert_cmpfloat (ter_map_layout_get_shape (layout, ter_map_layout_neighbour (layout, nievre, -1, 0))->centre.x, <, centre.x);
  g_assert_cmpfloat (ter_map_layout_get_shape (layout, ter_map_layout_neighbour (layout, nievre, 0, -1))->centre.y, <, centre.y);
  /* Every territory can be reached, and walking ends. */
  for (guint i = 0; i < 200; i++)
    west = ter_map_layout_neighbour (layout, west, 0, 1);
  g_assert_cmpuint (ter_map_layout_neighbour (layout, west, 0, 1), ==, west);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/map-layout/draws-overseas-as-five-insets-at-their-own-scale", draws_overseas_as_five_insets_at_their_own_scale);
  g_test_add_func ("/observatory/map-layout/keeps-everything-inside-its-frame-at-any-size", keeps_everything_inside_its_frame_at_any_size);
  g_test_add_func ("/observatory/map-layout/finds-the-departement-under-the-pointer", finds_the_departement_under_the_pointer);
  g_test_add_func ("/observatory/map-layout/walks-to-the-neighbour-on-each-side", walks_to_the_neighbour_on_each_side);

  return g_test_run ();
}
