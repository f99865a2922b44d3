/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-zip-directory.h"
#include "ter-zip-record.h"

#define CHUNK (64u * 1024)

typedef struct
{
  TerArchiveEntry entry; /* first: what callers hold */
  const TerZipEntry *zip;
} File;

struct _TerArchive
{
  int fd;
  GPtrArray *directory; /* of TerZipEntry */
  GArray *files;        /* of File: no folders */
  GPtrArray *by_path;   /* of File, borrowed, sorted */
};

/* One file of the archive as libarchive sees it: a ZIP of that file alone, whose headers are ours and whose data are read in place. So
 * no header of a stranger comes further than ter-zip-directory.c, and any file is read as fast as any other. */
typedef struct
{
  int fd;
  guint64 data, compressed;
  GBytes *before, *after;
  guint64 at;
  guint8 *chunk;
  GCancellable *cancellable;
  GError *error; /* nullable: why the disk, not the data, ended the reading */
} View;

static guint64
view_size (View *self)
{
  return g_bytes_get_size (self->before) + self->compressed + g_bytes_get_size (self->after);
}

/* What of @bytes, which begin at @start of the view, stands from view->at on. */
static gssize
view_lend (View *self, GBytes *bytes, guint64 start, const void **buffer)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);
  gsize skip = self->at - start;

  *buffer = data + skip;
  self->at += length - skip;
  return length - skip;
}

static la_ssize_t
view_read_cb (struct archive *archive, void *user_data, const void **buffer)
{
  View *self = user_data;
  guint64 begin = g_bytes_get_size (self->before);
  guint64 end = begin + self->compressed;
  gssize n;

  if (self->at < begin)
    return view_lend (self, self->before, 0, buffer);
  if (self->at >= view_size (self))
    return 0;
  if (self->at >= end)
    return view_lend (self, self->after, end, buffer);
  n = -1;
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    n = ter_zip_directory_read_at (self->fd, self->chunk, MIN (CHUNK, end - self->at), self->data + self->at - begin, &self->error);
  if (n < 0)
    {
      archive_set_error (archive, EIO, "read");
      return ARCHIVE_FATAL;
    }
  self->at += n;
  *buffer = self->chunk;
  return n;
}

static la_int64_t
view_seek_cb (struct archive *archive, void *user_data, la_int64_t offset, int whence)
{
  View *self = user_data;
  gint64 size = view_size (self);
  gint64 base = whence == SEEK_SET ? 0 : whence == SEEK_END ? size : (gint64) self->at;

  self->at = CLAMP (base + offset, 0, size);
  return self->at;
}

static void
view_clear (View *self)
{
  g_bytes_unref (self->before);
  g_bytes_unref (self->after);
  g_free (self->chunk);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

typedef struct archive LibArchive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LibArchive, archive_read_free)

/* (transfer full) (nullable): libarchive, at the data of the only file of the view. */
static LibArchive *
open_view (View *view)
{
  g_autoptr (LibArchive) archive = archive_read_new ();
  struct archive_entry *entry;

  if (archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK)
    return NULL;
  archive_read_set_callback_data (archive, view);
  archive_read_set_read_callback (archive, view_read_cb);
  archive_read_set_seek_callback (archive, view_seek_cb);
  if (archive_read_open1 (archive) != ARCHIVE_OK || archive_read_next_header (archive, &entry) != ARCHIVE_OK)
    return NULL;
  return archive_entry_filetype (entry) == AE_IFREG ? g_steal_pointer (&archive) : NULL;
}

typedef enum
{
  RESULT_WHOLE,
  RESULT_DAMAGED,
  RESULT_FAILED,
} Result;

static Result
unpack (View *view, guint64 size, TerArchiveDataFunc func, gpointer user_data, GError **error)
{
  g_autoptr (LibArchive) archive = open_view (view);
  guint64 done = 0;

  while (archive != NULL)
    {
      const void *data;
      size_t length;
      la_int64_t offset;
      int status;

      if (g_cancellable_set_error_if_cancelled (view->cancellable, error))
        return RESULT_FAILED;
      status = archive_read_data_block (archive, &data, &length, &offset);
      if (status == ARCHIVE_EOF)
        return done == size ? RESULT_WHOLE : RESULT_DAMAGED;
      /* A warning tells of a wrong CRC or size. */
      if (status != ARCHIVE_OK || (guint64) offset != done || length > size - done)
        return RESULT_DAMAGED;
      if (length > 0 && !func (data, length, user_data, error))
        return RESULT_FAILED;
      done += length;
    }
  return RESULT_DAMAGED;
}

gboolean
ter_archive_read (TerArchive *self, const TerArchiveEntry *entry, TerArchiveDataFunc func, gpointer user_data, GPtrArray *issues,
                  GCancellable *cancellable, GError **error)
{
  const TerZipEntry *zip;
  g_auto (View) view = { 0 };
  Result result;

  g_return_val_if_fail (self != NULL && entry != NULL && func != NULL && issues != NULL, FALSE);

  zip = ((const File *) entry)->zip;
  view = (View) {
    .fd = self->fd, .data = zip->data, .compressed = zip->compressed, .cancellable = cancellable, .chunk = g_malloc (CHUNK)
  };
  view.before = ter_zip_record_dup_envelope (zip->method, zip->crc, zip->compressed, zip->size, &view.after);

  result = unpack (&view, zip->size, func, user_data, error);
  if (result == RESULT_DAMAGED && view.error != NULL)
    g_propagate_error (error, g_steal_pointer (&view.error));
  else if (result == RESULT_DAMAGED)
    g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_ARCHIVE_FILE_DAMAGED, zip->path, NULL, 0, 0, "path", zip->path, NULL));
  return result == RESULT_WHOLE;
}

/* A descriptor of a regular file, or -1 with @error. A link to one will do: the reader chose it. */
static int
open_regular (GFile *file, GError **error)
{
  const char *path = g_file_peek_path (file);
  g_autofd int fd = -1;
  struct stat info;
  int code = 0;

  if (path == NULL)
    code = ENOTSUP;
  else if ((fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)) < 0 || fstat (fd, &info) != 0)
    code = errno;
  if (code != 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: not a regular file", path);
  else
    return g_steal_fd (&fd);
  return -1;
}

static int
compare_paths (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(File *const *) a)->entry.path, (*(File *const *) b)->entry.path);
}

static void
list_files (TerArchive *self)
{
  for (guint i = 0; i < self->directory->len; i++)
    {
      const TerZipEntry *zip = g_ptr_array_index (self->directory, i);
      File file = { { zip->path, zip->size, zip->compressed }, zip };

      if (!zip->folder)
        g_array_append_val (self->files, file);
    }
  for (guint i = 0; i < self->files->len; i++)
    g_ptr_array_add (self->by_path, &g_array_index (self->files, File, i));
  g_ptr_array_sort (self->by_path, compare_paths);
}

/* (transfer full) (nullable) */
static TerArchive *
open_archive (GFile *file, gboolean document, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerArchive) self = g_new0 (TerArchive, 1);

  self->files = g_array_new (FALSE, FALSE, sizeof (File));
  self->by_path = g_ptr_array_new ();
  self->fd = open_regular (file, error);
  if (self->fd < 0)
    return NULL;
  self->directory = document ? ter_zip_directory_read_document (self->fd, issues, cancellable, error)
                             : ter_zip_directory_read (self->fd, issues, cancellable, error);
  if (self->directory == NULL)
    return NULL;
  list_files (self);
  return g_steal_pointer (&self);
}

TerArchive *
ter_archive_open (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerArchive) self = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (issues != NULL, NULL);

  self = open_archive (file, FALSE, issues, cancellable, error);
  if (self == NULL || ter_archive_find_entry (self, TER_PACK_MANIFEST) != NULL)
    return g_steal_pointer (&self);
  g_ptr_array_add (issues, ter_issue_new (TER_ISSUE_MANIFEST_MISSING, "", NULL, 0, 0, NULL));
  return NULL;
}

TerArchive *
ter_archive_open_document (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (issues != NULL, NULL);

  return open_archive (file, TRUE, issues, cancellable, error);
}

void
ter_archive_free (TerArchive *self)
{
  if (self == NULL)
    return;
  g_clear_fd (&self->fd, NULL);
  g_clear_pointer (&self->by_path, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_array_unref);
  g_clear_pointer (&self->directory, g_ptr_array_unref);
  g_free (self);
}

guint
ter_archive_get_n_entries (TerArchive *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->files->len;
}

const TerArchiveEntry *
ter_archive_get_entry (TerArchive *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->files->len, NULL);

  return &g_array_index (self->files, File, index).entry;
}

const TerArchiveEntry *
ter_archive_find_entry (TerArchive *self, const char *path)
{
  const File key = { { .path = path } };
  const File *pointer = &key;
  File **found = NULL;

  g_return_val_if_fail (self != NULL && path != NULL, NULL);

  if (self->by_path->len > 0)
    found = bsearch (&pointer, self->by_path->pdata, self->by_path->len, sizeof pointer, compare_paths);
  return found != NULL ? &(*found)->entry : NULL;
}
