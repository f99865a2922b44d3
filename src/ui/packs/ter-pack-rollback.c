/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-rollback.h"

#include <glib/gi18n.h>

#include "ter-changes-view.h"
#include "ter-pack-diff.h"
#include "ter-pack-reader.h"
#include "ter-toast.h"

/* A question under way. */
typedef struct
{
  GtkWidget *window; /* where it is asked and answered: pages come and go */
  TerContext *context;
  TerPack *pack;
  TerStore *store;
  TerStoreRecord *record;
} Rollback;

static void
rollback_free (Rollback *rollback)
{
  g_clear_object (&rollback->window);
  g_clear_object (&rollback->context);
  g_clear_object (&rollback->pack);
  g_clear_object (&rollback->store);
  g_clear_pointer (&rollback->record, ter_store_record_free);
  g_free (rollback);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rollback, rollback_free)

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Rollback) rollback = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ter_library_roll_back_finish (TER_LIBRARY (source), result, &error))
    text = g_strdup_printf (_ ("Back at version %s"), rollback->record->previous->version);
  else
    text = g_strdup_printf (_ ("%s: %s"), _ ("The former version could not be brought back"), error->message);
  ter_toast_show (rollback->window, text);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Rollback *rollback)
{
  TerLibrary *library = ter_context_get_library (rollback->context);

  if (g_str_equal (response, "back"))
    ter_library_roll_back_async (library, rollback->record->id, NULL, done_cb, rollback);
  else
    rollback_free (rollback);
}

static void
ask (Rollback *rollback, GPtrArray *changes)
{
  const TerStoreVersion *present = rollback->record->current;
  const TerStoreVersion *former = rollback->record->previous;
  g_autofree char *heading = g_strdup_printf (_ ("Go Back to Version %s?"), former->version);
  g_autofree char *body =
    g_strdup_printf (_ ("Version %s is kept: you can return to it in the same way. Your favourites and notes stay."),
                     present->version);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (dialog);

  if (changes != NULL)
    adw_alert_dialog_set_extra_child (alert, ter_changes_view_new (changes, NULL));
  adw_alert_dialog_add_responses (alert, "cancel", _ ("_Cancel"), "back", _ ("_Go Back"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "back", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "back");
  adw_alert_dialog_set_close_response (alert, "cancel");
  g_signal_connect (alert, "response", G_CALLBACK (response_cb), rollback);
  adw_dialog_present (dialog, rollback->window);
}

/* Reads the entries of both versions. What cannot be compared can be gone back to all the same. */
static void
compare_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Rollback *rollback = task_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerPackFiles) files = ter_store_load_files (rollback->store, rollback->record->previous, cancellable, &error);
  g_autoptr (TerPack) former = NULL;
  GPtrArray *changes = NULL;

  if (files != NULL)
    former = ter_pack_reader_read (files, ter_pack_get_language (rollback->pack), cancellable, &error);
  if (former != NULL)
    changes = ter_pack_diff (rollback->pack, former, cancellable, &error);
  if (changes != NULL)
    g_task_return_pointer (task, changes, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = g_task_propagate_pointer (G_TASK (result), &error);

  if (error != NULL)
    g_info ("The two versions could not be compared: %s", error->message);
  ask (user_data, changes);
}

void
ter_pack_rollback_ask (GtkWidget *widget, TerContext *context, TerPack *pack)
{
  TerLibrary *library = ter_context_get_library (context);
  const TerStoreRecord *record = ter_library_get_record (library, pack);
  g_autoptr (GTask) task = NULL;
  Rollback *rollback;

  if (record == NULL || record->previous == NULL)
    return;
  rollback = g_new0 (Rollback, 1);
  rollback->window = g_object_ref (GTK_WIDGET (gtk_widget_get_root (widget)));
  rollback->context = g_object_ref (context);
  rollback->pack = g_object_ref (pack);
  rollback->store = g_object_ref (ter_library_get_store (library));
  rollback->record = ter_store_record_copy (record);
  if (ter_pack_is_broken (pack))
    {
      ask (rollback, NULL);
      return;
    }
  task = g_task_new (NULL, NULL, compared_cb, rollback);
  g_task_set_task_data (task, rollback, NULL);
  g_task_run_in_thread (task, compare_thread);
}
