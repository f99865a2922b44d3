/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-picture.h"

#include <math.h>

#include "ter-paint-chart.h"
#include "ter-paint-map.h"
#include "ter-painter.h"

#define MARGIN 24
#define SPACING 12 /* between what stands below one another */
#define BESIDE 18  /* between what stands beside one another */
#define CLOSE 6
#define NUMBER_SIZE 2.4
#define PANEL_WIDTH 220.0 /* at least, side by side */

/* One thing that is drawn, at its place. Which one tells what is set. */
typedef struct
{
  TerRect rect;
  PangoLayout *text;
  const char *tag; /* of a text */
  TerLegend *legend;
  const TerLegendItem *item; /* the legend's */
  TerFigure *figure;
  TerChartLayout *chart;
  guint facet;
  TerMapLayout *map;
  TerMapScale scale;
  double *values;
  int own;
} Block;

struct _TerPicture
{
  TerPaintStyle style;
  PangoContext *context;
  TerPaintTexts *texts;
  GArray *blocks;           /* of Block */
  double width;             /* between margins */
  double y;                 /* where the next one stands */
  double row_x, row_bottom; /* of maps side by side */
};

static void
block_clear (gpointer data)
{
  Block *block = data;

  g_clear_object (&block->text);
  g_clear_object (&block->figure);
  g_clear_object (&block->map);
  g_clear_pointer (&block->legend, ter_legend_unref);
  g_clear_pointer (&block->chart, ter_chart_layout_free);
  g_free (block->values);
}

TerPicture *
ter_picture_new (const TerPaintStyle *style, double width)
{
  TerPicture *self = g_new0 (TerPicture, 1);

  self->style = *style;
  self->context = ter_paint_style_create_context (style);
  self->texts = ter_paint_texts_new (self->context);
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->blocks, block_clear);
  self->width = MAX (floor (width), 1);
  return self;
}

void
ter_picture_free (TerPicture *self)
{
  g_array_unref (self->blocks);
  ter_paint_texts_free (self->texts);
  g_object_unref (self->context);
  g_free (self);
}

/* ---- Texts ---- */

/* @text at a place, broken at @width; its rectangle. */
static TerRect
put_text (TerPicture *self, const char *text, double size, PangoWeight weight, const char *tag, double x, double y, double width)
{
  Block block = { .text = ter_paint_texts_create (self->texts, text, size, weight), .tag = tag };
  int w, h;

  pango_layout_set_width (block.text, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (block.text, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (block.text, &w, &h);
  block.rect = (TerRect) { x, y, w, h };
  g_array_append_val (self->blocks, block);
  return block.rect;
}

/* What follows stands below what is there. */
static void
end_row (TerPicture *self)
{
  self->y = MAX (self->y, self->row_bottom);
  self->row_x = 0;
}

void
ter_picture_add_text (TerPicture *self, const char *text, TerPictureText kind)
{
  static const struct
  {
    double size;
    PangoWeight weight;
    const char *tag;
  } looks[] = {
    [TER_PICTURE_TITLE] = { 1.2, PANGO_WEIGHT_BOLD, "H1" },
    [TER_PICTURE_HEADING] = { 1.0, PANGO_WEIGHT_BOLD, "H2" },
    [TER_PICTURE_FOOT] = { 0.85, PANGO_WEIGHT_NORMAL, "P" },
  };

  if (text == NULL || *text == '\0')
    return;
  end_row (self);
  self->y += put_text (self, text, looks[kind].size, looks[kind].weight, looks[kind].tag, 0, self->y, self->width).height + SPACING;
}

/* ---- The legend ---- */

/* Where the words of a legend go on. */
typedef struct
{
  double left, width;  /* of all of it */
  double x, y, height; /* of the line */
} Pen;

static double
measure (TerPicture *self, const char *text)
{
  g_autoptr (PangoLayout) layout = text != NULL ? ter_paint_texts_create (self->texts, text, 1, PANGO_WEIGHT_NORMAL) : NULL;
  int width = 0;

  if (layout != NULL)
    pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Begins a new line when what comes next is wider than what is left. */
static void
make_room (Pen *pen, double width)
{
  if (pen->x > pen->left && pen->x + width > pen->left + pen->width)
    {
      pen->y += pen->height + CLOSE;
      pen->x = pen->left;
      pen->height = 0;
    }
}

static void
put_word (TerPicture *self, Pen *pen, const char *text)
{
  TerRect rect;

  if (text == NULL)
    return;
  rect = put_text (self, text, 1, PANGO_WEIGHT_NORMAL, "Span", pen->x, pen->y, MAX (pen->left + pen->width - pen->x, 1));
  pen->x += rect.width + CLOSE;
  pen->height = MAX (pen->height, rect.height);
}

static void
put_item (TerPicture *self, Pen *pen, TerLegend *legend, const TerLegendItem *item)
{
  double line = measure (self, item->before) + measure (self, item->text) + item->width + 2 * CLOSE;
  Block block = { .legend = legend, .item = item };

  make_room (pen, line);
  put_word (self, pen, item->before);
  if (item->sample != TER_SAMPLE_NONE)
    {
      double height = self->style.size * 1.3;

      pen->height = MAX (pen->height, MAX (item->height, height));
      block.legend = ter_legend_ref (legend);
      block.rect = (TerRect) { pen->x, pen->y + MAX ((height - item->height) / 2, 0), item->width, item->height };
      g_array_append_val (self->blocks, block);
      pen->x += item->width + CLOSE;
    }
  put_word (self, pen, item->text);
  pen->x += BESIDE - CLOSE;
}

/* Its height. @legend: nullable */
static double
put_legend (TerPicture *self, TerLegend *legend, double x, double y, double width)
{
  Pen pen = { x, width, x, y, 0 };

  for (guint i = 0; legend != NULL && i < ter_legend_get_n_groups (legend); i++)
    {
      const TerLegendGroup *group = ter_legend_get_group (legend, i);

      if (group->title != NULL)
        make_room (&pen, measure (self, group->title));
      put_word (self, &pen, group->title);
      for (guint j = 0; j < group->items->len; j++)
        put_item (self, &pen, legend, &g_array_index (group->items, TerLegendItem, j));
      /* The next group begins a line. */
      make_room (&pen, G_MAXDOUBLE);
    }
  return pen.y - y;
}

/* ---- Charts ---- */

/* Its height, with its name. */
static double
put_panel (TerPicture *self, TerFigure *figure, guint facet, guint max_categories, int own, double x, double y, double width)
{
  const char *name = ter_figure_get_n_facets (figure) > 1 ? ter_figure_get_facet (figure, facet) : "";
  Block block = { .figure = g_object_ref (figure), .facet = facet, .own = own };
  double top = y;

  if (*name != '\0')
    top += put_text (self, name, 1, PANGO_WEIGHT_BOLD, "H2", x, y, width).height + CLOSE;
  block.chart = ter_chart_layout_new_folded (figure, facet, width, max_categories, ter_paint_texts_measure, self->texts);
  block.rect = (TerRect) { x, top, width, block.chart->height };
  g_array_append_val (self->blocks, block);
  return top + block.chart->height - y;
}

/* The height of a line of text, which points are measured in. */
static double
get_line (TerPicture *self)
{
  double width, height;

  ter_paint_texts_measure ("0", TER_CHART_VALUE, 0, &width, &height, self->texts);
  return height;
}

/* The mark `text`: one number, or one text, large. A table is nothing that is drawn. */
static void
add_number (TerPicture *self, TerFigure *figure)
{
  g_autofree char *text = ter_figure_get_mark (figure) == TER_MARK_TEXT ? ter_figure_dup_text (figure) : NULL;

  if (text != NULL)
    self->y += put_text (self, text, NUMBER_SIZE, PANGO_WEIGHT_ULTRABOLD, "P", 0, self->y, self->width).height + SPACING;
}

void
ter_picture_add_figure (TerPicture *self, TerFigure *figure, guint max_categories, int own)
{
  g_autoptr (TerLegend) legend = NULL;
  double room, width, height = 0;
  guint n, n_columns = 1;

  g_return_if_fail (self != NULL && TER_IS_FIGURE (figure));

  end_row (self);
  if (ter_painter_find (ter_figure_get_mark (figure)) == NULL)
    {
      add_number (self, figure);
      return;
    }
  legend = ter_legend_new (figure, get_line (self));
  self->y += put_legend (self, legend, 0, self->y, self->width) + (legend != NULL ? CLOSE : 0);
  n = ter_figure_get_n_facets (figure);
  room = floor ((self->width + BESIDE) / (PANEL_WIDTH + BESIDE));
  if (ter_figure_has_facet_columns (figure))
    n_columns = CLAMP ((guint) room, 1, n);
  width = floor ((self->width - (n_columns - 1) * BESIDE) / n_columns);
  for (guint i = 0; i < n; i++)
    {
      double own_height = put_panel (self, figure, i, max_categories, own, i % n_columns * (width + BESIDE), self->y, width);

      height = MAX (height, own_height);
      if (i % n_columns + 1 < n_columns && i + 1 < n)
        continue;
      self->y += height + SPACING;
      height = 0;
    }
}

/* ---- Maps ---- */

static double
get_map_width (TerMapLayout *layout)
{
  double right = 0;

  for (guint i = 0; i < ter_map_layout_get_n_panels (layout); i++)
    right = MAX (right, ter_map_layout_get_panel (layout, i)->x + ter_map_layout_get_panel (layout, i)->width);
  return right;
}

static double
get_map_height (TerMapLayout *layout)
{
  double bottom = 0;

  for (guint i = 0; i < ter_map_layout_get_n_panels (layout); i++)
    bottom = MAX (bottom, ter_map_layout_get_panel (layout, i)->y + ter_map_layout_get_panel (layout, i)->height);
  return bottom;
}

void
ter_picture_add_map (TerPicture *self, const char *heading, TerMapLayout *layout, const TerMapScale *scale, const double *values,
                     int own, const char *foot)
{
  guint n = ter_map_geometry_get_n_features (ter_map_layout_get_geometry (layout));
  g_autoptr (TerLegend) legend = ter_legend_new_for_map (scale, values, n);
  double width = get_map_width (layout), x, y;
  Block block = { .map = g_object_ref (layout), .scale = *scale, .own = own };

  if (self->row_x > 0 && self->row_x + width > self->width)
    end_row (self);
  x = self->row_x;
  y = self->y;
  if (heading != NULL && *heading != '\0')
    y += put_text (self, heading, 1, PANGO_WEIGHT_BOLD, "H2", x, y, width).height + CLOSE;
  block.values = g_memdup2 (values, n * sizeof (double));
  block.rect = (TerRect) { x, y, width, get_map_height (layout) };
  g_array_append_val (self->blocks, block);
  y += block.rect.height + SPACING;
  y += put_legend (self, legend, x, y, width);
  if (foot != NULL && *foot != '\0')
    y += put_text (self, foot, 1, PANGO_WEIGHT_BOLD, "P", x, y, width).height + CLOSE;
  self->row_x = x + width + BESIDE;
  self->row_bottom = MAX (self->row_bottom, y + SPACING);
}

/* ---- Drawing ---- */

double
ter_picture_get_width (TerPicture *self)
{
  return self->width + 2 * MARGIN;
}

double
ter_picture_get_height (TerPicture *self)
{
  return MAX (self->y, self->row_bottom) - SPACING + 2 * MARGIN;
}

static void
draw_block (TerPicture *self, const Block *block, TerCanvas *canvas)
{
  const TerPaintChart chart = { block->figure, block->facet, block->chart, &self->style, self->texts, -1, -1, block->own };
  const TerPaintMap map = { block->map, &block->scale, block->values, &self->style, self->texts, -1, -1, block->own };

  ter_canvas_tag (canvas, block->tag != NULL ? block->tag : "Figure");
  ter_canvas_group (canvas, block->rect.x, round (block->rect.y), 1, 1);
  if (block->text != NULL)
    ter_canvas_text (canvas, block->text, 0, 0, &self->style.text);
  else if (block->legend != NULL)
    ter_legend_draw_sample (block->legend, block->item, canvas, &self->style);
  else if (block->figure != NULL)
    ter_paint_chart_draw (&chart, canvas);
  else
    ter_paint_map_draw (&map, canvas);
  ter_canvas_pop (canvas);
  ter_canvas_pop (canvas);
}

void
ter_picture_draw (TerPicture *self, TerCanvas *canvas)
{
  ter_canvas_fill_rect (canvas, 0, 0, ter_picture_get_width (self), ter_picture_get_height (self), &self->style.card);
  ter_canvas_group (canvas, MARGIN, MARGIN, 1, 1);
  for (guint i = 0; i < self->blocks->len; i++)
    draw_block (self, &g_array_index (self->blocks, Block, i), canvas);
  ter_canvas_pop (canvas);
}
