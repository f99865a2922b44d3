/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/**
 * ter_pack_checker_check:
 * @files: the files that should be a pack
 * @cancellable: (nullable):
 * @error: the files could not be listed at all
 *
 * Looks at every byte of the pack and tells all problems at once, in the order of file, line, column. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a list of #TerIssue, empty when the pack is sound
 */
GListModel *ter_pack_checker_check (TerPackFiles *files, GCancellable *cancellable, GError **error);

G_END_DECLS
