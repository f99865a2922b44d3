/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-pack-files.h"

G_BEGIN_DECLS

/* Octets of the pack's files that were written, of how many. In the writing thread. */
typedef void (*TerArchiveProgressFunc) (guint64 done, guint64 total, gpointer user_data);

/**
 * ter_archive_writer_write:
 * @files: a pack: its manifest, its signature when there is one, and the files that the manifest lists
 * @fd: where to write; stays open, is not synchronised
 * @progress: (nullable):
 *
 * Writes a .tpack: the manifest, the signature, then the files in the byte order of their paths. The same pack gives the same bytes:
 * no time, owner or mode of a file is kept. What is compressed already is stored. Every file is hashed while it is written and must be
 * what the manifest lists. Blocks; any thread.
 *
 * Returns: %FALSE with @error (G_IO_ERROR_INVALID_DATA when a file is not what the manifest lists)
 */
gboolean ter_archive_writer_write (TerPackFiles *files, int fd, TerArchiveProgressFunc progress, gpointer user_data,
                                   GCancellable *cancellable, GError **error);

G_END_DECLS
