/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark-paint.h"

#include <adwaita.h>
#include <math.h>

#include "ter-heat-color.h"

#define FULL (2 * G_PI - 1e-6)

static const TerChartMark *
get_mark (TerChartLayout *layout, guint mark)
{
  return &g_array_index (layout->marks, TerChartMark, mark);
}

/* ---- Lines ---- */

static gboolean
goes_on (TerChart *chart, TerChartLayout *layout, guint mark)
{
  return mark > 0 && get_mark (layout, mark)->drawn && get_mark (layout, mark - 1)->drawn &&
         ter_chart_get_data (chart, mark)->series == ter_chart_get_data (chart, mark - 1)->series;
}

/* A point that no line leads to or from would not be seen. */
static gboolean
is_alone (TerChart *chart, TerChartLayout *layout, guint mark)
{
  return !goes_on (chart, layout, mark) && (mark + 1 == layout->marks->len || !goes_on (chart, layout, mark + 1));
}

static void
paint_line (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, guint from, guint to, const GdkRGBA *foreground)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;

  for (guint i = from; i < to; i++)
    {
      const TerChartMark *mark = get_mark (layout, i);

      if (!mark->drawn)
        continue;
      if (i > from && goes_on (chart, layout, i))
        gsk_path_builder_line_to (builder, mark->x, mark->y);
      else
        gsk_path_builder_move_to (builder, mark->x, mark->y);
    }
  path = gsk_path_builder_free_to_path (builder);
  ter_series_paint_line (ter_chart_get_paint (chart, ter_chart_get_data (chart, from)->series), snapshot, path, foreground);
}

/* The end of a run of marks of one series. */
static guint
find_end (TerChart *chart, TerChartLayout *layout, guint from)
{
  guint end = from + 1;

  while (end < layout->marks->len && ter_chart_get_data (chart, end)->series == ter_chart_get_data (chart, from)->series)
    end++;
  return end;
}

static void
paint_markers (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, gboolean all, const GdkRGBA *foreground)
{
  int hovered = ter_chart_get_hovered (chart);

  for (guint i = 0; i < layout->marks->len; i++)
    {
      const TerChartMark *mark = get_mark (layout, i);

      if (mark->drawn && (all || (int) i == hovered || is_alone (chart, layout, i)))
        ter_series_paint_marker (ter_chart_get_paint (chart, ter_chart_get_data (chart, i)->series), snapshot, mark->x, mark->y,
                                 mark->radius * ((int) i == hovered ? 1.4 : 1), foreground);
    }
}

void
ter_mark_paint_lines (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  for (guint from = 0; from < layout->marks->len; from = find_end (chart, layout, from))
    paint_line (chart, layout, snapshot, from, find_end (chart, layout, from), foreground);
  paint_markers (chart, layout, snapshot, ter_figure_has_points (ter_chart_get_figure (chart)), foreground);
}

/* ---- Areas ---- */

/* A piece without a gap, from mark to mark. */
static void
paint_area (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, guint from, guint to, const GdkRGBA *foreground)
{
  const TerSeriesPaint *paint = ter_chart_get_paint (chart, ter_chart_get_data (chart, from)->series);
  gboolean over = ter_figure_get_n_series (ter_chart_get_figure (chart)) > 1 &&
                  ter_figure_get_stack (ter_chart_get_figure (chart)) == TER_STACK_NONE;
  GskPathBuilder *area = gsk_path_builder_new (), *edge = gsk_path_builder_new ();
  g_autoptr (GskPath) area_path = NULL;
  g_autoptr (GskPath) edge_path = NULL;

  gsk_path_builder_move_to (area, get_mark (layout, from)->x, get_mark (layout, from)->foot);
  for (guint i = from; i < to; i++)
    {
      const TerChartMark *mark = get_mark (layout, i);

      gsk_path_builder_line_to (area, mark->x, mark->y);
      if (i == from)
        gsk_path_builder_move_to (edge, mark->x, mark->y);
      else
        gsk_path_builder_line_to (edge, mark->x, mark->y);
    }
  for (guint i = to; i > from; i--)
    gsk_path_builder_line_to (area, get_mark (layout, i - 1)->x, get_mark (layout, i - 1)->foot);
  gsk_path_builder_close (area);
  area_path = gsk_path_builder_free_to_path (area);
  edge_path = gsk_path_builder_free_to_path (edge);
  /* Those behind one another are seen through one another. */
  if (over)
    gtk_snapshot_push_opacity (snapshot, 0.45);
  ter_series_paint_fill (paint, snapshot, area_path, foreground);
  if (over)
    {
      gtk_snapshot_pop (snapshot);
      ter_series_paint_line (paint, snapshot, edge_path, foreground);
    }
}

void
ter_mark_paint_areas (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  guint from = 0;

  while (from < layout->marks->len)
    {
      guint to = from + 1;

      while (to < layout->marks->len && goes_on (chart, layout, to))
        to++;
      if (get_mark (layout, from)->drawn && to > from + 1)
        paint_area (chart, layout, snapshot, from, to, foreground);
      from = to;
    }
  paint_markers (chart, layout, snapshot, ter_figure_has_points (ter_chart_get_figure (chart)), foreground);
}

/* ---- Points ---- */

void
ter_mark_paint_points (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  gboolean sized = ter_figure_get_largest_size (ter_chart_get_figure (chart)) > 0;

  /* Large ones would hide small ones. */
  if (sized)
    gtk_snapshot_push_opacity (snapshot, 0.8);
  paint_markers (chart, layout, snapshot, TRUE, foreground);
  if (sized)
    gtk_snapshot_pop (snapshot);
}

/* ---- Ticks ---- */

void
ter_mark_paint_ticks (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const TerChartMark *mark = get_mark (layout, i);
      double more = (int) i == ter_chart_get_hovered (chart) ? 1 : 0;

      if (mark->drawn)
        ter_series_paint_snapshot (ter_chart_get_paint (chart, ter_chart_get_data (chart, i)->series), snapshot,
                                   &GRAPHENE_RECT_INIT (mark->rect.x - more, mark->rect.y - more, mark->rect.width + 2 * more,
                                                        mark->rect.height + 2 * more),
                                   1, foreground);
    }
}

/* ---- Parts of a ring ---- */

static void
add_ring (GskPathBuilder *builder, double x, double y, double radius, double hole)
{
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), radius);
  if (hole > 0)
    gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (x, y), hole);
}

GskPath *
ter_mark_paint_new_part (TerChartLayout *layout, guint index)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  const TerChartMark *mark = get_mark (layout, index);
  double radius = layout->plot.width / 2, hole = layout->hole;
  double x = layout->plot.x + radius, y = layout->plot.y + radius;
  gboolean large = mark->to - mark->from > G_PI;

  radius -= 1;
  if (mark->to - mark->from >= FULL)
    {
      add_ring (builder, x, y, radius, hole);
      return gsk_path_builder_free_to_path (builder);
    }
  gsk_path_builder_move_to (builder, x + hole * sin (mark->from), y - hole * cos (mark->from));
  gsk_path_builder_line_to (builder, x + radius * sin (mark->from), y - radius * cos (mark->from));
  gsk_path_builder_svg_arc_to (builder, radius, radius, 0, large, TRUE, x + radius * sin (mark->to), y - radius * cos (mark->to));
  gsk_path_builder_line_to (builder, x + hole * sin (mark->to), y - hole * cos (mark->to));
  if (hole > 0)
    gsk_path_builder_svg_arc_to (builder, hole, hole, 0, large, FALSE, x + hole * sin (mark->from), y - hole * cos (mark->from));
  gsk_path_builder_close (builder);
  return gsk_path_builder_free_to_path (builder);
}

static void
paint_part (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, guint index, const GdkRGBA *foreground)
{
  const TerChartMark *mark = get_mark (layout, index);
  const TerSeriesPaint *paint = ter_chart_get_paint (chart, ter_chart_get_data (chart, index)->series);
  g_autoptr (GskPath) path = ter_mark_paint_new_part (layout, index);
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5);
  GdkRGBA over = *foreground, gap = { 1, 1, 1, 1 };

  ter_series_paint_fill (paint, snapshot, path, foreground);
  /* A fine gap of the card's colour tells neighbours apart. */
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    gdk_rgba_parse (&gap, "#36363a");
  if (!paint->strong)
    gtk_snapshot_append_stroke (snapshot, path, stroke, &gap);
  over.alpha *= 0.18f;
  if ((int) index == ter_chart_get_hovered (chart))
    gtk_snapshot_append_fill (snapshot, path, GSK_FILL_RULE_EVEN_ODD, &over);
  if (paint->pattern != 0 && mark->label.width > 0)
    gtk_snapshot_append_color (snapshot, &paint->color,
                               &GRAPHENE_RECT_INIT (mark->label.x - 3, mark->label.y, mark->label.width + 6, mark->label.height));
  ter_chart_paint_text (chart, snapshot, mark->text, TER_CHART_VALUE, &mark->label, &paint->ink);
}

void
ter_mark_paint_parts (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  for (guint i = 0; i < layout->marks->len; i++)
    if (get_mark (layout, i)->drawn)
      paint_part (chart, layout, snapshot, i, foreground);
}

/* ---- Cells ---- */

static void
paint_border (GtkSnapshot *snapshot, const graphene_rect_t *rect, float width, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width },
                              (GdkRGBA[4]) { *color, *color, *color, *color });
}

void
ter_mark_paint_cells (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  double from, to;

  ter_figure_get_domain (ter_chart_get_figure (chart), &from, &to);
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const TerChartMark *mark = get_mark (layout, i);
      graphene_rect_t rect =
        GRAPHENE_RECT_INIT (mark->rect.x + 1, mark->rect.y + 1, MAX (mark->rect.width - 2, 1), MAX (mark->rect.height - 2, 1));
      double part = to > from ? (ter_chart_get_data (chart, i)->value - from) / (to - from) : 1;
      GdkRGBA color = ter_heat_color_get (mark->drawn ? part : 0, adw_style_manager_get_dark (style));
      GdkRGBA ink = ter_heat_color_get_ink (&color), edge = *foreground;

      edge.alpha *= mark->drawn ? 1 : 0.35f;
      if (mark->drawn)
        gtk_snapshot_append_color (snapshot, &color, &rect);
      if (!mark->drawn || adw_style_manager_get_high_contrast (style))
        paint_border (snapshot, &rect, 1, &edge);
      if ((int) i == ter_chart_get_hovered (chart))
        paint_border (snapshot, &rect, 2, foreground);
      ter_chart_paint_text (chart, snapshot, mark->text, TER_CHART_VALUE, &mark->label, mark->drawn ? &ink : foreground);
    }
}
