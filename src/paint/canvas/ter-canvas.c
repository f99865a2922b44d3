/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-canvas.h"

void
ter_canvas_fill (TerCanvas *self, const TerPath *path, const TerColor *color)
{
  self->verbs->fill (self, path, color);
}

void
ter_canvas_stroke (TerCanvas *self, const TerPath *path, const TerPen *pen, const TerColor *color)
{
  self->verbs->stroke (self, path, pen, color);
}

void
ter_canvas_text (TerCanvas *self, PangoLayout *text, double x, double y, const TerColor *color)
{
  self->verbs->text (self, text, x, y, color);
}

void
ter_canvas_picture (TerCanvas *self, cairo_surface_t *picture, const TerRect *rect)
{
  self->verbs->picture (self, picture, rect);
}

void
ter_canvas_clip (TerCanvas *self, const TerPath *path)
{
  self->verbs->clip (self, path);
}

void
ter_canvas_group (TerCanvas *self, double dx, double dy, double factor, double opacity)
{
  self->verbs->group (self, dx, dy, factor, opacity);
}

void
ter_canvas_tag (TerCanvas *self, const char *name)
{
  self->verbs->tag (self, name);
}

void
ter_canvas_pop (TerCanvas *self)
{
  self->verbs->pop (self);
}

void
ter_canvas_fill_rect (TerCanvas *self, double x, double y, double width, double height, const TerColor *color)
{
  const TerPath path = TER_PATH_RECT (x, y, width, height);

  ter_canvas_fill (self, &path, color);
}

void
ter_canvas_frame (TerCanvas *self, const TerRect *rect, double radius, double width, const TerColor *color)
{
  const TerPath path = { .rect = { rect->x + width / 2, rect->y + width / 2, MAX (rect->width - width, 0),
                                   MAX (rect->height - width, 0) },
                         .radius = MAX (radius - width / 2, 0) };
  const TerPen pen = { .width = width };

  ter_canvas_stroke (self, &path, &pen, color);
}

void
ter_canvas_line (TerCanvas *self, double x, double y, double to_x, double to_y, const TerPen *pen, const TerColor *color)
{
  g_auto (TerPath) path = TER_PATH_INIT;

  ter_path_move (&path, x, y);
  ter_path_line (&path, to_x, to_y);
  ter_canvas_stroke (self, &path, pen, color);
}
