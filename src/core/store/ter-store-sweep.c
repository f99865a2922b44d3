/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-durable.h"
#include "ter-json.h"
#include "ter-safe-file.h"
#include "ter-limits.h"
#include "ter-sha256.h"

#define HASH_PREFIX "sha256:"

typedef void (*NameFunc) (TerStore *self, const char *folder, const char *name);

static void
foreach_name (TerStore *self, const char *folder, NameFunc func)
{
  g_autofree char *path = ter_store_build (self, *folder != '\0' ? folder : NULL, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  for (guint i = 0; i < names->len; i++)
    func (self, path, g_ptr_array_index (names, i));
}

/* What ter_durable_save() was writing when the process was ended: "NAME.XXXXXX". No name of the store's own has a dot. */
static void
remove_partial (TerStore *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (strchr (name, '.') != NULL)
    g_unlink (path);
}

static void
remove_any (TerStore *self, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_unlink (path);
}

void
ter_store_add_hashes (GHashTable *set, JsonObject *manifest)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      const char *hash = ter_json_get_string (ter_json_array_object (resources, i), "hash");

      if (hash != NULL && g_str_has_prefix (hash, HASH_PREFIX) && ter_store_is_sha256 (hash + strlen (HASH_PREFIX)))
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
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *id;

  while (dir != NULL && (id = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, id, NULL);
      g_autoptr (TerStoreRecord) record = NULL;

      if (!ter_store_is_id (id))
        continue;
      record = ter_store_record_load (file, id, error);
      if (record == NULL || !add_version (self, needed, record->current, cancellable, error) ||
          !add_version (self, needed, record->previous, cancellable, error))
        return FALSE;
    }
  return dir != NULL;
}

void
ter_store_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        ter_store_remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

/* An import that had not even said what it imports cannot be resumed. */
static gboolean
add_incoming (TerStore *self, GHashTable *needed, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ter_store_build (self, "incoming", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (inner);
      g_autoptr (GBytes) bytes = ter_safe_file_load (folder, "manifest", TER_LIMIT_MANIFEST_BYTES, cancellable, NULL);
      g_autoptr (JsonObject) manifest = bytes != NULL ? ter_store_parse_manifest (bytes, NULL) : NULL;
      g_autoptr (GBytes) signature = NULL;

      if (manifest == NULL)
        {
          ter_store_remove_folder (inner);
          continue;
        }
      g_hash_table_add (needed, g_strdup (name));
      ter_store_add_hashes (needed, manifest);
      signature = ter_safe_file_load (folder, "signature", TER_LIMIT_MANIFEST_BYTES, cancellable, NULL);
      if (signature != NULL)
        g_hash_table_add (needed, ter_sha256_of_bytes (signature));
    }
  return dir != NULL;
}

/* ---- What is not ---- */

static gboolean
free_objects (TerStore *self, GHashTable *needed, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = ter_store_build (self, "objects", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, error);
  const char *first;

  while (dir != NULL && (first = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (path, first, NULL);
      g_autoptr (GDir) inner = g_dir_open (folder, 0, NULL);
      const char *rest;

      while (inner != NULL && (rest = g_dir_read_name (inner)) != NULL)
        {
          g_autofree char *sha256 = g_strconcat (first, rest, NULL);
          g_autofree char *object = g_build_filename (folder, rest, NULL);

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (!g_hash_table_contains (needed, sha256))
            g_unlink (object);
        }
      /* Stays where it is not empty. */
      g_rmdir (folder);
    }
  return dir != NULL;
}

/* What is under way is looked at before what is installed: an import that ends meanwhile is seen in one of the two. */
static gboolean
sweep (TerStore *self, gboolean end_removals, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) needed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  foreach_name (self, "", remove_partial);
  foreach_name (self, "packs", remove_partial);
  foreach_name (self, "removed", end_removals ? remove_any : remove_partial);
  return add_incoming (self, needed, cancellable, error) && add_folder (self, needed, "removed", cancellable, error) &&
         add_folder (self, needed, "packs", cancellable, error) && free_objects (self, needed, cancellable, error);
}

gboolean
ter_store_sweep (TerStore *self, gboolean end_removals, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = NULL;
  gboolean done;

  g_return_val_if_fail (TER_IS_STORE (self), FALSE);

  folder = ter_store_build (self, NULL);
  if (!g_file_test (folder, G_FILE_TEST_EXISTS) || ter_store_is_swept (self))
    return TRUE;
  if (!ter_store_begin (self, error))
    return FALSE;
  ter_store_lock (self);
  done = sweep (self, end_removals, cancellable, error);
  /* What can still be brought back, or finished, has to be looked at again. */
  if (done && end_removals)
    done = ter_store_end_sweep (self, error);
  ter_store_unlock (self);
  return done;
}
