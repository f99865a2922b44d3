/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint-private.h"

#include <string.h>

#include "ter-json.h"
#include "ter-kind.h"

/* Where a content comes from, of when it is, and what may be done with it. */

static gboolean
has_sources (JsonObject *object)
{
  return ter_json_array_length (ter_json_get_array (object, "sources")) > 0;
}

/* Whether one of its sources says of when it is. */
static gboolean
has_dated_source (JsonObject *object)
{
  JsonArray *sources = ter_json_get_array (object, "sources");

  for (guint i = 0; i < ter_json_array_length (sources); i++)
    if (ter_json_get_string (ter_json_array_object (sources, i), "date") != NULL)
      return TRUE;
  return FALSE;
}

void
ter_lint_provenance (TerLint *lint, JsonObject *entry)
{
  const char *kind = ter_json_get_string (entry, "kind");

  if (ter_kind_has (kind, TER_KIND_SOURCED) && !has_sources (entry) && ter_json_get_string (entry, "author") == NULL)
    ter_check_add (lint->check, TER_ISSUE_SOURCE_MISSING, NULL);
  if (ter_kind_has (kind, TER_KIND_DATED) && ter_json_get_string (entry, "date") == NULL &&
      ter_json_get_string (entry, "updated") == NULL)
    ter_check_add (lint->check, TER_ISSUE_DATE_MISSING, NULL);
  if (ter_kind_has (kind, TER_KIND_LICENSED) && ter_json_array_length (ter_json_get_array (entry, "files")) > 0 &&
      ter_json_get_string (entry, "license") == NULL)
    ter_check_add (lint->check, TER_ISSUE_LICENSE_MISSING, NULL);
}

/* ---- Figures ---- */

void
ter_lint_foreach_figure (TerLint *lint, JsonObject *dashboard, TerLintFigureFunc func)
{
  JsonArray *groups = ter_json_get_array (dashboard, "groups");

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          gsize mark = ter_check_enter (lint->check, "groups");

          ter_check_enter_index (lint->check, i);
          ter_check_enter (lint->check, "figures");
          ter_check_enter_index (lint->check, j);
          if (ter_json_array_object (figures, j) != NULL)
            func (lint, ter_json_array_object (figures, j));
          ter_check_leave (lint->check, mark);
        }
    }
}

/* Nullable: the table that a figure draws. */
static JsonObject *
get_table (TerLint *lint, JsonObject *figure)
{
  JsonObject *data = ter_json_get_object (ter_json_get_object (figure, "spec"), "data");
  const char *name = ter_json_get_string (data, "name");

  return name != NULL ? g_hash_table_lookup (lint->resources, name) : NULL;
}

static gboolean
is_percentage (JsonObject *table, const char *field)
{
  JsonArray *fields = ter_json_get_array (ter_json_get_object (table, "schema"), "fields");

  for (guint i = 0; field != NULL && i < ter_json_array_length (fields); i++)
    {
      JsonObject *object = ter_json_array_object (fields, i);

      if (g_strcmp0 (ter_json_get_string (object, "name"), field) == 0)
        return g_strcmp0 (ter_json_get_string (object, "unit"), "%") == 0;
    }
  return FALSE;
}

static gboolean
shows_percentages (JsonObject *figure, JsonObject *table)
{
  JsonObject *encoding = ter_json_get_object (ter_json_get_object (figure, "spec"), "encoding");
  JsonObjectIter iter;
  JsonNode *channel;

  if (encoding == NULL)
    return FALSE;
  json_object_iter_init (&iter, encoding);
  while (json_object_iter_next (&iter, NULL, &channel))
    if (is_percentage (table, ter_json_get_string (ter_json_node_object (channel), "field")))
      return TRUE;
  return FALSE;
}

static void
look_at_figure (TerLint *lint, JsonObject *figure)
{
  JsonObject *table = get_table (lint, figure);
  /* Who asked, or what was asked: the numbers are answers. */
  gboolean survey = ter_json_get_string (figure, "question") != NULL || ter_json_get_string (figure, "institute") != NULL;

  if (ter_json_get_string (figure, "description") == NULL)
    ter_check_add (lint->check, TER_ISSUE_FIGURE_DESCRIPTION_MISSING, NULL);
  if (!has_sources (figure) && ter_json_get_string (figure, "institute") == NULL && !has_sources (table))
    ter_check_add (lint->check, TER_ISSUE_SOURCE_MISSING, NULL);
  if (ter_json_get_string (figure, "date") == NULL && ter_json_get_string (table, "vintage") == NULL && !has_dated_source (figure))
    ter_check_add (lint->check, TER_ISSUE_DATE_MISSING, NULL);
  if (survey && ter_json_get_object (figure, "base") == NULL && shows_percentages (figure, table))
    ter_check_add (lint->check, TER_ISSUE_BASE_MISSING, NULL);
}

void
ter_lint_figures (TerLint *lint, JsonObject *dashboard)
{
  ter_lint_foreach_figure (lint, dashboard, look_at_figure);
}
