/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-archive.h"

G_BEGIN_DECLS

/* Where a pack comes from: a .tpack or a folder, on a medium that can be pulled out at any time. One thread at a time. */
typedef struct _TerSource TerSource;

/* (transfer full) (nullable): %NULL with issues added (an archive that is refused), or with @error. */
TerSource *ter_source_open (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error);
void ter_source_free (TerSource *self);

/* (transfer full) (nullable): a small file. %NULL with issues added, with @error, or with neither: it is not there. */
GBytes *
ter_source_load (TerSource *self, const char *path, gsize limit, GPtrArray *issues, GCancellable *cancellable, GError **error);
/* Gives a file to @func, piece by piece. %FALSE with issues added (missing, no file, damaged), or with @error (also @func's). */
gboolean ter_source_read (TerSource *self, const char *path, TerArchiveDataFunc func, gpointer user_data, GPtrArray *issues,
                          GCancellable *cancellable, GError **error);
/**
 * ter_source_check_listed:
 * @listed: a set of paths
 *
 * What an archive holds beside what is listed was put there for somebody else than its reader: each such file is an issue. A folder on a key
 * holds what file managers leave there: it is not read.
 *
 * Returns: %FALSE with issues added
 */
gboolean ter_source_check_listed (TerSource *self, GHashTable *listed, GPtrArray *issues);

/* Words that say what one can do when the source cannot be read; for an @error from here. Always %FALSE. */
gboolean ter_source_explain (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerSource, ter_source_free)

G_END_DECLS
