/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli.h"
#include "ter-language.h"
#include "ter-pack-diff.h"
#include "ter-pack-reader.h"

static gboolean as_json;

static const GOptionEntry entries[] = {
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_("Print the changes as JSON"), NULL },
  { NULL }
};

/* (transfer full) (nullable): the one place that knows what a version of a pack may be on the command line. */
static TerPack *
open_pack (const char  *argument,
           GError     **error)
{
  g_autoptr(GFile) folder = g_file_new_for_commandline_arg (argument);
  g_autoptr(TerPackFiles) files = ter_pack_files_new_for_folder (folder);

  if (!ter_pack_files_are_there (files, error))
    return NULL;
  return ter_pack_read (files, ter_language_get_tag (), NULL, error);
}

static TerPack *
open_or_complain (const char *argument)
{
  g_autoptr(GError) error = NULL;
  TerPack *pack = open_pack (argument, &error);

  if (pack == NULL)
    {
      g_autofree char *shown = cli_dup_shown (argument);

      cli_complain ("%s: %s", shown, error->message);
    }
  return pack;
}

/* ---- Text ---- */

static void
print_change (const TerChange *change)
{
  g_autofree char *title = cli_dup_shown (change->title);
  g_autofree char *detail = change->detail != NULL ? cli_dup_shown (change->detail) : NULL;
  TerChange shown = { change->type, change->kind, change->id, title, detail };
  g_autofree char *sentence = ter_change_dup_sentence (&shown);

  g_print ("%s\n", sentence);
}

static void
print_text (GPtrArray *changes)
{
  g_autofree char *summary = ter_pack_diff_dup_summary (changes);

  for (guint i = 0; i < changes->len; i++)
    print_change (g_ptr_array_index (changes, i));
  g_print ("%s\n", summary);
}

/* ---- JSON ---- */

static void
add_pack (JsonBuilder *builder,
          const char  *name,
          TerPack     *pack)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cli_add_string (builder, "name", ter_pack_get_id (pack));
  cli_add_string (builder, "version", ter_pack_get_version (pack));
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder     *builder,
            const TerChange *change)
{
  g_autofree char *sentence = ter_change_dup_sentence (change);

  json_builder_begin_object (builder);
  cli_add_string (builder, "type", ter_change_type_get_name (change->type));
  cli_add_string (builder, "kind", change->kind);
  cli_add_string (builder, "id", change->id);
  cli_add_string (builder, "title", change->title);
  cli_add_string (builder, "detail", change->detail);
  cli_add_string (builder, "sentence", sentence);
  json_builder_end_object (builder);
}

static void
print_json (TerPack   *before,
            TerPack   *after,
            GPtrArray *changes)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;
  g_autofree char *summary = ter_pack_diff_dup_summary (changes);

  json_builder_begin_object (builder);
  add_pack (builder, "before", before);
  add_pack (builder, "after", after);
  cli_add_string (builder, "summary", summary);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < changes->len; i++)
    add_change (builder, g_ptr_array_index (changes, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  cli_print_json (root);
}

CliStatus
cli_diff (int    argc,
          char **argv)
{
  g_autoptr(TerPack) before = NULL;
  g_autoptr(TerPack) after = NULL;
  g_autoptr(GPtrArray) changes = NULL;
  g_autoptr(GError) error = NULL;

  if (!cli_parse (&argc, &argv, entries, "diff", _("OLD NEW"),
                  _("Tells in words what a reader of the pack OLD will find changed in NEW, as the update dialog does. Exits with 0\n"
                    "when nothing changes for the reader, 1 when something does, 2 when a pack could not be read.")))
    return CLI_FAILED;
  if (argc != 3)
    {
      cli_complain (_("“diff” wants two folders."));
      return CLI_FAILED;
    }

  before = open_or_complain (argv[1]);
  after = before != NULL ? open_or_complain (argv[2]) : NULL;
  if (after == NULL)
    return CLI_FAILED;
  changes = ter_pack_diff (before, after, NULL, &error);
  if (changes == NULL)
    {
      cli_complain ("%s", error->message);
      return CLI_FAILED;
    }
  if (as_json)
    print_json (before, after, changes);
  else
    print_text (changes);
  return changes->len > 0 ? CLI_PROBLEM : CLI_SOUND;
}
