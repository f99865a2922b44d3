/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territories.h"

#include "ter-json.h"
#include "ter-limits.h"
#include "ter-table.h"

/* The tables in the order to read: a commune's name tells its département's. */
static const struct
{
  const char *member; /* of the manifest's "territories" */
  const char *level;
  const char *within; /* the column and level of the territory that tells homonyms apart */
} levels[] = {
  { "regions", "region", NULL },
  { "departements", "departement", NULL },
  { "epci", "epci", NULL },
  { "communes", "commune", "departement" },
};

static gboolean
find_name_column (TerTable *table, guint *column)
{
  static const char *const names[] = { "name", "nom", "title", "libelle" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (ter_table_find_column (table, names[i], column))
      return TRUE;
  return FALSE;
}

static gboolean
write_name (sqlite3_stmt *insert, const char *territory, const char *name, GError **error)
{
  ter_sqlite_bind_text (insert, 3, territory);
  ter_sqlite_bind_text (insert, 4, name);
  return ter_sqlite_put (insert, error);
}

/* "Saint-Denis (Seine-Saint-Denis)"; the département's name was kept in @names when its table was read. */
static char *
dup_full_name (TerTable *table, guint row, const char *name, guint level, GHashTable *names)
{
  g_autofree char *around = NULL;
  const char *code, *around_name;
  guint column;

  if (levels[level].within == NULL || !ter_table_find_column (table, levels[level].within, &column))
    return g_strdup (name);
  code = ter_table_get_text (table, row, column);
  around = g_strconcat (levels[level].within, ":", code != NULL ? code : "", NULL);
  around_name = g_hash_table_lookup (names, around);
  if (around_name == NULL)
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, around_name);
}

static gboolean
write_table (TerTable *table, guint level, GHashTable *names, sqlite3_stmt *insert, GCancellable *cancellable, GError **error)
{
  guint code_column, name_column;

  if (!ter_table_find_column (table, "code", &code_column) || !find_name_column (table, &name_column))
    return TRUE;
  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      const char *code = ter_table_get_text (table, row, code_column);
      const char *name = ter_table_get_label (table, row, name_column);
      g_autofree char *territory = NULL;
      g_autofree char *full_name = NULL;

      if (code == NULL || name == NULL)
        continue;
      territory = g_strconcat (levels[level].level, ":", code, NULL);
      full_name = dup_full_name (table, row, name, level, names);
      if (g_cancellable_set_error_if_cancelled (cancellable, error) || !write_name (insert, territory, full_name, error))
        return FALSE;
      if (g_str_equal (levels[level].level, "departement"))
        g_hash_table_insert (names, g_steal_pointer (&territory), g_strdup (name));
    }
  return TRUE;
}

static TerTable *
read_table (TerPack *pack, const char *name, const char *language, GCancellable *cancellable)
{
  JsonObject *resource = name != NULL ? ter_pack_find_resource (pack, name) : NULL;
  const char *path = ter_json_get_string (resource, "path");
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return NULL;
  bytes = ter_pack_files_load (ter_pack_get_files (pack), path, TER_LIMIT_JSON_BYTES, cancellable, NULL);
  return bytes != NULL ? ter_table_new_from_bytes (bytes, resource, language, NULL) : NULL;
}

/* Names in another language only where a table has a column for it: most territories have one name. */
static gboolean
is_translated (JsonObject *resource, const char *language)
{
  JsonArray *fields = ter_json_get_array (ter_json_get_object (resource, "schema"), "fields");
  g_autofree char *end = g_strconcat ("@", language, NULL);

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      const char *name = ter_json_get_string (ter_json_array_object (fields, i), "name");

      if (name != NULL && g_str_has_suffix (name, end))
        return TRUE;
    }
  return FALSE;
}

static gboolean
write_language (TerPack *pack, const char *language, gboolean is_default, sqlite3_stmt *insert, GCancellable *cancellable,
                GError **error)
{
  JsonObject *territories = ter_json_get_object (ter_pack_get_manifest (pack), "territories");
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  ter_sqlite_bind_text (insert, 2, is_default ? "" : language);
  for (guint level = 0; level < G_N_ELEMENTS (levels); level++)
    {
      const char *name = ter_json_get_string (territories, levels[level].member);
      g_autoptr (TerTable) table = NULL;

      if (name == NULL || (!is_default && !is_translated (ter_pack_find_resource (pack, name), language)))
        continue;
      table = read_table (pack, name, language, cancellable);
      if (table != NULL && !write_table (table, level, names, insert, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_territories_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GCancellable *cancellable, GError **error)
{
  JsonArray *languages = ter_json_get_array (ter_pack_get_manifest (pack), "languages");
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert = ter_sqlite_prepare (ter_catalogue_get_db (catalogue),
                               "INSERT OR IGNORE INTO territory (pack, language, territory, name) VALUES (?1, ?2, ?3, ?4)", error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, pack_number);
  for (guint i = 0; i < MIN (ter_json_array_length (languages), TER_CATALOGUE_MAX_LANGUAGES); i++)
    {
      const char *language = ter_json_array_string (languages, i);

      if (language != NULL && !write_language (pack, language, i == 0, insert, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

char *
ter_territories_dup_name (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language)
{
  sqlite3_stmt *query = catalogue != NULL ? ter_catalogue_query (catalogue, TER_QUERY_TERRITORY, NULL) : NULL;
  g_autofree char *name = NULL;
  const char *colon = strchr (territory, ':');

  if (query != NULL)
    {
      sqlite3_bind_int64 (query, 1, pack_number);
      ter_sqlite_bind_text (query, 2, territory);
      while (ter_sqlite_step (query, NULL))
        {
          const char *row_language = ter_sqlite_column_text (query, 0);

          if (name == NULL || g_strcmp0 (row_language, language) == 0)
            g_set_str (&name, ter_sqlite_column_text (query, 1));
        }
      if (name != NULL)
        return g_steal_pointer (&name);
    }
  if (g_str_equal (territory, "country:FR"))
    return g_strdup ("France");
  return g_strdup (colon != NULL ? colon + 1 : territory);
}
