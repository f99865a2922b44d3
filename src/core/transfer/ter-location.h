/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Where a file is, as people say it: never a path of the sandbox, nor where the system has put a USB key. */

/* (transfer full): the file's own name, ready to be shown. Reads nothing; any thread. */
char *ter_location_dup_name (GFile *file);

/**
 * ter_location_describe_path:
 * @path: an absolute path
 * @home: the user's own folder
 * @volume: (nullable): where the volume that holds @path begins
 * @volume_name: (nullable): what people call that volume
 *
 * Names the folder that holds @path: "CLE-MARIE › Packs" on a volume, "Téléchargements" below @home, else the folder's path. Reads
 * nothing; any thread.
 *
 * Returns: (transfer full) (nullable): %NULL when the folder has no name that people know (the sandbox's)
 */
char *ter_location_describe_path (const char *path, const char *home, const char *volume, const char *volume_name);

/* The same for a file: asks the disk which volume it is on, and the sandbox where it really is, off the main loop. Never fails:
 * (transfer full) (nullable) as above. */
void ter_location_describe_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable): the words. */
char *ter_location_describe_finish (GAsyncResult *result);

G_END_DECLS
