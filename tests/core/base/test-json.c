/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json.h"

static const char text[] =
  "{\"string\": \"a\", \"empty\": \"\", \"integer\": 7, \"real\": 1.5, \"true\": true, \"null\": null, \"object\": {\"a\": 1},"
  " \"array\": [\"x\", 3, \"y\", null, {}, [\"z\"]]}";

static JsonNode *
parse (const char *json)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (json, &error);

  g_assert_no_error (error);
  return node;
}

/* For each member, the getters that know it: a warning of json-glib's would end the test. */
static void
a_getter_answers_only_for_its_own_type (void)
{
  static const struct
  {
    const char *member;
    const char *string;
    gboolean is_number, is_object, is_array;
    gboolean is_true; /* with FALSE to fall back to */
  } cases[] = {
    { "string", "a", FALSE, FALSE, FALSE, FALSE },   { "empty", "", FALSE, FALSE, FALSE, FALSE },
    { "integer", NULL, TRUE, FALSE, FALSE, FALSE },  { "real", NULL, TRUE, FALSE, FALSE, FALSE },
    { "true", NULL, FALSE, FALSE, FALSE, TRUE },     { "null", NULL, FALSE, FALSE, FALSE, FALSE },
    { "object", NULL, FALSE, TRUE, FALSE, FALSE },   { "array", NULL, FALSE, FALSE, TRUE, FALSE },
    { "missing", NULL, FALSE, FALSE, FALSE, FALSE },
  };
  g_autoptr (JsonNode) root = parse (text);
  JsonObject *object = ter_json_node_object (root);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *member = cases[i].member;
      JsonNode *node = json_object_get_member (object, member);
      double value = -1;

      g_test_message ("%s", member);
      g_assert_cmpstr (ter_json_get_string (object, member), ==, cases[i].string);
      g_assert_cmpint (ter_json_get_number (object, member, &value), ==, cases[i].is_number);
      g_assert_true (cases[i].is_number == (value > 0));
      g_assert_true (cases[i].is_object == (ter_json_get_object (object, member) != NULL));
      g_assert_true (cases[i].is_array == (ter_json_get_array (object, member) != NULL));
      g_assert_cmpint (ter_json_get_boolean (object, member, FALSE), ==, cases[i].is_true);
      g_assert_cmpstr (ter_json_node_string (node), ==, cases[i].string);
      g_assert_cmpint (ter_json_node_is_number (node), ==, cases[i].is_number);
      g_assert_true (cases[i].is_object == (ter_json_node_object (node) != NULL));
      g_assert_true (cases[i].is_array == (ter_json_node_array (node) != NULL));
    }
  g_assert_true (ter_json_get_boolean (object, "missing", TRUE));
  g_assert_true (ter_json_get_boolean (object, "string", TRUE));
}

static void
an_array_tells_what_is_at_an_index_and_beyond (void)
{
  static const char *const strings[] = { "x", NULL, "y", NULL, NULL, NULL, NULL };
  g_autoptr (JsonNode) root = parse (text);
  JsonArray *array = ter_json_get_array (ter_json_node_object (root), "array");

  g_assert_cmpuint (ter_json_array_length (array), ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    {
      g_assert_cmpstr (ter_json_array_string (array, i), ==, strings[i]);
      g_assert_true ((ter_json_array_object (array, i) != NULL) == (i == 4));
    }
}

static void
strings_of_an_array_leave_the_rest_out (void)
{
  g_autoptr (JsonNode) root = parse (text);
  g_auto (GStrv) found = ter_json_dup_strv (ter_json_node_object (root), "array");
  g_auto (GStrv) none = ter_json_dup_strv (ter_json_node_object (root), "string");
  g_autofree char *joined = g_strjoinv (" ", found);

  g_assert_cmpstr (joined, ==, "x y");
  g_assert_nonnull (none);
  g_assert_null (none[0]);
}

static void
nothing_has_no_members (void)
{
  g_auto (GStrv) none = ter_json_dup_strv (NULL, "a");
  double value = 3;

  g_assert_null (ter_json_get_string (NULL, "a"));
  g_assert_null (ter_json_get_object (NULL, "a"));
  g_assert_null (ter_json_get_array (NULL, "a"));
  g_assert_false (ter_json_get_number (NULL, "a", &value));
  g_assert_cmpfloat (value, ==, 3);
  g_assert_true (ter_json_get_boolean (NULL, "a", TRUE));
  g_assert_cmpuint (ter_json_array_length (NULL), ==, 0);
  g_assert_null (ter_json_array_string (NULL, 0));
  g_assert_null (ter_json_array_object (NULL, 0));
  g_assert_null (ter_json_node_string (NULL));
  g_assert_null (ter_json_node_object (NULL));
  g_assert_null (ter_json_node_array (NULL));
  g_assert_false (ter_json_node_is_number (NULL));
  g_assert_nonnull (none);
  g_assert_null (none[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/a-getter-answers-only-for-its-own-type", a_getter_answers_only_for_its_own_type);
  g_test_add_func ("/json/an-array-tells-what-is-at-an-index-and-beyond", an_array_tells_what_is_at_an_index_and_beyond);
  g_test_add_func ("/json/strings-of-an-array-leave-the-rest-out", strings_of_an_array_leave_the_rest_out);
  g_test_add_func ("/json/nothing-has-no-members", nothing_has_no_members);
  return g_test_run ();
}
