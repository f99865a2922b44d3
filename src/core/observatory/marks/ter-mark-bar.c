/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-bar-layout.h"
#include "ter-json.h"
#include "ter-mark.h"

/* Bars: their categories, groups and series, one on the other, and the axis that holds them. */

/* Which way bars go: along the quantitative axis (https://vega.github.io/vega-lite/docs/bar.html). */
static char *
parse (TerFigureSpec *self, JsonObject *mark)
{
  const TerChannel *x = &self->channels[TER_CHANNEL_X], *y = &self->channels[TER_CHANNEL_Y];

  gboolean along_x = x->quantitative && !x->binned, along_y = y->quantitative && !y->binned;

  if (along_x == along_y)
    return g_strdup (along_x ? _ ("bars between two axes of numbers") : _ ("bars without an axis of numbers"));
  self->horizontal = along_x;
  self->value = self->horizontal ? x : y;
  self->category = self->horizontal ? y : x;
  self->offset = &self->channels[self->horizontal ? TER_CHANNEL_Y_OFFSET : TER_CHANNEL_X_OFFSET];
  if (self->category->object == NULL)
    self->category = NULL;
  if (self->offset->object == NULL)
    self->offset = NULL;
  if (json_object_has_member (self->value->object, "value"))
    return g_strdup (_ ("bars without an axis of numbers"));
  return ter_figure_channels_parse_stack (self);
}

/* ---- Data ---- */

static void
find_domain (TerFigure *self)
{
  JsonArray *domain = ter_json_get_array (ter_json_get_object (self->parsed.value->object, "scale"), "domain");
  TerScale scale = { .domain = { 0, 0 } };
  const double *reach = self->reach[self->parsed.horizontal ? TER_AXIS_X : TER_AXIS_Y];
  double from, to;

  for (guint i = 0; i < self->data->len; i++)
    {
      const TerDatum *bar = &g_array_index (self->data, TerDatum, i);

      scale.domain[0] = MIN (scale.domain[0], MIN (bar->start, bar->end));
      scale.domain[1] = MAX (scale.domain[1], MAX (bar->start, bar->end));
    }
  scale.domain[0] = fmin (scale.domain[0], reach[0]);
  scale.domain[1] = fmax (scale.domain[1], reach[1]);
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

/* Whether the categories are steps of a continuous axis, those that are empty too. */
static gboolean
has_steps (const TerChannel *category)
{
  return category != NULL &&
         ((category->binned && category->quantitative) || (category->unit != TER_TIME_UNIT_NONE && category->temporal));
}

/* The categories in their order. */
static char *
resolve_categories (TerFigure *self, guint *categories)
{
  const TerChannel *category = self->parsed.category;

  self->categories = ter_figure_values_new (self->frame, self->category_column, category, categories);
  return has_steps (category) ? ter_figure_fill_steps (self, category, &self->categories, categories) : NULL;
}

static void
find_stacks (TerFigure *self)
{
  for (guint i = 1; i < self->data->len; i++)
    {
      const TerDatum *bar = &g_array_index (self->data, TerDatum, i), *before = bar - 1;

      self->stacked |= bar->facet == before->facet && bar->category == before->category && bar->group == before->group;
    }
}

static char *
resolve (TerFigure *self)
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
  problem = ter_figure_resolve_facets (self, facets) ?: resolve_categories (self, categories);
  if (problem != NULL)
    return problem;
  self->groups = ter_figure_values_new (self->frame, group, offset, groups);
  self->series = ter_figure_values_new (self->frame, self->series_column, color, series);
  for (guint row = 0; row < n; row++)
    {
      TerDatum datum = { .row = row,
                         .facet = facets[row],
                         .category = categories[row],
                         .group = groups[row],
                         .series = series[row],
                         .value = self->value->numbers[row] };

      if (datum.category == G_MAXUINT)
        self->n_missing++;
      else
        g_array_append_val (data, datum);
    }
  /* Ascending along x and descending along y, so that a vertical stack reads from the top as its legend does. */
  ter_figure_stack (self, data, !self->parsed.horizontal);
  ter_figure_take_data (self, data);
  find_stacks (self);
  find_domain (self);
  ter_figure_show_column (self, self->category_column);
  ter_figure_show_column (self, group);
  ter_figure_show_column (self, self->series_column);
  ter_figure_show_column (self, self->value);
  return NULL;
}

/* ---- Words ---- */

static char *
dup_count (TerFigure *figure, guint n)
{
  if (!ter_figure_has_legend (figure))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u bar", "%u bars", n), n);
  if (ter_figure_get_n_categories (figure) == 1)
    return ter_mark_dup_parts (figure, n);
  return ter_mark_dup_in_series (figure, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value", "%u values", n), n));
}

/* ---- Places ---- */

static void
lay_out (TerChartMaker *maker)
{
  TerChartLayout *layout = maker->layout;

  layout->bars =
    ter_bar_layout_new (maker->figure, maker->facet, layout->width, maker->max_categories, maker->measure_text, maker->user_data);
  layout->height = layout->bars->height;
  layout->plot = layout->bars->plot;
  layout->n_walked = 0;
  /* The guides across the bars come behind them, and have no box. */
  for (guint i = 0; i < layout->bars->boxes->len; i++)
    {
      const TerBarBox *box = &g_array_index (layout->bars->boxes, TerBarBox, i);
      TerChartMark *mark = ter_chart_layout_get_mark (maker, i);

      mark->drawn = box->text != NULL;
      mark->rect = box->rect;
      mark->x = box->rect.x + box->rect.width / 2;
      mark->y = box->rect.y + box->rect.height / 2;
      /* Those of the categories that are folded away are the last. */
      layout->n_walked += mark->drawn ? 1 : 0;
    }
}

static int
hit (TerChartLayout *layout, double x, double y)
{
  return ter_bar_layout_hit (layout->bars, x, y);
}

const TerMarkType ter_mark_bar = {
  .mark = TER_MARK_BAR,
  .name = "bar",
  .channels = TER_MARK_OFFSETS | TER_MARK_FACETS | TER_MARK_CHANNEL (TEXT) | TER_MARK_CHANNEL (SHAPE),
  .traits = TER_MARK_OWN_FORM | TER_MARK_GROUND,
  .most = 1000,
  .too_many = N_ ("%u bars"),
  .parse = parse,
  .resolve = resolve,
  .dup_count = dup_count,
  .lay_out = lay_out,
  .hit = hit,
  .step = ter_chart_layout_step_in_order,
};
