/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "ter-issue.h"

G_BEGIN_DECLS

/* The files of a ZIP, and where their packed data are. */
typedef struct
{
  char *path;
  guint32 crc;
  guint32 compressed, size; /* octets */
  guint16 method;           /* TER_ZIP_STORED or TER_ZIP_DEFLATED */
  guint64 header;           /* where its local header begins … */
  guint64 data;             /* … and where its data do */
  gboolean folder;
  gboolean described; /* a descriptor follows the data */
  guint16 flags;
} TerZipEntry;

/**
 * ter_zip_directory_read:
 * @fd: a regular file; only read by offset
 * @issues: (element-type TerIssue): the first thing that is wrong is appended
 *
 * Reads the whole structure of a ZIP, and refuses what ter_archive_open() tells. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable) (element-type TerZipEntry): files and folders, in the order of the file; %NULL with an issue,
 *   or with @error (the disk failed, cancelled)
 */
GPtrArray *ter_zip_directory_read (int fd, GPtrArray *issues, GCancellable *cancellable, GError **error);

/* (transfer full) (nullable) (element-type TerZipEntry): the same for a document of another program, whose paths are not those of packs. */
GPtrArray *ter_zip_directory_read_document (int fd, GPtrArray *issues, GCancellable *cancellable, GError **error);

/* Reads at most @length bytes from @offset on: fewer only at the end of the file. -1 with @error. */
gssize ter_zip_directory_read_at (int fd, gpointer buffer, gsize length, guint64 offset, GError **error);

G_END_DECLS
