/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark.h"

/* A figure's mark lays itself out. */

/* (nullable): that of a chart. */
static const TerMarkType *
get_type (TerFigure *figure)
{
  const TerMarkType *type = ter_mark_get (ter_figure_get_mark (figure));

  return type != NULL && type->lay_out != NULL ? type : NULL;
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
  ter_chart_measure (&maker, "0", TER_CHART_VALUE, 0, NULL, &maker.line);
  self->n_walked = maker.n;
  g_return_val_if_fail (get_type (figure) != NULL, self);
  get_type (figure)->lay_out (&maker);
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

  g_return_val_if_fail (self != NULL && type != NULL, -1);
  return type->hit != NULL ? type->hit (self, x, y) : ter_chart_layout_find_point (self, x, y);
}

guint
ter_chart_layout_step (TerChartLayout *self, TerFigure *figure, guint mark, int dx, int dy)
{
  const TerMarkType *type = get_type (figure);

  g_return_val_if_fail (self != NULL && type != NULL && mark < self->marks->len, 0);
  return (type->step != NULL ? type->step : ter_chart_layout_step_about) (self, mark, dx, dy);
}
