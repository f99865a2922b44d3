/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-territory.h"

G_BEGIN_DECLS

/* The way into a map: which territory was entered on it, then on what was shown of that one, and so on. Immutable: a step gives another
 * trail. %NULL is where it begins, on the figure's own map. */
typedef struct _TerMapTrail TerMapTrail;

/* (transfer full): into @territory, "region:53", called @name. @self: (nullable) */
TerMapTrail *ter_map_trail_with_territory (TerMapTrail *self, const char *territory, const char *name);
/* (transfer full) (nullable): out of the last one. @self: (nullable): where it begins it stays. */
TerMapTrail *ter_map_trail_back (TerMapTrail *self);
TerMapTrail *ter_map_trail_ref (TerMapTrail *self);
void ter_map_trail_unref (TerMapTrail *self);

/* How many were entered. @self: (nullable): 0 */
guint ter_map_trail_get_length (TerMapTrail *self);
/* The last one. */
const char *ter_map_trail_get_territory (TerMapTrail *self);
/* What it is called, as it was told when it was entered. */
const char *ter_map_trail_get_name (TerMapTrail *self);
/* The level of what is shown within the last one. %FALSE: nothing is within a commune, nor within what is no territory. */
gboolean ter_map_trail_get_level (TerMapTrail *self, TerLevel *level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerMapTrail, ter_map_trail_unref)

G_END_DECLS
