/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* For the layouts and the marks. */

#define TER_SPACE 8.0
#define TER_TIGHT 4.0
#define TER_NAME_PART 0.38 /* of the width, at most, for names beside an axis */

typedef struct
{
  TerChartLayout *layout;
  TerFigure *figure;
  guint facet;
  guint first, n;       /* the panel's data, without guides */
  guint max_categories; /* of bars; 0: all */
  TerMeasureText measure_text;
  gpointer user_data;
  double line;                 /* the height of a line of text */
  TerScale scales[TER_N_AXES]; /* in pixels, once the axes are laid out */
} TerChartMaker;

void ter_chart_layout_measure (TerChartMaker *self, const char *text, TerChartText kind, double max_width, double *width,
                               double *height);
const TerDatum *ter_chart_layout_get_datum (TerChartMaker *self, guint mark);
TerChartMark *ter_chart_layout_get_mark (TerChartMaker *self, guint mark);
/* Names along x, each in a step of the plot: every first, second or third one, as there is room. Their height. */
double ter_chart_layout_put_names (TerChartMaker *self, double y);

/* A GDestroyNotify for arrays of TerChartMark. */
void ter_chart_mark_clear (gpointer mark);

/* The mark whose rectangle is at most @nearest away; -1 for none. */
int ter_chart_layout_find_rect (TerChartLayout *self, double x, double y, double nearest);
/* The one whose point is near. */
int ter_chart_layout_find_point (TerChartLayout *self, double x, double y);
/* The line or band across the chart that is near. */
int ter_chart_layout_find_guide (TerChartLayout *self, double x, double y);
/* The next one in reading order, and: up and down what lies there. */
guint ter_chart_layout_step_in_order (TerChartLayout *self, guint mark, int dx, int dy);
guint ter_chart_layout_step_about (TerChartLayout *self, guint mark, int dx, int dy);

G_END_DECLS
