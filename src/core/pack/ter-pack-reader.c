/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-pack-reader.h"

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-json-scanner.h"
#include "ter-limits.h"

#define MANIFEST TER_PACK_MANIFEST

/* (transfer full) (nullable): a JSON file of the pack, scanned. */
static TerJsonScan *
scan_file (TerPackFiles *files, const char *path, gsize limit, const char *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, path, limit, cancellable, error);
  g_autoptr (TerJsonScan) scan = NULL;
  TerJsonProblem *problem;

  if (bytes == NULL)
    return NULL;
  scan = ter_json_scan_new (bytes, records, cancellable);
  if (ter_json_scan_is_readable (scan))
    return g_steal_pointer (&scan);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  problem = g_ptr_array_index (ter_json_scan_get_problems (scan), ter_json_scan_get_problems (scan)->len - 1);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file's name, then a line and a column */
               _ ("%s is not JSON: line %u, column %u"), path, problem->position.line, problem->position.column);
  return NULL;
}

static gboolean
has_role (JsonObject *resource, const char *role)
{
  return g_strcmp0 (ter_json_get_string (resource, "role"), role) == 0 && ter_json_get_string (resource, "path") != NULL;
}

/* Refuses what another major version wrote: nothing else of it can be trusted to mean what we think. */
static gboolean
check_format (JsonObject *manifest, GError **error)
{
  JsonArray *format = ter_json_get_array (manifest, "format");
  JsonNode *major = ter_json_array_length (format) > 0 ? json_array_get_element (format, 0) : NULL;

  if (!ter_json_node_is_number (major) || json_node_get_double (major) == TER_FORMAT_MAJOR)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
               /* Translators: a version number */
               _ ("This pack is written in version %.0f of the format, which this version of Territoires does not know."),
               json_node_get_double (major));
  return FALSE;
}

static gboolean
read_vocabulary_file (TerPackFiles *files, const char *path, JsonArray *vocabularies, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerJsonScan) scan = scan_file (files, path, TER_LIMIT_JSON_BYTES, "", cancellable, error);

  if (scan == NULL)
    return FALSE;
  for (guint i = 0; i < ter_json_scan_get_n_records (scan); i++)
    {
      JsonNode *record = ter_json_scan_build_record (scan, i, error);

      if (record == NULL)
        return FALSE;
      json_array_add_element (vocabularies, record);
    }
  return TRUE;
}

TerPack *
ter_pack_reader_read (TerPackFiles *files, const char *language, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerJsonScan) scan = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonArray) vocabularies = json_array_new ();
  JsonObject *manifest;
  JsonArray *resources;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), NULL);

  scan = scan_file (files, MANIFEST, TER_LIMIT_MANIFEST_BYTES, NULL, cancellable, error);
  if (scan == NULL || (root = ter_json_scan_build (scan, error)) == NULL)
    return NULL;
  manifest = ter_json_node_object (root);
  if (manifest == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s does not hold an object"), MANIFEST);
      return NULL;
    }
  if (!check_format (manifest, error))
    return NULL;

  resources = ter_json_get_array (manifest, "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (has_role (resource, "vocabularies") &&
          !read_vocabulary_file (files, ter_json_get_string (resource, "path"), vocabularies, cancellable, error))
        return NULL;
    }
  return ter_pack_new (files, manifest, vocabularies, language);
}

static gboolean
read_entry_file (TerPack *pack, const char *path, TerEntryFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerJsonScan) scan = scan_file (ter_pack_get_files (pack), path, TER_LIMIT_JSON_BYTES, "", cancellable, error);

  if (scan == NULL)
    return FALSE;
  for (guint i = 0; i < ter_json_scan_get_n_records (scan); i++)
    {
      g_autoptr (JsonNode) record = ter_json_scan_build_record (scan, i, error);
      JsonObject *entry = ter_json_node_object (record);

      if (record == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      /* Without an id nothing can lead to it. */
      if (ter_json_get_string (entry, "id") != NULL && !func (entry, user_data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_pack_reader_read_entries (TerPack *pack, TerEntryFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  JsonArray *resources;

  g_return_val_if_fail (TER_IS_PACK (pack), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);

      if (has_role (resource, "entries") &&
          !read_entry_file (pack, ter_json_get_string (resource, "path"), func, user_data, cancellable, error))
        return FALSE;
    }
  return TRUE;
}
