/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "ter-bar-layout.h"
#include "ter-mark.h"
#include "ter-plot-layout.h"

/* A figure's mark lays itself out. */

/* (nullable): that of a chart. */
static const TerMarkType *
get_type (TerFigure *figure)
{
  const TerMarkType *type = ter_mark_get (ter_figure_get_mark (figure));

  return type != NULL && type->lay_out != NULL ? type : NULL;
}

/* ---- Lines and bands across the chart ---- */

static double
map_guide (TerChartMaker *maker, TerAxis axis, double value)
{
  TerScale scale = { 0 };
  const TerRect *plot = &maker->layout->plot;

  if (maker->layout->bars == NULL)
    return ter_plot_layout_map (maker, axis, value);
  ter_figure_get_domain (maker->figure, &scale.domain[0], &scale.domain[1]);
  scale.range[0] = maker->layout->bars->horizontal ? plot->x : plot->y + plot->height;
  scale.range[1] = maker->layout->bars->horizontal ? plot->x + plot->width : plot->y;
  return ter_scale_map (&scale, value);
}

/* Painted apart, before or after what the mark itself draws. */
static void
place_guide (TerChartMaker *maker, const TerGuide *guide, TerChartMark *mark)
{
  const TerRect *plot = &maker->layout->plot;
  double from = map_guide (maker, guide->axis, guide->from), to = map_guide (maker, guide->axis, guide->to);
  /* Bars lie down when their names do not fit under them. */
  gboolean across = maker->layout->bars != NULL ? !maker->layout->bars->horizontal : guide->axis == TER_AXIS_Y;

  mark->guide = TRUE;
  if (across)
    mark->rect = (TerRect) { plot->x, MIN (from, to), plot->width, fabs (to - from) };
  else
    mark->rect = (TerRect) { MIN (from, to), plot->y, fabs (to - from), plot->height };
  mark->x = across ? plot->x + plot->width : (from + to) / 2;
  mark->y = across ? (from + to) / 2 : plot->y;
}

static void
place_guides (TerChartMaker *maker)
{
  for (guint i = 0; i < ter_figure_get_n_guides (maker->figure); i++)
    place_guide (maker, ter_figure_get_guide (maker->figure, i), ter_chart_layout_get_mark (maker, maker->n + i));
  if (maker->layout->n_walked == maker->n)
    maker->layout->n_walked = maker->layout->marks->len;
}

TerChartLayout *
ter_chart_layout_new_folded (TerFigure *figure, guint facet, double width, guint max_categories, TerMeasureText measure_text,
                             gpointer user_data)
{
  TerChartLayout *self = g_new0 (TerChartLayout, 1);
  TerChartMaker maker = { .layout = self,
                          .figure = figure,
                          .facet = facet,
                          .max_categories = max_categories,
                          .measure_text = measure_text,
                          .user_data = user_data };

  self->width = MAX (width, 1);
  for (guint i = 0; i < TER_N_AXES; i++)
    {
      self->ticks[i] = g_array_new (FALSE, TRUE, sizeof (TerTick));
      g_array_set_clear_func (self->ticks[i], ter_tick_clear);
    }
  self->marks = g_array_new (FALSE, TRUE, sizeof (TerChartMark));
  g_array_set_clear_func (self->marks, ter_chart_mark_clear);
  g_return_val_if_fail (TER_IS_FIGURE (figure) && measure_text != NULL, self);

  ter_figure_get_facet_data (figure, facet, &maker.first, &maker.n);
  g_array_set_size (self->marks, maker.n);
  maker.n -= ter_figure_get_n_guides (figure);
  ter_chart_layout_measure (&maker, "0", TER_CHART_VALUE, 0, NULL, &maker.line);
  self->n_walked = maker.n;
  g_return_val_if_fail (get_type (figure) != NULL, self);
  get_type (figure)->lay_out (&maker);
  place_guides (&maker);
  return self;
}

TerChartLayout *
ter_chart_layout_new (TerFigure *figure, guint facet, double width, TerMeasureText measure_text, gpointer user_data)
{
  return ter_chart_layout_new_folded (figure, facet, width, 0, measure_text, user_data);
}

int
ter_chart_layout_hit (TerChartLayout *self, TerFigure *figure, double x, double y)
{
  const TerMarkType *type = get_type (figure);
  int found;

  g_return_val_if_fail (self != NULL && type != NULL, -1);
  found = type->hit != NULL ? type->hit (self, x, y) : ter_chart_layout_find_point (self, x, y);
  /* What stands on a line or before a band goes first. */
  return found >= 0 ? found : ter_chart_layout_find_guide (self, x, y);
}

guint
ter_chart_layout_step (TerChartLayout *self, TerFigure *figure, guint mark, int dx, int dy)
{
  const TerMarkType *type = get_type (figure);

  g_return_val_if_fail (self != NULL && type != NULL && mark < self->marks->len, 0);
  return (type->step != NULL ? type->step : ter_chart_layout_step_about) (self, mark, dx, dy);
}
