/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-cursor.h"

static void
state_flags_changed_cb (GtkWidget *widget, GtkStateFlags before, gboolean *shown)
{
  GtkStateFlags now = gtk_widget_get_state_flags (widget);
  gboolean show = (now & GTK_STATE_FLAG_FOCUSED) && (*shown || (now & GTK_STATE_FLAG_FOCUS_VISIBLE));

  if (show != *shown)
    gtk_widget_queue_draw (widget);
  *shown = show;
}

void
ter_cursor_follow (GtkWidget *widget, gboolean *shown)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (shown != NULL);

  g_signal_connect (widget, "state-flags-changed", G_CALLBACK (state_flags_changed_cb), shown);
}

GtkWidget *
ter_cursor_new_words (GtkWidget *widget)
{
  GtkWidget *words, *label;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", 36, NULL);
  words = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_TOOLTIP, "autohide", FALSE, "child", label,
                        "can-focus", FALSE, "can-target", FALSE, "position", GTK_POS_TOP, NULL);
  gtk_widget_add_css_class (words, "ter-cursor-words");
  gtk_widget_set_parent (words, widget);

  return words;
}

void
ter_cursor_show_words (GtkWidget *words, const char *text, const GdkRectangle *at)
{
  g_return_if_fail (GTK_IS_POPOVER (words));

  if (text == NULL || *text == '\0' || at == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (words));
      return;
    }
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (words))), text);
  gtk_popover_set_pointing_to (GTK_POPOVER (words), at);
  gtk_popover_popup (GTK_POPOVER (words));
}

typedef struct
{
  GtkWidget *widget;
  char **description;
} Restore;

static gboolean
restore_cb (gpointer user_data)
{
  Restore *restore = user_data;

  if (gtk_widget_get_root (restore->widget) != NULL && !gtk_widget_has_focus (restore->widget) && *restore->description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (restore->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, *restore->description,
                                    -1);
  g_object_unref (restore->widget);
  g_free (restore);

  return G_SOURCE_REMOVE;
}

void
ter_cursor_restore (GtkWidget *widget, char **description)
{
  Restore *restore = g_new (Restore, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  *restore = (Restore) { g_object_ref (widget), description };
  g_idle_add (restore_cb, restore);
}
