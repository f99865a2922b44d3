/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-calendar-export.h"
#include "ter-config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-icalendar.h"
#include "ter-save.h"
#include "ter-toast.h"

/* One export under way. The widget may leave its window meanwhile: then nothing is said. */
typedef struct
{
  GtkWidget *parent;
  TerWebinar *webinar;
  GDateTime *now;
  GFile *file;
} Export;

static Export *
export_new (GtkWidget *parent, TerWebinar *webinar, GDateTime *now)
{
  Export *self = g_new0 (Export, 1);

  self->parent = g_object_ref (parent);
  self->webinar = g_object_ref (webinar);
  self->now = g_date_time_ref (now);
  return self;
}

static void
export_free (Export *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->webinar);
  g_date_time_unref (self->now);
  g_clear_object (&self->file);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static GtkWindow *
export_window (Export *self)
{
  GtkRoot *root = gtk_widget_get_root (self->parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static char *
export_write (Export *self)
{
  g_autoptr (GPtrArray) webinars = g_ptr_array_new ();

  g_ptr_array_add (webinars, self->webinar);
  return ter_icalendar_write (webinars, NULL, self->now);
}

static void
show_error (Export *self, const char *title, const char *text)
{
  AdwDialog *dialog;

  if (export_window (self) == NULL)
    return;
  dialog = adw_alert_dialog_new (title, text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, self->parent);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = ter_save_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (files == NULL)
    {
      show_error (self, _ ("File Not Saved"), error->message);
      return;
    }
  name = g_file_get_basename (self->file);
  text = g_strdup_printf (_ ("Saved: %s"), name);
  if (export_window (self) != NULL)
    ter_toast_show (self->parent, text);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GFile *file;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file == NULL)
    {
      if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
        show_error (self, _ ("File Not Saved"), error->message);
      return;
    }
  file = self->file;
  text = export_write (self);
  ter_save_text_async (text, file, NULL, saved_cb, g_steal_pointer (&self));
}

void
ter_calendar_export_save (GtkWidget *parent, TerWebinar *webinar, GDateTime *now)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = NULL;
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TER_IS_WEBINAR (webinar) && now != NULL);

  self = export_new (parent, webinar, now);
  name = ter_icalendar_dup_name (webinar);
  gtk_file_filter_set_name (filter, _ ("Calendar files"));
  gtk_file_filter_add_mime_type (filter, "text/calendar");
  gtk_file_filter_add_suffix (filter, "ics");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Save the Calendar File"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_save (dialog, export_window (self), NULL, chosen_cb, self);
}

static void
response_cb (AdwAlertDialog *dialog, const char *response, Export *self)
{
  if (g_str_equal (response, "save"))
    ter_calendar_export_save (self->parent, self->webinar, self->now);
}

/* No calendar took it: the file is still good. */
static void
offer_to_save (Export *self)
{
  AdwDialog *dialog;

  if (export_window (self) == NULL)
    return;
  dialog =
    adw_alert_dialog_new (_ ("No Calendar Found"),
                          _ ("You can save the webinar as a file, then open this file in your calendar or send it to someone."));
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "save", _ ("_Save…"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "save");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), export_new (self->parent, self->webinar, self->now),
                         (GClosureNotify) export_free, 0);
  adw_dialog_present (dialog, self->parent);
}

static void
launched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    offer_to_save (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Export) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = ter_save_finish (result, &error);
  g_autoptr (GtkFileLauncher) launcher = NULL;
  GtkWindow *window = export_window (self);

  if (files == NULL)
    {
      show_error (self, _ ("File Not Saved"), error->message);
      return;
    }
  launcher = gtk_file_launcher_new (self->file);
  gtk_file_launcher_launch (launcher, window, NULL, launched_cb, g_steal_pointer (&self));
}

void
ter_calendar_export_open (GtkWidget *parent, TerWebinar *webinar, GDateTime *now)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  Export *self;

  g_return_if_fail (GTK_IS_WIDGET (parent) && TER_IS_WEBINAR (webinar) && now != NULL);

  self = export_new (parent, webinar, now);
  name = ter_icalendar_dup_name (webinar);
  folder = g_build_filename (g_get_user_cache_dir (), "territoires", "agenda", NULL);
  g_mkdir_with_parents (folder, 0700);
  path = g_build_filename (folder, name, NULL);
  self->file = g_file_new_for_path (path);
  text = export_write (self);
  ter_save_text_async (text, self->file, NULL, written_cb, self);
}
