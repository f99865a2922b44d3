/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <math.h>
#include <string.h>

#include "ter-json.h"
#include "ter-limits.h"

/* GeoJSON (RFC 7946), as far as outlines need it. The first thing wrong in a feature is told, not each of its positions. */

static const char *
check_position (JsonNode *node)
{
  JsonArray *position = ter_json_node_array (node);
  double values[2];

  if (ter_json_array_length (position) < 2)
    return "degrees";
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *value = json_array_get_element (position, i);

      if (!ter_json_node_is_number (value))
        return "degrees";
      values[i] = json_node_get_double (value);
    }
  return fabs (values[0]) <= 180.0 && fabs (values[1]) <= 90.0 ? NULL : "degrees";
}

static gboolean
same_position (JsonNode *a,
               JsonNode *b)
{
  JsonArray *one = json_node_get_array (a);
  JsonArray *other = json_node_get_array (b);

  return json_array_get_double_element (one, 0) == json_array_get_double_element (other, 0) &&
         json_array_get_double_element (one, 1) == json_array_get_double_element (other, 1);
}

/* These return a key of ter-issue-words.h: what is wanted; %NULL when all is well. */
static const char *
check_ring (JsonNode *node)
{
  JsonArray *ring = ter_json_node_array (node);
  guint n = ter_json_array_length (ring);

  if (n < 4)
    return "ring";
  for (guint i = 0; i < n; i++)
    if (check_position (json_array_get_element (ring, i)) != NULL)
      return "degrees";
  return same_position (json_array_get_element (ring, 0), json_array_get_element (ring, n - 1)) ? NULL : "ring";
}

static const char *
check_polygon (JsonNode *node)
{
  JsonArray *rings = ter_json_node_array (node);
  const char *wanted = NULL;

  if (ter_json_array_length (rings) == 0)
    return "ring";
  for (guint i = 0; wanted == NULL && i < json_array_get_length (rings); i++)
    wanted = check_ring (json_array_get_element (rings, i));
  return wanted;
}

static const char *
check_geometry (JsonObject *geometry)
{
  const char *type = ter_json_get_string (geometry, "type");
  JsonNode *coordinates = geometry != NULL ? json_object_get_member (geometry, "coordinates") : NULL;
  JsonArray *polygons = ter_json_node_array (coordinates);
  const char *wanted = NULL;

  if (g_strcmp0 (type, "Polygon") == 0)
    return check_polygon (coordinates);
  if (g_strcmp0 (type, "MultiPolygon") != 0)
    return "polygon";
  if (polygons == NULL)
    return "ring";
  for (guint i = 0; wanted == NULL && i < json_array_get_length (polygons); i++)
    wanted = check_polygon (json_array_get_element (polygons, i));
  return wanted;
}

static void
check_feature (TerCheck   *check,
               GHashTable *codes,
               JsonObject *feature)
{
  static const char * const required[] = { "code", "name" };
  JsonObject *properties = ter_json_get_object (feature, "properties");
  const char *code = ter_json_get_string (properties, "code");
  const char *wanted;
  gsize mark;

  if (properties == NULL || g_strcmp0 (ter_json_get_string (feature, "type"), "Feature") != 0)
    {
      ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", "feature", NULL);
      return;
    }
  mark = ter_check_enter (check, "properties");
  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    if (ter_json_get_string (properties, required[i]) == NULL)
      ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", required[i], NULL);
  if (code != NULL && !g_hash_table_add (codes, g_strdup (code)))
    ter_check_add (check, TER_ISSUE_ID_DUPLICATE, "id", code, NULL);
  ter_check_leave (check, mark);

  wanted = check_geometry (ter_json_get_object (feature, "geometry"));
  mark = ter_check_enter (check, "geometry");
  if (wanted != NULL)
    ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", wanted, NULL);
  ter_check_leave (check, mark);
}

static gboolean
is_collection (TerJsonScan *scan)
{
  g_autoptr(JsonNode) type = ter_json_scan_build_member (scan, "type", NULL);

  return g_strcmp0 (ter_json_node_string (type), "FeatureCollection") == 0 && ter_json_scan_has_records (scan);
}

void
ter_check_outline_file (TerCheck   *check,
                        const char *path)
{
  g_autoptr(GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(TerJsonScan) scan = NULL;

  ter_check_begin (check, path);
  scan = ter_check_scan (check, path, TER_LIMIT_JSON_BYTES, "features", FALSE);
  if (scan != NULL && (ter_json_scan_get_root (scan) != '{' || !is_collection (scan)))
    ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", "collection", NULL);
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (check); i++)
    {
      g_autoptr(JsonNode) record = ter_json_scan_build_record (scan, i, NULL);

      ter_check_enter (check, "features");
      ter_check_enter_index (check, i);
      check_feature (check, codes, ter_json_node_object (record));
      g_string_truncate (check->pointer, 0);
    }
  ter_check_end (check, scan);
}
