/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-tag.h"

#include <math.h>

#include "ter-hash.h"

/* Relative luminance, as WCAG 2 defines it. */
static double
luminance (const GdkRGBA *color)
{
  double part[] = { color->red, color->green, color->blue };

  for (int i = 0; i < 3; i++)
    part[i] = part[i] <= 0.04045 ? part[i] / 12.92 : pow ((part[i] + 0.055) / 1.055, 2.4);

  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
}

/* Makes the style of one colour, once. The better of black and white on any opaque colour has a contrast of 4.58 or
 * more, so the pill is filled with the colour as it is, in the light and in the dark. */
static char *
color_class (const char *color)
{
  static GHashTable *known = NULL;
  GdkRGBA rgba;
  g_autofree char *name = NULL;

  if (strlen (color) != 7 || color[0] != '#' || !gdk_rgba_parse (&rgba, color))
    return NULL;

  name = g_strdup_printf ("ter-color-%s", color + 1);
  if (known == NULL)
    known = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  if (!g_hash_table_contains (known, name))
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      const char *text = luminance (&rgba) > 0.179 ? "black" : "white";
      g_autofree char *css = g_strdup_printf (".%s { background-color: %s; color: %s; }", name, color, text);

      gtk_css_provider_load_from_string (provider, css);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
      g_hash_table_add (known, g_strdup (name));
    }

  return g_steal_pointer (&name);
}

gboolean
ter_tag_set_color (GtkWidget *widget, const char *color)
{
  g_autofree char *class = color != NULL ? color_class (color) : NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (class != NULL)
    gtk_widget_add_css_class (widget, class);
  return class != NULL;
}

GtkWidget *
ter_tag_new (const char *text, const char *color)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text ? text : "", "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0f, "halign", GTK_ALIGN_START, "valign", GTK_ALIGN_CENTER, NULL);
  g_autofree char *class = color ? color_class (color) : NULL;

  gtk_widget_add_css_class (label, "ter-tag");
  if (class != NULL)
    gtk_widget_add_css_class (label, class);

  return label;
}

GtkWidget *
ter_tag_list_new (TerEntry *entry)
{
  const char *const *tags;
  TerPack *pack;
  GtkWidget *box = NULL;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  pack = ter_entry_get_pack (entry);
  tags = ter_entry_get_tags (entry);
  for (int i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const TerTerm *term = ter_pack_find_term (pack, tags[i]);
      const char *vocabulary;
      GtkWidget *tag;

      if (term == NULL)
        continue;
      if (box == NULL)
        box = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
      tag = ter_tag_new (term->title, term->color);
      vocabulary = ter_pack_get_vocabulary_title (pack, term->vocabulary);
      if (vocabulary != NULL)
        gtk_widget_set_tooltip_text (tag, vocabulary);
      adw_wrap_box_append (ADW_WRAP_BOX (box), tag);
    }

  return box;
}
