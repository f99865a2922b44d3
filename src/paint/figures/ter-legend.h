/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"
#include "ter-map-scale.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* What the colours of a figure say, in words: the window makes widgets of it, a file paints it. Shared, immutable; any thread. */
typedef struct _TerLegend TerLegend;

typedef enum
{
  TER_SAMPLE_NONE,    /* words alone */
  TER_SAMPLE_SERIES,  /* a series' look */
  TER_SAMPLE_SIZE,    /* a point's size */
  TER_SAMPLE_HEAT,    /* all colours from the lowest number to the highest */
  TER_SAMPLE_GUIDE,   /* a line or a band across the chart */
  TER_SAMPLE_CLASS,   /* a map's class */
  TER_SAMPLE_MISSING, /* its territories without data */
  TER_SAMPLE_SCALE    /* all its colours */
} TerSample;

typedef struct
{
  TerSample sample;
  guint index;          /* of the series, the guide or the class */
  double radius;        /* of a size */
  double width, height; /* of the sample, in pixels */
  char *before;         /* left of it; nullable */
  char *text;           /* right of it; nullable */
} TerLegendItem;

/* Items beside one another, as many as there is room for. */
typedef struct
{
  char *title;   /* "Population:"; nullable */
  GArray *items; /* of TerLegendItem */
} TerLegendGroup;

/* (transfer full) (nullable): %NULL when the figure's colours say nothing. @line: the height of a line of text, which points are measured in */
TerLegend *ter_legend_new (TerFigure *figure, double line);
/* (transfer full): of a map: the classes with the number of their territories, or a band from end to end, and "no data". */
TerLegend *ter_legend_new_for_map (const TerMapScale *scale, const double *values, guint n_values);
TerLegend *ter_legend_ref (TerLegend *self);
void ter_legend_unref (TerLegend *self);

guint ter_legend_get_n_groups (TerLegend *self);
const TerLegendGroup *ter_legend_get_group (TerLegend *self, guint group);
/* Its left top in that of @canvas. */
void ter_legend_draw_sample (TerLegend *self, const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerLegend, ter_legend_unref)

G_END_DECLS
