/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-outline-feature.h"

/* GeoJSON (RFC 7946), as far as outlines need it. The first thing wrong in a feature is told, not each of its positions. */

static void
check_feature (TerCheck *check, GHashTable *codes, const TerOutlineFeature *feature)
{
  gsize mark;

  if (!feature->is_feature)
    {
      ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", "feature", NULL);
      return;
    }
  mark = ter_check_enter (check, "properties");
  if (feature->code == NULL && feature->has_code)
    ter_check_not_type (check, "code", "text");
  else if (feature->code == NULL)
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "code", NULL);
  if (feature->name == NULL)
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "name", NULL);
  if (feature->code != NULL && !g_hash_table_add (codes, g_strdup (feature->code)))
    ter_check_add (check, TER_ISSUE_ID_DUPLICATE, "id", feature->code, NULL);
  ter_check_leave (check, mark);

  mark = ter_check_enter (check, "geometry");
  if (feature->wanted != NULL)
    ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", feature->wanted, NULL);
  ter_check_leave (check, mark);
}

static gboolean
is_collection (TerJsonScan *scan)
{
  g_autoptr (JsonNode) type = ter_json_scan_build_member (scan, "type", NULL);

  return g_strcmp0 (ter_json_node_string (type), "FeatureCollection") == 0 && ter_json_scan_has_records (scan);
}

void
ter_check_outline_file (TerCheck *check, const char *path)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_auto (TerOutlineFeature) feature = { 0 };
  g_autoptr (TerJsonScan) scan = NULL;
  g_autofree char *limit = g_strdup_printf ("%u", TER_LIMIT_OUTLINES);

  ter_outline_feature_init (&feature);
  ter_check_begin (check, path);
  scan = ter_check_scan_outlines (check, path);
  if (scan != NULL && (ter_json_scan_get_root (scan) != '{' || !is_collection (scan)))
    ter_check_add (check, TER_ISSUE_OUTLINE_INVALID, "@expected", "collection", NULL);
  else if (scan != NULL && ter_json_scan_get_n_records (scan) == 0)
    ter_check_add (check, TER_ISSUE_OUTLINES_NONE, NULL);
  if (scan != NULL && ter_json_scan_get_n_records (scan) > TER_LIMIT_OUTLINES)
    ter_check_add (check, TER_ISSUE_OUTLINES_TOO_MANY, "limit", limit, NULL);
  for (guint i = 0; scan != NULL && i < ter_json_scan_get_n_records (scan) && !ter_check_is_cancelled (check); i++)
    {
      gsize length;
      const char *text = ter_json_scan_get_record_text (scan, i, &length);

      ter_outline_feature_read (&feature, text, length);
      ter_check_enter (check, "features");
      ter_check_enter_index (check, i);
      check_feature (check, codes, &feature);
      g_string_truncate (check->pointer, 0);
    }
  ter_check_end (check, scan);
}
