/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-table-cache.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ter-columns-private.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-sha256.h"
#include "ter-sqlite.h"

/* Where the columns of an open table are found again. */
typedef struct
{
  char *catalogue;
  char *identity;
  JsonObject *resource;
} Origin;

static void
origin_free (gpointer data)
{
  Origin *origin = data;

  g_free (origin->catalogue);
  g_free (origin->identity);
  json_object_unref (origin->resource);
  g_free (origin);
}

static const char *
get_path (TerCatalogue *catalogue)
{
  return sqlite3_db_filename (ter_catalogue_get_db (catalogue), "main");
}

static char *
dup_folder (const char *catalogue)
{
  g_autofree char *parent = g_path_get_dirname (catalogue);

  return g_build_filename (parent, "columns", NULL);
}

static char *
dup_file (const char *catalogue, const char *identity)
{
  g_autofree char *folder = dup_folder (catalogue);

  return g_build_filename (folder, identity, NULL);
}

static void
save (const char *catalogue, TerColumns *columns, const char *identity)
{
  g_autofree char *folder = dup_folder (catalogue);
  g_autofree char *path = dup_file (catalogue, identity);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!ter_columns_save (columns, path, identity, &error))
    g_info ("Columns not written: %s", error->message);
}

char *
ter_table_cache_identify (GBytes *bytes, JsonObject *resource)
{
  return g_bytes_get_size (bytes) <= TER_TABLE_CACHE_LARGEST ? ter_columns_identify (bytes, resource) : NULL;
}

void
ter_table_cache_add (TerCatalogue *catalogue, GBytes *bytes, JsonObject *resource, const char *identity)
{
  g_autofree char *path = dup_file (get_path (catalogue), identity);
  g_autoptr (TerColumns) columns = ter_columns_open (path, identity, NULL);

  if (columns != NULL)
    return;
  columns = ter_columns_parse (bytes, resource, NULL);
  if (columns != NULL)
    save (get_path (catalogue), columns, identity);
}

/* In whatever thread reads a table whose file is damaged: with a connection of its own. */
static TerColumns *
read_again_cb (gpointer user_data)
{
  const Origin *origin = user_data;
  g_autoptr (TerCatalogue) catalogue = ter_catalogue_open_to_read (origin->catalogue, NULL);
  sqlite3_stmt *query = catalogue != NULL ? ter_catalogue_query (catalogue, TER_QUERY_FILE_OF_COLUMNS, NULL) : NULL;
  g_autoptr (GBytes) bytes = NULL;
  TerColumns *columns;

  g_info ("Columns are damaged: %s", origin->identity);
  if (query == NULL)
    return NULL;
  ter_sqlite_bind_text (query, 1, origin->identity);
  if (ter_sqlite_step (query, NULL))
    bytes = ter_sqlite_dup_bytes (query, 0);
  columns = bytes != NULL ? ter_columns_parse (bytes, origin->resource, NULL) : NULL;
  if (columns != NULL)
    save (origin->catalogue, columns, origin->identity);
  return columns;
}

static TerTable *
open_table (TerCatalogue *catalogue, const char *identity, JsonObject *resource, const char *language)
{
  g_autofree char *path = dup_file (get_path (catalogue), identity);
  g_autoptr (GError) error = NULL;
  TerColumns *columns = ter_columns_open (path, identity, &error);
  Origin *origin;

  if (columns == NULL)
    {
      g_info ("Columns not opened: %s", error->message);
      return NULL;
    }
  origin = g_new0 (Origin, 1);
  origin->catalogue = g_strdup (get_path (catalogue));
  origin->identity = g_strdup (identity);
  origin->resource = json_object_ref (resource);
  return ter_table_new_from_columns (columns, resource, language, read_again_cb, origin, origin_free);
}

/* The page of a pack that was replaced meanwhile has a manifest of its own: nothing is kept of what it reads. */
static TerTable *
read_table (TerCatalogue *catalogue, GBytes *bytes, const char *identity, JsonObject *resource, const char *language,
            GError **error)
{
  TerColumns *columns = ter_columns_parse (bytes, resource, error);

  if (columns == NULL)
    return NULL;
  if (identity != NULL)
    {
      g_autofree char *current = ter_columns_identify (bytes, resource);

      if (g_str_equal (current, identity))
        save (get_path (catalogue), columns, identity);
    }
  return ter_table_new_from_columns (columns, resource, language, NULL, NULL, NULL);
}

/* What a query tells of a file of the pack, in its first column. %NULL without @error: nothing. */
static GBytes *
ask (TerCatalogue *catalogue, TerQuery query, gint64 number, const char *path, GError **error)
{
  sqlite3_stmt *statement = ter_catalogue_query (catalogue, query, error);
  GBytes *bytes = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  ter_sqlite_bind_text (statement, 2, path);
  if (ter_sqlite_step (statement, error))
    bytes = ter_sqlite_dup_bytes (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return bytes;
}

TerTable *
ter_table_cache_dup_table (TerCatalogue *catalogue, gint64 number, TerPack *pack, const char *name, GError **error)
{
  JsonObject *resource = ter_pack_find_resource (pack, name);
  const char *path = ter_json_get_string (resource, "path"), *language = ter_pack_get_language (pack);
  g_autoptr (GBytes) columns = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *identity = NULL;
  g_autoptr (GError) local_error = NULL;
  TerTable *table = NULL;

  columns = path != NULL ? ask (catalogue, TER_QUERY_COLUMNS, number, path, &local_error) : NULL;
  if (columns != NULL && g_bytes_get_size (columns) == TER_SHA256_HEX)
    identity = g_strndup (g_bytes_get_data (columns, NULL), TER_SHA256_HEX);
  if (identity != NULL)
    table = open_table (catalogue, identity, resource, language);
  if (table != NULL)
    return table;

  bytes = path != NULL && local_error == NULL ? ask (catalogue, TER_QUERY_FILE, number, path, &local_error) : NULL;
  if (bytes != NULL)
    return read_table (catalogue, bytes, identity, resource, language, error);
  if (local_error == NULL)
    g_set_error (&local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                 /* Translators: %s is the name of a table of data */
                 _ ("The pack has no table “%s”."), name);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static GHashTable *
read_identities (TerCatalogue *catalogue)
{
  g_autoptr (GHashTable) identities = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GError) error = NULL;

  statement = ter_sqlite_prepare (ter_catalogue_get_db (catalogue), "SELECT columns FROM file WHERE columns IS NOT NULL", NULL);
  while (statement != NULL && ter_sqlite_step (statement, &error))
    g_hash_table_add (identities, g_strdup (ter_sqlite_column_text (statement, 0)));
  return statement != NULL && error == NULL ? g_steal_pointer (&identities) : NULL;
}

/* Removes what is not in @kept, which may be %NULL. */
static void
clear_folder (const char *folder, GHashTable *kept)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (kept == NULL || !g_hash_table_contains (kept, name))
        g_unlink (path);
    }
}

void
ter_table_cache_sweep (TerCatalogue *catalogue)
{
  g_autofree char *folder = dup_folder (get_path (catalogue));
  g_autoptr (GHashTable) kept = read_identities (catalogue);

  if (kept != NULL)
    clear_folder (folder, kept);
}

void
ter_table_cache_delete (const char *path)
{
  g_autofree char *folder = dup_folder (path);

  clear_folder (folder, NULL);
  g_rmdir (folder);
}
