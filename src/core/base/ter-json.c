/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json.h"

const char *
ter_json_node_string (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

JsonObject *
ter_json_node_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
ter_json_node_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

gboolean
ter_json_node_is_number (JsonNode *node)
{
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  return type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;
}

static JsonNode *
get_member (JsonObject *object, const char *member)
{
  return object != NULL ? json_object_get_member (object, member) : NULL;
}

const char *
ter_json_get_string (JsonObject *object, const char *member)
{
  return ter_json_node_string (get_member (object, member));
}

JsonObject *
ter_json_get_object (JsonObject *object, const char *member)
{
  return ter_json_node_object (get_member (object, member));
}

JsonArray *
ter_json_get_array (JsonObject *object, const char *member)
{
  return ter_json_node_array (get_member (object, member));
}

gboolean
ter_json_get_number (JsonObject *object, const char *member, double *value)
{
  JsonNode *node = get_member (object, member);

  if (!ter_json_node_is_number (node))
    return FALSE;
  *value = json_node_get_double (node);
  return TRUE;
}

gboolean
ter_json_get_boolean (JsonObject *object, const char *member, gboolean fallback)
{
  JsonNode *node = get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
           ? json_node_get_boolean (node)
           : fallback;
}

guint
ter_json_array_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

const char *
ter_json_array_string (JsonArray *array, guint index)
{
  return index < ter_json_array_length (array) ? ter_json_node_string (json_array_get_element (array, index)) : NULL;
}

JsonObject *
ter_json_array_object (JsonArray *array, guint index)
{
  return index < ter_json_array_length (array) ? ter_json_node_object (json_array_get_element (array, index)) : NULL;
}

GStrv
ter_json_dup_strv (JsonObject *object, const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = ter_json_get_array (object, member);

  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      const char *text = ter_json_array_string (array, i);

      if (text != NULL)
        g_strv_builder_add (builder, text);
    }
  return g_strv_builder_end (builder);
}
