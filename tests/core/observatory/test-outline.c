/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-outline.h"

#include <string.h>

#define SQUARE(w, s, e, n) "[[" #w "," #s "],[" #e "," #s "],[" #e "," #n "],[" #w "," #n "],[" #w "," #s "]]"
#define FEATURE(code, geometry) "{\"type\":\"Feature\",\"properties\":{\"code\":\"" code "\",\"name\":\"N\"},\"geometry\":" geometry "}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define POLYGON(rings) "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"

static TerOutline *
read_outline (const char  *text,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ter_outline_new_from_bytes (bytes, error);
}

static void
reads_polygons_with_holes_and_many_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerOutline) outline = read_outline (
    COLLECTION (FEATURE ("01", POLYGON (SQUARE (0, 0, 4, 4) "," SQUARE (1, 1, 2, 2))) ","
                FEATURE ("2A", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE (8, 8, 9, 9) "],[" SQUARE (6, 6, 7, 7) "]]}")), &error);
  const TerFeature *feature;
  guint index;

  g_assert_no_error (error);
  g_assert_cmpuint (ter_outline_get_n_features (outline), ==, 2);
  feature = ter_outline_get_feature (outline, 0);
  g_assert_cmpuint (feature->rings->len, ==, 2);
  g_assert_cmpuint (feature->positions->len, ==, 10);
  g_assert_true (ter_outline_find (outline, "2A", &index));
  g_assert_cmpuint (index, ==, 1);
  feature = ter_outline_get_feature (outline, index);
  g_assert_cmpfloat (feature->west, ==, 6);
  g_assert_cmpfloat (feature->north, ==, 9);
  g_assert_false (ter_outline_find (outline, "2B", NULL));
}

static void
leaves_out_what_has_no_area (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerOutline) outline = read_outline (
    COLLECTION (FEATURE ("01", "null") "," FEATURE ("02", "{\"type\":\"Point\",\"coordinates\":[1,2]}") ","
                FEATURE ("03", POLYGON (SQUARE (0, 0, 1, 1)))), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ter_outline_get_n_features (outline), ==, 1);
}

static const char * const refused[] = {
  "",
  "3",
  "[]",
  "{\"features\":{}}",
  COLLECTION (""),
  COLLECTION ("3"),
  COLLECTION ("{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}"),
  COLLECTION ("{\"type\":\"Feature\",\"properties\":{\"code\":1,\"name\":\"N\"},\"geometry\":null}"),
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[1,1]]"))),
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[1,\"1\"],[1,1],[0,0]]"))),
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[1e999,1],[1,1],[0,0]]"))),
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[181,1],[1,1],[0,0]]"))),
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[1,91],[1,1],[0,0]]"))),
  COLLECTION (FEATURE ("01", "{\"type\":\"Polygon\",\"coordinates\":7}")),
  COLLECTION (FEATURE ("01", "{\"type\":\"MultiPolygon\",\"coordinates\":[7]}")),
  COLLECTION (FEATURE ("01", POLYGON (SQUARE (0, 0, 1, 1))) "," FEATURE ("01", POLYGON (SQUARE (0, 0, 1, 1)))),
};

static void
refuses_what_is_not_an_outline (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerOutline) outline = read_outline (refused[i], &error);

      g_test_message ("%s", refused[i]);
      g_assert_null (outline);
      g_assert_nonnull (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/outline/reads-polygons-with-holes-and-many-parts", reads_polygons_with_holes_and_many_parts);
  g_test_add_func ("/observatory/outline/leaves-out-what-has-no-area", leaves_out_what_has_no_area);
  g_test_add_func ("/observatory/outline/refuses-what-is-not-an-outline", refuses_what_is_not_an_outline);

  return g_test_run ();
}
