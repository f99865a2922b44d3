/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include "ter-import.h"
#include "ter-user-state.h"

G_BEGIN_DECLS

/* What every page is given at its making: the library, the user's state, the settings. Made once by the application. */
#define TER_TYPE_CONTEXT (ter_context_get_type ())
G_DECLARE_FINAL_TYPE (TerContext, ter_context, TER, CONTEXT, GObject)

TerContext *ter_context_new (TerLibrary *library, TerUserState *user_state, GSettings *settings);
TerLibrary *ter_context_get_library (TerContext *self);
TerUserState *ter_context_get_user_state (TerContext *self);
GSettings *ter_context_get_settings (TerContext *self); /* nullable: without the schema nothing is remembered */
/* Of TerImport: what was begun in this run or an earlier one and waits to be resumed. */
GListStore *ter_context_get_unfinished (TerContext *self);
/* (nullable): the reader's own territory, "commune:94018"; property "territory", notified. Remembered with the settings. */
const char *ter_context_get_territory (TerContext *self);
void ter_context_set_territory (TerContext *self, const char *territory); /* nullable */
/* (transfer full) (nullable): the same as the packs list it; %NULL when it is not chosen, or in none of them. */
TerTerritory *ter_context_dup_territory (TerContext *self);
/* (transfer full): the time now in the local zone; tests fix it with TER_NOW=2020-05-01T12:00:00+02:00. */
GDateTime *ter_context_now (TerContext *self);

G_END_DECLS
