/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

/* The one maker of list rows. Pack text is data: it is shown exactly, markup off. An activatable row has an arrow; action and target as for
 * gtk_actionable_set_*. All (transfer floating). */
GtkWidget *ter_row_new (const char *title, const char *subtitle);
GtkWidget *
ter_row_new_for_action (const char *title, const char *subtitle, const char *icon_name, const char *action_name, GVariant *target);
/* A row that opens @entry. @subtitle %NULL: its summary. */
GtkWidget *ter_row_new_for_entry (TerEntry *entry, const char *subtitle);
/* A row that opens on others, added with adw_expander_row_add_row(). */
GtkWidget *ter_row_new_expander (const char *title, const char *subtitle);

G_END_DECLS
