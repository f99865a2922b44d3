/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-import.h"

G_BEGIN_DECLS

/* For ter-library-import.c, which makes imports and indexes what they install. */

/* Makes the installation true: the store's own part, in the middle of the index's transaction. In the installing thread. */
typedef gboolean (*TerImportCommitFunc) (gpointer commit_data, GError **error);
/* Writes the pack into the index and calls @commit when nothing else can fail. In the installing thread. */
typedef gboolean (*TerImportIndexFunc) (TerPackFiles *files, const char *id, TerImportCommitFunc commit, gpointer commit_data,
                                        gpointer user_data, GCancellable *cancellable, GError **error);

/**
 * ter_import_new:
 * @packs: (element-type TerPack): what can be read now: an update is described against the pack of its id
 * @language: the language of titles
 */
TerImport *ter_import_new (TerStore *store, GFile *source, GPtrArray *packs, const char *language, TerImportIndexFunc index,
                           gpointer user_data, GDestroyNotify destroy);
/* Begins to check. */
void ter_import_begin (TerImport *self);
/* Says instead that an earlier run of the app did not finish it. */
void ter_import_set_unfinished (TerImport *self);

G_END_DECLS
