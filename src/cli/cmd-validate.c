/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "ter-pack-checker.h"

static gboolean as_json, strict, quiet;
static char *language;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("Language of the sentences: fr or en"), N_("LANGUAGE") },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_("Exit with 1 for warnings, too"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_("Print no advice and no summary"), NULL },
  { NULL }
};

CliStatus
cli_validate (int    argc,
              char **argv)
{
  g_autoptr(GFile) folder = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;

  if (!cli_parse (&argc, &argv, entries, "validate", _("DIR"),
                  _("Looks at every byte of the pack in the folder DIR and tells all its problems at once: where, what is\n"
                    "wrong, how to mend it. Exits with 0 when the pack is sound, 1 when it has errors, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_("“validate” wants one folder."));
      return CLI_FAILED;
    }
  if (!cli_is_language (language))
    return CLI_FAILED;

  folder = g_file_new_for_commandline_arg (argv[1]);
  files = ter_pack_files_new_for_folder (folder);
  issues = ter_pack_check (files, NULL, &error);
  if (issues == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  return cli_report (issues, &(CliReportOptions) { .json = as_json, .strict = strict, .quiet = quiet, .language = language });
}
