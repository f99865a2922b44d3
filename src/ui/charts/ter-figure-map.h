/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"
#include "ter-entry.h"
#include "ter-figure.h"

G_BEGIN_DECLS

/* (nullable): a figure that is a map, with its legend, and a way into its territories; %NULL with @error when its outline is not there.
 * Large outlines are read while a word says so. */
GtkWidget *ter_figure_map_new (TerContext *context, TerEntry *dashboard, TerFigure *figure, const char *name, const char *description,
                               GError **error);

G_END_DECLS
