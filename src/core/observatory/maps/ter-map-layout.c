/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-layout.h"

#include <math.h>

#define INSET_SHARE 0.17 /* of the map's longer side */
#define GAP 8.0
#define PADDING 4.0
/* Insets large enough keep a line at their top and at their foot free, for their name and their scale. */
#define INSET_LINE 18.0
#define INSET_WITH_LINES 80.0

/* Many territories are small ones. */
#define MAX_ZOOM 16.0
#define MAX_ZOOM_OF_MANY 64.0
#define MANY 2000

struct _TerMapLayout
{
  GObject parent_instance;
  TerMapGeometry *geometry;
  GArray *frames; /* of TerMapPanel, the main one first */
  double whole;   /* the main frame's factor at zoom 1 */
  double zoom;
  TerPoint centre; /* of the main plane: what is in the middle of its frame */
};

G_DEFINE_FINAL_TYPE (TerMapLayout, ter_map_layout, G_TYPE_OBJECT)

static TerMapPanel *
get_frame (TerMapLayout *self, guint index)
{
  return &g_array_index (self->frames, TerMapPanel, index);
}

/* Insets stand in a column at the left of a wide map and in a row at the foot of a tall one. */
static void
place_frames (TerMapLayout *self, double width, double height)
{
  guint n = self->frames->len - 1;
  gboolean wide = width >= height;
  double room = wide ? height : width;
  double side = n == 0 ? 0.0 : MIN (INSET_SHARE * MAX (width, height), (room - (n - 1) * GAP) / n);
  TerMapPanel *main_frame = get_frame (self, 0);

  side = MAX (side, 1.0);
  main_frame->x = n > 0 && wide ? side + GAP : 0.0;
  main_frame->width = MAX (1.0, width - main_frame->x);
  main_frame->height = MAX (1.0, n > 0 && !wide ? height - side - GAP : height);

  for (guint i = 0; i < n; i++)
    {
      TerMapPanel *frame = get_frame (self, i + 1);
      double at = i * (side + GAP) + (room - n * side - (n - 1) * GAP) / 2.0;

      frame->x = wide ? 0.0 : at;
      frame->y = wide ? at : height - side;
      frame->width = frame->height = side;
    }
}

/* Pixels a radius of the sphere that let a plane fit its frame. */
static double
fit (TerMapLayout *self, guint index)
{
  const TerMapPanel *frame = get_frame (self, index);
  const TerBox *bounds = &ter_map_geometry_get_plane (self->geometry, index)->bounds;
  double line = index > 0 && frame->height >= INSET_WITH_LINES ? INSET_LINE : PADDING;

  return MIN (MAX (1.0, frame->width - 2 * PADDING) / MAX (bounds->right - bounds->left, 1e-9),
              MAX (1.0, frame->height - 2 * line) / MAX (bounds->bottom - bounds->top, 1e-9));
}

static TerPoint
middle_of_plane (TerMapLayout *self, guint index)
{
  const TerBox *bounds = &ter_map_geometry_get_plane (self->geometry, index)->bounds;

  return (TerPoint) { ((double) bounds->left + bounds->right) / 2.0, ((double) bounds->top + bounds->bottom) / 2.0 };
}

static TerMapTransform
transform_around (const TerMapPanel *frame, double factor, TerPoint centre)
{
  return (TerMapTransform) { factor, frame->x + frame->width / 2.0 - centre.x * factor,
                             frame->y + frame->height / 2.0 - centre.y * factor };
}

/* The map fills its frame as far as it can: it is not moved away. */
static double
keep_within (double centre, double from, double to, double room) /* of the frame, in the plane's unit */
{
  double half = MAX (0.0, (room - (to - from)) / 2.0);

  return CLAMP (centre, MIN (from + room / 2.0 - half, to - room / 2.0 + half),
                MAX (from + room / 2.0 - half, to - room / 2.0 + half));
}

/* %FALSE when the view is the same as before. */
static gboolean
set_view (TerMapLayout *self, double zoom, TerPoint centre)
{
  TerMapPanel *frame = get_frame (self, 0);
  const TerBox *bounds = &ter_map_geometry_get_plane (self->geometry, 0)->bounds;
  TerMapTransform before = frame->transform;
  double factor;

  self->zoom = CLAMP (zoom, 1.0, ter_map_layout_get_max_zoom (self));
  factor = self->whole * self->zoom;
  self->centre.x = keep_within (centre.x, bounds->left, bounds->right, (frame->width - 2 * PADDING) / factor);
  self->centre.y = keep_within (centre.y, bounds->top, bounds->bottom, (frame->height - 2 * PADDING) / factor);
  frame->transform = transform_around (frame, factor, self->centre);
  for (guint i = 1; i < self->frames->len; i++)
    get_frame (self, i)->scale = get_frame (self, i)->transform.factor / factor;
  return before.factor != frame->transform.factor || before.dx != frame->transform.dx || before.dy != frame->transform.dy;
}

static void
ter_map_layout_finalize (GObject *object)
{
  TerMapLayout *self = TER_MAP_LAYOUT (object);

  g_array_unref (self->frames);
  g_clear_object (&self->geometry);

  G_OBJECT_CLASS (ter_map_layout_parent_class)->finalize (object);
}

static void
ter_map_layout_class_init (TerMapLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_map_layout_finalize;
}

static void
ter_map_layout_init (TerMapLayout *self)
{
  self->frames = g_array_new (FALSE, TRUE, sizeof (TerMapPanel));
  self->zoom = 1.0;
}

TerMapLayout *
ter_map_layout_new (TerMapGeometry *geometry, double width, double height)
{
  TerMapLayout *self;

  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (geometry), NULL);

  self = g_object_new (TER_TYPE_MAP_LAYOUT, NULL);
  self->geometry = g_object_ref (geometry);
  g_array_set_size (self->frames, ter_map_geometry_get_n_panels (geometry));
  for (guint i = 0; i < self->frames->len; i++)
    *get_frame (self, i) = (TerMapPanel) { .scale = 1.0, .name = ter_map_geometry_get_plane (geometry, i)->name };
  self->centre = middle_of_plane (self, 0);
  ter_map_layout_set_size (self, width, height);
  return self;
}

void
ter_map_layout_set_size (TerMapLayout *self, double width, double height)
{
  g_return_if_fail (TER_IS_MAP_LAYOUT (self));

  place_frames (self, MAX (width, 1.0), MAX (height, 1.0));
  self->whole = fit (self, 0);
  for (guint i = 1; i < self->frames->len; i++)
    get_frame (self, i)->transform = transform_around (get_frame (self, i), fit (self, i), middle_of_plane (self, i));
  set_view (self, self->zoom, self->centre);
}

TerMapGeometry *
ter_map_layout_get_geometry (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), NULL);

  return self->geometry;
}

guint
ter_map_layout_get_n_panels (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), 0);

  return self->frames->len;
}

const TerMapPanel *
ter_map_layout_get_panel (TerMapLayout *self, guint index)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && index < self->frames->len, NULL);

  return get_frame (self, index);
}

TerMapBounds
ter_map_layout_get_bounds (TerMapLayout *self, guint feature)
{
  const TerMapTransform *transform;
  const TerBox *box;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && feature < ter_map_geometry_get_n_features (self->geometry),
                        (TerMapBounds) { 0 });

  transform = &get_frame (self, ter_map_geometry_get_panel (self->geometry, feature))->transform;
  box = ter_map_geometry_get_box (self->geometry, feature);
  return (TerMapBounds) { box->left * transform->factor + transform->dx, box->top * transform->factor + transform->dy,
                          ((double) box->right - box->left) * transform->factor,
                          ((double) box->bottom - box->top) * transform->factor };
}

/* ---- The view ---- */

double
ter_map_layout_get_zoom (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), 1.0);

  return self->zoom;
}

double
ter_map_layout_get_max_zoom (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), 1.0);

  return ter_map_geometry_get_n_features (self->geometry) > MANY ? MAX_ZOOM_OF_MANY : MAX_ZOOM;
}

gboolean
ter_map_layout_zoom (TerMapLayout *self, double factor, double x, double y)
{
  const TerMapPanel *frame;
  double zoom, before, after;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && factor > 0.0, FALSE);

  frame = get_frame (self, 0);
  zoom = CLAMP (self->zoom * factor, 1.0, ter_map_layout_get_max_zoom (self));
  before = self->whole * self->zoom;
  after = self->whole * zoom;
  /* What is at (x, y) stays there. */
  x -= frame->x + frame->width / 2.0;
  y -= frame->y + frame->height / 2.0;
  return set_view (self, zoom, (TerPoint) { self->centre.x + x / before - x / after, self->centre.y + y / before - y / after });
}

gboolean
ter_map_layout_pan (TerMapLayout *self, double dx, double dy)
{
  double factor;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), FALSE);

  factor = self->whole * self->zoom;
  return set_view (self, self->zoom, (TerPoint) { self->centre.x - dx / factor, self->centre.y - dy / factor });
}

gboolean
ter_map_layout_reset (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), FALSE);

  return set_view (self, 1.0, middle_of_plane (self, 0));
}

/* How far @from to @to has to move to lie between @low and @high. */
static double
find_move (double from, double to, double low, double high)
{
  if (to - from > high - low)
    return (low + high - from - to) / 2.0;
  return from < low ? low - from : MIN (0.0, high - to);
}

gboolean
ter_map_layout_reveal (TerMapLayout *self, guint feature)
{
  const TerMapPanel *frame;
  TerMapBounds bounds;
  double margin;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && feature < ter_map_geometry_get_n_features (self->geometry), FALSE);

  if (ter_map_geometry_get_panel (self->geometry, feature) != 0)
    return FALSE;
  frame = get_frame (self, 0);
  bounds = ter_map_layout_get_bounds (self, feature);
  margin = 3 * PADDING;
  return ter_map_layout_pan (self,
                             find_move (bounds.x, bounds.x + bounds.width, frame->x + margin, frame->x + frame->width - margin),
                             find_move (bounds.y, bounds.y + bounds.height, frame->y + margin, frame->y + frame->height - margin));
}

/* ---- Places ---- */

int
ter_map_layout_find_panel (TerMapLayout *self, double x, double y)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), -1);

  for (guint i = 0; i < self->frames->len; i++)
    {
      const TerMapPanel *frame = get_frame (self, i);

      if (x >= frame->x && y >= frame->y && x < frame->x + frame->width && y < frame->y + frame->height)
        return i;
    }
  return -1;
}

int
ter_map_layout_hit (TerMapLayout *self, double x, double y)
{
  int index = ter_map_layout_find_panel (self, x, y);
  const TerMapTransform *transform;

  if (index < 0)
    return -1;
  transform = &get_frame (self, index)->transform;
  return ter_map_geometry_hit (self->geometry, index, (x - transform->dx) / transform->factor,
                               (y - transform->dy) / transform->factor);
}

static TerPoint
get_centre (TerMapLayout *self, guint feature)
{
  TerMapBounds bounds = ter_map_layout_get_bounds (self, feature);

  return (TerPoint) { bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0 };
}

guint
ter_map_layout_neighbour (TerMapLayout *self, guint feature, int dx, int dy)
{
  guint found = feature, n;
  double best = G_MAXDOUBLE;
  TerPoint from;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && feature < ter_map_geometry_get_n_features (self->geometry), feature);

  n = ter_map_geometry_get_n_features (self->geometry);
  from = get_centre (self, feature);
  for (guint i = 0; i < n; i++)
    {
      TerPoint to = get_centre (self, i);
      double along = (to.x - from.x) * dx + (to.y - from.y) * dy;
      double aside = fabs ((to.x - from.x) * dy) + fabs ((to.y - from.y) * dx);
      double cost = along + 2.0 * aside;

      if (i != feature && along > 0.0 && cost < best)
        {
          best = cost;
          found = i;
        }
    }
  return found;
}
