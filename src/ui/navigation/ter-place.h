/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"
#include "ter-widgets.h"

G_BEGIN_DECLS

/* A place that the window can show: a section or an entry of a pack, or a page of the window's own. A place can be
 * remembered and compared; it is a GVariant "(sss)" of pack id, section id, entry id, each possibly empty. */
#define TER_PLACE_RECENT "recent" /* section ids that no pack can have: they hold no pack */
#define TER_PLACE_FAVOURITES "favourites"
#define TER_PLACE_SEARCH "search"
#define TER_PLACE_PACKS TER_SECTION_PACKS
#define TER_PLACE_ISSUES TER_SECTION_ISSUES /* with a pack id, these two */
#define TER_PLACE_PACK TER_SECTION_PACK

GVariant *ter_place_new (const char *pack_id, const char *section_id, const char *entry_id); /* (transfer full) */
const char *ter_place_get_pack (GVariant *place);
const char *ter_place_get_section (GVariant *place);
const char *ter_place_get_entry (GVariant *place);
/* (transfer full) (nullable): where the library begins: its first home page, or else its first section. */
GVariant *ter_place_new_home (TerLibrary *library);
/* (transfer full): the page of a territory; where one is asked for when @territory is %NULL or no pack lists any. */
GVariant *ter_place_new_territory (TerLibrary *library, const char *territory);

/* (transfer floating) (nullable): the page of a place; %NULL when it is not there (any more). */
AdwNavigationPage *ter_place_new_page (GVariant *place, TerContext *context);
GVariant *ter_page_get_place (AdwNavigationPage *page); /* nullable */
/* Whether the pack of @page has been replaced since the page was made. */
gboolean ter_page_is_stale (AdwNavigationPage *page, TerContext *context);

G_END_DECLS
