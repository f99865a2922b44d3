/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "ter-issue.h"
#include "ter-lint.h"
#include "ter-pack-checker.h"

static gboolean as_json, strict, quiet;
static char *language;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the sentences: fr or en"), N_ ("LANGUAGE") },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_ ("Exit with 1 for warnings, too"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print no advice and no summary"), NULL },
  { NULL }
};

static TerDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  TerDate today = { .hour = -1 };

  g_date_time_get_ymd (now, &today.year, &today.month, &today.day);
  return today;
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return ter_issue_compare (&a, &b);
}

/* (transfer full): both lists as one, in order. */
static GListModel *
merge (GListModel *one, GListModel *other)
{
  GListStore *all = g_list_store_new (TER_TYPE_ISSUE);
  GListModel *lists[] = { one, other };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < g_list_model_get_n_items (lists[i]); j++)
      {
        g_autoptr (TerIssue) issue = g_list_model_get_item (lists[i], j);

        g_list_store_append (all, issue);
      }
  g_list_store_sort (all, compare_cb, NULL);
  return G_LIST_MODEL (all);
}

CliStatus
cli_lint (int argc, char **argv)
{
  CliReportOptions options = { 0 };
  TerDate today = get_today ();
  g_autoptr (GFile) folder = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr (GListModel) checked = NULL;
  g_autoptr (GListModel) quality = NULL;
  g_autoptr (GListModel) all = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "lint", _ ("DIR"),
        _ ("Tells what the pack in the folder DIR could do better: missing sources, dates, licences, descriptions and\n"
           "translations, weak colours, what nothing leads to, unknown codes. A pack that has errors is told these alone.\n"
           "Exits with 0, with 1 when the pack has errors (with --strict: warnings), 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“%s” wants one folder."), "lint");
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;

  options = (CliReportOptions) { .json = as_json, .strict = strict, .quiet = quiet, .language = language, .grouped = TRUE };
  options.nothing = _ ("There is nothing to improve.");
  folder = g_file_new_for_commandline_arg (argv[1]);
  files = ter_pack_files_new_for_folder (folder);
  checked = ter_pack_checker_check (files, NULL, &error);
  if (checked != NULL && cli_report_has_error (checked))
    return cli_report (checked, &options);
  if (checked != NULL)
    quality = ter_lint_pack (files, &today, NULL, &error);
  if (quality == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  all = merge (checked, quality);
  return cli_report (all, &options);
}
