/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"
#include "ter-figure-variants.h"
#include "ter-picture.h"

G_BEGIN_DECLS

/* What is drawn of a figure: legend, chart or map, in panels where it has some, and a line of the reader's own territory. */
#define TER_TYPE_FIGURE_DRAWING (ter_figure_drawing_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureDrawing, ter_figure_drawing, TER, FIGURE_DRAWING, GtkBox)

/* @variants: kept by the caller for as long as the widget is there. */
GtkWidget *ter_figure_drawing_new (TerContext *context, TerEntry *dashboard, TerFigureVariants *variants, const char *title);
/* @figure: one of the variants, or the whole of them for @side_by_side; @title with what is chosen; @spoken: what a screen reader says. */
void
ter_figure_drawing_show (TerFigureDrawing *self, TerFigure *figure, gboolean side_by_side, const char *title, const char *spoken);
/* The reader has another territory. */
void ter_figure_drawing_update_own (TerFigureDrawing *self);
/* What shows of it, for a document. */
void ter_figure_drawing_add_to_picture (TerFigureDrawing *self, TerPicture *picture);
/* The table's row of the mark at which the keyboard is; TER_NO_ROW: it is at none. */
guint ter_figure_drawing_get_row (TerFigureDrawing *self);

G_END_DECLS
