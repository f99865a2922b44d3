/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-import.h"

#include <glib/gi18n-lib.h>

#include "ter-import-job.h"
#include "ter-store-private.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)
/* How long the pace is watched before it is believed. */
#define PACE_SECONDS 2.0

enum
{
  PROP_0,
  PROP_STATE,
  PROP_PROGRESS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

struct _TerImport
{
  GObject parent_instance;

  TerLibrary *library;
  TerStore *store;
  GFile *source;
  GPtrArray *packs; /* what can be read now: an update is described against the pack of its id */
  char *language;   /* of titles */
  char *index;      /* the file of the library's index */

  GCancellable *cancellable;
  TerImportState state;
  TerImportProgress progress;
  guint64 bytes_before; /* of this try, when its pace began to be watched */
  gint64 began_at;
  TerImportFindings *findings; /* nullable: nothing is known yet */
  GListStore *issues;
  GError *error;
};

G_DEFINE_FINAL_TYPE (TerImport, ter_import, G_TYPE_OBJECT)

static void
set_state (TerImport *self, TerImportState state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
ter_import_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  TerImport *self = TER_IMPORT (object);

  switch (property_id)
    {
    case PROP_STATE: g_value_set_int (value, self->state); break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress.bytes_total > 0
                                   ? (double) self->progress.bytes_done / (double) self->progress.bytes_total
                                   : 0);
      break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
ter_import_finalize (GObject *object)
{
  TerImport *self = TER_IMPORT (object);

  g_clear_pointer (&self->findings, ter_import_findings_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->issues);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->source);
  g_clear_object (&self->store);
  g_clear_object (&self->library);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_free (self->language);
  g_free (self->index);
  G_OBJECT_CLASS (ter_import_parent_class)->finalize (object);
}

static void
ter_import_class_init (TerImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ter_import_get_property;
  object_class->finalize = ter_import_finalize;

  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, 0, TER_IMPORT_CANCELLED, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ter_import_init (TerImport *self)
{
  self->issues = g_list_store_new (TER_TYPE_ISSUE);
  self->progress.seconds_left = -1;
}

/* (transfer full) */
static TerImport *
make_import (TerLibrary *library, GFile *source)
{
  TerImport *self = g_object_new (TER_TYPE_IMPORT, NULL);
  GListModel *packs = ter_library_get_packs (library);

  self->library = g_object_ref (library);
  self->store = g_object_ref (ter_library_get_store (library));
  self->source = g_object_ref (source);
  self->packs = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (packs); i++)
    g_ptr_array_add (self->packs, g_list_model_get_item (packs, i));
  self->language = g_strdup (ter_library_get_language (library));
  self->index = ter_library_dup_index (library);
  return self;
}

/* ---- News from the thread ---- */

static int
estimate (TerImport *self, const TerStageProgress *progress)
{
  const double seconds = (double) (g_get_monotonic_time () - self->began_at) / G_USEC_PER_SEC;
  const double read = (double) progress->bytes_done - (double) self->bytes_before;

  if (seconds < PACE_SECONDS || read <= 0)
    return -1;
  return (int) ((double) (progress->bytes_total - progress->bytes_done) / (read / seconds)) + 1;
}

typedef struct
{
  GTask *task;
  TerStageProgress progress;
  TerImportFindings *findings; /* nullable */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_clear_pointer (&news->findings, ter_import_findings_unref);
  g_object_unref (news->task);
  g_free (news);
}

static gboolean
news_cb (gpointer user_data)
{
  const News *news = user_data;
  TerImport *self = g_task_get_source_object (news->task);

  /* An earlier try that was cancelled has nothing to say any more. */
  if (g_task_get_cancellable (news->task) != self->cancellable)
    return G_SOURCE_REMOVE;
  if (news->findings != NULL)
    {
      g_clear_pointer (&self->findings, ter_import_findings_unref);
      self->findings = ter_import_findings_ref (news->findings);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
      return G_SOURCE_REMOVE;
    }
  if (self->began_at == 0)
    {
      self->began_at = g_get_monotonic_time ();
      self->bytes_before = news->progress.bytes_done;
    }
  self->progress = (TerImportProgress) { news->progress.files_done, news->progress.files_total, news->progress.bytes_done,
                                         news->progress.bytes_total, estimate (self, &news->progress) };
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
  return G_SOURCE_REMOVE;
}

/* Same priority as the task's own callback, so that none comes after it. */
static void
send_news (GTask *task, const TerStageProgress *progress, TerImportFindings *findings)
{
  g_autoptr (GSource) source = g_idle_source_new ();
  News *news = g_new0 (News, 1);

  news->task = g_object_ref (task);
  if (progress != NULL)
    news->progress = *progress;
  if (findings != NULL)
    news->findings = ter_import_findings_ref (findings);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, g_task_get_context (task));
}

typedef struct
{
  GTask *task;
  gint64 sent_at;
} Sender;

static void
progress_cb (const TerStageProgress *progress, gpointer user_data)
{
  Sender *sender = user_data;
  const gint64 now = g_get_monotonic_time ();

  if (now - sender->sent_at < PROGRESS_INTERVAL && progress->bytes_done < progress->bytes_total)
    return;
  sender->sent_at = now;
  send_news (sender->task, progress, NULL);
}

static void
findings_cb (TerImportFindings *findings, gpointer user_data)
{
  send_news (((Sender *) user_data)->task, NULL, findings);
}

/* ---- Turns ---- */

typedef struct
{
  guint64 number;
  char *manifest_sha256; /* nullable: of what is given up, where it is known */
} Turn;

static void
turn_free (gpointer data)
{
  Turn *turn = data;

  g_free (turn->manifest_sha256);
  g_free (turn);
}

static void
run_in_turn (GTask *task, const TerImportFindings *findings, GTaskThreadFunc func)
{
  TerImport *self = g_task_get_source_object (task);
  Turn *turn = g_new0 (Turn, 1);

  turn->number = ter_store_take_turn (self->store);
  turn->manifest_sha256 = findings != NULL ? g_strdup (findings->manifest_sha256) : NULL;
  g_task_set_task_data (task, turn, turn_free);
  g_task_run_in_thread (task, func);
}

/* ---- Giving up ---- */

static void
give_up_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TerImport *self = TER_IMPORT (source);
  const Turn *turn = task_data;

  ter_store_begin_turn (self->store, turn->number);
  ter_import_job_give_up (self->store, self->source, turn->manifest_sha256);
  ter_store_end_turn (self->store);
  g_task_return_boolean (task, TRUE);
}

static void
give_up (TerImport *self, const TerImportFindings *findings)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  g_task_set_source_tag (task, give_up);
  run_in_turn (task, findings, give_up_thread);
}

/* ---- Checking ---- */

static void
check_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TerImport *self = TER_IMPORT (source);
  Sender sender = { task };
  GError *error = NULL;
  TerImportFindings *findings;

  ter_store_begin_turn (self->store, ((const Turn *) task_data)->number);
  findings = ter_import_job_check (self->store, self->source, self->packs, self->language, progress_cb, findings_cb, &sender,
                                   cancellable, &error);
  ter_store_end_turn (self->store);
  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) ter_import_findings_unref);
  else
    g_task_return_error (task, error);
}

static void
take_findings (TerImport *self, TerImportFindings *findings)
{
  g_clear_pointer (&self->findings, ter_import_findings_unref);
  self->findings = findings;
  g_list_store_remove_all (self->issues);
  for (guint i = 0; i < findings->issues->len; i++)
    g_list_store_append (self->issues, g_ptr_array_index (findings->issues, i));
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TerImport *self = TER_IMPORT (source);
  g_autoptr (GError) error = NULL;
  TerImportFindings *findings = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->state != TER_IMPORT_CHECKING || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_pointer (&findings, ter_import_findings_unref);
      return;
    }
  if (findings != NULL)
    {
      take_findings (self, findings);
      set_state (self, findings->refused ? TER_IMPORT_REFUSED : TER_IMPORT_READY);
      return;
    }
  g_clear_error (&self->error);
  self->error = g_steal_pointer (&error);
  set_state (self,
             g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED) ? TER_IMPORT_REFUSED : TER_IMPORT_INTERRUPTED);
}

static void
begin (TerImport *self)
{
  g_autoptr (GTask) task = NULL;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_clear_error (&self->error);
  self->began_at = 0;
  self->progress.seconds_left = -1;
  task = g_task_new (self, self->cancellable, checked_cb, NULL);
  g_task_set_source_tag (task, begin);
  /* The thread tells a cancellation by what it leaves behind, not the task. */
  g_task_set_check_cancellable (task, FALSE);
  self->state = TER_IMPORT_CHECKING;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  run_in_turn (task, NULL, check_thread);
}

TerImport *
ter_import_new (TerLibrary *library, GFile *source)
{
  TerImport *self;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && ter_library_get_store (library) != NULL, NULL);
  g_return_val_if_fail (G_IS_FILE (source), NULL);

  self = make_import (library, source);
  begin (self);
  return self;
}

/* Says that an earlier run of the app did not finish it. */
static void
set_unfinished (TerImport *self)
{
  g_set_error_literal (
    &self->error, G_IO_ERROR, G_IO_ERROR_FAILED,
    _ ("This import was not finished. If the pack is on a USB key, plug the key in, then resume: what was read is kept."));
  self->state = TER_IMPORT_INTERRUPTED;
}

GPtrArray *
ter_import_list_unfinished (TerLibrary *library)
{
  GPtrArray *imports = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) sources = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (library), imports);

  if (ter_library_get_store (library) == NULL)
    return imports;
  sources = ter_stage_list_unfinished (ter_library_get_store (library));
  for (guint i = 0; i < sources->len; i++)
    {
      TerImport *import = make_import (library, g_ptr_array_index (sources, i));

      set_unfinished (import);
      g_ptr_array_add (imports, import);
    }
  return imports;
}

/* ---- Cancelling and resuming ---- */

void
ter_import_cancel (TerImport *self)
{
  g_return_if_fail (TER_IS_IMPORT (self));

  switch (self->state)
    {
    case TER_IMPORT_CHECKING:
    case TER_IMPORT_INSTALLING:
      g_cancellable_cancel (self->cancellable);
      /* Past the switch an installation goes on to its end, and says so. */
      if (self->state == TER_IMPORT_INSTALLING)
        break;
      /* Its thread may have come to its end, or to an error, and leave what it read. */
      give_up (self, self->findings);
      set_state (self, TER_IMPORT_CANCELLED);
      break;
    case TER_IMPORT_READY:
    case TER_IMPORT_INTERRUPTED:
      give_up (self, self->findings);
      set_state (self, TER_IMPORT_CANCELLED);
      break;
    case TER_IMPORT_REFUSED:
    case TER_IMPORT_DONE:
    case TER_IMPORT_CANCELLED:
    default: break;
    }
}

void
ter_import_resume (TerImport *self)
{
  g_return_if_fail (TER_IS_IMPORT (self));

  if (self->state == TER_IMPORT_INTERRUPTED)
    begin (self);
}

/* ---- Installing ---- */

static void
install_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  TerImport *self = TER_IMPORT (source);
  GError *error = NULL;

  if (ter_import_job_install (self->store, task_data, self->index, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
installed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TerImport *self = TER_IMPORT (source);

  g_clear_error (&self->error);
  if (g_task_propagate_boolean (G_TASK (result), &self->error))
    {
      /* Whoever looks while the packs change sees that it is done. */
      self->state = TER_IMPORT_DONE;
      ter_library_show_installed (self->library);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
      return;
    }
  if (g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      give_up (self, self->findings);
      set_state (self, TER_IMPORT_CANCELLED);
      return;
    }
  set_state (self, TER_IMPORT_INTERRUPTED);
}

void
ter_import_install (TerImport *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (TER_IS_IMPORT (self));
  g_return_if_fail (self->state == TER_IMPORT_READY);

  task = g_task_new (self, self->cancellable, installed_cb, NULL);
  g_task_set_source_tag (task, ter_import_install);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, ter_import_findings_ref (self->findings), (GDestroyNotify) ter_import_findings_unref);
  set_state (self, TER_IMPORT_INSTALLING);
  g_task_run_in_thread (task, install_thread);
}

/* ---- What is known ---- */

TerImportState
ter_import_get_state (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), TER_IMPORT_CANCELLED);

  return self->state;
}

TerImportProgress
ter_import_get_progress (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), (TerImportProgress) { 0 });

  return self->progress;
}

GFile *
ter_import_get_source (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->source;
}

TerPack *
ter_import_get_pack (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->findings != NULL ? self->findings->pack : NULL;
}

const TerAssessment *
ter_import_get_assessment (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->findings != NULL ? self->findings->assessment : NULL;
}

guint64
ter_import_get_size (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), 0);

  return self->findings != NULL ? self->findings->size : 0;
}

const TerStoreVersion *
ter_import_get_installed (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->findings != NULL ? self->findings->installed : NULL;
}

GPtrArray *
ter_import_get_changes (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->findings != NULL ? self->findings->changes : NULL;
}

GListModel *
ter_import_get_issues (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return G_LIST_MODEL (self->issues);
}

const GError *
ter_import_get_error (TerImport *self)
{
  g_return_val_if_fail (TER_IS_IMPORT (self), NULL);

  return self->error;
}
