/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-reading-content.h"

#include "ter-reading-view.h"

static void
append_if_any (GtkWidget *box, GtkWidget *widget)
{
  if (widget != NULL)
    gtk_box_append (GTK_BOX (box), widget);
}

void
ter_reading_content_show (TerPage *page, AdwBin *header, GtkWidget *top, TerReading *reading)
{
  g_return_if_fail (TER_IS_PAGE (page));
  g_return_if_fail (reading != NULL);

  TerContext *context = ter_page_get_context (page);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 30);
  GtkWidget *text = ter_reading_new_text (reading);
  GtkWidget *view;

  append_if_any (box, top);
  append_if_any (box, ter_reading_new_head (reading, context));
  append_if_any (box, text);
  append_if_any (box, ter_reading_new_figures (reading, context));
  append_if_any (box, ter_reading_new_foot (reading, context));
  gtk_widget_add_css_class (box, "ter-content");
  view = ter_reading_view_new (box, text != NULL ? TER_COMMONMARK_VIEW (text) : NULL, ter_entry_get_title (reading->entry));
  adw_bin_set_child (header, ter_reading_view_has_contents (TER_READING_VIEW (view))
                               ? ter_reading_view_new_button (TER_READING_VIEW (view))
                               : NULL);
  ter_page_set_content_full (page, view);
}
