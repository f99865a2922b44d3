/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-map-layout.h"
#include "ter-map-scale.h"

G_BEGIN_DECLS

/* The colours of a map in the style that the desktop has now. */
typedef struct
{
  gboolean dark, high_contrast;
  GdkRGBA foreground; /* of the widget's text */
  GdkRGBA border;     /* between territories */
} TerMapStyle;

void ter_map_style_init (TerMapStyle *self, GtkWidget *widget);
void ter_map_style_get_class (const TerMapStyle *self, const TerMapScale *scale, guint index, GdkRGBA *color);
/* @edges: how strong borders are, 0 to 1; so below. */
void ter_map_style_fill_ink (const TerMapStyle *self, TerMapInk *ink, const TerMapScale *scale, const double *values, double edges);

/* A name in its territory, or nothing when it does not fit there. */
void ter_map_labels_snapshot (TerMapLayout *layout, GtkSnapshot *snapshot, GtkWidget *widget, const TerMapStyle *style,
                              const TerMapScale *scale, const double *values);
/* The box of an inset, with its name and its scale. */
void ter_map_labels_snapshot_inset (const TerMapPanel *frame, GtkSnapshot *snapshot, GtkWidget *widget, const TerMapStyle *style);
/* The outline of a territory, in the widget. */
void ter_map_paint_snapshot_outline (TerMapLayout *layout, GtkSnapshot *snapshot, guint feature, float width, const GdkRGBA *color);
/* All of a frame as paths, that a picture draws at any size: slower than tiles. */
void ter_map_paint_snapshot_shapes (TerMapLayout *layout, guint frame, GtkSnapshot *snapshot, const TerMapStyle *style,
                                    const TerMapScale *scale, const double *values, double edges);

G_END_DECLS
