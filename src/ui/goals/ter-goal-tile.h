/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* A goal's number, 0 when it has none. */
int ter_goal_tile_get_number (TerEntry *goal);
/* A button in the goal's colour, with its number and title, that opens it. */
GtkWidget *ter_goal_tile_new (TerEntry *goal);
/* The same in one line, among others. */
GtkWidget *ter_goal_tile_new_chip (TerEntry *goal);
/* Its number on a square of its colour; not a button, not read aloud. */
GtkWidget *ter_goal_tile_new_square (TerEntry *goal);

G_END_DECLS
