/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "ter-issue.h"

static char *language;

static const GOptionEntry entries[] = {
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the sentences: fr or en"), N_ ("LANGUAGE") }, { NULL }
};

/* A table in Markdown: docs/pack-format.md holds the English one, and a test compares them. */
CliStatus
cli_issues (int argc, char **argv)
{
  if (!cli_parse (&argc, &argv, entries, "issues", "",
                  _ ("Lists the code, the severity and the words of all problems that a pack can have.")))
    return CLI_FAILED;
  g_print ("| code | severity | problem | advice |\n| --- | --- | --- | --- |\n");
  for (guint code = 0; code < TER_N_ISSUES; code++)
    g_print ("| `%s` | %s | %s | %s |\n", ter_issue_code_get_name (code),
             ter_severity_get_name (ter_issue_code_get_severity (code)), ter_issue_code_get_sentence (code, language),
             ter_issue_code_get_advice (code, language));
  return CLI_SOUND;
}
