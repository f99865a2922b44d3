/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-pack.h"
#include "cli-report.h"

static gboolean as_json, strict, quiet;
static char *language;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the sentences: fr or en"), N_ ("LANGUAGE") },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_ ("Exit with 1 for warnings, too"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print no advice and no summary"), NULL },
  { NULL }
};

CliStatus
cli_validate (int argc, char **argv)
{
  g_autoptr (CliPack) pack = NULL;
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "validate", _ ("PACK"),
        _ ("Looks at every byte of PACK, a folder or a .tpack, and tells all its problems at once: where, what is\n"
           "wrong, how to mend it. Exits with 0 when the pack is sound, 1 when it has errors, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“validate” wants one folder or one .tpack file."));
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;

  pack = cli_pack_open (argv[1], &error);
  if (pack != NULL)
    issues = cli_pack_check (pack, &error);
  if (issues == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  return cli_report (issues, &(CliReportOptions) { .json = as_json, .strict = strict, .quiet = quiet, .language = language });
}
