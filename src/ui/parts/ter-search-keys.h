/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whoever types below @holder, outside of @field, types into it; Up from the first row of its results returns to it. @field outlives
 * @holder. (GtkSearchEntry's own key capture would also take Enter from the rows.) */
void ter_search_keys_add (GtkWidget *holder, GtkEditable *field);

G_END_DECLS
