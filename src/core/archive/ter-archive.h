/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-issue.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/* A .tpack: a ZIP with datapackage.json at its root, read without trust. Its list and its local headers must tell the same story,
 * down to the last byte; libarchive then decompresses. One thread at a time. */
typedef struct _TerArchive TerArchive;

typedef struct
{
  const char *path;   /* as the list gives it, checked: a path that a pack may have */
  guint64 size;       /* octets, unpacked, as the list gives it */
  guint64 compressed; /* octets in the archive */
} TerArchiveEntry;

/**
 * ter_archive_open:
 * @file: a local file
 * @issues: (element-type TerIssue): what is wrong with the archive is appended: then nothing else of it is read
 *
 * Opens the archive and checks its whole structure: the end record, the list, each local header; only stored and deflated regular
 * files; no encryption, no link or device, no Zip64, no names twice (also after case folding), no byte that belongs to
 * nothing, no entries that overlap; the limits of ter-limits.h; a manifest at the root. Folders are passed over. The first thing that is
 * wrong is told. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the archive; %NULL with issues added (it is refused), or with @error (the disk fails)
 */
TerArchive *ter_archive_open (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error);

/* (transfer full) (nullable): a ZIP of another program, such as a spreadsheet's file: as ter_archive_open(), but its paths are its own,
 * and it has no manifest. Nothing of it may be written to a disk by its path. */
TerArchive *ter_archive_open_document (GFile *file, GPtrArray *issues, GCancellable *cancellable, GError **error);
void ter_archive_free (TerArchive *self);

guint ter_archive_get_n_entries (TerArchive *self);                                 /* files, without folders */
const TerArchiveEntry *ter_archive_get_entry (TerArchive *self, guint index);       /* in the order of the file */
const TerArchiveEntry *ter_archive_find_entry (TerArchive *self, const char *path); /* nullable */

/* Gets each piece of a file as it comes. %FALSE with @error ends the reading, which then returns that error. */
typedef gboolean (*TerArchiveDataFunc) (gconstpointer data, gsize length, gpointer user_data, GError **error);

/**
 * ter_archive_read:
 * @entry: one of this archive; in any order, though a disk likes that of the file
 * @func: gets the unpacked data. Never more than the entry's size and the limits: counted while reading
 * @issues: (element-type TerIssue): damaged data (CRC, size, stream) is appended
 *
 * Reads one file of the archive. Blocks.
 *
 * Returns: %FALSE with issues added (damaged), or with @error (the disk failed, @func failed, cancelled)
 */
gboolean ter_archive_read (TerArchive *self, const TerArchiveEntry *entry, TerArchiveDataFunc func, gpointer user_data,
                           GPtrArray *issues, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerArchive, ter_archive_free)

G_END_DECLS
