/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>
#include "ter-store.h"

G_BEGIN_DECLS

/* What the files of the store share. */

/* (transfer full): a path below the store's folder; parts until %NULL. */
char *ter_store_build (TerStore *self, ...) G_GNUC_NULL_TERMINATED;
/* (transfer full): where the object with this SHA-256 is. */
char *ter_store_object (TerStore *self, const char *sha256);
/* Begins a change, whose caller holds ter_store_lock() until the change is made: keeps other processes out, makes the folders, and
 * leaves the mark that something has to be swept. */
gboolean ter_store_begin (TerStore *self, GError **error);
/* Whether ter_store_begin() left a mark that no sweep has taken away. */
gboolean ter_store_is_swept (TerStore *self);
gboolean ter_store_end_sweep (TerStore *self, GError **error);
/* Held by each change, by a sweep as a whole, and while an import says which objects it needs: a record that moved from one folder to
 * the other while a sweep reads them would be seen in none of the two. */
void ter_store_lock (TerStore *self);
void ter_store_unlock (TerStore *self);
/* Imports read, and give up what they read, one after the other and in the order of their turns. Two of the same pack share what is read:
 * one that is given up late would take it away from the next. A turn is taken where the order is known, and used in a thread. */
guint64 ter_store_take_turn (TerStore *self);
void ter_store_begin_turn (TerStore *self, guint64 turn); /* waits for those before */
void ter_store_end_turn (TerStore *self);
/* Ends the imports that an earlier process installed and could not end. */
void ter_store_end_installed (TerStore *self);
/* (transfer full) (nullable) (element-type utf8): the names in a folder, none when it is not there. %NULL with @error when they cannot be
 * read to the end: what is not seen must not be taken for what is not there. */
GPtrArray *ter_store_list_names (const char *path, GError **error);
/* (transfer full) (nullable): a manifest among the objects, parsed; INVALID_DATA when it is not what its name says. */
JsonObject *ter_store_load_manifest (TerStore *self, const char *sha256, GCancellable *cancellable, GError **error);
/* (transfer full) (nullable): bytes as a JSON object, or INVALID_DATA. */
JsonObject *ter_store_parse_manifest (GBytes *bytes, GError **error);
/* Adds the SHA-256 of each file that a manifest lists. */
void ter_store_add_hashes (GHashTable *set, JsonObject *manifest);
/* Removes a folder of the store and all in it. %FALSE when something stays. */
gboolean ter_store_remove_folder (const char *path);
/* Words that say what one can do when the disk of this computer cannot be written. Always %FALSE. */
gboolean ter_store_explain (GError **error);
/* (transfer full) (nullable): the record of a pack; %NULL without @error when there is none or it is damaged, so that it is made anew. */
TerStoreRecord *ter_store_load_sound (TerStore *self, const char *id, GError **error);
/* Whether this can be a pack's id, so that it can name a file. */
gboolean ter_store_is_id (const char *id);
/* (transfer full) (nullable): a record's file, wherever it stands. */
TerStoreRecord *ter_store_record_load (const char *path, const char *id, GError **error);

G_END_DECLS
