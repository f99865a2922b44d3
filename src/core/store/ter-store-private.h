/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "ter-store.h"

G_BEGIN_DECLS

/* What the files of the store share. */

/* (transfer full): a path below the store's folder; parts until %NULL. */
char     *ter_store_build      (TerStore *self, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): where the object with this SHA-256 is. */
char     *ter_store_object     (TerStore *self, const char *sha256);
/* Begins a change: takes the lock of the store, makes its folders, and leaves the mark that something has to be swept. */
gboolean  ter_store_begin      (TerStore *self, GError **error);
/* Whether ter_store_begin() left a mark that no sweep has taken away. */
gboolean  ter_store_is_swept   (TerStore *self);
gboolean  ter_store_end_sweep  (TerStore *self, GError **error);
/* Held by a sweep as a whole, and while an import says which objects it needs. */
void      ter_store_lock       (TerStore *self);
void      ter_store_unlock     (TerStore *self);
/* (transfer full) (nullable): a manifest among the objects, parsed. */
JsonObject *ter_store_load_manifest (TerStore *self, const char *sha256, GCancellable *cancellable, GError **error);
/* (transfer full) (nullable): bytes as a JSON object, or INVALID_DATA. */
JsonObject *ter_store_parse_manifest (GBytes *bytes, GError **error);
/* Adds the SHA-256 of each file that a manifest lists. */
void      ter_store_add_hashes (GHashTable *set, JsonObject *manifest);
/* Removes a folder of the store and all in it. */
void      ter_store_remove_folder (const char *path);
/* Whether this can be a pack's id, so that it can name a file. */
gboolean  ter_store_is_id      (const char *id);
gboolean  ter_store_is_sha256  (const char *text);
/* (transfer full) (nullable): a record's file, wherever it stands. */
TerStoreRecord *ter_store_record_load (const char *path, const char *id, GError **error);

G_END_DECLS
