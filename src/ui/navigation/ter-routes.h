/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-page.h"
#include "ter-place.h"

G_BEGIN_DECLS

/* Which page shows a place. Its table, of the types of places, and those of ter-views.h, of the views of sections and the kinds of entries,
 * are all that knows the pages. */

/* (transfer floating) (nullable): the page of a place; %NULL when it is not there (any more). */
TerPage *ter_routes_new_page (TerContext *context, TerPlace *place);
/* Whether the pack that @page shows has been replaced since the page was made. */
gboolean ter_routes_is_stale (TerContext *context, TerPage *page);

/* What a type is called where there is one place of it; %NULL for the others, which are called as what they show. */
const char *ter_routes_get_title (TerPlaceType type);
const char *ter_routes_get_icon (TerPlaceType type);
/* Whether the window comes back to places of this type when it is opened again. */
gboolean ter_routes_lasts (TerPlaceType type);

/* (transfer full) (nullable): where the library begins: its first home page, or else its first section, or else what is wrong
 * with its first pack. */
TerPlace *ter_routes_dup_home (TerLibrary *library);
/* (transfer full): the page of a territory; where one is asked for when @territory is %NULL or no pack lists any. */
TerPlace *ter_routes_dup_territory (TerLibrary *library, const char *territory);

G_END_DECLS
