/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-integrity.h"

G_BEGIN_DECLS

/**
 * ter_verify_pack:
 * @progress: (nullable):
 *
 * Reads every byte of a pack and compares it with its manifest, and that one, among objects, with its name. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a list of #TerIssue, one a damaged or missing file, empty when the pack is intact; %NULL
 *   with @error when it was cancelled or the pack is out of reach
 */
GListModel *ter_verify_pack (TerPackFiles *files, TerIntegrityProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                             GError **error);

G_END_DECLS
