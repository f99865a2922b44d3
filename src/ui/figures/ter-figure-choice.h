/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure-params.h"

G_BEGIN_DECLS

/* What a reader chooses in a figure, a year mostly: a slider, buttons or a list, and a button that puts all choices side by side.
 * Properties "choice" (its number) and "side-by-side", both notified. */
#define TER_TYPE_FIGURE_CHOICE (ter_figure_choice_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureChoice, ter_figure_choice, TER, FIGURE_CHOICE, GtkBox)

/* @params: with choices; kept by the caller for as long as the widget is there. */
GtkWidget *ter_figure_choice_new (TerFigureParams *params, TerTable *table, gboolean with_side_by_side);
guint ter_figure_choice_get_choice (TerFigureChoice *self);
gboolean ter_figure_choice_get_side_by_side (TerFigureChoice *self);

G_END_DECLS
