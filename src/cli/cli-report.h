/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "cli.h"

/* A list of issues, for people or for programs. */
typedef struct
{
  gboolean json;
  gboolean strict;      /* warnings count as problems */
  gboolean quiet;       /* no advice, no summary */
  const char *language; /* nullable: the locale's */
  gboolean grouped;     /* for people, a sentence that repeats is told once, with its places */
  const char *nothing;  /* nullable: what to say of an empty list; %NULL: that the pack is sound */
} CliReportOptions;

/* Prints @issues (of TerIssue). CLI_PROBLEM when there are errors. */
CliStatus cli_report (GListModel *issues, const CliReportOptions *options);

/* Whether one of @issues is an error. */
gboolean cli_report_has_error (GListModel *issues);

/* Whether @language is one in which issues are told, or %NULL; complains. */
gboolean cli_report_is_language (const char *language);

/* What cli-text.c leaves to do. */
void cli_report_add_int (JsonBuilder *builder, const char *name, gint64 value);
void cli_report_print_json (JsonBuilder *builder); /* the tree that was built, and a line break */
