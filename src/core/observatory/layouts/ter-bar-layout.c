/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-bar-layout.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-number.h"
#include "ter-scale.h"

/* In heights of a line of text, so that all follows the reader's font size. */
#define BAR_THICKNESS 1.2
#define GROUPED_THICKNESS 1.0
#define BAND_GAP 0.6
#define GROUPED_GAP 1.0
#define WIDE 28.0       /* wider than this: names beside the bars */
#define LABEL_PART 0.38 /* of the width, at most, for names beside the bars */
#define NAME_LINES 4.0  /* under a vertical bar */

#define SPACE 8.0
#define TIGHT 4.0
#define MOST_THICK 72.0
#define SHORT_UNIT 3 /* characters: %, €, /10 */

typedef struct
{
  TerBarLayout *layout;
  TerFigure *figure;
  guint first; /* of the panel's bars */
  guint n_bars;
  TerMeasureText measure;
  gpointer user_data;
  double line;
  guint n_categories, n_groups;
  gboolean stacked;
  TerScale scale;
} Maker;

static void
box_clear (gpointer data)
{
  g_free (((TerBarBox *) data)->text);
}

void
ter_bar_layout_free (TerBarLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->ticks);
  g_array_unref (self->bands);
  g_array_unref (self->boxes);
  g_free (self->axis_title);
  g_free (self);
}

static void
measure (Maker *maker, const char *text, TerChartText kind, double max_width, double *width, double *height)
{
  double w = 0, h = 0;

  if (text != NULL && *text != '\0')
    maker->measure (text, kind, max_width, &w, &h, maker->user_data);
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
}

static const TerDatum *
get_bar (Maker *maker, guint index)
{
  return ter_figure_get_datum (maker->figure, maker->first + index);
}

/* ---- Texts ---- */

/* The figure's own axis of values, whichever way its bars came to lie. */
static TerAxis
get_value_axis (Maker *maker)
{
  return ter_figure_is_horizontal (maker->figure) ? TER_AXIS_X : TER_AXIS_Y;
}

/* A long unit is said once, by the axis. */
static char *
dup_bar_text (TerFigure *figure, double value)
{
  const char *unit = ter_figure_get_value_unit (figure);

  if (unit != NULL && !isnan (value) && g_utf8_strlen (unit, -1) > SHORT_UNIT)
    return ter_figure_dup_value_number (figure, value);
  return ter_figure_dup_value_text (figure, value);
}

static void
make_boxes (Maker *maker)
{
  for (guint i = 0; i < maker->n_bars; i++)
    {
      const TerDatum *bar = get_bar (maker, i);
      TerBarBox box = { 0 };

      if (bar->category < maker->n_categories)
        {
          box.text = dup_bar_text (maker->figure, bar->value);
          measure (maker, box.text, TER_CHART_VALUE, 0, &box.label.width, &box.label.height);
        }
      g_array_append_val (maker->layout->boxes, box);
    }
}

/* How long the axis may be so that the value after each bar, or before a negative one, still fits in @width. */
static double
fit_values (Maker *maker, double width)
{
  double extent = maker->scale.domain[1] - maker->scale.domain[0];
  double length = width - maker->line;

  for (guint i = 0; i < maker->layout->boxes->len && !maker->stacked; i++)
    {
      double value = get_bar (maker, i)->end;
      double part = value < 0 ? 1 : (value - maker->scale.domain[0]) / extent;
      double label = g_array_index (maker->layout->boxes, TerBarBox, i).label.width + TIGHT;

      if (label > TIGHT && part > 0)
        length = MIN (length, (width - label) / part);
    }
  return MAX (length, maker->line);
}

/* What the values of negative bars need on the other side: as much as if all reached the axis' end. */
static double
get_room_before (Maker *maker)
{
  double widest = 0;

  for (guint i = 0; i < maker->layout->boxes->len && !maker->stacked; i++)
    if (get_bar (maker, i)->value < 0)
      widest = MAX (widest, g_array_index (maker->layout->boxes, TerBarBox, i).label.width + TIGHT);
  return widest;
}

/* ---- The value axis ---- */

/* Where the label of a tick below the plot begins: under its tick, but inside. */
static double
get_label_x (Maker *maker, const TerTick *tick)
{
  return CLAMP (tick->position - tick->label.width / 2, 0, MAX (maker->layout->width - tick->label.width, 0));
}

/* Whether no two labels touch, where they will stand; @drop: those that would are left out. */
static gboolean
ticks_fit (Maker *maker, gboolean drop)
{
  gboolean horizontal = maker->layout->horizontal, fit = TRUE;
  double before = -G_MAXDOUBLE;

  for (guint i = 0; i < maker->layout->ticks->len; i++)
    {
      TerTick *tick = &g_array_index (maker->layout->ticks, TerTick, i);
      double start = horizontal ? get_label_x (maker, tick) : -tick->position - tick->label.height * 0.8;

      if (start < before)
        {
          fit = FALSE;
          if (drop)
            tick->label.width = 0;
          continue;
        }
      before = start + (horizontal ? tick->label.width + SPACE : tick->label.height * 1.6);
    }
  return fit;
}

/* Ticks at most every 40 pixels, as Vega's axes have them, and never so close that their texts touch. */
static void
make_ticks (Maker *maker)
{
  double extent = fabs (maker->scale.range[1] - maker->scale.range[0]);

  for (guint count = CLAMP ((guint) ceil (extent / 40), 1, 10); count > 0; count--)
    {
      g_autoptr (GArray) values = ter_figure_dup_ticks (maker->figure, get_value_axis (maker), &maker->scale, count);
      int decimals = ter_figure_get_stack (maker->figure) == TER_STACK_NORMALIZE ? 0 : ter_ticks_get_decimals (values);

      g_array_set_size (maker->layout->ticks, 0);
      for (guint i = 0; i < values->len; i++)
        {
          TerTick tick = { .value = g_array_index (values, double, i) };

          tick.position = ter_scale_map (&maker->scale, tick.value);
          tick.text = ter_figure_dup_tick_text (maker->figure, get_value_axis (maker), tick.value, values, decimals);
          measure (maker, tick.text, TER_CHART_TICK, 0, &tick.label.width, &tick.label.height);
          g_array_append_val (maker->layout->ticks, tick);
        }
      if (ticks_fit (maker, FALSE))
        return;
    }
  ticks_fit (maker, TRUE);
}

static void
place_ticks (Maker *maker)
{
  TerBarLayout *layout = maker->layout;

  for (guint i = 0; i < layout->ticks->len; i++)
    {
      TerTick *tick = &g_array_index (layout->ticks, TerTick, i);

      if (layout->horizontal)
        {
          tick->label.x = get_label_x (maker, tick);
          tick->label.y = layout->plot.y + layout->plot.height + TIGHT;
        }
      else
        {
          tick->label.x = layout->plot.x - TIGHT - tick->label.width;
          tick->label.y = tick->position - tick->label.height / 2;
        }
    }
}

/* ---- Bars ---- */

/* The bar's own part of its category: @start and @thickness across, the scale along. */
static void
place_bar (Maker *maker, guint index, double start, double thickness)
{
  TerBarBox *box = &g_array_index (maker->layout->boxes, TerBarBox, index);
  const TerDatum *bar = get_bar (maker, index);
  double from = ter_scale_map (&maker->scale, bar->start), to = ter_scale_map (&maker->scale, bar->end);

  if (maker->layout->horizontal)
    box->rect = (TerRect) { MIN (from, to), start, fabs (to - from), thickness };
  else
    box->rect = (TerRect) { start, MIN (from, to), thickness, fabs (to - from) };
}

static void
place_value (Maker *maker, guint index)
{
  TerBarBox *box = &g_array_index (maker->layout->boxes, TerBarBox, index);
  gboolean negative = get_bar (maker, index)->value < 0;
  TerRect *rect = &box->rect, *label = &box->label;

  box->inside = maker->stacked;
  label->x = rect->x + (rect->width - label->width) / 2;
  label->y = rect->y + (rect->height - label->height) / 2;
  if (maker->stacked)
    {
      if (label->width + TIGHT > rect->width || label->height > rect->height)
        label->width = 0;
    }
  else if (maker->layout->horizontal)
    label->x = negative ? rect->x - TIGHT - label->width : rect->x + rect->width + TIGHT;
  else
    {
      label->y = negative ? rect->y + rect->height + 2 : rect->y - 2 - label->height;
      if (label->width > MAX (rect->width * 1.3, maker->line * 2))
        label->width = 0;
    }
}

static void
place_bars_of (Maker *maker, guint category, double start, double thickness, double step)
{
  for (guint i = 0; i < maker->layout->boxes->len; i++)
    {
      const TerDatum *bar = get_bar (maker, i);

      if (bar->category != category)
        continue;
      place_bar (maker, i, start + step * bar->group, thickness);
      place_value (maker, i);
    }
}

/* ---- Horizontal ---- */

static double
get_label_column (Maker *maker)
{
  double widest = 0;

  if (maker->layout->width < maker->line * WIDE)
    return 0;
  for (guint i = 0; i < maker->n_categories; i++)
    {
      double width;

      measure (maker, ter_figure_get_category (maker->figure, i), TER_CHART_LABEL, maker->layout->width * LABEL_PART, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest > 0 ? widest + SPACE : 0;
}

static double
place_band (Maker *maker, guint category, double column, double y)
{
  TerBarLayout *layout = maker->layout;
  gboolean grouped = maker->n_groups > 1;
  double thickness =
    maker->line * (grouped ? GROUPED_THICKNESS : BAR_THICKNESS) * (maker->stacked && maker->n_categories == 1 ? 1.6 : 1);
  double step = thickness + (grouped ? 2 : 0);
  double bars = step * maker->n_groups - (grouped ? 2 : 0);
  double gap = maker->line * (grouped ? GROUPED_GAP : BAND_GAP);
  TerBand band = { 0 };
  double block;

  measure (maker, ter_figure_get_category (maker->figure, category), TER_CHART_LABEL, column > 0 ? column - SPACE : layout->width,
           &band.label.width, &band.label.height);
  if (column > 0)
    {
      block = MAX (bars, band.label.height);
      band.label.y = y + gap / 2 + (block - band.label.height) / 2;
      place_bars_of (maker, category, y + gap / 2 + (block - bars) / 2, thickness, step);
    }
  else
    {
      double above = band.label.height > 0 ? band.label.height + 2 : 0;

      block = above + bars;
      band.label.y = y + gap / 2;
      place_bars_of (maker, category, y + gap / 2 + above, thickness, step);
    }
  band.area = (TerRect) { 0, y, layout->width, block + gap };
  band.grid = band.area;
  if (column == 0 && band.label.height > 0)
    band.grid = (TerRect) { 0, y + gap / 2 + band.label.height + 2, layout->width, bars };
  g_array_append_val (layout->bands, band);
  return y + block + gap;
}

static void
lay_out_horizontal (Maker *maker)
{
  TerBarLayout *layout = maker->layout;
  double column = get_label_column (maker);
  double before = get_room_before (maker);
  double y = 0, tick_height;

  layout->horizontal = TRUE;
  layout->plot = (TerRect) { .x = column + before };
  layout->plot.width = fit_values (maker, layout->width - layout->plot.x);
  maker->scale.range[0] = layout->plot.x;
  maker->scale.range[1] = layout->plot.x + layout->plot.width;
  for (guint i = 0; i < maker->n_categories; i++)
    y = place_band (maker, i, column, y);
  layout->plot.height = y;
  make_ticks (maker);
  place_ticks (maker);
  measure (maker, "0", TER_CHART_TICK, 0, NULL, &tick_height);
  layout->height = y + TIGHT + tick_height;
  measure (maker, layout->axis_title, TER_CHART_TICK, layout->width, &layout->axis_label.width, &layout->axis_label.height);
  layout->axis_label.x = MAX (layout->plot.x + layout->plot.width - layout->axis_label.width, 0);
  layout->axis_label.y = layout->height + 2;
  layout->height += layout->axis_label.height + 2;
}

/* ---- Vertical ---- */

/* Whether all names fit under their bars, and how high they then are. */
static gboolean
names_fit (Maker *maker, double step, double *height)
{
  *height = 0;
  for (guint i = 0; i < maker->n_categories; i++)
    {
      double w, h;

      measure (maker, ter_figure_get_category (maker->figure, i), TER_CHART_NAME, MAX (step - TIGHT, 1), &w, &h);
      if (w > step - TIGHT + 0.5 || h > maker->line * (NAME_LINES + 0.5))
        return FALSE;
      *height = MAX (*height, h);
    }
  return TRUE;
}

static double
get_widest_tick (Maker *maker)
{
  double widest = 0;

  for (guint i = 0; i < maker->layout->ticks->len; i++)
    widest = MAX (widest, g_array_index (maker->layout->ticks, TerTick, i).label.width);
  return widest;
}

/* How far the values of bars below zero reach under the plot, where the names stand. */
static double
get_room_below (Maker *maker)
{
  double foot = maker->layout->plot.y + maker->layout->plot.height, room = 0;

  for (guint i = 0; i < maker->layout->boxes->len; i++)
    {
      const TerRect *label = &g_array_index (maker->layout->boxes, TerBarBox, i).label;

      if (label->width > 0 && get_bar (maker, i)->value < 0)
        room = MAX (room, label->y + label->height - foot);
    }
  return room;
}

/* Names stand below them. */
static void
lower_names (Maker *maker, double room)
{
  for (guint i = 0; i < maker->layout->bands->len; i++)
    {
      TerBand *band = &g_array_index (maker->layout->bands, TerBand, i);

      band->label.y += room;
      band->area.height += room;
    }
  maker->layout->height += room;
}

static gboolean
lay_out_vertical (Maker *maker)
{
  TerBarLayout *layout = maker->layout;
  double names, bar;
  TerBandScale bands;

  layout->horizontal = FALSE;
  measure (maker, layout->axis_title, TER_CHART_TICK, layout->width, &layout->axis_label.width, &layout->axis_label.height);
  layout->plot.y = layout->axis_label.height + maker->line * 1.2;
  layout->plot.height = CLAMP (layout->width * 0.45, maker->line * 11, maker->line * 18);
  maker->scale.range[0] = layout->plot.y + layout->plot.height;
  maker->scale.range[1] = layout->plot.y;
  make_ticks (maker);
  layout->plot.x = get_widest_tick (maker) + SPACE;
  layout->plot.width = MAX (layout->width - layout->plot.x, 1);
  ter_band_scale_init (&bands, maker->n_categories, layout->plot.x, layout->plot.x + layout->plot.width,
                       maker->n_groups > 1 ? 0.2 : 0.3, 0.15);
  bar = MIN (bands.bandwidth / maker->n_groups, MOST_THICK);
  if (!names_fit (maker, bands.step, &names) || bar < maker->line * 0.5)
    return FALSE;
  place_ticks (maker);
  for (guint i = 0; i < maker->n_categories; i++)
    {
      double start = ter_band_scale_map (&bands, i), middle = start + bands.bandwidth / 2;
      TerBand band = { .area = { start, 0, bands.bandwidth, layout->plot.y + layout->plot.height + SPACE + names },
                       .grid = { layout->plot.x + bands.step * i, layout->plot.y, bands.step, layout->plot.height } };

      measure (maker, ter_figure_get_category (maker->figure, i), TER_CHART_NAME, bands.step - TIGHT, &band.label.width,
               &band.label.height);
      band.label.x = middle - band.label.width / 2;
      band.label.y = layout->plot.y + layout->plot.height + SPACE;
      g_array_append_val (layout->bands, band);
      place_bars_of (maker, i, middle - bar * maker->n_groups / 2, bar - (maker->n_groups > 1 ? 1 : 0), bar);
    }
  layout->height = layout->plot.y + layout->plot.height + SPACE + names;
  lower_names (maker, get_room_below (maker));
  return TRUE;
}

TerBarLayout *
ter_bar_layout_new (TerFigure *figure, guint facet, double width, guint max_categories, TerMeasureText measure_text,
                    gpointer user_data)
{
  TerBarLayout *self = g_new0 (TerBarLayout, 1);
  Maker maker = { .layout = self, .figure = figure, .measure = measure_text, .user_data = user_data };

  self->width = width;
  self->ticks = g_array_new (FALSE, TRUE, sizeof (TerTick));
  self->bands = g_array_new (FALSE, TRUE, sizeof (TerBand));
  self->boxes = g_array_new (FALSE, TRUE, sizeof (TerBarBox));
  g_array_set_clear_func (self->ticks, ter_tick_clear);
  g_array_set_clear_func (self->boxes, box_clear);
  g_return_val_if_fail (TER_IS_FIGURE (figure) && measure_text != NULL, self);

  self->axis_title = ter_figure_dup_axis_title (figure, get_value_axis (&maker));
  measure (&maker, "0", TER_CHART_VALUE, 0, NULL, &maker.line);
  ter_figure_get_facet_data (figure, facet, &maker.first, &maker.n_bars);
  maker.n_bars -= ter_figure_get_n_guides (figure);
  maker.n_groups = MAX (ter_figure_get_n_groups (figure), 1);
  maker.n_categories = ter_figure_get_n_categories (figure);
  if (max_categories > 0)
    maker.n_categories = MIN (maker.n_categories, max_categories);
  maker.stacked = ter_figure_get_stack (figure) != TER_STACK_NONE;
  ter_figure_get_domain (figure, &maker.scale.domain[0], &maker.scale.domain[1]);
  make_boxes (&maker);
  if (ter_figure_is_horizontal (figure) || !lay_out_vertical (&maker))
    lay_out_horizontal (&maker);
  self->zero = ter_scale_map (&maker.scale, 0);
  return self;
}

int
ter_bar_layout_hit (TerBarLayout *self, double x, double y)
{
  double nearest = 12;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const TerBarBox *box = &g_array_index (self->boxes, TerBarBox, i);
      double dx, dy, distance;

      if (box->text == NULL)
        continue;
      dx = MAX (MAX (box->rect.x - x, x - box->rect.x - box->rect.width), 0);
      dy = MAX (MAX (box->rect.y - y, y - box->rect.y - box->rect.height), 0);
      distance = hypot (dx, dy);
      if (distance < nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}
