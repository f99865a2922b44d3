/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-trail.h"

static void
test_each_territory_is_a_step_with_a_way_back (void)
{
  g_autoptr (TerMapTrail) region = ter_map_trail_with_territory (NULL, "region:53", "Bretagne");
  g_autoptr (TerMapTrail) departement = ter_map_trail_with_territory (region, "departement:29", "Finistère");
  g_autoptr (TerMapTrail) back = ter_map_trail_back (departement);
  g_autoptr (TerMapTrail) home = ter_map_trail_back (back);
  g_autoptr (TerMapTrail) still_home = ter_map_trail_back (home);

  g_assert_cmpuint (ter_map_trail_get_length (NULL), ==, 0);
  g_assert_cmpuint (ter_map_trail_get_length (region), ==, 1);
  g_assert_cmpuint (ter_map_trail_get_length (departement), ==, 2);
  g_assert_cmpstr (ter_map_trail_get_territory (departement), ==, "departement:29");
  g_assert_cmpstr (ter_map_trail_get_name (departement), ==, "Finistère");
  /* The step before is untouched. */
  g_assert_true (back == region);
  g_assert_cmpstr (ter_map_trail_get_name (back), ==, "Bretagne");
  g_assert_null (home);
  g_assert_null (still_home);
}

static void
test_a_trail_outlives_those_it_came_from (void)
{
  TerMapTrail *region = ter_map_trail_with_territory (NULL, "region:53", "Bretagne");
  g_autoptr (TerMapTrail) departement = ter_map_trail_with_territory (region, "departement:29", "Finistère");
  g_autoptr (TerMapTrail) back = NULL;

  ter_map_trail_unref (region);
  back = ter_map_trail_back (departement);
  g_assert_cmpstr (ter_map_trail_get_territory (back), ==, "region:53");
}

static void
test_what_is_within_has_a_level (void)
{
  static const struct
  {
    const char *territory;
    int level; /* -1: nothing */
  } cases[] = {
    { "country:FR", TER_LEVEL_REGION },
    { "region:53", TER_LEVEL_DEPARTEMENT },
    { "departement:29", TER_LEVEL_COMMUNE },
    { "epci:200054781", TER_LEVEL_COMMUNE },
    { "commune:29019", -1 },
    { "canton:2901", -1 },
    { ":29", -1 },
    { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerMapTrail) trail = ter_map_trail_with_territory (NULL, cases[i].territory, "Là");
      TerLevel level;

      g_test_message ("%s", cases[i].territory);
      if (ter_map_trail_get_level (trail, &level))
        g_assert_cmpint ((int) level, ==, cases[i].level);
      else
        g_assert_cmpint (cases[i].level, ==, -1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-trail/each-territory-is-a-step-with-a-way-back", test_each_territory_is_a_step_with_a_way_back);
  g_test_add_func ("/map-trail/a-trail-outlives-those-it-came-from", test_a_trail_outlives_those_it_came_from);
  g_test_add_func ("/map-trail/what-is-within-has-a-level", test_what_is_within_has_a_level);
  return g_test_run ();
}
