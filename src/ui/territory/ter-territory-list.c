/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ter-territory-words.h"
#include "ter-actions.h"

#define HEIGHT 360

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const TerTerritory *one = *(gpointer *) a, *other = *(gpointer *) b;

  return g_utf8_collate (one->name, other->name);
}

/* An item is the name, the inhabitants and the territory, apart by U+001F, which no text of a pack holds. */
static GtkStringList *
model_new (GPtrArray *children)
{
  GtkStringList *model = gtk_string_list_new (NULL);

  g_ptr_array_sort (children, compare_cb);
  for (guint i = 0; i < children->len; i++)
    {
      const TerTerritory *child = g_ptr_array_index (children, i);
      g_autofree char *inhabitants =
        isfinite (child->population) ? ter_territory_words_dup_inhabitants (child->population) : g_strdup ("");

      gtk_string_list_take (model, g_strdup_printf ("%s\037%s\037%s", child->name, inhabitants, child->id));
    }
  return model;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL), *inhabitants = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (name), 0.0f);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (inhabitants, "dimmed");
  gtk_widget_add_css_class (inhabitants, "numeric");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), inhabitants);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_auto (GStrv) parts = g_strsplit (gtk_string_object_get_string (gtk_list_item_get_item (item)), "\037", 3);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  g_autofree char *label = *parts[1] != '\0' ? g_strdup_printf (_ ("%s: %s"), parts[0], parts[1]) : g_strdup (parts[0]);

  gtk_label_set_text (GTK_LABEL (name), parts[0]);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (name)), parts[1]);
  gtk_list_item_set_accessible_label (item, label);
}

static void
activate_cb (GtkListView *view, guint position, gpointer user_data)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (view)), position);
  g_auto (GStrv) parts = g_strsplit (gtk_string_object_get_string (item), "\037", 3);

  gtk_widget_activate_action_variant (GTK_WIDGET (view), TER_ACTION_GO_TO, ter_actions_territory_target (parts[2]));
}

GtkWidget *
ter_territory_list_new (GPtrArray *children, const char *name)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (G_LIST_MODEL (model_new (children)));
  GtkWidget *view = gtk_list_view_new (GTK_SELECTION_MODEL (selection), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (view, "activate", G_CALLBACK (activate_cb), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (view, "rich-list");
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (view), TRUE);
  gtk_list_view_set_tab_behavior (GTK_LIST_VIEW (view), GTK_LIST_TAB_ITEM);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  return scrolled;
}
