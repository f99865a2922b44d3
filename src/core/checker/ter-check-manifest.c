/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-check-private.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"

#define MANIFEST "datapackage.json"

/* ---- First look: what the manifest lists ---- */

static void
collect_languages (TerCheck *check)
{
  JsonArray *languages = ter_json_get_array (check->manifest, "languages");

  for (guint i = 0; i < ter_json_array_length (languages); i++)
    if (ter_json_array_string (languages, i) != NULL)
      g_hash_table_add (check->languages, g_strdup (ter_json_array_string (languages, i)));
}

/* Remembers the string @member of an object of an array; says when it was there before. */
static void
remember_unique (TerCheck *check, GHashTable *set, JsonArray *array, const char *name, const char *member)
{
  for (guint i = 0; i < ter_json_array_length (array); i++)
    {
      const char *id = ter_json_get_string (ter_json_array_object (array, i), member);

      ter_check_enter (check, name);
      ter_check_enter_index (check, i);
      ter_check_enter (check, member);
      if (id != NULL && !g_hash_table_add (set, g_strdup (id)))
        ter_check_add (check, TER_ISSUE_ID_DUPLICATE, "id", id, NULL);
      g_string_truncate (check->pointer, 0);
    }
}

static void
collect_resource (TerCheck *check, JsonObject *resource)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *name = ter_json_get_string (resource, "name");
  const char *role = ter_check_role (resource);
  gboolean there = ter_check_has_file (check, resource);

  if (path == NULL)
    check->resources_unknown = TRUE;
  else
    g_hash_table_insert (check->resources, g_strdup (path), resource);
  if (g_str_equal (role, "table"))
    {
      if (name != NULL)
        g_hash_table_insert (check->tables, g_strdup (name), ter_check_table_new (resource));
    }
  else if (g_str_equal (role, "outline"))
    {
      if (name != NULL)
        g_hash_table_add (check->outlines, g_strdup (name));
    }
  else if (g_str_equal (role, "entries"))
    check->entries_unknown |= !there;
  else if (g_str_equal (role, "vocabularies"))
    check->terms_unknown |= !there;
  else if (*role == '\0')
    check->entries_unknown = check->terms_unknown = check->resources_unknown = TRUE;
}

void
ter_check_collect (TerCheck *check)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  JsonArray *resources = ter_json_get_array (check->manifest, "resources");

  ter_check_begin (check, MANIFEST);
  collect_languages (check);
  remember_unique (check, check->sections, ter_json_get_array (check->manifest, "sections"), "sections", "id");
  remember_unique (check, names, resources, "resources", "name");
  if (ter_json_array_length (resources) == 0)
    check->entries_unknown = check->terms_unknown = check->resources_unknown = TRUE;
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (resource != NULL)
        collect_resource (check, resource);
      else
        check->entries_unknown = check->terms_unknown = check->resources_unknown = TRUE;
    }
}

void
ter_check_manifest (TerCheck *check)
{
  ter_check_begin (check, MANIFEST);
  ter_check_object (check, check->manifest, &ter_shape_manifest);
}

/* ---- What concerns several members ---- */

/* What the media type has to be for a role. */
typedef struct
{
  const char *role;
  const char *expected; /* a key of ter-issue-words.h */
  const char *types[5];
} RoleRow;

static const RoleRow role_table[] = {
  { "entries", "json-media", { "application/json" } },
  { "vocabularies", "json-media", { "application/json" } },
  { "text", "text-media", { "text/markdown" } },
  { "table", "table-media", { "text/csv", "application/json" } },
  { "outline", "geojson-media", { "application/geo+json", "application/json" } },
  { "picture", "picture-media", { "image/png", "image/jpeg", "image/webp", "image/svg+xml" } },
};

static void
check_mediatype (TerCheck *check, const char *role, const char *mediatype)
{
  for (guint i = 0; i < G_N_ELEMENTS (role_table); i++)
    {
      gsize mark;

      if (!g_str_equal (role_table[i].role, role) || g_strv_contains (role_table[i].types, mediatype))
        continue;
      mark = ter_check_enter (check, "mediatype");
      ter_check_add (check, TER_ISSUE_MEDIATYPE_INVALID, "value", mediatype, "@expected", role_table[i].expected, NULL);
      ter_check_leave (check, mark);
    }
}

void
ter_check_resource (TerCheck *check, JsonObject *resource)
{
  const char *role = ter_check_role (resource);
  const char *mediatype = ter_json_get_string (resource, "mediatype");

  if (mediatype != NULL && ter_value_matches (TER_VALUE_MEDIATYPE, mediatype))
    check_mediatype (check, role, mediatype);
  if (g_str_equal (role, "table") && !json_object_has_member (resource, "schema"))
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "schema", NULL);
  if (g_str_equal (role, "outline") && !json_object_has_member (resource, "level"))
    ter_check_add (check, TER_ISSUE_MEMBER_MISSING, "member", "level", NULL);
}

static gboolean
shows_something (TerCheck *check, JsonObject *show)
{
  JsonArray *ids = ter_json_get_array (show, "ids");
  JsonArray *kinds = ter_json_get_array (show, "kinds");

  for (guint i = 0; i < ter_json_array_length (kinds); i++)
    {
      const char *kind = ter_json_array_string (kinds, i);

      if (kind != NULL && g_hash_table_contains (check->kinds, kind))
        return TRUE;
    }
  /* An id that leads nowhere is told by itself. */
  return ter_json_array_length (ids) > 0;
}

void
ter_check_section (TerCheck *check, JsonObject *section)
{
  JsonObject *show = ter_json_get_object (section, "show");
  const char *id = ter_json_get_string (section, "id");
  gsize mark;

  if (show == NULL || check->entries_unknown || json_object_has_member (section, "home") || shows_something (check, show))
    return;
  mark = ter_check_enter (check, "show");
  ter_check_add (check, TER_ISSUE_SECTION_EMPTY, "id", id, NULL);
  ter_check_leave (check, mark);
}

void
ter_check_territories (TerCheck *check, JsonObject *territories)
{
  static const char *const members[] = { "communes", "epci", "departements", "regions" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      const char *name = ter_json_get_string (territories, members[i]);
      TerCheckTable *table = name != NULL ? g_hash_table_lookup (check->tables, name) : NULL;
      gsize mark = ter_check_enter (check, members[i]);

      if (table != NULL && table->fields != NULL && !g_hash_table_contains (table->fields, "code"))
        ter_check_add (check, TER_ISSUE_COLUMN_MISSING, "column", "code", NULL);
      ter_check_leave (check, mark);
    }
}
