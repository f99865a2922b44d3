/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-outline.h"

/* The départements of the platform's pack: what the map is for. */
static inline TerOutline *
read_departements (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", "innovation-territoriale", "maps",
                                            "departements.geojson", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  TerOutline *outline;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, size);
  outline = ter_outline_new_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return outline;
}
