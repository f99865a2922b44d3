/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-class-words.h"
#include "ter-map-colors.h"
#include "ter-number.h"
#include "ter-paint-guide.h"
#include "ter-painter.h"

#define WIDTH 26
#define HEIGHT 16
#define LINE_WIDTH 40
#define BAND_WIDTH 120
#define HATCHING 8.0

struct _TerLegend
{
  TerFigure *figure; /* nullable: it is a map's */
  TerMapScale scale;
  GArray *groups; /* of TerLegendGroup */
};

static void
item_clear (gpointer data)
{
  TerLegendItem *item = data;

  g_free (item->before);
  g_free (item->text);
}

static void
group_clear (gpointer data)
{
  TerLegendGroup *group = data;

  g_free (group->title);
  g_array_unref (group->items);
}

static TerLegend *
legend_new (TerFigure *figure)
{
  TerLegend *self = g_atomic_rc_box_new0 (TerLegend);

  self->figure = figure != NULL ? g_object_ref (figure) : NULL;
  self->groups = g_array_new (FALSE, TRUE, sizeof (TerLegendGroup));
  g_array_set_clear_func (self->groups, group_clear);
  return self;
}

/* (transfer none): its items; @title: nullable */
static GArray *
add_group (TerLegend *self, const char *title)
{
  TerLegendGroup group = { .items = g_array_new (FALSE, TRUE, sizeof (TerLegendItem)) };

  g_array_set_clear_func (group.items, item_clear);
  if (title != NULL)
    /* Translators: the title of a legend, before its items: "Population:". */
    group.title = g_strdup_printf (_ ("%s:"), title);
  g_array_append_val (self->groups, group);
  return group.items;
}

/* @text: (transfer full) */
static TerLegendItem *
add_item (GArray *items, TerSample sample, guint index, double width, char *text)
{
  TerLegendItem item = {
    .sample = sample, .index = index, .width = width, .height = sample != TER_SAMPLE_NONE ? HEIGHT : 0, .text = text
  };

  g_array_append_val (items, item);
  return &g_array_index (items, TerLegendItem, items->len - 1);
}

/* ---- Charts ---- */

/* The series' name; when there is one bar, its value too, since a thin part has no room for it. */
static char *
dup_series_text (TerFigure *figure, guint series)
{
  const char *name = ter_figure_get_series (figure, series);
  gboolean alone = ter_figure_get_n_facets (figure) == 1 && ter_figure_get_n_categories (figure) == 1;
  gboolean parts = ter_figure_get_mark (figure) == TER_MARK_ARC;

  for (guint i = 0; (alone || parts) && i < ter_figure_get_n_data (figure); i++)
    if (ter_figure_get_datum (figure, i)->series == series)
      {
        g_autofree char *value = NULL;

        if (parts)
          return ter_figure_dup_datum_text (figure, i);
        value = ter_figure_dup_value_text (figure, ter_figure_get_datum (figure, i)->value);
        return g_strdup_printf (_ ("%s: %s"), name, value);
      }
  return g_strdup (name);
}

static void
add_series (TerLegend *self)
{
  GArray *items = add_group (self, ter_figure_get_legend_title (self->figure));
  double width = ter_figure_get_mark (self->figure) == TER_MARK_LINE ? LINE_WIDTH : WIDTH;

  for (guint i = 0; i < ter_figure_get_n_series (self->figure); i++)
    add_item (items, TER_SAMPLE_SERIES, i, width, dup_series_text (self->figure, i));
  if (ter_figure_get_n_series (self->figure) > TER_SERIES_LOOKS)
    /* Translators: at the end of a legend of too many series: how many looks there are. */
    add_item (items, TER_SAMPLE_NONE, 0, 0,
              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "after %u, colours and patterns come again",
                                            "after %u, colours and patterns come again", TER_SERIES_LOOKS),
                               TER_SERIES_LOOKS));
}

/* Three round sizes. */
static void
add_sizes (TerLegend *self, double line)
{
  GArray *items = add_group (self, ter_figure_get_size_title (self->figure));
  double largest = ter_figure_get_largest_size (self->figure);
  TerScale scale = { .domain = { 0, largest } };
  g_autoptr (GArray) ticks = ter_scale_ticks (&scale, 4);
  guint step = MAX (ticks->len / 3, 1);

  for (guint i = 1; i < ticks->len; i += step)
    {
      double size = g_array_index (ticks, double, i);
      TerLegendItem *item = add_item (items, TER_SAMPLE_SIZE, 0, 0, ter_figure_dup_size_text (self->figure, size));

      item->radius = ter_chart_layout_get_radius (size, largest, line);
      item->width = item->height = floor (item->radius) * 2 + 4;
    }
}

static void
add_heat (TerLegend *self)
{
  GArray *items = add_group (self, ter_figure_get_value_title (self->figure));
  TerLegendItem *item;
  double from, to;

  ter_figure_get_domain (self->figure, &from, &to);
  item = add_item (items, TER_SAMPLE_HEAT, 0, BAND_WIDTH, ter_figure_dup_value_text (self->figure, to));
  item->before = ter_figure_dup_value_text (self->figure, from);
}

/* What the lines and bands across the chart are, with their values. */
static void
add_guides (TerLegend *self)
{
  GArray *items = add_group (self, NULL);
  guint first = ter_figure_get_n_marks (self->figure);

  for (guint i = 0; i < ter_figure_get_n_guides (self->figure); i++)
    add_item (items, TER_SAMPLE_GUIDE, i, LINE_WIDTH, ter_figure_dup_datum_text (self->figure, first + i));
}

TerLegend *
ter_legend_new (TerFigure *figure, double line)
{
  g_autoptr (TerLegend) self = NULL;
  TerMark mark;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  self = legend_new (figure);
  mark = ter_figure_get_mark (figure);
  if (mark == TER_MARK_RECT)
    add_heat (self);
  else if (ter_figure_has_legend (figure))
    add_series (self);
  if (mark == TER_MARK_POINT && ter_figure_get_largest_size (figure) > 0)
    add_sizes (self, line);
  if (ter_figure_get_n_guides (figure) > 0 && mark != TER_MARK_TABLE)
    add_guides (self);
  return self->groups->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* ---- Maps ---- */

static void
add_scale (TerLegend *self)
{
  const TerMapScale *scale = &self->scale;
  GArray *items = add_group (self, NULL);
  TerLegendItem *item =
    add_item (items, TER_SAMPLE_SCALE, 0, BAND_WIDTH, ter_class_words_dup_bound (&scale->classes, scale->to, 1));
  g_autofree char *middle = ter_class_words_dup_bound (&scale->classes, scale->middle, 1);

  item->before = ter_class_words_dup_bound (&scale->classes, scale->from, 1);
  if (scale->diverging)
    /* Translators: what a map's colours go away from, in both directions: "middle: 0". */
    add_item (items, TER_SAMPLE_NONE, 0, 0, g_strdup_printf (_ ("middle: %s"), middle));
}

static char *
dup_counted (const char *words, guint n)
{
  /* Translators: a class of a map's legend and how many territories are in it: "3 to 5 (12)". */
  return g_strdup_printf (_ ("%s (%u)"), words, n);
}

TerLegend *
ter_legend_new_for_map (const TerMapScale *scale, const double *values, guint n_values)
{
  TerLegend *self = legend_new (NULL);
  gboolean whole = ter_class_words_is_whole (values, n_values);
  guint counts[TER_MAX_CLASSES] = { 0 }, n_missing = 0;
  GArray *items;

  self->scale = *scale;
  for (guint i = 0; i < n_values; i++)
    {
      int class = ter_map_scale_find (scale, values[i]);

      if (class < 0)
        n_missing++;
      else if (!scale->continuous)
        counts[class]++;
    }
  if (scale->continuous)
    add_scale (self);
  else
    add_group (self, NULL);
  items = g_array_index (self->groups, TerLegendGroup, 0).items;
  for (guint i = 0; !scale->continuous && i < scale->classes.n_classes; i++)
    {
      g_autofree char *range = ter_class_words_dup_range (&scale->classes, i, whole);

      add_item (items, TER_SAMPLE_CLASS, i, WIDTH, dup_counted (range, counts[i]));
    }
  if (n_missing > 0)
    add_item (items, TER_SAMPLE_MISSING, 0, WIDTH, dup_counted (_ ("no data"), n_missing));
  return self;
}

/* ---- Samples ---- */

static void
draw_series (TerLegend *self, const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  const TerPainter *painter = ter_painter_find (ter_figure_get_mark (self->figure));
  TerSeriesLook look = ter_series_look_new (style, self->figure, item->index);
  const TerPath path = { .rect = { 0, 0, item->width, item->height }, .radius = 2 };

  if (painter != NULL && painter->sample != NULL)
    painter->sample (&look, canvas, self->figure, item->width, item->height);
  else
    ter_series_look_fill (&look, canvas, &path);
}

static void
draw_size (const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  g_auto (TerPath) path = TER_PATH_INIT;
  const TerPen pen = { .width = 1.5 };

  ter_path_circle (&path, item->width / 2, item->height / 2, item->radius);
  ter_canvas_stroke (canvas, &path, &pen, &style->text);
}

static void
draw_heat (const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  for (double x = 0; x < item->width; x += 2)
    {
      TerColor color = ter_paint_style_get_heat (style, x / MAX (item->width - 2, 1));

      ter_canvas_fill_rect (canvas, x, 0, MIN (2, item->width - x), item->height, &color);
    }
  if (style->high_contrast)
    ter_canvas_frame (canvas, &(TerRect) { 0, 0, item->width, item->height }, 0, 1, &style->text);
}

static void
draw_guide (TerLegend *self, const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  const TerGuide *guide = ter_figure_get_guide (self->figure, item->index);
  gboolean line = guide->from == guide->to;

  ter_paint_guide_draw (guide, canvas, style,
                        &(TerRect) { 0, line ? item->height / 2 : 1, item->width, line ? 0 : item->height - 2 }, FALSE, FALSE);
}

static void
draw_hatching (const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  const TerPath frame = TER_PATH_RECT (0, 0, item->width, item->height);
  const TerPen pen = { .width = 1.5 };
  g_auto (TerPath) lines = TER_PATH_INIT;
  TerColor line, border;

  ter_map_colors_get_hatched (style, 1, &line, &border);
  for (double x = -item->height; x < item->width; x += HATCHING)
    {
      ter_path_move (&lines, x, item->height);
      ter_path_line (&lines, x + item->height, 0);
    }
  ter_canvas_clip (canvas, &frame);
  ter_canvas_stroke (canvas, &lines, &pen, &line);
  ter_canvas_pop (canvas);
}

static void
draw_map_sample (TerLegend *self, const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  guint n = item->sample == TER_SAMPLE_SCALE ? TER_MAP_SCALE_STEPS : 1;
  TerColor border = ter_color_fade (&style->text, style->high_contrast ? 1.0 : 0.3);

  if (item->sample == TER_SAMPLE_MISSING)
    draw_hatching (item, canvas, style);
  for (guint i = 0; i < n && item->sample != TER_SAMPLE_MISSING; i++)
    {
      double from = floor (item->width * i / n), to = floor (item->width * (i + 1) / n);
      TerColor color = ter_map_colors_get_class (style, &self->scale, n > 1 ? i : item->index);

      ter_canvas_fill_rect (canvas, from, 0, to - from, item->height, &color);
    }
  ter_canvas_frame (canvas, &(TerRect) { 0, 0, item->width, item->height }, 0, 1, &border);
}

void
ter_legend_draw_sample (TerLegend *self, const TerLegendItem *item, TerCanvas *canvas, const TerPaintStyle *style)
{
  switch (item->sample)
    {
    case TER_SAMPLE_SERIES: draw_series (self, item, canvas, style); break;
    case TER_SAMPLE_SIZE: draw_size (item, canvas, style); break;
    case TER_SAMPLE_HEAT: draw_heat (item, canvas, style); break;
    case TER_SAMPLE_GUIDE: draw_guide (self, item, canvas, style); break;
    case TER_SAMPLE_CLASS:
    case TER_SAMPLE_MISSING:
    case TER_SAMPLE_SCALE: draw_map_sample (self, item, canvas, style); break;
    case TER_SAMPLE_NONE:
    default: break;
    }
}

/* ---- The value ---- */

TerLegend *
ter_legend_ref (TerLegend *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
legend_clear (gpointer data)
{
  TerLegend *self = data;

  g_clear_object (&self->figure);
  g_array_unref (self->groups);
}

void
ter_legend_unref (TerLegend *self)
{
  g_atomic_rc_box_release_full (self, legend_clear);
}

guint
ter_legend_get_n_groups (TerLegend *self)
{
  return self->groups->len;
}

const TerLegendGroup *
ter_legend_get_group (TerLegend *self, guint group)
{
  return &g_array_index (self->groups, TerLegendGroup, group);
}
