/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure-choices.h"

G_BEGIN_DECLS

/* What a reader chooses in a figure, a year mostly: a slider, buttons or a list, and a button that puts all choices side by side.
 * Signal "chosen": what is chosen is another. */
#define TER_TYPE_FIGURE_CHOICE (ter_figure_choice_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureChoice, ter_figure_choice, TER, FIGURE_CHOICE, GtkBox)

/* @variants: with something to choose; kept by the caller for as long as the widget is there. */
GtkWidget *ter_figure_choice_new (TerFigureVariants *variants, TerFigureChoices choices);
/* Whether one sees the table is none of its business: that is as it was given. */
TerFigureChoices ter_figure_choice_get_choices (TerFigureChoice *self);

G_END_DECLS
