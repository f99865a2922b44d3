/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-provenance.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-line.h"
#include "ter-actions.h"
#include "ter-heading.h"
#include "ter-list.h"
#include "ter-row.h"

#define MOST_SPOKEN 90 /* letters of a source that are said in one breath */

static char *
format_date (const char *text)
{
  TerDate date;

  if (text == NULL || !ter_date_parse (text, &date))
    return NULL;

  return ter_date_format (&date, TER_DATE_MEDIUM);
}

/* "28 May 2020 · seen on the site", whichever there is. */
static char *
describe_source (const char *date, const char *note)
{
  g_autofree char *day = format_date (date);

  if (day != NULL && note != NULL)
    return g_strdup_printf ("%s · %s", day, note);

  return day ? g_steal_pointer (&day) : g_strdup (note);
}

static GtkWidget *
source_row_new (TerEntrySource *source)
{
  g_autofree char *subtitle = describe_source (source->date, source->note);

  if (source->url != NULL)
    return ter_row_new_for_action (source->title, subtitle, NULL, TER_ACTION_OPEN_LINK, g_variant_new_string (source->url));

  return ter_row_new (source->title, subtitle);
}

static void
append_date_row (GtkWidget *list, const char *title, const char *date)
{
  g_autofree char *day = format_date (date);
  GtkWidget *row;

  if (day == NULL)
    return;
  row = ter_row_new (title, day);
  gtk_widget_add_css_class (row, "property");
  ter_list_append (list, row);
}

static void
append_confidence_row (GtkWidget *list, const TerTerm *term)
{
  g_autofree char *text = NULL;
  GtkWidget *row;

  text = term->description ? g_strdup_printf ("%s. %s", term->title, term->description) : g_strdup (term->title);
  row = ter_row_new (_ ("Confidence"), text);
  gtk_widget_add_css_class (row, "property");
  ter_list_append (list, row);
}

GtkWidget *
ter_provenance_new (TerEntry *entry)
{
  GtkWidget *list = ter_list_new (_ ("Source, Date, Confidence"));
  GPtrArray *sources;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  sources = ter_entry_get_sources (entry);
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    ter_list_append (list, source_row_new (g_ptr_array_index (sources, i)));
  if (sources == NULL || sources->len == 0)
    ter_list_append (list, ter_row_new (_ ("The pack gives no source"), NULL));
  append_date_row (list, _ ("Date"), ter_entry_get_date (entry));
  append_date_row (list, _ ("Last Updated"), ter_entry_get_updated (entry));
  if (ter_entry_get_confidence (entry) != NULL)
    append_confidence_row (list, ter_entry_get_confidence (entry));
  gtk_widget_add_css_class (list, "ter-provenance");

  return list;
}

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = ter_heading_new_text (text, "caption");

  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

/* (transfer full): the site of an address, which the tooltip shows whole: no ear follows an address. */
static char *
dup_site (const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host == NULL)
    return g_strdup ("");
  return g_strdup (g_str_has_prefix (host, "www.") ? host + strlen ("www.") : host);
}

/* One source as a small line; a link when it has an address. */
static GtkWidget *
source_line_new (TerEntry *entry, JsonObject *source)
{
  const char *title = ter_entry_get_text (entry, source, "title");
  const char *url = ter_json_get_string (source, "url");
  g_autofree char *more = describe_source (ter_json_get_string (source, "date"), ter_entry_get_text (entry, source, "note"));
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;
  g_autofree char *site = NULL;
  GtkWidget *button, *label;

  text = more ? g_strdup_printf (_ ("Source: %s · %s"), title ? title : "", more)
              : g_strdup_printf (_ ("Source: %s"), title ? title : "");
  if (url == NULL)
    return caption_new (text);

  label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "natural-wrap-mode",
                        GTK_NATURAL_WRAP_NONE, "xalign", 0.0f, NULL);
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  gtk_widget_add_css_class (button, "ter-source-link");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (button, url);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", url);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), TER_ACTION_OPEN_LINK);
  spoken = ter_line_dup (text, MOST_SPOKEN);
  site = dup_site (url);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, site, -1);

  return button;
}

GtkWidget *
ter_provenance_new_for_object (TerEntry *entry, JsonObject *object)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  g_autofree char *day = NULL;
  const char *confidence;
  JsonArray *sources;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (object != NULL, NULL);

  sources = ter_json_get_array (object, "sources");
  for (guint i = 0; i < ter_json_array_length (sources); i++)
    {
      JsonObject *source = ter_json_array_object (sources, i);

      if (source != NULL)
        gtk_box_append (GTK_BOX (box), source_line_new (entry, source));
    }

  day = format_date (ter_json_get_string (object, "date"));
  if (day != NULL)
    {
      g_autofree char *text = g_strdup_printf (_ ("Date: %s"), day);

      gtk_box_append (GTK_BOX (box), caption_new (text));
    }

  confidence = ter_json_get_string (object, "confidence");
  if (confidence != NULL)
    {
      g_autofree char *tag = g_strconcat ("confidence:", confidence, NULL);
      const TerTerm *term = ter_pack_find_term (ter_entry_get_pack (entry), tag);
      g_autofree char *text = g_strdup_printf (_ ("Confidence: %s"), term ? term->title : confidence);
      GtkWidget *label = caption_new (text);

      if (term != NULL && term->description != NULL)
        gtk_widget_set_tooltip_text (label, term->description);
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (box, "ter-provenance");

  return box;
}
