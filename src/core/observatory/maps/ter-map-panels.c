/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-panels.h"

#include <math.h>
#include <stdlib.h>

/* Farther than this from the middle of all, a territory is drawn apart; nearer to one another than the second, two share an inset. */
#define MAIN_REACH_KM 1500.0
#define INSET_REACH_KM 150.0
/* A map of the world has no insets: they are for a country with some far territories. */
#define MAX_INSETS 8
#define MIN_MAIN_SHARE 0.7

#define EARTH_RADIUS_KM 6371.0
#define KM_A_DEGREE 111.2

static TerPosition
middle (const TerFeature *feature)
{
  return (TerPosition) { (feature->west + feature->east) / 2.0, (feature->south + feature->north) / 2.0 };
}

/* The haversine formula (Sinnott, Sky & Telescope 68, 1984). */
static double
distance_km (TerPosition a, TerPosition b)
{
  double radians = G_PI / 180.0;
  double s = sin ((b.latitude - a.latitude) * radians / 2.0);
  double t = sin ((b.longitude - a.longitude) * radians / 2.0);

  return 2.0 * EARTH_RADIUS_KM * asin (MIN (1.0, sqrt (s * s + cos (a.latitude * radians) * cos (b.latitude * radians) * t * t)));
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static TerPosition
median_position (TerOutline *outline)
{
  guint n = ter_outline_get_n_features (outline);
  g_autofree double *longitudes = g_new (double, n), *latitudes = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      TerPosition position = middle (ter_outline_get_feature (outline, i));

      longitudes[i] = position.longitude;
      latitudes[i] = position.latitude;
    }
  qsort (longitudes, n, sizeof (double), compare_doubles);
  qsort (latitudes, n, sizeof (double), compare_doubles);
  return (TerPosition) { longitudes[n / 2], latitudes[n / 2] };
}

/* The frame of a far feature that is near enough to @feature; 0: none. */
static guint
find_inset (TerOutline *outline, const guint *frames, GArray *far, TerPosition place)
{
  /* What is near in the file is mostly near on the map. */
  for (guint i = far->len; i > 0; i--)
    {
      guint other = g_array_index (far, guint, i - 1);
      TerPosition there = middle (ter_outline_get_feature (outline, other));

      if (fabs (there.latitude - place.latitude) * KM_A_DEGREE < INSET_REACH_KM + 1.0 &&
          distance_km (there, place) < INSET_REACH_KM)
        return frames[other];
    }
  return 0;
}

guint
ter_map_panels_assign (TerOutline *outline, guint *frames)
{
  g_autoptr (GArray) far = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n, n_frames = 1;
  TerPosition centre;

  g_return_val_if_fail (TER_IS_OUTLINE (outline), 0);

  n = ter_outline_get_n_features (outline);
  centre = median_position (outline);
  for (guint i = 0; i < n && n_frames <= MAX_INSETS + 1; i++)
    {
      TerPosition place = middle (ter_outline_get_feature (outline, i));

      frames[i] = 0;
      if (distance_km (centre, place) <= MAIN_REACH_KM)
        continue;
      frames[i] = find_inset (outline, frames, far, place);
      if (frames[i] == 0)
        frames[i] = n_frames++;
      g_array_append_val (far, i);
    }
  if (n - far->len >= MIN_MAIN_SHARE * n && n_frames <= MAX_INSETS + 1)
    return n_frames;
  for (guint i = 0; i < n; i++)
    frames[i] = 0;
  return 1;
}
