/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-date.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/**
 * ter_lint_pack:
 * @files: a pack, best one that ter_pack_checker_check() finds sound: what cannot be read is passed over here
 * @today: the day, for dates that lie in the future
 * @cancellable: (nullable):
 * @error: the files could not be listed at all
 *
 * Tells what a sound pack could do better: the issues of the group “Quality” of ter-issue-table.h, never errors. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a list of #TerIssue in the order of file, line, column
 */
GListModel *ter_lint_pack (TerPackFiles *files, const TerDate *today, GCancellable *cancellable, GError **error);

G_END_DECLS
