/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-choice.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

/* More are a list that opens. */
#define MOST_BUTTONS 4
#define MOST_BUTTON_LETTERS 24

#define SLIDER_WIDTH 180

struct _TerFigureChoice
{
  GtkBox parent_instance;
  TerFigureParams *params;
  GPtrArray *labels; /* of char*, one a choice */
  GtkWidget *control;
  guint choice;
  gboolean side_by_side;
};

G_DEFINE_FINAL_TYPE (TerFigureChoice, ter_figure_choice, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_CHOICE,
  PROP_SIDE_BY_SIDE,
  N_PROPERTIES
};
static GParamSpec *properties[N_PROPERTIES];

static void
set_choice (TerFigureChoice *self, guint choice)
{
  if (choice >= self->labels->len || choice == self->choice)
    return;
  self->choice = choice;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOICE]);
}

/* ---- A slider ---- */

static guint
find_choice (TerFigureChoice *self, double value)
{
  double first = ter_figure_params_get_number (self->params, 0), step = ter_figure_params_get_number (self->params, 1) - first;

  return (guint) CLAMP (round ((value - first) / step), 0, self->labels->len - 1);
}

static char *
format_cb (GtkScale *scale, double value, gpointer self)
{
  return g_strdup (((TerFigureChoice *) self)->labels->pdata[find_choice (self, value)]);
}

static void
slid_cb (TerFigureChoice *self)
{
  set_choice (self, find_choice (self, gtk_range_get_value (GTK_RANGE (self->control))));
}

/* The thumb stands on choices only. */
static gboolean
change_value_cb (GtkRange *range, GtkScrollType scroll, double value, TerFigureChoice *self)
{
  gtk_range_set_value (range, ter_figure_params_get_number (self->params, find_choice (self, value)));
  return GDK_EVENT_STOP;
}

static GtkWidget *
slider_new (TerFigureChoice *self)
{
  guint last = self->labels->len - 1;
  double from = ter_figure_params_get_number (self->params, 0), to = ter_figure_params_get_number (self->params, last);
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, from, to, (to - from) / last);

  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_scale_set_format_value_func (GTK_SCALE (scale), format_cb, self, NULL);
  for (guint i = 0; i <= last; i++)
    gtk_scale_add_mark (GTK_SCALE (scale), ter_figure_params_get_number (self->params, i), GTK_POS_BOTTOM, NULL);
  gtk_range_set_value (GTK_RANGE (scale), ter_figure_params_get_number (self->params, self->choice));
  gtk_widget_set_size_request (scale, SLIDER_WIDTH, -1);
  g_signal_connect (scale, "change-value", G_CALLBACK (change_value_cb), self);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (slid_cb), self);
  return scale;
}

/* ---- Buttons, or a list ---- */

static void
toggled_cb (TerFigureChoice *self)
{
  set_choice (self, adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->control)));
}

static GtkWidget *
buttons_new (TerFigureChoice *self)
{
  GtkWidget *group = adw_toggle_group_new ();

  for (guint i = 0; i < self->labels->len; i++)
    {
      AdwToggle *toggle = adw_toggle_new ();

      adw_toggle_set_label (toggle, self->labels->pdata[i]);
      adw_toggle_group_add (ADW_TOGGLE_GROUP (group), toggle);
    }
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), self->choice);
  g_signal_connect_swapped (group, "notify::active", G_CALLBACK (toggled_cb), self);
  return group;
}

static void
selected_cb (TerFigureChoice *self)
{
  set_choice (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control)));
}

static GtkWidget *
list_new (TerFigureChoice *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < self->labels->len; i++)
    gtk_string_list_append (strings, self->labels->pdata[i]);
  list = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (strings)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), self->choice);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (selected_cb), self);
  return list;
}

static gboolean
fits_in_buttons (TerFigureChoice *self)
{
  glong letters = 0;

  for (guint i = 0; i < self->labels->len; i++)
    letters += g_utf8_strlen (self->labels->pdata[i], -1);
  return self->labels->len <= MOST_BUTTONS && letters <= MOST_BUTTON_LETTERS;
}

static GtkWidget *
control_new (TerFigureChoice *self)
{
  if (ter_figure_params_is_range (self->params) && self->labels->len > 1)
    return slider_new (self);
  return fits_in_buttons (self) ? buttons_new (self) : list_new (self);
}

/* ---- Side by side ---- */

static void
side_by_side_cb (TerFigureChoice *self, GParamSpec *pspec, GtkToggleButton *button)
{
  self->side_by_side = gtk_toggle_button_get_active (button);
  gtk_widget_set_sensitive (self->control, !self->side_by_side);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_BY_SIDE]);
}

static GtkWidget *
side_by_side_button_new (TerFigureChoice *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label (_ ("Side by Side"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "notify::active", G_CALLBACK (side_by_side_cb), self);
  return button;
}

/* ---- The object ---- */

static void
ter_figure_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  TerFigureChoice *self = TER_FIGURE_CHOICE (object);

  switch (id)
    {
    case PROP_CHOICE: g_value_set_uint (value, self->choice); break;
    case PROP_SIDE_BY_SIDE: g_value_set_boolean (value, self->side_by_side); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ter_figure_choice_finalize (GObject *object)
{
  g_clear_pointer (&TER_FIGURE_CHOICE (object)->labels, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_figure_choice_parent_class)->finalize (object);
}

static void
ter_figure_choice_class_init (TerFigureChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ter_figure_choice_get_property;
  object_class->finalize = ter_figure_choice_finalize;
  properties[PROP_CHOICE] = g_param_spec_uint ("choice", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SIDE_BY_SIDE] =
    g_param_spec_boolean ("side-by-side", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ter_figure_choice_init (TerFigureChoice *self)
{
  self->labels = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
ter_figure_choice_new (TerFigureParams *params, TerTable *table, gboolean with_side_by_side)
{
  TerFigureChoice *self;
  g_autofree char *title = NULL;
  GtkWidget *row, *label;

  g_return_val_if_fail (params != NULL && ter_figure_params_get_n_choices (params) > 0 && TER_IS_TABLE (table), NULL);

  self = g_object_new (TER_TYPE_FIGURE_CHOICE, NULL);
  self->params = params;
  self->choice = ter_figure_params_get_initial (params);
  for (guint i = 0; i < ter_figure_params_get_n_choices (params); i++)
    g_ptr_array_add (self->labels, ter_figure_params_dup_label (params, i, table));
  title = ter_figure_params_dup_title (params, table);
  row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6, "hexpand", TRUE, NULL);
  label = gtk_label_new (title);
  self->control = control_new (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (row), label);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->control);
  if (with_side_by_side)
    adw_wrap_box_append (ADW_WRAP_BOX (row), side_by_side_button_new (self));
  gtk_box_append (GTK_BOX (self), row);
  return GTK_WIDGET (self);
}

guint
ter_figure_choice_get_choice (TerFigureChoice *self)
{
  g_return_val_if_fail (TER_IS_FIGURE_CHOICE (self), 0);
  return self->choice;
}

gboolean
ter_figure_choice_get_side_by_side (TerFigureChoice *self)
{
  g_return_val_if_fail (TER_IS_FIGURE_CHOICE (self), FALSE);
  return self->side_by_side;
}
