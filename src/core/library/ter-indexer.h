/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"

G_BEGIN_DECLS

/* Called after each pack that was written or forgotten. */
typedef void (*TerIndexerFunc) (gpointer user_data);

/**
 * ter_indexer_run:
 * @catalogue: the index, open to write
 * @places: (element-type GFile): folders that hold packs, one a sub-folder, in the order to show
 * @changed: (nullable):
 *
 * Brings the index up to date: what is new or changed is checked and written, one transaction a pack; what has vanished is
 * forgotten; a pack with errors is kept with its issues alone. A pack whose fingerprint is known is not read. Blocks; any
 * thread.
 *
 * Returns: %FALSE with @error when the index could not be written, or cancelled: the packs done until then are kept
 */
gboolean ter_indexer_run (TerCatalogue   *catalogue,
                          GPtrArray      *places,
                          TerIndexerFunc  changed,
                          gpointer        user_data,
                          GCancellable   *cancellable,
                          GError        **error);

G_END_DECLS
