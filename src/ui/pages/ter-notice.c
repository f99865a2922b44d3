/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-notice.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-localized.h"
#include "ter-actions.h"
#include "ter-heading.h"
#include "ter-list.h"
#include "ter-row.h"

static GtkWidget *
notice_new_with_icon (const char *text, const char *icon_name)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NOTE, "spacing", 12, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name,
                                  "valign", GTK_ALIGN_START, NULL);
  GtkWidget *label = ter_heading_new_text (text, NULL);

  gtk_widget_add_css_class (box, "ter-notice");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return box;
}

GtkWidget *
ter_notice_new (const char *text)
{
  return notice_new_with_icon (text ? text : "", "dialog-information-symbolic");
}

/* "Archive: no longer updated since May 2020.", the author's words, and a way to what replaces it. */
static void
append_archive (GtkWidget *box, TerPack *pack, JsonObject *archive)
{
  const char *updated = ter_json_get_string (archive, "updated");
  const char *words = ter_localized_get (archive, "notice", ter_pack_get_language (pack), NULL);
  const char *replaced_by = ter_json_get_string (archive, "replacedBy");
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;
  TerDate date;

  if (updated != NULL && ter_date_parse (updated, &date))
    {
      g_autofree char *day = ter_date_format (&date, TER_DATE_MEDIUM);

      /* Translators: %s is a date, as "28 May 2020". */
      sentence = g_strdup_printf (_ ("Archive, last updated: %s."), day);
    }
  else
    {
      sentence = g_strdup (_ ("Archive: this is no longer updated."));
    }
  text = words ? g_strdup_printf ("%s %s", sentence, words) : g_steal_pointer (&sentence);
  gtk_box_append (GTK_BOX (box), notice_new_with_icon (text, "document-open-recent-symbolic"));

  if (replaced_by != NULL)
    {
      GtkWidget *list = ter_list_new (NULL);
      g_autoptr (TerPlace) place = ter_place_new_entry (ter_pack_get_id (pack), replaced_by);

      ter_list_append (list, ter_row_new_for_action (_ ("See What Replaces It"), NULL, NULL, TER_ACTION_GO_TO,
                                                     ter_actions_place_target (place)));
      gtk_box_append (GTK_BOX (box), list);
    }
}

/* @box when it holds something. */
static GtkWidget *
box_or_nothing (GtkWidget *box)
{
  if (gtk_widget_get_first_child (box) != NULL)
    return box;
  g_object_ref_sink (box);
  g_object_unref (box);

  return NULL;
}

GtkWidget *
ter_notice_new_for_entry (TerEntry *entry)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  TerPack *pack;
  JsonObject *archive;

  g_return_val_if_fail (TER_IS_ENTRY (entry), NULL);

  pack = ter_entry_get_pack (entry);
  archive = ter_json_get_object (ter_entry_get_object (entry), "archive");
  if (archive != NULL)
    append_archive (box, pack, archive);
  if (ter_entry_get_notice (entry) != NULL)
    gtk_box_append (GTK_BOX (box), ter_notice_new (ter_entry_get_notice (entry)));
  if (ter_entry_falls_back (entry))
    gtk_box_append (GTK_BOX (box),
                    notice_new_with_icon (_ ("Some of this page has not been translated: it is shown in its original language."),
                                          "preferences-desktop-locale-symbolic"));

  return box_or_nothing (box);
}

static void
append_section_notices (GtkWidget *box, TerPack *pack, const TerSection *section)
{
  JsonObject *archive = ter_json_get_object (section->object, "archive");

  if (archive != NULL)
    append_archive (box, pack, archive);
  if (section->notice != NULL)
    gtk_box_append (GTK_BOX (box), ter_notice_new (section->notice));
}

GtkWidget *
ter_notice_new_for_section (TerPack *pack, const TerSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  append_section_notices (box, pack, section);

  return box_or_nothing (box);
}

GtkWidget *
ter_notice_new_section_head (TerPack *pack, const TerSection *section)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  g_return_val_if_fail (TER_IS_PACK (pack), NULL);
  g_return_val_if_fail (section != NULL, NULL);

  if (section->summary != NULL)
    gtk_box_append (GTK_BOX (box), ter_heading_new_text (section->summary, "ter-lead"));
  append_section_notices (box, pack, section);

  return box_or_nothing (box);
}
