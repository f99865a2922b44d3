/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"
#include "ter-place.h"

G_BEGIN_DECLS

/* Where the window is, and how it goes elsewhere: what its detail shows, the ways back and forward, what is remembered of it. Belongs to the
 * window, whose widgets it moves. */
#define TER_TYPE_NAVIGATOR (ter_navigator_get_type ())
G_DECLARE_FINAL_TYPE (TerNavigator, ter_navigator, TER, NAVIGATOR, GObject)

/* @view is the content of @split. */
TerNavigator *ter_navigator_new (AdwNavigationSplitView *split, AdwNavigationView *view, TerContext *context);

AdwNavigationPage *ter_navigator_get_page (TerNavigator *self); /* nullable: the page that shows */
TerPlace *ter_navigator_get_place (TerNavigator *self);         /* nullable: its place */
TerPlace *ter_navigator_get_root (TerNavigator *self);          /* nullable: the nearest place at or below it that is no entry */
/* Whether the sidebar stands in the place of the page. */
gboolean ter_navigator_is_hidden (TerNavigator *self);

/* Goes from a page to another: back leads to where one was. */
void ter_navigator_go_to (TerNavigator *self, TerPlace *place);
/* The same, by an address: any text. */
void ter_navigator_go_to_uri (TerNavigator *self, const char *uri);
/* Goes to a section from the sidebar: a stack of its own. */
void ter_navigator_switch_to (TerNavigator *self, TerPlace *place);
void ter_navigator_go_home (TerNavigator *self);
void ter_navigator_search (TerNavigator *self);
void ter_navigator_back (TerNavigator *self);
void ter_navigator_forward (TerNavigator *self);
/* The page takes the keyboard. */
void ter_navigator_focus (TerNavigator *self);

/* After the library has changed: pages of packs that were replaced are made anew. */
void ter_navigator_renew (TerNavigator *self);
/* Where one was when the window was closed; home where that is no more. */
void ter_navigator_restore (TerNavigator *self);
void ter_navigator_save (TerNavigator *self);

G_END_DECLS
