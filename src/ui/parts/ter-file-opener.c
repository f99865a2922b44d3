/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-file-opener.h"

#include "ter-save.h"

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* @task: (transfer full) */
static void
launch (GTask *task, GFile *file)
{
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, g_task_get_task_data (task), NULL, launched_cb, task);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) saved = ter_save_finish (result, &error);

  if (saved != NULL)
    launch (g_steal_pointer (&task), g_ptr_array_index (saved, 0));
  else
    g_task_return_error (task, error);
}

void
ter_file_opener_open_async (GFile *file, const char *name, GtkWindow *parent, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *own_name = g_file_get_basename (file);
  g_autoptr (GTask) task = g_task_new (file, NULL, callback, user_data);
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) copy = NULL;

  g_task_set_source_tag (task, ter_file_opener_open_async);
  if (parent != NULL)
    g_task_set_task_data (task, g_object_ref (parent), g_object_unref);
  if (g_str_equal (own_name, name))
    {
      launch (g_steal_pointer (&task), file);
      return;
    }
  folder = g_file_new_build_filename (g_get_user_cache_dir (), "territoires", "opened", own_name, NULL);
  copy = g_file_get_child (folder, name);
  g_file_make_directory_with_parents (folder, NULL, NULL);
  ter_save_file_async (file, NULL, copy, NULL, copied_cb, g_steal_pointer (&task));
}

gboolean
ter_file_opener_open_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
