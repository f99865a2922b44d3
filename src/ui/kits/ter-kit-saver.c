/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-kit-saver.h"

#include <glib/gi18n.h>

#include "ter-file-opener.h"
#include "ter-number.h"
#include "ter-save.h"
#include "ter-toast.h"

struct _TerKitSaver
{
  GtkWidget parent_instance;

  GtkLabel *label;
  GtkProgressBar *bar;

  GCancellable *cancellable; /* while saving */
};

G_DEFINE_FINAL_TYPE (TerKitSaver, ter_kit_saver, GTK_TYPE_WIDGET)

/* What a file dialog or a launcher was called for. */
typedef struct
{
  TerKitSaver *self;
  TerKitFile *file; /* nullable */
  GPtrArray *files; /* nullable */
  GFile *folder;    /* nullable */
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->self);
  g_clear_pointer (&request->file, ter_kit_file_unref);
  g_clear_pointer (&request->files, g_ptr_array_unref);
  g_clear_object (&request->folder);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static Request *
request_new (TerKitSaver *self, TerKitFile *file, GPtrArray *files)
{
  Request *request = g_new0 (Request, 1);

  request->self = g_object_ref (self);
  request->file = file != NULL ? ter_kit_file_ref (file) : NULL;
  request->files = files != NULL ? g_ptr_array_ref (files) : NULL;
  return request;
}

static GtkWindow *
get_window (TerKitSaver *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
show_error (TerKitSaver *self, const char *title, const char *text)
{
  AdwDialog *dialog;

  if (get_window (self) == NULL)
    return;
  dialog = adw_alert_dialog_new (title, text);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* A dialog that was closed, or a saving that was cancelled, is what the user wanted. */
static gboolean
is_dismissal (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
begin (TerKitSaver *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_text (self->label, _ ("Saving…"));
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
end (TerKitSaver *self)
{
  g_clear_object (&self->cancellable);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
progress_cb (guint64 done, guint64 total, gpointer user_data)
{
  TerKitSaver *self = ((Request *) user_data)->self;
  g_autofree char *done_text = ter_number_format_size (done);
  g_autofree char *total_text = ter_number_format_size (total);
  /* Translators: two sizes, such as "1.2 MB of 8 MB saved". */
  g_autofree char *text = g_strdup_printf (_ ("%s of %s saved"), done_text, total_text);

  gtk_progress_bar_set_fraction (self->bar, total > 0 ? (double) done / (double) total : 1);
  gtk_label_set_text (self->label, text);
}

static char *
describe_result (GPtrArray *files, GFile *folder)
{
  g_autofree char *name = NULL;

  if (folder == NULL)
    {
      name = g_file_get_basename (files->pdata[0]);
      return g_strdup_printf (_ ("Saved: %s"), name);
    }
  name = g_file_get_basename (folder);
  return g_strdup_printf (ngettext ("%u file saved in “%s”", "%u files saved in “%s”", files->len), files->len, name);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = ter_save_finish (result, &error);
  g_autofree char *text = NULL;

  end (request->self);
  if (files == NULL)
    {
      if (is_dismissal (error))
        {
          if (get_window (request->self) != NULL)
            ter_toast_show (GTK_WIDGET (request->self), _ ("Saving was cancelled"));
        }
      else
        show_error (request->self, _ ("Not Everything Was Saved"), error->message);
      return;
    }
  text = describe_result (files, request->folder);
  if (get_window (request->self) != NULL)
    ter_toast_show (GTK_WIDGET (request->self), text);
}

static void
folder_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  Request *data;

  request->folder = gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, &error);
  if (request->folder == NULL)
    {
      if (!is_dismissal (error))
        show_error (request->self, _ ("Nothing Was Saved"), error->message);
      return;
    }
  begin (request->self);
  data = g_steal_pointer (&request);
  ter_save_kit_async (data->files, data->folder, progress_cb, data, data->self->cancellable, saved_cb, data);
}

static void
place_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  Request *data;

  if (target == NULL)
    {
      if (!is_dismissal (error))
        show_error (request->self, _ ("Nothing Was Saved"), error->message);
      return;
    }
  begin (request->self);
  data = g_steal_pointer (&request);
  ter_save_file_async (ter_kit_file_get_file (data->file), ter_kit_file_get_sha256 (data->file), target, data->self->cancellable,
                       saved_cb, data);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (ter_file_opener_open_finish (result, &error) || is_dismissal (error))
    return;
  text = g_strdup_printf (_ ("No application of this computer opened “%s”. You can save it, then open it elsewhere."),
                          ter_kit_file_get_name (request->file));
  show_error (request->self, _ ("File Not Opened"), text);
}

static void
cancel_cb (TerKitSaver *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
ter_kit_saver_dispose (GObject *object)
{
  TerKitSaver *self = TER_KIT_SAVER (object);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), TER_TYPE_KIT_SAVER);
  /* The outer box is no bound child, so that the template leaves it. */
  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (ter_kit_saver_parent_class)->dispose (object);
}

static void
ter_kit_saver_class_init (TerKitSaverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_kit_saver_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/kits/ter-kit-saver.ui");
  gtk_widget_class_bind_template_child (widget_class, TerKitSaver, label);
  gtk_widget_class_bind_template_child (widget_class, TerKitSaver, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
ter_kit_saver_init (TerKitSaver *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ter_kit_saver_new (void)
{
  return g_object_new (TER_TYPE_KIT_SAVER, NULL);
}

/* The pack's own file: the reader is asked not to change it by its rights, and the next check would tell. */
void
ter_kit_saver_open (TerKitSaver *self, TerKitFile *file)
{
  g_return_if_fail (TER_IS_KIT_SAVER (self) && file != NULL);

  ter_file_opener_open_async (ter_kit_file_get_file (file), ter_kit_file_get_name (file), get_window (self), opened_cb,
                              request_new (self, file, NULL));
}

void
ter_kit_saver_save (TerKitSaver *self, TerKitFile *file)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (TER_IS_KIT_SAVER (self) && file != NULL);

  if (self->cancellable != NULL)
    return;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Save the File"));
  gtk_file_dialog_set_initial_name (dialog, ter_kit_file_get_name (file));
  gtk_file_dialog_save (dialog, get_window (self), NULL, place_chosen_cb, request_new (self, file, NULL));
}

void
ter_kit_saver_save_all (TerKitSaver *self, TerKit *kit)
{
  g_autoptr (GtkFileDialog) dialog = NULL;

  g_return_if_fail (TER_IS_KIT_SAVER (self) && TER_IS_KIT (kit));

  if (self->cancellable != NULL)
    return;
  dialog = gtk_file_dialog_new ();
  gtk_file_dialog_set_title (dialog, _ ("Choose Where to Save the Kit"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Save Here"));
  gtk_file_dialog_select_folder (dialog, get_window (self), NULL, folder_chosen_cb,
                                 request_new (self, NULL, ter_kit_get_files (kit)));
}
