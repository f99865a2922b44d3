/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-portrait.h"

G_BEGIN_DECLS

/* (transfer floating) (nullable): a card an indicator of @territory in @portrait: its value, its rank, the same for what holds it and for the
 * territories of @others (element-type utf8: ids). %NULL when the pack has none. */
GtkWidget *ter_territory_figures_new (TerLibrary *library, TerPack *pack, TerPortrait *portrait, const TerTerritory *territory,
                                      GPtrArray *others);

G_END_DECLS
