/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-pack-build.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

GFile *
ter_pack_build_dup_target (GFile *pack, const char *id, const char *version)
{
  g_autoptr (GFile) parent = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (pack), NULL);

  parent = g_file_get_parent (pack);
  if (parent == NULL || id == NULL || version == NULL)
    return NULL;
  name = g_strdup_printf ("%s-%s.tpack", id, version);
  return g_file_get_child (parent, name);
}

static gboolean
set_errno (GError **error, const char *path)
{
  int saved = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved), "%s: %s", path, g_strerror (saved));
  return FALSE;
}

/* So that the new name outlives a power cut. */
static gboolean
sync_folder (const char *path, GError **error)
{
  g_autofd int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  /* Some file systems (FAT among them) do not synchronise folders: EINVAL says so. */
  if (fd < 0 || (fsync (fd) != 0 && errno != EINVAL && errno != EBADF))
    return set_errno (error, path);
  return TRUE;
}

static gboolean
finish (int fd, const char *temporary, const char *path, const char *folder, GError **error)
{
  mode_t mask = umask (0);

  umask (mask);
  /* FAT has no modes. */
  if (fchmod (fd, 0666 & ~mask) != 0 && errno != EPERM)
    return set_errno (error, temporary);
  if (fsync (fd) != 0)
    return set_errno (error, temporary);
  if (g_rename (temporary, path) != 0)
    return set_errno (error, path);
  return sync_folder (folder, error);
}

/* What @pack and @target really are, whatever links lead there. */
static gboolean
lies_inside (GFile *pack, const char *folder)
{
  g_autofree char *real_pack = realpath (g_file_peek_path (pack), NULL);
  g_autofree char *real_folder = realpath (folder, NULL);
  g_autoptr (GFile) inner = NULL;
  g_autoptr (GFile) outer = NULL;

  if (real_pack == NULL || real_folder == NULL)
    return FALSE;
  outer = g_file_new_for_path (real_pack);
  inner = g_file_new_for_path (real_folder);
  return g_file_equal (inner, outer) || g_file_has_prefix (inner, outer);
}

gboolean
ter_pack_build (GFile *pack, GFile *target, TerArchiveProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                GError **error)
{
  g_autoptr (TerPackFiles) files = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  g_autofd int fd = -1;
  const char *path;

  g_return_val_if_fail (G_IS_FILE (pack) && G_IS_FILE (target), FALSE);

  path = g_file_peek_path (target);
  if (path == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("only local files can be written"));
      return FALSE;
    }
  folder = g_path_get_dirname (path);
  if (lies_inside (pack, folder))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("%s would lie in the pack itself: choose another folder"),
                   path);
      return FALSE;
    }
  temporary = g_build_filename (folder, ".territoires-XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return set_errno (error, folder);
  files = ter_pack_files_new_for_folder (pack);
  if (ter_archive_writer_write (files, fd, progress, user_data, cancellable, error) && finish (fd, temporary, path, folder, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}
