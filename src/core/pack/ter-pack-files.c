/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-safe-file.h"
#include "ter-sha256.h"

#define MAX_LEVELS 16
#define HASH_PREFIX "sha256:"
#define URI_PREFIX "sha256:"

struct _TerPackFiles
{
  GObject parent_instance;

  GFile *root; /* the pack's folder, or the folder of objects */
  char *uri;
  char *manifest;      /* nullable: its SHA-256, for objects */
  GHashTable *objects; /* nullable: path → SHA-256 */
  gboolean draft;      /* in the making: its list is not compared with the files */
};

G_DEFINE_FINAL_TYPE (TerPackFiles, ter_pack_files, G_TYPE_OBJECT)

/* (transfer full): "ab/cdef…" */
static char *
dup_object_path (const char *sha256)
{
  return g_strdup_printf ("%.2s/%s", sha256, sha256 + 2);
}

static void
add_object (TerPackFiles *self, const char *path, const char *sha256)
{
  if (ter_sha256_is_hex (sha256) && !g_hash_table_contains (self->objects, path))
    g_hash_table_insert (self->objects, g_strdup (path), g_strdup (sha256));
}

static void
add_resources (TerPackFiles *self, JsonObject *manifest)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *hash = ter_json_get_string (resource, "hash");

      if (path != NULL && hash != NULL && g_str_has_prefix (hash, HASH_PREFIX))
        add_object (self, path, hash + strlen (HASH_PREFIX));
    }
}

static void
ter_pack_files_finalize (GObject *object)
{
  TerPackFiles *self = TER_PACK_FILES (object);

  g_clear_object (&self->root);
  g_clear_pointer (&self->objects, g_hash_table_unref);
  g_free (self->uri);
  g_free (self->manifest);
  G_OBJECT_CLASS (ter_pack_files_parent_class)->finalize (object);
}

static void
ter_pack_files_class_init (TerPackFilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_pack_files_finalize;
}

static void
ter_pack_files_init (TerPackFiles *self)
{
}

TerPackFiles *
ter_pack_files_new_for_folder (GFile *folder)
{
  TerPackFiles *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = g_object_new (TER_TYPE_PACK_FILES, NULL);
  self->root = g_object_ref (folder);
  self->uri = g_file_get_uri (folder);
  return self;
}

TerPackFiles *
ter_pack_files_new_for_draft (GFile *folder)
{
  TerPackFiles *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);

  self = ter_pack_files_new_for_folder (folder);
  self->draft = TRUE;
  return self;
}

gboolean
ter_pack_files_is_draft (TerPackFiles *self)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), FALSE);

  return self->draft;
}

TerPackFiles *
ter_pack_files_new_for_objects (GFile *objects, const char *manifest_sha256, const char *signature_sha256, JsonObject *manifest)
{
  TerPackFiles *self;

  g_return_val_if_fail (G_IS_FILE (objects), NULL);
  g_return_val_if_fail (ter_sha256_is_hex (manifest_sha256), NULL);

  self = g_object_new (TER_TYPE_PACK_FILES, NULL);
  self->root = g_object_ref (objects);
  self->uri = g_strconcat (URI_PREFIX, manifest_sha256, NULL);
  self->manifest = g_strdup (manifest_sha256);
  self->objects = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  add_object (self, TER_PACK_MANIFEST, manifest_sha256);
  if (signature_sha256 != NULL)
    add_object (self, TER_PACK_SIGNATURE, signature_sha256);
  if (manifest != NULL)
    add_resources (self, manifest);
  return self;
}

const char *
ter_pack_files_get_uri (TerPackFiles *self)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);

  return self->uri;
}

const char *
ter_pack_files_parse_uri (const char *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  return g_str_has_prefix (uri, URI_PREFIX) && ter_sha256_is_hex (uri + strlen (URI_PREFIX)) ? uri + strlen (URI_PREFIX) : NULL;
}

const char *
ter_pack_files_get_manifest_sha256 (TerPackFiles *self)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);

  return self->manifest;
}

GFile *
ter_pack_files_get_folder (TerPackFiles *self)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);

  return self->objects == NULL ? self->root : NULL;
}

char *
ter_pack_files_dup_name (TerPackFiles *self)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);

  return self->objects == NULL ? g_file_get_basename (self->root) : g_strndup (self->manifest, 12);
}

const char *
ter_pack_files_get_sha256 (TerPackFiles *self, const char *path)
{
  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return self->objects != NULL ? g_hash_table_lookup (self->objects, path) : NULL;
}

/* (transfer full) (nullable): where @path is, below the root. */
static char *
dup_place (TerPackFiles *self, const char *path, GError **error)
{
  const char *sha256;

  if (self->objects == NULL)
    return g_strdup (path);
  sha256 = g_hash_table_lookup (self->objects, path);
  if (sha256 != NULL)
    return dup_object_path (sha256);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s: %s", path, g_strerror (ENOENT));
  return NULL;
}

GFile *
ter_pack_files_dup_file (TerPackFiles *self, const char *path)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  place = dup_place (self, path, NULL);
  return place != NULL ? g_file_resolve_relative_path (self->root, place) : NULL;
}

int
ter_pack_files_open (TerPackFiles *self, const char *path, GError **error)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (self), -1);
  g_return_val_if_fail (path != NULL, -1);

  place = dup_place (self, path, error);
  return place != NULL ? ter_safe_file_open (self->root, place, error) : -1;
}

GBytes *
ter_pack_files_load (TerPackFiles *self, const char *path, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  place = dup_place (self, path, error);
  return place != NULL ? ter_safe_file_load (self->root, place, limit, cancellable, error) : NULL;
}

/* ---- Walking ---- */

typedef struct
{
  TerPackFiles *files;
  TerPackFileFunc func;
  gpointer user_data;
  GCancellable *cancellable;
  gboolean ended;
} Walk;

static void
tell (Walk *walk, const char *path, TerPackFileType type, guint64 size, gint64 modified)
{
  if (!walk->ended && !walk->func (path, type, size, modified, walk->user_data))
    walk->ended = TRUE;
}

static gint64
get_modified (const struct stat *info)
{
  return (gint64) info->st_mtim.tv_sec * G_USEC_PER_SEC + info->st_mtim.tv_nsec / 1000;
}

static void walk_folder (Walk *walk, const char *path, guint level);

static void
walk_name (Walk *walk, const char *path, guint level)
{
  g_autofree char *full = g_build_filename (g_file_peek_path (walk->files->root), path, NULL);
  struct stat info;

  if (lstat (full, &info) != 0)
    return;
  if (S_ISDIR (info.st_mode))
    walk_folder (walk, path, level + 1);
  else
    tell (walk, path, S_ISREG (info.st_mode) ? TER_PACK_FILE_REGULAR : TER_PACK_FILE_OTHER, info.st_size, get_modified (&info));
}

static void
walk_folder (Walk *walk, const char *path, guint level)
{
  g_autofree char *full = g_build_filename (g_file_peek_path (walk->files->root), path, NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (level > MAX_LEVELS)
    {
      tell (walk, path, TER_PACK_FILE_TOO_DEEP, 0, 0);
      return;
    }
  dir = g_dir_open (full, 0, NULL);
  if (dir == NULL)
    {
      tell (walk, path, TER_PACK_FILE_UNREADABLE, 0, 0);
      return;
    }
  while (!walk->ended && !g_cancellable_is_cancelled (walk->cancellable) && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = *path != '\0' ? g_strconcat (path, "/", name, NULL) : g_strdup (name);

      walk_name (walk, inner, level);
    }
}

static void
walk_objects (Walk *walk)
{
  GHashTableIter iter;
  gpointer path, sha256;

  g_hash_table_iter_init (&iter, walk->files->objects);
  while (!walk->ended && !g_cancellable_is_cancelled (walk->cancellable) && g_hash_table_iter_next (&iter, &path, &sha256))
    {
      g_autofree char *place = dup_object_path (sha256);
      g_autofree char *full = g_build_filename (g_file_peek_path (walk->files->root), place, NULL);
      struct stat info;

      if (lstat (full, &info) == 0)
        tell (walk, path, S_ISREG (info.st_mode) ? TER_PACK_FILE_REGULAR : TER_PACK_FILE_OTHER, info.st_size, get_modified (&info));
    }
}

gboolean
ter_pack_files_are_there (TerPackFiles *self, GError **error)
{
  g_autoptr (GDir) dir = NULL;

  g_return_val_if_fail (TER_IS_PACK_FILES (self), FALSE);

  if (g_file_peek_path (self->root) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "only local folders can be read");
      return FALSE;
    }
  dir = g_dir_open (g_file_peek_path (self->root), 0, error);
  return dir != NULL;
}

gboolean
ter_pack_files_walk (TerPackFiles *self, TerPackFileFunc func, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Walk walk = { self, func, user_data, cancellable };

  g_return_val_if_fail (TER_IS_PACK_FILES (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  if (!ter_pack_files_are_there (self, error))
    return FALSE;
  if (self->objects != NULL)
    walk_objects (&walk);
  else
    walk_folder (&walk, "", 1);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
