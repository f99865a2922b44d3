/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart.h"

G_BEGIN_DECLS

/* A chart of lines, areas, points, a ring, or a table of colours. */
#define TER_TYPE_MARK_CHART (ter_mark_chart_get_type ())
G_DECLARE_FINAL_TYPE (TerMarkChart, ter_mark_chart, TER, MARK_CHART, TerChart)

GtkWidget *ter_mark_chart_new (TerFigure *figure, guint facet, const char *name, const char *description);

G_END_DECLS
