/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-classes.h"
#include "ter-outline.h"

G_BEGIN_DECLS

/* A map of territories coloured by class, with insets, a keyboard cursor that says each territory, hover and click.
 * Signal: activated (const char *code). */
#define TER_TYPE_MAP_VIEW (ter_map_view_get_type ())
G_DECLARE_FINAL_TYPE (TerMapView, ter_map_view, TER, MAP_VIEW, GtkWidget)

/* (transfer full): a territory's value in words: "3 exemples". */
typedef char *(*TerMapWords) (double value, gpointer user_data);

GtkWidget *ter_map_view_new      (TerOutline *outline, const char *name);
/* @values: one a feature of the outline; not a number: no data. */
void       ter_map_view_set_data (TerMapView *self, const double *values, const TerClasses *classes, TerMapWords words, gpointer user_data);
/* The legend that belongs to it: classes with the number of their territories, and "no data". */
GtkWidget *ter_map_view_new_legend (TerMapView *self);

G_END_DECLS
