/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of a map. @walk is given the direction of an arrow as "(ii)"; -2 and 2 across for Home and End. Its class has the actions
 * "map.zoom-in", "map.zoom-out" and "map.whole". */
void ter_map_keys_add (GtkWidgetClass *widget_class, GtkShortcutFunc walk, GtkShortcutFunc activate);

G_END_DECLS
