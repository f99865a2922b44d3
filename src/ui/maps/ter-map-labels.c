/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>
#include <math.h>

#include "ter-map-paint.h"
#include "ter-number.h"
#include "ter-palette.h"

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
text_new (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (TEXT_SIZE));
  pango_layout_set_attributes (layout, attributes);
  return layout;
}

/* What a text stands on where what is under it would make it hard to read. */
static GdkRGBA
get_ground (const TerMapStyle *style)
{
  return style->dark ? (GdkRGBA) { 0.2, 0.2, 0.21, 0.85 } : (GdkRGBA) { 1, 1, 1, 0.85 };
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
overlaps (const GArray *taken, const graphene_rect_t *rect)
{
  for (guint i = 0; i < taken->len; i++)
    if (graphene_rect_intersection (&g_array_index (taken, graphene_rect_t, i), rect, NULL))
      return TRUE;
  return FALSE;
}

/* Black or white on the territory's colour, whichever is read better. */
static GdkRGBA
choose_color (const TerMapStyle *style, const TerMapScale *scale, double value)
{
  int class = ter_map_scale_find (scale, value);
  gboolean white;

  if (class < 0)
    return style->foreground;
  white = ter_color_get_readable (ter_map_scale_get_color (scale, class, style->dark, style->high_contrast)) == 0xffffff;
  return white ? (GdkRGBA) { 1, 1, 1, 1 } : (GdkRGBA) { 0, 0, 0, 1 };
}

/* Whether the ends of a name lie in its territory, and the name covers no other one. */
static gboolean
is_at_home (TerMapLayout *layout, guint feature, const graphene_rect_t *rect)
{
  for (guint i = 0; i < 4; i++)
    {
      int hit = ter_map_layout_hit (layout, rect->origin.x + (i % 2 == 0 ? 1 : rect->size.width - 1),
                                    rect->origin.y + rect->size.height * (i < 2 ? 0.3 : 0.7));

      if (hit != (int) feature)
        return FALSE;
    }
  return TRUE;
}

/* Where the name of @feature stands; %FALSE: it does not fit. */
static gboolean
place_label (TerMapLayout *layout, guint feature, PangoLayout *text, graphene_rect_t *rect)
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
  *rect = GRAPHENE_RECT_INIT (x, y, width, height);
  return x >= frame->x && y >= frame->y && x + width <= frame->x + frame->width && y + height <= frame->y + frame->height &&
         is_at_home (layout, feature, rect);
}

void
ter_map_labels_snapshot (TerMapLayout *layout, GtkSnapshot *snapshot, GtkWidget *widget, const TerMapStyle *style,
                         const TerMapScale *scale, const double *values)
{
  TerOutline *outline = ter_map_geometry_get_outline (ter_map_layout_get_geometry (layout));
  g_autoptr (GArray) candidates = find_candidates (layout, 0);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  const GdkRGBA ground = get_ground (style);

  for (guint i = 0; i < candidates->len && i < 3 * MOST_LABELS && taken->len < MOST_LABELS; i++)
    {
      guint feature = g_array_index (candidates, Candidate, i).feature;
      g_autoptr (PangoLayout) text = text_new (widget, ter_outline_get_feature (outline, feature)->name);
      GdkRGBA color = choose_color (style, scale, values[feature]);
      graphene_rect_t rect;

      if (!place_label (layout, feature, text, &rect) || overlaps (taken, &rect))
        continue;
      g_array_append_val (taken, rect);
      /* Hatching would run through the letters. */
      if (ter_map_scale_find (scale, values[feature]) < 0)
        gtk_snapshot_append_color (snapshot, &ground, &rect);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &rect.origin);
      gtk_snapshot_append_layout (snapshot, text, &color);
      gtk_snapshot_restore (snapshot);
    }
}

/* @text in a corner of an inset: its left top, or its right foot; left out when it does not fit. */
static void
snapshot_inset_text (const TerMapPanel *frame, GtkSnapshot *snapshot, GtkWidget *widget, const char *text, gboolean at_foot,
                     const TerMapStyle *style)
{
  g_autoptr (PangoLayout) layout = text_new (widget, text);
  const GdkRGBA ground = get_ground (style);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > frame->width - 8 || 2 * height > frame->height)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (at_foot ? frame->x + frame->width - width - 5 : frame->x + 5,
                                                          at_foot ? frame->y + frame->height - height - 2 : frame->y + 2));
  /* A small inset leaves no line free. */
  gtk_snapshot_append_color (snapshot, &ground, &GRAPHENE_RECT_INIT (-2, 0, width + 4, height));
  gtk_snapshot_append_layout (snapshot, layout, &style->foreground);
  gtk_snapshot_restore (snapshot);
}

void
ter_map_labels_snapshot_inset (const TerMapPanel *frame, GtkSnapshot *snapshot, GtkWidget *widget, const TerMapStyle *style)
{
  g_autofree char *scale = ter_number_format (frame->scale, frame->scale < 1 ? 2 : 1);
  /* Translators: the scale of a map's inset, over that of the main map: "× 0.4". */
  g_autofree char *text = g_strdup_printf (_ ("× %s"), scale);
  GdkRGBA border = style->foreground;
  GskRoundedRect outline;

  border.alpha *= style->high_contrast ? 0.8f : 0.2f;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (frame->x + 0.5, frame->y + 0.5, frame->width - 1, frame->height - 1), 6);
  snapshot_inset_text (frame, snapshot, widget, frame->name, FALSE, style);
  snapshot_inset_text (frame, snapshot, widget, text, TRUE, style);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { border, border, border, border });
}
