/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* Asks for a territory: by its name, postal or INSEE code, or from the list of those that another one holds.
 * Signal "chosen" (const char *territory): then it has closed. */
#define TER_TYPE_TERRITORY_CHOOSER (ter_territory_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TerTerritoryChooser, ter_territory_chooser, TER, TERRITORY_CHOOSER, AdwDialog)

/**
 * ter_territory_chooser_new:
 * @pack: the pack that lists the territories
 * @title: what is asked
 * @within: (nullable): only what this territory holds, at @level; all of it is listed before a word is typed
 *
 * Returns: (transfer floating): to be presented
 */
AdwDialog *ter_territory_chooser_new (TerContext *context, TerPack *pack, const char *title, const char *within, TerLevel level);

G_END_DECLS
