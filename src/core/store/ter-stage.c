/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-stage-private.h"

#include <string.h>

#include "ter-durable.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-pack-checker.h"
#include "ter-sha256.h"
#include "ter-config.h"
#include "ter-store-file.h"
#include "ter-store-private.h"

#define HASH_PREFIX "sha256:"
#define SIGNATURE_BYTES 4096

TerStage *
ter_stage_new (TerStore *store, GFile *source)
{
  TerStage *self;

  g_return_val_if_fail (TER_IS_STORE (store), NULL);
  g_return_val_if_fail (G_IS_FILE (source), NULL);

  self = g_new0 (TerStage, 1);
  self->store = g_object_ref (store);
  self->file = g_object_ref (source);
  self->wanted = g_array_new (FALSE, FALSE, sizeof (TerStageFile));
  return self;
}

void
ter_stage_free (TerStage *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->source, ter_source_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->manifest, json_object_unref);
  g_array_unref (self->wanted);
  g_object_unref (self->file);
  g_object_unref (self->store);
  g_free (self->manifest_sha256);
  g_free (self->signature);
  g_free (self->signature_sha256);
  g_free (self->incoming);
  g_free (self);
}

GBytes *
ter_stage_get_manifest_bytes (TerStage *self)
{
  return self->bytes;
}

JsonObject *
ter_stage_get_manifest (TerStage *self)
{
  return self->manifest;
}

const char *
ter_stage_get_manifest_sha256 (TerStage *self)
{
  return self->manifest_sha256;
}

const char *
ter_stage_get_signature (TerStage *self)
{
  return self->signature;
}

guint64
ter_stage_get_size (TerStage *self)
{
  return self->size;
}

TerPackFiles *
ter_stage_dup_files (TerStage *self)
{
  return ter_pack_files_new_for_objects (ter_store_get_objects (self->store), self->manifest_sha256, self->signature_sha256,
                                         self->manifest);
}

/* ---- Opening ---- */

static void
read_wanted (TerStage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);
  JsonArray *resources = ter_json_get_array (self->manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *hash = ter_json_get_string (resource, "hash");
      double size = -1;
      TerStageFile wanted;

      ter_json_get_number (resource, "bytes", &size);
      /* What lacks one of these is told by the checker, which comes after. */
      if (path == NULL || hash == NULL || !g_str_has_prefix (hash, HASH_PREFIX) || size < 0)
        continue;
      /* No more than it takes to be refused: a size of the manifest may be any number. */
      size = MIN (size, TER_LIMIT_PACK_BYTES + 1);
      wanted = (TerStageFile) { path, hash + strlen (HASH_PREFIX), size };
      if (!ter_sha256_is_hex (wanted.sha256))
        continue;
      self->size += wanted.size;
      if (g_hash_table_add (seen, (gpointer) wanted.sha256))
        g_array_append_val (self->wanted, wanted);
    }
}

static gboolean
check_size (TerStage *self, GPtrArray *issues)
{
  g_autofree char *files = g_strdup_printf ("%u", TER_LIMIT_FILES);
  g_autofree char *bytes = g_format_size_full (TER_LIMIT_PACK_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  if (self->wanted->len > TER_LIMIT_FILES)
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_FILES_TOO_MANY, "", NULL, 0, 0, "limit", files, NULL));
  if (self->size > TER_LIMIT_PACK_BYTES)
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_PACK_TOO_LARGE, "", NULL, 0, 0, "limit", bytes, NULL));
  return issues->len == 0;
}

static gboolean
check_listed (TerStage *self, GPtrArray *issues)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (ter_hash_text, g_str_equal);
  JsonArray *resources = ter_json_get_array (self->manifest, "resources");

  g_hash_table_add (listed, (gpointer) TER_PACK_MANIFEST);
  g_hash_table_add (listed, (gpointer) TER_PACK_SIGNATURE);
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      const char *path = ter_json_get_string (ter_json_array_object (resources, i), "path");

      if (path != NULL)
        g_hash_table_add (listed, (gpointer) path);
    }
  return ter_source_check_listed (self->source, listed, issues);
}

static gboolean
read_signature (TerStage *self, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GBytes) bytes = ter_source_load (self->source, TER_PACK_SIGNATURE, SIGNATURE_BYTES, issues, cancellable, &local_error);
  gsize length;
  const char *data;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (bytes == NULL)
    return issues->len == 0;
  data = g_bytes_get_data (bytes, &length);
  /* No signature holds a NUL: cut there it could be sound, and would be kept under the sum of what it was before. */
  self->signature = g_strndup (data != NULL ? data : "", data != NULL && memchr (data, '\0', length) == NULL ? length : 0);
  self->signature_sha256 = ter_sha256_of_bytes (bytes);
  return TRUE;
}

/* What cannot be parsed, and what another major version wrote, is told by the checker. It reads objects, so that the manifest becomes one. */
static gboolean
tell_manifest (TerStage *self, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GListModel) found = NULL;

  if (!ter_stage_make_incoming (self, error))
    return ter_store_explain (error);
  files = ter_pack_files_new_for_objects (ter_store_get_objects (self->store), self->manifest_sha256, NULL, NULL);
  found = ter_pack_checker_check (files, cancellable, error);
  for (guint i = 0; found != NULL && i < g_list_model_get_n_items (found); i++)
    g_ptr_array_add (issues, g_list_model_get_item (found, i));
  return FALSE;
}

static gboolean
is_of_newer_major (JsonObject *manifest)
{
  JsonArray *format = ter_json_get_array (manifest, "format");
  JsonNode *major = ter_json_array_length (format) > 0 ? json_array_get_element (format, 0) : NULL;

  return ter_json_node_is_number (major) && json_node_get_double (major) > TER_FORMAT_MAJOR;
}

static gboolean
read_manifest (TerStage *self, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  self->bytes = ter_source_load (self->source, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, issues, cancellable, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return ter_source_explain (error);
    }
  if (self->bytes == NULL)
    {
      if (issues->len == 0)
        g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_MANIFEST_MISSING, "", NULL, 0, 0, NULL));
      return FALSE;
    }
  self->manifest_sha256 = ter_sha256_of_bytes (self->bytes);
  self->manifest = ter_store_parse_manifest (self->bytes, NULL);
  if (self->manifest == NULL || is_of_newer_major (self->manifest))
    return tell_manifest (self, issues, cancellable, error);
  return read_signature (self, issues, cancellable, error) || ter_source_explain (error);
}

gboolean
ter_stage_open (TerStage *self, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (self != NULL && issues != NULL, FALSE);
  g_return_val_if_fail (self->source == NULL, FALSE);

  self->source = ter_source_open (self->file, issues, cancellable, error);
  if (self->source == NULL)
    return ter_source_explain (error);
  if (!read_manifest (self, issues, cancellable, error))
    return FALSE;
  read_wanted (self);
  return check_size (self, issues) && check_listed (self, issues);
}

void
ter_stage_end (TerStage *self)
{
  g_autofree char *path = NULL;

  g_return_if_fail (self != NULL);

  if (self->manifest_sha256 == NULL)
    return;
  path = ter_store_build (self->store, "incoming", self->manifest_sha256, NULL);
  ter_store_lock (self->store);
  ter_store_remove_folder (path);
  ter_store_unlock (self->store);
}

/* (transfer full) (nullable): where an import that was interrupted came from. */
static GFile *
read_source (const char *incoming)
{
  g_autofree char *file = g_build_filename (incoming, "source", NULL);
  g_autoptr (JsonObject) object = ter_store_file_load (file, NULL);
  const char *uri = object != NULL ? ter_json_get_string (object, "uri") : NULL;

  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

/* What was installed is not unfinished, although the process may have been ended before it could say so. */
static gboolean
is_current (GPtrArray *records, const char *manifest_sha256)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (((const TerStoreRecord *) g_ptr_array_index (records, i))->current->manifest, manifest_sha256))
      return TRUE;
  return FALSE;
}

GPtrArray *
ter_stage_list_unfinished (TerStore *store)
{
  GPtrArray *sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *path = ter_store_build (store, "incoming", NULL);
  g_autoptr (GPtrArray) names = ter_store_list_names (path, NULL);
  g_autoptr (GPtrArray) records = ter_store_list (store, NULL, NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *incoming = g_build_filename (path, name, NULL);
      GFile *source = records != NULL && is_current (records, name) ? NULL : read_source (incoming);

      if (source != NULL)
        g_ptr_array_add (sources, source);
    }
  return sources;
}

void
ter_stage_forget (TerStore *store, GFile *source)
{
  g_autofree char *path = ter_store_build (store, "incoming", NULL);
  g_autoptr (GPtrArray) names = ter_store_list_names (path, NULL);

  ter_store_lock (store);
  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *incoming = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autoptr (GFile) from = read_source (incoming);

      if (from != NULL && g_file_equal (from, source))
        ter_store_remove_folder (incoming);
    }
  ter_durable_sync_folder (path, NULL); /* as in remove_incoming() of ter-import-job.c */
  ter_store_unlock (store);
}
