/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-kit.h"
#include "../pack-files.h"

/* A kit of a pack in @folder; in @resources and @members, quotes are written as ' to keep tests legible. */
static inline TerKit *
make_kit (GFile *folder, const char *resources, const char *members)
{
  g_autofree char *manifest_text =
    g_strdup_printf ("{'name': 'essai', 'title': 'Essai', 'version': '1.0.0', 'languages': ['fr', 'en'], "
                     "'format': [1, 0], 'sections': [], 'resources': [%s]}",
                     resources);
  g_autofree char *entry_text =
    g_strdup_printf ("{'id': 'kit-1', 'kind': 'kit', 'title': 'Un kit'%s%s}", *members != '\0' ? ", " : "", members);
  g_autoptr (JsonNode) manifest = json_from_string (g_strdelimit (manifest_text, "'", '"'), NULL);
  g_autoptr (JsonNode) object = json_from_string (g_strdelimit (entry_text, "'", '"'), NULL);
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (TerEntry) entry = NULL;

  g_assert_nonnull (manifest);
  g_assert_nonnull (object);
  pack = ter_pack_new (fixture_files (folder), json_node_get_object (manifest), NULL, "fr");
  entry = ter_entry_new (pack, json_node_get_object (object));
  return ter_kit_new (entry);
}
