/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* %NULL ends a list of them */
  GBytes *bytes;
} TerStoredFile;

/**
 * ter_stored_zip:
 * @files: in their order, less than 4 GiB in all
 *
 * A ZIP archive (PKWARE's APPNOTE 6.3.9, and ISO/IEC 21320-1) whose files are stored as they are, without extra fields and times: a
 * container for OpenDocument, which wants its first file so. For packs, which are compressed, see ter_archive_writer_write().
 *
 * Returns: (transfer full): the archive. Any thread.
 */
GBytes *ter_stored_zip (const TerStoredFile *files);

G_END_DECLS
