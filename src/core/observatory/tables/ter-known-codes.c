/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-known-codes.h"

#include "ter-hash.h"
#include "ter-insee.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-table.h"

typedef struct
{
  const char *level;
  const char *member; /* of the manifest's "territories" */
} Level;

static const Level levels[] = {
  { "commune", "communes" },
  { "epci", "epci" },
  { "departement", "departements" },
  { "region", "regions" },
};

struct _TerKnownCodes
{
  GHashTable *codes; /* level → set of codes */
};

static JsonObject *
find_table (JsonObject *manifest, const char *name)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; name != NULL && i < ter_json_array_length (resources); i++)
    if (g_strcmp0 (ter_json_get_string (ter_json_array_object (resources, i), "name"), name) == 0)
      return ter_json_array_object (resources, i);
  return NULL;
}

static void
collect_level (TerKnownCodes *self, TerPackFiles *files, JsonObject *manifest, const Level *level)
{
  JsonObject *resource = find_table (manifest, ter_json_get_string (ter_json_get_object (manifest, "territories"), level->member));
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = path != NULL ? ter_pack_files_load (files, path, TER_LIMIT_TABLE_BYTES, NULL, NULL) : NULL;
  g_autoptr (TerTable) table = bytes != NULL ? ter_table_new_from_bytes (bytes, resource, NULL, NULL) : NULL;
  GHashTable *codes;
  guint column;

  if (table == NULL || !ter_table_find_column (table, "code", &column))
    return;
  codes = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  for (guint i = 0; i < ter_table_get_n_rows (table); i++)
    if (ter_table_get_text (table, i, column) != NULL)
      g_hash_table_add (codes, g_strdup (ter_table_get_text (table, i, column)));
  g_hash_table_insert (self->codes, (gpointer) level->level, codes);
}

TerKnownCodes *
ter_known_codes_new (TerPackFiles *files, JsonObject *manifest)
{
  TerKnownCodes *self = g_new0 (TerKnownCodes, 1);

  self->codes = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; files != NULL && i < G_N_ELEMENTS (levels); i++)
    collect_level (self, files, manifest, &levels[i]);
  return self;
}

void
ter_known_codes_free (TerKnownCodes *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->codes);
  g_free (self);
}

gboolean
ter_known_codes_has_level (TerKnownCodes *self, const char *level)
{
  g_return_val_if_fail (self != NULL && level != NULL, FALSE);

  return g_hash_table_contains (self->codes, level);
}

gboolean
ter_known_codes_contains (TerKnownCodes *self, const char *level, const char *code)
{
  GHashTable *codes;

  g_return_val_if_fail (self != NULL && level != NULL && code != NULL, FALSE);

  codes = g_hash_table_lookup (self->codes, level);
  return codes != NULL ? g_hash_table_contains (codes, code) : ter_insee_is_code (level, code);
}

gboolean
ter_known_codes_is_table (JsonObject *manifest, const char *name)
{
  JsonObject *territories = ter_json_get_object (manifest, "territories");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (name != NULL && g_strcmp0 (ter_json_get_string (territories, levels[i].member), name) == 0)
      return TRUE;
  return FALSE;
}
