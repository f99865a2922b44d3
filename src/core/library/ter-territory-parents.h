/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"

G_BEGIN_DECLS

/* Which territory holds which, by the tables that a pack names in its "territories". Main thread. */
typedef struct _TerTerritoryParents TerTerritoryParents;

TerTerritoryParents *ter_territory_parents_new  (TerLibrary *library, TerPack *pack);
void                 ter_territory_parents_free (TerTerritoryParents *self);
char                *ter_territory_parents_dup  (TerTerritoryParents *self, const char *territory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerTerritoryParents, ter_territory_parents_free)

G_END_DECLS
