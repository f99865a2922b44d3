/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-choice.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define SLIDER_WIDTH 180

struct _TerFigureChoice
{
  GtkBox parent_instance;
  TerFigureParams *params;
  GPtrArray *labels; /* of char*, one a choice */
  GtkWidget *control;
  TerFigureChoices choices;
};

G_DEFINE_FINAL_TYPE (TerFigureChoice, ter_figure_choice, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
choose (TerFigureChoice *self, TerFigureChoices choices)
{
  if (ter_figure_choices_equal (&self->choices, &choices))
    return;
  self->choices = choices;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
choose_one (TerFigureChoice *self, guint choice)
{
  choose (self, ter_figure_choices_with_choice (self->choices, choice));
}

/* ---- A slider ---- */

static char *
format_cb (GtkScale *scale, double value, gpointer self)
{
  const TerFigureChoice *choice = self;

  return g_strdup (choice->labels->pdata[ter_figure_choices_find_number (choice->params, value)]);
}

static void
slid_cb (TerFigureChoice *self)
{
  choose_one (self, ter_figure_choices_find_number (self->params, gtk_range_get_value (GTK_RANGE (self->control))));
}

/* The thumb stands on choices only. */
static gboolean
change_value_cb (GtkRange *range, GtkScrollType scroll, double value, TerFigureChoice *self)
{
  gtk_range_set_value (range, ter_figure_params_get_number (self->params, ter_figure_choices_find_number (self->params, value)));
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
  gtk_range_set_value (GTK_RANGE (scale), ter_figure_params_get_number (self->params, self->choices.choice));
  gtk_widget_set_size_request (scale, SLIDER_WIDTH, -1);
  g_signal_connect (scale, "change-value", G_CALLBACK (change_value_cb), self);
  g_signal_connect_swapped (scale, "value-changed", G_CALLBACK (slid_cb), self);
  return scale;
}

/* ---- Buttons, or a list ---- */

static void
toggled_cb (TerFigureChoice *self)
{
  choose_one (self, adw_toggle_group_get_active (ADW_TOGGLE_GROUP (self->control)));
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
  adw_toggle_group_set_active (ADW_TOGGLE_GROUP (group), self->choices.choice);
  g_signal_connect_swapped (group, "notify::active", G_CALLBACK (toggled_cb), self);
  return group;
}

static void
selected_cb (TerFigureChoice *self)
{
  choose_one (self, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->control)));
}

static GtkWidget *
list_new (TerFigureChoice *self)
{
  g_autoptr (GtkStringList) strings = gtk_string_list_new (NULL);
  GtkWidget *list;

  for (guint i = 0; i < self->labels->len; i++)
    gtk_string_list_append (strings, self->labels->pdata[i]);
  list = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (strings)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), self->choices.choice);
  g_signal_connect_swapped (list, "notify::selected", G_CALLBACK (selected_cb), self);
  return list;
}

static GtkWidget *
control_new (TerFigureChoice *self)
{
  switch (ter_figure_choices_find_control (self->params, self->labels))
    {
    case TER_FIGURE_CONTROL_SLIDER: return slider_new (self);
    case TER_FIGURE_CONTROL_BUTTONS: return buttons_new (self);
    case TER_FIGURE_CONTROL_LIST:
    default: return list_new (self);
    }
}

/* ---- Side by side ---- */

static void
side_by_side_cb (TerFigureChoice *self, GParamSpec *pspec, GtkToggleButton *button)
{
  const gboolean side_by_side = gtk_toggle_button_get_active (button);

  gtk_widget_set_sensitive (self->control, !side_by_side);
  choose (self, ter_figure_choices_with_side_by_side (self->choices, side_by_side));
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
ter_figure_choice_finalize (GObject *object)
{
  g_clear_pointer (&TER_FIGURE_CHOICE (object)->labels, g_ptr_array_unref);
  G_OBJECT_CLASS (ter_figure_choice_parent_class)->finalize (object);
}

static void
ter_figure_choice_class_init (TerFigureChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ter_figure_choice_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", TER_TYPE_FIGURE_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ter_figure_choice_init (TerFigureChoice *self)
{
  self->labels = g_ptr_array_new_with_free_func (g_free);
}

GtkWidget *
ter_figure_choice_new (TerFigureVariants *variants, TerFigureChoices choices)
{
  TerFigureChoice *self;
  g_autofree char *title = NULL;
  GtkWidget *row, *label;

  g_return_val_if_fail (variants != NULL && choices.n > 1, NULL);

  self = g_object_new (TER_TYPE_FIGURE_CHOICE, NULL);
  self->params = variants->params;
  self->choices = choices;
  for (guint i = 0; i < choices.n; i++)
    g_ptr_array_add (self->labels, ter_figure_params_dup_label (self->params, i, variants->table));
  title = ter_figure_params_dup_title (self->params, variants->table);
  row = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 12, "line-spacing", 6, "hexpand", TRUE, NULL);
  label = gtk_label_new (title);
  self->control = control_new (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_wrap_box_append (ADW_WRAP_BOX (row), label);
  adw_wrap_box_append (ADW_WRAP_BOX (row), self->control);
  if (choices.can_side_by_side)
    adw_wrap_box_append (ADW_WRAP_BOX (row), side_by_side_button_new (self));
  gtk_box_append (GTK_BOX (self), row);
  return GTK_WIDGET (self);
}

TerFigureChoices
ter_figure_choice_get_choices (TerFigureChoice *self)
{
  g_return_val_if_fail (TER_IS_FIGURE_CHOICE (self), (TerFigureChoices) { 0 });
  return self->choices;
}
