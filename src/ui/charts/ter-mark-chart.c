/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark-chart.h"

#include <adwaita.h>
#include <math.h>

#include "ter-mark-paint.h"

struct _TerMarkChart
{
  TerChart parent_instance;
  TerChartLayout *layout;
};

G_DEFINE_FINAL_TYPE (TerMarkChart, ter_mark_chart, TER_TYPE_CHART)

/* ---- Drawing ---- */

static TerMark
get_kind (TerMarkChart *self)
{
  return ter_figure_get_mark (ter_chart_get_figure (TER_CHART (self)));
}

/* The lines of a grid, below what is drawn: across for each value, down only where points are read both ways. */
static void
paint_grid (TerMarkChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  const TerRect *plot = &self->layout->plot;
  GdkRGBA grid = *foreground, zero = *foreground;

  grid.alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.4f : 0.12f;
  zero.alpha *= 0.6f;
  for (guint i = 0; i < self->layout->ticks[TER_AXIS_Y]->len; i++)
    {
      const TerTick *tick = &g_array_index (self->layout->ticks[TER_AXIS_Y], TerTick, i);
      gboolean is_zero = tick->value == 0 && ter_figure_get_n_names (ter_chart_get_figure (TER_CHART (self)), TER_AXIS_Y) == 0;

      gtk_snapshot_append_color (snapshot, is_zero ? &zero : &grid,
                                 &GRAPHENE_RECT_INIT (plot->x, floor (tick->position), plot->width, 1));
    }
  for (guint i = 0;
       i < self->layout->ticks[TER_AXIS_X]->len && (get_kind (self) == TER_MARK_POINT || get_kind (self) == TER_MARK_TICK); i++)
    {
      const TerTick *tick = &g_array_index (self->layout->ticks[TER_AXIS_X], TerTick, i);

      gtk_snapshot_append_color (snapshot, &grid, &GRAPHENE_RECT_INIT (floor (tick->position), plot->y, 1, plot->height));
    }
  /* Short strokes tell which day or number a text below stands for. */
  for (guint i = 0; i < self->layout->ticks[TER_AXIS_X]->len; i++)
    {
      const TerTick *tick = &g_array_index (self->layout->ticks[TER_AXIS_X], TerTick, i);

      if (tick->label.width > 0)
        gtk_snapshot_append_color (snapshot, &zero, &GRAPHENE_RECT_INIT (floor (tick->position), plot->y + plot->height, 1, 5));
    }
  gtk_snapshot_append_color (snapshot, &zero, &GRAPHENE_RECT_INIT (plot->x, floor (plot->y + plot->height), plot->width, 1));
}

static void
paint_texts (TerMarkChart *self, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  TerFigure *figure = ter_chart_get_figure (TER_CHART (self));
  GdkRGBA dim = *foreground;

  dim.alpha *= 0.78f;
  for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
    {
      gboolean names = ter_figure_get_n_names (figure, axis) > 0;
      TerChartText kind = !names ? TER_CHART_TICK : axis == TER_AXIS_X ? TER_CHART_NAME : TER_CHART_LABEL;

      for (guint i = 0; i < self->layout->ticks[axis]->len; i++)
        {
          const TerTick *tick = &g_array_index (self->layout->ticks[axis], TerTick, i);

          ter_chart_paint_text (TER_CHART (self), snapshot, tick->text, kind, &tick->label, names ? foreground : &dim);
        }
      ter_chart_paint_text (TER_CHART (self), snapshot, self->layout->titles[axis], TER_CHART_LABEL,
                            &self->layout->title_labels[axis], &dim);
    }
}

static void
ter_mark_chart_paint (TerChart *chart, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  TerMarkChart *self = TER_MARK_CHART (chart);
  TerMark kind = get_kind (self);

  if (kind == TER_MARK_ARC)
    {
      ter_mark_paint_parts (chart, self->layout, snapshot, foreground);
      return;
    }
  if (kind == TER_MARK_RECT)
    ter_mark_paint_cells (chart, self->layout, snapshot, foreground);
  else
    paint_grid (self, snapshot, foreground);
  if (kind == TER_MARK_LINE)
    ter_mark_paint_lines (chart, self->layout, snapshot, foreground);
  if (kind == TER_MARK_AREA)
    ter_mark_paint_areas (chart, self->layout, snapshot, foreground);
  if (kind == TER_MARK_POINT)
    ter_mark_paint_points (chart, self->layout, snapshot, foreground);
  if (kind == TER_MARK_TICK)
    ter_mark_paint_ticks (chart, self->layout, snapshot, foreground);
  paint_texts (self, snapshot, foreground);
}

static void
ter_mark_chart_paint_cursor (TerChart *chart, GtkSnapshot *snapshot, guint mark, const GdkRGBA *foreground)
{
  TerMarkChart *self = TER_MARK_CHART (chart);
  const TerRect *rect = &g_array_index (self->layout->marks, TerChartMark, mark).rect;
  double gap = get_kind (self) == TER_MARK_RECT ? 1 : 4;
  GskRoundedRect ring;

  if (get_kind (self) == TER_MARK_ARC && g_array_index (self->layout->marks, TerChartMark, mark).drawn)
    {
      g_autoptr (GskPath) path = ter_mark_paint_new_part (self->layout, mark);
      g_autoptr (GskStroke) stroke = gsk_stroke_new (3.5);

      gtk_snapshot_append_stroke (snapshot, path, stroke, foreground);
      return;
    }
  gsk_rounded_rect_init_from_rect (&ring,
                                   &GRAPHENE_RECT_INIT (rect->x - gap, rect->y - gap, rect->width + 2 * gap,
                                                        rect->height + 2 * gap),
                                   gap > 1 ? MIN (rect->width, rect->height) / 2 + gap : 3);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]) { 2.5, 2.5, 2.5, 2.5 },
                              (GdkRGBA[4]) { *foreground, *foreground, *foreground, *foreground });
}

/* ---- Layout ---- */

static double
ter_mark_chart_lay_out (TerChart *chart, double width)
{
  TerMarkChart *self = TER_MARK_CHART (chart);

  g_clear_pointer (&self->layout, ter_chart_layout_free);
  self->layout =
    ter_chart_layout_new (ter_chart_get_figure (chart), ter_chart_get_facet (chart), width, ter_chart_measure_text, chart);
  return self->layout->height;
}

static TerRect
ter_mark_chart_get_rect (TerChart *chart, guint mark)
{
  return g_array_index (TER_MARK_CHART (chart)->layout->marks, TerChartMark, mark).rect;
}

static int
ter_mark_chart_hit (TerChart *chart, double x, double y)
{
  return ter_chart_layout_hit (TER_MARK_CHART (chart)->layout, ter_chart_get_figure (chart), x, y);
}

static guint
ter_mark_chart_step (TerChart *chart, guint mark, int dx, int dy)
{
  return ter_chart_layout_step (TER_MARK_CHART (chart)->layout, ter_chart_get_figure (chart), mark, dx, dy);
}

static void
ter_mark_chart_dispose (GObject *object)
{
  g_clear_pointer (&TER_MARK_CHART (object)->layout, ter_chart_layout_free);
  G_OBJECT_CLASS (ter_mark_chart_parent_class)->dispose (object);
}

static void
ter_mark_chart_class_init (TerMarkChartClass *klass)
{
  TerChartClass *chart_class = TER_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ter_mark_chart_dispose;
  chart_class->lay_out = ter_mark_chart_lay_out;
  chart_class->get_rect = ter_mark_chart_get_rect;
  chart_class->hit = ter_mark_chart_hit;
  chart_class->step = ter_mark_chart_step;
  chart_class->paint = ter_mark_chart_paint;
  chart_class->paint_cursor = ter_mark_chart_paint_cursor;
}

static void
ter_mark_chart_init (TerMarkChart *self)
{
}

GtkWidget *
ter_mark_chart_new (TerFigure *figure, guint facet, const char *name, const char *description)
{
  TerMarkChart *self;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  self = g_object_new (TER_TYPE_MARK_CHART, NULL);
  ter_chart_set_figure (TER_CHART (self), figure, facet, name, description);
  return GTK_WIDGET (self);
}
