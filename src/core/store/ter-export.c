/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-export.h"

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
#include "ter-source.h"
#include "ter-store-private.h"

#define HASH_PREFIX "sha256:"
/* Where names may be shortest: an encrypted home. */
#define MAX_PARTIAL_BYTES 138

typedef struct
{
  TerArchiveProgressFunc func;
  gpointer user_data;
  guint64 total; /* octets of the files */
} Progress;

/* Writing and reading back are the two halves of the work. */
static void
written_cb (guint64 done, guint64 total, gpointer user_data)
{
  Progress *progress = user_data;

  progress->total = total;
  if (progress->func != NULL)
    progress->func (done, 2 * total, progress->user_data);
}

static gboolean
explain (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *reason = NULL;

  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return FALSE;
  reason = g_steal_pointer (&(*error)->message);
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    (*error)->message =
      g_strdup_printf (_ ("There is not enough room for “%s”. Free some room or choose another place, then try again."), name);
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    (*error)->message = g_strdup_printf (_ ("“%s” cannot be written there: this place is protected. Choose another one."), name);
  else if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    (*error)->message =
      g_strdup (_ ("The place is no longer there. If it is on a USB key, plug the key in again, then try again."));
  else
    (*error)->message =
      g_strdup_printf (_ ("“%s” could not be written (%s). If it is on a USB key, try again or take another key."), name, reason);
  return FALSE;
}

/* ---- Reading back ---- */

typedef struct
{
  TerSha256 *sum;
  Progress *progress;
  guint64 *done;
} Hash;

static gboolean
hash_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  Hash *hash = user_data;
  Progress *progress = hash->progress;

  ter_sha256_update (hash->sum, data, length);
  *hash->done += length;
  if (progress->func != NULL)
    progress->func (progress->total + MIN (*hash->done, progress->total), 2 * progress->total, progress->user_data);
  return TRUE;
}

static gboolean
read_back_file (TerSource *source, const char *path, const char *sha256, guint64 *done, Progress *progress,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TerSha256) sum = ter_sha256_new ();
  Hash hash = { sum, progress, done };
  g_autoptr (GError) local_error = NULL;
  g_autofree char *found = NULL;

  if (ter_source_read (source, path, hash_cb, &hash, issues, cancellable, &local_error))
    found = ter_sha256_finish (sum);
  if (g_strcmp0 (found, sha256) == 0)
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                 _ ("What was written cannot be read back: “%s” is damaged. Take another key."), path);
  return FALSE;
}

static gboolean
read_back_all (JsonObject *manifest, TerSource *source, Progress *progress, GCancellable *cancellable, GError **error)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");
  guint64 done = 0;

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");
      const char *hash = ter_json_get_string (resource, "hash");

      if (path != NULL && hash != NULL && g_str_has_prefix (hash, HASH_PREFIX) &&
          !read_back_file (source, path, hash + strlen (HASH_PREFIX), &done, progress, cancellable, error))
        return FALSE;
    }
  return TRUE;
}

/* What the medium holds, not what the system remembers to have written, by the reader that a colleague will use. */
static gboolean
read_back (TerPackFiles *files, const char *path, int fd, Progress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) manifest_bytes = ter_pack_files_load (files, TER_PACK_MANIFEST, TER_LIMIT_MANIFEST_BYTES, cancellable, error);
  g_autoptr (JsonObject) manifest = manifest_bytes != NULL ? ter_store_parse_manifest (manifest_bytes, error) : NULL;
  g_autoptr (TerSource) source = NULL;
  g_autofree char *sha256 = NULL;
  guint64 done = 0;

  if (manifest == NULL)
    return FALSE;
  posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  source = ter_source_open (file, issues, cancellable, error);
  if (source == NULL)
    {
      if (issues->len > 0)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("What was written cannot be read back: the file is damaged. Take another key."));
      return FALSE;
    }
  sha256 = ter_sha256_of_bytes (manifest_bytes);
  return read_back_file (source, TER_PACK_MANIFEST, sha256, &done, &(Progress) { 0 }, cancellable, error) &&
         read_back_all (manifest, source, progress, cancellable, error);
}

/* ---- Writing ---- */

static gboolean
write_file (TerPackFiles *files, const char *path, int fd, Progress *progress, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!ter_archive_writer_write (files, fd, written_cb, progress, cancellable, &local_error))
    {
      /* Of the pack's own files: the place is there, it is being written to. */
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _ ("A file of this pack is missing on this computer. Import the pack again, then copy it."));
      else
        g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (fsync (fd) != 0 && errno != EINVAL && errno != ENOSYS)
    return ter_durable_fail (error, path, errno);
  return read_back (files, path, fd, progress, cancellable, error);
}

/* The same name each time, so that what a pulled key left is written over. Names have limits too: a long one is cut. */
static char *
dup_partial (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  const gsize length = strlen (name);

  if (length > MAX_PARTIAL_BYTES)
    *g_utf8_find_prev_char (name, name + MAX_PARTIAL_BYTES + 1) = '\0';
  return g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".part", NULL);
}

/* Some media rename over no file: the old one goes first then, now that the new one is known to be whole. */
static gboolean
take_name (const char *partial, const char *path, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (ter_durable_rename (partial, path, &local_error))
    return TRUE;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return ter_durable_remove (path, error) && ter_durable_rename (partial, path, error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
ter_export_files (TerPackFiles *files, GFile *target, TerArchiveProgressFunc func, gpointer user_data, GCancellable *cancellable,
                  GError **error)
{
  const char *path = g_file_peek_path (target);
  g_autofree char *partial = dup_partial (path);
  Progress progress = { func, user_data, 0 };
  g_autofd int fd = -1;

  g_return_val_if_fail (TER_IS_PACK_FILES (files), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  fd = open (partial, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
  if (fd < 0)
    {
      ter_durable_fail (error, partial, errno);
      return explain (error, path);
    }
  if (write_file (files, partial, fd, &progress, cancellable, error) && take_name (partial, path, error))
    return TRUE;
  g_unlink (partial);
  return explain (error, path);
}
