/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-catalogue.h"
#include "ter-pack.h"
#include "ter-territory.h"

G_BEGIN_DECLS

/* The territories of a pack, indexed from the tables that its manifest names under "territories" (docs/pack-format.md). */

/* Writes them into the index, in all languages of the pack. Tables that cannot be read are left out. */
gboolean
ter_territories_write (TerCatalogue *catalogue, gint64 pack_number, TerPack *pack, GCancellable *cancellable, GError **error);
/* (transfer full): the name in @language or in the default one; the code itself when the territory is unknown. */
char *ter_territories_dup_name (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language);
/* (transfer full) (nullable): %NULL when the pack does not know it. */
TerTerritory *ter_territories_dup (TerCatalogue *catalogue, gint64 pack_number, const char *territory, const char *language);
/* (transfer full), of TerTerritory: those of @level that @within holds, by their names; empty when there are none. */
GPtrArray *
ter_territories_list (TerCatalogue *catalogue, gint64 pack_number, const char *within, TerLevel level, const char *language);
/* How many ter_territories_list() would give. */
guint ter_territories_count (TerCatalogue *catalogue, gint64 pack_number, const char *within, TerLevel level);

/**
 * ter_territories_find:
 * @text: words of a name, in any case, without accents, begun only; a postal code; an INSEE code
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type TerTerritory): best first: that very code, that very name, names that begin with the
 *   first word, those that hold all words as they stand, then the most populous. Empty when nothing was asked
 */
GPtrArray *ter_territories_find (TerCatalogue *catalogue, gint64 pack_number, const char *text, guint limit, const char *language);

G_END_DECLS
