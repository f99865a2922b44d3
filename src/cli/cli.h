/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

/* What territoires-pack says when it ends. */
typedef enum
{
  CLI_SOUND = 0,
  CLI_PROBLEM = 1, /* the pack has errors; the packs differ */
  CLI_FAILED = 2,  /* the command could not run */
} CliStatus;

/* A subcommand: its name, one line of help, and what runs it with its own arguments (argv[0] is its name). */
typedef struct
{
  const char *name;
  const char *summary;
  CliStatus (*run) (int argc, char **argv);
} CliCommand;

CliStatus cli_new (int argc, char **argv);
CliStatus cli_validate (int argc, char **argv);
CliStatus cli_lint (int argc, char **argv);
CliStatus cli_build (int argc, char **argv);
CliStatus cli_info (int argc, char **argv);
CliStatus cli_import (int argc, char **argv);
CliStatus cli_translations (int argc, char **argv);
CliStatus cli_preview (int argc, char **argv);
CliStatus cli_diff (int argc, char **argv);
CliStatus cli_figure (int argc, char **argv);
CliStatus cli_keygen (int argc, char **argv);
CliStatus cli_sign (int argc, char **argv);
CliStatus cli_verify (int argc, char **argv);
CliStatus cli_issues (int argc, char **argv);
CliStatus cli_schema (int argc, char **argv);

/* Parses @argv; prints what is wrong with it. @command: the name that help shows; @usage: what stands behind it */
gboolean
cli_parse (int *argc, char ***argv, const GOptionEntry *entries, const char *command, const char *usage, const char *summary);
/* Prints to stderr, with the program's name before; names of files and words of packs may stand in it. */
void cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* ---- cli-text.c: what packs say, on a terminal ---- */

/* (transfer full): a text of a pack that cannot play with the terminal: on one line, in the direction of all others. */
char *cli_dup_shown (const char *text);
/* Prints @root for a program to read: as it is, but with what a terminal would obey written as \uXXXX. */
void cli_print_json (JsonNode *root);
/* Adds a member; @value: (nullable): %NULL is null. */
void cli_add_string (JsonBuilder *builder, const char *name, const char *value);
