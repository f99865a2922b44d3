/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-chart-layout.h"
#include "ter-series-paint.h"

G_BEGIN_DECLS

/* What all charts do alike. The arrow keys walk from mark to mark, a tooltip shows the one under the pointer, each is said with its
 * name, its value and its place among the others; nothing moves by itself. A kind of chart says where its marks are and paints them. */
#define TER_TYPE_CHART (ter_chart_get_type ())
G_DECLARE_DERIVABLE_TYPE (TerChart, ter_chart, TER, CHART, GtkWidget)

struct _TerChartClass
{
  GtkWidgetClass parent_class;

  /* All in pixels, for the width last laid out. Marks have the numbers of the panel's data. */
  double (*lay_out) (TerChart *self, double width); /* its height */
  guint (*count) (TerChart *self);                  /* nullable: all of the panel's data */
  TerRect (*get_rect) (TerChart *self, guint mark);
  int (*hit) (TerChart *self, double x, double y);
  guint (*step) (TerChart *self, guint mark, int dx, int dy); /* nullable: the next one */
  void (*paint) (TerChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground);
  void (*paint_cursor) (TerChart *self, GtkSnapshot *snapshot, guint mark,
                        const GdkRGBA *foreground); /* nullable: around its rectangle */
};

/* @name and @description: what a screen reader says of the whole. */
void ter_chart_set_figure (TerChart *self, TerFigure *figure, guint facet, const char *name, const char *description);
/* The mark of the reader's own territory, outlined, and where the keyboard begins; -1: none. */
void ter_chart_set_own (TerChart *self, int mark);

/* For the kinds of charts. */
TerFigure *ter_chart_get_figure (TerChart *self);
guint ter_chart_get_facet (TerChart *self);
const TerDatum *ter_chart_get_data (TerChart *self, guint mark);
int ter_chart_get_hovered (TerChart *self); /* -1: none */
int ter_chart_get_cursor (TerChart *self);  /* of the keyboard; -1: not yet used */
const TerSeriesPaint *ter_chart_get_paint (TerChart *self, guint series);
/* Its layout is no longer right; the cursor stays where it still can. */
void ter_chart_invalidate (TerChart *self);
void ter_chart_measure_text (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer self);
void ter_chart_paint_text (TerChart *self, GtkSnapshot *snapshot, const char *text, TerChartText kind, const TerRect *rect,
                           const GdkRGBA *color);

G_END_DECLS
