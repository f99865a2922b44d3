/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack.h"
#include "../pack-files.h"

/* JSON in which ' stands for ". */
static inline JsonNode *
parse_quoted (const char *text)
{
  g_autofree char *copy = g_strdup (text);
  JsonNode *node = json_from_string (g_strdelimit (copy, "'", '"'), NULL);

  g_assert_nonnull (node);
  return node;
}

/* A pack whose files are in @folder (/nonexistent for %NULL). @vocabularies: nullable */
static inline TerPack *
make_pack_in (GFile *folder, const char *manifest, const char *vocabularies, const char *language)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent");
  g_autoptr (JsonNode) root = parse_quoted (manifest);
  g_autoptr (JsonNode) words = vocabularies != NULL ? parse_quoted (vocabularies) : NULL;

  return ter_pack_new (fixture_files (folder != NULL ? folder : nowhere), json_node_get_object (root),
                       words != NULL ? json_node_get_array (words) : NULL, language);
}
