/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ter_fingerprint_of_folder:
 * @folder: a pack's folder
 *
 * Sums up the bytes of the manifest and the path, kind, size and time of each file of the folder, without opening the
 * latter. Two equal fingerprints: nothing has changed. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a text, or %NULL with @error
 */
char *ter_fingerprint_of_folder (GFile *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
