/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-raster.h"

#include <string.h>

/* Samples beyond the right and the lower side, where borders are looked for. */
#define MARGIN 4u

struct _TerMapRaster
{
  guint size, samples;
  guint side; /* samples with a number, the margin included */
  guint stride;
  guint16 *numbers;
  guint8 *marks; /* where the outline of the area that is filled crosses a row; all 0 in between; %NULL when sealed */
  guint top, bottom, left, right; /* the marks lie between */
};

TerMapRaster *
ter_map_raster_new (guint size, guint samples)
{
  TerMapRaster *self = g_new0 (TerMapRaster, 1);

  g_assert (samples == 2 || samples == 4);
  self->size = size;
  self->samples = samples;
  self->side = size * samples + MARGIN;
  self->stride = self->side + 8; /* groups of numbers are read at once */
  self->numbers = g_new0 (guint16, (gsize) self->stride * self->side);
  self->marks = g_new0 (guint8, (gsize) self->side * self->side);
  return self;
}

void
ter_map_raster_free (TerMapRaster *self)
{
  if (self == NULL)
    return;
  g_free (self->numbers);
  g_free (self->marks);
  g_free (self);
}

void
ter_map_raster_seal (TerMapRaster *self)
{
  g_clear_pointer (&self->marks, g_free);
}

/* Whole numbers from @value on, within 0 and @end. */
static guint
first_from (double value, guint end)
{
  guint below;

  if (!(value > 0.0))
    return 0;
  if (value >= end)
    return end;
  below = (guint) value;
  return below + (below < value);
}

/* An edge is always followed downwards, so that the areas on its sides find the same crossings. */
static void
mark_edge (TerMapRaster *self, double x0, double y0, double x1, double y1)
{
  guint first, end;
  double slope;

  if (y0 > y1)
    {
      double x = x0, y = y0;

      x0 = x1, y0 = y1;
      x1 = x, y1 = y;
    }
  first = first_from (y0 - 0.5, self->side);
  end = first_from (y1 - 0.5, self->side);
  if (first >= end)
    return;
  self->top = MIN (self->top, first);
  self->bottom = MAX (self->bottom, end);
  slope = (x1 - x0) / (y1 - y0);
  for (guint row = first; row < end; row++)
    {
      guint column = first_from (x0 + (row + 0.5 - y0) * slope - 0.5, self->side);

      self->left = MIN (self->left, column);
      self->right = MAX (self->right, column);
      if (column < self->side)
        self->marks[(gsize) row * self->side + column] ^= 1;
    }
}

/* Between every second mark of a row. The marks are wiped out. */
static void
fill_row (TerMapRaster *self, guint row, guint16 number)
{
  guint8 *marks = self->marks + (gsize) row * self->side;
  guint16 *numbers = self->numbers + (gsize) row * self->stride;
  guint8 *from = marks + self->left, *end = marks + MIN (self->right + 1, self->side), *mark;

  while ((mark = memchr (from, 1, end - from)) != NULL)
    {
      guint8 *other;

      *mark = 0;
      other = memchr (mark + 1, 1, end - mark - 1);
      if (other != NULL)
        *other = 0;
      else
        other = end;
      for (guint i = mark - marks; i < (guint) (other - marks); i++)
        numbers[i] = number;
      if (other == end)
        return;
      from = other + 1;
    }
}

void
ter_map_raster_fill (TerMapRaster *self, const TerMapPoint *points, const float *weights, guint start, const guint32 *ends,
                     guint n_rings, const TerMapTransform *transform, float least, guint16 number)
{
  double factor = transform->factor * self->samples;
  double dx = transform->dx * self->samples, dy = transform->dy * self->samples;

  g_return_if_fail (self->marks != NULL);

  self->top = self->left = self->side;
  self->bottom = self->right = 0;
  for (guint r = 0; r < n_rings; start = ends[r++])
    {
      double x = 0, y = 0, first_x = 0, first_y = 0;
      gboolean begun = FALSE;

      for (guint i = start; i < ends[r]; i++)
        {
          double to_x, to_y;

          if (weights[i] < least)
            continue;
          to_x = points[i].x * factor + dx;
          to_y = points[i].y * factor + dy;
          if (begun)
            mark_edge (self, x, y, to_x, to_y);
          else
            first_x = to_x, first_y = to_y;
          begun = TRUE;
          x = to_x;
          y = to_y;
        }
      if (begun)
        mark_edge (self, x, y, first_x, first_y);
    }
  for (guint row = self->top; row < self->bottom; row++)
    fill_row (self, row, number);
}

guint16
ter_map_raster_get (const TerMapRaster *self, guint x, guint y)
{
  guint half = self->samples / 2;

  if (x >= self->size || y >= self->size)
    return 0;
  return self->numbers[(gsize) (y * self->samples + half) * self->stride + x * self->samples + half];
}

/* ---- Colours ---- */

/* The four channels, each with room for the sum of sixteen. */
static guint64
spread (guint32 color)
{
  return (color & 0xffu) | (guint64) (color & 0xff00u) << 8 | (guint64) (color & 0xff0000u) << 16 |
         (guint64) (color & 0xff000000u) << 24;
}

static guint32
gather (guint64 sum, guint shift)
{
  guint64 half = G_GUINT64_CONSTANT (0x0001000100010001) << shift >> 1;

  sum = (sum + half) >> shift;
  return (guint32) ((sum & 0xff) | (sum >> 8 & 0xff00) | (sum >> 16 & 0xff0000) | (sum >> 24 & 0xff000000u));
}

/* These are made twice, for each number of samples, so that their loops are unrolled. */
static inline gboolean
is_plain (const guint16 *at, guint stride, guint samples)
{
  guint64 wanted = at[0] * G_GUINT64_CONSTANT (0x0001000100010001), differs = 0;

  for (guint row = 0; row < samples + samples / 2; row++)
    for (guint i = 0; i < samples + samples / 2; i += 4)
      {
        guint64 group;

        memcpy (&group, at + row * stride + i, sizeof group);
        differs |= group ^ wanted;
      }
  return differs == 0;
}

static inline guint64
sum_samples (const TerMapInk *ink, const guint64 *fills, const guint16 *at, guint stride, guint samples)
{
  /* A border is half a pixel wide. */
  guint reach = samples / 2;
  guint64 sum = 0;

  for (guint row = 0; row < samples; row++, at += stride)
    for (guint i = 0; i < samples; i++)
      {
        guint16 number = at[i], right = at[i + reach], below = at[i + reach * stride];

        if (ink->has_edges && (right != number || below != number))
          sum += ink->edges[number != 0 ? number : right != 0 ? right : below];
        else
          sum += fills[number];
      }
  return sum;
}

static inline void
paint (const TerMapRaster *self, const TerMapInk *ink, guint32 *pixels, guint samples)
{
  guint shift = samples == 2 ? 2 : 4;

  for (guint y = 0; y < self->size; y++)
    for (guint x = 0; x < self->size; x++)
      {
        const guint16 *at = self->numbers + (gsize) y * samples * self->stride + x * samples;
        guint phase = (x + y) % TER_MAP_HATCHING;
        const guint64 *fills = ink->fills[phase == 0 ? 0 : phase == 1 || phase == TER_MAP_HATCHING - 1 ? 1 : 2];

        *pixels++ = is_plain (at, self->stride, samples) ? gather (fills[at[0]], 0)
                                                         : gather (sum_samples (ink, fills, at, self->stride, samples), shift);
      }
}

void
ter_map_raster_paint (const TerMapRaster *self, const TerMapInk *ink, guint32 *pixels)
{
  if (self->samples == 2)
    paint (self, ink, pixels, 2);
  else
    paint (self, ink, pixels, 4);
}

void
ter_map_ink_init (TerMapInk *self, guint n)
{
  self->n = n;
  for (guint i = 0; i < 3; i++)
    self->fills[i] = g_new0 (guint64, (gsize) n + 1);
  self->edges = g_new0 (guint64, (gsize) n + 1);
  self->has_edges = TRUE;
}

void
ter_map_ink_clear (TerMapInk *self)
{
  for (guint i = 0; i < 3; i++)
    g_clear_pointer (&self->fills[i], g_free);
  g_clear_pointer (&self->edges, g_free);
}

void
ter_map_ink_set (TerMapInk *self, guint number, guint32 fill, guint32 edge)
{
  for (guint i = 0; i < 3; i++)
    self->fills[i][number] = spread (fill);
  self->edges[number] = spread (edge);
}

void
ter_map_ink_set_hatched (TerMapInk *self, guint number, guint32 line, guint32 edge)
{
  self->fills[0][number] = spread (line);
  self->fills[1][number] = spread (line >> 2 & 0x3f3f3f3fu);
  self->fills[2][number] = 0;
  self->edges[number] = spread (edge);
}
