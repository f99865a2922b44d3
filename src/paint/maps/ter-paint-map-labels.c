/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-map-colors.h"
#include "ter-number.h"
#include "ter-paint-map.h"

/* More names than these nobody reads at once. */
#define MOST_LABELS 120
/* A territory that is smaller, in pixels, has no room for a name. */
#define SMALLEST 22.0
#define TEXT_SIZE 0.8

typedef struct
{
  guint feature;
  double area;
} Candidate;

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;

  return (one->area < other->area) - (one->area > other->area);
}

static PangoLayout *
text_new (const TerPaintMap *self, const char *text)
{
  return ter_paint_texts_create (self->texts, text, TEXT_SIZE, PANGO_WEIGHT_NORMAL);
}

/* What a text stands on where what is under it would make it hard to read. */
static TerColor
get_ground (const TerPaintMap *self)
{
  return self->style->dark ? (TerColor) { 0.2f, 0.2f, 0.21f, 0.85f } : (TerColor) { 1, 1, 1, 0.85f };
}

/* The largest ones come first: where there is no room for all, their names stand. */
static GArray *
find_candidates (TerMapLayout *layout, guint frame_index)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, frame_index);
  const TerMapTransform *transform = &frame->transform;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TerBox area = { (frame->x - transform->dx) / transform->factor, (frame->y - transform->dy) / transform->factor,
                  (frame->x + frame->width - transform->dx) / transform->factor,
                  (frame->y + frame->height - transform->dy) / transform->factor };

  ter_map_geometry_query (ter_map_layout_get_geometry (layout), frame_index, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      TerMapBounds bounds = ter_map_layout_get_bounds (layout, g_array_index (found, guint32, i));
      Candidate candidate = { g_array_index (found, guint32, i), bounds.width * bounds.height };

      if (bounds.width >= SMALLEST && bounds.height >= SMALLEST / 2)
        g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_cb);
  return candidates;
}

static gboolean
overlaps (const GArray *taken, const TerRect *rect)
{
  for (guint i = 0; i < taken->len; i++)
    {
      const TerRect *other = &g_array_index (taken, TerRect, i);

      if (other->x < rect->x + rect->width && rect->x < other->x + other->width && other->y < rect->y + rect->height &&
          rect->y < other->y + other->height)
        return TRUE;
    }
  return FALSE;
}

/* Black or white on the territory's colour, whichever is read better. */
static TerColor
choose_color (const TerPaintMap *self, double value)
{
  int class = ter_map_scale_find (self->scale, value);
  TerColor color;

  if (class < 0)
    return self->style->text;
  color = ter_map_colors_get_class (self->style, self->scale, class);
  return ter_color_get_ink (&color);
}

/* Whether the ends of a name lie in its territory, and the name covers no other one. */
static gboolean
is_at_home (TerMapLayout *layout, guint feature, const TerRect *rect)
{
  for (guint i = 0; i < 4; i++)
    {
      int hit =
        ter_map_layout_hit (layout, rect->x + (i % 2 == 0 ? 1 : rect->width - 1), rect->y + rect->height * (i < 2 ? 0.3 : 0.7));

      if (hit != (int) feature)
        return FALSE;
    }
  return TRUE;
}

/* Where the name of @feature stands; %FALSE: it does not fit. */
static gboolean
place_label (TerMapLayout *layout, guint feature, PangoLayout *text, TerRect *rect)
{
  TerMapGeometry *geometry = ter_map_layout_get_geometry (layout);
  const TerMapPanel *frame = ter_map_layout_get_panel (layout, ter_map_geometry_get_panel (geometry, feature));
  TerMapBounds bounds = ter_map_layout_get_bounds (layout, feature);
  TerMapPoint middle;
  double room, x, y;
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  if (width > bounds.width || height * 1.2 > bounds.height)
    return FALSE;
  middle = ter_map_geometry_get_middle (geometry, feature, &room);
  if (width + 4 > room * frame->transform.factor)
    return FALSE;
  x = round (middle.x * frame->transform.factor + frame->transform.dx - width / 2.0);
  y = round (middle.y * frame->transform.factor + frame->transform.dy - height / 2.0);
  *rect = (TerRect) { x, y, width, height };
  return x >= frame->x && y >= frame->y && x + width <= frame->x + frame->width && y + height <= frame->y + frame->height &&
         is_at_home (layout, feature, rect);
}

void
ter_paint_map_labels_draw (const TerPaintMap *self, TerCanvas *canvas)
{
  TerOutline *outline = ter_map_geometry_get_outline (ter_map_layout_get_geometry (self->layout));
  g_autoptr (GArray) candidates = find_candidates (self->layout, 0);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (TerRect));
  const TerColor ground = get_ground (self);

  for (guint i = 0; i < candidates->len && i < 3 * MOST_LABELS && taken->len < MOST_LABELS; i++)
    {
      guint feature = g_array_index (candidates, Candidate, i).feature;
      g_autoptr (PangoLayout) text = text_new (self, ter_outline_get_feature (outline, feature)->name);
      TerColor color = choose_color (self, self->values[feature]);
      TerRect rect;

      if (!place_label (self->layout, feature, text, &rect) || overlaps (taken, &rect))
        continue;
      g_array_append_val (taken, rect);
      /* Hatching would run through the letters. */
      if (ter_map_scale_find (self->scale, self->values[feature]) < 0)
        ter_canvas_fill_rect (canvas, rect.x, rect.y, rect.width, rect.height, &ground);
      ter_canvas_text (canvas, text, rect.x, rect.y, &color);
    }
}

/* @text in a corner of an inset: its left top, or its right foot; left out when it does not fit. */
static void
draw_inset_text (const TerPaintMap *self, TerCanvas *canvas, const TerMapPanel *frame, const char *text, gboolean at_foot)
{
  g_autoptr (PangoLayout) layout = text_new (self, text);
  const TerColor ground = get_ground (self);
  double x, y;
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > frame->width - 8 || 2 * height > frame->height)
    return;
  x = at_foot ? frame->x + frame->width - width - 5 : frame->x + 5;
  y = at_foot ? frame->y + frame->height - height - 2 : frame->y + 2;
  /* A small inset leaves no line free. */
  ter_canvas_fill_rect (canvas, x - 2, y, width + 4, height, &ground);
  ter_canvas_text (canvas, layout, x, y, &self->style->text);
}

void
ter_paint_map_labels_draw_inset (const TerPaintMap *self, TerCanvas *canvas, guint panel)
{
  const TerMapPanel *frame = ter_map_layout_get_panel (self->layout, panel);
  g_autofree char *scale = ter_number_format (frame->scale, frame->scale < 1 ? 2 : 1);
  /* Translators: the scale of a map's inset, over that of the main map: "× 0.4". */
  g_autofree char *text = g_strdup_printf (_ ("× %s"), scale);
  TerColor border = ter_color_fade (&self->style->text, self->style->high_contrast ? 0.8 : 0.2);

  draw_inset_text (self, canvas, frame, frame->name, FALSE);
  draw_inset_text (self, canvas, frame, text, TRUE);
  ter_canvas_frame (canvas, &(TerRect) { frame->x + 0.5, frame->y + 0.5, frame->width - 1, frame->height - 1 }, 6, 1, &border);
}
