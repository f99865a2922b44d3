/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-outline.h"

#include <math.h>
#include <string.h>

#include "ter-limits.h"

#define SQUARE(w, s, e, n) "[[" #w "," #s "],[" #e "," #s "],[" #e "," #n "],[" #w "," #n "],[" #w "," #s "]]"
#define FEATURE(code, geometry) \
  "{\"type\":\"Feature\",\"properties\":{\"code\":\"" code "\",\"name\":\"N\"},\"geometry\":" geometry "}"
#define COLLECTION(features) "{\"type\":\"FeatureCollection\",\"features\":[" features "]}"
#define POLYGON(rings) "{\"type\":\"Polygon\",\"coordinates\":[" rings "]}"

static TerOutline *
read_outline (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ter_outline_new_from_bytes (bytes, error);
}

static void
reads_polygons_with_holes_and_many_parts (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerOutline) outline =
    read_outline (COLLECTION (FEATURE ("01", POLYGON (SQUARE (0, 0, 4, 4) "," SQUARE (1, 1, 2, 2))) "," FEATURE (
                    "2A", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" SQUARE (8, 8, 9, 9) "],[" SQUARE (6, 6, 7, 7) "]]}")),
                  &error);
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
  g_autoptr (TerOutline) outline =
    read_outline (COLLECTION (FEATURE ("01", "null") "," FEATURE ("02", "{\"type\":\"Point\",\"coordinates\":[1,2]}") "," FEATURE (
                    "03", POLYGON (SQUARE (0, 0, 1, 1)))),
                  &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ter_outline_get_n_features (outline), ==, 1);
}

static void
reads_members_in_any_order_and_texts_with_escapes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerOutline) outline = read_outline (
    "{\"features\":[ {\"geometry\" : {\"coordinates\":[[[0.5 , -1.25e1],\n[1,2,300],[3.000000000000000000001,4],[0.5,-12.5]]], \"type\":\"Polygon\"},"
    "\"more\":{\"a\":[\"]\\\"}\",1]},\"properties\":{\"name\":\"C\\u00f4te \\\"d’Or\\\"\",\"code\":\"21\",\"x\":null},\"type\":\"Feature\"}],"
    "\"type\":\"FeatureCollection\"}",
    &error);
  const TerFeature *feature;

  g_assert_no_error (error);
  feature = ter_outline_get_feature (outline, 0);
  g_assert_cmpstr (feature->name, ==, "Côte \"d’Or\"");
  g_assert_cmpstr (feature->code, ==, "21");
  g_assert_cmpuint (feature->positions->len, ==, 4);
  g_assert_cmpfloat (g_array_index (feature->positions, TerPosition, 0).latitude, ==, -12.5);
  g_assert_cmpfloat (g_array_index (feature->positions, TerPosition, 2).longitude, ==, 3);
}

static void
numbers_are_those_of_the_c_library (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 2000; i++)
    {
      double longitude = g_rand_double_range (rand, -180, 180), latitude = g_rand_double_range (rand, -90, 90);
      guint decimals = g_rand_int_range (rand, 0, 18);
      g_autofree char *x = g_strdup_printf ("%.*f", decimals, longitude),
                      *y = g_strdup_printf (i % 5 == 0 ? "%.*e" : "%.*f", decimals, latitude);
      g_autofree char *text =
        g_strdup_printf ("{\"features\":[" FEATURE ("1", POLYGON ("[[%s,%s],[1,1],[2,2],[%s,%s]]")) "]}", x, y, x, y);
      g_autoptr (TerOutline) outline = read_outline (text, NULL);
      const TerPosition *position;

      if (fabs (g_ascii_strtod (x, NULL)) > 180 || fabs (g_ascii_strtod (y, NULL)) > 90)
        continue;
      g_assert_nonnull (outline);
      position = &g_array_index (ter_outline_get_feature (outline, 0)->positions, TerPosition, 0);
      g_assert_cmpfloat (position->longitude, ==, g_ascii_strtod (x, NULL));
      g_assert_cmpfloat (position->latitude, ==, g_ascii_strtod (y, NULL));
    }
}

static void
a_part_has_the_features_that_are_asked_for (void)
{
  g_autoptr (TerOutline) whole =
    read_outline (COLLECTION (FEATURE ("01", POLYGON (SQUARE (0, 0, 1, 1))) "," FEATURE (
                    "02", POLYGON (SQUARE (1, 0, 2, 1))) "," FEATURE ("03", POLYGON (SQUARE (2, 0, 3, 1)))),
                  NULL);
  g_autoptr (GHashTable) codes = g_hash_table_new (g_str_hash, g_str_equal), none = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TerOutline) part = NULL;
  guint index;

  g_hash_table_add (codes, (char *) "03");
  g_hash_table_add (codes, (char *) "01");
  g_hash_table_add (codes, (char *) "99");
  part = ter_outline_new_part (whole, codes);
  g_assert_null (ter_outline_new_part (whole, none));
  g_clear_object (&whole);
  g_assert_cmpuint (ter_outline_get_n_features (part), ==, 2);
  g_assert_true (ter_outline_find (part, "03", &index));
  g_assert_cmpfloat (ter_outline_get_feature (part, index)->west, ==, 2);
  g_assert_cmpuint (ter_outline_get_feature (part, index)->positions->len, ==, 5);
}

/* As many squares as a file may hold, and one more. */
static void
outlines_are_counted (void)
{
  for (guint more = 0; more < 2; more++)
    {
      g_autoptr (GString) text = g_string_new ("{\"features\":[");
      g_autoptr (TerOutline) outline = NULL;

      for (guint i = 0; i < TER_LIMIT_OUTLINES + more; i++)
        g_string_append_printf (text,
                                "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%u\",\"name\":\"N\"},\"geometry\":" POLYGON (
                                  SQUARE (0, 0, 1, 1)) "}",
                                i > 0 ? "," : "", i);
      g_string_append (text, "]}");
      outline = read_outline (text->str, NULL);
      g_assert_true ((outline != NULL) == (more == 0));
    }
}

static const char *const refused[] = {
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
  COLLECTION (FEATURE ("01", POLYGON ("[[0,0],[1,0],[1,1],[0,1]]"))),
  COLLECTION (FEATURE ("01", POLYGON (""))),
  COLLECTION (FEATURE ("01", "{\"type\":\"Polygon\"}")),
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
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/outline/reads-polygons-with-holes-and-many-parts", reads_polygons_with_holes_and_many_parts);
  g_test_add_func ("/observatory/outline/leaves-out-what-has-no-area", leaves_out_what_has_no_area);
  g_test_add_func ("/observatory/outline/reads-members-in-any-order-and-texts-with-escapes",
                   reads_members_in_any_order_and_texts_with_escapes);
  g_test_add_func ("/observatory/outline/numbers-are-those-of-the-c-library", numbers_are_those_of_the_c_library);
  g_test_add_func ("/observatory/outline/a-part-has-the-features-that-are-asked-for", a_part_has_the_features_that_are_asked_for);
  g_test_add_func ("/observatory/outline/outlines-are-counted", outlines_are_counted);
  g_test_add_func ("/observatory/outline/refuses-what-is-not-an-outline", refuses_what_is_not_an_outline);

  return g_test_run ();
}
