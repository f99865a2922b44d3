/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-map-view.h"

G_BEGIN_DECLS

/* The buttons that bring a map nearer, farther, and back to the whole. */
GtkWidget *ter_map_toolbar_new (TerMapView *map);

G_END_DECLS
