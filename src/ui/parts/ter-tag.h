/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include "ter-entry.h"

G_BEGIN_DECLS

GtkWidget *ter_tag_new (const char *text, const char *color); /* a pill; colour nullable */
GtkWidget *ter_tag_list_new (TerEntry *entry);                /* its terms, as pills; NULL when none */
/* Fills @widget with a pack's colour ("#RRGGBB"), its text black or white, whichever is read best. %FALSE when it is none. */
gboolean ter_tag_set_color (GtkWidget *widget, const char *color);

G_END_DECLS
