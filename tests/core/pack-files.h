/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

/* The files of a folder, given back to the caller's loop: for the tests that read one. */
static inline TerPackFiles *
fixture_files (GFile *folder)
{
  static TerPackFiles *last;

  g_clear_object (&last);
  last = ter_pack_files_new_for_folder (folder);
  return last;
}
