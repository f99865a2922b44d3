/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-pack.h"
#include "cli-report.h"
#include "ter-issue.h"
#include "ter-language.h"
#include "ter-number.h"
#include "ter-pack-info.h"

static gboolean as_json;
static char *language;

static const GOptionEntry entries[] = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
                                        { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
                                          N_ ("Language of the titles: fr or en"), N_ ("LANGUAGE") },
                                        { NULL } };

/* ---- Text ---- */

static void
print_line (const char *label, const char *value)
{
  g_autofree char *shown = cli_dup_shown (value);

  /* Translators: a label and its value: "Version: 1.2.0". */
  g_print (_ ("%s: %s\n"), label, shown);
}

static void
print_list (const char *label, GStrv values)
{
  g_autofree char *joined = g_strjoinv (", ", values);

  print_line (label, joined);
}

static void
print_counts (const char *label, GPtrArray *counts, gboolean sizes)
{
  g_print (_ ("%s:\n"), label);
  for (guint i = 0; i < counts->len; i++)
    {
      const TerPackCount *count = g_ptr_array_index (counts, i);
      g_autofree char *shown = cli_dup_shown (count->title != NULL ? count->title : count->name);
      g_autofree char *size = ter_number_format_size (count->bytes);
      g_autofree char *n = ter_number_format (count->n, 0);

      if (sizes && count->n != 1)
        g_print ("  %s  %s  (%s)\n", shown, size, n);
      else
        g_print ("  %s  %s\n", shown, sizes ? size : n);
    }
}

static void
print_text (const TerPackInfo *info)
{
  g_autofree char *size = ter_number_format_size (info->bytes);
  g_autofree char *packed = ter_number_format_size (info->packed);
  g_autofree char *files = g_strdup_printf (ngettext ("%u file, %s", "%u files, %s", info->n_files), info->n_files, size);

  print_line (_ ("Title"), info->title);
  print_line (_ ("Identifier"), info->id);
  print_line (_ ("Version"), info->version);
  print_line (_ ("Made"), info->created);
  print_line (_ ("Publisher"), info->publisher);
  print_list (_ ("Languages"), info->languages);
  print_list (_ ("Licences"), info->licenses);
  print_line (_ ("Signature"), info->is_signed ? _ ("there is one") : _ ("none"));
  print_line (_ ("Contents"), files);
  if (info->packed > 0)
    print_line (_ ("As one file"), packed);
  print_counts (_ ("Sections, and how many entries each shows"), info->sections, FALSE);
  print_counts (_ ("Entries by kind"), info->kinds, FALSE);
  print_counts (_ ("Weight by role"), info->roles, TRUE);
  print_counts (_ ("Largest files"), info->largest, TRUE);
}

/* ---- JSON ---- */

static void
add_list (JsonBuilder *builder, const char *name, GStrv values)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; values[i] != NULL; i++)
    json_builder_add_string_value (builder, values[i]);
  json_builder_end_array (builder);
}

/* @key: what the names are; @n, @bytes: which counts tell something */
static void
add_counts (JsonBuilder *builder, const char *name, GPtrArray *counts, const char *key, gboolean n, gboolean bytes)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < counts->len; i++)
    {
      const TerPackCount *count = g_ptr_array_index (counts, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, key, count->name);
      if (count->title != NULL)
        cli_add_string (builder, "title", count->title);
      if (n)
        cli_report_add_int (builder, "count", count->n);
      if (bytes)
        cli_report_add_int (builder, "bytes", count->bytes);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const TerPackInfo *info)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_add_string (builder, "name", info->id);
  cli_add_string (builder, "title", info->title);
  cli_add_string (builder, "version", info->version);
  cli_add_string (builder, "created", info->created);
  cli_add_string (builder, "publisher", info->publisher);
  add_list (builder, "languages", info->languages);
  add_list (builder, "licenses", info->licenses);
  json_builder_set_member_name (builder, "signed");
  json_builder_add_boolean_value (builder, info->is_signed);
  cli_report_add_int (builder, "files", info->n_files);
  cli_report_add_int (builder, "bytes", info->bytes);
  if (info->packed > 0)
    cli_report_add_int (builder, "packed", info->packed);
  add_counts (builder, "sections", info->sections, "id", TRUE, FALSE);
  add_counts (builder, "kinds", info->kinds, "kind", TRUE, FALSE);
  add_counts (builder, "roles", info->roles, "role", TRUE, TRUE);
  add_counts (builder, "largest", info->largest, "path", FALSE, TRUE);
  json_builder_end_object (builder);
  cli_report_print_json (builder);
}

/* The archive is refused: why. */
static CliStatus
report_issues (GPtrArray *issues)
{
  g_autoptr (GListStore) store = g_list_store_new (TER_TYPE_ISSUE);

  g_list_store_splice (store, 0, 0, issues->pdata, issues->len);
  return cli_report (G_LIST_MODEL (store), &(CliReportOptions) { .json = as_json, .language = language });
}

/* What the pack says of itself is told; whether it is sound, the exit code says. */
static CliStatus
judge (const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CliPack) pack = cli_pack_open (argument, &error);
  g_autoptr (GListModel) issues = pack != NULL ? cli_pack_check (pack, &error) : NULL;

  if (issues == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (!cli_report_has_error (issues))
    return CLI_SOUND;
  if (!as_json)
    g_print ("%s\n", _ ("The pack has errors: “territoires-pack validate” tells them."));
  return CLI_PROBLEM;
}

CliStatus
cli_info (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFile) place = NULL;
  g_autoptr (TerPackInfo) info = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (&argc, &argv, entries, "info", _ ("DIR|FILE.tpack"),
                  _ ("Tells what a pack says of itself, what it holds and what weighs in it.\n"
                     "Exits with 0, 1 when it is no sound pack, 2 when it could not be read.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“info” wants one folder or one .tpack."));
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;
  place = g_file_new_for_commandline_arg (argv[1]);
  info = ter_pack_info_new (place, language != NULL ? language : ter_language_get_tag (), issues, NULL, &error);
  if (info == NULL && issues->len > 0)
    return report_issues (issues);
  if (info == NULL)
    {
      cli_complain ("%s", error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ? CLI_PROBLEM : CLI_FAILED;
    }
  if (as_json)
    print_json (info);
  else
    print_text (info);
  return judge (argv[1]);
}
