/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-archive-writer.h"

G_BEGIN_DECLS

/**
 * ter_export_files:
 * @files: a pack
 * @target: a local file: replaced when it exists
 * @progress: (nullable): of writing and reading back together
 *
 * Writes a .tpack beside @target, waits for the disk, reads it back from there, compares, and only then gives it its name. Blocks; any thread.
 *
 * Returns: %FALSE with @error, in words that say what to do; then @target is as it was, or not there
 */
gboolean ter_export_files (TerPackFiles *files, GFile *target, TerArchiveProgressFunc progress, gpointer user_data,
                           GCancellable *cancellable, GError **error);

G_END_DECLS
