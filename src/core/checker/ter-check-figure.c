/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-figure-layer.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-mark.h"

/* The subset of Vega-Lite that is drawn (docs/pack-format.md): what is beyond it is no mistake, the figure is then shown as
 * its table. What is no Vega-Lite at all, or leads to no field of the table, is one. */

static const char *const drawn_channels[] = { "x",       "y",     "color",       "xOffset", "yOffset", "text", "order",
                                              "tooltip", "shape", "theta",       "size",    "detail",  "row",  "column",
                                              "x2",      "y2",    "description", "key",     "href",    "url",  NULL };
static const char *const drawn_transforms[] = { "filter", "aggregate", "lookup", NULL };
static const char *const drawn_stacks[] = { "zero", "normalize", NULL };
static const char *const compositions[] = { "concat", "hconcat", "vconcat", "repeat", "facet", "spec", NULL };

/* What the transforms of one figure make. */
typedef struct
{
  TerCheckTable *table; /* nullable: not known, so that no field can be told missing */
  const char *table_name;
  GHashTable *made; /* set of names */
} Fields;

static void
tell_unsupported (TerCheck *check, const char *what)
{
  ter_check_add (check, TER_ISSUE_FIGURE_UNSUPPORTED, "@what", what, NULL);
}

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

static void
check_mark (TerCheck *check, JsonObject *spec)
{
  JsonNode *node = json_object_get_member (spec, "mark");
  const char *mark = ter_json_node_string (node);
  gsize place;

  for (guint i = 0; compositions[i] != NULL; i++)
    if (json_object_has_member (spec, compositions[i]))
      {
        tell_unsupported (check, "composition");
        return;
      }
  if (node == NULL)
    {
      ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "mark", NULL);
      return;
    }
  place = ter_check_enter (check, "mark");
  if (mark == NULL)
    mark = ter_json_get_string (ter_json_node_object (node), "type");
  if (mark == NULL)
    ter_check_not_type (check, "mark", "text");
  else if (ter_mark_find (mark) == NULL)
    tell_unsupported (check, "mark");
  ter_check_leave (check, place);
}

static void
check_channel (TerCheck *check, const Fields *fields, JsonNode *node)
{
  JsonArray *several = ter_json_node_array (node);
  JsonObject *object = ter_json_node_object (node);
  const char *stack = ter_json_get_string (object, "stack");

  for (guint i = 0; i < ter_json_array_length (several); i++)
    {
      gsize mark = ter_check_enter_index (check, i);

      check_field (check, fields, ter_json_array_object (several, i));
      ter_check_leave (check, mark);
    }
  check_field (check, fields, object);
  if (stack != NULL && !g_strv_contains (drawn_stacks, stack))
    tell_unsupported (check, "stack");
  if (ter_json_get_object (object, "sort") != NULL)
    check_field (check, fields, ter_json_get_object (object, "sort"));
}

/* One look for all marks: who draws says whether that can be. */
static gboolean
is_value (JsonObject *channel)
{
  return channel != NULL && json_object_has_member (channel, "value") && !json_object_has_member (channel, "field");
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
      else if (!g_strv_contains (drawn_channels, channel) && !is_value (ter_json_node_object (node)))
        tell_unsupported (check, "channel");
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

/* Whether a transform is one that we know; the fields that it makes are remembered. */
static gboolean
read_transform (Fields *fields, JsonObject *transform)
{
  JsonArray *aggregates = ter_json_get_array (transform, "aggregate");
  gboolean known = FALSE;

  for (guint i = 0; drawn_transforms[i] != NULL; i++)
    known |= transform != NULL && json_object_has_member (transform, drawn_transforms[i]);
  /* A filter is an object here: an expression is a program. */
  known = known && (!json_object_has_member (transform, "filter") || ter_json_get_object (transform, "filter") != NULL);
  collect_made (fields, transform);
  for (guint i = 0; i < ter_json_array_length (aggregates); i++)
    collect_made (fields, ter_json_array_object (aggregates, i));
  return known;
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
      else if (!read_transform (fields, transform))
        {
          tell_unsupported (check, "transform");
          fields->table = NULL;
        }
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

/* Asks who draws, for what the tables above cannot tell. */
static void
check_drawing (TerCheck *check, JsonObject *spec)
{
  TerFigureSpec parsed;
  g_autofree char *problem = ter_figure_spec_parse (&parsed, spec);

  if (problem != NULL)
    tell_unsupported (check, "drawing");
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

/* Whether the specification has layers. */
static gboolean
check_layers (TerCheck *check, const Fields *fields, JsonObject *spec)
{
  guint ground, n_issues = check->issues->len;
  g_autofree char *problem = NULL;
  g_autoptr (GPtrArray) units = ter_figure_layer_split (spec, &ground, &problem);
  JsonArray *layers = ter_json_get_array (spec, "layer");
  gsize mark = ter_check_enter (check, "layer");

  if (problem != NULL)
    ter_check_add (check, TER_ISSUE_FIGURE_LAYERS, NULL);
  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      gsize inner = ter_check_enter_index (check, i);

      check_layer (check, fields, ter_json_array_object (layers, i));
      if (fields->table != NULL && check->issues->len == n_issues)
        check_drawing (check, units->pdata[i]);
      ter_check_leave (check, inner);
    }
  ter_check_leave (check, mark);
  return json_object_has_member (spec, "layer");
}

void
ter_check_spec (TerCheck *check, JsonObject *spec)
{
  guint n_issues = check->issues->len;
  g_autoptr (GHashTable) made = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  const char *name = ter_json_get_string (ter_json_get_object (spec, "data"), "name");
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
  if (!check_layers (check, &fields, spec) && fields.table != NULL && check->issues->len == n_issues)
    check_drawing (check, spec);
}
