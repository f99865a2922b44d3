/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sqlite.h"

G_BEGIN_DECLS

/* The file of what the user made, as the one thread that writes it has it: numbered migrations, backups, recovery. Any call may wait
 * for the disk, or for another process that has the file. */
typedef struct _TerUserFile TerUserFile;

/**
 * ter_user_file_open:
 * @path: the file
 * @error: G_IO_ERROR_NOT_SUPPORTED when a newer version wrote it, and then it is left untouched; G_IO_ERROR_BUSY
 *
 * Opens the file, or makes it; brings an older version up to date, whole or not at all, after a backup. A damaged file is put aside
 * and its newest backup takes its place.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with @error
 */
TerUserFile *ter_user_file_open (const char *path, GError **error);
void ter_user_file_close (TerUserFile *self); /* @self: (nullable) (transfer full) */

/* Runs SQL, one or more statements, whole or not at all. It is on the disk when this returns %TRUE. */
gboolean ter_user_file_write (TerUserFile *self, const char *sql, GError **error);
/* Whether somebody else wrote it since this was asked last. */
gboolean ter_user_file_has_changed (TerUserFile *self);

/* Both (transfer full) (nullable): a connection to a copy in memory: of a file that holds nothing yet, of this one. */
sqlite3 *ter_user_file_new_memory (GError **error);
sqlite3 *ter_user_file_dup_memory (TerUserFile *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerUserFile, ter_user_file_close)

G_END_DECLS
