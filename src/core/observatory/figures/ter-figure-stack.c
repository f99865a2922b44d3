/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include "ter-figure-private.h"
#include "ter-json.h"

/* What stands on what, and where it then begins and ends. */

typedef struct
{
  TerFrameColumn *column; /* nullable */
  gboolean by_series;     /* in the order of the colours' domain */
  gboolean descending;
} StackOrder;

static double
get_order (const StackOrder *how, const TerDatum *datum)
{
  if (how->by_series)
    return datum->series;
  return how->column != NULL && datum->row != TER_NO_ROW ? ter_frame_column_get_order (how->column, datum->row) : NAN;
}

static gboolean
is_same_stack (const TerDatum *a, const TerDatum *b)
{
  return a->facet == b->facet && a->category == b->category && a->group == b->group;
}

static int
compare_data (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TerDatum *first = a, *second = b;
  const StackOrder *how = user_data;
  double x, y;
  int order = 0;

  if (first->facet != second->facet)
    return first->facet < second->facet ? -1 : 1;
  if (first->category != second->category)
    return first->category < second->category ? -1 : 1;
  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  x = get_order (how, first);
  y = get_order (how, second);
  if (!isnan (x) && !isnan (y))
    order = (x > y) - (x < y);
  else if (how->column != NULL && first->row != TER_NO_ROW && second->row != TER_NO_ROW)
    order = strcmp (ter_frame_column_text (how->column, first->row), ter_frame_column_text (how->column, second->row));
  return how->descending ? -order : order;
}

static double
sum_stack (GArray *data, guint from)
{
  const TerDatum *first = &g_array_index (data, TerDatum, from);
  double sum = 0;

  for (guint i = from; i < data->len; i++)
    {
      const TerDatum *datum = &g_array_index (data, TerDatum, i);

      if (!is_same_stack (datum, first))
        break;
      sum += isnan (datum->value) ? 0 : fabs (datum->value);
    }
  return sum;
}

static gboolean
has_domain (const TerChannel *color)
{
  return ter_json_get_array (ter_json_get_object (color->object, "scale"), "domain") != NULL;
}

/* That of the channel `order`, or else of the colour's domain or values, as @descending says (Vega-Lite 6.4, compile/data/stack).
 * Positive values go upwards from zero, negative ones downwards (Vega's stack transform). */
void
ter_figure_stack (TerFigure *self, GArray *data, gboolean descending)
{
  const TerChannel *order = &self->parsed.channels[TER_CHANNEL_ORDER];
  StackOrder how = { order->field != NULL ? ter_frame_find (self->frame, order->field) : NULL, FALSE, descending };
  double above = 0, below = 0, total = 1;

  if (order->object != NULL && (how.column != NULL || json_object_has_member (order->object, "sort")))
    how.descending = g_strcmp0 (ter_json_get_string (order->object, "sort"), "descending") == 0;
  if (how.column == NULL)
    how.by_series = self->series_column != NULL && has_domain (&self->parsed.channels[TER_CHANNEL_COLOR]);
  if (how.column == NULL)
    how.column = self->series_column;
  g_array_sort_with_data (data, compare_data, &how);
  for (guint i = 0; i < data->len; i++)
    {
      TerDatum *datum = &g_array_index (data, TerDatum, i);
      double value = isnan (datum->value) ? 0 : datum->value;
      double *base = value < 0 ? &below : &above;

      if (i == 0 || self->parsed.overlaid || !is_same_stack (datum, datum - 1))
        {
          above = below = 0;
          total = self->parsed.stack == TER_STACK_NORMALIZE ? sum_stack (data, i) : 1;
        }
      datum->start = *base;
      *base += total > 0 ? value / total : 0;
      datum->end = *base;
    }
}

void
ter_figure_take_data (TerFigure *self, GArray *data)
{
  for (guint i = 0; i < data->len; i++)
    {
      TerDatum datum = g_array_index (data, TerDatum, i);

      if (datum.row != TER_NO_ROW)
        {
          g_array_append_val (self->rows, datum.row);
          datum.row = self->rows->len - 1;
        }
      g_array_append_val (self->data, datum);
    }
}
