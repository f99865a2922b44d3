/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart-legend.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ter-chart-layout.h"
#include "ter-guide-paint.h"
#include "ter-heat-color.h"
#include "ter-scale.h"
#include "ter-series-paint.h"

/* What a sample shows: a series' look, a point's size, all colours from the lowest to the highest, or a line or band. */
typedef enum
{
  SERIES,
  SIZE,
  COLORS,
  GUIDE
} Sample;

/* A sample of what is drawn. */
#define TER_TYPE_SWATCH (ter_swatch_get_type ())
G_DECLARE_FINAL_TYPE (TerSwatch, ter_swatch, TER, SWATCH, GtkWidget)

struct _TerSwatch
{
  GtkWidget parent_instance;
  TerFigure *figure;
  Sample sample;
  guint series;
  double radius;
};

G_DEFINE_FINAL_TYPE (TerSwatch, ter_swatch, GTK_TYPE_WIDGET)

static void
paint_series (TerSwatch *self, GtkSnapshot *snapshot, double width, double height, const GdkRGBA *foreground)
{
  TerMark mark = ter_figure_get_mark (self->figure);
  TerSeriesPaint paint;

  ter_series_paint_init (&paint, self->figure, self->series);
  if (mark == TER_MARK_LINE)
    {
      GskPathBuilder *builder = gsk_path_builder_new ();
      g_autoptr (GskPath) path = NULL;

      gsk_path_builder_move_to (builder, 0, height / 2);
      gsk_path_builder_line_to (builder, width, height / 2);
      path = gsk_path_builder_free_to_path (builder);
      ter_series_paint_line (&paint, snapshot, path, foreground);
    }
  if (mark == TER_MARK_POINT || (mark == TER_MARK_LINE && ter_figure_has_points (self->figure)))
    ter_series_paint_marker (&paint, snapshot, width / 2, height / 2, 5, foreground);
  if (mark != TER_MARK_LINE && mark != TER_MARK_POINT)
    ter_series_paint_snapshot (&paint, snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height), 2, foreground);
}

static void
paint_size (TerSwatch *self, GtkSnapshot *snapshot, double width, double height, const GdkRGBA *foreground)
{
  GskPathBuilder *builder = gsk_path_builder_new ();
  g_autoptr (GskStroke) stroke = gsk_stroke_new (1.5);
  g_autoptr (GskPath) path = NULL;

  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (width / 2, height / 2), self->radius);
  path = gsk_path_builder_free_to_path (builder);
  gtk_snapshot_append_stroke (snapshot, path, stroke, foreground);
}

static void
paint_colors (GtkSnapshot *snapshot, double width, double height, const GdkRGBA *foreground)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GskRoundedRect outline;

  for (int x = 0; x < width; x += 2)
    {
      GdkRGBA color = ter_heat_color_get (x / MAX (width - 2, 1), adw_style_manager_get_dark (style));

      gtk_snapshot_append_color (snapshot, &color, &GRAPHENE_RECT_INIT (x, 0, MIN (2, width - x), height));
    }
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), 0);
  if (adw_style_manager_get_high_contrast (style))
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 },
                                (GdkRGBA[4]) { *foreground, *foreground, *foreground, *foreground });
}

static void
ter_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  TerSwatch *self = TER_SWATCH (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  GdkRGBA foreground;

  gtk_widget_get_color (widget, &foreground);
  if (self->sample == SERIES)
    paint_series (self, snapshot, width, height, &foreground);
  else if (self->sample == SIZE)
    paint_size (self, snapshot, width, height, &foreground);
  else if (self->sample == COLORS)
    paint_colors (snapshot, width, height, &foreground);
  else
    {
      const TerGuide *guide = ter_figure_get_guide (self->figure, self->series);
      gboolean line = guide->from == guide->to;

      ter_guide_paint (snapshot, guide, &(TerRect) { 0, line ? height / 2 : 1, width, line ? 0 : height - 2 }, FALSE, &foreground);
    }
}

static void
ter_swatch_dispose (GObject *object)
{
  g_clear_object (&TER_SWATCH (object)->figure);
  G_OBJECT_CLASS (ter_swatch_parent_class)->dispose (object);
}

static void
ter_swatch_class_init (TerSwatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ter_swatch_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = ter_swatch_snapshot;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ter_swatch_init (TerSwatch *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), 26, 16);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/* The series' name; when there is one bar, its value too, since a thin part has no room for it. */
static char *
dup_item_text (TerFigure *figure, guint series)
{
  const char *name = ter_figure_get_series (figure, series);

  for (guint i = 0; ter_figure_get_mark (figure) == TER_MARK_ARC && i < ter_figure_get_n_data (figure); i++)
    if (ter_figure_get_datum (figure, i)->series == series)
      return ter_figure_dup_datum_text (figure, i);
  for (guint i = 0;
       ter_figure_get_n_facets (figure) == 1 && ter_figure_get_n_categories (figure) == 1 && i < ter_figure_get_n_data (figure);
       i++)
    if (ter_figure_get_datum (figure, i)->series == series)
      {
        g_autofree char *value = ter_figure_dup_value_text (figure, ter_figure_get_datum (figure, i)->value);

        return g_strdup_printf (_ ("%s: %s"), name, value);
      }
  return g_strdup (name);
}

static GtkWidget *
sample_new (TerFigure *figure, Sample sample, guint series)
{
  TerSwatch *swatch = g_object_new (TER_TYPE_SWATCH, NULL);

  swatch->figure = g_object_ref (figure);
  swatch->sample = sample;
  swatch->series = series;
  if (ter_figure_get_mark (figure) == TER_MARK_LINE)
    gtk_widget_set_size_request (GTK_WIDGET (swatch), 40, 16);
  return GTK_WIDGET (swatch);
}

static GtkWidget *
text_new (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
}

static GtkWidget *
item_new (GtkWidget *sample, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (box), sample);
  gtk_box_append (GTK_BOX (box), text_new (text));
  return box;
}

static GtkWidget *
wrap_new (const char *title)
{
  GtkWidget *legend = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 18, "line-spacing", 6, NULL);
  g_autofree char *heading = NULL;

  if (title == NULL)
    return legend;
  /* Translators: the title of a legend, before its items: "Population:". */
  heading = g_strdup_printf (_ ("%s:"), title);
  adw_wrap_box_append (ADW_WRAP_BOX (legend), text_new (heading));
  return legend;
}

static GtkWidget *
series_legend_new (TerFigure *figure)
{
  GtkWidget *legend = wrap_new (ter_figure_get_legend_title (figure));

  for (guint i = 0; i < ter_figure_get_n_series (figure); i++)
    {
      g_autofree char *text = dup_item_text (figure, i);

      adw_wrap_box_append (ADW_WRAP_BOX (legend), item_new (sample_new (figure, SERIES, i), text));
    }
  return legend;
}

/* The height of a line of text, which points are measured in. */
static double
get_line (GtkWidget *widget)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, "0");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Three round sizes. */
static GtkWidget *
size_legend_new (TerFigure *figure)
{
  GtkWidget *legend = wrap_new (ter_figure_get_size_title (figure));
  double largest = ter_figure_get_largest_size (figure);
  TerScale scale = { .domain = { 0, largest } };
  g_autoptr (GArray) ticks = ter_scale_ticks (&scale, 4);
  guint step = MAX (ticks->len / 3, 1);

  for (guint i = 1; i < ticks->len; i += step)
    {
      double size = g_array_index (ticks, double, i);
      g_autofree char *text = ter_figure_dup_size_text (figure, size);
      GtkWidget *sample = sample_new (figure, SIZE, 0);
      double radius = ter_chart_layout_get_radius (size, largest, get_line (legend));

      TER_SWATCH (sample)->radius = radius;
      gtk_widget_set_size_request (sample, (int) radius * 2 + 4, (int) radius * 2 + 4);
      adw_wrap_box_append (ADW_WRAP_BOX (legend), item_new (sample, text));
    }
  return legend;
}

/* All colours between the lowest number and the highest. */
static GtkWidget *
color_legend_new (TerFigure *figure)
{
  GtkWidget *legend = wrap_new (ter_figure_get_value_title (figure)), *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sample = sample_new (figure, COLORS, 0);
  double from, to;
  g_autofree char *least = NULL;
  g_autofree char *most = NULL;

  ter_figure_get_domain (figure, &from, &to);
  least = ter_figure_dup_value_text (figure, from);
  most = ter_figure_dup_value_text (figure, to);
  gtk_widget_set_size_request (sample, 120, 16);
  gtk_box_append (GTK_BOX (row), text_new (least));
  gtk_box_append (GTK_BOX (row), sample);
  gtk_box_append (GTK_BOX (row), text_new (most));
  adw_wrap_box_append (ADW_WRAP_BOX (legend), row);
  return legend;
}

/* What the lines and bands across the chart are, with their values. */
static GtkWidget *
guide_legend_new (TerFigure *figure)
{
  GtkWidget *legend = wrap_new (NULL);
  guint first = ter_figure_get_n_marks (figure);

  for (guint i = 0; i < ter_figure_get_n_guides (figure); i++)
    {
      g_autofree char *text = ter_figure_dup_datum_text (figure, first + i);
      GtkWidget *sample = sample_new (figure, GUIDE, i);

      gtk_widget_set_size_request (sample, 40, 16);
      adw_wrap_box_append (ADW_WRAP_BOX (legend), item_new (sample, text));
    }
  return legend;
}

GtkWidget *
ter_chart_legend_new (TerFigure *figure)
{
  GtkWidget *box;
  gboolean sized, guided;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  guided = ter_figure_get_n_guides (figure) > 0 && ter_figure_get_mark (figure) != TER_MARK_TABLE;
  sized = ter_figure_get_mark (figure) == TER_MARK_POINT && ter_figure_get_largest_size (figure) > 0;
  if (ter_figure_get_mark (figure) == TER_MARK_RECT && !guided)
    return color_legend_new (figure);
  if (!sized && !guided)
    return ter_figure_has_legend (figure) ? series_legend_new (figure) : NULL;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  if (ter_figure_has_legend (figure))
    gtk_box_append (GTK_BOX (box), series_legend_new (figure));
  if (sized)
    gtk_box_append (GTK_BOX (box), size_legend_new (figure));
  if (guided)
    gtk_box_append (GTK_BOX (box), guide_legend_new (figure));
  return box;
}
