/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-welcome-dialog.h"

#include "ter-actions.h"
#include "ter-button.h"
#include "ter-config.h"

struct _TerWelcomeDialog
{
  AdwDialog parent_instance;

  GtkImage *icon;
  GtkButton *choose_button;
  GtkButton *later_button;
};

G_DEFINE_FINAL_TYPE (TerWelcomeDialog, ter_welcome_dialog, ADW_TYPE_DIALOG)

static void
choose_cb (TerWelcomeDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, TER_ACTION_CHOOSE_TERRITORY, NULL);
}

static void
later_cb (TerWelcomeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
ter_welcome_dialog_class_init (TerWelcomeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/welcome/ter-welcome-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TerWelcomeDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, TerWelcomeDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, TerWelcomeDialog, later_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_cb);
}

static void
ter_welcome_dialog_init (TerWelcomeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, TER_APP_ID);
  ter_button_set_wrap (self->choose_button);
  ter_button_set_wrap (self->later_button);
}

AdwDialog *
ter_welcome_dialog_new (void)
{
  return g_object_new (TER_TYPE_WELCOME_DIALOG, NULL);
}
