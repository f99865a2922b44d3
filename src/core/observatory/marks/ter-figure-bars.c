/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"


#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-scale.h"

/* The bars of a figure: their categories, groups and series, one on the other, and the axis that holds them. */

/* More bars than anyone can read; such a figure is a table. */
#define MOST_BARS 1000

static void
find_domain (TerFigure *self)
{
  JsonArray *domain = ter_json_get_array (ter_json_get_object (self->parsed.value->object, "scale"), "domain");
  TerScale scale = { .domain = { 0, 0 } };
  double from, to;

  for (guint i = 0; i < self->data->len; i++)
    {
      const TerDatum *bar = &g_array_index (self->data, TerDatum, i);

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
  ter_scale_nice (&scale, 10);
  self->domain[0] = scale.domain[0];
  self->domain[1] = scale.domain[1];
}

static char *
resolve_columns (TerFigure *self, TerFrameColumn **group)
{
  char *problem = ter_figure_find_column (self, self->parsed.category, &self->category_column);

  if (problem == NULL)
    problem = ter_figure_find_column (self, self->parsed.offset, group);
  if (problem == NULL)
    problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_COLOR], &self->series_column);
  if (problem == NULL)
    problem = ter_figure_find_column (self, self->parsed.value, &self->value);
  if (problem == NULL && (self->value == NULL || self->value->numbers == NULL))
    problem = g_strdup (_ ("bars without an axis of numbers"));
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
  g_autofree guint *facets = g_new0 (guint, n + 1);
  g_autoptr (GArray) data = g_array_new (FALSE, TRUE, sizeof (TerDatum));
  const TerChannel *color = &self->parsed.channels[TER_CHANNEL_COLOR];
  const TerChannel *offset = self->parsed.offset != NULL ? self->parsed.offset : color;

  if (problem != NULL)
    return problem;
  if (n > MOST_BARS)
    /* Translators: %s is a number. */
    return g_strdup_printf (_ ("%u bars"), n);
  problem = ter_figure_resolve_facets (self, facets);
  if (problem != NULL)
    return problem;
  self->categories =
    ter_figure_values_new (self->frame, self->category_column, self->parsed.category != NULL ? self->parsed.category->object : NULL,
                           self->value, !self->parsed.overlaid, categories);
  self->groups = ter_figure_values_new (self->frame, group, offset->object, self->value, FALSE, groups);
  self->series = ter_figure_values_new (self->frame, self->series_column, color->object, self->value, FALSE, series);
  for (guint row = 0; row < n; row++)
    {
      TerDatum datum = { .row = row,
                         .facet = facets[row],
                         .category = categories[row],
                         .group = groups[row],
                         .series = series[row],
                         .value = self->value->numbers[row] };

      g_array_append_val (data, datum);
    }
  /* Ascending along x and descending along y, so that a vertical stack reads from the top as its legend does. */
  ter_figure_stack (self, data, !self->parsed.horizontal);
  ter_figure_take_data (self, data);
  find_domain (self);
  ter_figure_show_column (self, self->category_column);
  ter_figure_show_column (self, group);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
  return NULL;
}
