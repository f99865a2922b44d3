/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-schema.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* Each "$ref" leads somewhere. */
static void
follow (const char *file, JsonNode *node)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *inner;

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      follow (file, json_array_get_element (json_node_get_array (node), i));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &inner))
    if (g_str_equal (name, "$ref"))
      {
        g_auto (GStrv) parts = g_strsplit (json_node_get_string (inner), "#/$defs/", 2);
        g_autofree char *target = g_strndup (parts[0], strcspn (parts[0], "."));
        g_autofree char *text = ter_schema_dup_text (*target != '\0' ? target : file);
        g_autoptr (JsonNode) root = json_from_string (text, NULL);

        g_test_message ("%s", json_node_get_string (inner));
        g_assert_nonnull (root);
        if (parts[1] != NULL)
          g_assert_true (json_object_has_member (json_object_get_object_member (json_node_get_object (root), "$defs"), parts[1]));
      }
    else
      follow (file, inner);
}

static void
test_each_is_json_whose_references_lead_somewhere (void)
{
  for (const char *const *name = ter_schema_list (); *name != NULL; name++)
    {
      g_autofree char *text = ter_schema_dup_text (*name);
      g_autoptr (JsonNode) root = json_from_string (text, NULL);

      g_assert_nonnull (root);
      g_assert_true (g_str_has_suffix (text, "}\n"));
      follow (*name, root);
    }
}

static void
test_another_name_has_none (void)
{
  g_assert_null (ter_schema_dup_text ("carousel"));
  g_assert_null (ter_schema_dup_text (""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/each-is-json-whose-references-lead-somewhere", test_each_is_json_whose_references_lead_somewhere);
  g_test_add_func ("/schema/another-name-has-none", test_another_name_has_none);

  return g_test_run ();
}
