/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-row.h"

#include <glib/gi18n.h>

#include "ter-actions.h"

GtkWidget *
ter_row_new (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title-lines", 0, "subtitle-lines", 0, NULL);

  /* Markup is turned off before any text is set, and not in one go with it: libadwaita shows a text that is no markup as
   * blank, and several properties set at once may reach the label in any order. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle ? subtitle : "");

  return row;
}

GtkWidget *
ter_row_new_for_action (const char *title, const char *subtitle, const char *icon_name, const char *action_name, GVariant *target)
{
  GtkWidget *row = ter_row_new (title, subtitle);
  gboolean outside = g_strcmp0 (action_name, TER_ACTION_OPEN_LINK) == 0;
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   outside ? "adw-external-link-symbolic" : "go-next-symbolic", NULL);

  if (icon_name != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                                                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name, NULL));
  gtk_widget_add_css_class (arrow, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action_name);

  return row;
}

/* The row inside an expander row that the keyboard comes to. */
static GtkWidget *
find_expander_header (GtkWidget *widget)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_expander_header (child);

  return found;
}

GtkWidget *
ter_row_new_expander (const char *title, const char *subtitle)
{
  GtkWidget *row = g_object_new (ADW_TYPE_EXPANDER_ROW, "title-lines", 0, "subtitle-lines", 0, NULL);
  GtkWidget *header = find_expander_header (row);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title ? title : "");
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle ? subtitle : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "", -1);
  /* libadwaita leaves both without a name. */
  if (header != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (header), GTK_ACCESSIBLE_PROPERTY_LABEL, title ? title : "", -1);

  return row;
}

GtkWidget *
ter_row_new_for_entry (TerEntry *entry, const char *subtitle)
{
  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  return ter_row_new_for_action (ter_entry_get_title (entry), subtitle ? subtitle : ter_entry_get_summary (entry), NULL,
                                 TER_ACTION_GO_TO, ter_actions_entry_target (entry));
}
