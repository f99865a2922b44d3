/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What an update changes: a sentence, then a row for each kind of change, which opens on its list. Moved webinars are open at once.
 * @changes: (element-type TerChange) */
GtkWidget *ter_changes_view_new (GPtrArray *changes, const char *heading);

G_END_DECLS
