/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-callout.h"

#include "ter-heading.h"

static const struct
{
  const char *icon_name;
  const char *css_class;
} signs[] = {
  [TER_CALLOUT_GOOD] = { "emblem-ok-symbolic", "ter-sign-good" },
  [TER_CALLOUT_PLAIN] = { "dialog-information-symbolic", "ter-sign-plain" },
  [TER_CALLOUT_QUESTION] = { "dialog-question-symbolic", "ter-sign-plain" },
  [TER_CALLOUT_CAUTION] = { "dialog-warning-symbolic", "ter-sign-caution" },
  [TER_CALLOUT_BAD] = { "dialog-error-symbolic", "ter-sign-bad" },
};

GtkWidget *
ter_callout_new (TerCallout sign, const char *text)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE, "spacing", 12, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  signs[sign].icon_name, "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = ter_heading_new_text (text, NULL);

  gtk_widget_add_css_class (box, "ter-sign");
  gtk_widget_add_css_class (box, signs[sign].css_class);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return box;
}
