/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-series-look.h"

#include <math.h>

#include "ter-palette.h"

#define N_PATTERNS (TER_SERIES_LOOKS / TER_PALETTE_SIZE)
#define PITCH 7.0
#define LINE_WIDTH 2.5

TerSeriesLook
ter_series_look_new (const TerPaintStyle *style, TerFigure *figure, guint series)
{
  TerSeriesLook self = { .strong = style->high_contrast };
  gboolean told = ter_figure_has_legend (figure);
  guint32 color;

  if (!ter_color_parse (ter_figure_get_series_color (figure, series), &color))
    color = ter_palette_get (told ? series : 0, style->dark);
  self.color = ter_paint_style_get_color (style, color);
  self.ink = ter_color_get_ink (&self.color);
  self.border = ter_color_fade (&style->text, self.strong ? 1.0 : 0.65);
  /* When colours come again, each has the pattern that follows. */
  self.pattern = told ? (series + series / TER_PALETTE_SIZE) % N_PATTERNS : 0;
  self.outlined = self.strong || ter_color_get_contrast (ter_color_pack (&self.color), ter_color_pack (&style->card)) < 3;
  return self;
}

/* ---- Patterns ---- */

static void
add_slanted (TerPath *lines, const TerRect *rect, gboolean rising)
{
  /* From a common origin, so that neighbouring bars of a series have one pattern. */
  double first = floor ((rect->x - rect->height) / PITCH) * PITCH;

  for (double x = first; x < rect->x + rect->width; x += PITCH)
    {
      ter_path_move (lines, x, rect->y + (rising ? rect->height : 0));
      ter_path_line (lines, x + rect->height, rect->y + (rising ? 0 : rect->height));
    }
}

static void
add_dots (TerPath *lines, const TerRect *rect)
{
  for (double y = rect->y + 3; y < rect->y + rect->height; y += PITCH - 1)
    for (double x = rect->x + 3; x < rect->x + rect->width; x += PITCH - 1)
      ter_path_circle (lines, x, y, 0.6);
}

static void
add_lines (TerPath *lines, const TerRect *rect)
{
  for (double y = rect->y + 3; y < rect->y + rect->height; y += PITCH - 2)
    {
      ter_path_move (lines, rect->x, y);
      ter_path_line (lines, rect->x + rect->width, y);
    }
}

static void
draw_pattern (const TerSeriesLook *self, TerCanvas *canvas, const TerRect *rect)
{
  g_auto (TerPath) lines = TER_PATH_INIT;
  const TerPen pen = { .width = self->strong ? 1.5 : 1.0 };
  TerColor color = ter_color_fade (&self->ink, self->strong ? 0.6 : 0.3);

  if (self->pattern == 1 || self->pattern == 4)
    add_slanted (&lines, rect, TRUE);
  if (self->pattern == 3 || self->pattern == 4)
    add_slanted (&lines, rect, FALSE);
  if (self->pattern == 2)
    add_dots (&lines, rect);
  if (self->pattern == 5)
    add_lines (&lines, rect);
  if (lines.parts != NULL)
    ter_canvas_stroke (canvas, &lines, &pen, &color);
}

/* ---- Forms ---- */

void
ter_series_look_fill (const TerSeriesLook *self, TerCanvas *canvas, const TerPath *path)
{
  const TerPen pen = { .width = 1 };
  TerRect bounds;

  if (!ter_path_get_bounds (path, &bounds))
    return;
  ter_canvas_fill (canvas, path, &self->color);
  if (self->pattern != 0)
    {
      ter_canvas_clip (canvas, path);
      draw_pattern (self, canvas, &bounds);
      ter_canvas_pop (canvas);
    }
  if (self->outlined && path->parts == NULL)
    ter_canvas_frame (canvas, &path->rect, path->radius, 1, &self->border);
  else if (self->outlined)
    ter_canvas_stroke (canvas, path, &pen, &self->border);
}

void
ter_series_look_stroke (const TerSeriesLook *self, TerCanvas *canvas, const TerPath *path)
{
  static const struct
  {
    guint n;
    double lengths[4];
  } dashes[N_PATTERNS] = {
    { 0 }, { 2, { 9, 5 } }, { 2, { 3, 4 } }, { 4, { 12, 4, 3, 4 } }, { 2, { 16, 6 } }, { 4, { 9, 4, 3, 4 } },
  };
  TerPen pen = { LINE_WIDTH + 1.5, dashes[self->pattern].lengths, dashes[self->pattern].n, TRUE };

  if (self->outlined && !self->strong)
    ter_canvas_stroke (canvas, path, &pen, &self->border);
  pen.width = self->strong ? LINE_WIDTH + 1 : LINE_WIDTH;
  ter_canvas_stroke (canvas, path, &pen, &self->color);
}

void
ter_series_look_mark (const TerSeriesLook *self, TerCanvas *canvas, double x, double y, double radius)
{
  g_auto (TerPath) path = TER_PATH_INIT;
  const TerPen pen = { .width = 1 };
  TerColor border = self->outlined ? self->border : ter_color_fade (&self->ink, 0.7);

  switch (self->pattern)
    {
    case 1: ter_path_polygon (&path, x, y, radius * 1.25, 4, G_PI / 4); break;
    case 2: ter_path_polygon (&path, x, y + radius * 0.2, radius * 1.45, 3, 0); break;
    case 3: ter_path_polygon (&path, x, y, radius * 1.35, 4, 0); break;
    case 4: ter_path_polygon (&path, x, y - radius * 0.2, radius * 1.45, 3, G_PI); break;
    case 5: ter_path_polygon (&path, x, y, radius * 1.15, 5, 0); break;
    default: ter_path_circle (&path, x, y, radius); break;
    }
  ter_canvas_fill (canvas, &path, &self->color);
  ter_canvas_stroke (canvas, &path, &pen, &border);
}
