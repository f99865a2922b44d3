/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-projection.h"

#include <math.h>

/* What d3-geo 3.1 computes with geoConicConformal().parallels([44, 49]).rotate([-3, 0]).center([0, 46.5]).scale(1). */
static const struct
{
  const char *place;
  double longitude, latitude, x, y;
} france[] = {
  { "the centre", 3, 46.5, 0.0, 0.0 },
  { "Paris", 2.35, 48.85, -0.007464219, -0.041018250 },
  { "Brest", -4.5, 48.4, -0.086741797, -0.037258160 },
  { "Strasbourg", 7.75, 48.58, 0.054797182, -0.037924771 },
  { "Marseille", 5.37, 43.3, 0.030117264, 0.055374493 },
  { "Ajaccio", 9.15, 41.92, 0.079961656, 0.076829025 },
};

static void
agrees_with_d3 (void)
{
  TerProjection projection;

  ter_projection_init_parallels (&projection, 44, 49, 3, 46.5);
  for (guint i = 0; i < G_N_ELEMENTS (france); i++)
    {
      double x, y;

      ter_projection_project (&projection, france[i].longitude, france[i].latitude, &x, &y);
      g_test_message ("%s: %.9f %.9f", france[i].place, x, y);
      g_assert_cmpfloat_with_epsilon (x, france[i].x, 1e-8);
      g_assert_cmpfloat_with_epsilon (y, france[i].y, 1e-8);
    }
}

static void
becomes_mercator_at_the_equator (void)
{
  TerProjection projection;
  double x, y;

  ter_projection_init (&projection, -10, -6, 10, 6);
  ter_projection_project (&projection, 10, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 10 * G_PI / 180, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 0, 1e-9);
  ter_projection_project (&projection, 0, 6, &x, &y);
  g_assert_cmpfloat (y, <, 0);
}

static void
stays_finite_at_the_poles (void)
{
  TerProjection projection;

  ter_projection_init (&projection, -180, -90, 180, 90);
  for (int latitude = -90; latitude <= 90; latitude += 15)
    for (int longitude = -180; longitude <= 180; longitude += 30)
      {
        double x, y;

        ter_projection_project (&projection, longitude, latitude, &x, &y);
        g_assert_true (isfinite (x) && isfinite (y));
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/projection/agrees-with-d3", agrees_with_d3);
  g_test_add_func ("/observatory/projection/becomes-mercator-at-the-equator", becomes_mercator_at_the_equator);
  g_test_add_func ("/observatory/projection/stays-finite-at-the-poles", stays_finite_at_the_poles);

  return g_test_run ();
}
