/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-legend.h"

G_BEGIN_DECLS

/* (transfer floating): a legend as widgets: samples and words that wrap. */
GtkWidget *ter_legend_view_new (TerLegend *legend);
/* (transfer floating) (nullable): that of a figure; %NULL when its colours say nothing. */
GtkWidget *ter_legend_view_new_for_figure (TerFigure *figure);

G_END_DECLS
