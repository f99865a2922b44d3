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

/**
 * ter_indexer_begin:
 * @files: a pack of the store that was checked and is sound
 * @id: its id
 *
 * Writes a pack into the index, in a transaction that ter_indexer_commit() or ter_indexer_roll_back() ends. Nobody else can write the index
 * until then. Blocks; any thread.
 *
 * Returns: %FALSE with @error when it could not be written: nothing has changed, and no transaction waits. G_IO_ERROR_BUSY: another
 * transaction is under way
 */
gboolean
ter_indexer_begin (TerCatalogue *catalogue, TerPackFiles *files, const char *id, GCancellable *cancellable, GError **error);
/* The pack is installed. An index that does not follow is brought up to date by the next run: that is no error. */
void ter_indexer_commit (TerCatalogue *catalogue);
/* The pack is not installed: the index is as it was before. Any thread, that of the transaction. */
void ter_indexer_roll_back (TerCatalogue *catalogue);

G_END_DECLS
