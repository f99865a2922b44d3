/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/* Files read, of how many. In the reading thread. */
typedef void (*TerIntegrityProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/**
 * ter_integrity_check:
 * @files: a pack
 * @manifest: its manifest, whatever it holds
 * @issues: (element-type TerIssue): a file that is missing, damaged, too many or no file is appended: by its path
 * @progress: (nullable):
 *
 * Compares size and SHA-256 of every file with the list that the manifest holds: with a sound signature of the manifest, nothing
 * appended means that the whole pack is as it was signed. Nothing else is looked at: see ter_pack_checker_check(). Blocks; any thread.
 *
 * Returns: %FALSE with @error when it was cancelled, or the pack's place cannot be listed
 */
gboolean ter_integrity_check (TerPackFiles *files, JsonObject *manifest, GPtrArray *issues, TerIntegrityProgressFunc progress,
                              gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
