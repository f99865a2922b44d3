/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-pack-files.h"

G_BEGIN_DECLS

/**
 * ter_resource_guess:
 * @files: the pack, whose tables' schema is inferred from their cells
 * @path: a file of it
 * @names: (element-type utf8): the names that are taken; the new one is added
 *
 * What a file's path and contents tell of its resource: name, path, role, media type, for a table its schema, for outlines their
 * level. Neither size nor hash. Blocks; any thread.
 *
 * Returns: (transfer full):
 */
JsonObject *ter_resource_guess (TerPackFiles *files, const char *path, GHashTable *names);

G_END_DECLS
