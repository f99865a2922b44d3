/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define TER_PACK_MANIFEST "datapackage.json"
#define TER_PACK_SIGNATURE "datapackage.json.sig"

/* The files of a pack by their paths, wherever they are kept: in a folder, or among the objects of a store, each named by its
 * SHA-256. Immutable; any thread. */
#define TER_TYPE_PACK_FILES (ter_pack_files_get_type ())
G_DECLARE_FINAL_TYPE (TerPackFiles, ter_pack_files, TER, PACK_FILES, GObject)

typedef enum
{
  TER_PACK_FILE_REGULAR,
  TER_PACK_FILE_OTHER,      /* a link, a pipe, a device */
  TER_PACK_FILE_UNREADABLE, /* a folder that cannot be listed */
  TER_PACK_FILE_TOO_DEEP,   /* a folder below more levels than any pack has */
} TerPackFileType;

/* @modified: microseconds since 1970. Returning %FALSE ends the walk. */
typedef gboolean (*TerPackFileFunc) (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data);

/**
 * ter_pack_files_new_for_folder:
 * @folder: a local folder that holds (or should hold) a pack
 */
TerPackFiles *ter_pack_files_new_for_folder (GFile *folder);

/* The same for a pack in the making: its author edits it, so that the sizes, the hashes and the list of files in its manifest are not
 * compared with the files. Never for a pack that is to be installed. */
TerPackFiles *ter_pack_files_new_for_draft (GFile *folder);
/* Whether they are of a pack in the making. */
gboolean ter_pack_files_is_draft (TerPackFiles *self);

/**
 * ter_pack_files_new_for_objects:
 * @objects: the folder of objects: "ab/cdef…" is the object whose SHA-256 begins with "ab"
 * @manifest_sha256: 64 hexadecimal digits: the object that is the manifest
 * @signature_sha256: (nullable): the object that is its signature
 * @manifest: (nullable): the manifest; its resources' "hash" names the other objects
 *
 * Nothing is read, and no path of the pack becomes a path of the disk: hostile manifests are harmless.
 */
TerPackFiles *
ter_pack_files_new_for_objects (GFile *objects, const char *manifest_sha256, const char *signature_sha256, JsonObject *manifest);

/* Tells this pack's place from all others, and one version of an installed pack from another. */
const char *ter_pack_files_get_uri (TerPackFiles *self);
/* (transfer none) (nullable): the manifest's SHA-256 in a uri of objects; it points into @uri. */
const char *ter_pack_files_parse_uri (const char *uri);
/* (nullable): the manifest's SHA-256, for objects. */
const char *ter_pack_files_get_manifest_sha256 (TerPackFiles *self);
/* (nullable): the folder, when they are in one. */
GFile *ter_pack_files_get_folder (TerPackFiles *self);
/* (nullable): the SHA-256 under which the bytes at @path are kept: known without reading them. %NULL in a folder. */
const char *ter_pack_files_get_sha256 (TerPackFiles *self, const char *path);
/* (transfer full): a name for what cannot say its own: the folder's, or the beginning of the manifest's SHA-256. */
char *ter_pack_files_dup_name (TerPackFiles *self);
/* (transfer full) (nullable): the file at @path. An object has no extension: ask the path for the name to show. */
GFile *ter_pack_files_dup_file (TerPackFiles *self, const char *path);

/**
 * ter_pack_files_open:
 *
 * Opens a regular file for reading, as ter_safe_file_open() does.
 *
 * Returns: a file descriptor, or -1 with @error (G_IO_ERROR_NOT_FOUND, G_IO_ERROR_NOT_REGULAR_FILE, …)
 */
int ter_pack_files_open (TerPackFiles *self, const char *path, GError **error);
/* (transfer full) (nullable): its bytes; G_IO_ERROR_MESSAGE_TOO_LARGE beyond @limit, which is counted while reading. */
GBytes *ter_pack_files_load (TerPackFiles *self, const char *path, gsize limit, GCancellable *cancellable, GError **error);

/* %FALSE with @error when the folder they should be in cannot be listed. */
gboolean ter_pack_files_are_there (TerPackFiles *self, GError **error);

/**
 * ter_pack_files_walk:
 *
 * Calls @func for each file, the manifest included; of objects for those that are there. In no order. Blocks.
 *
 * Returns: %FALSE with @error when it was cancelled or the pack's own folder cannot be listed
 */
gboolean
ter_pack_files_walk (TerPackFiles *self, TerPackFileFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
