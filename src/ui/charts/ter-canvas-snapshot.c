/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-canvas-snapshot.h"

#include <adwaita.h>
#include <math.h>

/* How many times a snapshot is popped, and whether it was saved first. */
typedef struct
{
  guint n_pops;
  gboolean saved;
} Open;

static GtkSnapshot *
get_snapshot (TerCanvas *canvas)
{
  return ((TerCanvasSnapshot *) canvas)->snapshot;
}

static GdkRGBA
to_rgba (const TerColor *color)
{
  return (GdkRGBA) { color->red, color->green, color->blue, color->alpha };
}

static graphene_rect_t
to_graphene (const TerRect *rect)
{
  return GRAPHENE_RECT_INIT (rect->x, rect->y, rect->width, rect->height);
}

static void
add_arc (GskPathBuilder *builder, const TerPathPart *part)
{
  double x = part->x + part->radius * sin (part->to), y = part->y - part->radius * cos (part->to);

  gsk_path_builder_line_to (builder, part->x + part->radius * sin (part->from), part->y - part->radius * cos (part->from));
  gsk_path_builder_svg_arc_to (builder, part->radius, part->radius, 0, fabs (part->to - part->from) > G_PI, part->to >= part->from,
                               x, y);
}

static void
add_part (GskPathBuilder *builder, const TerPathPart *part)
{
  switch (part->verb)
    {
    case TER_PATH_MOVE: gsk_path_builder_move_to (builder, part->x, part->y); break;
    case TER_PATH_LINE: gsk_path_builder_line_to (builder, part->x, part->y); break;
    case TER_PATH_ARC: add_arc (builder, part); break;
    case TER_PATH_CIRCLE: gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (part->x, part->y), part->radius); break;
    case TER_PATH_CLOSE:
    default: gsk_path_builder_close (builder); break;
    }
}

static GskPath *
path_new (const TerPath *path)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  graphene_rect_t rect = to_graphene (&path->rect);

  for (guint i = 0; path->parts != NULL && i < path->parts->len; i++)
    add_part (builder, &g_array_index (path->parts, TerPathPart, i));
  if (path->parts == NULL)
    gsk_path_builder_add_rect (builder, &rect);
  return gsk_path_builder_free_to_path (builder);
}

/* A rectangle grown by @more on each side. */
static GskRoundedRect
rounded_new (const TerPath *path, double more)
{
  TerRect grown = { path->rect.x - more, path->rect.y - more, path->rect.width + 2 * more, path->rect.height + 2 * more };
  double radius = path->radius > 0 ? path->radius + more : 0;
  graphene_rect_t rect = to_graphene (&grown);
  GskRoundedRect rounded;

  gsk_rounded_rect_init_from_rect (&rounded, &rect, (float) MIN (radius, MIN (grown.width, grown.height) / 2));
  return rounded;
}

/* ---- Verbs ---- */

static void
push (TerCanvas *canvas, guint n_pops, gboolean saved)
{
  Open open = { n_pops, saved };

  g_array_append_val (((TerCanvasSnapshot *) canvas)->open, open);
}

static void
clip (TerCanvas *canvas, const TerPath *path)
{
  graphene_rect_t rect = to_graphene (&path->rect);

  if (path->parts != NULL)
    {
      g_autoptr (GskPath) own = path_new (path);

      gtk_snapshot_push_fill (get_snapshot (canvas), own, GSK_FILL_RULE_EVEN_ODD);
    }
  else if (path->radius > 0)
    {
      GskRoundedRect rounded = rounded_new (path, 0);

      gtk_snapshot_push_rounded_clip (get_snapshot (canvas), &rounded);
    }
  else
    gtk_snapshot_push_clip (get_snapshot (canvas), &rect);
  push (canvas, 1, FALSE);
}

static void
pop (TerCanvas *canvas)
{
  GArray *stack = ((TerCanvasSnapshot *) canvas)->open;
  Open open;

  g_return_if_fail (stack->len > 0);

  open = g_array_index (stack, Open, stack->len - 1);
  g_array_set_size (stack, stack->len - 1);
  for (guint i = 0; i < open.n_pops; i++)
    gtk_snapshot_pop (get_snapshot (canvas));
  if (open.saved)
    gtk_snapshot_restore (get_snapshot (canvas));
}

static void
fill (TerCanvas *canvas, const TerPath *path, const TerColor *color)
{
  GdkRGBA rgba = to_rgba (color);
  graphene_rect_t rect = to_graphene (&path->rect);

  if (path->parts != NULL)
    {
      g_autoptr (GskPath) own = path_new (path);

      gtk_snapshot_append_fill (get_snapshot (canvas), own, GSK_FILL_RULE_EVEN_ODD, &rgba);
      return;
    }
  if (path->radius > 0)
    clip (canvas, path);
  gtk_snapshot_append_color (get_snapshot (canvas), &rgba, &rect);
  if (path->radius > 0)
    pop (canvas);
}

/* A rectangle is drawn as a border is, which renderers do faster. */
static void
stroke_rect (TerCanvas *canvas, const TerPath *path, const TerPen *pen, const GdkRGBA *rgba)
{
  GskRoundedRect outline = rounded_new (path, pen->width / 2);
  float width = (float) pen->width;

  gtk_snapshot_append_border (get_snapshot (canvas), &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *rgba, *rgba, *rgba, *rgba });
}

static void
stroke (TerCanvas *canvas, const TerPath *path, const TerPen *pen, const TerColor *color)
{
  GdkRGBA rgba = to_rgba (color);
  g_autoptr (GskPath) own = NULL;
  g_autoptr (GskStroke) line = NULL;
  g_autofree float *dashes = NULL;

  if (path->parts == NULL && pen->n_dashes == 0)
    {
      stroke_rect (canvas, path, pen, &rgba);
      return;
    }
  own = path_new (path);
  line = gsk_stroke_new ((float) pen->width);
  dashes = g_new (float, pen->n_dashes + 1);
  if (pen->round_joins)
    gsk_stroke_set_line_join (line, GSK_LINE_JOIN_ROUND);
  for (guint i = 0; i < pen->n_dashes; i++)
    dashes[i] = (float) pen->dashes[i];
  if (pen->n_dashes > 0)
    gsk_stroke_set_dash (line, dashes, pen->n_dashes);
  gtk_snapshot_append_stroke (get_snapshot (canvas), own, line, &rgba);
}

static void
text (TerCanvas *canvas, PangoLayout *layout, double x, double y, const TerColor *color)
{
  GtkSnapshot *snapshot = get_snapshot (canvas);
  GdkRGBA rgba = to_rgba (color);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &rgba);
  gtk_snapshot_restore (snapshot);
}

static void
picture (TerCanvas *canvas, cairo_surface_t *image, const TerRect *rect)
{
  int width = cairo_image_surface_get_width (image), height = cairo_image_surface_get_height (image);
  int stride = cairo_image_surface_get_stride (image);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  graphene_rect_t area = to_graphene (rect);

  if (width <= 0 || height <= 0)
    return;
  bytes = g_bytes_new (cairo_image_surface_get_data (image), (gsize) stride * height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
  gtk_snapshot_append_texture (get_snapshot (canvas), texture, &area);
}

static void
group (TerCanvas *canvas, double dx, double dy, double factor, double opacity)
{
  GtkSnapshot *snapshot = get_snapshot (canvas);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) dx, (float) dy));
  if (factor != 1)
    gtk_snapshot_scale (snapshot, (float) factor, (float) factor);
  if (opacity < 1)
    gtk_snapshot_push_opacity (snapshot, opacity);
  push (canvas, opacity < 1 ? 1 : 0, TRUE);
}

/* Accessibility is the widget's. */
static void
tag (TerCanvas *canvas, const char *name)
{
  push (canvas, 0, FALSE);
}

void
ter_canvas_snapshot_init (TerCanvasSnapshot *self, GtkSnapshot *snapshot)
{
  static const TerCanvasVerbs verbs = { fill, stroke, text, picture, clip, group, tag, pop };

  *self = (TerCanvasSnapshot) { { &verbs }, snapshot, g_array_new (FALSE, FALSE, sizeof (Open)) };
}

void
ter_canvas_snapshot_clear (TerCanvasSnapshot *self)
{
  g_clear_pointer (&self->open, g_array_unref);
}

TerPaintStyle
ter_canvas_snapshot_get_style (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);
  GdkRGBA foreground, accent;
  TerColor text_color, own;

  gtk_widget_get_color (widget, &foreground);
  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &accent);
  text_color = (TerColor) { foreground.red, foreground.green, foreground.blue, foreground.alpha };
  own = (TerColor) { accent.red, accent.green, accent.blue, accent.alpha };
  return ter_paint_style_new (dark, adw_style_manager_get_high_contrast (manager), &text_color, &own);
}
