/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure.h"

G_BEGIN_DECLS

/* The table twin of a figure: a column view that sorts by any column, scrolling in itself when it is long. */
GtkWidget *ter_figure_table_new (TerFigure *figure, const char *name);
/* The keyboard goes to the row of that number in the figure, when the table has it. */
void ter_figure_table_go_to (GtkWidget *table, guint row);

G_END_DECLS
