/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For measures only, put in a GTK program by LD_PRELOAD: ends it as soon as a frame has been painted in which a label with the
 * text $TER_BENCH_TEXT is mapped (any frame when it is not set), and prints the monotonic time of that moment in microseconds.
 */

#include <gtk/gtk.h>
#include <unistd.h>

static gboolean
shows_text (GtkWidget *widget, const char *text)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (shows_text (child, text))
      return TRUE;
  return FALSE;
}

static void
after_paint_cb (GdkFrameClock *clock, GtkWidget *window)
{
  gint64 now = g_get_monotonic_time ();
  const char *text = g_getenv ("TER_BENCH_TEXT");

  if (text != NULL && !shows_text (window, text))
    return;
  g_print ("%" G_GINT64_FORMAT "\n", now);
  _exit (0);
}

static gboolean
map_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  if (GTK_IS_WINDOW (widget))
    g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (after_paint_cb), widget);
  return TRUE;
}

__attribute__ ((constructor)) static void
watch_windows (void)
{
  g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, map_cb, NULL, NULL);
}
