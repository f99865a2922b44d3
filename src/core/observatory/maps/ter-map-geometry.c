/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-geometry.h"

#include <math.h>
#include <stdlib.h>

#include "ter-map-panels.h"
#include "ter-projection.h"

typedef struct
{
  TerBox box;
  guint frame;
  guint first_ring, n_rings;
} Shape;

typedef struct
{
  TerMapPlane plane;
  TerBoxIndex *index; /* of the features below */
  GArray *features;   /* of guint32, ascending */
} Frame;

struct _TerMapGeometry
{
  GObject parent_instance;
  TerOutline *outline;
  GArray *frames; /* of Frame */
  Shape *shapes;
  GArray *points; /* of TerMapPoint: all rings, without the point that closes each */
  GArray *ends;   /* of guint32: where each ring ends */
  float *weights;
};

G_DEFINE_FINAL_TYPE (TerMapGeometry, ter_map_geometry, G_TYPE_OBJECT)

static const TerMapPoint *
get_points (TerMapGeometry *self)
{
  return (const TerMapPoint *) (const void *) self->points->data;
}

static guint
ring_start (TerMapGeometry *self, guint ring)
{
  return ring > 0 ? g_array_index (self->ends, guint32, ring - 1) : 0;
}

/* ---- Making ---- */

static void
join_point (TerBox *box, const TerMapPoint *point)
{
  box->left = MIN (box->left, point->x);
  box->top = MIN (box->top, point->y);
  box->right = MAX (box->right, point->x);
  box->bottom = MAX (box->bottom, point->y);
}

static gboolean
is_same_point (const TerMapPoint *a, const TerMapPoint *b)
{
  return a->x == b->x && a->y == b->y;
}

static void
project_ring (TerMapGeometry *self, Shape *shape, const TerPosition *positions, guint n, const TerProjection *projection)
{
  guint start = self->points->len;
  guint32 end;

  for (guint i = 0; i < n; i++)
    {
      const TerMapPoint *last =
        self->points->len > start ? &g_array_index (self->points, TerMapPoint, self->points->len - 1) : NULL;
      TerMapPoint point;
      double x, y;

      ter_projection_project (projection, positions[i].longitude, positions[i].latitude, &x, &y);
      point = (TerMapPoint) { x, y };
      if (last != NULL && is_same_point (last, &point))
        continue;
      join_point (&shape->box, &point);
      g_array_append_val (self->points, point);
    }
  /* Where it closes, the first point comes again. */
  while (self->points->len > start + 1 && is_same_point (&get_points (self)[start], &get_points (self)[self->points->len - 1]))
    g_array_set_size (self->points, self->points->len - 1);
  end = self->points->len;
  g_array_append_val (self->ends, end);
  shape->n_rings++;
}

static void
project_feature (TerMapGeometry *self, guint index, const TerProjection *projection)
{
  const TerFeature *feature = ter_outline_get_feature (self->outline, index);
  Shape *shape = &self->shapes[index];

  shape->first_ring = self->ends->len;
  shape->box = (TerBox) { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };
  for (guint r = 0, start = 0; r < feature->rings->len; start = g_array_index (feature->rings, guint, r), r++)
    project_ring (self, shape, &g_array_index (feature->positions, TerPosition, start),
                  g_array_index (feature->rings, guint, r) - start, projection);
}

static TerProjection
choose_projection (TerMapGeometry *self, const GArray *features)
{
  double west = G_MAXDOUBLE, south = G_MAXDOUBLE, east = -G_MAXDOUBLE, north = -G_MAXDOUBLE;
  TerProjection projection;

  for (guint i = 0; i < features->len; i++)
    {
      const TerFeature *feature = ter_outline_get_feature (self->outline, g_array_index (features, guint32, i));

      west = MIN (west, feature->west);
      south = MIN (south, feature->south);
      east = MAX (east, feature->east);
      north = MAX (north, feature->north);
    }
  ter_projection_init (&projection, west, south, east, north);
  return projection;
}

static void
index_frame (TerMapGeometry *self, Frame *frame)
{
  guint n = frame->features->len;
  g_autofree TerBox *boxes = g_new (TerBox, MAX (n, 1));

  frame->plane.n_features = n;
  frame->plane.bounds = n > 0 ? self->shapes[g_array_index (frame->features, guint32, 0)].box : (TerBox) { 0 };
  for (guint i = 0; i < n; i++)
    {
      boxes[i] = self->shapes[g_array_index (frame->features, guint32, i)].box;
      join_point (&frame->plane.bounds, &(TerMapPoint) { boxes[i].left, boxes[i].top });
      join_point (&frame->plane.bounds, &(TerMapPoint) { boxes[i].right, boxes[i].bottom });
    }
  frame->index = ter_box_index_new (boxes, n);
}

static void
add_frames (TerMapGeometry *self)
{
  guint n = ter_outline_get_n_features (self->outline);
  g_autofree guint *assigned = g_new0 (guint, MAX (n, 1));
  guint n_frames = ter_map_panels_assign (self->outline, assigned);
  g_autofree TerProjection *projections = g_new (TerProjection, n_frames);

  g_array_set_size (self->frames, n_frames);
  for (guint f = 0; f < n_frames; f++)
    g_array_index (self->frames, Frame, f).features = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < n; i++)
    {
      self->shapes[i].frame = assigned[i];
      g_array_append_val (g_array_index (self->frames, Frame, assigned[i]).features, i);
    }
  for (guint f = 0; f < n_frames; f++)
    projections[f] = choose_projection (self, g_array_index (self->frames, Frame, f).features);
  /* In the order of the outline, so that what is near in it is near in memory. */
  for (guint i = 0; i < n; i++)
    project_feature (self, i, &projections[assigned[i]]);
  for (guint f = 0; f < n_frames; f++)
    {
      Frame *frame = &g_array_index (self->frames, Frame, f);

      index_frame (self, frame);
      if (f > 0)
        frame->plane.name = ter_outline_get_feature (self->outline, g_array_index (frame->features, guint32, 0))->name;
    }
}

static void
clear_frame (gpointer data)
{
  Frame *frame = data;

  g_clear_pointer (&frame->index, ter_box_index_free);
  g_clear_pointer (&frame->features, g_array_unref);
}

static void
ter_map_geometry_finalize (GObject *object)
{
  TerMapGeometry *self = TER_MAP_GEOMETRY (object);

  g_array_unref (self->frames);
  g_array_unref (self->points);
  g_array_unref (self->ends);
  g_free (self->shapes);
  g_free (self->weights);
  g_clear_object (&self->outline);

  G_OBJECT_CLASS (ter_map_geometry_parent_class)->finalize (object);
}

static void
ter_map_geometry_class_init (TerMapGeometryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_map_geometry_finalize;
}

static void
ter_map_geometry_init (TerMapGeometry *self)
{
  self->frames = g_array_new (FALSE, TRUE, sizeof (Frame));
  g_array_set_clear_func (self->frames, clear_frame);
  self->points = g_array_new (FALSE, FALSE, sizeof (TerMapPoint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint32));
}

TerMapGeometry *
ter_map_geometry_new (TerOutline *outline)
{
  TerMapGeometry *self;

  g_return_val_if_fail (TER_IS_OUTLINE (outline), NULL);

  self = g_object_new (TER_TYPE_MAP_GEOMETRY, NULL);
  self->outline = g_object_ref (outline);
  self->shapes = g_new0 (Shape, MAX (ter_outline_get_n_features (outline), 1));
  add_frames (self);
  self->weights =
    ter_simplify_weigh (get_points (self), self->points->len, (const guint32 *) (const void *) self->ends->data, self->ends->len);
  return self;
}

/* ---- Reading ---- */

TerOutline *
ter_map_geometry_get_outline (TerMapGeometry *self)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self), NULL);

  return self->outline;
}

guint
ter_map_geometry_get_n_features (TerMapGeometry *self)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self), 0);

  return ter_outline_get_n_features (self->outline);
}

guint
ter_map_geometry_get_n_points (TerMapGeometry *self)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self), 0);

  return self->points->len;
}

guint
ter_map_geometry_get_n_panels (TerMapGeometry *self)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self), 0);

  return self->frames->len;
}

const TerMapPlane *
ter_map_geometry_get_plane (TerMapGeometry *self, guint frame)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self) && frame < self->frames->len, NULL);

  return &g_array_index (self->frames, Frame, frame).plane;
}

guint
ter_map_geometry_get_panel (TerMapGeometry *self, guint feature)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self) && feature < ter_map_geometry_get_n_features (self), 0);

  return self->shapes[feature].frame;
}

const TerBox *
ter_map_geometry_get_box (TerMapGeometry *self, guint feature)
{
  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self) && feature < ter_map_geometry_get_n_features (self), NULL);

  return &self->shapes[feature].box;
}

void
ter_map_geometry_query (TerMapGeometry *self, guint frame, const TerBox *area, GArray *found)
{
  const Frame *one;

  g_return_if_fail (TER_IS_MAP_GEOMETRY (self) && frame < self->frames->len);

  one = &g_array_index (self->frames, Frame, frame);
  ter_box_index_query (one->index, area, found);
  for (guint i = 0; i < found->len; i++)
    g_array_index (found, guint32, i) = g_array_index (one->features, guint32, g_array_index (found, guint32, i));
}

static gboolean
is_within (TerMapGeometry *self, const Shape *shape, double x, double y)
{
  const TerMapPoint *points = get_points (self);
  gboolean inside = FALSE;

  for (guint r = shape->first_ring; r < shape->first_ring + shape->n_rings; r++)
    {
      guint start = ring_start (self, r), end = g_array_index (self->ends, guint32, r);

      for (guint i = start, j = end - 1; i < end; j = i++)
        if ((points[i].y > y) != (points[j].y > y) &&
            x < ((double) points[j].x - points[i].x) * (y - points[i].y) / ((double) points[j].y - points[i].y) + points[i].x)
          inside = !inside;
    }
  return inside;
}

int
ter_map_geometry_hit (TerMapGeometry *self, guint frame, double x, double y)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  TerBox area = { x, y, x, y };

  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self), -1);

  ter_map_geometry_query (self, frame, &area, found);
  for (guint i = found->len; i > 0; i--)
    {
      guint feature = g_array_index (found, guint32, i - 1);

      if (is_within (self, &self->shapes[feature], x, y))
        return feature;
    }
  return -1;
}

void
ter_map_geometry_fill (TerMapGeometry *self, guint frame, TerMapRaster *raster, guint size, const TerMapTransform *transform)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));
  double factor = transform->factor;
  /* A pixel more at the right and the foot: borders are looked for there. */
  TerBox area = { -transform->dx / factor, -transform->dy / factor, (size + 2 - transform->dx) / factor,
                  (size + 2 - transform->dy) / factor };
  float least = 0.12 / (factor * factor); /* of a square pixel */

  g_return_if_fail (TER_IS_MAP_GEOMETRY (self));

  ter_map_geometry_query (self, frame, &area, found);
  for (guint i = 0; i < found->len; i++)
    {
      guint feature = g_array_index (found, guint32, i);
      const Shape *shape = &self->shapes[feature];

      if (feature < TER_MAP_RASTER_MAX_AREAS)
        ter_map_raster_fill (raster, get_points (self), self->weights, ring_start (self, shape->first_ring),
                             &g_array_index (self->ends, guint32, shape->first_ring), shape->n_rings, transform, least,
                             feature + 1);
    }
}

void
ter_map_geometry_foreach_ring (TerMapGeometry *self, guint feature, double least, TerMapRing function, gpointer user_data)
{
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (TerMapPoint));
  const Shape *shape;

  g_return_if_fail (TER_IS_MAP_GEOMETRY (self) && feature < ter_map_geometry_get_n_features (self));

  shape = &self->shapes[feature];
  for (guint r = shape->first_ring; r < shape->first_ring + shape->n_rings; r++)
    {
      g_array_set_size (kept, 0);
      for (guint i = ring_start (self, r); i < g_array_index (self->ends, guint32, r); i++)
        if (self->weights[i] >= least)
          g_array_append_val (kept, g_array_index (self->points, TerMapPoint, i));
      if (kept->len > 0)
        function ((const TerMapPoint *) (const void *) kept->data, kept->len, user_data);
    }
}

/* ---- A place for a name ---- */

static int
compare_floats (gconstpointer a, gconstpointer b)
{
  float x = *(const float *) a, y = *(const float *) b;

  return (x > y) - (x < y);
}

/* The widest stretch of a ring at a height: its middle. */
static gboolean
find_stretch (const TerMapPoint *points, guint n, float y, TerMapPoint *middle, double *width)
{
  g_autoptr (GArray) crossings = g_array_new (FALSE, FALSE, sizeof (float));
  gboolean found = FALSE;

  for (guint i = 0, j = n - 1; i < n; j = i++)
    if ((points[i].y > y) != (points[j].y > y))
      {
        float x = (points[j].x - points[i].x) * (y - points[i].y) / (points[j].y - points[i].y) + points[i].x;

        g_array_append_val (crossings, x);
      }
  g_array_sort (crossings, compare_floats);
  for (guint i = 0; i + 1 < crossings->len; i += 2)
    {
      float from = g_array_index (crossings, float, i), to = g_array_index (crossings, float, i + 1);

      if (to - from <= *width)
        continue;
      *width = to - from;
      *middle = (TerMapPoint) { (from + to) / 2, y };
      found = TRUE;
    }
  return found;
}

TerMapPoint
ter_map_geometry_get_middle (TerMapGeometry *self, guint feature, double *width)
{
  static const float heights[] = { 0.5f, 0.4f, 0.6f };
  TerMapPoint middle = { 0 };
  const Shape *shape;
  guint largest = 0;
  double most = -1.0;

  g_return_val_if_fail (TER_IS_MAP_GEOMETRY (self) && feature < ter_map_geometry_get_n_features (self), middle);

  shape = &self->shapes[feature];
  *width = 0.0;
  for (guint r = shape->first_ring; r < shape->first_ring + shape->n_rings; r++)
    {
      const TerMapPoint *points = get_points (self) + ring_start (self, r);
      guint n = g_array_index (self->ends, guint32, r) - ring_start (self, r);
      double area = 0.0;

      for (guint i = 0, j = n - 1; i < n; j = i++)
        area += (double) points[j].x * points[i].y - (double) points[i].x * points[j].y;
      if (fabs (area) > most)
        {
          most = fabs (area);
          largest = r;
        }
    }
  for (guint h = 0; h < G_N_ELEMENTS (heights); h++)
    {
      const TerMapPoint *points = get_points (self) + ring_start (self, largest);
      guint n = g_array_index (self->ends, guint32, largest) - ring_start (self, largest);
      TerBox box = { G_MAXFLOAT, G_MAXFLOAT, -G_MAXFLOAT, -G_MAXFLOAT };

      for (guint i = 0; i < n; i++)
        join_point (&box, &points[i]);
      /* Somewhat wider elsewhere is not worth being off the middle. */
      *width *= 1.15;
      if (!find_stretch (points, n, box.top + heights[h] * (box.bottom - box.top), &middle, width))
        *width /= 1.15;
      else if (h == 0)
        continue;
    }
  return middle;
}
