/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-layer.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-mark.h"

static void
copy_members (JsonObject *to, JsonObject *from)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (from == NULL)
    return;
  json_object_iter_init_ordered (&iter, from);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (to, name, json_node_copy (node));
}

/* A unit's transforms come after those of all. */
static void
append_transforms (JsonArray *to, JsonObject *from)
{
  JsonArray *steps = ter_json_get_array (from, "transform");

  for (guint i = 0; i < ter_json_array_length (steps); i++)
    json_array_add_element (to, json_node_copy (json_array_get_element (steps, i)));
}

static JsonObject *
make_unit (JsonObject *spec, JsonObject *layer)
{
  JsonObject *unit = json_object_new (), *encoding = json_object_new ();
  JsonArray *steps = json_array_new ();

  copy_members (unit, spec);
  json_object_remove_member (unit, "layer");
  copy_members (unit, layer);
  if (json_object_has_member (spec, "data"))
    json_object_set_member (unit, "data", json_node_copy (json_object_get_member (spec, "data")));
  copy_members (encoding, ter_json_get_object (spec, "encoding"));
  copy_members (encoding, ter_json_get_object (layer, "encoding"));
  json_object_set_object_member (unit, "encoding", encoding);
  append_transforms (steps, spec);
  append_transforms (steps, layer);
  json_object_set_array_member (unit, "transform", steps);
  return unit;
}

/* What a unit may not have: another table, units or parameters of its own. (transfer full) (nullable) */
static char *
check_layer (JsonObject *spec, JsonObject *layer)
{
  static const char *const refused[] = { "layer", "concat", "hconcat", "vconcat", "facet", "repeat", "spec", "resolve", "params" };
  const char *table = ter_json_get_string (ter_json_get_object (layer, "data"), "name");

  if (layer == NULL)
    return g_strdup_printf (_ ("“%s”"), "layer");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (json_object_has_member (layer, refused[i]))
      return g_strdup_printf (_ ("“%s” in a layer"), refused[i]);
  if (json_object_has_member (layer, "data") &&
      g_strcmp0 (table, ter_json_get_string (ter_json_get_object (spec, "data"), "name")) != 0)
    return g_strdup (_ ("a layer of another table"));
  return NULL;
}

static const char *
get_mark (JsonObject *unit)
{
  const char *mark = ter_json_get_string (unit, "mark");

  return mark != NULL ? mark : ter_json_get_string (ter_json_get_object (unit, "mark"), "type");
}

/* One stands on the axes, the others lie across it. (transfer full) (nullable) */
static char *
find_ground (GPtrArray *units, guint *ground)
{
  gboolean found = FALSE;

  for (guint i = 0; i < units->len; i++)
    {
      const char *name = get_mark (units->pdata[i]);
      const TerMarkType *type = ter_mark_find (name);
      JsonObject *encoding = ter_json_get_object (units->pdata[i], "encoding");

      if (type == NULL)
        return g_strdup_printf (_ ("the mark “%s”"), name != NULL ? name : "?");
      if (json_object_has_member (encoding, "row") || json_object_has_member (encoding, "column"))
        return g_strdup (_ ("layers in panels"));
      if ((type->traits & TER_MARK_GUIDE) != 0)
        continue;
      if ((type->traits & TER_MARK_GROUND) == 0 || found)
        return g_strdup_printf (_ ("the mark “%s” as a layer over another"), name);
      found = TRUE;
      *ground = i;
    }
  return found ? NULL : g_strdup (_ ("layers of lines and bands alone"));
}

GPtrArray *
ter_figure_layer_split (JsonObject *spec, guint *ground, char **problem)
{
  g_autoptr (GPtrArray) units = NULL;
  JsonArray *layers = ter_json_get_array (spec, "layer");

  g_return_val_if_fail (ground != NULL && problem != NULL, NULL);

  *problem = NULL;
  if (spec == NULL || !json_object_has_member (spec, "layer"))
    return NULL;
  if (ter_json_array_length (layers) == 0)
    *problem = g_strdup_printf (_ ("“%s”"), "layer");
  else if (ter_json_array_length (layers) > TER_FIGURE_MOST_LAYERS)
    *problem = g_strdup_printf (_ ("%u layers"), ter_json_array_length (layers));
  units = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  for (guint i = 0; *problem == NULL && i < ter_json_array_length (layers); i++)
    {
      *problem = check_layer (spec, ter_json_array_object (layers, i));
      if (*problem == NULL)
        g_ptr_array_add (units, make_unit (spec, ter_json_array_object (layers, i)));
    }
  if (*problem == NULL)
    *problem = find_ground (units, ground);
  return *problem == NULL ? g_steal_pointer (&units) : NULL;
}
