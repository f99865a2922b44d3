/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-panels.h"

#include <string.h>

/* A small square whose middle is there. */
static void
append_feature (GString *text, guint number, double longitude, double latitude)
{
  const double w = longitude - 0.1, e = longitude + 0.1, s = latitude - 0.1, n = latitude + 0.1;

  g_string_append_printf (
    text,
    "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%u\",\"name\":\"N\"},\"geometry\":{\"type\":\"Polygon\","
    "\"coordinates\":[[[%g,%g],[%g,%g],[%g,%g],[%g,%g],[%g,%g]]]}}",
    number > 0 ? "," : "", number, w, s, e, s, e, n, w, n, w, s);
}

static TerOutline *
make_outline (const TerPosition *middles, guint n)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"FeatureCollection\",\"features\":[");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  TerOutline *outline;

  for (guint i = 0; i < n; i++)
    append_feature (text, i, middles[i].longitude, middles[i].latitude);
  g_string_append (text, "]}");
  bytes = g_bytes_new_static (text->str, text->len);
  outline = ter_outline_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return outline;
}

/* "0 0 1 2": the frame of each. */
static char *
assign (const TerPosition *middles, guint n, guint *n_frames)
{
  g_autoptr (TerOutline) outline = make_outline (middles, n);
  g_autofree guint *frames = g_new (guint, n);
  GString *found = g_string_new (NULL);

  memset (frames, 0xff, n * sizeof *frames);
  *n_frames = ter_map_panels_assign (outline, frames);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (found, "%s%u", i > 0 ? " " : "", frames[i]);
  return g_string_free (found, FALSE);
}

#define PARIS { 2.3, 48.9 }
#define LYON { 4.8, 45.8 }
#define BREST { -4.5, 48.4 }
#define LILLE { 3.1, 50.6 }
#define NICE { 7.3, 43.7 }
#define METZ { 6.2, 49.1 }
#define BASTIA { 9.4, 42.7 }
#define LA_REUNION { 55.5, -21.1 }
#define MAYOTTE { 45.2, -12.8 }
#define GUADELOUPE { -61.5, 16.2 }
#define MARIE_GALANTE { -61.3, 15.9 } /* 40 km from there */

static void
those_far_away_are_apart_and_neighbours_together (void)
{
  static const TerPosition middles[] = { PARIS, LYON, LA_REUNION, BREST, GUADELOUPE, LILLE, NICE, BASTIA, MARIE_GALANTE, METZ };
  guint n_frames;
  g_autofree char *found = assign (middles, G_N_ELEMENTS (middles), &n_frames);

  g_assert_cmpstr (found, ==, "0 0 1 0 2 0 0 0 2 0");
  g_assert_cmpuint (n_frames, ==, 3);
}

static void
what_is_near_is_one_map (void)
{
  static const TerPosition middles[] = { PARIS, LYON, BREST, BASTIA };
  guint n_frames;
  g_autofree char *found = assign (middles, G_N_ELEMENTS (middles), &n_frames);

  g_assert_cmpstr (found, ==, "0 0 0 0");
  g_assert_cmpuint (n_frames, ==, 1);
}

/* A third of them far away: it is a map of the world, not of a country. */
static void
too_many_far_away_are_one_map (void)
{
  static const TerPosition middles[] = { PARIS, LYON, BREST, LA_REUNION, GUADELOUPE };
  guint n_frames;
  g_autofree char *found = assign (middles, G_N_ELEMENTS (middles), &n_frames);

  g_assert_cmpstr (found, ==, "0 0 0 0 0");
  g_assert_cmpuint (n_frames, ==, 1);
}

/* n far places, each for itself, beside enough near ones: eight insets, and with nine none. */
static void
there_are_eight_insets_at_most (void)
{
  for (guint n_far = 8; n_far <= 9; n_far++)
    {
      g_autofree TerPosition *middles = g_new (TerPosition, 40 + n_far);
      g_autofree char *found = NULL;
      guint n_frames;

      for (guint i = 0; i < 40; i++)
        middles[i] = (TerPosition) { i / 10.0, 45.0 };
      for (guint i = 0; i < n_far; i++)
        middles[40 + i] = (TerPosition) { -160.0 + 10.0 * i, -20.0 };
      found = assign (middles, 40 + n_far, &n_frames);
      g_assert_cmpuint (n_frames, ==, n_far == 8 ? 9 : 1);
      g_assert_true (g_str_has_suffix (found, n_far == 8 ? " 1 2 3 4 5 6 7 8" : " 0 0 0 0 0 0 0 0 0"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-panels/those-far-away-are-apart-and-neighbours-together",
                   those_far_away_are_apart_and_neighbours_together);
  g_test_add_func ("/map-panels/what-is-near-is-one-map", what_is_near_is_one_map);
  g_test_add_func ("/map-panels/too-many-far-away-are-one-map", too_many_far_away_are_one_map);
  g_test_add_func ("/map-panels/there-are-eight-insets-at-most", there_are_eight_insets_at_most);
  return g_test_run ();
}
