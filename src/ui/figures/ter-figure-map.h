/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-picture.h"
#include "ter-context.h"
#include "ter-entry.h"
#include "ter-figure.h"

G_BEGIN_DECLS

#define TER_TYPE_FIGURE_MAP (ter_figure_map_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureMap, ter_figure_map, TER, FIGURE_MAP, GtkBox)

/* (nullable): a figure that is a map, with its legend, and a way into its territories; %NULL with @error when its outline is not there.
 * Large outlines are read while a word says so. */
GtkWidget *ter_figure_map_new (TerContext *context, TerEntry *dashboard, TerFigure *figure, const char *name,
                               const char *description, GError **error);
/* Another figure of the same outlines: another year. */
void ter_figure_map_set_figure (TerFigureMap *self, TerFigure *figure, const char *description);

/* What shows of it, for a document. @heading: nullable */
void ter_figure_map_add_to_picture (TerFigureMap *self, TerPicture *picture, const char *heading);

G_END_DECLS
