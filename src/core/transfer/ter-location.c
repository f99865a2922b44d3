/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-location.h"

#include <glib/gi18n-lib.h>

/* Said by the document portal of the files that it lends. */
#define HOST_PATH "xattr::document-portal.host-path"

/* What comes after @folder in @path, without the slash; %NULL when @path is not below it. */
static const char *
get_below (const char *path, const char *folder)
{
  gsize length = folder != NULL ? strlen (folder) : 0;

  while (length > 0 && folder[length - 1] == '/')
    length--;
  if (length == 0 || strncmp (path, folder, length) != 0 || path[length] != '/')
    return NULL;
  return path + length + 1;
}

/* "CLE-MARIE › Packs": @top, then the folders of @below but for the last part, which is the file. */
static char *
join (const char *top, const char *below)
{
  g_auto (GStrv) parts = g_strsplit (below, "/", -1);
  GString *text = g_string_new (top);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      g_autofree char *part = g_filename_display_name (parts[i]);

      if (*part == '\0')
        continue;
      if (text->len > 0)
        g_string_append (text, " › ");
      g_string_append (text, part);
    }
  return g_string_free_and_steal (text);
}

/* Below /media or /run/media a volume's folder is called as the volume is. */
static char *
describe_media (const char *path)
{
  static const char *const roots[] = { "/run/media", "/media" };

  for (gsize i = 0; i < G_N_ELEMENTS (roots); i++)
    {
      const char *below = get_below (path, roots[i]);
      const char *volume = below != NULL ? strchr (below, '/') : NULL;

      if (volume != NULL && strchr (volume + 1, '/') != NULL)
        return join ("", volume + 1);
    }
  return NULL;
}

char *
ter_location_dup_name (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  return g_filename_display_name (name != NULL ? name : "");
}

char *
ter_location_describe_path (const char *path, const char *home, const char *volume, const char *volume_name)
{
  const char *below;
  char *media;

  g_return_val_if_fail (path != NULL && home != NULL, NULL);

  if (g_str_has_prefix (path, "/run/flatpak/") || g_str_has_prefix (path, "/run/user/"))
    return NULL;
  below = volume_name != NULL ? get_below (path, volume) : NULL;
  if (below != NULL)
    return join (volume_name, below);
  media = describe_media (path);
  if (media != NULL)
    return media;
  below = get_below (path, home);
  if (below != NULL)
    /* Translators: where a file is: the user's own folder, outside of Documents, Downloads, … */
    return strchr (below, '/') != NULL ? join ("", below) : g_strdup (_ ("Home Folder"));
  {
    g_autofree char *folder = g_path_get_dirname (path);

    return g_filename_display_name (folder);
  }
}

/* A file's real path: the sandbox shows a stand-in of what it has been lent. */
static char *
dup_real_path (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, HOST_PATH, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  const char *host_path = info != NULL ? g_file_info_get_attribute_string (info, HOST_PATH) : NULL;

  return host_path != NULL && g_path_is_absolute (host_path) ? g_strdup (host_path) : g_file_get_path (file);
}

static void
describe_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GFile *file = source;
  g_autofree char *path = dup_real_path (file, cancellable);
  g_autoptr (GFile) real = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autoptr (GMount) mount = real != NULL ? g_file_find_enclosing_mount (real, cancellable, NULL) : NULL;
  g_autoptr (GFile) root = mount != NULL ? g_mount_get_root (mount) : NULL;
  g_autofree char *volume = root != NULL ? g_file_get_path (root) : NULL;
  g_autofree char *volume_name = mount != NULL ? g_mount_get_name (mount) : NULL;

  g_task_return_pointer (task, path != NULL ? ter_location_describe_path (path, g_get_home_dir (), volume, volume_name) : NULL,
                         g_free);
}

void
ter_location_describe_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (file, cancellable, callback, user_data);

  g_return_if_fail (G_IS_FILE (file));

  g_task_set_source_tag (task, ter_location_describe_async);
  g_task_run_in_thread (task, describe_thread);
}

char *
ter_location_describe_finish (GAsyncResult *result)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
