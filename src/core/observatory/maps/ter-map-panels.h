/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-outline.h"

G_BEGIN_DECLS

/* Which territories are far from the others and drawn apart (docs/decisions/maps-find-their-insets.md).
 * @frames: filled with the frame of each feature, 0 for the main one. Returns how many frames there are. */
guint ter_map_panels_assign (TerOutline *outline, guint *frames);

G_END_DECLS
