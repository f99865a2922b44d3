/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "cli.h"
#include "ter-issue.h"
#include "ter-pack-checker.h"

typedef struct {
  guint errors;
  guint warnings;
  guint infos;
} Counts;

static gboolean as_json, strict, quiet;
static char *language;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_("Language of the sentences: fr or en"), N_("LANGUAGE") },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_("Exit with 1 for warnings, too"), NULL },
  { "quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_("Print no advice and no summary"), NULL },
  { NULL }
};

static Counts
count (GListModel *issues)
{
  Counts counts = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(TerIssue) issue = g_list_model_get_item (issues, i);

      switch (ter_issue_get_severity (issue))
        {
        case TER_SEVERITY_ERROR:
          counts.errors++;
          break;
        case TER_SEVERITY_WARNING:
          counts.warnings++;
          break;
        case TER_SEVERITY_INFO:
        default:
          counts.infos++;
          break;
        }
    }
  return counts;
}

/* ---- Text ---- */

static const char *
severity_word (TerSeverity severity)
{
  switch (severity)
    {
    case TER_SEVERITY_ERROR:
      return _("error");
    case TER_SEVERITY_WARNING:
      return _("warning");
    case TER_SEVERITY_INFO:
    default:
      return _("note");
    }
}

static void
print_issue (TerIssue *issue)
{
  g_autofree char *sentence = ter_issue_dup_sentence (issue, language);
  g_autofree char *advice = ter_issue_dup_advice (issue, language);
  g_autofree char *file = cli_dup_shown (ter_issue_get_file (issue));
  GString *place = g_string_new (*file != '\0' ? file : ".");

  if (ter_issue_get_line (issue) > 0)
    g_string_append_printf (place, ":%u", ter_issue_get_line (issue));
  if (ter_issue_get_column (issue) > 0)
    g_string_append_printf (place, ":%u", ter_issue_get_column (issue));
  g_print ("%s: %s: %s [%s]\n", place->str, severity_word (ter_issue_get_severity (issue)), sentence, ter_issue_get_code (issue));
  if (!quiet)
    g_print ("    %s\n", advice);
  g_string_free (place, TRUE);
}

static void
print_text (GListModel *issues,
            Counts      counts)
{
  g_autofree char *errors = NULL, *warnings = NULL, *infos = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(TerIssue) issue = g_list_model_get_item (issues, i);

      print_issue (issue);
    }
  if (quiet)
    return;
  if (g_list_model_get_n_items (issues) == 0)
    {
      g_print ("%s\n", _("The pack is sound."));
      return;
    }
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", counts.errors), counts.errors);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", counts.warnings), counts.warnings);
  infos = g_strdup_printf (ngettext ("%u note", "%u notes", counts.infos), counts.infos);
  g_print ("%s, %s, %s\n", errors, warnings, infos);
}

/* ---- JSON ---- */

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_issue (JsonBuilder *builder,
           TerIssue    *issue)
{
  g_autofree char *sentence = ter_issue_dup_sentence (issue, language);
  g_autofree char *advice = ter_issue_dup_advice (issue, language);

  json_builder_begin_object (builder);
  cli_add_string (builder, "code", ter_issue_get_code (issue));
  cli_add_string (builder, "severity", ter_severity_get_name (ter_issue_get_severity (issue)));
  cli_add_string (builder, "file", ter_issue_get_file (issue));
  cli_add_string (builder, "pointer", ter_issue_get_pointer (issue));
  add_int (builder, "line", ter_issue_get_line (issue));
  add_int (builder, "column", ter_issue_get_column (issue));
  cli_add_string (builder, "sentence", sentence);
  cli_add_string (builder, "advice", advice);
  json_builder_end_object (builder);
}

static void
print_json (GListModel *issues,
            Counts      counts)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_int (builder, "errors", counts.errors);
  add_int (builder, "warnings", counts.warnings);
  add_int (builder, "infos", counts.infos);
  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr(TerIssue) issue = g_list_model_get_item (issues, i);

      add_issue (builder, issue);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  cli_print_json (root);
}

CliStatus
cli_validate (int    argc,
              char **argv)
{
  g_autoptr(GFile) folder = NULL;
  g_autoptr (TerPackFiles) files = NULL;
  g_autoptr(GListModel) issues = NULL;
  g_autoptr(GError) error = NULL;
  Counts counts;

  if (!cli_parse (&argc, &argv, entries, "validate", _("DIR"),
                  _("Looks at every byte of the pack in the folder DIR and tells all its problems at once: where, what is\n"
                    "wrong, how to mend it. Exits with 0 when the pack is sound, 1 when it has errors, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_("“validate” wants one folder."));
      return CLI_FAILED;
    }
  if (language != NULL && !g_str_equal (language, "fr") && !g_str_equal (language, "en"))
    {
      cli_complain (_("the language is “fr” or “en”."));
      return CLI_FAILED;
    }

  folder = g_file_new_for_commandline_arg (argv[1]);
  files = ter_pack_files_new_for_folder (folder);
  issues = ter_pack_check (files, NULL, &error);
  if (issues == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  counts = count (issues);
  if (as_json)
    print_json (issues, counts);
  else
    print_text (issues, counts);
  return counts.errors > 0 || (strict && counts.warnings > 0) ? CLI_PROBLEM : CLI_SOUND;
}
