/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-long-list.h"

#include <adwaita.h>

#include "ter-actions.h"
#include "ter-heading.h"

typedef struct
{
  TerEntryWords describe; /* nullable */
  gpointer user_data;
  GListStore *parts;   /* of GListStore of TerEntry; owned by the view's model */
  GPtrArray *headings; /* of each part; nullable */
  GtkListView *view;
} LongList;

static void
long_list_free (gpointer data)
{
  LongList *self = data;

  g_ptr_array_unref (self->headings);
  g_free (self);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (box, "ter-list-item");
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (NULL, "heading"));
  gtk_box_append (GTK_BOX (box), ter_heading_new_text (NULL, "dimmed"));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LongList *self)
{
  TerEntry *entry = gtk_list_item_get_item (item);
  g_autofree char *words =
    self->describe != NULL ? self->describe (entry, self->user_data) : g_strdup (ter_entry_get_summary (entry));
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *description = gtk_widget_get_last_child (box);

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (box)), ter_entry_get_title (entry));
  gtk_label_set_text (GTK_LABEL (description), words);
  gtk_widget_set_visible (description, *words != '\0');
  gtk_list_item_set_accessible_label (item, ter_entry_get_title (entry));
  gtk_list_item_set_accessible_description (item, words);
}

static void
setup_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header)
{
  GtkWidget *heading = ter_heading_new ("", 2);

  gtk_widget_add_css_class (heading, "ter-list-heading");
  gtk_list_header_set_child (header, heading);
}

static void
bind_heading_cb (GtkSignalListItemFactory *factory, GtkListHeader *header, LongList *self)
{
  GListModel *all = gtk_no_selection_get_model (GTK_NO_SELECTION (gtk_list_view_get_model (self->view)));
  GListModel *part = gtk_flatten_list_model_get_model_for_item (GTK_FLATTEN_LIST_MODEL (all), gtk_list_header_get_start (header));
  guint position = 0;

  g_list_store_find (self->parts, part, &position);
  gtk_label_set_text (GTK_LABEL (gtk_list_header_get_child (header)), g_ptr_array_index (self->headings, position));
}

static void
activate_cb (GtkListView *view, guint position, gpointer user_data)
{
  g_autoptr (TerEntry) entry = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);

  gtk_widget_activate_action_variant (GTK_WIDGET (view), TER_ACTION_GO_TO, ter_actions_entry_target (entry));
}

/* The keyboard came to the first row before the list had a size, which scrolls it past its heading. */
static gboolean
begin_at_top_cb (GtkWidget *scroller, GdkFrameClock *clock, gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  if (gtk_widget_get_height (scroller) == 0)
    return G_SOURCE_CONTINUE;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));

  return G_SOURCE_REMOVE;
}

GtkWidget *
ter_long_list_new (const char *name, TerEntryWords describe, gpointer user_data)
{
  LongList *self = g_new0 (LongList, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_scrollable_new ();
  GtkWidget *view;

  self->describe = describe;
  self->user_data = user_data;
  self->parts = g_list_store_new (G_TYPE_LIST_STORE);
  self->headings = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (
                              gtk_no_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (self->parts))))),
                            factory);
  self->view = GTK_LIST_VIEW (view);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (view), GTK_LIST_TAB_ITEM);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set (clamp, "child", view, "maximum-size", TER_LONG_LIST_WIDTH, NULL);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_tick_callback (scroller, begin_at_top_cb, NULL, NULL);
  g_object_set_data_full (G_OBJECT (scroller), "long-list", self, long_list_free);

  return scroller;
}

void
ter_long_list_append (GtkWidget *list, const char *heading, GPtrArray *entries)
{
  LongList *self = g_object_get_data (G_OBJECT (list), "long-list");
  g_autoptr (GListStore) part = g_list_store_new (TER_TYPE_ENTRY);

  g_return_if_fail (self != NULL);

  if (entries->len == 0)
    return;
  if (heading != NULL && gtk_list_view_get_header_factory (self->view) == NULL)
    {
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_signal_connect (factory, "setup", G_CALLBACK (setup_heading_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_heading_cb), self);
      gtk_list_view_set_header_factory (self->view, factory);
    }
  g_ptr_array_add (self->headings, g_strdup (heading));
  g_list_store_splice (part, 0, 0, entries->pdata, entries->len);
  g_list_store_append (self->parts, part);
}
