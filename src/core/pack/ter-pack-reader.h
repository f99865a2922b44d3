/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "ter-pack.h"
#include "ter-entry.h"

G_BEGIN_DECLS

typedef gboolean (*TerEntryFunc) (JsonObject *entry, gpointer user_data, GError **error);

/**
 * ter_pack_reader_read:
 * @language: the language to show
 *
 * Reads the manifest and the vocabularies of a pack. Lenient: unknown members are kept, and what the
 * checker would refuse is read as far as it can be.
 * Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the pack, or %NULL with @error in the locale's words (G_IO_ERROR_INVALID_DATA,
 *   G_IO_ERROR_NOT_SUPPORTED for another major version of the format, or what the disk says)
 */
TerPack *ter_pack_reader_read (TerPackFiles *files, const char *language, GCancellable *cancellable, GError **error);
/* Calls @func for each entry, one record in memory at a time. */
gboolean
ter_pack_reader_read_entries (TerPack *pack, TerEntryFunc func, gpointer user_data, GCancellable *cancellable, GError **error);

G_END_DECLS
