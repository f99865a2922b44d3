/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <cmark.h>
#include <string.h>

#include "ter-json.h"
#include "ter-kind.h"
#include "ter-limits.h"

/* What leads where: entries that only the search finds, files that nothing uses. */

static void
add (GHashTable *set, const char *key)
{
  if (key != NULL)
    g_hash_table_add (set, g_strdup (key));
}

/* ---- First look: where everything leads ---- */

/* @id: (nullable): of the entry whose text it is: leading to itself is leading nowhere */
static void
collect_text (TerLint *lint, const char *text, const char *id)
{
  cmark_node *root = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (root);
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    {
      cmark_node *node = cmark_iter_get_node (iter);
      cmark_node_type type = cmark_node_get_type (node);
      const char *target = type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ? cmark_node_get_url (node) : NULL;

      if (event != CMARK_EVENT_ENTER || target == NULL)
        continue;
      if (type == CMARK_NODE_IMAGE)
        add (lint->used, target);
      else if (g_str_has_prefix (target, "entry:") && g_strcmp0 (target + strlen ("entry:"), id) != 0)
        add (lint->shown, target + strlen ("entry:"));
    }
  cmark_iter_free (iter);
  cmark_node_free (root);
}

static void
collect_text_file (TerLint *lint, const char *path, const char *id)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  add (lint->used, path);
  if (ter_value_matches (TER_VALUE_PATH, path))
    bytes = ter_check_load (lint->check, path, TER_LIMIT_TEXT_BYTES, TRUE);
  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return;
  text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  collect_text (lint, text, id);
}

typedef struct
{
  TerLint *lint;
  const char *id; /* nullable */
} Collector;

static void
collect_value (Collector *collector, TerValueType type, const char *text)
{
  TerLint *lint = collector->lint;
  g_autofree char *dashboard = NULL;

  switch (type)
    {
    case TER_VALUE_ENTRY:
      if (g_strcmp0 (text, collector->id) != 0)
        add (lint->shown, text);
      break;
    case TER_VALUE_FIGURE:
      dashboard = g_strndup (text, strcspn (text, "/"));
      add (lint->shown, dashboard);
      break;
    case TER_VALUE_FILE:
    case TER_VALUE_PICTURE_FILE:
    case TER_VALUE_TABLE: add (lint->used, text); break;
    case TER_VALUE_TEXT_FILE: collect_text_file (lint, text, collector->id); break;
    case TER_VALUE_COMMONMARK: collect_text (lint, text, collector->id); break;
    default: break;
    }
}

/* All tables and outlines that a specification names: {"data": {"name": …}}, the one of a lookup included. */
static void
collect_spec (TerLint *lint, JsonNode *node)
{
  JsonArray *array = ter_json_node_array (node);
  JsonObjectIter iter;
  JsonNode *inner;

  for (guint i = 0; i < ter_json_array_length (array); i++)
    collect_spec (lint, json_array_get_element (array, i));
  if (ter_json_node_object (node) == NULL)
    return;
  add (lint->used, ter_json_get_string (ter_json_get_object (json_node_get_object (node), "data"), "name"));
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, NULL, &inner))
    collect_spec (lint, inner);
}

static void
collect_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node,
            const char *pointer, gpointer user_data)
{
  Collector *collector = user_data;
  JsonArray *array = ter_json_node_array (node);

  if (member->type == TER_VALUE_OBJECT && g_str_equal (name, "spec"))
    collect_spec (collector->lint, node);
  if (ter_json_node_string (node) != NULL)
    collect_value (collector, member->type, json_node_get_string (node));
  for (guint i = 0; i < ter_json_array_length (array); i++)
    if (ter_json_array_string (array, i) != NULL)
      collect_value (collector, member->type, ter_json_array_string (array, i));
}

static void
collect (TerLint *lint, JsonObject *object, const TerShape *shape, const char *id)
{
  Collector collector = { lint, id };
  GString *pointer = g_string_new (NULL);

  ter_shape_walk (object, shape, pointer, collect_cb, &collector);
  g_string_free (pointer, TRUE);
}

void
ter_lint_collect_manifest (TerLint *lint)
{
  JsonArray *sections = ter_json_get_array (lint->check->manifest, "sections");

  collect (lint, lint->check->manifest, &ter_shape_manifest, NULL);
  for (guint i = 0; i < ter_json_array_length (sections); i++)
    {
      JsonArray *kinds = ter_json_get_array (ter_json_get_object (ter_json_array_object (sections, i), "show"), "kinds");

      for (guint j = 0; j < ter_json_array_length (kinds); j++)
        add (lint->shown_kinds, ter_json_array_string (kinds, j));
    }
}

void
ter_lint_collect_entry (TerLint *lint, JsonObject *entry)
{
  const char *kind = ter_json_get_string (entry, "kind");
  g_auto (GStrv) tags = ter_json_dup_strv (entry, "tags");

  collect (lint, entry, ter_kind_get_shape (kind), ter_json_get_string (entry, "id"));
  for (guint i = 0; ter_kind_is (kind, TER_KIND_THEME) && tags[i] != NULL; i++)
    if (g_str_has_prefix (tags[i], "theme:"))
      add (lint->theme_tags, tags[i]);
}

/* ---- Second look ---- */

/* The page of a theme shows what is near it and shares its tag. */
static gboolean
is_shown_by_theme (TerLint *lint, JsonObject *entry)
{
  const char *kind = ter_json_get_string (entry, "kind");
  g_auto (GStrv) tags = ter_json_dup_strv (entry, "tags");

  for (guint i = 0; ter_kind_has (kind, TER_KIND_NEAR_THEME) && tags[i] != NULL; i++)
    if (g_hash_table_contains (lint->theme_tags, tags[i]))
      return TRUE;
  return FALSE;
}

void
ter_lint_reach (TerLint *lint, JsonObject *entry)
{
  const char *id = ter_json_get_string (entry, "id");
  const char *kind = ter_json_get_string (entry, "kind");

  if (id == NULL || kind == NULL || g_hash_table_contains (lint->shown, id) || g_hash_table_contains (lint->shown_kinds, kind) ||
      is_shown_by_theme (lint, entry))
    return;
  ter_check_add (lint->check, TER_ISSUE_ENTRY_UNREACHABLE, "id", id, NULL);
}

void
ter_lint_files (TerLint *lint)
{
  static const char *const roles[] = { "text", "picture", "attachment", "table", "outline", NULL };
  JsonArray *resources = ter_json_get_array (lint->check->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *name = ter_json_get_string (resource, "name");
      gsize mark;

      if (path == NULL || name == NULL || !g_strv_contains (roles, ter_check_role (resource)) ||
          g_hash_table_contains (lint->used, path) || g_hash_table_contains (lint->used, name))
        continue;
      mark = ter_check_enter (lint->check, "resources");
      ter_check_enter_index (lint->check, i);
      ter_check_enter (lint->check, "path");
      ter_check_add (lint->check, TER_ISSUE_FILE_UNUSED, "path", path, NULL);
      ter_check_leave (lint->check, mark);
    }
}
