/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-preferences-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-config.h"
#include "ter-number.h"

struct _TerPreferencesDialog
{
  AdwPreferencesDialog parent_instance;

  TerContext *context;
  gboolean listening;   /* what is shown at first is not yet a choice */

  AdwComboRow *scheme_row;
  AdwComboRow *text_row;
  AdwComboRow *presentation_row;
};

G_DEFINE_FINAL_TYPE (TerPreferencesDialog, ter_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
static const int text_sizes[] = { 90, 100, 115, 130, 150, 175, 200 };
static const int presentation_sizes[] = { 120, 140, 160, 180, 200, 250, 300 };

static GSettings *
get_settings (TerPreferencesDialog *self)
{
  return ter_context_get_settings (self->context);
}

static void
scheme_cb (TerPreferencesDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->scheme_row);

  if (!self->listening || selected >= G_N_ELEMENTS (schemes))
    return;
  if (get_settings (self) != NULL)
    g_settings_set_enum (get_settings (self), "color-scheme", schemes[selected]);
  else
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[selected]);
}

static void
set_scale (TerPreferencesDialog *self,
           const char           *key,
           const int            *sizes,
           AdwComboRow          *row)
{
  if (self->listening && get_settings (self) != NULL)
    g_settings_set_double (get_settings (self), key, sizes[adw_combo_row_get_selected (row)] / 100.0);
}

static void
text_cb (TerPreferencesDialog *self)
{
  set_scale (self, "text-scale", text_sizes, self->text_row);
}

static void
presentation_cb (TerPreferencesDialog *self)
{
  set_scale (self, "presentation-scale", presentation_sizes, self->presentation_row);
}

static void
clear_cb (TerPreferencesDialog *self)
{
  g_autoptr (GError) error = NULL;
  const char *text = _("List cleared");

  if (!ter_user_state_clear_recent (ter_context_get_user_state (self->context), &error))
    text = error->message;
  adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                    g_object_new (ADW_TYPE_TOAST, "use-markup", FALSE, "title", text, NULL));
}

/* Offers @sizes, and selects the nearest to what is set. */
static void
fill_sizes (AdwComboRow *row,
            const int   *sizes,
            gsize        n_sizes,
            double       scale)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint nearest = 0;

  for (gsize i = 0; i < n_sizes; i++)
    {
      gtk_string_list_take (list, ter_number_format_unit (sizes[i], 0, "%"));
      if (fabs (sizes[i] - scale * 100) < fabs (sizes[nearest] - scale * 100))
        nearest = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
  adw_combo_row_set_selected (row, nearest);
}

static void
show_settings (TerPreferencesDialog *self)
{
  GSettings *settings = get_settings (self);
  AdwColorScheme scheme = adw_style_manager_get_color_scheme (adw_style_manager_get_default ());

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (schemes[i] == scheme)
      adw_combo_row_set_selected (self->scheme_row, i);

  /* Without settings the sizes are changed from the keyboard alone. */
  gtk_widget_set_visible (GTK_WIDGET (self->text_row), settings != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->presentation_row), settings != NULL);
  if (settings == NULL)
    return;
  fill_sizes (self->text_row, text_sizes, G_N_ELEMENTS (text_sizes), g_settings_get_double (settings, "text-scale"));
  fill_sizes (self->presentation_row, presentation_sizes, G_N_ELEMENTS (presentation_sizes),
              g_settings_get_double (settings, "presentation-scale"));
}

static void
ter_preferences_dialog_dispose (GObject *object)
{
  TerPreferencesDialog *self = TER_PREFERENCES_DIALOG (object);

  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), TER_TYPE_PREFERENCES_DIALOG);

  G_OBJECT_CLASS (ter_preferences_dialog_parent_class)->dispose (object);
}

static void
ter_preferences_dialog_class_init (TerPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_preferences_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, TER_APP_PATH "/preferences/ter-preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TerPreferencesDialog, scheme_row);
  gtk_widget_class_bind_template_child (widget_class, TerPreferencesDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, TerPreferencesDialog, presentation_row);
  gtk_widget_class_bind_template_callback (widget_class, scheme_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_cb);
  gtk_widget_class_bind_template_callback (widget_class, presentation_cb);
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
  show_settings (self);
  self->listening = TRUE;

  return ADW_DIALOG (self);
}
