/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-card.h"

#include "ter-actions.h"

static GtkWidget *
line_new (const char *text, const char *css_class, int lines)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f,
                                   "lines", lines, "ellipsize", lines > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE, NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

GtkWidget *
ter_card_new_for_entry (TerEntry *entry, const char *eyebrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *card = gtk_button_new ();
  const char *summary;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  summary = ter_entry_get_summary (entry);
  if (eyebrow != NULL && *eyebrow != '\0')
    gtk_box_append (GTK_BOX (box), line_new (eyebrow, "ter-eyebrow", 0));
  gtk_box_append (GTK_BOX (box), line_new (ter_entry_get_title (entry), "heading", 0));
  if (*summary != '\0')
    gtk_box_append (GTK_BOX (box), line_new (summary, "ter-card-summary", 5));

  gtk_button_set_child (GTK_BUTTON (card), box);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "ter-card");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (card), ter_actions_entry_target (entry));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), TER_ACTION_GO_TO);
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, ter_entry_get_title (entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, summary, -1);

  return card;
}
