/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-json.h"
#include "ter-mark-plot.h"
#include "ter-number.h"

/* A whole in parts: a disc, or a ring (https://vega.github.io/vega-lite/docs/arc.html). */

#define DIAMETER 17.0 /* in heights of a line of text */
#define HOLE 0.55     /* of the radius: thick enough for a number */

#define LARGEST_PARTS 3

/* Where it begins and ends, in radians: the author's, or once around. */
static gboolean
read_turn (const TerChannel *theta, double turn[2])
{
  JsonObject *scale = ter_json_get_object (theta->object, "scale");
  JsonArray *range = ter_json_get_array (scale, "range");

  turn[0] = 0;
  turn[1] = 2 * G_PI;
  if (scale == NULL || !json_object_has_member (scale, "range"))
    return TRUE;
  for (guint i = 0; i < 2; i++)
    {
      JsonNode *node = ter_json_array_length (range) == 2 ? json_array_get_element (range, i) : NULL;

      if (!ter_json_node_is_number (node) || !(fabs (json_node_get_double (node)) <= 100))
        return FALSE;
      turn[i] = json_node_get_double (node);
    }
  /* Far more than once around is over itself. */
  return turn[0] != turn[1] && fabs (turn[1] - turn[0]) <= 2 * G_PI * 1.05;
}

static char *
parse (TerFigureSpec *self, JsonObject *mark)
{
  double radius = 0, turn[2];
  char *problem = ter_figure_channels_require (self, TER_CHANNEL_THETA) ?: ter_figure_channels_require (self, TER_CHANNEL_COLOR) ?: ter_figure_channels_check_names (self, TER_CHANNEL_COLOR);

  if (problem == NULL && self->channels[TER_CHANNEL_X].object != NULL)
    problem = g_strdup_printf (_ ("the channel “%s”"), "x");
  if (problem == NULL && self->channels[TER_CHANNEL_Y].object != NULL)
    problem = g_strdup_printf (_ ("the channel “%s”"), "y");
  if (problem != NULL)
    return problem;
  self->value = &self->channels[TER_CHANNEL_THETA];
  problem = ter_figure_channels_parse_stack (self);
  if (problem == NULL && self->overlaid)
    problem = g_strdup_printf (_ ("“%s”"), "stack");
  if (problem == NULL && !read_turn (self->value, turn))
    problem = g_strdup_printf (_ ("“%s”"), "encoding.theta.scale.range");
  self->hole = ter_json_get_number (mark, "innerRadius", &radius) && radius > 0;
  return problem;
}

/* ---- Data ---- */

/* Parts of a whole, clockwise from the top, in the order of their names or of the channel `order`. */
static char *
arrange (TerFigure *self, GArray *data)
{
  double total = 0;

  for (guint i = 0; i < data->len; i++)
    {
      double value = g_array_index (data, TerDatum, i).value;

      if (value < 0)
        return g_strdup (_ ("parts below zero"));
      total += isnan (value) ? 0 : value;
    }
  if (!(total > 0) || !isfinite (total))
    return g_strdup (_ ("parts without a whole"));
  self->parsed.stack = TER_STACK_NORMALIZE;
  read_turn (self->parsed.value, self->turn);
  ter_figure_stack (self, data, FALSE);
  return NULL;
}

static char *
find_domains (TerFigure *self)
{
  return NULL;
}

/* Years are numbers, but nothing is made of them together. */
static char *
require_parts (TerFigure *self)
{
  if (self->value != NULL && self->value->years)
    return g_strdup_printf (_ ("a sum of the dates of “%s”"), self->value->title);
  return ter_mark_plot_require_numbers (self);
}

static char *
resolve (TerFigure *self)
{
  TerMarkPlot plot = {
    .series = ter_mark_plot_get_series (self, TER_CHANNEL_DETAIL),
    .find_columns = require_parts,
    .arrange = arrange,
    .find_domains = find_domains,
  };

  return ter_mark_plot_resolve (self, &plot);
}

/* ---- Words: the largest parts ---- */

static char *
dup_name (TerFigure *figure, const TerDatum *datum)
{
  return g_strdup (ter_figure_get_series (figure, datum->series));
}

static int
compare_parts_cb (gconstpointer a, gconstpointer b, gpointer figure)
{
  double x = ter_figure_get_datum (figure, *(const guint *) a)->value, y = ter_figure_get_datum (figure, *(const guint *) b)->value;

  return isnan (x) || isnan (y) ? isnan (x) - isnan (y) : (x < y) - (x > y);
}

static char *
describe_parts (TerFigure *figure)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    g_array_append_val (parts, i);
  g_array_sort_with_data (parts, compare_parts_cb, figure);
  for (guint i = 0;
       i < parts->len && i < LARGEST_PARTS && !isnan (ter_figure_get_datum (figure, g_array_index (parts, guint, i))->value); i++)
    {
      g_autofree char *part = ter_figure_dup_datum_text (figure, g_array_index (parts, guint, i));

      g_string_append_printf (all, "%s%s", i > 0 ? _ ("; ") : "", part);
    }
  g_autofree char *list = g_string_free (all, FALSE);
  if (parts->len <= LARGEST_PARTS)
    return g_steal_pointer (&list);
  /* Translators: %s are the largest parts of a whole. */
  return g_strdup_printf (_ ("the largest: %s"), list);
}

/* ---- Places ---- */

static void
place_label (TerChartMaker *self, TerChartMark *mark)
{
  double middle = (mark->from + mark->to) / 2, radius = self->layout->plot.width / 2;
  double at = self->layout->hole > 0 ? (radius + self->layout->hole) / 2 : radius * 0.68;
  double room = (mark->to - mark->from) * at;
  TerRect *label = &mark->label;

  mark->x = self->layout->plot.x + radius + at * sin (middle);
  mark->y = self->layout->plot.y + radius - at * cos (middle);
  ter_chart_layout_measure (self, mark->text, TER_CHART_VALUE, 0, &label->width, &label->height);
  label->x = mark->x - label->width / 2;
  label->y = mark->y - label->height / 2;
  mark->rect = (TerRect) { mark->x - self->line, mark->y - self->line, self->line * 2, self->line * 2 };
  if (room < label->width + TER_SPACE || radius - self->layout->hole < label->width + TER_TIGHT)
    label->width = 0;
}

static void
lay_out (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  double diameter = MIN (layout->width, self->line * DIAMETER), from, to;

  layout->plot = (TerRect) { (layout->width - diameter) / 2, 0, diameter, diameter };
  layout->height = diameter;
  ter_figure_get_turn (self->figure, &from, &to);
  layout->hole = ter_figure_has_hole (self->figure) ? diameter / 2 * HOLE : 0;
  for (guint i = 0; i < self->n; i++)
    {
      const TerDatum *datum = ter_chart_layout_get_datum (self, i);
      TerChartMark *mark = ter_chart_layout_get_mark (self, i);

      mark->drawn = datum->end > datum->start;
      mark->from = from + MIN (datum->start * (to - from), datum->end * (to - from));
      mark->to = from + MAX (datum->start * (to - from), datum->end * (to - from));
      mark->text = ter_number_format_unit ((datum->end - datum->start) * 100, 0, "%");
      place_label (self, mark);
    }
}

static gboolean
is_in_part (TerChartLayout *self, const TerChartMark *mark, double x, double y)
{
  double radius = self->plot.width / 2;
  double dx = x - self->plot.x - radius, dy = y - self->plot.y - radius;
  double distance = hypot (dx, dy), angle = atan2 (dx, -dy);

  while (angle < mark->from)
    angle += 2 * G_PI;
  while (angle >= mark->from + 2 * G_PI)
    angle -= 2 * G_PI;
  return distance <= radius && distance >= self->hole && angle >= mark->from && angle < mark->to;
}

static int
hit (TerChartLayout *layout, double x, double y)
{
  for (guint i = 0; i < layout->marks->len; i++)
    {
      const TerChartMark *mark = &g_array_index (layout->marks, TerChartMark, i);

      if (mark->drawn && is_in_part (layout, mark, x, y))
        return i;
    }
  return -1;
}

const TerMarkType ter_mark_arc = {
  .mark = TER_MARK_ARC,
  .name = "arc",
  .channels = TER_MARK_CHANNEL (THETA),
  .most = 100,
  .too_many = N_ ("%u parts of a whole"),
  .parse = parse,
  .resolve = resolve,
  .dup_name = dup_name,
  .dup_count = ter_mark_dup_parts,
  .describe = describe_parts,
  .part_decimals = 1,
  .lay_out = lay_out,
  .hit = hit,
  .step = ter_chart_layout_step_in_order,
};
