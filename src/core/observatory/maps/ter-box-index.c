/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-box-index.h"

#include <stdlib.h>

#define NODE_SIZE 16u
#define MAX_LEVELS 9u /* 16^8 is more than a guint32 counts */

struct _TerBoxIndex
{
  guint n_boxes;
  guint32 *numbers;             /* of the boxes, as they stand on the lowest level */
  TerBox *boxes;                /* level after level, the lowest first */
  guint starts[MAX_LEVELS + 1]; /* where each level begins in @boxes */
  guint n_levels;
};

typedef struct
{
  guint32 key, number;
} Entry;

gboolean
ter_box_overlaps (const TerBox *a, const TerBox *b)
{
  return a->left <= b->right && b->left <= a->right && a->top <= b->bottom && b->top <= a->bottom;
}

static void
join (TerBox *box, const TerBox *other)
{
  box->left = MIN (box->left, other->left);
  box->top = MIN (box->top, other->top);
  box->right = MAX (box->right, other->right);
  box->bottom = MAX (box->bottom, other->bottom);
}

/* The place of (x, y), 16 bits each, on Hilbert's curve. */
static guint32
hilbert (guint32 x, guint32 y)
{
  guint32 key = 0;

  for (guint32 s = 1u << 15; s > 0; s >>= 1)
    {
      guint32 rx = (x & s) != 0, ry = (y & s) != 0, t;

      key = key << 2 | ((3 * rx) ^ ry);
      if (ry != 0)
        continue;
      if (rx != 0)
        {
          x = 0xffffu - x;
          y = 0xffffu - y;
        }
      t = x;
      x = y;
      y = t;
    }
  return key;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return (x->number > y->number) - (x->number < y->number);
}

static guint32
scale_to_16_bits (double value, double from, double to)
{
  return to > from ? (guint32) CLAMP ((value - from) / (to - from) * 65535.0, 0.0, 65535.0) : 0;
}

static void
sort_boxes (TerBoxIndex *self, const TerBox *boxes)
{
  g_autofree Entry *entries = g_new (Entry, self->n_boxes);
  TerBox all = boxes[0];

  for (guint i = 1; i < self->n_boxes; i++)
    join (&all, &boxes[i]);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      guint32 x = scale_to_16_bits ((boxes[i].left + boxes[i].right) / 2.0, all.left, all.right);
      guint32 y = scale_to_16_bits ((boxes[i].top + boxes[i].bottom) / 2.0, all.top, all.bottom);

      entries[i] = (Entry) { hilbert (x, y), i };
    }
  qsort (entries, self->n_boxes, sizeof *entries, compare_entries);
  for (guint i = 0; i < self->n_boxes; i++)
    {
      self->numbers[i] = entries[i].number;
      self->boxes[i] = boxes[entries[i].number];
    }
}

static void
add_levels (TerBoxIndex *self)
{
  guint n = self->n_boxes;

  self->n_levels = 1;
  self->starts[1] = n;
  while (n > 1)
    {
      guint from = self->starts[self->n_levels - 1], to = self->starts[self->n_levels];
      guint n_above = (n + NODE_SIZE - 1) / NODE_SIZE;

      for (guint i = 0; i < n_above; i++)
        {
          self->boxes[to + i] = self->boxes[from + i * NODE_SIZE];
          for (guint j = i * NODE_SIZE + 1; j < MIN (n, (i + 1) * NODE_SIZE); j++)
            join (&self->boxes[to + i], &self->boxes[from + j]);
        }
      n = n_above;
      self->starts[++self->n_levels] = to + n;
    }
}

TerBoxIndex *
ter_box_index_new (const TerBox *boxes, guint n_boxes)
{
  TerBoxIndex *self = g_new0 (TerBoxIndex, 1);

  self->n_boxes = n_boxes;
  self->numbers = g_new (guint32, MAX (n_boxes, 1));
  /* Each level above has a sixteenth of the one below, rounded up. */
  self->boxes = g_new (TerBox, (gsize) n_boxes + n_boxes / (NODE_SIZE - 1) + MAX_LEVELS + 1);
  if (n_boxes > 0)
    {
      sort_boxes (self, boxes);
      add_levels (self);
    }
  return self;
}

void
ter_box_index_free (TerBoxIndex *self)
{
  if (self == NULL)
    return;
  g_free (self->numbers);
  g_free (self->boxes);
  g_free (self);
}

static void
query_node (const TerBoxIndex *self, guint level, guint node, const TerBox *area, GArray *found)
{
  guint n;

  if (!ter_box_overlaps (&self->boxes[self->starts[level] + node], area))
    return;
  if (level == 0)
    {
      g_array_append_val (found, self->numbers[node]);
      return;
    }
  n = self->starts[level] - self->starts[level - 1];
  for (guint child = node * NODE_SIZE; child < MIN (n, (node + 1) * NODE_SIZE); child++)
    query_node (self, level - 1, child, area, found);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

void
ter_box_index_query (const TerBoxIndex *self, const TerBox *area, GArray *found)
{
  g_array_set_size (found, 0);
  if (self->n_boxes > 0)
    query_node (self, self->n_levels - 1, 0, area, found);
  if (found->len > 1)
    qsort (found->data, found->len, sizeof (guint32), compare_numbers);
}
