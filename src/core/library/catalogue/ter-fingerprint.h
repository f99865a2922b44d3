/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/**
 * ter_fingerprint_of_files:
 * @files: a pack's files
 *
 * Sums up the bytes of the manifest and the path, kind, size and time of each other file, without opening the
 * latter. Two equal fingerprints: nothing has changed. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a text, or %NULL with @error
 */
char *ter_fingerprint_of_files (TerPackFiles *files, GCancellable *cancellable, GError **error);

G_END_DECLS
