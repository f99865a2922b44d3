/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-import-dialog.h"

#include <glib/gi18n.h>

#include "ter-actions.h"
#include "ter-button.h"
#include "ter-config.h"
#include "ter-heading.h"
#include "ter-import-content.h"
#include "ter-location.h"
#include "ter-page-body.h"
#include "ter-toast.h"

struct _TerImportDialog
{
  AdwDialog parent_instance;

  TerContext *context;
  TerImport *import;
  GCancellable *cancellable;
  char *location;       /* nullable: not known yet, or without a name */
  TerImportState shown; /* the state that is on the screen */
  gboolean known;       /* whether its pack was known then */

  GtkScrolledWindow *scroller;
  AdwWrapBox *buttons;

  /* While it is checked or installed. */
  GtkLabel *head; /* all nullable: of the content, while that is progress */
  GtkLabel *about;
  GtkProgressBar *bar;
  GtkLabel *figures;
  GtkLabel *time;
};

G_DEFINE_FINAL_TYPE (TerImportDialog, ter_import_dialog, ADW_TYPE_DIALOG)

/* ---- Progress ---- */

static void
update_progress (TerImportDialog *self)
{
  TerImportProgress progress = ter_import_get_progress (self->import);
  g_autofree char *figures = NULL;
  g_autofree char *time = NULL;

  if (self->bar == NULL)
    return;
  if (ter_import_get_state (self->import) == TER_IMPORT_INSTALLING || progress.files_total == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      gtk_label_set_text (self->figures, "");
      gtk_label_set_text (self->time, "");
      return;
    }

  figures = ter_import_content_dup_progress (&progress);
  time = ter_import_content_dup_time_left (&progress);
  gtk_progress_bar_set_fraction (self->bar, progress.bytes_total > 0
                                              ? CLAMP ((double) progress.bytes_done / (double) progress.bytes_total, 0, 1)
                                              : 0);
  gtk_label_set_text (self->figures, figures);
  gtk_label_set_text (self->time, time != NULL ? time : "");
}

/* "Marie & Cie · 1.2.0 · CLE-MARIE › Packs", as much of it as is known. */
static void
update_about (TerImportDialog *self)
{
  TerPack *pack = ter_import_get_pack (self->import);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (self->about == NULL)
    return;
  if (pack != NULL && ter_pack_get_publisher (pack) != NULL)
    g_ptr_array_add (parts, g_strdup (ter_pack_get_publisher (pack)));
  if (pack != NULL && ter_pack_get_version (pack) != NULL)
    g_ptr_array_add (parts, g_strdup_printf (_ ("version %s"), ter_pack_get_version (pack)));
  if (self->location != NULL)
    g_ptr_array_add (parts, g_strdup (self->location));
  g_ptr_array_add (parts, NULL);
  text = g_strjoinv (" · ", (char **) parts->pdata);
  gtk_label_set_text (self->about, text);
  gtk_widget_set_visible (GTK_WIDGET (self->about), *text != '\0');
}

static GtkLabel *
label_new (const char *css_class)
{
  GtkWidget *label = ter_heading_new_text ("", css_class);

  gtk_label_set_selectable (GTK_LABEL (label), FALSE);

  return GTK_LABEL (label);
}

static GtkWidget *
progress_new (TerImportDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  g_autofree char *heading = ter_import_content_dup_heading (self->import);

  gtk_widget_add_css_class (box, "ter-import");
  self->head = GTK_LABEL (ter_heading_new (heading, 2));
  self->about = label_new (NULL);
  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->figures = label_new ("numeric");
  self->time = label_new ("numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, self->head, NULL, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->time));
  update_about (self);
  update_progress (self);

  return box;
}

/* ---- Buttons ---- */

static void
cancel_cb (TerImportDialog *self)
{
  ter_import_cancel (self->import);
}

static void
close_cb (TerImportDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
install_cb (TerImportDialog *self)
{
  if (ter_import_get_state (self->import) == TER_IMPORT_READY)
    ter_import_install (self->import);
}

static void
resume_cb (TerImportDialog *self)
{
  ter_import_resume (self->import);
}

static void
copy_cb (TerImportDialog *self)
{
  g_autofree char *report = ter_import_content_dup_report (self->import);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), report);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Report copied"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  ter_toast_show (GTK_WIDGET (self), _ ("Report copied"));
}

/* The pack's home page, or else its first section. */
static const TerSection *
find_home (TerPack *pack)
{
  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    if (g_strcmp0 (ter_pack_get_section (pack, i)->view, "home") == 0)
      return ter_pack_get_section (pack, i);

  return ter_pack_get_n_sections (pack) > 0 ? ter_pack_get_section (pack, 0) : NULL;
}

static void
open_cb (TerImportDialog *self)
{
  g_autoptr (TerPack) pack = g_object_ref (ter_import_get_pack (self->import));
  const TerSection *home = find_home (pack);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  /* Closed first: it gives the keyboard back to where it was, and the page then takes it. */
  adw_dialog_close (ADW_DIALOG (self));
  if (root != NULL && home != NULL)
    gtk_widget_activate_action_variant (root, TER_ACTION_GO_TO, ter_actions_section_target (pack, home->id));
}

static GtkWidget *
add_button (TerImportDialog *self, const char *label, const char *css_class, GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  ter_button_set_wrap (GTK_BUTTON (button));
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  adw_wrap_box_append (self->buttons, button);

  return button;
}

static const char *
get_install_label (TerImportDialog *self)
{
  const TerAssessment *assessment = ter_import_get_assessment (self->import);

  if (ter_import_content_is_grave (self->import))
    return _ ("_Install All the Same");
  if (assessment->change == TER_CHANGE_SAME)
    return _ ("_Install Again");
  if (assessment->signature == TER_SIGNATURE_UNKNOWN)
    return _ ("_Accept This Publisher and Install");
  if (assessment->change == TER_CHANGE_UPDATE && ter_import_get_installed (self->import) != NULL)
    return _ ("_Update");

  return _ ("_Install");
}

/* Gives the button that goes on, which Enter presses; %NULL where nothing does. */
static GtkWidget *
add_buttons (TerImportDialog *self, TerImportState state)
{
  switch (state)
    {
    case TER_IMPORT_CHECKING:
    case TER_IMPORT_INSTALLING: add_button (self, _ ("_Cancel"), NULL, G_CALLBACK (cancel_cb)); return NULL;
    case TER_IMPORT_READY:
      add_button (self, _ ("_Cancel"), NULL, G_CALLBACK (cancel_cb));
      return add_button (self, get_install_label (self),
                         ter_import_content_is_grave (self->import) ? "destructive-action" : "suggested-action",
                         G_CALLBACK (install_cb));
    case TER_IMPORT_REFUSED:
      add_button (self, _ ("C_opy the Report"), NULL, G_CALLBACK (copy_cb));
      return add_button (self, _ ("_Close"), "suggested-action", G_CALLBACK (close_cb));
    case TER_IMPORT_INTERRUPTED:
      add_button (self, _ ("_Give Up"), NULL, G_CALLBACK (cancel_cb));
      add_button (self, _ ("_Later"), NULL, G_CALLBACK (close_cb));
      return add_button (self, _ ("_Resume"), "suggested-action", G_CALLBACK (resume_cb));
    case TER_IMPORT_DONE:
      add_button (self, _ ("_Close"), NULL, G_CALLBACK (close_cb));
      return find_home (ter_import_get_pack (self->import)) != NULL
               ? add_button (self, _ ("_Open"), "suggested-action", G_CALLBACK (open_cb))
               : NULL;
    case TER_IMPORT_CANCELLED:
    default: return NULL;
    }
}

/* ---- States ---- */

/* As high as what it shows, so that nothing is hidden that there is room for. A dialog does not follow its content by itself unless
 * it follows its width too. */
static void
fit_height (TerImportDialog *self)
{
  GtkWidget *child = adw_dialog_get_child (ADW_DIALOG (self));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  int width = adw_dialog_get_content_width (ADW_DIALOG (self));
  int height;

  if (root != NULL && gtk_widget_get_width (root) > 0)
    width = MIN (width, gtk_widget_get_width (root));
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  adw_dialog_set_content_height (ADW_DIALOG (self), height);
}

static GtkWidget *
content_new (TerImportDialog *self, TerImportState state)
{
  switch (state)
    {
    case TER_IMPORT_READY: return ter_import_content_new_ready (self->import, self->location);
    case TER_IMPORT_REFUSED: return ter_import_content_new_refused (self->import, self->location);
    case TER_IMPORT_INTERRUPTED: return ter_import_content_new_interrupted (self->import, self->location);
    case TER_IMPORT_DONE: return ter_import_content_new_done (self->import, self->location);
    case TER_IMPORT_CHECKING:
    case TER_IMPORT_INSTALLING:
    case TER_IMPORT_CANCELLED:
    default: return progress_new (self);
    }
}

static void
show_state (TerImportDialog *self, TerImportState state)
{
  g_autofree char *heading = ter_import_content_dup_heading (self->import);
  g_autofree char *line = NULL;
  GtkWidget *body, *button, *go_on, *child;

  self->head = self->about = self->figures = self->time = NULL;
  self->bar = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->buttons))) != NULL)
    adw_wrap_box_remove (self->buttons, child);
  body = ter_page_body_new (heading, content_new (self, state));
  gtk_scrolled_window_set_child (self->scroller, body);
  go_on = add_buttons (self, state);
  adw_dialog_set_default_widget (ADW_DIALOG (self), go_on);
  line = ter_import_content_dup_line (self->import);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, line, -1);
  fit_height (self);
  adw_dialog_set_can_close (ADW_DIALOG (self), state != TER_IMPORT_INSTALLING);

  /* What asks for thought is read before it is answered; else the keyboard is where the next step is. */
  button = state == TER_IMPORT_READY ? NULL : gtk_widget_get_last_child (GTK_WIDGET (self->buttons));
  if (!gtk_widget_grab_focus (button != NULL ? button : body))
    adw_dialog_set_focus (ADW_DIALOG (self), button != NULL ? button : body);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), heading, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
state_cb (TerImportDialog *self)
{
  TerImportState state = ter_import_get_state (self->import);
  gboolean known = ter_import_get_pack (self->import) != NULL;

  if (state == TER_IMPORT_CANCELLED)
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (state != self->shown || gtk_scrolled_window_get_child (self->scroller) == NULL)
    {
      show_state (self, state);
    }
  else if (known != self->known && self->head != NULL)
    {
      g_autofree char *heading = ter_import_content_dup_heading (self->import);

      gtk_label_set_text (self->head, heading);
      update_about (self);
    }
  self->shown = state;
  self->known = known;
}

static void
located_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TerImportDialog) self = user_data;

  g_free (self->location);
  self->location = ter_location_describe_finish (result);
  update_about (self);
}

/* ---- The dialog ---- */

/* Closing: what asks or reads is given up, and nothing of it is kept; what was interrupted waits for another day. */
static void
ter_import_dialog_closed (AdwDialog *dialog)
{
  TerImportDialog *self = TER_IMPORT_DIALOG (dialog);
  TerImportState state = ter_import_get_state (self->import);

  if (state == TER_IMPORT_CHECKING || state == TER_IMPORT_READY)
    ter_import_cancel (self->import);
}

static void
ter_import_dialog_dispose (GObject *object)
{
  TerImportDialog *self = TER_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->import != NULL)
    g_signal_handlers_disconnect_by_data (self->import, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TER_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->import);
  g_clear_object (&self->context);
  g_clear_pointer (&self->location, g_free);

  G_OBJECT_CLASS (ter_import_dialog_parent_class)->dispose (object);
}

static void
ter_import_dialog_class_init (TerImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_import_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = ter_import_dialog_closed;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/packs/ter-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TerImportDialog, scroller);
  gtk_widget_class_bind_template_child (widget_class, TerImportDialog, buttons);
}

static void
ter_import_dialog_init (TerImportDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (fit_height), NULL);
}

AdwDialog *
ter_import_dialog_new (TerContext *context, TerImport *import)
{
  TerImportDialog *self = g_object_new (TER_TYPE_IMPORT_DIALOG, NULL);

  g_return_val_if_fail (TER_IS_IMPORT (import), NULL);

  self->context = g_object_ref (context);
  self->import = g_object_ref (import);
  g_signal_connect_swapped (import, "notify::state", G_CALLBACK (state_cb), self);
  g_signal_connect_swapped (import, "notify::progress", G_CALLBACK (update_progress), self);
  ter_location_describe_async (ter_import_get_source (import), self->cancellable, located_cb, g_object_ref (self));
  state_cb (self);

  return ADW_DIALOG (self);
}
