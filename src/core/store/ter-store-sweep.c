/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ter-durable.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-safe-file.h"
#include "ter-sha256.h"
#include "ter-store-file.h"

#define HASH_PREFIX "sha256:"

/* What ter_durable_save() was writing when the process was ended: "NAME.XXXXXX". No name of the store's own has a dot. */
static gboolean
is_partial (const char *name)
{
  return strchr (name, '.') != NULL;
}

static gboolean
is_any (const char *name)
{
  return TRUE;
}

/* What is gone already is no error, what stays is. */
static gboolean
remove_file (const char *path, GError **error)
{
  return g_unlink (path) == 0 || errno == ENOENT || ter_durable_fail (error, path, errno);
}

static gboolean
remove_files (TerStore *self, const char *folder, gboolean (*is_wanted) (const char *name), GError **error)
{
  g_autofree char *path = ter_store_build (self, *folder != '\0' ? folder : NULL, NULL);
  g_autoptr (GPtrArray) names = ter_store_list_names (path, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *file = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (is_wanted (g_ptr_array_index (names, i)) && !remove_file (file, error))
        return FALSE;
    }
  return names != NULL;
}

gboolean
ter_store_remove_folder (const char *path)
{
  g_autoptr (GPtrArray) names = ter_store_list_names (path, NULL);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, g_ptr_array_index (names, i), NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        ter_store_remove_folder (inner);
      else
        g_unlink (inner);
    }
  return g_rmdir (path) == 0 || errno == ENOENT;
}

void
ter_store_add_hashes (GHashTable *set, JsonObject *manifest)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      const char *hash = ter_json_get_string (ter_json_array_object (resources, i), "hash");

      if (hash != NULL && g_str_has_prefix (hash, HASH_PREFIX) && ter_sha256_is_hex (hash + strlen (HASH_PREFIX)))
        g_hash_table_add (set, g_strdup (hash + strlen (HASH_PREFIX)));
    }
}

/* ---- What is needed ---- */

static gboolean
add_version (TerStore *self, GHashTable *needed, const TerStoreVersion *version, GCancellable *cancellable, GError **error)
{
  g_autoptr (JsonObject) manifest = NULL;

  if (version == NULL)
    return TRUE;
  manifest = ter_store_load_manifest (self, version->manifest, cancellable, error);
  if (manifest == NULL)
    return FALSE;
  g_hash_table_add (needed, g_strdup (version->manifest));
  if (version->signature != NULL)
    g_hash_table_add (needed, g_strdup (version->signature));
  ter_store_add_hashes (needed, manifest);
  return TRUE;
}

static gboolean
add_folder (TerStore *self, GHashTable *needed, const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ter_store_build (self, name, NULL);
  g_autoptr (GPtrArray) ids = ter_store_list_names (path, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      const char *id = g_ptr_array_index (ids, i);
      g_autofree char *file = g_build_filename (path, id, NULL);
      g_autoptr (TerStoreRecord) record = NULL;

      if (!ter_store_is_id (id))
        continue;
      record = ter_store_record_load (file, id, error);
      if (record == NULL || !add_version (self, needed, record->current, cancellable, error) ||
          !add_version (self, needed, record->previous, cancellable, error))
        return FALSE;
    }
  return ids != NULL;
}

/* (transfer full) (nullable): what an import under way or interrupted brings; %NULL without @error when it has not even said so, or not
 * where it came from. */
static JsonObject *
load_incoming (const char *path, const char *name, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autofree char *source_path = g_build_filename (path, "source", NULL);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonObject) source = ter_store_file_load (source_path, &local_error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  if (source != NULL)
    bytes = ter_safe_file_load (folder, "manifest", TER_LIMIT_MANIFEST_BYTES, cancellable, &local_error);
  if (bytes != NULL)
    {
      found = ter_sha256_of_bytes (bytes);
      return g_str_equal (found, name) ? ter_store_parse_manifest (bytes, NULL) : NULL;
    }
  if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

/* The signature of a pack that waits for its reader's answer is an object that no manifest lists. */
static void
add_signature (GHashTable *needed, const char *incoming, GCancellable *cancellable)
{
  g_autoptr (GFile) folder = g_file_new_for_path (incoming);
  g_autoptr (GBytes) signature = ter_safe_file_load (folder, "signature", TER_LIMIT_MANIFEST_BYTES, cancellable, NULL);

  if (signature != NULL)
    g_hash_table_add (needed, ter_sha256_of_bytes (signature));
}

/* An import that nobody can be asked to resume is given up. */
static gboolean
add_incoming (TerStore *self, GHashTable *needed, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ter_store_build (self, "incoming", NULL);
  g_autoptr (GPtrArray) names = ter_store_list_names (path, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (JsonObject) manifest = load_incoming (inner, name, cancellable, &local_error);

      if (manifest != NULL)
        {
          g_hash_table_add (needed, g_strdup (name));
          ter_store_add_hashes (needed, manifest);
          add_signature (needed, inner, cancellable);
        }
      else if (local_error != NULL || !ter_store_remove_folder (inner))
        {
          if (local_error == NULL)
            ter_durable_fail (&local_error, inner, errno);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }
  return names != NULL;
}

void
ter_store_end_installed (TerStore *self)
{
  g_autoptr (GPtrArray) records = ter_store_list (self, NULL, NULL);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const TerStoreRecord *record = g_ptr_array_index (records, i);
      g_autofree char *path = ter_store_build (self, "incoming", record->current->manifest, NULL);

      ter_store_remove_folder (path);
    }
}

/* ---- What is not ---- */

/* Frees what is not needed of the objects whose SHA-256 begins with @first. */
static gboolean
free_some (TerStore *self, const char *first, GHashTable *needed, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = ter_store_build (self, "objects", first, NULL);
  g_autoptr (GPtrArray) names = ter_store_list_names (folder, error);

  for (guint i = 0; names != NULL && i < names->len; i++)
    {
      const char *rest = g_ptr_array_index (names, i);
      g_autofree char *sha256 = g_strconcat (first, rest, NULL);
      g_autofree char *object = g_build_filename (folder, rest, NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          (!g_hash_table_contains (needed, sha256) && !remove_file (object, error)))
        return FALSE;
    }
  /* Stays where it is not empty. */
  g_rmdir (folder);
  return names != NULL;
}

static gboolean
free_objects (TerStore *self, GHashTable *needed, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ter_store_build (self, "objects", NULL);
  g_autoptr (GPtrArray) firsts = ter_store_list_names (path, error);

  for (guint i = 0; firsts != NULL && i < firsts->len; i++)
    if (!free_some (self, g_ptr_array_index (firsts, i), needed, cancellable, error))
      return FALSE;
  return firsts != NULL;
}

static gboolean
sweep (TerStore *self, gboolean end_removals, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) needed = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);

  return remove_files (self, "", is_partial, error) && remove_files (self, "packs", is_partial, error) &&
         remove_files (self, "removed", end_removals ? is_any : is_partial, error) &&
         add_incoming (self, needed, cancellable, error) && add_folder (self, needed, "removed", cancellable, error) &&
         add_folder (self, needed, "packs", cancellable, error) && free_objects (self, needed, cancellable, error);
}

gboolean
ter_store_sweep (TerStore *self, gboolean end_removals, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);

  folder = ter_store_build (self, NULL);
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  ter_store_lock (self);
  /* Asked when it is this one's turn: the sweep that was waited for may have done all. */
  done = end_removals && ter_store_is_swept (self);
  if (!done)
    {
      done = ter_store_begin (self, error) && sweep (self, end_removals, cancellable, error);
      /* What can still be brought back, or finished, has to be looked at again. */
      if (done && end_removals)
        done = ter_store_end_sweep (self, error);
    }
  ter_store_unlock (self);
  return done;
}
