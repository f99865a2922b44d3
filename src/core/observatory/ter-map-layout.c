/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-layout.h"

#include <math.h>
#include <stdlib.h>

#include "ter-projection.h"

/* Farther than this from the middle of all, a territory is drawn apart; nearer to one another than the second, two share an inset. */
#define MAIN_REACH_KM 1500.0
#define INSET_REACH_KM 150.0
/* A map of the world has no insets: they are for a country with some far territories. */
#define MAX_INSETS 8
#define MIN_MAIN_SHARE 0.7

#define EARTH_RADIUS_KM 6371.0
#define INSET_SHARE 0.17   /* of the map's longer side */
#define GAP 8.0
#define PADDING 4.0
/* Insets large enough keep a line at their top and at their foot free, for their name and their scale. */
#define INSET_LINE 18.0
#define INSET_WITH_LINES 80.0

struct _TerMapLayout
{
  GObject     parent_instance;
  TerOutline *outline;
  GArray     *frames; /* of TerMapFrame, the main one first */
  GArray     *shapes; /* of TerMapShape, one a feature */
};

G_DEFINE_FINAL_TYPE (TerMapLayout, ter_map_layout, G_TYPE_OBJECT)

static TerPosition
middle (const TerFeature *feature)
{
  return (TerPosition) { (feature->west + feature->east) / 2.0, (feature->south + feature->north) / 2.0 };
}

/* The haversine formula (Sinnott, Sky & Telescope 68, 1984). */
static double
distance_km (TerPosition a,
             TerPosition b)
{
  double radians = G_PI / 180.0;
  double s = sin ((b.latitude - a.latitude) * radians / 2.0);
  double t = sin ((b.longitude - a.longitude) * radians / 2.0);

  return 2.0 * EARTH_RADIUS_KM * asin (MIN (1.0, sqrt (s * s + cos (a.latitude * radians) * cos (b.latitude * radians) * t * t)));
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static TerPosition
median_position (TerOutline *outline)
{
  guint n = ter_outline_get_n_features (outline);
  g_autofree double *longitudes = g_new (double, n), *latitudes = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      TerPosition position = middle (ter_outline_get_feature (outline, i));

      longitudes[i] = position.longitude;
      latitudes[i] = position.latitude;
    }
  qsort (longitudes, n, sizeof (double), compare_doubles);
  qsort (latitudes, n, sizeof (double), compare_doubles);
  return (TerPosition) { longitudes[n / 2], latitudes[n / 2] };
}

static void
add_frame (TerMapLayout *self,
           const char   *name)
{
  TerMapFrame frame = { .scale = 1.0, .name = g_strdup (name) };

  g_array_append_val (self->frames, frame);
}

/* The inset near enough to @feature, or a new one. */
static guint
inset_for (TerMapLayout     *self,
           guint             feature,
           const TerFeature *outline)
{
  for (guint i = 0; i < feature; i++)
    {
      TerMapShape *other = &g_array_index (self->shapes, TerMapShape, i);

      if (other->frame > 0 && distance_km (middle (ter_outline_get_feature (self->outline, i)), middle (outline)) < INSET_REACH_KM)
        return other->frame;
    }
  add_frame (self, outline->name);
  return self->frames->len - 1;
}

static void
assign_frames (TerMapLayout *self)
{
  guint n = ter_outline_get_n_features (self->outline), n_main = 0;
  TerPosition centre = median_position (self->outline);

  add_frame (self, NULL);
  for (guint i = 0; i < n; i++)
    {
      const TerFeature *feature = ter_outline_get_feature (self->outline, i);
      TerMapShape *shape = &g_array_index (self->shapes, TerMapShape, i);

      if (distance_km (centre, middle (feature)) <= MAIN_REACH_KM)
        n_main++;
      else
        shape->frame = inset_for (self, i, feature);
    }

  if (n_main < MIN_MAIN_SHARE * n || self->frames->len - 1 > MAX_INSETS)
    {
      for (guint i = 0; i < n; i++)
        g_array_index (self->shapes, TerMapShape, i).frame = 0;
      g_array_set_size (self->frames, 1);
    }
}

/* Insets stand in a column at the left of a wide map and in a row at the foot of a tall one. */
static void
place_frames (TerMapLayout *self,
              double        width,
              double        height)
{
  guint n = self->frames->len - 1;
  gboolean wide = width >= height;
  double room = wide ? height : width;
  double side = n == 0 ? 0.0 : MIN (INSET_SHARE * MAX (width, height), (room - (n - 1) * GAP) / n);
  TerMapFrame *main_frame = &g_array_index (self->frames, TerMapFrame, 0);

  side = MAX (side, 1.0);
  main_frame->x = n > 0 && wide ? side + GAP : 0.0;
  main_frame->width = MAX (1.0, width - main_frame->x);
  main_frame->height = MAX (1.0, n > 0 && !wide ? height - side - GAP : height);

  for (guint i = 0; i < n; i++)
    {
      TerMapFrame *frame = &g_array_index (self->frames, TerMapFrame, i + 1);
      double at = i * (side + GAP) + (room - n * side - (n - 1) * GAP) / 2.0;

      frame->x = wide ? 0.0 : at;
      frame->y = wide ? at : height - side;
      frame->width = frame->height = side;
    }
}

static void
project_shape (TerMapShape         *shape,
               const TerFeature    *feature,
               const TerProjection *projection)
{
  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (TerPoint), feature->positions->len);
  for (guint i = 0; i < feature->positions->len; i++)
    {
      const TerPosition *position = &g_array_index (feature->positions, TerPosition, i);
      TerPoint point;

      ter_projection_project (projection, position->longitude, position->latitude, &point.x, &point.y);
      g_array_append_val (shape->points, point);
    }
}

static void
measure_shape (TerMapShape *shape)
{
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < shape->points->len; i++)
    {
      const TerPoint *point = &g_array_index (shape->points, TerPoint, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  shape->x = left;
  shape->y = top;
  shape->width = right - left;
  shape->height = bottom - top;
  shape->centre = (TerPoint) { (left + right) / 2.0, (top + bottom) / 2.0 };
}

/* Scales what the frame holds to fit it. Returns pixels a radius of the sphere. */
static double
fit_frame (TerMapLayout *self,
           guint         index)
{
  const TerMapFrame *frame = &g_array_index (self->frames, TerMapFrame, index);
  double line = index > 0 && frame->height >= INSET_WITH_LINES ? INSET_LINE : PADDING;
  double left = G_MAXDOUBLE, right = -G_MAXDOUBLE, top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE, scale;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      TerMapShape *shape = &g_array_index (self->shapes, TerMapShape, i);

      if (shape->frame != index)
        continue;
      measure_shape (shape);
      left = MIN (left, shape->x);
      right = MAX (right, shape->x + shape->width);
      top = MIN (top, shape->y);
      bottom = MAX (bottom, shape->y + shape->height);
    }

  scale = MIN (MAX (1.0, frame->width - 2 * PADDING) / MAX (right - left, 1e-9),
               MAX (1.0, frame->height - 2 * line) / MAX (bottom - top, 1e-9));
  for (guint i = 0; i < self->shapes->len; i++)
    {
      TerMapShape *shape = &g_array_index (self->shapes, TerMapShape, i);

      if (shape->frame != index)
        continue;
      for (guint j = 0; j < shape->points->len; j++)
        {
          TerPoint *point = &g_array_index (shape->points, TerPoint, j);

          point->x = frame->x + frame->width / 2.0 + (point->x - (left + right) / 2.0) * scale;
          point->y = frame->y + frame->height / 2.0 + (point->y - (top + bottom) / 2.0) * scale;
        }
      measure_shape (shape);
    }
  return scale;
}

static void
draw_frame (TerMapLayout *self,
            guint         index)
{
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE;
  TerProjection projection;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TerFeature *feature = ter_outline_get_feature (self->outline, i);

      if (g_array_index (self->shapes, TerMapShape, i).frame != index)
        continue;
      west = MIN (west, feature->west);
      south = MIN (south, feature->south);
      east = MAX (east, feature->east);
      north = MAX (north, feature->north);
    }
  ter_projection_init (&projection, west, south, east, north);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      TerMapShape *shape = &g_array_index (self->shapes, TerMapShape, i);

      if (shape->frame == index)
        project_shape (shape, ter_outline_get_feature (self->outline, i), &projection);
    }
}

static void
clear_shape (gpointer data)
{
  TerMapShape *shape = data;

  g_clear_pointer (&shape->points, g_array_unref);
}

static void
clear_frame (gpointer data)
{
  TerMapFrame *frame = data;

  g_clear_pointer (&frame->name, g_free);
}

static void
ter_map_layout_finalize (GObject *object)
{
  TerMapLayout *self = TER_MAP_LAYOUT (object);

  g_array_unref (self->shapes);
  g_array_unref (self->frames);
  g_clear_object (&self->outline);

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
  self->frames = g_array_new (FALSE, TRUE, sizeof (TerMapFrame));
  g_array_set_clear_func (self->frames, clear_frame);
  self->shapes = g_array_new (FALSE, TRUE, sizeof (TerMapShape));
  g_array_set_clear_func (self->shapes, clear_shape);
}

TerMapLayout *
ter_map_layout_new (TerOutline *outline,
                    double      width,
                    double      height)
{
  TerMapLayout *self;
  double main_scale = 1.0;

  g_return_val_if_fail (TER_IS_OUTLINE (outline), NULL);

  self = g_object_new (TER_TYPE_MAP_LAYOUT, NULL);
  self->outline = g_object_ref (outline);
  g_array_set_size (self->shapes, ter_outline_get_n_features (outline));
  assign_frames (self);
  place_frames (self, MAX (width, 1.0), MAX (height, 1.0));
  for (guint i = 0; i < self->frames->len; i++)
    {
      double scale;

      draw_frame (self, i);
      scale = fit_frame (self, i);
      if (i == 0)
        main_scale = scale;
      g_array_index (self->frames, TerMapFrame, i).scale = scale / main_scale;
    }
  return self;
}

guint
ter_map_layout_get_n_frames (TerMapLayout *self)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), 0);

  return self->frames->len;
}

const TerMapFrame *
ter_map_layout_get_frame (TerMapLayout *self,
                          guint         index)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && index < self->frames->len, NULL);

  return &g_array_index (self->frames, TerMapFrame, index);
}

const TerMapShape *
ter_map_layout_get_shape (TerMapLayout *self,
                          guint         feature)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && feature < self->shapes->len, NULL);

  return &g_array_index (self->shapes, TerMapShape, feature);
}

static gboolean
ring_crosses (const TerPoint *points,
              guint           n,
              double          x,
              double          y)
{
  gboolean inside = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((points[i].y > y) != (points[j].y > y) &&
        x < (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y) + points[i].x)
      inside = !inside;
  return inside;
}

int
ter_map_layout_hit (TerMapLayout *self,
                    double        x,
                    double        y)
{
  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self), -1);

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TerMapShape *shape = &g_array_index (self->shapes, TerMapShape, i);
      GArray *rings = ter_outline_get_feature (self->outline, i)->rings;
      gboolean inside = FALSE;

      if (x < shape->x || y < shape->y || x > shape->x + shape->width || y > shape->y + shape->height)
        continue;
      for (guint r = 0, start = 0; r < rings->len; r++)
        {
          guint end = g_array_index (rings, guint, r);

          inside ^= ring_crosses (&g_array_index (shape->points, TerPoint, start), end - start, x, y);
          start = end;
        }
      if (inside)
        return i;
    }
  return -1;
}

guint
ter_map_layout_neighbour (TerMapLayout *self,
                          guint         feature,
                          int           dx,
                          int           dy)
{
  const TerMapShape *from;
  double best = G_MAXDOUBLE;
  guint found = feature;

  g_return_val_if_fail (TER_IS_MAP_LAYOUT (self) && feature < self->shapes->len, feature);

  from = &g_array_index (self->shapes, TerMapShape, feature);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const TerMapShape *to = &g_array_index (self->shapes, TerMapShape, i);
      double along = (to->centre.x - from->centre.x) * dx + (to->centre.y - from->centre.y) * dy;
      double aside = fabs ((to->centre.x - from->centre.x) * dy) + fabs ((to->centre.y - from->centre.y) * dx);
      double cost = along + 2.0 * aside;

      if (i != feature && along > 0.0 && cost < best)
        {
          best = cost;
          found = i;
        }
    }
  return found;
}
