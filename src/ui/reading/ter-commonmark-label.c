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

/* (transfer full) (nullable): "the evaluation, link 2 of 3": the one whose address is @uri. A link whose style changes midway is one link. */
static char *
describe_link (GPtrArray *runs, const char *uri)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *last = NULL;
  guint count = 0, found = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const TerRun *run = g_ptr_array_index (runs, i);

      if (run->target != NULL && g_strcmp0 (run->target, last) != 0)
        count++;
      if (run->target != NULL && g_str_equal (run->target, uri) && (found == 0 || found == count))
        {
          found = count;
          g_string_append (text, run->text);
        }
      last = run->target;
    }
  if (found == 0)
    return NULL;
  /* Translators: what a screen reader says when Tab comes to a link of a paragraph: the words of the link, its number, how many there are. */
  return g_strdup_printf (_ ("%s, link %u of %u"), text->str, found, count);
}

/* A label's links are no objects of their own to a screen reader: each is told when the keyboard has come to it. */
static void
key_released_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, GPtrArray *runs)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  const char *uri = gtk_label_get_current_uri (GTK_LABEL (label));
  g_autofree char *text = NULL;

  if ((keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab && keyval != GDK_KEY_KP_Tab) || uri == NULL)
    return;
  text = describe_link (runs, uri);
  if (text != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (label), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
tell_links (GtkWidget *label, GPtrArray *runs)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_data (keys, "key-released", G_CALLBACK (key_released_cb), g_ptr_array_ref (runs),
                         (GClosureNotify) g_ptr_array_unref, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (label, keys);
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
    {
      gtk_label_set_markup (label, markup->str);
      tell_links (GTK_WIDGET (label), runs);
    }
  else
    gtk_label_set_text (label, text->str);
  gtk_label_set_attributes (label, attributes);
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
