/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-parents.h"

#include "ter-json.h"

struct _TerTerritoryParents
{
  TerLibrary *library;
  TerPack *pack;
  GHashTable *regions; /* "departement:94" → "region:11"; NULL until it is asked for */
  GHashTable *epci;    /* "epci:200069193" → "departement:01"; NULL until it is asked for */
};

/**
 * ter_territory_parents_new:
 *
 * Reads no table yet: each is read when it is first needed.
 */
TerTerritoryParents *
ter_territory_parents_new (TerLibrary *library, TerPack *pack)
{
  TerTerritoryParents *self;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_PACK (pack), NULL);

  self = g_new0 (TerTerritoryParents, 1);
  self->library = g_object_ref (library);
  self->pack = g_object_ref (pack);
  return self;
}

void
ter_territory_parents_free (TerTerritoryParents *self)
{
  if (self == NULL)
    return;
  g_object_unref (self->library);
  g_object_unref (self->pack);
  g_clear_pointer (&self->regions, g_hash_table_unref);
  g_clear_pointer (&self->epci, g_hash_table_unref);
  g_free (self);
}

/* Two columns of a table as codes with their levels; the first row of a key counts. Empty when the pack has no such table. */
static GHashTable *
read_columns (TerTerritoryParents *self, const char *member, const char *key_column, const char *key_level,
              const char *value_column)
{
  GHashTable *parents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  JsonObject *names = ter_json_get_object (ter_pack_get_manifest (self->pack), "territories");
  const char *name = ter_json_get_string (names, member);
  g_autoptr (TerTable) table = name != NULL ? ter_library_dup_table (self->library, self->pack, name, NULL) : NULL;
  guint key, value;

  if (table == NULL || !ter_table_find_column (table, key_column, &key) || !ter_table_find_column (table, value_column, &value))
    return parents;
  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      const char *code = ter_table_get_text (table, row, key);
      const char *parent = ter_table_get_text (table, row, value);
      g_autofree char *child = NULL;

      if (code == NULL || *code == '\0' || parent == NULL || *parent == '\0')
        continue;
      child = g_strconcat (key_level, ":", code, NULL);
      if (!g_hash_table_contains (parents, child))
        g_hash_table_insert (parents, g_steal_pointer (&child), g_strconcat (value_column, ":", parent, NULL));
    }
  return parents;
}

/* A commune's code begins with its département's: two characters, three overseas (INSEE, Code officiel géographique). */
static char *
departement_of_commune (const char *code)
{
  gsize length = g_str_has_prefix (code, "97") || g_str_has_prefix (code, "98") ? 3 : 2;

  return strlen (code) == 5 ? g_strdup_printf ("departement:%.*s", (int) length, code) : NULL;
}

/**
 * ter_territory_parents_dup:
 * @territory: "departement:94"
 *
 * Returns: (transfer full) (nullable): the territory just around it: "region:11"; an EPCI that lies in several
 *   départements gives the first. %NULL when it is not known
 */
char *
ter_territory_parents_dup (TerTerritoryParents *self, const char *territory)
{
  g_return_val_if_fail (self != NULL && territory != NULL, NULL);

  if (g_str_has_prefix (territory, "commune:"))
    return departement_of_commune (territory + strlen ("commune:"));
  if (g_str_has_prefix (territory, "departement:"))
    {
      if (self->regions == NULL)
        self->regions = read_columns (self, "departements", "code", "departement", "region");
      return g_strdup (g_hash_table_lookup (self->regions, territory));
    }
  if (g_str_has_prefix (territory, "epci:"))
    {
      if (self->epci == NULL)
        self->epci = read_columns (self, "communes", "epci", "epci", "departement");
      return g_strdup (g_hash_table_lookup (self->epci, territory));
    }
  return NULL;
}
