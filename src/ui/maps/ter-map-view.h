/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-map-geometry.h"
#include "ter-map-scale.h"
#include "ter-picture.h"

G_BEGIN_DECLS

/* A map of territories coloured by their values, with insets; it is zoomed and moved, and a keyboard cursor says each territory.
 * Signals: territory-activated (const char *code), view-changed (). Actions: map.zoom-in, map.zoom-out, map.whole. */
#define TER_TYPE_MAP_VIEW (ter_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TerMapView, ter_map_view, TER, MAP_VIEW, GtkWidget)

/* (transfer full): a territory's value in words: "3 exemples". */
typedef char *(*TerMapWords) (double value, gpointer user_data);

GtkWidget *ter_map_view_new (TerMapGeometry *geometry, const char *name, const char *description);
/* @values: one a feature of the outline; not a number: no data. */
void
ter_map_view_set_data (TerMapView *self, const double *values, const TerMapScale *scale, TerMapWords words, gpointer user_data);

/* What a screen reader says of the whole. */
void ter_map_view_set_description (TerMapView *self, const char *description);

/* The reader's own territory is outlined, and the keyboard begins there; -1: none of these. */
void ter_map_view_set_own (TerMapView *self, int feature);
/* What shows of it, for a document. @heading, @foot: nullable */
void ter_map_view_add_to_picture (TerMapView *self, TerPicture *picture, const char *heading, const char *foot);
/* (transfer full): what is said of a territory: its name, its value, its class and rank. */
char *ter_map_view_dup_text (TerMapView *self, guint feature);

double ter_map_view_get_zoom (TerMapView *self); /* 1: the whole */
double ter_map_view_get_max_zoom (TerMapView *self);
/* @factor: above 1: nearer; 0: the whole. Around the cursor when it has the keyboard, or the middle. */
void ter_map_view_zoom (TerMapView *self, double factor);

G_END_DECLS
