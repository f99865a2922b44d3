/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ter_safe_file_open:
 * @folder: a local folder
 * @path: a path inside it, parts joined by "/"
 *
 * Opens a regular file for reading. No part of @path may be a symbolic link, "..", or empty; pipes and devices are not
 * opened. Safe on a folder that somebody else made.
 *
 * Returns: a file descriptor, or -1 with @error (G_IO_ERROR_INVALID_FILENAME, G_IO_ERROR_NOT_REGULAR_FILE, or errno's)
 */
int ter_safe_file_open (GFile *folder, const char *path, GError **error);

/**
 * ter_safe_file_load:
 * @limit: the greatest size accepted, in bytes
 *
 * Reads a file as ter_safe_file_open() opens it. The limit is counted while reading.
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with @error (G_IO_ERROR_MESSAGE_TOO_LARGE beyond @limit)
 */
GBytes *ter_safe_file_load (GFile *folder, const char *path, gsize limit, GCancellable *cancellable, GError **error);

/* (transfer full) (nullable): a file that the user named: links are followed. G_IO_ERROR_MESSAGE_TOO_LARGE, in the locale's words, beyond
 * @limit bytes. Blocks; any thread. */
GBytes *ter_safe_file_load_named (GFile *file, gsize limit, GCancellable *cancellable, GError **error);

G_END_DECLS
