/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-issue.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/* Octets read, of how many. In the reading thread, often. */
typedef void (*TerVerifyProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/**
 * ter_verify_files:
 * @progress: (nullable):
 *
 * Reads every byte of a pack and compares it with its manifest, and that one with its signature or its name among the objects.
 * Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a list of #TerIssue, one a damaged or missing file, empty when the pack is intact; %NULL
 *   with @error when it was cancelled or the pack is out of reach
 */
GListModel *ter_verify_files (TerPackFiles *files, TerVerifyProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
