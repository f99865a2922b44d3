/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-hash.h"
#include "ter-library-private.h"

#include <glib/gi18n-lib.h>

#include "ter-export.h"
#include "ter-store-private.h"
#include "ter-verify.h"

/* The packs that the reader installs: how the library drives the store. */

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

void
ter_library_set_store (TerLibrary *self, TerStore *store)
{
  g_return_if_fail (TER_IS_LIBRARY (self));
  g_return_if_fail (self->catalogue == NULL);

  g_set_object (&self->store, store);
}

TerStore *
ter_library_get_store (TerLibrary *self)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);

  return self->store;
}

const char *
ter_library_get_language (TerLibrary *self)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);

  return self->language;
}

char *
ter_library_dup_index (TerLibrary *self)
{
  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);

  /* A refresh under way has chosen. */
  if (!self->refreshing)
    ter_library_choose_path (self);
  return g_strdup (self->path);
}

/* ---- What is installed ---- */

static void
read_records (TerLibrary *self)
{
  g_autoptr (GPtrArray) records = ter_store_list (self->store, NULL, NULL);

  self->records = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, (GDestroyNotify) ter_store_record_free);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      TerStoreRecord *record = ter_store_record_copy (g_ptr_array_index (records, i));

      g_hash_table_insert (self->records, record->id, record);
    }
}

const TerStoreRecord *
ter_library_get_record (TerLibrary *self, TerPack *pack)
{
  const TerStoreRecord *record;
  const char *sha256;

  g_return_val_if_fail (TER_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);

  if (self->store == NULL)
    return NULL;
  if (self->records == NULL)
    read_records (self);
  record = g_hash_table_lookup (self->records, ter_pack_get_id (pack));
  sha256 = ter_pack_files_get_manifest_sha256 (ter_pack_get_files (pack));
  return record != NULL && g_strcmp0 (record->current->manifest, sha256) == 0 ? record : NULL;
}

/* ---- Changes of the store ---- */

typedef gboolean (*StoreFunc) (TerStore *store, const char *id, GError **error);

typedef struct
{
  StoreFunc func;
  TerStore *store;
  char *id;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->store);
  g_free (change->id);
  g_free (change);
}

static void
explain (GError **error)
{
  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    {
      g_clear_error (error);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                           _ ("The disk of this computer is full. Free some room, then try again."));
    }
  else if (!g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    ter_store_explain (error);
}

static void
change_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Change *change = task_data;
  GError *error = NULL;

  if (change->func (change->store, change->id, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  explain (&error);
  g_task_return_error (task, error);
}

/* The change itself is done and stands, whatever becomes of the index. */
static void
refreshed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!ter_library_refresh_finish (TER_LIBRARY (source), result, &error))
    g_info ("The index does not follow: %s", error->message);
  g_task_return_boolean (task, TRUE);
}

static void refresh_then_return (TerLibrary *self, GTask *task);

static void
free_again_cb (TerLibrary *self, GParamSpec *pspec, GTask *task)
{
  if (self->refreshing)
    return;
  g_signal_handlers_disconnect_by_func (self, free_again_cb, task);
  refresh_then_return (self, task);
}

/* @task: (transfer full). A refresh under way may have passed by what has changed: another one follows. */
static void
refresh_then_return (TerLibrary *self, GTask *task)
{
  if (self->refreshing)
    g_signal_connect (self, "notify::refreshing", G_CALLBACK (free_again_cb), task);
  else
    ter_library_refresh_async (self, NULL, refreshed_cb, task);
}

void
ter_library_show_installed (TerLibrary *self)
{
  g_return_if_fail (TER_IS_LIBRARY (self));

  ter_library_reload (self, NULL);
  refresh_then_return (self, g_task_new (self, NULL, NULL, NULL));
}

static void
changed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      refresh_then_return (TER_LIBRARY (source), task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
change_async (TerLibrary *self, StoreFunc func, const char *pack_id, gpointer tag, GCancellable *cancellable,
              GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) worker = NULL;
  Change *change;

  g_task_set_source_tag (task, tag);
  if (self->store == NULL)
    {
      g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This pack was not installed here."));
      g_object_unref (task);
      return;
    }
  /* What the reader removes now can be brought back: it is no removal of an earlier run. */
  self->swept = TRUE;
  change = g_new0 (Change, 1);
  change->func = func;
  change->store = g_object_ref (self->store);
  change->id = g_strdup (pack_id);
  worker = g_task_new (self, NULL, changed_cb, task);
  g_task_set_source_tag (worker, change_async);
  g_task_set_task_data (worker, change, change_free);
  g_task_run_in_thread (worker, change_thread);
}

static gboolean
change_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ter_library_roll_back_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (TER_IS_LIBRARY (self) && pack_id != NULL);

  change_async (self, ter_store_roll_back, pack_id, ter_library_roll_back_async, cancellable, callback, user_data);
}

gboolean
ter_library_roll_back_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  return change_finish (self, result, error);
}

void
ter_library_remove_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (TER_IS_LIBRARY (self) && pack_id != NULL);

  change_async (self, ter_store_remove, pack_id, ter_library_remove_async, cancellable, callback, user_data);
}

gboolean
ter_library_remove_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  return change_finish (self, result, error);
}

void
ter_library_restore_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (TER_IS_LIBRARY (self) && pack_id != NULL);

  change_async (self, ter_store_restore, pack_id, ter_library_restore_async, cancellable, callback, user_data);
}

gboolean
ter_library_restore_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  return change_finish (self, result, error);
}

static void
sweep_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (task_data == NULL || ter_store_sweep (task_data, TRUE, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ter_library_sweep_async (TerLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TER_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ter_library_sweep_async);
  if (self->store != NULL)
    g_task_set_task_data (task, g_object_ref (self->store), g_object_unref);
  g_task_run_in_thread (task, sweep_thread);
}

gboolean
ter_library_sweep_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  return change_finish (self, result, error);
}

/* ---- Reading a whole pack ---- */

typedef struct
{
  TerPackFiles *files; /* nullable: those of @version, read in the thread */
  TerStore *store;
  TerStoreVersion *version;
  GFile *target; /* nullable: of a copy */
  TerLibraryProgressFunc progress;
  gpointer progress_data;
  gint64 told_at;
  GTask *task; /* borrowed */
} Whole;

static void
whole_free (gpointer data)
{
  Whole *whole = data;

  g_clear_object (&whole->files);
  g_clear_object (&whole->store);
  g_clear_object (&whole->target);
  ter_store_version_free (whole->version);
  g_free (whole);
}

typedef struct
{
  GTask *task;
  guint64 done;
  guint64 total;
} Told;

static void
told_free (gpointer data)
{
  g_object_unref (((Told *) data)->task);
  g_free (data);
}

static gboolean
told_cb (gpointer user_data)
{
  const Told *told = user_data;
  const Whole *whole = g_task_get_task_data (told->task);

  whole->progress (told->done, told->total, whole->progress_data);
  return G_SOURCE_REMOVE;
}

/* In the thread. Same priority as the task's own callback, so that none comes after it. */
static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  Whole *whole = user_data;
  const gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Told *told;

  if (whole->progress == NULL || now - whole->told_at < PROGRESS_INTERVAL)
    return;
  whole->told_at = now;
  told = g_new (Told, 1);
  *told = (Told) { g_object_ref (whole->task), done, total };
  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (whole->task));
  g_source_set_callback (source, told_cb, told, told_free);
  g_source_attach (source, g_task_get_context (whole->task));
}

/* The signature of an installed pack is known to its record alone. A manifest that cannot be read is told by the verification. */
static void
find_files (Whole *whole, GCancellable *cancellable)
{
  TerPackFiles *files = whole->version != NULL ? ter_store_load_files (whole->store, whole->version, cancellable, NULL) : NULL;

  if (files == NULL)
    return;
  g_clear_object (&whole->files);
  whole->files = files;
}

static void
verify_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Whole *whole = task_data;
  GError *error = NULL;
  GListModel *issues;

  find_files (whole, cancellable);
  issues = ter_verify_pack (whole->files, progress_cb, whole, cancellable, &error);
  if (issues != NULL)
    g_task_return_pointer (task, issues, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
export_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Whole *whole = task_data;
  GError *error = NULL;

  find_files (whole, cancellable);
  if (ter_export_files (whole->files, whole->target, progress_cb, whole, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static GTask *
whole_task_new (TerLibrary *self, TerPack *pack, GFile *target, TerLibraryProgressFunc progress, gpointer progress_data,
                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  const TerStoreRecord *record = ter_library_get_record (self, pack);
  Whole *whole = g_new0 (Whole, 1);

  whole->files = g_object_ref (ter_pack_get_files (pack));
  g_set_object (&whole->store, self->store);
  whole->version = record != NULL ? ter_store_version_copy (record->current) : NULL;
  g_set_object (&whole->target, target);
  whole->progress = progress;
  whole->progress_data = progress_data;
  whole->task = task;
  g_task_set_task_data (task, whole, whole_free);
  return task;
}

void
ter_library_verify_async (TerLibrary *self, TerPack *pack, TerLibraryProgressFunc progress, gpointer progress_data,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TER_IS_LIBRARY (self));
  g_return_if_fail (TER_IS_PACK (pack));

  task = whole_task_new (self, pack, NULL, progress, progress_data, cancellable, callback, user_data);
  g_task_set_source_tag (task, ter_library_verify_async);
  g_task_run_in_thread (task, verify_thread);
}

GListModel *
ter_library_verify_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ter_library_export_async (TerLibrary *self, TerPack *pack, GFile *target, TerLibraryProgressFunc progress, gpointer progress_data,
                          GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TER_IS_LIBRARY (self));
  g_return_if_fail (TER_IS_PACK (pack) && G_IS_FILE (target));

  task = whole_task_new (self, pack, target, progress, progress_data, cancellable, callback, user_data);
  g_task_set_source_tag (task, ter_library_export_async);
  g_task_run_in_thread (task, export_thread);
}

gboolean
ter_library_export_finish (TerLibrary *self, GAsyncResult *result, GError **error)
{
  return change_finish (self, result, error);
}
