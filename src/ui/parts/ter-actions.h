/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-entry.h"
#include "ter-place.h"

G_BEGIN_DECLS

/* The window's actions, for action-name and action-target: */
#define TER_ACTION_GO_TO "win.go-to"                         /* s: a place, by its address */
#define TER_ACTION_CHOOSE_TERRITORY "win.choose-territory"   /* asks which territory is the reader's own, and goes to its page */
#define TER_ACTION_TURN_TO_TERRITORY "win.turn-to-territory" /* asks it, and stays: what shows turns to it */
#define TER_ACTION_HELP "win.help"                           /* the pack that explains the app */
/* The title of the page that is about to be shown. */
#define TER_ACTION_PAGE_SHOWING "win.page-showing"
#define TER_ACTION_HOME "win.home"
#define TER_ACTION_OPEN_LINK "win.open-link" /* s: shows the address, asks, then opens it in the browser */

/* All (transfer floating): what %TER_ACTION_GO_TO is given to go there. */
GVariant *ter_actions_place_target (TerPlace *place);
GVariant *ter_actions_entry_target (TerEntry *entry);
GVariant *ter_actions_section_target (TerPack *pack, const char *section_id);
GVariant *ter_actions_territory_target (const char *territory); /* "commune:94018" */

G_END_DECLS
