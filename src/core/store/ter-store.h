/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"
#include "ter-trust.h"

G_BEGIN_DECLS

/* The packs that the reader installed, in one folder:
 *   objects/ab/cdef…   every file once, named by its SHA-256, shared between versions and packs
 *   packs/ID           the record of a pack: which manifest is current, which was before; written whole, switched by a rename
 *   removed/ID         the record of a pack that was removed and can still be brought back
 *   incoming/          imports under way or interrupted
 *   publishers         the keys that the reader has accepted
 * Each change is on the disk when its function returns, and leaves the old state or the new one whatever happens on the way.
 * Functions block; any thread, one process at a time (others are refused with G_IO_ERROR_BUSY). */
#define TER_TYPE_STORE (ter_store_get_type ())
G_DECLARE_FINAL_TYPE (TerStore, ter_store, TER, STORE, GObject)

/* One version of a pack that is in the store. */
typedef struct
{
  char *manifest;  /* SHA-256 of datapackage.json */
  char *signature; /* nullable: SHA-256 of datapackage.json.sig */
  char *version;
  char *key;           /* nullable: key text of its signer */
  char *signer;        /* nullable: the signer's name */
  gint64 installed_at; /* seconds since 1970 */
  guint64 size;        /* octets of all its files */
} TerStoreVersion;

typedef struct
{
  char *id;
  TerStoreVersion *current;
  TerStoreVersion *previous; /* nullable */
  char *highest;             /* the highest version that was ever installed */
} TerStoreRecord;

TerStore *ter_store_new (GFile *folder);       /* (transfer full): the store in @folder */
GFile *ter_store_get_folder (TerStore *self);  /* (transfer none) */
GFile *ter_store_get_objects (TerStore *self); /* (transfer none): where the objects are */

/**
 * ter_store_list:
 * @damaged: (out) (nullable) (element-type utf8): ids whose record is damaged: nothing of theirs is deleted
 *
 * Returns: (transfer full) (element-type TerStoreRecord) (nullable): by id
 */
GPtrArray *ter_store_list (TerStore *self, GPtrArray **damaged, GError **error);
/* (transfer full) (nullable): %NULL with G_IO_ERROR_NOT_FOUND when it is not installed, INVALID_DATA when its record is damaged. */
TerStoreRecord *ter_store_load (TerStore *self, const char *id, GError **error);
/* (transfer full) (nullable): the files of a version; reads its manifest. */
TerPackFiles *ter_store_load_files (TerStore *self, const TerStoreVersion *version, GCancellable *cancellable, GError **error);
TerStoreRecord *ter_store_record_copy (const TerStoreRecord *self); /* (transfer full) */
void ter_store_record_free (TerStoreRecord *self);
TerStoreVersion *ter_store_version_copy (const TerStoreVersion *self); /* (transfer full); %NULL for %NULL */
void ter_store_version_free (TerStoreVersion *self);

/* Makes @version the current one of pack @id; the current one becomes the previous one. */
gboolean ter_store_switch (TerStore *self, const char *id, const TerStoreVersion *version, GError **error);
/* Exchanges the current version and the previous one. G_IO_ERROR_NOT_FOUND: there is no previous one. */
gboolean ter_store_roll_back (TerStore *self, const char *id, GError **error);
/* Takes a pack away; ter_store_restore() brings it back until ter_store_sweep(). */
gboolean ter_store_remove (TerStore *self, const char *id, GError **error);
/* Undoes ter_store_remove(). %FALSE with @error when it cannot be brought back any more. */
gboolean ter_store_restore (TerStore *self, const char *id, GError **error);
/**
 * ter_store_sweep:
 * @end_removals: whether what was removed cannot be brought back any more
 *
 * Frees the objects that no pack and no unfinished import needs, and what a crash left. Frees none while a record or a manifest is damaged
 * or cannot be read: then nobody knows what it needs. With @end_removals, a store that was swept so since the last change is left alone.
 *
 * Returns: %FALSE with @error when it could not be swept to the end: the next sweep goes on
 */
gboolean ter_store_sweep (TerStore *self, gboolean end_removals, GCancellable *cancellable, GError **error);

/* (transfer full) (element-type TerPublisher): those accepted. A damaged list is set aside: its publishers are asked for again. */
GPtrArray *ter_store_list_publishers (TerStore *self, GError **error);
/* Replaces the whole list: on the disk when it returns. */
gboolean ter_store_save_publishers (TerStore *self, GPtrArray *publishers, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerStoreRecord, ter_store_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerStoreVersion, ter_store_version_free)

G_END_DECLS
