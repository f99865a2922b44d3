/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry.h"
#include "ter-pack.h"
#include "ter-store.h"
#include "ter-table.h"
#include "ter-territory.h"

G_BEGIN_DECLS

/* The packs of this computer and their index. Main thread only, but for what its _async functions do on their own. */
#define TER_TYPE_LIBRARY (ter_library_get_type ())
G_DECLARE_FINAL_TYPE (TerLibrary, ter_library, TER, LIBRARY, GObject)

/**
 * ter_library_new:
 * @catalogue: the index's file (a cache: it is made anew when it is missing, damaged or of another version)
 * @places: folders that hold packs, one a sub-folder, in the order to show
 * @language: the interface's language, as a BCP 47 tag
 */
TerLibrary *ter_library_new (GFile *catalogue, GListModel *places, const char *language);

/* Opens the index and reads the list of packs from it: a few queries, no pack is parsed. An index that is missing gives an empty list. */
gboolean ter_library_open (TerLibrary *self, GError **error);
/* Looks at the places, indexes what is new or changed, purges what has vanished. Emits ::changed when the list or a pack changed. */
void ter_library_refresh_async (TerLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* %FALSE with @error: G_IO_ERROR_PENDING beside another refresh, or an index that could not be written: what was shown before still is. */
gboolean ter_library_refresh_finish (TerLibrary *self, GAsyncResult *result, GError **error);
gboolean ter_library_is_refreshing (TerLibrary *self); /* property "refreshing", notified */

GListModel *ter_library_get_packs (TerLibrary *self);                  /* of TerPack, broken ones included */
TerPack *ter_library_get_pack (TerLibrary *self, const char *pack_id); /* (transfer none) (nullable) */

/* ---- Packs that the reader installs ---- */

/* Before ter_library_open(): where they are kept. Without a store there are only those of the places. */
void ter_library_set_store (TerLibrary *self, TerStore *store);
TerStore *ter_library_get_store (TerLibrary *self); /* nullable */
/* (nullable): what the store knows of an installed pack; %NULL for a pack of a place, which is read where it is. */
const TerStoreRecord *ter_library_get_record (TerLibrary *self, TerPack *pack);

/* For an import, which writes what it installs into the index itself. */
const char *ter_library_get_language (TerLibrary *self); /* nullable: of titles */
/* (transfer full): the file of the index, chosen now when its own place cannot be written. */
char *ter_library_dup_index (TerLibrary *self);
/* Shows at once what was written into the index, then refreshes: that forgets the former version. */
void ter_library_show_installed (TerLibrary *self);

/* How far it is: done, of total (octets, or files of a verification). Where the operation was begun, a few times a second. */
typedef void (*TerLibraryProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/* Off the main loop; each emits ::changed when it has changed something. */
void ter_library_roll_back_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* %FALSE with @error: there is no former version, or the store could not be written; the pack is as it was. */
gboolean ter_library_roll_back_finish (TerLibrary *self, GAsyncResult *result, GError **error);
/* Removal can be undone until the app ends or ter_library_sweep_async(). */
void ter_library_remove_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                               gpointer user_data);
/* %FALSE with @error: nothing was removed. */
gboolean ter_library_remove_finish (TerLibrary *self, GAsyncResult *result, GError **error);
/* Undoes the removal of a pack. */
void ter_library_restore_async (TerLibrary *self, const char *pack_id, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data);
/* %FALSE with @error: what was removed is not there any more, or the store could not be written. */
gboolean ter_library_restore_finish (TerLibrary *self, GAsyncResult *result, GError **error);
/* Makes removals final, and frees the disk of what no pack needs any more: objects and columns files that a crash left, too. */
void ter_library_sweep_async (TerLibrary *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* %FALSE with @error: something is still there; the next sweep takes it. */
gboolean ter_library_sweep_finish (TerLibrary *self, GAsyncResult *result, GError **error);
/* Reads every byte of a pack again. Of an installed pack or of one of a place. */
void ter_library_verify_async (TerLibrary *self, TerPack *pack, TerLibraryProgressFunc progress, gpointer progress_data,
                               GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GListModel *ter_library_verify_finish (TerLibrary *self, GAsyncResult *result,
                                       GError **error); /* (transfer full), of TerIssue: empty when it is intact */
/* Writes a pack as a .tpack for a colleague, then reads it back and compares. @target is whole or not there. */
void ter_library_export_async (TerLibrary *self, TerPack *pack, GFile *target, TerLibraryProgressFunc progress,
                               gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* %FALSE with @error: no target was written. */
gboolean ter_library_export_finish (TerLibrary *self, GAsyncResult *result, GError **error);

/* ---- What the packs hold ---- */

/* All (transfer full); arrays of TerEntry. Entries come from the index. */
TerEntry *ter_library_dup_entry (TerLibrary *self, const char *pack_id, const char *entry_id, GError **error);
GPtrArray *ter_library_list_section (TerLibrary *self, TerPack *pack, const TerSection *section, GError **error);
GPtrArray *ter_library_list_entries (TerLibrary *self, TerPack *pack, const char *const *ids,
                                     GError **error); /* in this order, unknown ones left out */
GPtrArray *ter_library_list_kind (TerLibrary *self, TerPack *pack, const char *kind, GError **error);  /* in the pack's order */
GPtrArray *ter_library_list_tagged (TerLibrary *self, TerPack *pack, const char *tag, GError **error); /* @tag: of any vocabulary */
GPtrArray *ter_library_list_referring (TerLibrary *self, TerPack *pack, const char *entry_id,
                                       GError **error); /* entries that name this one in related, documents or links */
/* (transfer full) (nullable): the id of the first section that shows this entry. */
char *ter_library_dup_section_of (TerLibrary *self, TerPack *pack, const char *entry_id);

/* (transfer full): a territory's name for "departement:94": "Val-de-Marne"; a commune's with its département; the code itself when unknown. */
char *ter_library_dup_territory_name (TerLibrary *self, TerPack *pack, const char *territory);
/* (nullable): the first pack that lists territories: where the reader's own is looked up. */
TerPack *ter_library_get_atlas (TerLibrary *self);
/* As ter_territories_dup(), in the pack's language: (transfer full) (nullable). */
TerTerritory *ter_library_dup_territory (TerLibrary *self, TerPack *pack, const char *territory);
/* As ter_territories_list(): (transfer full), of TerTerritory; empty too when the index cannot be read. */
GPtrArray *ter_library_list_territories (TerLibrary *self, TerPack *pack, const char *within, TerLevel level);
/* How many ter_library_list_territories() would give. */
guint ter_library_count_territories (TerLibrary *self, TerPack *pack, const char *within, TerLevel level);
/* As ter_territories_find(): (transfer full), of TerTerritory, best first, @limit at most. */
GPtrArray *ter_library_find_territories (TerLibrary *self, TerPack *pack, const char *text, guint limit);
/* (transfer full), of TerEntry: those about this territory or one in it, in the pack's order. */
GPtrArray *ter_library_list_about (TerLibrary *self, TerPack *pack, const char *territory, GError **error);
/* (transfer full): a table of the pack, from the index. */
TerTable *ter_library_dup_table (TerLibrary *self, TerPack *pack, const char *name, GError **error);

/* Search over titles and texts of all entries of all packs, accents forgiven; best first. Off the main loop. @n_total: exact up to 500. */
typedef struct
{
  TerEntry *entry;
  char *snippet; /* plain text around the hit */
} TerSearchHit;
void ter_library_search_async (TerLibrary *self, const char *text, guint limit, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *ter_library_search_finish (TerLibrary *self, GAsyncResult *result, guint *n_total, GError **error); /* of TerSearchHit */

G_END_DECLS
