/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include "ter-figure.h"

/* (transfer full): JSON whose quotes are single, for legibility. */
static inline JsonNode *
figure_maker_parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (quoted, &error);

  g_assert_no_error (error);
  return node;
}

/* (transfer full): a figure of rows in which "d" is a day. */
static inline TerFigure *
figure_maker_make (const char *rows, const char *spec)
{
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autoptr (JsonNode) node = figure_maker_parse (spec);
  g_autoptr (JsonNode) resource =
    figure_maker_parse ("{'mediatype':'application/json','schema':{'fields':[{'name':'d','type':'date'}]}}");
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);

  g_assert_nonnull (table);
  return ter_figure_new (json_node_get_object (node), table);
}
