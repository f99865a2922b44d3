/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-archive-writer.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): where a pack's archive goes unless its author says otherwise: ID-VERSION.tpack beside the folder. */
GFile *ter_pack_build_dup_target (GFile *pack, const char *id, const char *version);

/**
 * ter_pack_build:
 * @pack: the folder of a sound pack
 * @target: a local file, outside of @pack; replaced when it is there
 * @error: G_IO_ERROR_INVALID_ARGUMENT (@target lies in @pack, which would list itself), G_IO_ERROR_INVALID_DATA (a file is not what
 *   the manifest lists), or the disk's
 *
 * Writes the pack as one file, in @target's folder under a name of its own first: @target is whole or not there. On the disk when
 * it returns. The same pack gives the same bytes. Blocks; any thread.
 */
gboolean ter_pack_build (GFile *pack, GFile *target, TerArchiveProgressFunc progress, gpointer user_data, GCancellable *cancellable,
                         GError **error);

G_END_DECLS
