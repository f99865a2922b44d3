/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"

G_BEGIN_DECLS

/* The portrait of a territory: its figures beside those of what holds it and of up to three others, and what the packs
 * tell about it. Without one: the question which is the reader's own. */
#define TER_TYPE_TERRITORY_PAGE (ter_territory_page_get_type ())
G_DECLARE_FINAL_TYPE (TerTerritoryPage, ter_territory_page, TER, TERRITORY_PAGE, TerPage)

/* @pack: (nullable): the pack that lists territories, and @territory: (nullable): an id in it. %NULL when it is not there. */
TerPage *ter_territory_page_new (TerContext *context, TerPack *pack, const char *territory);

G_END_DECLS
