/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-bar-chart.h"

#include <adwaita.h>
#include <math.h>

#include "ter-bar-layout.h"

#define RADIUS 3.0f

struct _TerBarChart
{
  TerChart parent_instance;
  TerChartLayout *places;
  TerBarLayout *layout; /* its part for bars */
  guint max_categories;
};

G_DEFINE_FINAL_TYPE (TerBarChart, ter_bar_chart, TER_TYPE_CHART)

/* ---- Drawing ---- */

static graphene_rect_t
to_graphene (const TerRect *rect, double inset_x, double inset_y)
{
  return GRAPHENE_RECT_INIT (rect->x + inset_x, rect->y + inset_y, MAX (rect->width - 2 * inset_x, 0),
                             MAX (rect->height - 2 * inset_y, 0));
}

static void
snapshot_line (TerBarChart *self, GtkSnapshot *snapshot, double position, const GdkRGBA *color)
{
  double at = floor (position);

  for (guint i = 0; i < self->layout->bands->len; i++)
    {
      const TerRect *grid = &g_array_index (self->layout->bands, TerBand, i).grid;

      if (self->layout->horizontal)
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (at, grid->y, 1, grid->height));
      else
        gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (grid->x, at, grid->width, 1));
    }
}

static void
snapshot_axis (TerBarChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  GdkRGBA grid = *foreground, text = *foreground;

  grid.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.4f : 0.12f;
  text.alpha *= 0.78f;
  for (guint i = 0; i < self->layout->ticks->len; i++)
    {
      const TerTick *tick = &g_array_index (self->layout->ticks, TerTick, i);

      snapshot_line (self, snapshot, tick->position, &grid);
      ter_chart_paint_text (TER_CHART (self), snapshot, tick->text, TER_CHART_TICK, &tick->label, &text);
    }
  ter_chart_paint_text (TER_CHART (self), snapshot, self->layout->axis_title, TER_CHART_TICK, &self->layout->axis_label, &text);
}

static void
snapshot_bar (TerBarChart *self, GtkSnapshot *snapshot, guint index, const GdkRGBA *foreground)
{
  const TerDatum *bar = ter_chart_get_data (TER_CHART (self), index);
  const TerBarBox *box = &g_array_index (self->layout->boxes, TerBarBox, index);
  const TerSeriesPaint *paint = ter_chart_get_paint (TER_CHART (self), bar->series);
  gboolean stacked = ter_figure_get_stack (ter_chart_get_figure (TER_CHART (self))) != TER_STACK_NONE;
  graphene_rect_t rect =
    to_graphene (&box->rect, stacked && self->layout->horizontal ? 0.75 : 0, stacked && !self->layout->horizontal ? 0.75 : 0);
  GdkRGBA over = *foreground;

  if (box->text == NULL)
    return;
  ter_series_paint_snapshot (paint, snapshot, &rect, stacked ? 1 : RADIUS, foreground);
  over.alpha *= 0.18f;
  if ((int) index == ter_chart_get_hovered (TER_CHART (self)))
    gtk_snapshot_append_color (snapshot, &over, &rect);
  if (box->inside && paint->pattern != 0 && box->label.width > 0)
    {
      graphene_rect_t plain = to_graphene (&box->label, -3, 0);

      gtk_snapshot_append_color (snapshot, &paint->color, &plain);
    }
  ter_chart_paint_text (TER_CHART (self), snapshot, box->text, TER_CHART_VALUE, &box->label,
                        box->inside ? &paint->ink : foreground);
}

static void
ter_bar_chart_paint (TerChart *chart, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  TerBarChart *self = TER_BAR_CHART (chart);
  TerChartText kind = self->layout->horizontal ? TER_CHART_LABEL : TER_CHART_NAME;
  GdkRGBA zero = *foreground;

  snapshot_axis (self, snapshot, foreground);
  for (guint i = 0; i < self->layout->boxes->len; i++)
    snapshot_bar (self, snapshot, i, foreground);
  for (guint i = 0; i < self->layout->bands->len; i++)
    ter_chart_paint_text (chart, snapshot, ter_figure_get_category (ter_chart_get_figure (chart), i), kind,
                          &g_array_index (self->layout->bands, TerBand, i).label, foreground);
  zero.alpha *= 0.6f;
  snapshot_line (self, snapshot, self->layout->zero, &zero);
}

/* ---- Layout ---- */

static double
ter_bar_chart_lay_out (TerChart *chart, double width)
{
  TerBarChart *self = TER_BAR_CHART (chart);

  g_clear_pointer (&self->places, ter_chart_layout_free);
  self->places = ter_chart_layout_new_folded (ter_chart_get_figure (chart), ter_chart_get_facet (chart), width,
                                              self->max_categories, ter_chart_measure_text, chart);
  self->layout = self->places->bars;
  return self->layout->height;
}

static guint
ter_bar_chart_count (TerChart *chart)
{
  TerBarChart *self = TER_BAR_CHART (chart);
  guint n = 0, first, n_bars;

  ter_figure_get_facet_data (ter_chart_get_figure (chart), ter_chart_get_facet (chart), &first, &n_bars);
  if (self->max_categories == 0)
    return n_bars;
  while (n < n_bars && ter_chart_get_data (chart, n)->category < self->max_categories)
    n++;
  return n;
}

static TerRect
ter_bar_chart_get_rect (TerChart *chart, guint mark)
{
  return g_array_index (TER_BAR_CHART (chart)->places->marks, TerChartMark, mark).rect;
}

static int
ter_bar_chart_hit (TerChart *chart, double x, double y)
{
  return ter_chart_layout_hit (TER_BAR_CHART (chart)->places, ter_chart_get_figure (chart), x, y);
}

static void
ter_bar_chart_dispose (GObject *object)
{
  g_clear_pointer (&TER_BAR_CHART (object)->places, ter_chart_layout_free);
  G_OBJECT_CLASS (ter_bar_chart_parent_class)->dispose (object);
}

static void
ter_bar_chart_class_init (TerBarChartClass *klass)
{
  TerChartClass *chart_class = TER_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_bar_chart_dispose;
  chart_class->lay_out = ter_bar_chart_lay_out;
  chart_class->count = ter_bar_chart_count;
  chart_class->get_rect = ter_bar_chart_get_rect;
  chart_class->hit = ter_bar_chart_hit;
  chart_class->paint = ter_bar_chart_paint;
}

static void
ter_bar_chart_init (TerBarChart *self)
{
}

GtkWidget *
ter_bar_chart_new (TerFigure *figure, guint facet, const char *name, const char *description)
{
  TerBarChart *self;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  self = g_object_new (TER_TYPE_BAR_CHART, NULL);
  ter_chart_set_figure (TER_CHART (self), figure, facet, name, description);
  return GTK_WIDGET (self);
}

void
ter_bar_chart_set_max_categories (TerBarChart *self, guint max_categories)
{
  g_return_if_fail (TER_IS_BAR_CHART (self));

  self->max_categories = max_categories;
  ter_chart_invalidate (TER_CHART (self));
}
