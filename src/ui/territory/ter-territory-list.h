/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): a scrolled list of territories with their inhabitants, as long as it may be; a row opens its territory.
 * @children: of TerTerritory, put in the order of their names. */
GtkWidget *ter_territory_list_new (GPtrArray *children, const char *name);

G_END_DECLS
