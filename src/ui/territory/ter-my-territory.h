/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* A list of one row that leads to the reader's territory, or asks which it is; it follows the choice. Hidden where no pack lists any. */
#define TER_TYPE_MY_TERRITORY (ter_my_territory_get_type ())
G_DECLARE_FINAL_TYPE (TerMyTerritory, ter_my_territory, TER, MY_TERRITORY, AdwBin)

GtkWidget *ter_my_territory_new (TerContext *context);

G_END_DECLS
