/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"
#include "ter-commonmark-label.h"

#include <glib/gi18n.h>

#include "ter-actions.h"

/* A grey that is seen on light and dark alike. */
#define CODE_GREY 0x8000
#define CODE_ALPHA 0x2000
#define CODE_SCALE 0.9

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_style (PangoAttrList *attributes, TerRunStyle style, guint start, guint end)
{
  if (style & TER_RUN_STRONG)
    add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  if (style & TER_RUN_EMPHASIS)
    add_attribute (attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  if (style & TER_RUN_CODE)
    {
      add_attribute (attributes, pango_attr_family_new ("monospace"), start, end);
      add_attribute (attributes, pango_attr_scale_new (CODE_SCALE), start, end);
      add_attribute (attributes, pango_attr_background_new (CODE_GREY, CODE_GREY, CODE_GREY), start, end);
      add_attribute (attributes, pango_attr_background_alpha_new (CODE_ALPHA), start, end);
    }
}

/* The only place where markup is written, because GtkLabel has no other way to hold a link. All of it is ours but the
 * text and the target, and both are escaped; the target is one that ter_commonmark_is_target() knows. */
static void
append_markup (GString *markup, const TerRun *run)
{
  g_autofree char *text = g_markup_escape_text (run->text, -1);

  if (run->target == NULL)
    {
      g_string_append (markup, text);
      return;
    }
  g_autofree char *target = g_markup_escape_text (run->target, -1);
  gboolean leaves = !g_str_has_prefix (run->target, "entry:") && !g_str_has_prefix (run->target, "section:");

  g_string_append_printf (markup, "<a href=\"%s\"", target);
  if (leaves)
    {
      /* The tooltip is markup again. */
      g_autofree char *title = g_markup_escape_text (target, -1);

      g_string_append_printf (markup, " title=\"%s\"", title);
    }
  g_string_append_printf (markup, ">%s</a>", text);
}

static gboolean
activate_link_cb (GtkWidget *label, const char *uri, TerPack *pack)
{
  g_autoptr (TerPlace) place = ter_place_new_for_link (ter_pack_get_id (pack), uri);

  if (!ter_commonmark_is_target (uri))
    return TRUE;
  if (place != NULL)
    gtk_widget_activate_action_variant (label, TER_ACTION_GO_TO, ter_actions_place_target (place));
  else
    gtk_widget_activate_action (label, TER_ACTION_OPEN_LINK, "s", uri);
  return TRUE;
}

/* A label's links are no objects of their own to a screen reader: it is told that they are there. */
static void
describe_links (GtkLabel *label, GPtrArray *runs)
{
  g_autoptr (GString) links = g_string_new (NULL);
  const char *last = NULL;
  guint count = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TerRun *run = g_ptr_array_index (runs, i);

      /* A link whose style changes midway is one link. */
      if (run->target != NULL && last != NULL && g_str_equal (run->target, last))
        g_string_append (links, run->text);
      else if (run->target != NULL)
        {
          g_string_append_printf (links, "%s%s", links->len > 0 ? ", " : "", run->text);
          count++;
        }
      last = run->target;
    }
  if (count == 0)
    return;
  /* Translators: said by a screen reader after a paragraph; %s is one or more links of it, with commas between. */
  g_autofree char *description = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Link: %s", "Links: %s", count), links->str);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_runs (GtkLabel *label, GPtrArray *runs)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) markup = g_string_new (NULL);
  gboolean has_links = FALSE;

  for (guint i = 0; i < runs->len; i++)
    {
      const TerRun *run = g_ptr_array_index (runs, i);
      guint start = text->len;

      g_string_append (text, run->text);
      add_style (attributes, run->style, start, text->len);
      append_markup (markup, run);
      has_links |= run->target != NULL;
    }
  /* A hyphen where an address is broken would be read as part of it. */
  add_attribute (attributes, pango_attr_insert_hyphens_new (FALSE), 0, text->len);
  if (has_links)
    gtk_label_set_markup (label, markup->str);
  else
    gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
  describe_links (label, runs);
}

GtkWidget *
ter_commonmark_label_new (TerPack *pack, GPtrArray *runs, GtkAccessibleRole role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_WORD, "selectable", TRUE, "xalign", 0.0, NULL);

  set_runs (GTK_LABEL (label), runs);
  g_signal_connect_data (label, "activate-link", G_CALLBACK (activate_link_cb), g_object_ref (pack),
                         (GClosureNotify) g_object_unref, G_CONNECT_DEFAULT);
  return label;
}
