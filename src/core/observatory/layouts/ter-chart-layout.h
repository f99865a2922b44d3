/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"

G_BEGIN_DECLS

/* ---- For all charts ---- */

typedef struct
{
  double x, y, width, height;
} TerRect;

/* A label may break its words; a name, under a vertical bar, may not. */
typedef enum
{
  TER_CHART_LABEL,
  TER_CHART_NAME,
  TER_CHART_VALUE,
  TER_CHART_TICK
} TerChartText;

/* The size of @text when it may be @max_width wide (0: as wide as it likes), broken into lines when it is a label. */
typedef void (*TerMeasureText) (const char *text, TerChartText kind, double max_width, double *width, double *height,
                                gpointer user_data);

typedef struct
{
  double value;
  double position; /* along its axis, in pixels */
  TerRect label;   /* without width when it is left out */
  char *text;
} TerTick;

/* A GDestroyNotify for arrays of them. */
void ter_tick_clear (gpointer tick);

/* What bars have for themselves: ter-bar-layout.h. */
typedef struct _TerBarLayout TerBarLayout;

/* ---- What is drawn ---- */

typedef struct
{
  gboolean drawn;  /* it has a value, and is not a guide */
  gboolean guide;  /* a line or a band across the chart: its rectangle is */
  double x, y;     /* a point, or the middle of a part or a cell */
  double foot;     /* of an area, the other end of its height there */
  double radius;   /* of a point */
  double from, to; /* of a part, in radians, clockwise from the top */
  TerRect rect;    /* where it is, for the cursor and the pointer */
  TerRect label;   /* of the value in a part or a cell; without width when it does not fit */
  char *text;
} TerChartMark;

/* Where everything of a panel is, in pixels. Made for one width; the height follows. */
typedef struct
{
  double width, height;
  TerRect plot;              /* between the axes; a ring's square */
  double hole;               /* the radius of a ring's hole */
  GArray *ticks[TER_N_AXES]; /* of TerTick: numbers, days or names */
  char *titles[TER_N_AXES];
  TerRect title_labels[TER_N_AXES];
  GArray *marks;      /* of TerChartMark: one a datum of the panel */
  guint n_walked;     /* of them, those that one can walk to: the first ones */
  TerBarLayout *bars; /* nullable */
} TerChartLayout;

/**
 * ter_chart_layout_new:
 * @figure: a figure of any mark that is drawn as a chart
 * @facet: its panel
 * @width: in pixels
 *
 * Returns: (transfer full): the layout
 */
TerChartLayout *ter_chart_layout_new (TerFigure *figure, guint facet, double width, TerMeasureText measure, gpointer user_data);
/* With the first @max_categories of its bars only; 0: all. */
TerChartLayout *ter_chart_layout_new_folded (TerFigure *figure, guint facet, double width, guint max_categories,
                                             TerMeasureText measure, gpointer user_data);
void ter_chart_layout_free (TerChartLayout *self);
/* The mark at a place, or near it when it is small; -1 for none. */
int ter_chart_layout_hit (TerChartLayout *self, TerFigure *figure, double x, double y);
/* The next mark in a direction (-1, 0 or 1 each): sideways the next one in reading order; up and down what lies there, or again the
 * next one where nothing lies above another. @mark itself at an end. */
guint ter_chart_layout_step (TerChartLayout *self, TerFigure *figure, guint mark, int dx, int dy);
/* The radius of the point of a size: areas are in proportion. @line: the height of a line of text. */
double ter_chart_layout_get_radius (double size, double largest, double line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerChartLayout, ter_chart_layout_free)

G_END_DECLS
