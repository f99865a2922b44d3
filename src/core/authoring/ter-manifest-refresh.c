/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-manifest-refresh.h"

#include <glib/gstdio.h>
#include <string.h>

#include "ter-check-private.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-manifest.h"
#include "ter-resource-guess.h"
#include "ter-sha256.h"

typedef struct
{
  TerPackFiles *files;
  TerJsonEdit *edit;
  GPtrArray *listed; /* of TerListedFile */
  GHashTable *paths; /* set: what the manifest lists */
  GHashTable *names; /* set: names of resources */
  GCancellable *cancellable;
} Refresh;

static void
listed_free (gpointer data)
{
  TerListedFile *file = data;

  g_free (file->path);
  g_free (file->line);
  g_free (file);
}

/* (transfer none) */
static TerListedFile *
add_listed (Refresh *self, TerListedState state, const char *path)
{
  TerListedFile *file = g_new0 (TerListedFile, 1);

  file->state = state;
  file->path = g_strdup (path);
  g_ptr_array_add (self->listed, file);
  return file;
}

/* (transfer full) (nullable): "sha256:…" of a file and its size. G_IO_ERROR_NOT_FOUND when it is not there. */
static char *
hash_file (Refresh *self, const char *path, guint64 *size, GError **error)
{
  g_autofd int fd = ter_pack_files_open (self->files, path, error);
  g_autofree char *digits = fd >= 0 ? ter_sha256_of_fd (fd, TER_LIMIT_PACK_BYTES, size, self->cancellable, error) : NULL;

  if (digits == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_strconcat ("sha256:", digits, NULL);
}

static void
set_contents (JsonObject *resource, guint64 size, const char *hash)
{
  json_object_set_int_member (resource, "bytes", size);
  json_object_set_string_member (resource, "hash", hash);
}

/* Sets a member, or adds it behind @after; says whether anything had to be done. */
static gboolean
set_member (TerJsonEdit *edit, const char *pointer, const char *name, const char *after, JsonNode *value)
{
  g_autofree char *member = g_strdup_printf ("%s/%s", pointer, name);
  g_autofree char *before = NULL;
  g_autofree char *text = json_to_string (value, FALSE);

  if (!ter_json_edit_has (edit, member))
    {
      ter_json_edit_insert (edit, pointer, after, name, value);
      return TRUE;
    }
  before = ter_json_edit_dup_raw (edit, member);
  if (g_str_equal (before, text))
    return FALSE;
  ter_json_edit_replace (edit, member, text);
  return TRUE;
}

/* What a listed resource lacks, and what is out of date. */
static gboolean
refresh_members (Refresh *self, JsonObject *resource, const char *pointer, guint64 size, const char *hash)
{
  static const char *const guessed[] = { "name", "role", "mediatype" };
  const char *path = ter_json_get_string (resource, "path");
  const char *after = "path";
  g_autoptr (JsonObject) guess = NULL;
  gboolean changed = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (guessed); i++)
    {
      if (json_object_has_member (resource, guessed[i]))
        {
          after = i > 0 ? guessed[i] : after;
          continue;
        }
      if (guess == NULL)
        guess = ter_resource_guess (self->files, path, self->names);
      ter_json_edit_insert (self->edit, pointer, after, guessed[i], json_object_get_member (guess, guessed[i]));
      changed = TRUE;
    }
  {
    g_autoptr (JsonObject) contents = json_object_new ();

    set_contents (contents, size, hash);
    changed |= set_member (self->edit, pointer, "bytes", after, json_object_get_member (contents, "bytes"));
    after = json_object_has_member (resource, "bytes") ? "bytes" : after;
    changed |= set_member (self->edit, pointer, "hash", after, json_object_get_member (contents, "hash"));
  }
  return changed;
}

static gboolean
refresh_resource (Refresh *self, JsonObject *resource, guint index, GError **error)
{
  const char *path = ter_json_get_string (resource, "path");
  const char *name = ter_json_get_string (resource, "name");
  g_autofree char *pointer = g_strdup_printf ("/resources/%u", index);
  g_autofree char *hash = NULL;
  g_autoptr (GError) problem = NULL;
  guint64 size;

  if (name != NULL)
    g_hash_table_add (self->names, g_strdup (name));
  /* What is not a path is the checker's to tell. */
  if (path == NULL || !ter_value_matches (TER_VALUE_PATH, path) || !g_hash_table_add (self->paths, g_strdup (path)))
    return TRUE;
  hash = hash_file (self, path, &size, &problem);
  if (hash != NULL)
    {
      if (refresh_members (self, resource, pointer, size, hash))
        add_listed (self, TER_LISTED_STALE, path);
      return TRUE;
    }
  if (!g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) &&
      !g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  add_listed (self, TER_LISTED_MISSING, path);
  return TRUE;
}

/* ---- What is not listed ---- */

typedef struct
{
  Refresh *self;
  GPtrArray *paths;
} Unlisted;

static gboolean
unlisted_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  Unlisted *unlisted = user_data;

  if (type == TER_PACK_FILE_REGULAR && ter_value_matches (TER_VALUE_PATH, path) && !g_str_equal (path, TER_PACK_MANIFEST) &&
      !g_str_equal (path, TER_PACK_SIGNATURE) && !g_hash_table_contains (unlisted->self->paths, path))
    g_ptr_array_add (unlisted->paths, g_strdup (path));
  return unlisted->paths->len <= TER_LIMIT_FILES;
}

static gboolean
list_file (Refresh *self, const char *path, gboolean add, GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *hash = NULL;
  JsonObject *resource;
  guint64 size;

  hash = hash_file (self, path, &size, error);
  if (hash == NULL)
    return FALSE;
  resource = ter_resource_guess (self->files, path, self->names);
  set_contents (resource, size, hash);
  json_node_take_object (node, resource);
  if (add)
    {
      ter_json_edit_append (self->edit, "/resources", node);
      add_listed (self, TER_LISTED_ADDED, path);
    }
  else
    {
      add_listed (self, TER_LISTED_NOT, path)->line = json_to_string (node, FALSE);
    }
  return TRUE;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
look_for_unlisted (Refresh *self, gboolean add, GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  Unlisted unlisted = { self, paths };

  if (!ter_pack_files_walk (self->files, unlisted_cb, &unlisted, self->cancellable, error))
    return FALSE;
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    if (!list_file (self, g_ptr_array_index (paths, i), add, error))
      return FALSE;
  return TRUE;
}

/* ---- All of it ---- */

static int
compare_listed (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(TerListedFile *const *) a)->path, (*(TerListedFile *const *) b)->path);
}

static gboolean
refresh_all (Refresh *self, gboolean add, GError **error)
{
  JsonObject *manifest = json_node_get_object (ter_json_edit_get_root (self->edit));
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (ter_json_array_object (resources, i) != NULL && !refresh_resource (self, ter_json_array_object (resources, i), i, error))
      return FALSE;
  return look_for_unlisted (self, add && resources != NULL, error);
}

TerManifestRefresh *
ter_manifest_refresh (GFile *pack, gboolean add, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerJsonEdit) edit = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GHashTable) paths = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func (listed_free);
  TerManifestRefresh *result;
  JsonObject *manifest;

  g_return_val_if_fail (G_IS_FILE (pack), NULL);

  bytes = ter_manifest_load (pack, cancellable, error);
  edit = bytes != NULL ? ter_manifest_edit (bytes, error) : NULL;
  if (edit == NULL)
    return NULL;
  files = ter_pack_files_new_for_folder (pack);
  {
    Refresh self = { files, edit, listed, paths, names, cancellable };

    if (!refresh_all (&self, add, error))
      return NULL;
  }
  g_ptr_array_sort (listed, compare_listed);
  manifest = json_node_get_object (ter_json_edit_get_root (edit));
  result = g_new0 (TerManifestRefresh, 1);
  result->manifest = ter_json_edit_apply (edit);
  result->changed = !g_bytes_equal (result->manifest, bytes);
  result->files = g_steal_pointer (&listed);
  result->id = g_strdup (ter_json_get_string (manifest, "name"));
  result->version = g_strdup (ter_json_get_string (manifest, "version"));
  return result;
}

void
ter_manifest_refresh_free (TerManifestRefresh *self)
{
  if (self == NULL)
    return;
  g_bytes_unref (self->manifest);
  g_ptr_array_unref (self->files);
  g_free (self->id);
  g_free (self->version);
  g_free (self);
}
