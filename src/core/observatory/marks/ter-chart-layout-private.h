/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* For ter-chart-layout.c and the layouts of its marks. */

#define TER_SPACE 8.0
#define TER_TIGHT 4.0
#define TER_NAME_PART 0.38 /* of the width, at most, for names beside an axis */

typedef struct
{
  TerChartLayout *layout;
  TerFigure *figure;
  guint first, n; /* the panel's data */
  TerMeasureText measure_text;
  gpointer user_data;
  double line; /* the height of a line of text */
} TerChartMaker;

void ter_chart_measure (TerChartMaker *self, const char *text, TerChartText kind, double max_width, double *width, double *height);
const TerDatum *ter_chart_get_datum (TerChartMaker *self, guint mark);
TerChartMark *ter_chart_get_mark (TerChartMaker *self, guint mark);
/* Names along x, each in a step of the plot: every first, second or third one, as there is room. Their height. */
double ter_chart_place_names (TerChartMaker *self, double y);

void ter_chart_lay_out_plot (TerChartMaker *self); /* lines, areas, points */
void ter_chart_lay_out_arc (TerChartMaker *self);
void ter_chart_lay_out_rect (TerChartMaker *self);

G_END_DECLS
