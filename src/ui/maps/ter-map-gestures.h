/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a pointer or fingers do to a map. */
typedef struct
{
  void (*zoom) (double factor, double x, double y, gpointer user_data);
  gboolean (*pan) (double dx, double dy, gpointer user_data); /* %FALSE: there is nowhere to go */
  void (*hover) (double x, double y, gpointer user_data);     /* not a number: away */
  void (*click) (double x, double y, gpointer user_data);
} TerMapGestures;

/* How much nearer one step is. */
#define TER_MAP_ZOOM_STEP 1.5

/* Ctrl and scrolling, pinching, dragging, clicking. @gestures: static */
void ter_map_gestures_add (GtkWidget *widget, const TerMapGestures *gestures, gpointer user_data);

G_END_DECLS
