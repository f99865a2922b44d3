/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-keys.h"

#define NOT_TYPED (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static gboolean
is_list (GtkWidget *widget)
{
  return GTK_IS_LIST_BOX (widget) || GTK_IS_LIST_VIEW (widget);
}

/* The row above in the list that has the focus, or the last one of a list above that. A list view says that it has moved when it has not. */
static gboolean
go_up (GtkWidget *holder, GtkWidget *focus)
{
  GtkWidget *widget = gtk_widget_get_parent (focus);

  for (; !GTK_IS_SCROLLED_WINDOW (widget); widget = gtk_widget_get_parent (widget))
    {
      if (gtk_widget_child_focus (widget, GTK_DIR_UP) && gtk_root_get_focus (gtk_widget_get_root (holder)) != focus)
        return TRUE;
      if (widget == holder)
        break;
    }

  return FALSE;
}

static gboolean
up_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GtkEditable *field)
{
  GtkWidget *holder = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (holder));

  if ((keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up) || (state & (NOT_TYPED | GDK_SHIFT_MASK)) != 0 || focus == NULL ||
      !gtk_widget_is_ancestor (focus, holder) || gtk_widget_is_ancestor (focus, GTK_WIDGET (field)))
    return GDK_EVENT_PROPAGATE;
  if (!is_list (gtk_widget_get_parent (focus)) ||
      (GTK_IS_LIST_BOX_ROW (focus) && gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) > 0))
    return GDK_EVENT_PROPAGATE;
  if (!go_up (holder, focus))
    gtk_widget_grab_focus (GTK_WIDGET (field));

  return GDK_EVENT_STOP;
}

static gboolean
typed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GtkEditable *field)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  char text[7] = "";
  int position;

  if (!g_unichar_isgraph (letter) || (state & NOT_TYPED) != 0)
    return GDK_EVENT_PROPAGATE;

  g_unichar_to_utf8 (letter, text);
  position = g_utf8_strlen (gtk_editable_get_text (field), -1);
  gtk_editable_insert_text (field, text, -1, &position);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  gtk_editable_set_position (field, position);

  return GDK_EVENT_STOP;
}

void
ter_search_keys_add (GtkWidget *holder, GtkEditable *field)
{
  GtkEventController *up = gtk_event_controller_key_new ();
  GtkEventController *typed = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (holder));
  g_return_if_fail (GTK_IS_EDITABLE (field));

  /* A list that is at its first row takes the key too, and does nothing. */
  gtk_event_controller_set_propagation_phase (up, GTK_PHASE_CAPTURE);
  g_signal_connect (up, "key-pressed", G_CALLBACK (up_cb), field);
  g_signal_connect (typed, "key-pressed", G_CALLBACK (typed_cb), field);
  gtk_widget_add_controller (holder, up);
  gtk_widget_add_controller (holder, typed);
}
