/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A scrolled list of territories with their inhabitants, as long as it may be. A row opens its territory, where the window can.
 * @children: of TerTerritoryChild, put in the order of their
 * names; @level: theirs. */
GtkWidget *ter_territory_list_new (GPtrArray *children, const char *level, const char *name);

/* (transfer full): "1 234 inhabitants". */
char      *ter_territory_dup_inhabitants (double population);

G_END_DECLS
