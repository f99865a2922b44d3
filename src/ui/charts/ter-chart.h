/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure.h"

G_BEGIN_DECLS

/* A panel of a figure as a chart, whatever its mark. The arrow keys walk from mark to mark, a tooltip shows the one under the pointer, each is
 * said with its name, its value and its place among the others; nothing moves by itself. */
#define TER_TYPE_CHART (ter_chart_get_type ())
G_DECLARE_FINAL_TYPE (TerChart, ter_chart, TER, CHART, GtkWidget)

/* @name and @description: what a screen reader says of the whole. */
GtkWidget *ter_chart_new (TerFigure *figure, guint facet, const char *name, const char *description);
/* The mark of the reader's own territory, outlined, and where the keyboard begins; -1: none. */
void ter_chart_set_own (TerChart *self, int mark);
/* Shows the bars of the first ones only; 0: all. */
void ter_chart_set_max_categories (TerChart *self, guint max_categories);
guint ter_chart_get_max_categories (TerChart *self);
/* (nullable): of the mark at which the keyboard is. */
const TerDatum *ter_chart_get_cursor_datum (TerChart *self);

G_END_DECLS
