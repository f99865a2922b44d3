/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-record.h"

#include <gio/gio.h>

/* (transfer full) (nullable) */
static JsonNode *
parse (const char *data, gssize length, JsonNodeType type, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = NULL;

  if (data != NULL && length > 0 && json_parser_load_from_data (parser, data, length, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_TYPE (root) == type)
    return json_parser_steal_root (parser);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A record of the index is damaged");
  return NULL;
}

JsonObject *
ter_record_parse (const char *data, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = parse (data, length, JSON_NODE_OBJECT, error);

  return node != NULL ? json_node_dup_object (node) : NULL;
}

JsonArray *
ter_record_parse_array (const char *data, gssize length, GError **error)
{
  g_autoptr (JsonNode) node = parse (data, length, JSON_NODE_ARRAY, error);

  return node != NULL ? json_node_dup_array (node) : NULL;
}
