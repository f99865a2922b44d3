/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-size-row.h"

#include "ter-number.h"
#include "ter-row.h"

#define STEP 0.1

typedef struct
{
  GSettings *settings;
  char *key;
  GtkLabel *label; /* borrowed: all three are in the row */
  GtkWidget *smaller;
  GtkWidget *larger;
} SizeRow;

static void
size_row_free (gpointer data, GObject *row)
{
  SizeRow *self = data;

  g_signal_handlers_disconnect_by_data (self->settings, self);
  g_object_unref (self->settings);
  g_free (self->key);
  g_free (self);
}

static void
get_range (SizeRow *self, double *smallest, double *largest)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) key = NULL;
  g_autoptr (GVariant) range = NULL;
  g_autoptr (GVariant) bounds = NULL;

  g_object_get (self->settings, "settings-schema", &schema, NULL);
  key = g_settings_schema_get_key (schema, self->key);
  range = g_settings_schema_key_get_range (key);
  g_variant_get_child (range, 1, "v", &bounds);
  g_variant_get (bounds, "(dd)", smallest, largest);
}

static void
show_size (SizeRow *self)
{
  double size = g_settings_get_double (self->settings, self->key);
  double smallest, largest;
  g_autofree char *text = ter_number_format_unit (size * 100, 0, "%");

  get_range (self, &smallest, &largest);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_sensitive (self->smaller, size > smallest + STEP / 2);
  gtk_widget_set_sensitive (self->larger, size < largest - STEP / 2);
}

static void
step_cb (SizeRow *self, GtkWidget *button)
{
  double size = g_settings_get_double (self->settings, self->key) + (button == self->larger ? STEP : -STEP);
  double smallest, largest;
  g_autofree char *text = NULL;

  get_range (self, &smallest, &largest);
  g_settings_set_double (self->settings, self->key, CLAMP (size, smallest, largest));
  text = ter_number_format_unit (g_settings_get_double (self->settings, self->key) * 100, 0, "%");
  gtk_accessible_announce (GTK_ACCESSIBLE (button), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static GtkWidget *
button_new (SizeRow *self, const char *icon_name, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (step_cb), self);

  return button;
}

GtkWidget *
ter_size_row_new (const char *title, const char *subtitle, const char *smaller, const char *larger, GSettings *settings,
                  const char *key)
{
  GtkWidget *row = ter_row_new (title, subtitle);
  SizeRow *self = g_new0 (SizeRow, 1);
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  self->settings = g_object_ref (settings);
  self->key = g_strdup (key);
  self->smaller = button_new (self, "list-remove-symbolic", smaller);
  self->label = GTK_LABEL (gtk_label_new (NULL));
  self->larger = button_new (self, "list-add-symbolic", larger);
  gtk_label_set_width_chars (self->label, 6);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->smaller);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), GTK_WIDGET (self->label));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->larger);
  g_signal_connect_swapped (settings, signal, G_CALLBACK (show_size), self);
  g_object_weak_ref (G_OBJECT (row), size_row_free, self);
  show_size (self);

  return row;
}
