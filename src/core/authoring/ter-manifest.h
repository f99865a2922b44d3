/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-json-edit.h"
#include "ter-pack-files.h"

G_BEGIN_DECLS

/* A pack's datapackage.json as its author's tools read and write it. All of these block; any thread; errors in the locale's words. */

/* (transfer full) (nullable): the bytes of the manifest in @pack, a local folder. */
GBytes *ter_manifest_load (GFile *pack, GCancellable *cancellable, GError **error);
/* (transfer full) (nullable): an editor of it. G_IO_ERROR_INVALID_DATA, with line and column, when it is not sound JSON or no object. */
TerJsonEdit *ter_manifest_edit (GBytes *manifest, GError **error);
/* Replaces the manifest: whole or not at all, and on the disk when it returns. */
gboolean ter_manifest_write (GFile *pack, GBytes *manifest, GError **error);
/* The same for any local file; a link there is replaced, not followed. */
gboolean ter_manifest_replace_file (GFile *file, GBytes *bytes, GError **error);
/* Whether there is a signature beside it, sound or not. */
gboolean ter_manifest_is_signed (GFile *pack);

/* Whether that signature is of these very bytes, by the key that they name ("publisher": {"key"}). */
gboolean ter_manifest_is_signature_sound (GFile *pack, GBytes *manifest);

G_END_DECLS
