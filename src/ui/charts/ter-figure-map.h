/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-entry.h"
#include "ter-figure.h"

G_BEGIN_DECLS

/* (nullable): a figure that is a map, with its legend; %NULL with @error when its outline cannot be read. */
GtkWidget *ter_figure_map_new (TerEntry *dashboard, TerFigure *figure, const char *name, const char *description, GError **error);

G_END_DECLS
