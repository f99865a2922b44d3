/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout-private.h"

G_BEGIN_DECLS

/* Two axes, and what stands between them. */

/* In heights of a line of text. */
#define TER_PLOT_POINT_RADIUS 0.27
#define TER_PLOT_LINE_RADIUS 0.2

typedef void (*TerPlotPlace) (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark);

/* Lays out the axes, then has each mark of the panel placed, which has @radius by then. */
void ter_plot_layout_lay_out (TerChartMaker *maker, double radius, TerPlotPlace place);
/* A place on an axis, in pixels. */
double ter_plot_layout_map (TerChartMaker *maker, TerAxis axis, double value);
/* At the datum's x, as high as @y; NaN: it is not drawn. */
void ter_plot_layout_place (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark, double y);
/* What is not drawn has its place along x all the same. */
void ter_plot_layout_hide (TerChartMaker *maker, TerChartMark *mark);

G_END_DECLS
