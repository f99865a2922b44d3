/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-heading.h"

GtkWidget *
ter_heading_new (const char *text, int level)
{
  static const char *const styles[] = { "title-1", "title-2", "title-4", "heading" };
  GtkWidget *label;

  g_return_val_if_fail (level >= 1 && level <= 4, NULL);

  label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text ? text : "", "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (label, styles[level - 1]);

  return label;
}

GtkWidget *
ter_heading_new_text (const char *text, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text ? text : "", "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "xalign", 0.0f, "selectable", TRUE, NULL);

  /* Text can be selected with the pointer; Tab goes from control to control. (Not focusable alone would not do: a
   * selectable label then stops Tab without taking the focus.) */
  gtk_widget_set_can_focus (label, FALSE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

double
ter_heading_get_text_scale (GtkWidget *widget)
{
  const double usual = 11.0 * 96 / 72; /* 11 points in pixels */
  PangoFontDescription *font;
  double size;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  if (!pango_font_description_get_size_is_absolute (font))
    size = size * 96 / 72;

  return size > 0 ? size / usual : 1.0;
}
