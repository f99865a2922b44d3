/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack-files.h"
#include "ter-store.h"

G_BEGIN_DECLS

/* Called after each pack that was written or forgotten. */
typedef void (*TerIndexerFunc) (gpointer user_data);

/* Says of a place that it is not a folder of packs but itself a pack in the making: see ter_pack_files_new_for_draft(). Before any
 * thread sees the place. */
void ter_indexer_set_is_draft (GFile *place);

/**
 * ter_indexer_run:
 * @catalogue: the index, open to write
 * @places: (element-type GFile): folders that hold packs, one a sub-folder, in the order to show; a sub-folder may also be a Flatpak
 * extension, whose folder "packs" holds them; or drafts
 * @store: (nullable): the packs that the reader installed: shown after the others
 * @changed: (nullable):
 *
 * Brings the index up to date: what is new or changed is checked and written, one transaction a pack; what has vanished is
 * forgotten; a pack with errors is kept with its issues alone. A pack whose fingerprint is known is not read. Blocks; any
 * thread.
 *
 * Returns: %FALSE with @error when the index could not be written, or cancelled: the packs done until then are kept
 */
gboolean ter_indexer_run (TerCatalogue *catalogue, GPtrArray *places, TerStore *store, TerIndexerFunc changed, gpointer user_data,
                          GCancellable *cancellable, GError **error);

/* What makes an installation true, when nothing else can fail any more. */
typedef gboolean (*TerIndexerCommitFunc) (gpointer user_data, GError **error);

/**
 * ter_indexer_install:
 * @files: a pack of the store that was checked and is sound
 * @id: its id
 *
 * Writes a pack into the index and calls @commit before the index's own transaction ends. Blocks; any thread.
 *
 * Returns: %FALSE with @error, when the pack could not be written (then @commit was not called) or when @commit failed: nothing has changed
 */
gboolean ter_indexer_install (TerCatalogue *catalogue, TerPackFiles *files, const char *id, TerIndexerCommitFunc commit,
                              gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
