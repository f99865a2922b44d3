/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-scale.h"

/* The bars of a figure: their categories, groups and series, one on the other, and the axis that holds them. */

/* More bars than anyone can read; such a figure is a table. */
#define MOST_BARS 1000

typedef struct {
  guint  row;
  guint  category, group, series;
  double order;
  const char *order_text;
  double value;
} Item;

typedef struct {
  gboolean by_order;
  gboolean descending;
} ItemOrder;

static int
compare_items (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const Item *first = a, *second = b;
  const ItemOrder *how = user_data;
  int order;

  if (first->category != second->category)
    return first->category < second->category ? -1 : 1;
  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;
  order = isnan (first->order) || isnan (second->order) ? strcmp (first->order_text, second->order_text)
                                                         : (first->order > second->order) - (first->order < second->order);
  return how->descending ? -order : order;
}

/* In which order bars stand on one another: that of the channel `order`, or else of the colour's values, ascending along x and
 * descending along y, so that a vertical stack reads from the top as its legend does (Vega-Lite 5.23, compile/data/stack). */
static void
order_items (TerFigure *self,
             GArray    *items)
{
  const TerChannel *order = &self->parsed.channels[TER_CHANNEL_ORDER];
  TerFrameColumn *column = order->field != NULL ? ter_frame_find (self->frame, order->field) : NULL;
  ItemOrder how = { .by_order = column != NULL, .descending = !self->parsed.horizontal };

  if (column != NULL)
    how.descending = g_strcmp0 (ter_json_get_string (order->object, "sort"), "descending") == 0;
  else
    column = self->series_column;
  for (guint i = 0; i < items->len; i++)
    {
      Item *item = &g_array_index (items, Item, i);

      item->order = column != NULL && column->numbers != NULL ? column->numbers[item->row] : NAN;
      item->order_text = column != NULL ? ter_frame_column_text (column, item->row) : "";
    }
  g_array_sort_with_data (items, compare_items, &how);
}

static double
sum_stack (GArray *items,
           guint   from)
{
  const Item *first = &g_array_index (items, Item, from);
  double sum = 0;

  for (guint i = from; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);

      if (item->category != first->category || item->group != first->group)
        break;
      sum += isnan (item->value) ? 0 : fabs (item->value);
    }
  return sum;
}

/* Bars on one another: positive ones upwards from zero, negative ones downwards (Vega's stack transform). */
static void
stack_items (TerFigure *self,
             GArray    *items)
{
  double above = 0, below = 0, total = 1;

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      const Item *before = i > 0 ? item - 1 : NULL;
      double value = isnan (item->value) ? 0 : item->value;
      TerBar bar = { item->category, item->group, item->series, item->value, 0, 0, self->rows->len };
      double *base;

      if (before == NULL || before->category != item->category || before->group != item->group || self->parsed.overlaid)
        {
          above = below = 0;
          total = self->parsed.stack == TER_STACK_NORMALIZE ? sum_stack (items, i) : 1;
        }
      base = value < 0 ? &below : &above;
      bar.start = *base;
      *base += total > 0 ? value / total : 0;
      bar.end = *base;
      g_array_append_val (self->bars, bar);
      g_array_append_val (self->rows, item->row);
    }
}

static void
find_domain (TerFigure *self)
{
  JsonArray *domain = ter_json_get_array (ter_json_get_object (self->parsed.value->object, "scale"), "domain");
  TerLinearScale scale = { .domain = { 0, 0 } };
  double from, to;

  for (guint i = 0; i < self->bars->len; i++)
    {
      const TerBar *bar = &g_array_index (self->bars, TerBar, i);

      scale.domain[0] = MIN (scale.domain[0], MIN (bar->start, bar->end));
      scale.domain[1] = MAX (scale.domain[1], MAX (bar->start, bar->end));
    }
  if (self->parsed.stack == TER_STACK_NORMALIZE)
    scale.domain[1] = 1;
  if (ter_json_array_length (domain) == 2 && ter_json_node_is_number (json_array_get_element (domain, 0)) &&
      ter_json_node_is_number (json_array_get_element (domain, 1)))
    {
      from = MIN (0, json_array_get_double_element (domain, 0));
      to = MAX (0, json_array_get_double_element (domain, 1));
      if (from < to && from <= scale.domain[0] && to >= scale.domain[1])
        {
          self->domain[0] = from;
          self->domain[1] = to;
          return;
        }
    }
  if (scale.domain[0] == scale.domain[1])
    scale.domain[1] = 1;
  ter_linear_scale_nice (&scale, 10);
  self->domain[0] = scale.domain[0];
  self->domain[1] = scale.domain[1];
}

static char *
resolve_columns (TerFigure       *self,
                 TerFrameColumn **group)
{
  char *problem = ter_figure_find_column (self, self->parsed.category, &self->category_column);

  if (problem == NULL)
    problem = ter_figure_find_column (self, self->parsed.offset, group);
  if (problem == NULL)
    problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_COLOR], &self->series_column);
  if (problem == NULL)
    problem = ter_figure_find_column (self, self->parsed.value, &self->value);
  if (problem == NULL && (self->value == NULL || self->value->numbers == NULL))
    problem = g_strdup (_("bars without an axis of numbers"));
  if (problem != NULL)
    return problem;
  self->has_legend = self->series_column != NULL && self->series_column != self->category_column;
  /* What would be drawn one over the other is drawn side by side. */
  if (self->parsed.overlaid && *group == NULL && self->has_legend)
    *group = self->series_column;
  return NULL;
}

char *
ter_figure_resolve_bars (TerFigure *self)
{
  TerFrameColumn *group = NULL;
  char *problem = resolve_columns (self, &group);
  guint n = self->frame->n_rows;
  g_autofree guint *categories = g_new0 (guint, n + 1), *groups = g_new0 (guint, n + 1), *series = g_new0 (guint, n + 1);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  const TerChannel *color = &self->parsed.channels[TER_CHANNEL_COLOR];
  const TerChannel *offset = self->parsed.offset != NULL ? self->parsed.offset : color;

  if (problem != NULL)
    return problem;
  if (n > MOST_BARS)
    /* Translators: %s is a number. */
    return g_strdup_printf (_("%u bars"), n);
  self->categories = ter_figure_values_new (self->frame, self->category_column,
                                            self->parsed.category != NULL ? self->parsed.category->object : NULL,
                                            self->value, !self->parsed.overlaid, categories);
  self->groups = ter_figure_values_new (self->frame, group, offset->object, self->value, FALSE, groups);
  self->series = ter_figure_values_new (self->frame, self->series_column, color->object, self->value, FALSE, series);
  for (guint row = 0; row < n; row++)
    {
      Item item = { .row = row, .category = categories[row], .group = groups[row], .series = series[row],
                    .value = self->value->numbers[row] };

      g_array_append_val (items, item);
    }
  order_items (self, items);
  stack_items (self, items);
  find_domain (self);
  ter_figure_show_column (self, self->category_column);
  ter_figure_show_column (self, group);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
  return NULL;
}
