/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-source.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "ter-durable.h"
#include "ter-issue.h"
#include "ter-limits.h"
#include "ter-pack-files.h"

#define CHUNK (256 * 1024)

/* One of the two. */
struct _TerSource
{
  TerPackFiles *folder;
  TerArchive *archive;
};

void
ter_source_free (TerSource *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->folder);
  g_clear_pointer (&self->archive, ter_archive_free);
  g_free (self);
}

/* Says what one can do when the source cannot be read. */
gboolean
ter_source_explain (GError **error)
{
  g_autofree char *reason = NULL;

  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED) ||
      g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED))
    return FALSE;
  reason = g_steal_pointer (&(*error)->message);
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    (*error)->message = g_strdup (_ ("This pack may not be read: ask its owner for the right to, or copy it elsewhere."));
  else
    (*error)->message = g_strdup_printf (
      /* Translators: %s: the system's own words */
      _ (
        "The pack cannot be read any more (%s). If it is on a USB key, plug the key in again, then resume: what was read is kept."),
      reason);
  return FALSE;
}

static gboolean
add_issue (GPtrArray *issues, TerIssueCode code, const char *path)
{
  g_ptr_array_add (issues, ter_issue_new (code, path, NULL, 0, 0, "path", path, NULL));
  return FALSE;
}

/* A folder, a .tpack, or the manifest of a folder, which some file managers open in its place. */
static GFile *
find_folder (GFile *file, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return g_object_ref (file);
  return g_strcmp0 (name, TER_PACK_MANIFEST) == 0 ? g_file_get_parent (file) : NULL;
}

TerSource *
ter_source_open (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerSource) self = g_new0 (TerSource, 1);
  g_autoptr (GFile) folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (issues != NULL, NULL);

  if (g_file_peek_path (file) == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Territoires reads packs of this computer only: copy the pack here first."));
      return NULL;
    }
  folder = find_folder (file, cancellable);
  /* Who gave up is not told of a folder that it is no archive. */
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (folder != NULL)
    {
      self->folder = ter_pack_files_new_for_folder (folder);
      return ter_pack_files_are_there (self->folder, error) ? g_steal_pointer (&self) : NULL;
    }
  self->archive = ter_archive_open (file, issues, cancellable, error);
  return self->archive != NULL ? g_steal_pointer (&self) : NULL;
}

/* ---- Small files ---- */

static gboolean
load_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_byte_array_append (user_data, data, length);
  return TRUE;
}

static GBytes *
load_from_archive (TerSource *self, const char *path, gsize limit, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  const TerArchiveEntry *entry = ter_archive_find_entry (self->archive, path);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  if (entry == NULL)
    return NULL;
  if (entry->size > limit)
    {
      g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

      g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_FILE_TOO_LARGE, path, NULL, 0, 0, "path", path, "limit", size, NULL));
      return NULL;
    }
  if (!ter_archive_read (self->archive, entry, load_cb, bytes, issues, cancellable, error))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
load_from_folder (TerSource *self, const char *path, gsize limit, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  GBytes *bytes = ter_pack_files_load (self->folder, path, limit, cancellable, &local_error);
  g_autofree char *size = g_format_size_full (limit, G_FORMAT_SIZE_IEC_UNITS);

  if (bytes != NULL)
    return bytes;
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE))
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_FILE_TOO_LARGE, path, NULL, 0, 0, "path", path, "limit", size, NULL));
  else if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE))
    add_issue (issues, TER_ISSUE_FILE_NOT_REGULAR, path);
  else if (!g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) || !ter_pack_files_are_there (self->folder, NULL))
    g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GBytes *
ter_source_load (TerSource *self, const char *path, gsize limit, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  if (self->archive != NULL)
    return load_from_archive (self, path, limit, issues, cancellable, error);
  return load_from_folder (self, path, limit, issues, cancellable, error);
}

/* ---- Large ones ---- */

static gboolean
read_from_folder (TerSource *self, const char *path, TerArchiveDataFunc func, gpointer user_data, GPtrArray *issues,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofd int fd = ter_pack_files_open (self->folder, path, &local_error);
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE) ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME))
    return add_issue (issues, TER_ISSUE_FILE_NOT_REGULAR, path);
  /* A file that is missing while its folder is there; else it is the key that is missing. */
  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && ter_pack_files_are_there (self->folder, NULL))
    return add_issue (issues, TER_ISSUE_FILE_MISSING, path);
  if (fd < 0)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  while ((n = read (fd, chunk, CHUNK)) != 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return ter_durable_fail (error, path, errno);
      if (!func (chunk, n, user_data, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
ter_source_read (TerSource *self, const char *path, TerArchiveDataFunc func, gpointer user_data, GPtrArray *issues,
                 GCancellable *cancellable, GError **error)
{
  const TerArchiveEntry *entry;

  g_return_val_if_fail (self != NULL && path != NULL && func != NULL, FALSE);

  if (self->archive == NULL)
    return read_from_folder (self, path, func, user_data, issues, cancellable, error);
  entry = ter_archive_find_entry (self->archive, path);
  if (entry == NULL)
    return add_issue (issues, TER_ISSUE_FILE_MISSING, path);
  return ter_archive_read (self->archive, entry, func, user_data, issues, cancellable, error);
}

gboolean
ter_source_check_listed (TerSource *self, GHashTable *listed, GPtrArray *issues)
{
  const guint before = issues->len;

  g_return_val_if_fail (self != NULL && listed != NULL && issues != NULL, FALSE);

  for (guint i = 0; self->archive != NULL && i < ter_archive_get_n_entries (self->archive) && issues->len < TER_LIMIT_ISSUES; i++)
    {
      const char *path = ter_archive_get_entry (self->archive, i)->path;

      if (!g_hash_table_contains (listed, path))
        add_issue (issues, TER_ISSUE_FILE_UNLISTED, path);
    }
  return issues->len == before;
}
