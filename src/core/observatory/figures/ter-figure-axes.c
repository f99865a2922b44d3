/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-expression.h"
#include "ter-figure-private.h"
#include "ter-format-pattern.h"
#include "ter-json.h"
#include "ter-number.h"
#include "ter-table-private.h"
#include "ter-time-ticks.h"

/* Panels, and the axes of lines, areas, points and cells. */

#define MOST_FACETS 100
#define MOST_TICKS 1000

static const TerChannel *
get_channel (TerFigure *self, TerAxis axis)
{
  return &self->parsed.channels[axis == TER_AXIS_X ? TER_CHANNEL_X : TER_CHANNEL_Y];
}

/* ---- Panels (https://vega.github.io/vega-lite/docs/facet.html) ---- */

static const char *
get_value_label (GArray *values, guint index)
{
  return g_array_index (values, TerFigureValue, index).label;
}

char *
ter_figure_resolve_facets (TerFigure *self, guint *facet_of)
{
  const TerChannel *row = &self->parsed.channels[TER_CHANNEL_ROW], *column = &self->parsed.channels[TER_CHANNEL_COLUMN];
  guint n = self->frame->n_rows;
  g_autofree guint *row_of = g_new0 (guint, n + 1), *column_of = g_new0 (guint, n + 1);
  g_autofree guint *place = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) columns = NULL;
  TerFrameColumn *by_row, *by_column;
  char *problem = ter_figure_find_column (self, row, &by_row) ?: ter_figure_find_column (self, column, &by_column);

  if (problem != NULL)
    return problem;
  ter_figure_show_column (self, by_row);
  ter_figure_show_column (self, by_column);
  rows = ter_figure_values_new (self->frame, by_row, row, row_of);
  columns = ter_figure_values_new (self->frame, by_column, column, column_of);
  if (rows->len > MOST_FACETS || columns->len > MOST_FACETS || rows->len * columns->len > MOST_FACETS)
    return g_strdup_printf (_ ("%u panels"), rows->len * columns->len);
  /* Only those that hold something, row by row. */
  place = g_new0 (guint, rows->len * columns->len + 1);
  for (guint i = 0; i < n; i++)
    place[row_of[i] * columns->len + column_of[i]] = 1;
  for (guint i = 0; i < rows->len * columns->len; i++)
    if (place[i] != 0)
      {
        const char *first = get_value_label (rows, i / columns->len), *second = get_value_label (columns, i % columns->len);

        place[i] = self->facets->len;
        g_ptr_array_add (self->facets, *first != '\0' && *second != '\0' ? g_strdup_printf (_ ("%s, %s"), first, second)
                                                                         : g_strdup (*first != '\0' ? first : second));
      }
  for (guint i = 0; i < n; i++)
    facet_of[i] = place[row_of[i] * columns->len + column_of[i]];
  return NULL;
}

guint
ter_figure_get_n_facets (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 1);
  return MAX (self->facets->len, 1);
}

const char *
ter_figure_get_facet (TerFigure *self, guint facet)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return facet < self->facets->len ? g_ptr_array_index (self->facets, facet) : "";
}

void
ter_figure_get_facet_data (TerFigure *self, guint facet, guint *first, guint *n)
{
  guint end;

  g_return_if_fail (TER_IS_FIGURE (self) && first != NULL && n != NULL);

  for (*first = 0; *first < self->data->len && g_array_index (self->data, TerDatum, *first).facet < facet; (*first)++)
    ;
  for (end = *first; end < self->data->len && g_array_index (self->data, TerDatum, end).facet == facet; end++)
    ;
  *n = end - *first;
}

gboolean
ter_figure_has_facet_columns (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.channels[TER_CHANNEL_COLUMN].object != NULL;
}

/* ---- Axes ---- */

static TerScaleKind
find_kind (const TerChannel *channel)
{
  const char *type = ter_json_get_string (ter_json_get_object (channel->object, "scale"), "type");

  if (channel->temporal)
    return TER_SCALE_TIME;
  return g_strcmp0 (type, "log") == 0 ? TER_SCALE_LOG : g_strcmp0 (type, "sqrt") == 0 ? TER_SCALE_SQRT : TER_SCALE_LINEAR;
}

char *
ter_figure_resolve_axis (TerFigure *self, TerAxis name, double *places)
{
  const TerChannel *channel = get_channel (self, name);
  TerFigureAxis *axis = &self->axes[name];
  char *problem = ter_figure_find_column (self, channel, &axis->column);
  guint n = self->frame->n_rows;

  if (problem != NULL)
    return problem;
  axis->scale.kind = find_kind (channel);
  axis->decimals = ter_frame_column_count_decimals (axis->column, n);
  axis->unit = channel->unit;
  if (channel->temporal && axis->column->codes == NULL)
    return g_strdup (_ ("an axis of time without a column of dates"));
  if (!channel->temporal && !channel->quantitative)
    {
      g_autofree guint *number_of = g_new0 (guint, n + 1);

      axis->values = ter_figure_values_new (self->frame, axis->column, channel, number_of);
      for (guint row = 0; row < n; row++)
        places[row] = number_of[row];
      return NULL;
    }
  if (!channel->temporal && !ter_figure_has_numbers (axis->column))
    return g_strdup (_ ("an axis of numbers without a column of numbers"));
  for (guint row = 0; row < n; row++)
    places[row] = channel->temporal ? ter_time_ticks_from_date (axis->column->codes[row]) : axis->column->numbers[row];
  return NULL;
}

/* {"year": 2020, "month": 7, "date": 1}; what is not given is the first. */
static double
read_day (JsonObject *object)
{
  double year, month = 1, day = 1;

  if (!ter_json_get_number (object, "year", &year))
    return NAN;
  ter_json_get_number (object, "month", &month);
  ter_json_get_number (object, "date", &day);
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31))
    return NAN;
  return ter_time_ticks_from_date (floor (year) * 10000 + floor (month) * 100 + floor (day));
}

static gboolean
read_bound (JsonNode *node, TerScaleKind kind, double *bound)
{
  const char *text = ter_json_node_string (node);
  double date;

  if (kind == TER_SCALE_TIME && ter_json_node_object (node) != NULL)
    {
      *bound = read_day (json_node_get_object (node));
      return !isnan (*bound);
    }
  if (kind == TER_SCALE_TIME)
    {
      *bound = text != NULL && ter_table_parse_date (text, &date) ? ter_time_ticks_from_date (date) : NAN;
      return !isnan (*bound);
    }
  *bound = ter_json_node_is_number (node) ? json_node_get_double (node) : NAN;
  return isfinite (*bound);
}

/* What the author wants the axis to hold; %FALSE when that cannot be read. */
static gboolean
read_domain (JsonObject *scale, TerScale *read)
{
  JsonNode *node = scale != NULL ? json_object_get_member (scale, "domain") : NULL;
  JsonArray *domain = ter_json_node_array (node);

  read->domain[0] = read->domain[1] = NAN;
  if (node == NULL)
    return TRUE;
  return ter_json_array_length (domain) == 2 && read_bound (json_array_get_element (domain, 0), read->kind, &read->domain[0]) &&
         read_bound (json_array_get_element (domain, 1), read->kind, &read->domain[1]) && read->domain[0] < read->domain[1];
}

/* Vega-Lite 5, compile/scale/properties.ts: zero() and nice(). A line's own axis, x, begins where the data do; that of points holds zero. */
static gboolean
holds_zero (TerFigure *self, TerAxis name, JsonObject *scale)
{
  if (self->axes[name].scale.kind == TER_SCALE_LOG || self->axes[name].scale.kind == TER_SCALE_TIME)
    return FALSE;
  return ter_json_get_boolean (scale, "zero", name == TER_AXIS_Y || self->parsed.zero);
}

/* One thing is ours: what the author's domain leaves out widens it, so that nothing is drawn outside. */
char *
ter_figure_find_domain (TerFigure *self, TerAxis name, double least, double most)
{
  JsonObject *options = ter_json_get_object (get_channel (self, name)->object, "scale");
  TerScale *scale = &self->axes[name].scale;
  TerScale wanted = { .kind = scale->kind };
  double count = 10;

  if (self->axes[name].values != NULL)
    return NULL;
  least = fmin (least, self->reach[name][0]);
  most = fmax (most, self->reach[name][1]);
  if (!read_domain (options, &wanted))
    return g_strdup_printf (_ ("“%s”"), "domain");
  if (isnan (least))
    {
      least = scale->kind == TER_SCALE_LOG ? 1 : 0;
      most = scale->kind == TER_SCALE_LOG ? 10 : 1;
    }
  if (isnan (wanted.domain[0]) && holds_zero (self, name, options))
    {
      least = MIN (least, 0);
      most = MAX (most, 0);
    }
  scale->domain[0] = isnan (wanted.domain[0]) ? least : MIN (least, wanted.domain[0]);
  scale->domain[1] = isnan (wanted.domain[1]) ? most : MAX (most, wanted.domain[1]);
  if (scale->kind == TER_SCALE_LOG && scale->domain[0] <= 0)
    return g_strdup (_ ("a logarithmic axis for what is not above zero"));
  if (!isfinite (scale->domain[1] - scale->domain[0]))
    return g_strdup (_ ("numbers that are too large"));
  if (scale->domain[0] == 0 && scale->domain[1] == 0)
    scale->domain[1] = 1;
  if (scale->domain[0] == wanted.domain[0] && scale->domain[1] == wanted.domain[1])
    return NULL;
  ter_json_get_number (options, "nice", &count);
  if (ter_json_get_boolean (options, "nice", TRUE))
    ter_scale_nice (scale, (guint) CLAMP (count, 1, 100));
  return NULL;
}

/* ---- Getters ---- */

gboolean
ter_figure_has_axis (TerFigure *self, TerAxis axis)
{
  const TerChannel *channel;

  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, FALSE);
  channel = get_channel (self, axis);
  return channel->field != NULL || channel->datum != NULL;
}

guint
ter_figure_get_n_names (TerFigure *self, TerAxis axis)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, 0);
  return self->axes[axis].values != NULL ? self->axes[axis].values->len : 0;
}

const char *
ter_figure_get_name (TerFigure *self, TerAxis axis, guint name)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && name < ter_figure_get_n_names (self, axis), "");
  return get_value_label (self->axes[axis].values, name);
}

TerScale
ter_figure_get_scale (TerFigure *self, TerAxis axis)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, (TerScale) { 0 });
  return self->axes[axis].scale;
}

char *
ter_figure_dup_axis_title (TerFigure *self, TerAxis axis)
{
  TerFrameColumn *column;
  gboolean bars, along;

  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, NULL);

  bars = self->parsed.mark == TER_MARK_BAR;
  along = bars ? (axis == TER_AXIS_X) == self->parsed.horizontal : axis == TER_AXIS_Y;
  column = !bars ? self->axes[axis].column : along ? self->value : self->category_column;
  if (column == NULL)
    return g_strdup ("");
  if (column->unit == NULL || *column->unit == '\0' || *column->unit == '/' || g_strcmp0 (column->unit, "%") == 0 ||
      (along && self->parsed.stack == TER_STACK_NORMALIZE))
    return g_strdup (column->title);
  return g_strdup_printf (_ ("%s (%s)"), column->title, column->unit);
}

/* A day since 1970 by d3's pattern. */
static char *
dup_day (double value, const char *pattern)
{
  GDate date;

  if (!ter_time_ticks_to_date (value, &date))
    return g_strdup ("");
  return ter_format_pattern_dup_time (pattern, g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

char *
ter_figure_dup_axis_text (TerFigure *self, TerAxis axis, double value, const GArray *ticks, int decimals)
{
  const TerFigureAxis *own;

  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, g_strdup (""));

  own = &self->axes[axis];
  if (own->values != NULL)
    return g_strdup (value >= 0 && value < own->values->len ? get_value_label (own->values, (guint) value) : "");
  if (own->scale.kind == TER_SCALE_TIME && own->unit == TER_TIME_UNIT_MONTH)
    return dup_day (value, "%B");
  if (own->scale.kind == TER_SCALE_TIME)
    return ter_time_ticks_dup_text (value, ticks);
  if (axis == TER_AXIS_Y && self->parsed.stack == TER_STACK_NORMALIZE)
    return ter_number_format_unit (value * 100, 0, "%");
  if (decimals < 0)
    decimals = own->decimals;
  return ter_figure_dup_bare_number (own->column, value, decimals);
}

/* ---- Ticks as the author wants them: values, format, labelExpr ---- */

static JsonObject *
get_options (TerFigure *self, TerAxis axis)
{
  return ter_json_get_object (get_channel (self, axis)->object, "axis");
}

static gboolean
is_label_expression (const char *text, gboolean temporal)
{
  g_autoptr (TerExpression) expression = ter_expression_new (text);
  gboolean known = expression != NULL;

  for (guint i = 0; known && i < ter_expression_get_n_fields (expression); i++)
    {
      const char *field = ter_expression_get_field (expression, i);

      known = g_strcmp0 (field, "label") == 0 || (!temporal && g_strcmp0 (field, "value") == 0);
    }
  return known;
}

static gboolean
are_places (JsonArray *values, TerScaleKind kind)
{
  double place;

  for (guint i = 0; i < ter_json_array_length (values); i++)
    if (!read_bound (json_array_get_element (values, i), kind, &place))
      return FALSE;
  return TRUE;
}

char *
ter_figure_axes_check_format (const TerChannel *channel, JsonObject *options)
{
  const char *format = ter_json_get_string (options, "format");
  const char *type = ter_json_get_string (options, "formatType") ?: channel->temporal ? "time" : "number";

  if (options == NULL || !json_object_has_member (options, "format"))
    return options != NULL && json_object_has_member (options, "formatType") ? g_strdup_printf (_ ("“%s”"), "formatType") : NULL;
  if (strcmp (type, channel->temporal ? "time" : "number") == 0 &&
      (channel->temporal ? ter_format_pattern_is_time (format) : ter_format_pattern_is_number (format)))
    return NULL;
  /* Translators: %s is a pattern for numbers or days, in d3's language: “.3e”. */
  return g_strdup_printf (_ ("the format “%s”"), format ?: "?");
}

char *
ter_figure_axes_check (const TerChannel *channel)
{
  JsonObject *options = ter_json_get_object (channel->object, "axis");
  const char *expression = ter_json_get_string (options, "labelExpr");
  TerScaleKind kind = channel->temporal ? TER_SCALE_TIME : TER_SCALE_LINEAR;
  gboolean names = !channel->quantitative && !channel->temporal;
  char *problem = ter_figure_axes_check_format (channel, options);

  if (problem != NULL || options == NULL)
    return problem;
  /* The ticks of names are the names. */
  for (guint i = 0; i < 3; i++)
    {
      static const char *const members[] = { "values", "format", "labelExpr" };

      if ((names || channel->binned) && json_object_has_member (options, members[i]))
        return g_strdup_printf (_ ("“%s” on an axis of names"), members[i]);
    }
  if (json_object_has_member (options, "labelExpr") && !is_label_expression (expression, channel->temporal))
    return g_strdup_printf (_ ("the expression “%s”"), expression ?: "?");
  if (json_object_has_member (options, "values") &&
      (ter_json_get_array (options, "values") == NULL || !are_places (ter_json_get_array (options, "values"), kind)))
    return g_strdup_printf (_ ("“%s”"), "axis.values");
  return NULL;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

GArray *
ter_figure_dup_ticks (TerFigure *self, TerAxis axis, const TerScale *scale, guint count)
{
  JsonArray *values;
  GArray *ticks;

  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES && scale != NULL, g_array_new (FALSE, FALSE, sizeof (double)));

  values = ter_json_get_array (get_options (self, axis), "values");
  if (values == NULL)
    return ter_scale_ticks (scale, count);
  ticks = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < ter_json_array_length (values) && ticks->len < MOST_TICKS; i++)
    {
      double place;

      if (read_bound (json_array_get_element (values, i), scale->kind, &place) && place >= scale->domain[0] &&
          place <= scale->domain[1])
        g_array_append_val (ticks, place);
    }
  g_array_sort (ticks, compare_places);
  return ticks;
}

typedef struct
{
  const TerExpression *expression;
  double value;
  const char *label;
} TickLabel;

static TerExpressionValue
get_tick_cb (guint field, gpointer user_data)
{
  const TickLabel *tick = user_data;

  if (g_strcmp0 (ter_expression_get_field (tick->expression, field), "label") == 0)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_TEXT, .text = tick->label };
  return (TerExpressionValue) { .kind = TER_EXPRESSION_NUMBER, .number = tick->value };
}

static char *
dup_plain_tick (TerFigure *self, TerAxis axis, double value, const GArray *ticks, int decimals)
{
  if (self->parsed.mark != TER_MARK_BAR)
    return ter_figure_dup_axis_text (self, axis, value, ticks, decimals);
  if (self->parsed.stack == TER_STACK_NORMALIZE)
    return ter_number_format_unit (value * 100, 0, "%");
  return ter_figure_dup_bare_number (self->value, value, decimals);
}

char *
ter_figure_dup_tick_text (TerFigure *self, TerAxis axis, double value, const GArray *ticks, int decimals)
{
  JsonObject *options;
  const char *format;
  g_autofree char *label = NULL;
  g_autoptr (TerExpression) expression = NULL;

  g_return_val_if_fail (TER_IS_FIGURE (self) && axis < TER_N_AXES, g_strdup (""));

  options = get_options (self, axis);
  format = ter_json_get_string (options, "format");
  if (format == NULL)
    label = dup_plain_tick (self, axis, value, ticks, decimals);
  else
    label = get_channel (self, axis)->temporal ? dup_day (value, format) : ter_format_pattern_dup_tick (format, value, ticks);
  expression = ter_expression_new (ter_json_get_string (options, "labelExpr"));
  if (expression == NULL)
    return g_steal_pointer (&label);
  return ter_expression_dup_text (expression, get_tick_cb, &(TickLabel) { expression, value, label });
}
