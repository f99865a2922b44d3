/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack.h"

G_BEGIN_DECLS

/* Writes all that the index holds of a sound pack, but the row of the pack itself, within the caller's transaction. Blocks. */
gboolean ter_pack_writer_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, JsonArray *vocabularies,
                                GCancellable *cancellable, GError **error);
/* Forgets a pack, its own row included. */
gboolean ter_pack_writer_forget (TerCatalogue *catalogue, gint64 pack_number, GError **error);

G_END_DECLS
