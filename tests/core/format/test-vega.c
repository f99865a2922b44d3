/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-vega.h"

static void
append_cb (GPtrArray *path, TerVegaState state, gpointer user_data)
{
  g_autofree char *where = ter_vega_dup_path (path);

  g_string_append_printf (user_data, "%s %s; ", state == TER_VEGA_ASIDE ? "aside" : "refused", where);
}

/* test-figures.mjs walks Vega-Lite's own schema. */
static void
test_members_are_told_with_their_paths (void)
{
  static const struct
  {
    const char *spec, *told, *refused;
  } cases[] = {
    { "{\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\"}}}", "", NULL },
    { "{\"mark\": {\"type\": \"bar\", \"color\": \"red\"}}", "aside mark.color; ", NULL },
    { "{\"encoding\": {\"x\": {\"field\": \"a\", \"impute\": {\"value\": 0}}}}", "refused encoding.x.impute; ",
      "encoding.x.impute" },
    { "{\"encoding\": {\"x\": {\"axis\": {\"grid\": true, \"title\": \"T\"}}}}", "aside encoding.x.axis.grid; ", NULL },
    { "{\"encoding\": {\"x\": {\"axis\": {\"grid\": false}, \"impute\": null}}}", "", NULL },
    { "{\"transform\": [{\"filter\": \"1\"}, {\"calculate\": \"1\", \"as\": \"b\"}]}", "refused transform[1].calculate; ",
      "transform[1].calculate" },
    { "{\"transform\": [{\"filter\": {\"and\": [{\"param\": \"p\"}]}}]}", "refused transform[0].filter.and[0].param; ",
      "transform[0].filter.and[0].param" },
    { "{\"layer\": [{\"mark\": \"bar\", \"params\": [1]}]}", "refused layer[0].params; ", "layer[0].params" },
    { "{\"usermeta\": {\"any\": 1}, \"colour\": 1}", "refused colour; ", "colour" },
    { "{\"encoding\": {\"tooltip\": [{\"field\": \"a\"}, {\"field\": \"b\", \"aggregate\": \"sum\"}]}}",
      "refused encoding.tooltip[1].aggregate; ", "encoding.tooltip[1].aggregate" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].spec, NULL);
      g_autoptr (GString) told = g_string_new (NULL);
      g_autofree char *refused = NULL;

      g_test_message ("%s", cases[i].spec);
      ter_vega_foreach (json_node_get_object (node), append_cb, told);
      g_assert_cmpstr (told->str, ==, cases[i].told);
      refused = ter_vega_dup_refused (json_node_get_object (node));
      g_assert_cmpstr (refused, ==, cases[i].refused);
    }
}

static void
test_each_child_is_an_object_of_the_table (void)
{
  g_autoptr (JsonNode) root = ter_vega_to_json ();
  JsonArray *rows = json_node_get_array (root);
  g_autoptr (GHashTable) objects = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = json_array_get_object_element (rows, i);
      const char *object = json_object_get_string_member (row, "object"), *member = json_object_get_string_member (row, "member");

      g_hash_table_add (objects, (gpointer) object);
      /* Each stands once. */
      g_assert_true (g_hash_table_add (members, g_strdup_printf ("%s.%s", object, member)));
    }
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      const char *child = json_object_get_string_member_with_default (json_array_get_object_element (rows, i), "child", NULL);

      g_assert_true (child == NULL || g_hash_table_contains (objects, child));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vega/paths", test_members_are_told_with_their_paths);
  g_test_add_func ("/vega/children", test_each_child_is_an_object_of_the_table);
  return g_test_run ();
}
