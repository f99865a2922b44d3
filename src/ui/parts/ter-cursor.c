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
