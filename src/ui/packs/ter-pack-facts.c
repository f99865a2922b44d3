/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-facts.h"

#include <glib/gi18n.h>

#include "ter-config.h"
#include "ter-date.h"
#include "ter-json.h"
#include "ter-localized.h"
#include "ter-row.h"

/* The languages that packs of this country are most likely to have; others are shown by their tag. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "fr", NC_ ("language", "French") },   { "en", NC_ ("language", "English") },
  { "de", NC_ ("language", "German") },   { "es", NC_ ("language", "Spanish") },
  { "it", NC_ ("language", "Italian") },  { "pt", NC_ ("language", "Portuguese") },
  { "nl", NC_ ("language", "Dutch") },    { "ar", NC_ ("language", "Arabic") },
  { "br", NC_ ("language", "Breton") },   { "ca", NC_ ("language", "Catalan") },
  { "co", NC_ ("language", "Corsican") }, { "eu", NC_ ("language", "Basque") },
  { "oc", NC_ ("language", "Occitan") },  { "gcf", NC_ ("language", "Antillean Creole") },
};

static const char *
get_language_name (const char *tag)
{
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      return g_dpgettext2 (NULL, "language", languages[i].name);

  return tag;
}

gboolean
ter_pack_facts_is_extension (TerPack *pack)
{
  GFile *folder = ter_pack_files_get_folder (ter_pack_get_files (pack));
  const char *path = folder != NULL ? g_file_peek_path (folder) : NULL;

  return path != NULL && g_str_has_prefix (path, TER_EXTENSIONS_DIR "/");
}

char *
ter_pack_facts_dup_languages (TerPack *pack)
{
  g_auto (GStrv) tags = ter_json_dup_strv (ter_pack_get_manifest (pack), "languages");
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; tags[i] != NULL; i++)
    g_ptr_array_add (names, (gpointer) get_language_name (tags[i]));
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

char *
ter_pack_facts_dup_licenses (TerPack *pack)
{
  JsonArray *licenses = ter_json_get_array (ter_pack_get_manifest (pack), "licenses");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ter_json_array_length (licenses); i++)
    {
      JsonObject *license = ter_json_array_object (licenses, i);
      const char *name = license ? ter_localized_get (license, "title", ter_pack_get_language (pack), NULL) : NULL;

      if (name == NULL)
        name = ter_json_get_string (license, "name");
      if (name == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, name);
    }
  if (text->len == 0)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  return g_string_free_and_steal (text);
}

char *
ter_pack_facts_dup_created (TerPack *pack)
{
  const char *created = ter_json_get_string (ter_pack_get_manifest (pack), "created");
  TerDate date;

  return created != NULL && ter_date_parse (created, &date) ? ter_date_format (&date, TER_DATE_MEDIUM) : NULL;
}

guint64
ter_pack_facts_get_size (TerPack *pack)
{
  JsonArray *resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");
  guint64 size = 0;

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      double bytes = 0;

      if (ter_json_get_number (ter_json_array_object (resources, i), "bytes", &bytes) && bytes > 0)
        size += bytes;
    }

  return size;
}

char *
ter_pack_facts_dup_date (gint64 seconds)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (seconds);
  TerDate date = { .hour = -1 };

  if (moment == NULL)
    return NULL;
  g_date_time_get_ymd (moment, &date.year, &date.month, &date.day);

  return ter_date_format (&date, TER_DATE_MEDIUM);
}

GtkWidget *
ter_pack_facts_new_row (const char *name, const char *value)
{
  GtkWidget *row = ter_row_new (name, value);

  gtk_widget_add_css_class (row, "property");
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);

  return row;
}
