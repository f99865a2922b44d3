/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-library.h"

G_BEGIN_DECLS

/* Searches all packs on a connection of its own. One search at a time; one that is cancelled is interrupted. Any thread. */
typedef struct _TerSearch TerSearch;

/* (transfer full): over the index at @path, which is opened by the first search only. */
TerSearch *ter_search_new (const char *path);
void ter_search_free (TerSearch *self);
/* Closes the connection, so that the file can be replaced; the next search opens it again. */
void ter_search_close (TerSearch *self);
/* Searches another index from now on: the connection to the former one is closed. */
void ter_search_set_path (TerSearch *self, const char *path);

/**
 * ter_search_run:
 * @packs: (element-type gint64 TerPack): the packs to search, by the address of their number in the index
 * @text: what was typed; its last word may be unfinished
 * @limit: how many hits at most
 * @n_total: (out): how many entries match, exact up to 500, at most 1,000
 *
 * Answers with entries whose title matches first, then those whose text does. Blocks.
 *
 * Returns: (transfer full) (nullable) (element-type TerSearchHit): the hits, best first; %NULL with @error
 */
GPtrArray *ter_search_run (TerSearch *self, GHashTable *packs, const char *text, guint limit, guint *n_total,
                           GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSearch, ter_search_free)

G_END_DECLS
