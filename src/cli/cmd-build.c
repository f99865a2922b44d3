/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "cli-report.h"
#include "ter-manifest-refresh.h"
#include "ter-manifest.h"
#include "ter-number.h"
#include "ter-pack-build.h"
#include "ter-pack-checker.h"
#include "ter-sha256.h"

static gboolean as_json, check_only, add_files;
static char *output, *language;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write this file, instead of ID-VERSION.tpack beside DIR"),
    N_ ("FILE.tpack") },
  { "add", 'a', 0, G_OPTION_ARG_NONE, &add_files, N_ ("List the files that are not listed"), NULL },
  { "check", 'c', 0, G_OPTION_ARG_NONE, &check_only, N_ ("Write nothing; exit with 1 if something were to be written"), NULL },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("Language of the sentences: fr or en"), N_ ("LANGUAGE") },
  { NULL }
};

/* ---- What is said of the list ---- */

static const char *
get_state_name (TerListedState state)
{
  switch (state)
    {
    case TER_LISTED_STALE: return "stale";
    case TER_LISTED_ADDED: return "added";
    case TER_LISTED_NOT: return "unlisted";
    case TER_LISTED_MISSING:
    default: return "missing";
    }
}

static const char *
get_state_words (TerListedState state)
{
  switch (state)
    {
    case TER_LISTED_STALE: return check_only ? _ ("size or hash out of date") : _ ("size and hash renewed");
    case TER_LISTED_ADDED: return check_only ? _ ("would be listed") : _ ("listed");
    case TER_LISTED_NOT: return _ ("not listed; --add adds:");
    case TER_LISTED_MISSING:
    default: return _ ("listed, but there is no such file");
    }
}

static void
print_files (const TerManifestRefresh *refresh)
{
  for (guint i = 0; i < refresh->files->len && !as_json; i++)
    {
      const TerListedFile *file = g_ptr_array_index (refresh->files, i);

      g_autofree char *line = file->line != NULL ? cli_dup_shown (file->line) : NULL;

      /* The paths themselves are plain letters: see ter_manifest_refresh(). */
      g_print ("%s: %s\n", file->path, get_state_words (file->state));
      if (line != NULL)
        g_print ("    %s\n", line);
    }
}

static gboolean
has_unlisted (const TerManifestRefresh *refresh)
{
  for (guint i = 0; i < refresh->files->len; i++)
    if (((TerListedFile *) g_ptr_array_index (refresh->files, i))->state == TER_LISTED_NOT)
      return TRUE;
  return FALSE;
}

/* ---- What is said at the end ---- */

typedef struct
{
  const TerManifestRefresh *refresh;
  const char *outcome; /* for programs: "built", "sound", "stale", "invalid", "unsigned" */
  GFile *target;       /* nullable */
  guint64 size;
  char *sha256; /* nullable */
} Outcome;

static void
print_json (const Outcome *outcome)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_add_string (builder, "outcome", outcome->outcome);
  json_builder_set_member_name (builder, "manifestChanged");
  json_builder_add_boolean_value (builder, outcome->refresh->changed);
  json_builder_set_member_name (builder, "files");
  json_builder_begin_array (builder);
  for (guint i = 0; i < outcome->refresh->files->len; i++)
    {
      const TerListedFile *file = g_ptr_array_index (outcome->refresh->files, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "path", file->path);
      cli_add_string (builder, "state", get_state_name (file->state));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  if (outcome->sha256 != NULL)
    {
      cli_add_string (builder, "output", g_file_peek_path (outcome->target));
      cli_report_add_int (builder, "bytes", outcome->size);
      cli_add_string (builder, "sha256", outcome->sha256);
    }
  json_builder_end_object (builder);
  cli_report_print_json (builder);
}

/* @text: for people */
static CliStatus
conclude (const Outcome *outcome, CliStatus status, const char *text)
{
  if (as_json)
    print_json (outcome);
  else
    g_print ("%s\n", text);
  return status;
}

static CliStatus
fail (const GError *error)
{
  cli_complain ("%s", error->message);
  return CLI_FAILED;
}

static CliStatus
write_archive (GFile *folder, Outcome *outcome)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;
  CliStatus status;

  if (!ter_pack_build (folder, outcome->target, NULL, NULL, NULL, &error))
    return fail (error);
  {
    g_autofd int fd = g_open (g_file_peek_path (outcome->target), O_RDONLY | O_CLOEXEC, 0);

    outcome->sha256 = fd >= 0 ? ter_sha256_of_fd (fd, G_MAXUINT64, &outcome->size, NULL, &error) : NULL;
  }
  if (outcome->sha256 == NULL)
    return error != NULL ? fail (error) : CLI_FAILED;
  size = ter_number_format_size (outcome->size);
  /* Translators: a file that was written: its path, its size, its SHA-256. */
  text = g_strdup_printf (_ ("Written: %s (%s)\nSHA-256: %s"), g_file_peek_path (outcome->target), size, outcome->sha256);
  status = conclude (outcome, CLI_SOUND, text);
  g_clear_pointer (&outcome->sha256, g_free);
  return status;
}

/* The list is in order: what else the pack has to say, then the archive. */
static CliStatus
check_and_write (GFile *folder, Outcome *outcome)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) issues = ter_pack_checker_check (files, NULL, &error);

  if (issues == NULL)
    return fail (error);
  if (!as_json && g_list_model_get_n_items (issues) > 0)
    cli_report (issues, &(CliReportOptions) { .language = language });
  if (cli_report_has_error (issues))
    {
      outcome->outcome = "invalid";
      return conclude (outcome, CLI_PROBLEM,
                       outcome->refresh->changed && !check_only
                         ? _ ("The pack has errors: no .tpack was written. Sizes and hashes in datapackage.json were renewed.")
                         : _ ("The pack has errors: nothing was written."));
    }
  if (check_only)
    {
      outcome->outcome = "sound";
      return conclude (outcome, CLI_SOUND, _ ("The pack is sound, and its list in order."));
    }
  outcome->outcome = "built";
  return write_archive (folder, outcome);
}

static CliStatus
build (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerManifestRefresh) refresh = ter_manifest_refresh (folder, add_files, NULL, &error);
  g_autoptr (GFile) target = NULL;
  Outcome outcome = { 0 };

  if (refresh == NULL)
    return fail (error);
  target =
    output != NULL ? g_file_new_for_commandline_arg (output) : ter_pack_build_dup_target (folder, refresh->id, refresh->version);
  outcome = (Outcome) { .refresh = refresh, .target = target };
  print_files (refresh);
  if (check_only && (refresh->changed || has_unlisted (refresh)))
    {
      outcome.outcome = "stale";
      return conclude (&outcome, CLI_PROBLEM, _ ("The list in datapackage.json is not in order."));
    }
  if (refresh->changed && !check_only && !ter_manifest_write (folder, refresh->manifest, &error))
    return fail (error);
  if (ter_manifest_is_signed (folder) && !ter_manifest_is_signature_sound (folder, refresh->manifest))
    {
      outcome.outcome = "unsigned";
      return conclude (
        &outcome, CLI_PROBLEM,
        refresh->changed
          ? _ (
              "datapackage.json has changed, and its signature is still that of before. Sign it again, then build: nothing else was written.")
          : _ ("The signature is not of this datapackage.json. Sign it again, then build: nothing was written."));
    }
  if (target == NULL && !check_only)
    {
      outcome.outcome = "invalid";
      return conclude (
        &outcome, CLI_PROBLEM,
        refresh->changed
          ? _ ("datapackage.json lacks “name” or “version”: no .tpack was written. Its sizes and hashes were renewed.")
          : _ ("datapackage.json lacks “name” or “version”: nothing was written."));
    }
  return check_and_write (folder, &outcome);
}

CliStatus
cli_build (int argc, char **argv)
{
  g_autoptr (GFile) folder = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "build", _ ("DIR"),
        _ ("Renews the sizes and hashes in the list of datapackage.json, checks the pack, and writes it as one file, a .tpack.\n"
           "The same pack always gives the same bytes. Exits with 0, 1 when the pack has errors or its signature is out of\n"
           "date, 2 when something could not be read or written.")))
    return CLI_FAILED;
  if (argc != 2)
    {
      cli_complain (_ ("“%s” wants one folder."), "build");
      return CLI_FAILED;
    }
  if (!cli_report_is_language (language))
    return CLI_FAILED;
  folder = g_file_new_for_commandline_arg (argv[1]);
  return build (folder);
}
