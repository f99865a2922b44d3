/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A wrap of cards of equal width that goes from one column to as many as fit. */
GtkWidget *ter_card_grid_new (int minimum_width);
void ter_card_grid_append (GtkWidget *grid, GtkWidget *card);

G_END_DECLS
