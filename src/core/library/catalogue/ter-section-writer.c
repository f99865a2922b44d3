/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-section-writer.h"

#include "ter-json.h"

#define INSERT "INSERT INTO section_entry (pack, section, language, position, entry)"

/* Without those that the section shows already. What has no date comes last in both orders. */
#define SELECT_KINDS(order) \
  INSERT " SELECT ?1, ?2, ?3, ?4 + row_number () OVER (ORDER BY " order "), entry FROM entry" \
         " WHERE pack = ?1 AND kind IN (SELECT value FROM json_each (?5))" \
         " AND entry NOT IN (SELECT entry FROM section_entry WHERE pack = ?1 AND section = ?2 AND language = ?3)"

#define TITLE(language) "(SELECT folded FROM title WHERE document = (entry.entry << 3) | " language ")"

static const struct
{
  const char *sort;
  const char *sql;
} sorts[] = {
  { "listed", SELECT_KINDS ("entry") },
  { "title", SELECT_KINDS ("coalesce (" TITLE ("?6") ", " TITLE ("0") "), entry") },
  { "date", SELECT_KINDS ("date IS NULL, date, entry") },
  { "-date", SELECT_KINDS ("date IS NULL, date DESC, entry") },
};

static const char *
get_sort (const TerSection *section)
{
  return ter_json_get_string (ter_json_get_object (section->object, "show"), "sort");
}

static const char *
get_sql (const char *sort)
{
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_strcmp0 (sorts[i].sort, sort) == 0)
      return sorts[i].sql;
  return sorts[0].sql;
}

static gboolean
write_ids (sqlite3 *db, gint64 pack_number, guint section, const char *language, JsonArray *ids, GError **error)
{
  g_autoptr (sqlite3_stmt) insert = NULL;

  insert =
    ter_sqlite_prepare (db,
                        INSERT
                        " SELECT ?1, ?2, ?3, ?4, entry FROM entry WHERE pack = ?1 AND id = ?5"
                        " AND entry NOT IN (SELECT entry FROM section_entry WHERE pack = ?1 AND section = ?2 AND language = ?3)",
                        error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, pack_number);
  sqlite3_bind_int (insert, 2, section);
  ter_sqlite_bind_text (insert, 3, language);
  for (guint i = 0; i < ter_json_array_length (ids); i++)
    {
      const char *id = ter_json_array_string (ids, i);

      sqlite3_bind_int (insert, 4, i);
      ter_sqlite_bind_text (insert, 5, id);
      if (id != NULL && !ter_sqlite_put (insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_kinds (sqlite3 *db, gint64 pack_number, guint section, const char *language, guint language_index, JsonObject *show,
             GError **error)
{
  JsonArray *kinds = ter_json_get_array (show, "kinds");
  g_autoptr (sqlite3_stmt) insert = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *list = NULL;

  if (ter_json_array_length (kinds) == 0)
    return TRUE;
  node = json_node_init_array (json_node_alloc (), kinds);
  list = json_to_string (node, FALSE);
  insert = ter_sqlite_prepare (db, get_sql (ter_json_get_string (show, "sort")), error);
  if (insert == NULL)
    return FALSE;
  sqlite3_bind_int64 (insert, 1, pack_number);
  sqlite3_bind_int (insert, 2, section);
  ter_sqlite_bind_text (insert, 3, language);
  sqlite3_bind_int (insert, 4, ter_json_array_length (ter_json_get_array (show, "ids")));
  ter_sqlite_bind_text (insert, 5, list);
  if (sqlite3_bind_parameter_count (insert) >= 6)
    sqlite3_bind_int (insert, 6, language_index);
  return ter_sqlite_run (insert, error);
}

static gboolean
write_section (sqlite3 *db, gint64 pack_number, guint section, const char *language, guint language_index, JsonObject *show,
               GError **error)
{
  return write_ids (db, pack_number, section, language, ter_json_get_array (show, "ids"), error) &&
         write_kinds (db, pack_number, section, language, language_index, show, error);
}

gboolean
ter_section_writer_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GError **error)
{
  sqlite3 *db = ter_catalogue_get_db (catalogue);
  JsonArray *languages = ter_json_get_array (ter_pack_get_manifest (pack), "languages");

  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    {
      const TerSection *section = ter_pack_get_section (pack, i);
      JsonObject *show = ter_json_get_object (section->object, "show");

      if (g_strcmp0 (get_sort (section), "title") != 0)
        {
          if (!write_section (db, pack_number, i, "", 0, show, error))
            return FALSE;
          continue;
        }
      for (guint j = 0; j < MIN (ter_json_array_length (languages), TER_CATALOGUE_MAX_LANGUAGES); j++)
        {
          const char *language = ter_json_array_string (languages, j);

          if (language != NULL && !write_section (db, pack_number, i, language, j, show, error))
            return FALSE;
        }
    }
  return TRUE;
}

const char *
ter_section_writer_get_language (TerPack *pack, const TerSection *section)
{
  return g_strcmp0 (get_sort (section), "title") == 0 ? ter_pack_get_language (pack) : "";
}
