/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack.h"

G_BEGIN_DECLS

/* The names of territories ("departement:94"), read from the tables that the manifest names under "territories". */

/* Writes them into the index, in all languages of the pack. Tables that cannot be read are left out. */
gboolean  ter_territories_write    (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GCancellable *cancellable, GError **error);
/* (transfer full): the name in @language or in the default one; the code itself when the territory is unknown. */
char     *ter_territories_dup_name (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language);

G_END_DECLS
