/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether a file of a pack may have this path: relative, at most 4 levels of 64 plain characters, none beginning with a dot. Any thread. */
gboolean ter_pack_path_is_valid (const char *path);

G_END_DECLS
