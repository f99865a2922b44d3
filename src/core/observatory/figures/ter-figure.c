/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-params.h"
#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-number.h"

G_DEFINE_FINAL_TYPE (TerFigure, ter_figure, G_TYPE_OBJECT)

static void
ter_figure_finalize (GObject *object)
{
  TerFigure *self = TER_FIGURE (object);

  g_clear_pointer (&self->spec, json_object_unref);
  g_clear_pointer (&self->frame, ter_frame_free);
  g_free (self->problem);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->series, g_array_unref);
  for (guint i = 0; i < TER_N_AXES; i++)
    g_clear_pointer (&self->axes[i].values, g_array_unref);
  g_ptr_array_unref (self->facets);
  g_array_unref (self->data);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->rows);
  g_clear_pointer (&self->shared_values, g_array_unref);
  G_OBJECT_CLASS (ter_figure_parent_class)->finalize (object);
}

static void
ter_figure_class_init (TerFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_figure_finalize;
}

static void
ter_figure_init (TerFigure *self)
{
  self->data = g_array_new (FALSE, FALSE, sizeof (TerDatum));
  self->facets = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* ---- Transforms ---- */

static char *
transform (TerFigure *self, JsonObject *step)
{
  JsonNode *filter = json_object_get_member (step, "filter");
  g_auto (GStrv) group_by = NULL;
  g_autoptr (GList) members = NULL;

  if (filter != NULL)
    return ter_frame_filter (self->frame, filter);
  if (ter_json_get_array (step, "aggregate") != NULL)
    {
      group_by = ter_json_dup_strv (step, "groupby");
      return ter_frame_aggregate (self->frame, ter_json_get_array (step, "aggregate"), (const char *const *) group_by);
    }
  /* A map's outline is looked up by the map itself. */
  if (json_object_has_member (step, "lookup") && self->parsed.mark == TER_MARK_MAP)
    return NULL;
  members = json_object_get_members (step);
  /* Translators: %s is a word of the Vega-Lite language. */
  return g_strdup_printf (_ ("the transform “%s”"), members != NULL ? (const char *) members->data : "?");
}

static char *
transform_all (TerFigure *self)
{
  JsonArray *steps = ter_json_get_array (self->spec, "transform");

  for (guint i = 0; i < ter_json_array_length (steps); i++)
    {
      JsonObject *step = ter_json_array_object (steps, i);
      char *problem = step != NULL ? transform (self, step) : NULL;

      if (problem != NULL)
        return problem;
    }
  return NULL;
}

static void
add_operation (JsonArray *operations, const TerChannel *channel, const char *name)
{
  JsonObject *operation = json_object_new ();

  json_object_set_string_member (operation, "op", ter_json_get_string (channel->object, "aggregate"));
  if (channel->field != NULL)
    json_object_set_string_member (operation, "field", channel->field);
  json_object_set_string_member (operation, "as", name);
  json_array_add_object_element (operations, operation);
}

/* Aggregates in the encoding: by the fields of all other channels. The computed columns are named after their channels. */
static char *
aggregate_channels (TerFigure *self)
{
  static const char *const names[TER_N_CHANNELS] = { "\001x",    "\001y",      "\001a",       "\001b",     "\001color",
                                                     "\001text", "\001order",  "\001tooltip", "\001s",     "\001theta",
                                                     "\001size", "\001detail", "\001row",     "\001column" };
  g_autoptr (JsonArray) operations = json_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) group_by = NULL;

  for (guint i = 0; i < TER_N_CHANNELS; i++)
    {
      TerChannel *channel = &self->parsed.channels[i];

      if (channel->aggregate != TER_AGGREGATE_NONE)
        {
          add_operation (operations, channel, names[i]);
          channel->field = names[i];
        }
      else if (channel->field != NULL && i != TER_CHANNEL_TOOLTIP)
        g_strv_builder_add (builder, channel->field);
    }
  if (json_array_get_length (operations) == 0)
    return NULL;
  group_by = g_strv_builder_end (builder);
  return ter_frame_aggregate (self->frame, operations, (const char *const *) group_by);
}

/* ---- Columns ---- */

char *
ter_figure_find_column (TerFigure *self, const TerChannel *channel, TerFrameColumn **column)
{
  *column = NULL;
  if (channel == NULL || channel->field == NULL)
    return NULL;
  *column = ter_frame_find (self->frame, channel->field);
  if (*column == NULL)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), channel->field);
  if (channel->title != NULL)
    {
      g_free ((*column)->title);
      (*column)->title = g_strdup (channel->title);
    }
  return NULL;
}

void
ter_figure_show_column (TerFigure *self, TerFrameColumn *column)
{
  if (column != NULL && !g_ptr_array_find (self->shown, column, NULL))
    g_ptr_array_add (self->shown, column);
}

/* ---- Other marks ---- */

static char *
resolve_text (TerFigure *self)
{
  char *problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_TEXT], &self->value);

  if (problem != NULL)
    return problem;
  if (self->value == NULL)
    return g_strdup (_ ("a text without the channel “text”"));
  if (self->frame->n_rows > 1)
    return g_strdup (_ ("one text for several rows"));
  ter_figure_show_column (self, self->value);
  return NULL;
}

static JsonObject *
find_lookup (TerFigure *self)
{
  JsonArray *steps = ter_json_get_array (self->spec, "transform");

  for (guint i = 0; i < ter_json_array_length (steps); i++)
    if (ter_json_get_string (ter_json_array_object (steps, i), "lookup") != NULL)
      return ter_json_array_object (steps, i);
  return NULL;
}

/* A map: rows looked up in an outline by code, coloured by a number. */
static char *
resolve_map (TerFigure *self)
{
  JsonObject *lookup = find_lookup (self);
  const char *key = ter_json_get_string (lookup, "lookup");
  JsonObject *encoding = ter_json_get_object (self->spec, "encoding");
  JsonNode *tooltip = encoding != NULL ? json_object_get_member (encoding, "tooltip") : NULL;
  JsonArray *tooltips = ter_json_node_array (tooltip);
  char *problem = ter_figure_find_column (self, &self->parsed.channels[TER_CHANNEL_COLOR], &self->value);

  if (problem != NULL)
    return problem;
  if (key == NULL || ter_figure_get_outline (self) == NULL || self->value == NULL || self->value->numbers == NULL)
    return g_strdup (_ ("a map without an outline and a number for each of its territories"));
  self->category_column = ter_frame_find (self->frame, key);
  if (self->category_column == NULL)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), key);
  for (guint i = 0; i < ter_json_array_length (tooltips); i++)
    ter_figure_show_column (self, ter_frame_find (self->frame, ter_json_get_string (ter_json_array_object (tooltips, i), "field")));
  if (self->shown->len == 0)
    ter_figure_show_column (self, self->category_column);
  ter_figure_show_column (self, self->value);
  return NULL;
}

static char *
resolve (TerFigure *self)
{
  switch (self->parsed.mark)
    {
    case TER_MARK_BAR: return ter_figure_resolve_bars (self);
    case TER_MARK_TEXT: return resolve_text (self);
    case TER_MARK_MAP: return resolve_map (self);
    case TER_MARK_LINE:
    case TER_MARK_AREA:
    case TER_MARK_POINT:
    case TER_MARK_ARC:
    case TER_MARK_RECT: return ter_figure_resolve_marks (self);
    case TER_MARK_TABLE:
    default: return NULL;
    }
}

static void
become_table (TerFigure *self)
{
  self->parsed.mark = TER_MARK_TABLE;
  self->value = NULL;
  self->has_legend = FALSE;
  g_array_set_size (self->data, 0);
  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->frame->columns->len; i++)
    ter_figure_show_column (self, ter_frame_get_column (self->frame, i));
}

const char *
ter_figure_spec_get_table (JsonObject *spec)
{
  return ter_json_get_string (ter_json_get_object (spec, "data"), "name");
}

TerFigure *
ter_figure_new (JsonObject *spec, TerTable *table)
{
  TerFigure *self = g_object_new (TER_TYPE_FIGURE, NULL);
  g_autoptr (TerFigureParams) params = NULL;

  g_return_val_if_fail (TER_IS_TABLE (table), self);

  self->frame = ter_frame_new (table);
  params = ter_figure_params_new (spec, &self->problem);
  if (params != NULL)
    self->spec = ter_figure_params_apply (params, spec, ter_figure_params_get_initial (params), NULL, NULL);
  else
    self->spec = spec != NULL ? json_object_ref (spec) : json_object_new ();
  if (self->problem == NULL)
    self->problem = ter_figure_spec_parse (&self->parsed, spec != NULL ? self->spec : NULL);
  if (self->problem == NULL)
    self->problem = transform_all (self);
  if (self->problem == NULL)
    self->problem = aggregate_channels (self);
  if (self->problem == NULL)
    self->problem = resolve (self);
  if (self->problem != NULL)
    become_table (self);
  if (self->rows->len == 0)
    for (guint row = 0; row < self->frame->n_rows; row++)
      g_array_append_val (self->rows, row);
  if (self->value != NULL)
    self->decimals = ter_frame_column_count_decimals (self->value, self->frame->n_rows);
  return self;
}

/* ---- Getters ---- */

TerMark
ter_figure_get_mark (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), TER_MARK_TABLE);
  return self->parsed.mark;
}

const char *
ter_figure_get_problem (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->problem;
}

gboolean
ter_figure_is_horizontal (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.horizontal;
}

TerStack
ter_figure_get_stack (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), TER_STACK_NONE);

  if (self->parsed.stack == TER_STACK_NORMALIZE)
    return TER_STACK_NORMALIZE;
  for (guint i = 1; i < self->data->len; i++)
    {
      const TerDatum *bar = &g_array_index (self->data, TerDatum, i), *before = bar - 1;

      if (self->parsed.mark == TER_MARK_AREA && !self->parsed.overlaid && bar->series != before->series)
        return TER_STACK_ZERO;
      if (self->parsed.mark == TER_MARK_BAR && !self->parsed.overlaid && bar->facet == before->facet &&
          bar->category == before->category && bar->group == before->group)
        return TER_STACK_ZERO;
    }
  return TER_STACK_NONE;
}

static guint
count_values (GArray *values)
{
  return values != NULL ? values->len : 0;
}

static const char *
get_label (GArray *values, guint index)
{
  g_return_val_if_fail (values != NULL && index < values->len, "");
  return g_array_index (values, TerFigureValue, index).label;
}

guint
ter_figure_get_n_categories (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->categories);
}

const char *
ter_figure_get_category (TerFigure *self, guint category)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->categories, category);
}

guint
ter_figure_get_n_groups (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->groups);
}

const char *
ter_figure_get_group (TerFigure *self, guint group)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->groups, group);
}

guint
ter_figure_get_n_series (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->series);
}

const char *
ter_figure_get_series (TerFigure *self, guint series)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->series, series);
}

/* `scale.range` gives the colours of `scale.domain` in its order, or of all values; `value` is one colour for all. */
const char *
ter_figure_get_series_color (TerFigure *self, guint series)
{
  JsonObject *channel, *scale;
  JsonArray *domain;
  const TerFigureValue *value;

  g_return_val_if_fail (TER_IS_FIGURE (self) && series < count_values (self->series), NULL);

  channel = self->parsed.channels[TER_CHANNEL_COLOR].object;
  if (channel == NULL || self->series_column == NULL)
    return ter_json_get_string (channel, "value");
  scale = ter_json_get_object (channel, "scale");
  domain = ter_json_get_array (scale, "domain");
  if (domain == NULL)
    return ter_json_array_string (ter_json_get_array (scale, "range"), series);
  value = &g_array_index (self->series, TerFigureValue, series);
  for (guint i = 0; i < ter_json_array_length (domain); i++)
    if (g_strcmp0 (ter_json_array_string (domain, i), value->text) == 0)
      return ter_json_array_string (ter_json_get_array (scale, "range"), i);
  return NULL;
}

gboolean
ter_figure_has_legend (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->has_legend;
}

void
ter_figure_get_domain (TerFigure *self, double *from, double *to)
{
  g_return_if_fail (TER_IS_FIGURE (self) && from != NULL && to != NULL);
  *from = self->domain[0];
  *to = self->domain[1];
}

const char *
ter_figure_get_value_name (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->value != NULL ? self->value->name : NULL;
}

const char *
ter_figure_get_value_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return self->value != NULL ? self->value->title : "";
}

const char *
ter_figure_get_value_unit (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->value != NULL ? self->value->unit : NULL;
}

int
ter_figure_get_value_decimals (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->decimals;
}

const char *
ter_figure_get_category_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->category_column != NULL ? self->category_column->title : NULL;
}

const char *
ter_figure_get_series_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->series_column != NULL ? self->series_column->title : NULL;
}

char *
ter_figure_dup_value_text (TerFigure *self, double value)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), g_strdup (""));

  if (isnan (value))
    /* Translators: in place of a value that is missing. */
    return g_strdup (_ ("no data"));
  if (self->value != NULL && self->value->unit != NULL)
    return ter_number_format_unit (value, self->decimals, self->value->unit);
  return ter_number_format (value, self->decimals);
}

double
ter_figure_get_number (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NAN);
  return self->parsed.mark == TER_MARK_TEXT && self->frame->n_rows == 1 && self->value->numbers != NULL ? self->value->numbers[0]
                                                                                                        : NAN;
}

char *
ter_figure_dup_text (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), g_strdup (""));

  if (self->parsed.mark != TER_MARK_TEXT || self->frame->n_rows != 1)
    return ter_figure_dup_value_text (self, NAN);
  if (self->value->type == TER_COLUMN_NUMBER)
    return ter_figure_dup_value_text (self, self->value->numbers[0]);
  return ter_figure_dup_cell_text (self, 0, 0);
}

const char *
ter_figure_get_outline (TerFigure *self)
{
  JsonObject *from;

  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  from = ter_json_get_object (find_lookup (self), "from");
  return ter_json_get_string (ter_json_get_object (from, "data"), "name");
}
