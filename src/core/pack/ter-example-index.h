/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry.h"

G_BEGIN_DECLS

/* What a pack does not say by itself: a territory's name, and the one that holds it ("departement:94" → "region:11"). */
typedef char *(*TerTerritoryFunc) (const char *territory, gpointer user_data); /* (transfer full) (nullable) */

/* Entries made ready for filtering: their words folded, their values by facet. A facet is a vocabulary's id, or one of: */
#define TER_FACET_REGION "region"
#define TER_FACET_DEPARTEMENT "departement"

#define TER_TYPE_EXAMPLE_INDEX (ter_example_index_get_type ())
G_DECLARE_FINAL_TYPE (TerExampleIndex, ter_example_index, TER, EXAMPLE_INDEX, GObject)

TerExampleIndex *ter_example_index_new (TerPack *pack, GPtrArray *entries, const char *const *facets, TerTerritoryFunc name,
                                        TerTerritoryFunc parent, gpointer user_data);
/* (transfer full): the names of an entry's places, one after the other; "" when it has none. */
char *ter_example_index_dup_where (TerExampleIndex *self, TerEntry *entry);

G_END_DECLS
