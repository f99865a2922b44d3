/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <stdlib.h>

#include "cli.h"
#include "ter-language.h"

static const CliCommand commands[] = {
  { "new", N_ ("write a small pack to start from"), cli_new },
  { "preview", N_ ("open the app on a pack and follow its changes"), cli_preview },
  { "validate", N_ ("tell all problems of a pack"), cli_validate },
  { "lint", N_ ("tell what a pack could do better"), cli_lint },
  { "build", N_ ("renew the list and write a .tpack"), cli_build },
  { "info", N_ ("tell what a pack holds and weighs"), cli_info },
  { "import", N_ ("make a table of a CSV"), cli_import },
  { "translations", N_ ("extract texts for translators, merge their work"), cli_translations },
  { "diff", N_ ("tell what changes from one version of a pack to another"), cli_diff },
  { "figure", N_ ("print what a figure draws, without drawing it"), cli_figure },
  { "keygen", N_ ("make the keys of a publisher"), cli_keygen },
  { "sign", N_ ("sign a pack"), cli_sign },
  { "verify", N_ ("check signature and files of a pack"), cli_verify },
  { "issues", N_ ("list all problems that a pack can have"), cli_issues },
  { "schema", N_ ("print the JSON Schemas of the format, or its members"), cli_schema },
};

/* A program reads what is printed: what fails is told in its language, too. */
static gboolean wants_json;

static gboolean
asks_for_json (char **argv)
{
  for (guint i = 0; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    if (g_str_equal (argv[i], "--json") || g_str_equal (argv[i], "-j"))
      return TRUE;
  return FALSE;
}

/* Arguments and JSON are UTF-8, whatever the locale says of its letters: "C" knows no accent. */
static void
use_utf8 (void)
{
  if (!g_get_charset (NULL))
    setlocale (LC_CTYPE, "C.UTF-8");
}

static void
print_failure (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  cli_add_string (builder, "failure", valid);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  cli_print_json (root);
}

void
cli_complain (const char *format, ...)
{
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  shown = cli_dup_shown (text);
  g_printerr ("territoires-pack: %s\n", shown);
  if (wants_json)
    print_failure (text);
}

gboolean
cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *command, const char *usage, const char *summary)
{
  g_autofree char *program = g_strdup_printf ("territoires-pack %s", command);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, argc, argv, &error))
    return TRUE;
  cli_complain ("%s", error->message);
  return FALSE;
}

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: territoires-pack COMMAND [OPTION…]"));
  g_print ("%s\n\n", _ ("Checks packs of Territoires. A pack is a folder with a datapackage.json."));
  g_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s  %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n", _ ("“territoires-pack COMMAND --help” says more."));
}

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("TER_LOCALE_DIR");

  ter_language_init (locale_dir != NULL ? locale_dir : TER_LOCALE_DIR);
  use_utf8 ();
  wants_json = asks_for_json (argv);

  if (argc < 2)
    {
      print_help ();
      return CLI_FAILED;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    {
      print_help ();
      return CLI_SOUND;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("territoires-pack %s, %s %d.%d\n", TER_VERSION, _ ("pack format"), TER_FORMAT_MAJOR, TER_FORMAT_MINOR);
      return CLI_SOUND;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  cli_complain (_ ("there is no command “%s”. “territoires-pack --help” lists them."), argv[1]);
  return CLI_FAILED;
}
