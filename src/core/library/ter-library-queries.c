/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-library-private.h"

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-record.h"
#include "ter-section-writer.h"
#include "ter-table-cache.h"
#include "ter-territories.h"

/* (nullable): a statement with the pack as its first value. */
static sqlite3_stmt *
start_query (TerLibrary *self, TerQuery query, TerPack *pack, const char *value, GError **error)
{
  sqlite3_stmt *statement;

  if (!ter_library_open_catalogue (self, error))
    return NULL;
  statement = ter_catalogue_query (self->catalogue, query, error);
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, ter_library_get_number (self, pack));
  if (value != NULL)
    ter_sqlite_bind_text (statement, 2, value);
  return statement;
}

/* (nullable): the entry of a row whose first column is its record. */
static TerEntry *
read_entry (TerPack *pack, sqlite3_stmt *row, GError **error)
{
  g_autoptr (JsonObject) object = ter_record_parse (sqlite3_column_blob (row, 0), sqlite3_column_bytes (row, 0), error);

  return object != NULL ? ter_entry_new (pack, object) : NULL;
}

/* Runs a query that was started, to its end. */
static GPtrArray *
read_entries (TerLibrary *self, TerPack *pack, sqlite3_stmt *query, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;

  while (query != NULL && local_error == NULL && ter_sqlite_step (query, &local_error))
    {
      TerEntry *entry = read_entry (pack, query, &local_error);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  if (query != NULL)
    {
      sqlite3_reset (query);
      sqlite3_clear_bindings (query);
    }
  if (query != NULL && local_error == NULL)
    return g_steal_pointer (&entries);
  ter_library_note_error (self, local_error);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/**
 * ter_library_dup_entry:
 * @error: G_IO_ERROR_NOT_FOUND when there is no such pack or entry
 *
 * Returns: (transfer full) (nullable): the entry
 */
TerEntry *
ter_library_dup_entry (TerLibrary *self, const char *pack_id, const char *entry_id, GError **error)
{
  const char *const ids[] = { entry_id, NULL };
  g_autoptr (GPtrArray) entries = NULL;
  TerPack *pack;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (pack_id != NULL && entry_id != NULL, NULL);

  pack = ter_library_get_pack (self, pack_id);
  if (pack != NULL)
    {
      entries = ter_library_list_entries (self, pack, ids, error);
      if (entries == NULL)
        return NULL;
    }
  if (entries != NULL && entries->len == 1)
    return g_object_ref (g_ptr_array_index (entries, 0));
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This entry is no longer in the library."));
  return NULL;
}

static guint
get_section_index (TerPack *pack, const TerSection *section)
{
  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    if (g_str_equal (ter_pack_get_section (pack, i)->id, section->id))
      return i;
  return ter_pack_get_n_sections (pack);
}

/**
 * ter_library_list_section:
 *
 * Returns: (transfer full) (nullable) (element-type TerEntry): the section's entries in its order
 */
GPtrArray *
ter_library_list_section (TerLibrary *self, TerPack *pack, const TerSection *section, GError **error)
{
  sqlite3_stmt *query;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  query = start_query (self, TER_QUERY_SECTION, pack, NULL, error);
  if (query == NULL)
    return NULL;
  sqlite3_bind_int (query, 2, get_section_index (pack, section));
  ter_sqlite_bind_text (query, 3, ter_section_writer_get_language (pack, section));
  return read_entries (self, pack, query, error);
}

GPtrArray *
ter_library_list_entries (TerLibrary *self, TerPack *pack, const char *const *ids, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      sqlite3_stmt *query = start_query (self, TER_QUERY_ENTRY, pack, ids[i], error);
      GPtrArray *found = query != NULL ? read_entries (self, pack, query, error) : NULL;

      if (found == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (entries, found);
    }
  return g_steal_pointer (&entries);
}

GPtrArray *
ter_library_list_kind (TerLibrary *self, TerPack *pack, const char *kind, GError **error)
{
  sqlite3_stmt *query;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  query = start_query (self, TER_QUERY_KIND, pack, kind, error);
  return query != NULL ? read_entries (self, pack, query, error) : NULL;
}

GPtrArray *
ter_library_list_tagged (TerLibrary *self, TerPack *pack, const char *tag, GError **error)
{
  sqlite3_stmt *query;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (tag != NULL, NULL);

  query = start_query (self, TER_QUERY_TAGGED, pack, tag, error);
  return query != NULL ? read_entries (self, pack, query, error) : NULL;
}

GPtrArray *
ter_library_list_referring (TerLibrary *self, TerPack *pack, const char *entry_id, GError **error)
{
  sqlite3_stmt *query;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (entry_id != NULL, NULL);

  query = start_query (self, TER_QUERY_REFERRING, pack, entry_id, error);
  return query != NULL ? read_entries (self, pack, query, error) : NULL;
}

char *
ter_library_dup_section_of (TerLibrary *self, TerPack *pack, const char *entry_id)
{
  sqlite3_stmt *query;
  char *id = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (entry_id != NULL, NULL);

  query = start_query (self, TER_QUERY_SECTION_OF, pack, entry_id, NULL);
  if (query == NULL)
    return NULL;
  if (ter_sqlite_step (query, NULL))
    {
      const guint section = sqlite3_column_int (query, 0);

      if (section < ter_pack_get_n_sections (pack))
        id = g_strdup (ter_pack_get_section (pack, section)->id);
    }
  sqlite3_reset (query);
  sqlite3_clear_bindings (query);
  return id;
}

char *
ter_library_dup_territory_name (TerLibrary *self, TerPack *pack, const char *territory)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (territory != NULL, NULL);

  ter_library_open_catalogue (self, NULL);
  return ter_territories_dup_name (self->catalogue, ter_library_get_number (self, pack), territory, ter_pack_get_language (pack));
}

TerPack *
ter_library_get_atlas (TerLibrary *self)
{
  GListModel *packs;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);

  packs = ter_library_get_packs (self);
  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    {
      g_autoptr (TerPack) pack = g_list_model_get_item (packs, i); /* the list keeps it */
      JsonObject *tables = ter_pack_is_broken (pack) ? NULL : ter_json_get_object (ter_pack_get_manifest (pack), "territories");

      if (ter_json_get_string (tables, "communes") != NULL || ter_json_get_string (tables, "departements") != NULL)
        return pack;
    }
  return NULL;
}

TerTerritory *
ter_library_dup_territory (TerLibrary *self, TerPack *pack, const char *territory)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (territory != NULL, NULL);

  ter_library_open_catalogue (self, NULL);
  return ter_territories_dup (self->catalogue, ter_library_get_number (self, pack), territory, ter_pack_get_language (pack));
}

GPtrArray *
ter_library_list_territories (TerLibrary *self, TerPack *pack, const char *within, TerLevel level)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (within != NULL, NULL);

  ter_library_open_catalogue (self, NULL);
  return ter_territories_list (self->catalogue, ter_library_get_number (self, pack), within, level, ter_pack_get_language (pack));
}

guint
ter_library_count_territories (TerLibrary *self, TerPack *pack, const char *within, TerLevel level)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), 0);
  g_return_val_if_fail (TER_IS_PACK (pack), 0);
  g_return_val_if_fail (within != NULL, 0);

  ter_library_open_catalogue (self, NULL);
  return ter_territories_count (self->catalogue, ter_library_get_number (self, pack), within, level);
}

GPtrArray *
ter_library_find_territories (TerLibrary *self, TerPack *pack, const char *text, guint limit)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  ter_library_open_catalogue (self, NULL);
  return ter_territories_find (self->catalogue, ter_library_get_number (self, pack), text, limit, ter_pack_get_language (pack));
}

GPtrArray *
ter_library_list_about (TerLibrary *self, TerPack *pack, const char *territory, GError **error)
{
  sqlite3_stmt *query;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (territory != NULL, NULL);

  query = start_query (self, TER_QUERY_ABOUT, pack, territory, error);
  return query != NULL ? read_entries (self, pack, query, error) : NULL;
}

/**
 * ter_library_dup_table:
 * @name: a resource's name
 * @error: G_IO_ERROR_NOT_FOUND when the pack has no such table
 *
 * Returns: (transfer full) (nullable): the table, in the language of @pack
 */
TerTable *
ter_library_dup_table (TerLibrary *self, TerPack *pack, const char *name, GError **error)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!ter_library_open_catalogue (self, error))
    return NULL;
  return ter_table_cache_dup_table (self->catalogue, ter_library_get_number (self, pack), pack, name, error);
}
