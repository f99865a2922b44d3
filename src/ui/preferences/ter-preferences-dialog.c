/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-preferences-dialog.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-size-row.h"
#include "ter-toast.h"

struct _TerPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  TerContext *context;
  gboolean listening; /* what is shown at first is not yet a choice */

  AdwToggleGroup *scheme_group;
  AdwPreferencesGroup *sizes_group;
};

G_DEFINE_FINAL_TYPE (TerPreferencesDialog, ter_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const struct
{
  const char *name;
  AdwColorScheme scheme;
} schemes[] = {
  { "default", ADW_COLOR_SCHEME_DEFAULT },
  { "force-light", ADW_COLOR_SCHEME_FORCE_LIGHT },
  { "force-dark", ADW_COLOR_SCHEME_FORCE_DARK },
};

static void
scheme_cb (TerPreferencesDialog *self)
{
  const char *name = adw_toggle_group_get_active_name (self->scheme_group);
  GSettings *settings;

  if (!self->listening)
    return;
  settings = ter_context_get_settings (self->context);
  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      if (g_strcmp0 (schemes[i].name, name) != 0)
        continue;
      if (settings != NULL)
        g_settings_set_enum (settings, "color-scheme", schemes[i].scheme);
      else
        adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i].scheme);
    }
}

static void
clear_cb (TerPreferencesDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *text = _ ("List cleared");

  if (!ter_user_state_clear_recent (ter_context_get_user_state (self->context), &error))
    text = error->message;
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self), ter_toast_new (text));
}

static void
show_scheme (TerPreferencesDialog *self)
{
  AdwColorScheme scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (schemes[i].scheme == scheme)
      adw_toggle_group_set_active_name (self->scheme_group, schemes[i].name);
}

static void
add_sizes (TerPreferencesDialog *self)
{
  GSettings *settings = ter_context_get_settings (self->context);

  /* Without settings the sizes are changed from the keyboard alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->sizes_group), settings != NULL);
  if (settings == NULL)
    return;
  adw_preferences_group_add (self->sizes_group, ter_size_row_new (_ ("In the Window"), NULL, _ ("Smaller text"), _ ("Larger text"),
                                                                  settings, "text-scale"));
  adw_preferences_group_add (self->sizes_group,
                             ter_size_row_new (_ ("In Full Screen"), _ ("To be read from the back of a room (F11)"),
                                               _ ("Smaller text in full screen"), _ ("Larger text in full screen"), settings,
                                               "presentation-scale"));
}

static void
ter_preferences_dialog_dispose (GObject *object)
{
  TerPreferencesDialog *self = TER_PREFERENCES_DIALOG (object);

  g_clear_object (&self->context);

  G_OBJECT_CLASS (ter_preferences_dialog_parent_class)->dispose (object);
}

static void
ter_preferences_dialog_class_init (TerPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/preferences/ter-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TerPreferencesDialog, scheme_group);
  gtk_widget_class_bind_template_child (widget_class, TerPreferencesDialog, sizes_group);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
}

static void
ter_preferences_dialog_init (TerPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
ter_preferences_dialog_new (TerContext *context)
{
  TerPreferencesDialog *self = g_object_new (TER_TYPE_PREFERENCES_DIALOG, NULL);

  self->context = g_object_ref (context);
  show_scheme (self);
  add_sizes (self);
  self->listening = TRUE;

  return ADW_DIALOG (self);
}
