/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-map-scale.h"

G_BEGIN_DECLS

/* What a class holds, in words: "3 to 5", "12 or more". @whole: the values are whole numbers. */
char *ter_map_legend_dup_range (const TerClasses *classes, guint index, gboolean whole);
gboolean ter_map_legend_is_whole (const double *values, guint n_values);
/* The classes with the number of their territories, or a band from end to end, and "no data". */
GtkWidget *ter_map_legend_new (const TerMapScale *scale, const double *values, guint n_values);

G_END_DECLS
