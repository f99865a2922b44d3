/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "ter-member-table.h"
#include "ter-schema.h"
#include "ter-vega.h"

static gboolean members;
static gboolean as_json;
static gboolean figures;

static const GOptionEntry entries[] = {
  { "members", 'm', 0, G_OPTION_ARG_NONE, &members, N_ ("Print tables of all members instead, in Markdown"), NULL },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("With --members: print them for programs, as JSON"), NULL },
  { "figures", 'f', 0, G_OPTION_ARG_NONE, &figures, N_ ("Print what becomes of each member of Vega-Lite, for programs, as JSON"),
    NULL },
  { NULL }
};

static CliStatus
print_figures (void)
{
  g_autoptr (JsonNode) root = ter_vega_to_json ();

  cli_print_json (root);
  return CLI_SOUND;
}

static CliStatus
print_members (void)
{
  g_autofree char *text = NULL;

  if (as_json)
    {
      g_autoptr (JsonNode) root = ter_member_table_to_json ();

      cli_print_json (root);
      return CLI_SOUND;
    }
  text = ter_member_table_dup_text ();
  g_print ("%s", text);
  return CLI_SOUND;
}

/* data/schema/ holds the schemas and docs/pack-format.md the tables: a test compares them. */
CliStatus
cli_schema (int argc, char **argv)
{
  g_autofree char *names = g_strjoinv (", ", (char **) ter_schema_list ());
  g_autofree char *text = NULL;

  if (!cli_parse (&argc, &argv, entries, "schema", _ ("[NAME]"),
                  _ ("Prints one of the JSON Schemas of the format, datapackage when none is named, or its members.")))
    return CLI_FAILED;
  if (argc > 2 || ((members || figures) && argc > 1) || (members && figures) || (as_json && !members))
    {
      cli_complain (_ ("usage: territoires-pack schema [NAME], or schema --members [--json]"));
      return CLI_FAILED;
    }
  if (figures)
    return print_figures ();
  if (members)
    return print_members ();
  text = ter_schema_dup_text (argc > 1 ? argv[1] : "datapackage");
  if (text == NULL)
    {
      cli_complain (_ ("no schema is called “%s”: there are %s"), argv[1], names);
      return CLI_FAILED;
    }
  g_print ("%s", text);
  return CLI_SOUND;
}
