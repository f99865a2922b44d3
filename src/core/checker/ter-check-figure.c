/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-figure.h"
#include "ter-hash.h"
#include "ter-json.h"

/* What is no Vega-Lite at all, or leads to no field of the table, is a mistake; what is not drawn is none: who draws says so (ter-check-drawing.c). */

/* What the transforms of one figure make. */
typedef struct
{
  TerCheckTable *table; /* nullable: not known, so that no field can be told missing */
  const char *table_name;
  GHashTable *made; /* set of names */
} Fields;

static void
check_field (TerCheck *check, const Fields *fields, JsonObject *object)
{
  const char *field = ter_json_get_string (object, "field");
  gsize mark;

  /* "a.b" and "a[0]" reach inside a value: only outlines have such. */
  if (field == NULL || fields->table == NULL || strpbrk (field, ".[") != NULL ||
      g_hash_table_contains (fields->table->fields, field) || g_hash_table_contains (fields->made, field))
    return;
  mark = ter_check_enter (check, "field");
  ter_check_add (check, TER_ISSUE_FIGURE_FIELD, "field", field, "table", fields->table_name, NULL);
  ter_check_leave (check, mark);
}

static gboolean
has_composition (JsonObject *spec)
{
  static const char *const compositions[] = { "concat", "hconcat", "vconcat", "repeat", "facet", "spec" };

  for (guint i = 0; i < G_N_ELEMENTS (compositions); i++)
    if (json_object_has_member (spec, compositions[i]))
      return TRUE;
  return FALSE;
}

static void
check_mark (TerCheck *check, JsonObject *spec)
{
  JsonNode *node = json_object_get_member (spec, "mark");
  gsize place;

  if (node == NULL)
    {
      /* A composition has its marks inside. */
      if (!has_composition (spec))
        ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "mark", NULL);
      return;
    }
  place = ter_check_enter (check, "mark");
  if (ter_json_node_string (node) == NULL && ter_json_get_string (ter_json_node_object (node), "type") == NULL)
    ter_check_not_type (check, "mark", "text");
  ter_check_leave (check, place);
}

static void
check_channel (TerCheck *check, const Fields *fields, JsonNode *node)
{
  JsonArray *several = ter_json_node_array (node);
  JsonObject *object = ter_json_node_object (node);

  for (guint i = 0; i < ter_json_array_length (several); i++)
    {
      gsize mark = ter_check_enter_index (check, i);

      check_field (check, fields, ter_json_array_object (several, i));
      ter_check_leave (check, mark);
    }
  check_field (check, fields, object);
  if (ter_json_get_object (object, "sort") != NULL)
    check_field (check, fields, ter_json_get_object (object, "sort"));
}

static void
check_encoding (TerCheck *check, const Fields *fields, JsonObject *encoding)
{
  JsonObjectIter iter;
  const char *channel;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, encoding);
  while (json_object_iter_next_ordered (&iter, &channel, &node))
    {
      gsize mark = ter_check_enter (check, channel);

      if (!JSON_NODE_HOLDS_OBJECT (node) && !JSON_NODE_HOLDS_ARRAY (node) && !JSON_NODE_HOLDS_NULL (node))
        ter_check_not_type (check, channel, "object");
      check_channel (check, fields, node);
      ter_check_leave (check, mark);
    }
}

/* The name or names that a transform gives to what it makes. */
static void
collect_made (Fields *fields, JsonObject *transform)
{
  JsonNode *node = transform != NULL ? json_object_get_member (transform, "as") : NULL;
  JsonArray *several = ter_json_node_array (node);

  if (ter_json_node_string (node) != NULL)
    g_hash_table_add (fields->made, g_strdup (json_node_get_string (node)));
  for (guint i = 0; i < ter_json_array_length (several); i++)
    if (ter_json_array_string (several, i) != NULL)
      g_hash_table_add (fields->made, g_strdup (ter_json_array_string (several, i)));
}

/* The fields that a transform makes are remembered; of one that is not known nothing can be told. */
static void
read_transform (Fields *fields, JsonObject *transform)
{
  static const char *const known[] = { "filter", "aggregate", "lookup" };
  JsonArray *aggregates = ter_json_get_array (transform, "aggregate");
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    found |= json_object_has_member (transform, known[i]);
  if (!found)
    fields->table = NULL;
  collect_made (fields, transform);
  for (guint i = 0; i < ter_json_array_length (aggregates); i++)
    collect_made (fields, ter_json_array_object (aggregates, i));
}

static void
check_transforms (TerCheck *check, Fields *fields, JsonArray *transforms)
{
  for (guint i = 0; i < ter_json_array_length (transforms); i++)
    {
      gsize mark = ter_check_enter_index (check, i);
      JsonObject *transform = ter_json_array_object (transforms, i);

      if (transform == NULL)
        ter_check_not_type (check, "transform", "object");
      else
        read_transform (fields, transform);
      ter_check_leave (check, mark);
    }
  for (guint i = 0; i < ter_json_array_length (transforms); i++)
    {
      gsize mark = ter_check_enter_index (check, i);
      JsonObject *filter = ter_json_get_object (ter_json_array_object (transforms, i), "filter");
      gsize inner = ter_check_enter (check, "filter");

      check_field (check, fields, filter);
      ter_check_leave (check, inner);
      ter_check_leave (check, mark);
    }
}

/* A member that is an object or an array in Vega-Lite. */
static JsonNode *
get_container (TerCheck *check, JsonObject *spec, const char *member, gboolean array)
{
  JsonNode *node = json_object_get_member (spec, member);
  gsize mark;

  if (node == NULL || (array ? JSON_NODE_HOLDS_ARRAY (node) : JSON_NODE_HOLDS_OBJECT (node)))
    return node;
  mark = ter_check_enter (check, member);
  ter_check_not_type (check, member, array ? "objects" : "object");
  ter_check_leave (check, mark);
  return NULL;
}

/* The fields that a layer names, and its channels; what its marks are together ter_figure_layer_split() tells. */
static void
check_layer (TerCheck *check, const Fields *fields, JsonObject *layer)
{
  Fields own = { fields->table, fields->table_name, fields->made };
  gsize mark = ter_check_enter (check, "transform");

  check_transforms (check, &own, ter_json_get_array (layer, "transform"));
  ter_check_leave (check, mark);
  mark = ter_check_enter (check, "encoding");
  if (ter_json_get_object (layer, "encoding") != NULL)
    check_encoding (check, &own, ter_json_get_object (layer, "encoding"));
  ter_check_leave (check, mark);
}

static void
check_layers (TerCheck *check, const Fields *fields, JsonArray *layers)
{
  gsize mark = ter_check_enter (check, "layer");

  for (guint i = 0; i < ter_json_array_length (layers); i++)
    {
      gsize inner = ter_check_enter_index (check, i);

      if (ter_json_array_object (layers, i) != NULL)
        check_layer (check, fields, ter_json_array_object (layers, i));
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);
}

void
ter_check_spec (TerCheck *check, JsonObject *spec)
{
  guint n_issues = check->issues->len;
  g_autoptr (GHashTable) made = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  const char *name = ter_figure_spec_get_table (spec);
  JsonNode *transforms = get_container (check, spec, "transform", TRUE);
  JsonNode *encoding = get_container (check, spec, "encoding", FALSE);
  Fields fields = { name != NULL ? g_hash_table_lookup (check->tables, name) : NULL, name, made };
  gsize mark;

  get_container (check, spec, "params", TRUE);
  if (!json_object_has_member (spec, "layer"))
    check_mark (check, spec);
  mark = ter_check_enter (check, "transform");
  if (transforms != NULL)
    check_transforms (check, &fields, json_node_get_array (transforms));
  ter_check_leave (check, mark);
  mark = ter_check_enter (check, "encoding");
  if (encoding != NULL)
    check_encoding (check, &fields, json_node_get_object (encoding));
  ter_check_leave (check, mark);
  check_layers (check, &fields, ter_json_get_array (spec, "layer"));
  if (check->issues->len == n_issues && name != NULL && g_hash_table_contains (check->tables, name))
    ter_check_drawing (check, spec);
}
