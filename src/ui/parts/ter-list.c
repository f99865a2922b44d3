/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-list.h"

#include "ter-heading.h"

GtkWidget *
ter_list_new (const char *heading)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  if (heading != NULL)
    {
      GtkWidget *label = ter_heading_new (heading, 3);

      gtk_box_append (GTK_BOX (box), label);
      gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
    }
  gtk_box_append (GTK_BOX (box), list);

  return box;
}

void
ter_list_append (GtkWidget *list, GtkWidget *row)
{
  g_return_if_fail (GTK_IS_BOX (list));

  gtk_list_box_append (GTK_LIST_BOX (gtk_widget_get_last_child (list)), row);
}
