/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-durable.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

gboolean
ter_durable_fail (GError **error, const char *path, int code)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", path, g_strerror (code));
  return FALSE;
}

gboolean
ter_durable_write (int fd, gconstpointer data, gsize length, GError **error)
{
  const guint8 *bytes = data;

  while (length > 0)
    {
      ssize_t written = write (fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
      bytes += written;
      length -= written;
    }
  return TRUE;
}

/* An error of fsync() is final: the same file is never synchronised again. */
static gboolean
sync_fd (int fd, const char *path, GError **error)
{
  if (fsync (fd) == 0 || errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
    return TRUE;
  return ter_durable_fail (error, path, errno);
}

gboolean
ter_durable_sync_folder (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  return sync_fd (fd, path, error);
}

gboolean
ter_durable_sync_file (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  return sync_fd (fd, path, error);
}

gboolean
ter_durable_sync_all (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_CLOEXEC);

  if (fd < 0 || (syncfs (fd) != 0 && errno != ENOSYS))
    return ter_durable_fail (error, path, errno);
  return TRUE;
}

static gboolean
sync_parent (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return ter_durable_sync_folder (folder, error);
}

static gboolean
write_new (int fd, const char *path, gconstpointer data, gsize length, GError **error)
{
  if (!ter_durable_write (fd, data, length, error))
    {
      g_prefix_error (error, "%s: ", path);
      return FALSE;
    }
  return sync_fd (fd, path, error);
}

gboolean
ter_durable_save (const char *path, gconstpointer data, gsize length, GError **error)
{
  g_autofree char *partial = NULL;
  gboolean written;
  int fd;

  g_return_val_if_fail (path != NULL, FALSE);

  partial = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (partial, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  written = write_new (fd, path, data, length, error);
  close (fd);
  if (written && rename (partial, path) != 0)
    written = ter_durable_fail (error, path, errno);
  if (!written)
    {
      g_unlink (partial);
      return FALSE;
    }
  return sync_parent (path, error);
}

gboolean
ter_durable_mark (const char *path, GError **error)
{
  g_autofd int fd = -1;

  g_return_val_if_fail (path != NULL, FALSE);

  fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return ter_durable_fail (error, path, errno);
  return sync_fd (fd, path, error) && sync_parent (path, error);
}

gboolean
ter_durable_rename (const char *from, const char *to, GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (rename (from, to) != 0)
    return ter_durable_fail (error, from, errno);
  return sync_parent (to, error) && sync_parent (from, error);
}

gboolean
ter_durable_remove (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);

  if (unlink (path) != 0)
    return errno == ENOENT || ter_durable_fail (error, path, errno);
  return sync_parent (path, error);
}

gboolean
ter_durable_make_folder (const char *path, GError **error)
{
  g_autofree char *parent = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  parent = g_path_get_dirname (path);
  if (!ter_durable_make_folder (parent, error))
    return FALSE;
  if (mkdir (path, 0700) != 0 && errno != EEXIST)
    return ter_durable_fail (error, path, errno);
  return ter_durable_sync_folder (parent, error);
}
