/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"
#include "ter-place.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The packs as headings, their sections as rows. Emits ::place-activated with a place. */
#define TER_TYPE_SIDEBAR (ter_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (TerSidebar, ter_sidebar, TER, SIDEBAR, AdwNavigationPage)

void ter_sidebar_set_context (TerSidebar *self, TerContext *context);
/* Reads the list of packs again. */
void ter_sidebar_refresh (TerSidebar *self);
/* Marks the row of @place (nullable: none). */
void ter_sidebar_set_place (TerSidebar *self, TerPlace *place);
void ter_sidebar_focus (TerSidebar *self);
void ter_sidebar_open_menu (TerSidebar *self);

G_END_DECLS
