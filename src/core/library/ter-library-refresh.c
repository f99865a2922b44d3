/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ter-indexer.h"
#include "ter-library-private.h"

/* What the thread of a refresh needs. It does not touch the library, which its task keeps alive. */
typedef struct
{
  char *path;
  GPtrArray *places;
  TerStore *store; /* nullable */
  GMainContext *context;
  TerLibrary *library;
} Refresh;

static void
refresh_free (gpointer data)
{
  Refresh *refresh = data;

  g_free (refresh->path);
  g_ptr_array_unref (refresh->places);
  g_clear_object (&refresh->store);
  g_main_context_unref (refresh->context);
  g_free (refresh);
}

static gboolean
reload_cb (gpointer user_data)
{
  ter_library_reload (user_data, NULL);
  return G_SOURCE_REMOVE;
}

/* In the thread: shows each pack as soon as it is there. */
static void
indexed_cb (gpointer user_data)
{
  Refresh *refresh = user_data;
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, reload_cb, g_object_ref (refresh->library), g_object_unref);
  g_source_attach (source, refresh->context);
}

static void
refresh_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Refresh *refresh = task_data;
  GError *error = NULL;
  TerCatalogue *catalogue = ter_catalogue_open_to_write (refresh->path, &error);
  gboolean done =
    catalogue != NULL && ter_indexer_run (catalogue, refresh->places, refresh->store, indexed_cb, refresh, cancellable, &error);

  /* Closed before the task says that it is done. */
  g_clear_pointer (&catalogue, ter_catalogue_free);
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* An index whose folder cannot be written is made in a folder of its own, for as long as the library lives. */
void
ter_library_choose_path (TerLibrary *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  if (g_access (folder, W_OK) == 0 && (g_access (self->path, F_OK) != 0 || g_access (self->path, W_OK) == 0))
    return;
  self->temporary = g_dir_make_tmp ("territoires-XXXXXX", NULL);
  if (self->temporary == NULL)
    return;
  g_clear_pointer (&self->catalogue, ter_catalogue_free);
  g_free (self->path);
  self->path = g_build_filename (self->temporary, "catalogue.sqlite", NULL);
  ter_search_set_path (self->search, self->path);
}

/* Deletes a damaged index. Nobody else writes it: this is called between two refreshes. */
static void
delete_damaged (TerLibrary *self)
{
  if (!self->damaged)
    return;
  ter_library_close_catalogue (self);
  ter_catalogue_delete (self->path);
  self->damaged = FALSE;
}

static Refresh *
make_refresh (TerLibrary *self)
{
  Refresh *refresh = g_new0 (Refresh, 1);

  refresh->path = g_strdup (self->path);
  refresh->places = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (self->places); i++)
    g_ptr_array_add (refresh->places, g_list_model_get_item (self->places, i));
  g_set_object (&refresh->store, self->store);
  refresh->context = g_main_context_ref_thread_default ();
  refresh->library = self;
  return refresh;
}

static void refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data);

/* @task: (transfer full): the caller's */
static void
start_refresh (TerLibrary *self, GTask *task)
{
  g_autoptr (GTask) worker = g_task_new (self, g_task_get_cancellable (task), refreshed_cb, task);

  g_task_set_source_tag (worker, start_refresh);
  g_task_set_task_data (worker, make_refresh (self), refresh_free);
  g_task_run_in_thread (worker, refresh_thread);
}

static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TerLibrary *self = TER_LIBRARY (source);
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (done && !ter_library_reload (self, &error))
    done = FALSE;
  /* A damage that shows only while it is read or written: once more, from nothing. The flag of the task says that it was tried. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) && g_task_get_task_data (task) == NULL)
    {
      g_task_set_task_data (task, self, NULL);
      self->damaged = TRUE;
      delete_damaged (self);
      start_refresh (self, g_steal_pointer (&task));
      return;
    }
  if (!done)
    ter_library_reload (self, NULL);
  ter_library_set_refreshing (self, FALSE);
  /* Removals of an earlier run are final, and what a crash left is freed. Once the packs are shown: it can wait. */
  if (self->store != NULL && !self->swept)
    ter_library_sweep_async (self, NULL, NULL, NULL);
  self->swept = TRUE;
  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * ter_library_refresh_async:
 *
 * See the header. Refused with G_IO_ERROR_PENDING while another refresh is under way.
 */
void
ter_library_refresh_async (TerLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TER_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ter_library_refresh_async);
  if (self->refreshing)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_PENDING, _ ("The packs are being read already."));
      return;
    }
  ter_library_choose_path (self);
  delete_damaged (self);
  ter_library_set_refreshing (self, TRUE);
  start_refresh (self, g_steal_pointer (&task));
}

gboolean
ter_library_refresh_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
