/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-outline-feature.h"

#include <string.h>

#define RING "[[0,0],[4,0],[4,3],[0,0]]"
#define POLYGON "{\"type\":\"Polygon\",\"coordinates\":[" RING "]}"
#define NAMED "\"properties\":{\"code\":\"2A\",\"name\":\"Corse\"}"
#define FEATURE(properties, geometry) "{\"type\":\"Feature\"," properties ",\"geometry\":" geometry "}"
#define COORDINATES(coordinates) FEATURE (NAMED, "{\"type\":\"Polygon\",\"coordinates\":" coordinates "}")

static void
what_is_wrong_with_a_geometry_has_its_word (void)
{
  static const struct
  {
    const char *text;
    const char *wanted; /* %NULL: nothing */
    guint n_positions, n_rings;
  } cases[] = {
    { FEATURE (NAMED, POLYGON), NULL, 4, 1 },
    { COORDINATES ("[" RING "," RING "]"), NULL, 8, 2 },
    { FEATURE (NAMED, "{\"coordinates\":[[" RING "],[" RING "]],\"type\":\"MultiPolygon\"}"), NULL, 8, 2 },
    { FEATURE (NAMED, "{\"type\":\"MultiPolygon\",\"coordinates\":[]}"), NULL, 0, 0 },
    { FEATURE (NAMED, "{\"type\":\"Point\",\"coordinates\":[1,2]}"), "polygon", 0, 0 },
    { FEATURE (NAMED, "{\"type\":\"Polygon\"}"), "ring", 0, 0 },
    { FEATURE (NAMED, "null"), "polygon", 0, 0 },
    { FEATURE (NAMED, "[1]"), "polygon", 0, 0 },
    { COORDINATES ("[]"), "ring", 0, 0 },
    { COORDINATES ("[[]]"), "ring", 0, 0 },
    { COORDINATES ("[[[0,0],[1,1],[0,0]]]"), "ring", 3, 0 },       /* three positions */
    { COORDINATES ("[[[0,0],[1,0],[1,1],[0,1]]]"), "ring", 4, 1 }, /* does not close */
    { COORDINATES ("[[[180,90],[-180,90],[-180,-90],[180,90]]]"), NULL, 4, 1 },
    { COORDINATES ("[[[180.1,0],[1,0],[1,1],[180.1,0]]]"), "degrees", 0, 0 },
    { COORDINATES ("[[[0,-90.1],[1,0],[1,1],[0,-90.1]]]"), "degrees", 0, 0 },
    { COORDINATES ("[[[0],[1,0],[1,1],[0,0]]]"), "degrees", 0, 0 },
    { COORDINATES ("[[\"a\",\"b\"]]"), "degrees", 0, 0 },
    { COORDINATES ("[[[1e400,0],[1,0],[1,1],[0,0]]]"), "degrees", 0, 0 },      /* not finite */
    { COORDINATES ("[[[0,0,120],[4,0,\"x\"],[4,3,[1]],[0,0]]]"), NULL, 4, 1 }, /* heights are skipped */
  };
  g_auto (TerOutlineFeature) feature;

  ter_outline_feature_init (&feature);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      ter_outline_feature_read (&feature, cases[i].text, strlen (cases[i].text));
      g_assert_true (feature.is_feature);
      g_assert_cmpstr (feature.wanted, ==, cases[i].wanted);
      g_assert_cmpuint (feature.positions->len, ==, cases[i].n_positions);
      g_assert_cmpuint (feature.rings->len, ==, cases[i].n_rings);
      g_assert_cmpstr (feature.code, ==, "2A");
    }
}

static void
bounds_are_those_of_all_rings (void)
{
  static const char text[] = COORDINATES ("[[[1.5,2],[4,2],[4,7.25],[1.5,2]],[[-3,4],[2,4],[2,5],[-3,4]]]");
  g_auto (TerOutlineFeature) feature;

  ter_outline_feature_init (&feature);
  ter_outline_feature_read (&feature, text, strlen (text));
  g_assert_cmpfloat (feature.west, ==, -3);
  g_assert_cmpfloat (feature.south, ==, 2);
  g_assert_cmpfloat (feature.east, ==, 4);
  g_assert_cmpfloat (feature.north, ==, 7.25);
  g_assert_cmpuint (g_array_index (feature.rings, guint, 0), ==, 4);
  g_assert_cmpuint (g_array_index (feature.rings, guint, 1), ==, 8);
}

static void
a_feature_says_so_and_has_properties (void)
{
  static const struct
  {
    const char *text;
    gboolean is_feature;
    const char *code, *name;
  } cases[] = {
    { FEATURE (NAMED, POLYGON), TRUE, "2A", "Corse" },
    { FEATURE ("\"properties\":{}", POLYGON), TRUE, NULL, NULL },
    { FEATURE ("\"properties\":{\"code\":7,\"name\":null}", POLYGON), TRUE, NULL, NULL },
    { FEATURE ("\"properties\":{\"name\":\"\\u00cele\",\"code\":\"a\\\"b\"}", POLYGON), TRUE, "a\"b", "Île" },
    { FEATURE ("\"properties\":{\"code\":\"1\",\"code\":\"2\",\"more\":{\"name\":\"x\"}}", POLYGON), TRUE, "2", NULL },
    { FEATURE ("\"properties\":null", POLYGON), FALSE, NULL, NULL },
    { "{\"type\":\"Features\"," NAMED "}", FALSE, "2A", "Corse" },
    { "{" NAMED "}", FALSE, "2A", "Corse" },
    { "{\"type\":\"Feature\",\"type\":\"Other\"," NAMED "}", FALSE, "2A", "Corse" },
    { "{}", FALSE, NULL, NULL },
    { "[]", FALSE, NULL, NULL },
    { "7", FALSE, NULL, NULL },
    { "", FALSE, NULL, NULL },
  };
  g_auto (TerOutlineFeature) feature;

  ter_outline_feature_init (&feature);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      ter_outline_feature_read (&feature, cases[i].text, strlen (cases[i].text));
      g_assert_cmpint (feature.is_feature, ==, cases[i].is_feature);
      g_assert_cmpstr (feature.code, ==, cases[i].code);
      g_assert_cmpstr (feature.name, ==, cases[i].name);
    }
}

/* Each number as the C library reads it, from few digits to many. */
static void
numbers_are_read_to_the_last_bit (void)
{
  static const char *const numbers[] = {
    "0",
    "-0",
    "2.3522219",
    "-1.25e1",
    "48.856614",
    "0.1",
    "123.456789012345678",
    "1e-7",
    "1E2",
    "179.99999999999997",
    "0.000000000000001",
    "-61.551",
    "3.000000000000000000001",
    "12.34567890123456789e0",
  };
  g_auto (TerOutlineFeature) feature;

  ter_outline_feature_init (&feature);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = g_strdup_printf (COORDINATES ("[[[%s,0],[1,0],[1,1],[%s,0]]]"), numbers[i], numbers[i]);

      g_test_message ("%s", numbers[i]);
      ter_outline_feature_read (&feature, text, strlen (text));
      g_assert_null (feature.wanted);
      g_assert_cmpfloat (g_array_index (feature.positions, TerPosition, 0).longitude, ==, g_ascii_strtod (numbers[i], NULL));
    }
}

/* The scanner has judged the text before; a mistake of its own must not lead beyond the end. */
static void
a_text_that_stops_anywhere_is_not_read_beyond (void)
{
  static const char text[] =
    FEATURE ("\"properties\":{\"code\":\"a\\\\\",\"name\":\"x\"}", "{\"type\":\"MultiPolygon\",\"coordinates\":[[" RING "]]}");
  g_auto (TerOutlineFeature) feature;

  ter_outline_feature_init (&feature);
  for (gsize length = 0; length < strlen (text); length++)
    {
      g_autofree char *part = g_memdup2 (text, length);

      ter_outline_feature_read (&feature, part != NULL ? part : "", length);
      g_assert_cmpuint (feature.positions->len, <=, 4);
    }
}

static void
test_names_are_read_as_tables_read_them (void)
{
  static const struct
  {
    const char *properties, *code, *name;
    gboolean has_code;
  } cases[] = {
    { "{\"code\": \"01\", \"nom\": \"Ain\"}", "01", "Ain", TRUE },
    { "{\"nom\": \"Ain\", \"code\": \"01\", \"name\": \"The Ain\"}", "01", "The Ain", TRUE },
    { "{\"name\": \"The Ain\", \"nom\": \"Ain\"}", NULL, "The Ain", FALSE },
    { "{\"code\": 1, \"name\": \"Ain\"}", NULL, "Ain", TRUE },
  };
  g_auto (TerOutlineFeature) feature = { 0 };

  ter_outline_feature_init (&feature);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf ("{\"type\": \"Feature\", \"properties\": %s, \"geometry\": null}", cases[i].properties);

      ter_outline_feature_read (&feature, text, strlen (text));
      g_assert_cmpstr (feature.code, ==, cases[i].code);
      g_assert_cmpstr (feature.name, ==, cases[i].name);
      g_assert_cmpint (feature.has_code, ==, cases[i].has_code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/outline-feature/what-is-wrong-with-a-geometry-has-its-word", what_is_wrong_with_a_geometry_has_its_word);
  g_test_add_func ("/outline-feature/bounds-are-those-of-all-rings", bounds_are_those_of_all_rings);
  g_test_add_func ("/outline-feature/a-feature-says-so-and-has-properties", a_feature_says_so_and_has_properties);
  g_test_add_func ("/outline-feature/numbers-are-read-to-the-last-bit", numbers_are_read_to_the_last_bit);
  g_test_add_func ("/outline-feature/a-text-that-stops-anywhere-is-not-read-beyond", a_text_that_stops_anywhere_is_not_read_beyond);
  g_test_add_func ("/outline-feature/names are read as tables read them", test_names_are_read_as_tables_read_them);
  return g_test_run ();
}
