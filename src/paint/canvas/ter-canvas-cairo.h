/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-canvas.h"

G_BEGIN_DECLS

/* A canvas over cairo: for pictures, pages and files. On the stack. */
typedef struct
{
  TerCanvas canvas;
  cairo_t *cr;
  GArray *open; /* what is to be popped */
} TerCanvasCairo;

/* @cr: (transfer none): until it is cleared */
void ter_canvas_cairo_init (TerCanvasCairo *self, cairo_t *cr);
void ter_canvas_cairo_clear (TerCanvasCairo *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TerCanvasCairo, ter_canvas_cairo_clear)

G_END_DECLS
