/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A small file of the store: the SHA-256 of what follows, a line's end, JSON. A flipped bit is noticed. */

/* (transfer full) (nullable): G_IO_ERROR_NOT_FOUND; INVALID_DATA when it is damaged. */
JsonObject *ter_store_file_load (const char *path, GError **error);
/* Whole or not at all, and on the disk when it returns. */
gboolean ter_store_file_save (const char *path, JsonObject *object, GError **error);

G_END_DECLS
