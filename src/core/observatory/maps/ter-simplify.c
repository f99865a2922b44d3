/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-simplify.h"

#include <math.h>
#include <string.h>

/* A place on the map, named by the first point that stands there. */
typedef struct
{
  guint32 one, other; /* the places beside it, in the first ring that comes by */
  gboolean met, node; /* node: in another ring it has other places beside it, so that borders meet there */
} Place;

typedef struct
{
  const TerMapPoint *points;
  guint32 *places; /* of each point: its place */
  Place *details;  /* of each place */
  float *weights;
  GArray *arc;   /* of guint32: points of the arc that is weighed */
  GArray *heap;  /* of Candidate */
  GArray *links; /* of Link, one for each point of the arc */
} Simplifier;

typedef struct
{
  double area;
  guint32 at;      /* in the arc */
  guint32 version; /* of the link; an older one counts no more */
} Candidate;

typedef struct
{
  guint32 before, after, version;
} Link;

/* ---- Places ---- */

static guint32
hash_point (const TerMapPoint *point)
{
  guint32 x, y;

  memcpy (&x, &point->x, sizeof x);
  memcpy (&y, &point->y, sizeof y);
  x = (x * 0x9e3779b1u) ^ (y * 0x85ebca77u + (x >> 15));
  x ^= x >> 16;
  x *= 0x7feb352du;
  return x ^ x >> 15;
}

/* Names each point's place: a table with open addresses, at most half full. */
static void
find_places (Simplifier *self, guint n_points)
{
  guint32 size = 16;
  g_autofree guint32 *table = NULL;

  while (size < 2 * (guint64) n_points)
    size *= 2;
  table = g_new0 (guint32, size);
  for (guint i = 0; i < n_points; i++)
    {
      const TerMapPoint *point = &self->points[i];
      guint32 slot = hash_point (point) & (size - 1);

      while (table[slot] != 0 && (self->points[table[slot] - 1].x != point->x || self->points[table[slot] - 1].y != point->y))
        slot = (slot + 1) & (size - 1);
      if (table[slot] == 0)
        table[slot] = i + 1;
      self->places[i] = table[slot] - 1;
    }
}

static void
find_nodes (Simplifier *self, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      Place *place = &self->details[self->places[i]];
      guint32 before = self->places[i > start ? i - 1 : end - 1];
      guint32 after = self->places[i + 1 < end ? i + 1 : start];
      guint32 one = MIN (before, after), other = MAX (before, after);

      if (!place->met)
        *place = (Place) { one, other, TRUE, FALSE };
      else if (place->one != one || place->other != other)
        place->node = TRUE;
    }
}

/* ---- Weights of an arc ---- */

static double
get_area (Simplifier *self, guint32 at)
{
  const Link *link = &g_array_index (self->links, Link, at);
  const TerMapPoint *a = &self->points[g_array_index (self->arc, guint32, link->before)];
  const TerMapPoint *b = &self->points[g_array_index (self->arc, guint32, at)];
  const TerMapPoint *c = &self->points[g_array_index (self->arc, guint32, link->after)];

  return fabs (((double) b->x - a->x) * ((double) c->y - a->y) - ((double) c->x - a->x) * ((double) b->y - a->y)) / 2.0;
}

/* Areas that are equal are told apart by their place in the arc, so that the order is always the same. */
static gboolean
comes_first (const Candidate *a, const Candidate *b)
{
  return a->area < b->area || (a->area == b->area && a->at < b->at);
}

static void
push (Simplifier *self, guint32 at)
{
  Candidate candidate = { get_area (self, at), at, g_array_index (self->links, Link, at).version };
  Candidate *heap;
  guint i = self->heap->len;

  g_array_append_val (self->heap, candidate);
  heap = (Candidate *) (void *) self->heap->data;
  for (; i > 0 && comes_first (&candidate, &heap[(i - 1) / 2]); i = (i - 1) / 2)
    heap[i] = heap[(i - 1) / 2];
  heap[i] = candidate;
}

static Candidate
pop (Simplifier *self)
{
  Candidate *heap = (Candidate *) (void *) self->heap->data;
  Candidate first = heap[0], last = heap[self->heap->len - 1];
  guint n = self->heap->len - 1, i = 0;

  g_array_set_size (self->heap, n);
  while (2 * i + 1 < n)
    {
      guint child = 2 * i + 1;

      if (child + 1 < n && comes_first (&heap[child + 1], &heap[child]))
        child++;
      if (!comes_first (&heap[child], &last))
        break;
      heap[i] = heap[child];
      i = child;
    }
  if (n > 0)
    heap[i] = last;
  return first;
}

/* What matters least is left out first; no point weighs less than one that went before it. */
static void
weigh_arc (Simplifier *self)
{
  guint n = self->arc->len;
  double most = 0.0;

  g_array_set_size (self->links, n);
  g_array_set_size (self->heap, 0);
  for (guint i = 0; i < n; i++)
    g_array_index (self->links, Link, i) = (Link) { i > 0 ? i - 1 : 0, i + 1, 0 };
  for (guint i = 1; i + 1 < n; i++)
    push (self, i);
  while (self->heap->len > 0)
    {
      Candidate least = pop (self);
      Link *link = &g_array_index (self->links, Link, least.at);

      if (least.version != link->version)
        continue;
      most = MAX (most, least.area);
      self->weights[g_array_index (self->arc, guint32, least.at)] = most;
      g_array_index (self->links, Link, link->before).after = link->after;
      g_array_index (self->links, Link, link->after).before = link->before;
      for (guint side = 0; side < 2; side++)
        {
          guint32 beside = side == 0 ? link->before : link->after;

          if (beside == 0 || beside == n - 1)
            continue;
          g_array_index (self->links, Link, beside).version++;
          push (self, beside);
        }
    }
}

static guint32
place_of (Simplifier *self, guint at)
{
  return self->places[g_array_index (self->arc, guint32, at)];
}

/* The same border comes in both directions: always from the lower place. */
static void
turn_arc (Simplifier *self)
{
  guint last = self->arc->len - 1;
  guint32 first_place = place_of (self, 0), last_place = place_of (self, last);

  if (first_place == last_place && last > 1)
    {
      first_place = place_of (self, 1);
      last_place = place_of (self, last - 1);
    }
  if (first_place < last_place)
    return;
  for (guint i = 0; i < last - i; i++)
    {
      guint32 *a = &g_array_index (self->arc, guint32, i), *b = &g_array_index (self->arc, guint32, last - i), c = *a;

      *a = *b;
      *b = c;
    }
}

/* From node to node; a ring without any begins at the place that was named first. */
static void
weigh_ring (Simplifier *self, guint start, guint end)
{
  guint n = end - start, first = start;

  for (guint i = start; i < end && !self->details[self->places[first]].node; i++)
    if (self->details[self->places[i]].node || self->places[i] < self->places[first])
      first = i;

  g_array_set_size (self->arc, 0);
  g_array_append_val (self->arc, first);
  self->weights[first] = G_MAXFLOAT;
  for (guint step = 1; step <= n; step++)
    {
      guint32 point = start + (first - start + step) % n;

      g_array_append_val (self->arc, point);
      if (step < n && !self->details[self->places[point]].node)
        continue;
      self->weights[point] = G_MAXFLOAT;
      turn_arc (self);
      weigh_arc (self);
      g_array_set_size (self->arc, 0);
      g_array_append_val (self->arc, point);
    }
}

float *
ter_simplify_weigh (const TerMapPoint *points, guint n_points, const guint32 *ends, guint n_rings)
{
  g_autofree guint32 *places = g_new (guint32, MAX (n_points, 1));
  g_autofree Place *details = g_new0 (Place, MAX (n_points, 1));
  g_autoptr (GArray) arc = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) heap = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  Simplifier self = { points, places, details, g_new0 (float, MAX (n_points, 1)), arc, heap, links };

  find_places (&self, n_points);
  for (guint r = 0, start = 0; r < n_rings; start = ends[r++])
    find_nodes (&self, start, ends[r]);
  for (guint r = 0, start = 0; r < n_rings; start = ends[r++])
    if (ends[r] > start)
      weigh_ring (&self, start, ends[r]);
  return self.weights;
}
