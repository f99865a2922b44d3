/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-outline.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>

/* A tree of json-glib takes some forty times its text: 16 MiB keep a hostile outline within what a computer has. */
#define MAX_BYTES (16u * 1024 * 1024)

struct _TerOutline
{
  GObject     parent_instance;
  GPtrArray  *features;
  GHashTable *by_code; /* code of a feature → its index + 1 */
};

G_DEFINE_FINAL_TYPE (TerOutline, ter_outline, G_TYPE_OBJECT)

static void
feature_free (gpointer data)
{
  TerFeature *feature = data;

  g_free (feature->code);
  g_free (feature->name);
  g_array_unref (feature->positions);
  g_array_unref (feature->rings);
  g_free (feature);
}

static gboolean
get_number (JsonArray *array,
            guint      index,
            double    *value)
{
  JsonNode *node = json_array_get_element (array, index);

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) == G_TYPE_STRING)
    return FALSE;
  *value = json_node_get_double (node);
  return isfinite (*value);
}

static JsonArray *
get_array (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
         ? json_node_get_string (node) : NULL;
}

static gboolean
add_ring (TerFeature *feature,
          JsonNode   *node)
{
  JsonArray *ring = get_array (node);
  guint length = ring != NULL ? json_array_get_length (ring) : 0;
  guint end;

  if (length < 4)
    return FALSE;
  for (guint i = 0; i < length; i++)
    {
      JsonArray *pair = get_array (json_array_get_element (ring, i));
      TerPosition position;

      if (pair == NULL || json_array_get_length (pair) < 2 ||
          !get_number (pair, 0, &position.longitude) || !get_number (pair, 1, &position.latitude) ||
          fabs (position.longitude) > 180.0 || fabs (position.latitude) > 90.0)
        return FALSE;
      feature->west = MIN (feature->west, position.longitude);
      feature->east = MAX (feature->east, position.longitude);
      feature->south = MIN (feature->south, position.latitude);
      feature->north = MAX (feature->north, position.latitude);
      g_array_append_val (feature->positions, position);
    }
  end = feature->positions->len;
  g_array_append_val (feature->rings, end);
  return TRUE;
}

static gboolean
add_polygon (TerFeature *feature,
             JsonNode   *node)
{
  JsonArray *rings = get_array (node);

  if (rings == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rings); i++)
    if (!add_ring (feature, json_array_get_element (rings, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_geometry (TerFeature *feature,
              JsonObject *geometry)
{
  const char *type = get_string (geometry, "type");
  JsonNode *coordinates = geometry != NULL ? json_object_get_member (geometry, "coordinates") : NULL;
  JsonArray *polygons;

  if (g_strcmp0 (type, "Polygon") == 0)
    return add_polygon (feature, coordinates);
  if (g_strcmp0 (type, "MultiPolygon") != 0)
    return TRUE; /* No area: it is left out. */

  polygons = get_array (coordinates);
  if (polygons == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (polygons); i++)
    if (!add_polygon (feature, json_array_get_element (polygons, i)))
      return FALSE;
  return TRUE;
}

static gboolean
add_feature (TerOutline *self,
             JsonNode   *node)
{
  JsonObject *object = get_object (node);
  JsonObject *properties = object != NULL ? get_object (json_object_get_member (object, "properties")) : NULL;
  const char *code = get_string (properties, "code");
  const char *name = get_string (properties, "name");
  TerFeature *feature;

  if (code == NULL || name == NULL || g_hash_table_contains (self->by_code, code))
    return FALSE;

  feature = g_new0 (TerFeature, 1);
  feature->code = g_strdup (code);
  feature->name = g_strdup (name);
  feature->positions = g_array_new (FALSE, FALSE, sizeof (TerPosition));
  feature->rings = g_array_new (FALSE, FALSE, sizeof (guint));
  feature->west = feature->south = G_MAXDOUBLE;
  feature->east = feature->north = -G_MAXDOUBLE;
  if (!add_geometry (feature, get_object (json_object_get_member (object, "geometry"))))
    {
      feature_free (feature);
      return FALSE;
    }
  if (feature->rings->len == 0)
    {
      feature_free (feature);
      return TRUE;
    }
  g_ptr_array_add (self->features, feature);
  g_hash_table_insert (self->by_code, feature->code, GUINT_TO_POINTER (self->features->len));
  return TRUE;
}

static void
ter_outline_finalize (GObject *object)
{
  TerOutline *self = TER_OUTLINE (object);

  g_hash_table_unref (self->by_code);
  g_ptr_array_unref (self->features);

  G_OBJECT_CLASS (ter_outline_parent_class)->finalize (object);
}

static void
ter_outline_class_init (TerOutlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_outline_finalize;
}

static void
ter_outline_init (TerOutline *self)
{
  self->features = g_ptr_array_new_with_free_func (feature_free);
  self->by_code = g_hash_table_new (g_str_hash, g_str_equal);
}

TerOutline *
ter_outline_new_from_bytes (GBytes  *bytes,
                            GError **error)
{
  g_autoptr (TerOutline) self = g_object_new (TER_TYPE_OUTLINE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  JsonObject *root;
  JsonArray *features;

  if (size > MAX_BYTES)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The outlines of this map are too large to be drawn."));
      return NULL;
    }
  if (!json_parser_load_from_data (parser, data, size, error))
    return NULL;

  root = get_object (json_parser_get_root (parser));
  features = root != NULL ? get_array (json_object_get_member (root, "features")) : NULL;
  for (guint i = 0; features != NULL && i < json_array_get_length (features); i++)
    if (!add_feature (self, json_array_get_element (features, i)))
      features = NULL;
  if (features == NULL || self->features->len == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("The outlines of this map cannot be read."));
      return NULL;
    }
  return g_steal_pointer (&self);
}

guint
ter_outline_get_n_features (TerOutline *self)
{
  g_return_val_if_fail (TER_IS_OUTLINE (self), 0);

  return self->features->len;
}

const TerFeature *
ter_outline_get_feature (TerOutline *self,
                         guint       index)
{
  g_return_val_if_fail (TER_IS_OUTLINE (self), NULL);
  g_return_val_if_fail (index < self->features->len, NULL);

  return g_ptr_array_index (self->features, index);
}

gboolean
ter_outline_find (TerOutline *self,
                  const char *code,
                  guint      *index)
{
  guint found;

  g_return_val_if_fail (TER_IS_OUTLINE (self), FALSE);

  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_code, code));
  if (found != 0 && index != NULL)
    *index = found - 1;
  return found != 0;
}
