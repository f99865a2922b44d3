/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <string.h>

#include "ter-json.h"

/* Titles, summaries and dates of entries. */

/* In two lines of a card; the format allows 500 characters. */
#define SUMMARY_CHARS 300

static void
look_at_title (TerLint *lint, JsonObject *entry)
{
  const char *title = ter_json_get_string (entry, "title");
  const char *kind = ter_json_get_string (entry, "kind");
  g_autofree char *folded = NULL;
  gsize mark;

  if (title == NULL || kind == NULL)
    return;
  folded = g_utf8_casefold (title, -1);
  if (g_hash_table_add (lint->titles, g_strconcat (kind, "\n", folded, NULL)))
    return;
  mark = ter_check_enter (lint->check, "title");
  ter_check_add (lint->check, TER_ISSUE_TITLE_REPEATED, "value", title, NULL);
  ter_check_leave (lint->check, mark);
}

static void
look_at_summary (TerLint *lint, JsonObject *entry)
{
  const char *summary = ter_json_get_string (entry, "summary");
  glong length = summary != NULL ? g_utf8_strlen (summary, -1) : 0;
  g_autofree char *found = g_strdup_printf ("%ld", length);
  gsize mark;

  if (length <= SUMMARY_CHARS)
    return;
  mark = ter_check_enter (lint->check, "summary");
  ter_check_add (lint->check, TER_ISSUE_SUMMARY_LONG, "found", found, "limit", G_STRINGIFY (SUMMARY_CHARS), NULL);
  ter_check_leave (lint->check, mark);
}

static void
look_at_date (TerLint *lint, JsonObject *entry)
{
  const char *updated = ter_json_get_string (entry, "updated");
  TerDate date;
  gsize mark;

  /* A year or a month that has begun is not in the future: what is not known is 0 and comes first. */
  if (updated == NULL || !ter_date_parse (updated, &date) || ter_date_compare (&date, &lint->today) <= 0)
    return;
  mark = ter_check_enter (lint->check, "updated");
  ter_check_add (lint->check, TER_ISSUE_UPDATED_FUTURE, "value", updated, NULL);
  ter_check_leave (lint->check, mark);
}

void
ter_lint_words (TerLint *lint, JsonObject *entry)
{
  look_at_title (lint, entry);
  look_at_summary (lint, entry);
  look_at_date (lint, entry);
}
