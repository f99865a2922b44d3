/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-report.h"
#include "ter-issue.h"

typedef struct
{
  guint errors;
  guint warnings;
  guint infos;
} Counts;

static Counts
count (GListModel *issues)
{
  Counts counts = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      switch (ter_issue_get_severity (issue))
        {
        case TER_SEVERITY_ERROR: counts.errors++; break;
        case TER_SEVERITY_WARNING: counts.warnings++; break;
        case TER_SEVERITY_INFO:
        default: counts.infos++; break;
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
    case TER_SEVERITY_ERROR: return _ ("error");
    case TER_SEVERITY_WARNING: return _ ("warning");
    case TER_SEVERITY_INFO:
    default: return _ ("note");
    }
}

/* (transfer full): "content/entries.json:12:3" */
static char *
dup_place (TerIssue *issue)
{
  g_autofree char *file = cli_dup_shown (ter_issue_get_file (issue));
  GString *place = g_string_new (*file != '\0' ? file : ".");

  if (ter_issue_get_line (issue) > 0)
    g_string_append_printf (place, ":%u", ter_issue_get_line (issue));
  if (ter_issue_get_column (issue) > 0)
    g_string_append_printf (place, ":%u", ter_issue_get_column (issue));
  return g_string_free_and_steal (place);
}

/* The other places of which the same is said: told with the first one. */
#define MAX_PLACES 5

static void
print_places (GListModel *issues, guint first, GPtrArray *sentences, GHashTable *told)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint n = 0;

  for (guint i = first + 1; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *place = NULL;

      if (!g_str_equal (g_ptr_array_index (sentences, i), g_ptr_array_index (sentences, first)))
        continue;
      place = dup_place (issue);
      g_hash_table_add (told, GUINT_TO_POINTER (i));
      if (n++ < MAX_PLACES)
        g_string_append_printf (places, "%s%s", n > 1 ? ", " : "", place);
    }
  if (n == 0)
    return;
  words = g_strdup_printf (ngettext ("and at %u other place: %s%s", "and at %u other places: %s%s", n), n, places->str,
                           n > MAX_PLACES ? "…" : "");
  g_print ("    %s\n", words);
}

static void
print_issue (GListModel *issues, guint index, GPtrArray *sentences, const CliReportOptions *options, GHashTable *told)
{
  g_autoptr (TerIssue) issue = g_list_model_get_item (issues, index);
  const char *sentence = g_ptr_array_index (sentences, index);
  g_autofree char *advice = ter_issue_dup_advice (issue, options->language);
  g_autofree char *place = dup_place (issue);

  if (g_hash_table_contains (told, GUINT_TO_POINTER (index)))
    return;
  g_print ("%s: %s: %s [%s]\n", place, severity_word (ter_issue_get_severity (issue)), sentence, ter_issue_get_code (issue));
  if (options->grouped)
    print_places (issues, index, sentences, told);
  if (!options->quiet)
    g_print ("    %s\n", advice);
}

/* (transfer full): of char *: what each issue says. */
static GPtrArray *
dup_sentences (GListModel *issues, const CliReportOptions *options)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      g_ptr_array_add (sentences, ter_issue_dup_sentence (issue, options->language));
    }
  return sentences;
}

static void
print_text (GListModel *issues, Counts counts, const CliReportOptions *options)
{
  g_autoptr (GHashTable) told = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) sentences = dup_sentences (issues, options);
  g_autofree char *errors = NULL, *warnings = NULL, *infos = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    print_issue (issues, i, sentences, options, told);
  if (options->quiet)
    return;
  if (g_list_model_get_n_items (issues) == 0)
    {
      g_print ("%s\n", options->nothing != NULL ? options->nothing : _ ("The pack is sound."));
      return;
    }
  errors = g_strdup_printf (ngettext ("%u error", "%u errors", counts.errors), counts.errors);
  warnings = g_strdup_printf (ngettext ("%u warning", "%u warnings", counts.warnings), counts.warnings);
  infos = g_strdup_printf (ngettext ("%u note", "%u notes", counts.infos), counts.infos);
  g_print ("%s, %s, %s\n", errors, warnings, infos);
}

/* ---- JSON ---- */

void
cli_report_add_int (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_issue (JsonBuilder *builder, TerIssue *issue, const CliReportOptions *options)
{
  g_autofree char *sentence = ter_issue_dup_sentence (issue, options->language);
  g_autofree char *advice = ter_issue_dup_advice (issue, options->language);

  json_builder_begin_object (builder);
  cli_add_string (builder, "code", ter_issue_get_code (issue));
  cli_add_string (builder, "severity", ter_severity_get_name (ter_issue_get_severity (issue)));
  cli_add_string (builder, "file", ter_issue_get_file (issue));
  cli_add_string (builder, "pointer", ter_issue_get_pointer (issue));
  cli_report_add_int (builder, "line", ter_issue_get_line (issue));
  cli_report_add_int (builder, "column", ter_issue_get_column (issue));
  cli_add_string (builder, "sentence", sentence);
  cli_add_string (builder, "advice", advice);
  json_builder_end_object (builder);
}

static void
print_json (GListModel *issues, Counts counts, const CliReportOptions *options)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_report_add_int (builder, "errors", counts.errors);
  cli_report_add_int (builder, "warnings", counts.warnings);
  cli_report_add_int (builder, "infos", counts.infos);
  json_builder_set_member_name (builder, "issues");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      add_issue (builder, issue, options);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_report_print_json (builder);
}

void
cli_report_print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  cli_print_json (root);
}

gboolean
cli_report_is_language (const char *language)
{
  if (language == NULL || g_str_equal (language, "fr") || g_str_equal (language, "en"))
    return TRUE;
  cli_complain (_ ("the language is “fr” or “en”."));
  return FALSE;
}

gboolean
cli_report_has_error (GListModel *issues)
{
  return count (issues).errors > 0;
}

CliStatus
cli_report (GListModel *issues, const CliReportOptions *options)
{
  Counts counts = count (issues);

  if (options->json)
    print_json (issues, counts, options);
  else
    print_text (issues, counts, options);
  return counts.errors > 0 || (options->strict && counts.warnings > 0) ? CLI_PROBLEM : CLI_SOUND;
}
