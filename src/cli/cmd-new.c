/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "ter-language.h"
#include "ter-template.h"

static gboolean as_json;
static char *id, *title, *language;

static const GOptionEntry entries[] = {
  { "id", 'i', 0, G_OPTION_ARG_STRING, &id, N_ ("The pack’s id, instead of one made of the folder’s name"), N_ ("ID") },
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("The pack’s title"), N_ ("TITLE") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("The pack’s own language: fr or en"), N_ ("LANGUAGE") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { NULL }
};

CliStatus
cli_new (int argc, char **argv)
{
  TerTemplateOptions options = { .today = { .hour = -1 } };
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *made = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "new", _ ("DIR"),
        _ ("Writes a small pack into the new folder DIR for an author to start from: sound, with an entry of each common kind\n"
           "and a page that explains it. Overwrites nothing. Exits with 0, or 2 when it could not be written.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“%s” wants one folder."), "new");
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;
  folder = g_file_new_for_commandline_arg (argv[1]);
  options.id = id;
  options.title = title;
  options.language = language != NULL ? language : ter_language_get_tag ();
  g_date_time_get_ymd (now, &options.today.year, &options.today.month, &options.today.day);
  made = ter_template_write (folder, &options, &error);
  if (made == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (as_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      cli_add_string (builder, "name", made);
      cli_add_string (builder, "folder", g_file_peek_path (folder));
      json_builder_end_object (builder);
      cli_report_print_json (builder);
      return CLI_SOUND;
    }
  /* Translators: a pack's id, then its folder. */
  g_print (_ ("The pack “%s” is in %s.\n"), made, g_file_peek_path (folder));
  g_print (_ ("See it with “territoires-pack preview %s”; its last section says what to change first.\n"), argv[1]);
  return CLI_SOUND;
}
