/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-safe-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#define CHUNK (128u * 1024)

static int
fail_errno (GError **error, const char *path, int code)
{
  if (code == ELOOP || code == ENXIO)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, "%s: not a regular file", path);
  else
    g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return -1;
}

static gboolean
is_plain_part (const char *part)
{
  return *part != '\0' && !g_str_equal (part, ".") && !g_str_equal (part, "..");
}

int
ter_safe_file_open (GFile *folder, const char *path, GError **error)
{
  g_auto (GStrv) parts = NULL;
  g_autofd int at = -1;
  struct stat info;

  g_return_val_if_fail (G_IS_FILE (folder), -1);
  g_return_val_if_fail (path != NULL, -1);

  if (g_file_peek_path (folder) == NULL)
    return fail_errno (error, path, ENOTSUP);
  at = open (g_file_peek_path (folder), O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (at < 0)
    return fail_errno (error, g_file_peek_path (folder), errno);

  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gboolean last = parts[i + 1] == NULL;
      int next;

      if (!is_plain_part (parts[i]))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME, "%s: not a path inside the folder", path);
          return -1;
        }
      next = openat (at, parts[i], O_NOFOLLOW | O_CLOEXEC | (last ? O_RDONLY | O_NONBLOCK | O_NOCTTY : O_PATH | O_DIRECTORY));
      if (next < 0)
        return fail_errno (error, path, errno == ENOTDIR ? ENOENT : errno);
      g_clear_fd (&at, NULL);
      at = next;
    }

  if (fstat (at, &info) != 0)
    return fail_errno (error, path, errno);
  if (!S_ISREG (info.st_mode))
    return fail_errno (error, path, ELOOP);
  return g_steal_fd (&at);
}

GBytes *
ter_safe_file_load (GFile *folder, const char *path, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = NULL;
  g_autofd int fd = ter_safe_file_open (folder, path, error);
  gssize n;

  if (fd < 0)
    return NULL;

  chunk = g_malloc (CHUNK);
  while (TRUE)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = read (fd, chunk, CHUNK);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_errno (error, path, errno);
          return NULL;
        }
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
      if ((gsize) n > limit - bytes->len)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "%s: larger than %" G_GSIZE_FORMAT " bytes", path, limit);
          return NULL;
        }
      g_byte_array_append (bytes, chunk, n);
    }
}

GBytes *
ter_safe_file_load_named (GFile *file, gsize limit, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;
  {
    gsize size = 0, capacity = 1 << 16;
    g_autofree guint8 *data = g_malloc (capacity);
    gsize read;

    while (TRUE)
      {
        if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data + size, capacity - size, &read, cancellable, error))
          return NULL;
        size += read;
        if (size < capacity || size > limit)
          break;
        capacity *= 2;
        data = g_realloc (data, capacity);
      }
    if (size <= limit)
      return g_bytes_new_take (g_steal_pointer (&data), size);
  }
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, _ ("the file is too large"));
  return NULL;
}
