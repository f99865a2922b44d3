/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-report.h"
#include "ter-limits.h"
#include "ter-manifest.h"
#include "ter-safe-file.h"
#include "ter-translations.h"

static gboolean as_json;
static char *output, *language;

static const GOptionEntry entries[] = {
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the translation, such as en"), N_ ("LANGUAGE") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
    N_ ("Write this file, instead of the terminal; one that is there is brought up to date"), N_ ("FILE.po") },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { NULL }
};

static CliStatus
fail (const GError *error)
{
  cli_complain ("%s", error->message);
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) ? CLI_PROBLEM : CLI_FAILED;
}

/* (transfer full) (nullable): the messages of a .po file. */
static GPtrArray *
load_po (GFile *file, char **found, GError **error)
{
  g_autoptr (GBytes) bytes = ter_safe_file_load_named (file, TER_LIMIT_JSON_BYTES, NULL, error);
  GPtrArray *messages = bytes != NULL ? ter_po_read (bytes, found, error) : NULL;

  if (messages == NULL)
    g_prefix_error (error, "%s: ", g_file_peek_path (file));
  return messages;
}

/* ---- extract ---- */

static void
report_extraction (const TerTranslations *translations)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (as_json)
    {
      json_builder_begin_object (builder);
      cli_report_add_int (builder, "messages", translations->messages->len);
      cli_report_add_int (builder, "missing", translations->n_missing);
      cli_report_add_int (builder, "fuzzy", translations->n_fuzzy);
      cli_report_add_int (builder, "files", translations->n_paths);
      json_builder_end_object (builder);
      cli_report_print_json (builder);
      return;
    }
  g_print (ngettext ("%u text, ", "%u texts, ", translations->messages->len), translations->messages->len);
  /* Translators: after "120 texts, ". */
  g_print (_ ("%u of them to translate, %u to look at again.\n"), translations->n_missing, translations->n_fuzzy);
  if (translations->n_paths > 0)
    g_print (ngettext ("%u more text is a file of its own: translate the file, and name it in “bodyPath@…”.\n",
                       "%u more texts are files of their own: translate the files, and name them in “bodyPath@…”.\n",
                       translations->n_paths),
             translations->n_paths);
}

static CliStatus
extract (GFile *folder)
{
  g_autoptr (GFile) file = output != NULL ? g_file_new_for_commandline_arg (output) : NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (TerTranslations) translations = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  char *text;

  if (language == NULL)
    {
      cli_complain (_ ("“translations extract” wants --language."));
      return CLI_FAILED;
    }
  if (file != NULL && g_file_query_exists (file, NULL))
    {
      before = load_po (file, &found, &error);
      if (before == NULL)
        return fail (error);
      if (found != NULL && !g_str_equal (found, language))
        {
          cli_complain (_ ("%s is a translation into “%s”."), output, found);
          return CLI_FAILED;
        }
    }
  translations = ter_translations_extract (folder, language, before, NULL, &error);
  if (translations == NULL)
    return fail (error);
  text = ter_po_write (translations->messages, translations->project, language);
  bytes = g_bytes_new_take (text, strlen (text));
  if (file == NULL)
    {
      g_print ("%s", text);
      return CLI_SOUND;
    }
  if (!ter_manifest_replace_file (file, bytes, &error))
    return fail (error);
  report_extraction (translations);
  return CLI_SOUND;
}

/* ---- merge ---- */

static void
report_merge (const TerTranslationsMerge *merge)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (as_json)
    {
      json_builder_begin_object (builder);
      cli_report_add_int (builder, "written", merge->n_written);
      cli_report_add_int (builder, "same", merge->n_same);
      cli_report_add_int (builder, "fuzzy", merge->n_fuzzy);
      cli_report_add_int (builder, "lost", merge->n_lost);
      cli_report_add_int (builder, "files", merge->n_files);
      json_builder_end_object (builder);
      cli_report_print_json (builder);
      return;
    }
  g_print (ngettext ("%u translation written, ", "%u translations written, ", merge->n_written), merge->n_written);
  /* Translators: after "12 translations written, ". */
  g_print (_ ("%u as they were.\n"), merge->n_same);
  if (merge->n_fuzzy > 0)
    g_print (ngettext ("%u is marked fuzzy: look at it, take the mark away, and merge again.\n",
                       "%u are marked fuzzy: look at them, take the marks away, and merge again.\n", merge->n_fuzzy),
             merge->n_fuzzy);
  if (merge->n_lost > 0)
    g_print (ngettext ("%u has no place: its source has changed. Extract again.\n",
                       "%u have no place: their sources have changed. Extract again.\n", merge->n_lost),
             merge->n_lost);
  if (merge->n_files > 0 && merge->is_signed)
    g_print ("%s\n", _ ("datapackage.json has changed: sign it again."));
}

static CliStatus
merge_file (GFile *folder, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) messages = load_po (file, &found, &error);
  const char *wanted = language != NULL ? language : found;
  TerTranslationsMerge merge;

  if (messages == NULL)
    return fail (error);
  if (wanted == NULL)
    {
      cli_complain (_ ("%s does not say its language: add --language."), path);
      return CLI_FAILED;
    }
  if (!ter_translations_merge (folder, wanted, messages, &merge, NULL, &error))
    return fail (error);
  report_merge (&merge);
  return merge.n_lost > 0 ? CLI_PROBLEM : CLI_SOUND;
}

CliStatus
cli_translations (int argc, char **argv)
{
  g_autoptr (GFile) folder = NULL;

  if (
    !cli_parse (
      &argc, &argv, entries, "translations", _ ("extract DIR --language LANGUAGE | merge DIR FILE.po"),
      _ (
        "“extract” writes all texts of the pack in DIR, with the translations it has, as a .po file for translators;\n"
        "“merge” writes the translations of such a file into the pack, each beside its source.\n"
        "Exits with 0, 1 when a file is not sound or a translation has lost its place, 2 when something could not be read or written.")))
    return CLI_FAILED;
  if (argc == 3 && g_str_equal (argv[1], "extract"))
    {
      folder = g_file_new_for_commandline_arg (argv[2]);
      return extract (folder);
    }
  if (argc == 4 && g_str_equal (argv[1], "merge"))
    {
      folder = g_file_new_for_commandline_arg (argv[2]);
      return merge_file (folder, argv[3]);
    }
  cli_complain (_ ("“translations” wants “extract” and a folder, or “merge”, a folder and a file."));
  return CLI_FAILED;
}
