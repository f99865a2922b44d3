/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart.h"

G_BEGIN_DECLS

/* A chart of bars: horizontal or vertical, grouped, stacked, normalised. */
#define TER_TYPE_BAR_CHART (ter_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (TerBarChart, ter_bar_chart, TER, BAR_CHART, TerChart)

GtkWidget *ter_bar_chart_new (TerFigure *figure, guint facet, const char *name, const char *description);
/* Shows the first ones only; 0: all. */
void ter_bar_chart_set_max_categories (TerBarChart *self, guint max_categories);

G_END_DECLS
