/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <adwaita.h>

#include "ter-widgets.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "ter-list-item");
  gtk_box_append (GTK_BOX (box), ter_text_new (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), ter_text_new (NULL, "dimmed"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  TerEntry *entry = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *summary = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), ter_entry_get_title (entry));
  gtk_label_set_text (GTK_LABEL (summary), ter_entry_get_summary (entry));
  gtk_widget_set_visible (summary, *ter_entry_get_summary (entry) != '\0');
  gtk_list_item_set_accessible_label (item, ter_entry_get_title (entry));
  gtk_list_item_set_accessible_description (item, ter_entry_get_summary (entry));
}

static void
activate_cb (GtkListView *view,
             guint        position,
             gpointer     user_data)
{
  g_autoptr (TerEntry) entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  gtk_widget_activate_action_variant (GTK_WIDGET (view), TER_ACTION_OPEN_ENTRY, ter_entry_target (entry));
}

GtkWidget *
ter_long_list_new (const char *name,
                   GPtrArray  *entries)
{
  g_autoptr (GListStore) store = g_list_store_new (TER_TYPE_ENTRY);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *view;

  g_list_store_splice (store, 0, 0, entries->pdata, entries->len);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&store)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (view), GTK_LIST_TAB_ITEM);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set (clamp, "child", view, "maximum-size", 860, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);

  return scroller;
}
