/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-canvas-cairo.h"

#include <math.h>
#include <pango/pangocairo.h>

typedef struct
{
  const char *tag; /* nullable */
  double opacity;  /* below 1: it is painted once it is whole */
} Open;

static cairo_t *
get_cr (TerCanvas *canvas)
{
  return ((TerCanvasCairo *) canvas)->cr;
}

static void
set_color (cairo_t *cr, const TerColor *color)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
add_rect (cairo_t *cr, const TerRect *rect, double most)
{
  double right = rect->x + rect->width, bottom = rect->y + rect->height;
  double radius = MIN (most, MIN (rect->width, rect->height) / 2);

  if (radius <= 0)
    {
      cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
add_part (cairo_t *cr, const TerPathPart *part)
{
  switch (part->verb)
    {
    case TER_PATH_MOVE: cairo_move_to (cr, part->x, part->y); break;
    case TER_PATH_LINE: cairo_line_to (cr, part->x, part->y); break;
    case TER_PATH_ARC:
      (part->to >= part->from ? cairo_arc : cairo_arc_negative) (cr, part->x, part->y, part->radius, part->from - G_PI_2,
                                                                 part->to - G_PI_2);
      break;
    case TER_PATH_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, part->x, part->y, part->radius, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case TER_PATH_CLOSE:
    default: cairo_close_path (cr); break;
    }
}

static void
set_path (cairo_t *cr, const TerPath *path)
{
  cairo_new_path (cr);
  if (path->parts == NULL)
    add_rect (cr, &path->rect, path->radius);
  else
    for (guint i = 0; i < path->parts->len; i++)
      add_part (cr, &g_array_index (path->parts, TerPathPart, i));
}

/* ---- Verbs ---- */

static void
fill (TerCanvas *canvas, const TerPath *path, const TerColor *color)
{
  cairo_t *cr = get_cr (canvas);

  set_path (cr, path);
  set_color (cr, color);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
}

static void
stroke (TerCanvas *canvas, const TerPath *path, const TerPen *pen, const TerColor *color)
{
  cairo_t *cr = get_cr (canvas);

  set_path (cr, path);
  set_color (cr, color);
  cairo_set_line_width (cr, pen->width);
  cairo_set_line_join (cr, pen->round_joins ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_dash (cr, pen->dashes, (int) pen->n_dashes, 0);
  cairo_stroke (cr);
}

static void
text (TerCanvas *canvas, PangoLayout *layout, double x, double y, const TerColor *color)
{
  cairo_t *cr = get_cr (canvas);

  set_color (cr, color);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
}

static void
picture (TerCanvas *canvas, cairo_surface_t *image, const TerRect *rect)
{
  cairo_t *cr = get_cr (canvas);
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / width, rect->height / height);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
push (TerCanvas *canvas, Open open)
{
  g_array_append_val (((TerCanvasCairo *) canvas)->open, open);
}

static void
clip (TerCanvas *canvas, const TerPath *path)
{
  cairo_t *cr = get_cr (canvas);

  cairo_save (cr);
  set_path (cr, path);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_clip (cr);
  push (canvas, (Open) { .opacity = 1 });
}

static void
group (TerCanvas *canvas, double dx, double dy, double factor, double opacity)
{
  cairo_t *cr = get_cr (canvas);

  cairo_save (cr);
  cairo_translate (cr, dx, dy);
  cairo_scale (cr, factor, factor);
  if (opacity < 1)
    cairo_push_group (cr);
  push (canvas, (Open) { .opacity = opacity });
}

static void
tag (TerCanvas *canvas, const char *name)
{
  const char *own = g_intern_string (name);

  cairo_tag_begin (get_cr (canvas), own, NULL);
  push (canvas, (Open) { .tag = own, .opacity = 1 });
}

static void
pop (TerCanvas *canvas)
{
  GArray *stack = ((TerCanvasCairo *) canvas)->open;
  cairo_t *cr = get_cr (canvas);
  Open open;

  g_return_if_fail (stack->len > 0);

  open = g_array_index (stack, Open, stack->len - 1);
  g_array_set_size (stack, stack->len - 1);
  if (open.tag != NULL)
    {
      cairo_tag_end (cr, open.tag);
      return;
    }
  if (open.opacity < 1)
    {
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, open.opacity);
    }
  cairo_restore (cr);
}

void
ter_canvas_cairo_init (TerCanvasCairo *self, cairo_t *cr)
{
  static const TerCanvasVerbs verbs = { fill, stroke, text, picture, clip, group, tag, pop };

  *self = (TerCanvasCairo) { { &verbs }, cr, g_array_new (FALSE, FALSE, sizeof (Open)) };
}

void
ter_canvas_cairo_clear (TerCanvasCairo *self)
{
  g_clear_pointer (&self->open, g_array_unref);
}
