/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-canvas.h"
#include "ter-paint-style.h"

G_BEGIN_DECLS

/* The window's canvas: painters of src/paint on a GtkSnapshot. On the stack. */
typedef struct
{
  TerCanvas canvas;
  GtkSnapshot *snapshot;
  GArray *open; /* what is to be popped */
} TerCanvasSnapshot;

/* @snapshot: (transfer none): until it is cleared */
void ter_canvas_snapshot_init (TerCanvasSnapshot *self, GtkSnapshot *snapshot);
void ter_canvas_snapshot_clear (TerCanvasSnapshot *self);
/* How a widget looks now: its colour of text, and the desktop's style. */
TerPaintStyle ter_canvas_snapshot_get_style (GtkWidget *widget);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TerCanvasSnapshot, ter_canvas_snapshot_clear)

G_END_DECLS
