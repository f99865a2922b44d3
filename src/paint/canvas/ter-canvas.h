/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <pango/pango.h>

#include "ter-color.h"
#include "ter-path.h"

G_BEGIN_DECLS

/* What painters paint on: eight verbs, in pixels from the left top. One over cairo, for files, stands beside it; the window has one
 * over GtkSnapshot, tests have one that only writes down. */
typedef struct _TerCanvas TerCanvas;

typedef struct
{
  double width;
  const double *dashes; /* nullable: lengths of strokes and gaps */
  guint n_dashes;
  gboolean round_joins;
} TerPen;

typedef struct
{
  void (*fill) (TerCanvas *self, const TerPath *path, const TerColor *color);
  void (*stroke) (TerCanvas *self, const TerPath *path, const TerPen *pen, const TerColor *color);
  void (*text) (TerCanvas *self, PangoLayout *text, double x, double y, const TerColor *color);
  void (*picture) (TerCanvas *self, cairo_surface_t *picture, const TerRect *rect);
  void (*clip) (TerCanvas *self, const TerPath *path);
  void (*group) (TerCanvas *self, double dx, double dy, double factor, double opacity);
  void (*tag) (TerCanvas *self, const char *name);
  void (*pop) (TerCanvas *self);
} TerCanvasVerbs;

struct _TerCanvas
{
  const TerCanvasVerbs *verbs;
};

void ter_canvas_fill (TerCanvas *self, const TerPath *path, const TerColor *color);
/* Along the middle of @path. */
void ter_canvas_stroke (TerCanvas *self, const TerPath *path, const TerPen *pen, const TerColor *color);
void ter_canvas_text (TerCanvas *self, PangoLayout *text, double x, double y, const TerColor *color);
/* @picture: an image, stretched over @rect. */
void ter_canvas_picture (TerCanvas *self, cairo_surface_t *picture, const TerRect *rect);
/* These three last until ter_canvas_pop(). Only what is within @path is painted. */
void ter_canvas_clip (TerCanvas *self, const TerPath *path);
/* What is painted is moved, then enlarged, and as a whole @opacity: 0 to 1. */
void ter_canvas_group (TerCanvas *self, double dx, double dy, double factor, double opacity);
/* What a part of a page is for who does not see it, by PDF's name: "Figure". Nothing elsewhere. */
void ter_canvas_tag (TerCanvas *self, const char *name);
void ter_canvas_pop (TerCanvas *self);

/* ---- Made of the verbs ---- */

void ter_canvas_fill_rect (TerCanvas *self, double x, double y, double width, double height, const TerColor *color);
/* A frame of @width just inside @rect, rounded by @radius. */
void ter_canvas_frame (TerCanvas *self, const TerRect *rect, double radius, double width, const TerColor *color);
void ter_canvas_line (TerCanvas *self, double x, double y, double to_x, double to_y, const TerPen *pen, const TerColor *color);

G_END_DECLS
