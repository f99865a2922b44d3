/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-mark.h"

G_BEGIN_DECLS

/* What marks share whose data have a place each: lines, areas, points, parts of a ring, cells. */

#define TER_MARK_MOST_POINTS 5000

typedef struct
{
  const TerChannel *series; /* nullable: what tells series apart */
  gboolean axes;            /* it stands between two axes */
  /* All nullable. Those that return a text: (transfer full) (nullable) what stands in the way. */
  char *(*find_columns) (TerFigure *self);          /* beside those of the value and of the series */
  gboolean (*is_missing) (const TerDatum *datum);   /* it has no place; %NULL: one without a place along x */
  char *(*arrange) (TerFigure *self, GArray *data); /* (element-type TerDatum): %NULL: along its lines */
  void (*show_columns) (TerFigure *self);
  char *(*find_domains) (TerFigure *self);
} TerMarkPlot;

/* Lines, areas and points: an axis each way. */
char *ter_mark_plot_parse (TerFigureSpec *spec, const TerChannel *series);
/* What lines and areas ask for more: numbers along y, and an order of their own. */
char *ter_mark_plot_require_line (TerFigureSpec *spec);
/* The column of the value and of the series, places, data, columns, domains: (transfer full) (nullable): what stands in the way. */
char *ter_mark_plot_resolve (TerFigure *self, const TerMarkPlot *plot);
/* What tells series apart: the colour, or else @other. */
const TerChannel *ter_mark_plot_get_series (TerFigure *self, TerChannelName other);
/* Sorts @data by panel, series and place. */
void ter_mark_plot_sort (GArray *data);
/* Which columns of the table tell of it: place, series and value. */
void ter_mark_plot_show_columns (TerFigure *self);
/* What the two axes have to hold: (transfer full) (nullable) what stands in the way. */
char *ter_mark_plot_find_domains (TerFigure *self);
/* Widens a range, [NaN, NaN] at first, to hold @value. */
void ter_mark_plot_widen (double value, double range[2]);
/* A value that is no number stands in the way. */
char *ter_mark_plot_require_numbers (TerFigure *self);

/* Where each of a line's points begins and ends: "a: from 12 to 22; b: from 30 to 40". (transfer full) (nullable) */
char *ter_mark_line_describe (TerFigure *figure);
/* The name of a point of a line: its series and its place along x. (transfer full) */
char *ter_mark_line_dup_name (TerFigure *figure, const TerDatum *datum);

/* What ticks have as points do: their name, the columns that tell of them, the words for one and for all. */
void ter_mark_point_find_name (TerFigure *figure);
/* Its columns: the name, both places, size and colour where there are. */
void ter_mark_point_show_columns (TerFigure *figure);
/* (transfer full): what a point is called. */
char *ter_mark_point_dup_name (TerFigure *figure, const TerDatum *datum);
char *ter_mark_point_dup_value (TerFigure *figure, const TerDatum *datum);
/* (transfer full) (nullable): the words for all points of the figure. */
char *ter_mark_point_describe (TerFigure *figure);

G_END_DECLS
