/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Changes of the disk that are there when the function returns, after a power cut too, and that leave the old state or the new one.
 * Local paths. Errors are G_IO_ERROR's, in the words of the system. Any thread. */

/* Writes a new file beside @path, waits for the disk, then lets it take the name. Mode 0600. */
gboolean ter_durable_save (const char *path, gconstpointer data, gsize length, GError **error);
/* Makes an empty file, unless it is there. It has its name at once: nothing stands beside it when it is interrupted. Mode 0600. */
gboolean ter_durable_mark (const char *path, GError **error);
/* Renames; what stood at @to is replaced. */
gboolean ter_durable_rename (const char *from, const char *to, GError **error);
/* Removes a file; one that is not there is no error. */
gboolean ter_durable_remove (const char *path, GError **error);
/* Makes a folder and its parents, mode 0700. */
gboolean ter_durable_make_folder (const char *path, GError **error);
/* Waits until the names in a folder are on the disk. File systems that cannot do so are believed. */
gboolean ter_durable_sync_folder (const char *path, GError **error);
/* Waits until a file that somebody else wrote is on the disk. */
gboolean ter_durable_sync_file (const char *path, GError **error);
/* Waits for all that was written to the file system that holds @path: one wait for many files. */
gboolean ter_durable_sync_all (const char *path, GError **error);
/* Writes all of @data to @fd, however many calls it takes. */
gboolean ter_durable_write (int fd, gconstpointer data, gsize length, GError **error);
/* %FALSE, with @error set from errno. */
gboolean ter_durable_fail (GError **error, const char *path, int code);

G_END_DECLS
