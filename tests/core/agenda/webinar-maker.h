/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-webinar.h"
#include "../pack-files.h"

/* A webinar of a small pack, from the members that a test is about: make_webinar ("'start': '2020-05-28'"). Quotes are
 * written as ' to keep tests legible. */
static inline TerWebinar *
make_webinar_of_version (const char *version, const char *members)
{
  g_autofree char *manifest_text =
    g_strdup_printf ("{'name': 'essai', 'title': 'Essai', 'version': '%s', 'languages': ['fr', 'en'], "
                     "'format': [1, 0], 'sections': [], 'resources': []}",
                     version);
  g_autofree char *entry_text =
    g_strdup_printf ("{'id': 'web-1', 'kind': 'webinar', 'title': 'Un webinaire'%s%s}", *members != '\0' ? ", " : "", members);
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (JsonNode) manifest = NULL;
  g_autoptr (JsonNode) object = NULL;
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (TerEntry) entry = NULL;

  manifest = json_from_string (g_strdelimit (manifest_text, "'", '"'), NULL);
  object = json_from_string (g_strdelimit (entry_text, "'", '"'), NULL);
  g_assert_nonnull (manifest);
  g_assert_nonnull (object);
  pack = ter_pack_new (fixture_files (folder), json_node_get_object (manifest), NULL, "fr");
  entry = ter_entry_new (pack, json_node_get_object (object));
  return ter_webinar_new (entry);
}

static inline TerWebinar *
make_webinar (const char *members)
{
  return make_webinar_of_version ("1.0.0", members);
}
