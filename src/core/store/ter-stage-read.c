/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-hash.h"
#include "ter-stage-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "ter-durable.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-sha256.h"
#include "ter-store-file.h"
#include "ter-store-private.h"

/* What the index takes beside the bytes of texts and tables, and what the rest of the computer needs. */
#define SPARE_BYTES (32ull * 1024 * 1024)

static char *
dup_staged (TerStage *self, const char *sha256)
{
  return g_build_filename (self->incoming, "files", sha256, NULL);
}

static gboolean
save_object (TerStage *self, const char *sha256, GBytes *bytes, GError **error)
{
  g_autofree char *object = ter_store_object (self->store, sha256);
  g_autofree char *folder = g_path_get_dirname (object);
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return ter_durable_make_folder (folder, error) && ter_durable_save (object, data, length, error);
}

static gboolean
save_manifest (TerStage *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->incoming, "manifest", NULL);
  g_autofree char *signature_path = g_build_filename (self->incoming, "signature", NULL);
  g_autoptr (GBytes) signature = NULL;
  gsize length;
  gconstpointer data = g_bytes_get_data (self->bytes, &length);

  if (!ter_durable_save (path, data, length, error) || !save_object (self, self->manifest_sha256, self->bytes, error))
    return FALSE;
  if (self->signature == NULL)
    return TRUE;
  signature = g_bytes_new_static (self->signature, strlen (self->signature));
  return ter_durable_save (signature_path, self->signature, strlen (self->signature), error) &&
         save_object (self, self->signature_sha256, signature, error);
}

static gboolean
save_source (TerStage *self, GError **error)
{
  g_autofree char *path = g_build_filename (self->incoming, "source", NULL);
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "uri", uri);
  return ter_store_file_save (path, object, error);
}

/* From here on a sweep knows what this import needs. */
gboolean
ter_stage_make_incoming (TerStage *self, GError **error)
{
  g_autofree char *files = NULL;
  gboolean made;

  if (self->incoming == NULL)
    self->incoming = ter_store_build (self->store, "incoming", self->manifest_sha256, NULL);
  files = g_build_filename (self->incoming, "files", NULL);
  ter_store_lock (self->store);
  made = ter_store_begin (self->store, error) && ter_durable_make_folder (files, error) && save_manifest (self, error) &&
         save_source (self, error);
  ter_store_unlock (self->store);
  return made;
}

/* Whether the file at @path is what is wanted. */
static gboolean
is_whole (const char *path, const TerStageFile *wanted, GCancellable *cancellable)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  g_autofree char *found = NULL;
  guint64 size;

  if (fd >= 0)
    found = ter_sha256_of_fd (fd, wanted->size, &size, cancellable, NULL);
  return g_strcmp0 (found, wanted->sha256) == 0;
}

/* Whether an earlier try has read this file. After a power cut it may be there without its bytes: they are looked at. */
static gboolean
is_staged (TerStage *self, const TerStageFile *wanted, GCancellable *cancellable)
{
  g_autofree char *path = dup_staged (self, wanted->sha256);

  if (is_whole (path, wanted, cancellable))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

/* Leaves in @self->wanted what has to be read, and counts it. An object that was damaged since is read again: importing a pack once more
 * mends it. */
static gboolean
choose_wanted (TerStage *self, GCancellable *cancellable, GError **error)
{
  guint kept = 0;

  self->progress = (TerStageProgress) { 0 };
  for (guint i = 0; i < self->wanted->len; i++)
    {
      TerStageFile wanted = g_array_index (self->wanted, TerStageFile, i);
      g_autofree char *object = ter_store_object (self->store, wanted.sha256);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (is_whole (object, &wanted, cancellable))
        continue;
      self->progress.files_total++;
      self->progress.bytes_total += wanted.size;
      if (is_staged (self, &wanted, cancellable))
        {
          self->progress.files_done++;
          self->progress.bytes_done += wanted.size;
        }
      g_array_index (self->wanted, TerStageFile, kept++) = wanted;
    }
  g_array_set_size (self->wanted, kept);
  return TRUE;
}

/* What is really needed: the files to read, and the index, which holds texts and tables once more. */
static gboolean
check_room (TerStage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_filesystem_info (ter_store_get_folder (self->store), G_FILE_ATTRIBUTE_FILESYSTEM_FREE, cancellable, NULL);
  guint64 needed = self->progress.bytes_total - self->progress.bytes_done + SPARE_BYTES;
  JsonArray *resources = ter_json_get_array (self->manifest, "resources");
  guint64 free_bytes;

  if (info == NULL || !g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE))
    return TRUE;
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *role = ter_json_get_string (resource, "role");
      double size = 0;

      if (g_strcmp0 (role, "attachment") != 0 && g_strcmp0 (role, "picture") != 0 &&
          ter_json_get_number (resource, "bytes", &size) && size > 0)
        needed += 2 * MIN (size, TER_LIMIT_PACK_BYTES);
    }
  free_bytes = g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_FILESYSTEM_FREE);
  if (free_bytes >= needed)
    return TRUE;
  {
    g_autofree char *missing = g_format_size (needed - free_bytes);
    g_autofree char *wanted = g_format_size (needed);

    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                 /* Translators: two sizes, such as "120 MB" */
                 _ ("This pack needs %s on the disk of this computer. Free %s more, then resume."), wanted, missing);
  }
  return FALSE;
}

typedef struct
{
  TerStage *stage;
  const TerStageFile *wanted;
  int fd;
  TerSha256 *sum;
  guint64 size;
  gboolean store_failed;
  TerStageProgressFunc func;
  gpointer user_data;
} Copy;

static void
tell (Copy *copy)
{
  if (copy->func != NULL)
    copy->func (&copy->stage->progress, copy->user_data);
}

static gboolean
copy_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Copy *copy = user_data;

  copy->size += length;
  /* An endless file is not read to its end. */
  if (copy->size > copy->wanted->size)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "larger than listed");
      return FALSE;
    }
  ter_sha256_update (copy->sum, data, length);
  if (!ter_durable_write (copy->fd, data, length, error))
    {
      copy->store_failed = TRUE;
      return FALSE;
    }
  copy->stage->progress.bytes_done += length;
  tell (copy);
  return TRUE;
}

/* Compares what was read with what the manifest lists. */
static gboolean
check_copy (Copy *copy, GPtrArray *issues)
{
  const TerStageFile *wanted = copy->wanted;
  g_autofree char *found = g_strdup_printf ("%" G_GUINT64_FORMAT, copy->size);
  g_autofree char *expected = g_strdup_printf ("%" G_GUINT64_FORMAT, wanted->size);
  g_autofree char *sha256 = ter_sha256_finish (copy->sum);

  if (copy->size != wanted->size)
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_FILE_SIZE, wanted->path, NULL, 0, 0, "path", wanted->path, "found", found,
                                            "expected", expected, NULL));
  else if (!g_str_equal (sha256, wanted->sha256))
    g_ptr_array_add (issues,
                     ter_issue_new (TER_ISSUE_FILE_HASH, wanted->path, NULL, 0, 0, "path", wanted->path, "found", sha256, NULL));
  else
    return TRUE;
  return FALSE;
}

/* Reads into @partial. %FALSE with issues added or @error. */
static gboolean
copy_file (Copy *copy, const char *partial, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (copy->fd < 0)
    {
      ter_durable_fail (error, partial, errno);
      return ter_store_explain (error);
    }
  if (ter_source_read (copy->stage->source, copy->wanted->path, copy_cb, copy, issues, cancellable, &local_error))
    return check_copy (copy, issues);
  if (copy->size > copy->wanted->size)
    return check_copy (copy, issues);
  if (local_error == NULL)
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return copy->store_failed ? ter_store_explain (error) : ter_source_explain (error);
}

static gboolean
read_file (TerStage *self, const TerStageFile *wanted, GPtrArray *issues, TerStageProgressFunc func, gpointer user_data,
           GCancellable *cancellable, GError **error)
{
  g_autofree char *path = dup_staged (self, wanted->sha256);
  g_autofree char *partial = g_strconcat (path, ".part", NULL);
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  g_autofd int fd = open (partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  Copy copy = { self, wanted, fd, sum, 0, FALSE, func, user_data };
  const guint64 before = self->progress.bytes_done;

  if (!copy_file (&copy, partial, issues, cancellable, error))
    {
      g_unlink (partial);
      return FALSE;
    }
  self->progress.files_done++;
  self->progress.bytes_done = before + wanted->size;
  tell (&copy);
  if (rename (partial, path) == 0)
    return TRUE;
  ter_durable_fail (error, path, errno);
  return ter_store_explain (error);
}

static gboolean
read_files (TerStage *self, GPtrArray *issues, TerStageProgressFunc func, gpointer user_data, GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < self->wanted->len && issues->len < TER_LIMIT_ISSUES; i++)
    {
      const TerStageFile *wanted = &g_array_index (self->wanted, TerStageFile, i);
      g_autofree char *staged = dup_staged (self, wanted->sha256);
      g_autoptr (GError) local_error = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_file_test (staged, G_FILE_TEST_EXISTS) ||
          read_file (self, wanted, issues, func, user_data, cancellable, &local_error) || local_error == NULL)
        continue;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  return issues->len == 0;
}

/* One wait for all files, then they take their names as objects: what has such a name is whole, whatever happened. */
static gboolean
keep_files (TerStage *self, GError **error)
{
  g_autoptr (GHashTable) folders = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer folder;

  if (self->wanted->len == 0)
    return TRUE;
  if (!ter_durable_sync_all (self->incoming, error))
    {
      /* The system may hold for written what is not: it is read again, into new files. */
      for (guint i = 0; i < self->wanted->len; i++)
        {
          g_autofree char *staged = dup_staged (self, g_array_index (self->wanted, TerStageFile, i).sha256);

          g_unlink (staged);
        }
      return FALSE;
    }
  for (guint i = 0; i < self->wanted->len; i++)
    {
      const TerStageFile *wanted = &g_array_index (self->wanted, TerStageFile, i);
      g_autofree char *staged = dup_staged (self, wanted->sha256);
      g_autofree char *object = ter_store_object (self->store, wanted->sha256);
      g_autofree char *parent = g_path_get_dirname (object);

      if (g_hash_table_add (folders, g_strdup (parent)) && !ter_durable_make_folder (parent, error))
        return FALSE;
      if (rename (staged, object) != 0)
        return ter_durable_fail (error, object, errno);
    }
  g_hash_table_iter_init (&iter, folders);
  while (g_hash_table_iter_next (&iter, &folder, NULL))
    if (!ter_durable_sync_folder (folder, error))
      return FALSE;
  return TRUE;
}

gboolean
ter_stage_read (TerStage *self, GPtrArray *issues, TerStageProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                GError **error)
{
  g_return_val_if_fail (self != NULL && self->manifest != NULL, FALSE);
  g_return_val_if_fail (issues != NULL, FALSE);

  if (!ter_stage_make_incoming (self, error))
    return ter_store_explain (error);
  if (!choose_wanted (self, cancellable, error) || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !check_room (self, cancellable, error))
    return FALSE;
  if (progress != NULL)
    progress (&self->progress, user_data);
  if (!read_files (self, issues, progress, user_data, cancellable, error))
    return FALSE;
  return keep_files (self, error) || ter_store_explain (error);
}
