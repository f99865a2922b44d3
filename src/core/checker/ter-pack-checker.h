/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ter_pack_check:
 * @folder: a folder that should hold a pack
 * @cancellable: (nullable):
 * @error: the folder could not be read at all
 *
 * Looks at every byte of the pack and tells all problems at once, in the order of file, line, column. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): a list of #TerIssue, empty when the pack is sound
 */
GListModel *ter_pack_check (GFile *folder, GCancellable *cancellable, GError **error);

G_END_DECLS
