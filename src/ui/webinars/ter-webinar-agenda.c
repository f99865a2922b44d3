/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-webinar-agenda.h"

#include "ter-heading.h"
#include "ter-webinar.h"

/* The dot of an item, on a line that goes on to the next one. */
static GtkWidget *
mark_new (gboolean last)
{
  GtkWidget *mark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (dot, "agenda-dot");
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (mark), dot);
  if (!last)
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

      gtk_widget_add_css_class (line, "agenda-line");
      gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
      gtk_widget_set_vexpand (line, TRUE);
      gtk_box_append (GTK_BOX (mark), line);
    }
  return mark;
}

static GtkWidget *
item_new (const TerAgendaItem *item, GtkSizeGroup *times, gboolean last)
{
  GtkWidget *row = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM, "spacing", 12, NULL);
  GtkWidget *text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *speakers = g_strjoinv (", ", item->speakers);
  g_autofree char *name =
    g_strjoin (" ", item->time != NULL ? item->time : item->title, item->time != NULL ? item->title : NULL, NULL);

  if (times != NULL)
    {
      GtkWidget *time = gtk_label_new (item->time != NULL ? item->time : "");

      gtk_label_set_xalign (GTK_LABEL (time), 1);
      gtk_widget_set_valign (time, GTK_ALIGN_START);
      gtk_widget_add_css_class (time, "numeric");
      gtk_widget_add_css_class (time, "heading");
      gtk_size_group_add_widget (times, time);
      gtk_box_append (GTK_BOX (row), time);
    }
  gtk_box_append (GTK_BOX (row), mark_new (last));
  gtk_box_append (GTK_BOX (text), ter_heading_new_text (item->title, "heading"));
  if (item->summary != NULL)
    gtk_box_append (GTK_BOX (text), ter_heading_new_text (item->summary, "body"));
  if (*speakers != '\0')
    gtk_box_append (GTK_BOX (text), ter_heading_new_text (speakers, "dimmed"));
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_add_css_class (text, last ? "agenda-text-last" : "agenda-text");
  gtk_box_append (GTK_BOX (row), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

GtkWidget *
ter_webinar_agenda_new (GPtrArray *items)
{
  GtkWidget *list =
    g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_LIST, "orientation", GTK_ORIENTATION_VERTICAL, NULL);
  g_autoptr (GtkSizeGroup) times = NULL;

  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "agenda");
  for (guint i = 0; i < items->len; i++)
    if (((TerAgendaItem *) items->pdata[i])->time != NULL && times == NULL)
      times = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < items->len; i++)
    gtk_box_append (GTK_BOX (list), item_new (items->pdata[i], times, i == items->len - 1));
  return list;
}
