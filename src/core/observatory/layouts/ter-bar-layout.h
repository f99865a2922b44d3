/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* Where everything of a bar chart is, in pixels: labels, axis, bars, values. Made for one width; the height follows. */

typedef struct
{
  TerRect label; /* of its name; without width when it has none */
  TerRect area;  /* of all that belongs to the category */
  TerRect grid;  /* where the axis' lines may pass: not through its name */
} TerBand;

typedef struct
{
  TerRect rect;  /* of the bar; may have no extent */
  TerRect label; /* of its value; without width when it does not fit */
  char *text;
  gboolean inside; /* the value stands on the bar */
} TerBarBox;

struct _TerBarLayout
{
  double width, height;
  gboolean horizontal; /* vertical bars lie down when their names do not fit under them */
  TerRect plot;
  double zero;      /* along the value axis */
  GArray *ticks;    /* of TerTick */
  GArray *bands;    /* of TerBand: one a category shown */
  GArray *boxes;    /* of TerBarBox: one a bar of the panel, those of hidden categories without text and extent */
  char *axis_title; /* "Population (habitants)" */
  TerRect axis_label;
};

/**
 * ter_bar_layout_new:
 * @figure: a figure of bars
 * @facet: its panel
 * @width: in pixels
 * @max_categories: how many to show at most; 0: all
 *
 * Returns: (transfer full): the layout
 */
TerBarLayout *
ter_bar_layout_new (TerFigure *figure, guint facet, double width, guint max_categories, TerMeasureText measure, gpointer user_data);
void ter_bar_layout_free (TerBarLayout *self);
/* The bar at a place, or near it when it is thin; -1 for none. */
int ter_bar_layout_hit (TerBarLayout *self, double x, double y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerBarLayout, ter_bar_layout_free)

G_END_DECLS
