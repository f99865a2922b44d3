/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>

#include "cli-pack.h"
#include "cli.h"
#include "ter-language.h"
#include "ter-pack-diff.h"
#include "ter-pack-reader.h"

static gboolean as_json;

static const GOptionEntry entries[] = { { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the changes as JSON"), NULL },
                                        { NULL } };

static TerPack *
read_pack (CliPack *opened, GError **error)
{
  if (opened->files != NULL && opened->issues->len == 0)
    return ter_pack_reader_read (opened->files, ter_language_get_tag (), NULL, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _ ("this pack is damaged; “territoires-pack validate” says where."));
  return NULL;
}

/* @opened: (out): to be freed after the pack */
static TerPack *
open_or_complain (const char *argument, CliPack **opened)
{
  g_autoptr (GError) error = NULL;
  TerPack *pack = NULL;

  *opened = cli_pack_open (argument, &error);
  if (*opened != NULL)
    pack = read_pack (*opened, &error);
  if (pack == NULL)
    cli_complain ("%s: %s", argument, error->message);
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
add_pack (JsonBuilder *builder, const char *name, TerPack *pack)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  cli_add_string (builder, "name", ter_pack_get_id (pack));
  cli_add_string (builder, "version", ter_pack_get_version (pack));
  json_builder_end_object (builder);
}

static void
add_change (JsonBuilder *builder, const TerChange *change)
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
print_json (TerPack *before, TerPack *after, GPtrArray *changes)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
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
cli_diff (int argc, char **argv)
{
  g_autoptr (CliPack) opened_before = NULL;
  g_autoptr (CliPack) opened_after = NULL;
  g_autoptr (TerPack) before = NULL;
  g_autoptr (TerPack) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "diff", _ ("OLD NEW"),
        _ ("Tells in words what a reader of the pack OLD will find changed in NEW, as the update dialog does. Exits with 0\n"
           "when nothing changes for the reader, 1 when something does, 2 when a pack could not be read.")))
    return CLI_FAILED;
  if (argc != 3)
    {
      cli_complain (_ ("“diff” wants two packs: folders or .tpack files."));
      return CLI_FAILED;
    }

  before = open_or_complain (argv[1], &opened_before);
  after = before != NULL ? open_or_complain (argv[2], &opened_after) : NULL;
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
