/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "ter-data-package.h"
#include "ter-language.h"
#include "ter-template.h"

static gboolean as_json;
static char *id, *title, *language, *from;

static const GOptionEntry entries[] = {
  { "id", 'i', 0, G_OPTION_ARG_STRING, &id, N_ ("The pack’s id, instead of one made of the folder’s name"), N_ ("ID") },
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("The pack’s title"), N_ ("TITLE") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("The pack’s own language: fr or en"), N_ ("LANGUAGE") },
  { "from", 'f', 0, G_OPTION_ARG_FILENAME, &from, N_ ("A Data Package that was not made for the app: the pack gets its tables"),
    N_ ("FOLDER") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { NULL }
};

static CliStatus
report_json (const char *made, GFile *folder)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_add_string (builder, "name", made);
  cli_add_string (builder, "folder", g_file_peek_path (folder));
  json_builder_end_object (builder);
  cli_report_print_json (builder);
  return CLI_SOUND;
}

/* A pack of somebody else's tables. */
static CliStatus
adopt (GFile *folder, const TerTemplateOptions *options, const char *argument)
{
  g_autoptr (GFile) source = g_file_new_for_commandline_arg (from);
  g_autoptr (GError) error = NULL;
  guint n_tables;
  g_autofree char *made = ter_data_package_adopt (source, folder, options->language, &options->today, &n_tables, &error);

  if (made == NULL)
    {
      cli_complain ("%s", error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ? CLI_PROBLEM : CLI_FAILED;
    }
  if (as_json)
    return report_json (made, folder);
  /* Translators: how many tables of a Data Package were taken, then the folder of the pack. */
  g_print (ngettext ("%u table of a Data Package that was not made for Territoires is in %s.\n",
                     "%u tables of a Data Package that was not made for Territoires are in %s.\n", n_tables),
           n_tables, g_file_peek_path (folder));
  g_print (_ ("See it with “territoires-pack preview %s”.\n"), argument);
  return CLI_SOUND;
}

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
           "and a page that explains it; or, with --from, a pack of the tables of a Data Package that was not made for the app.\n"
           "Overwrites nothing. Exits with 0, 1 when --from names no such thing, or 2 when it could not be written.")))
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
  if (from != NULL)
    return adopt (folder, &options, argv[1]);
  made = ter_template_write (folder, &options, &error);
  if (made == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (as_json)
    return report_json (made, folder);
  /* Translators: a pack's id, then its folder. */
  g_print (_ ("The pack “%s” is in %s.\n"), made, g_file_peek_path (folder));
  g_print (_ ("See it with “territoires-pack preview %s”; its last section says what to change first.\n"), argv[1]);
  return CLI_SOUND;
}
