/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-mark.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-expression.h"
#include "ter-figure-classes.h"
#include "ter-figure-params.h"
#include "ter-json.h"
#include "ter-vega.h"

/* What every mark has. */
#define COMMON \
  (TER_MARK_CHANNEL (X) | TER_MARK_CHANNEL (Y) | TER_MARK_CHANNEL (COLOR) | TER_MARK_CHANNEL (ORDER) | TER_MARK_CHANNEL (TOOLTIP))

/* What would change the form of the mark and is not drawn. */
static char *
parse_form (TerFigureSpec *self, JsonObject *mark)
{
  static const char *const refused[] = { "orient", "line", NULL };
  const char *interpolate = ter_json_get_string (mark, "interpolate");
  JsonNode *point = mark != NULL ? json_object_get_member (mark, "point") : NULL;

  if ((self->type->traits & TER_MARK_OWN_FORM) != 0)
    return NULL;
  for (guint i = 0; mark != NULL && refused[i] != NULL; i++)
    if (json_object_has_member (mark, refused[i]) && !(self->mark == TER_MARK_AREA && strcmp (refused[i], "line") == 0))
      return g_strdup_printf (_ ("“mark.%s”"), refused[i]);
  if (interpolate != NULL && strcmp (interpolate, "linear") != 0)
    return g_strdup_printf (_ ("“%s”"), interpolate);
  self->points = ter_json_node_object (point) != NULL || ter_json_get_boolean (mark, "point", FALSE);
  return NULL;
}

static char *
parse_mark (TerFigureSpec *self, JsonObject *spec)
{
  JsonObject *object = ter_json_get_object (spec, "mark");
  const char *mark = ter_json_get_string (spec, "mark");

  if (mark == NULL)
    mark = ter_json_get_string (object, "type");
  self->type = ter_mark_find (mark);
  if (self->type == NULL)
    return g_strdup_printf (_ ("the mark “%s”"), mark ?: "?");
  self->mark = self->type->mark;
  return parse_form (self, object);
}

/* An axis of points and lines may be of other scales; all else is drawn in proportion. */
static char *
check_scale (TerFigureSpec *self, TerChannelName name, JsonObject *scale, gboolean temporal)
{
  static const char *const plain[] = { "linear", "band", "ordinal", "point", NULL };
  static const char *const curved[] = { "log", "sqrt", NULL };
  static const char *const times[] = { "time", "utc", NULL };
  const char *type = ter_json_get_string (scale, "type");
  gboolean axis = name == TER_CHANNEL_X || name == TER_CHANNEL_Y;

  /* Those of a map: ter_figure_classes_parse() says what is wrong with them. */
  if (self->mark == TER_MARK_MAP && name == TER_CHANNEL_COLOR)
    return type == NULL || g_strv_contains (plain, type) || ter_figure_classes_is_scale (type)
             ? NULL
             : g_strdup_printf (_ ("the scale “%s”"), type);
  if (scale != NULL && json_object_has_member (scale, "domainMid"))
    return g_strdup_printf (_ ("“%s”"), "domainMid");
  if (type == NULL || g_strv_contains (plain, type) || (temporal && g_strv_contains (times, type)))
    return NULL;
  if (axis && !temporal && (self->type->traits & TER_MARK_CURVED) != 0 && g_strv_contains (curved, type))
    return NULL;
  return g_strdup_printf (_ ("the scale “%s”"), type);
}

/* Steps of time that bars or panels take for their names. */
static gboolean
is_cut_to_names (TerFigureSpec *self, TerChannelName name)
{
  if (name == TER_CHANNEL_ROW || name == TER_CHANNEL_COLUMN)
    return TRUE;
  return self->mark == TER_MARK_BAR && (name == TER_CHANNEL_X || name == TER_CHANNEL_Y);
}

static char *
check_channel (TerFigureSpec *self, TerChannelName name, JsonObject *object)
{
  gboolean temporal = self->channels[name].temporal;
  gboolean over_time = name == TER_CHANNEL_X && (self->type->traits & TER_MARK_OVER_TIME) != 0;

  if (json_object_has_member (object, "datum") && (self->type->traits & TER_MARK_DATUM) == 0)
    return g_strdup_printf (_ ("“%s”"), "datum");
  if (temporal && !over_time && !(self->channels[name].unit != TER_TIME_UNIT_NONE && is_cut_to_names (self, name)))
    return g_strdup (_ ("an axis of time"));
  return check_scale (self, name, ter_json_get_object (object, "scale"), temporal);
}

/* Of a scale's type one knows what a field is (Vega-Lite 5 and 6, channeldef.ts, defaultType). */
static const char *
find_scale_type (JsonObject *scale)
{
  static const char *const numeric[] = { "linear",      "log",      "pow",      "sqrt",      "symlog",
                                         "bin-ordinal", "quantile", "quantize", "threshold", NULL };
  static const char *const times[] = { "time", "utc", NULL };
  const char *type = ter_json_get_string (scale, "type");

  if (type == NULL)
    return NULL;
  return g_strv_contains (numeric, type) ? "quantitative" : g_strv_contains (times, type) ? "temporal" : NULL;
}

/* What a channel without a type is; %NULL: names. */
static const char *
find_default_type (TerChannelName name, const TerChannel *channel)
{
  gboolean picks = channel->aggregate == TER_AGGREGATE_ARGMIN || channel->aggregate == TER_AGGREGATE_ARGMAX;

  if (ter_json_node_is_number (channel->datum))
    return "quantitative";
  if (name == TER_CHANNEL_ROW || name == TER_CHANNEL_COLUMN || name == TER_CHANNEL_SHAPE ||
      ter_json_get_array (channel->object, "sort") != NULL)
    return NULL;
  if (channel->unit != TER_TIME_UNIT_NONE)
    return "temporal";
  if (channel->binned || (channel->aggregate != TER_AGGREGATE_NONE && !picks))
    return "quantitative";
  return find_scale_type (ter_json_get_object (channel->object, "scale"));
}

/* The operation by its name, or with another field: {"argmax": FIELD}. */
static char *
parse_aggregate (TerChannel *channel)
{
  JsonObject *by = ter_json_get_object (channel->object, "aggregate");
  const char *name = ter_json_get_string (channel->object, "aggregate");

  if (by != NULL)
    {
      name = json_object_has_member (by, "argmax") ? "argmax" : "argmin";
      channel->by = ter_json_get_string (by, name);
    }
  channel->aggregate = ter_aggregate_parse (name);
  if (channel->aggregate == TER_AGGREGATE_UNKNOWN ||
      ((channel->aggregate == TER_AGGREGATE_ARGMIN || channel->aggregate == TER_AGGREGATE_ARGMAX) && channel->by == NULL))
    return g_strdup_printf (_ ("the computation “%s”"), name);
  return NULL;
}

static char *
parse_unit (TerFigureSpec *self, TerChannelName name, TerChannel *channel)
{
  JsonNode *bin = json_object_get_member (channel->object, "bin"), *unit = json_object_get_member (channel->object, "timeUnit");
  gboolean axis = self->mark == TER_MARK_BAR && (name == TER_CHANNEL_X || name == TER_CHANNEL_Y);

  channel->binned = ter_json_node_object (bin) != NULL || ter_json_get_boolean (channel->object, "bin", FALSE);
  if (ter_json_node_string (bin) != NULL || (channel->binned && !axis))
    return g_strdup_printf (_ ("“encoding.%s.%s”"), ter_figure_channels_get_name (name), "bin");
  if (unit == NULL || JSON_NODE_HOLDS_NULL (unit))
    return NULL;
  channel->unit = ter_time_unit_parse (ter_json_node_string (unit));
  return channel->unit != TER_TIME_UNIT_NONE
           ? NULL
           : g_strdup_printf (_ ("“encoding.%s.%s”"), ter_figure_channels_get_name (name), "timeUnit");
}

static const char *
find_title (JsonObject *object)
{
  static const char *const guides[] = { "axis", "legend", "header" };

  for (guint i = 0; i < G_N_ELEMENTS (guides); i++)
    {
      const char *title = ter_json_get_string (ter_json_get_object (object, guides[i]), "title");

      if (title != NULL)
        return title;
    }
  return ter_json_get_string (object, "title");
}

static char *
check_formats (TerChannelName name, const TerChannel *channel)
{
  return name == TER_CHANNEL_TEXT ? ter_figure_axes_check_format (channel, channel->object) : ter_figure_axes_check (channel);
}

static char *
parse_channel (TerFigureSpec *self, TerChannelName name, JsonObject *object)
{
  TerChannel *channel = &self->channels[name];
  const char *type;
  char *problem;

  channel->object = object;
  channel->field = ter_json_get_string (object, "field");
  channel->datum = json_object_get_member (object, "datum");
  problem = parse_aggregate (channel) ?: parse_unit (self, name, channel);
  if (problem != NULL)
    return problem;
  type = ter_json_get_string (object, "type") ?: find_default_type (name, channel);
  channel->quantitative = g_strcmp0 (type, "quantitative") == 0;
  channel->temporal = g_strcmp0 (type, "temporal") == 0;
  channel->title = find_title (object);
  return check_channel (self, name, object) ?: check_formats (name, channel);
}

/* Whether a channel gives all marks one look, which is ours to choose. */
static gboolean
is_look (const char *name, JsonObject *object)
{
  static const char *const looks[] = { "size",        "shape",      "opacity", "fillOpacity", "strokeOpacity",
                                       "strokeWidth", "strokeDash", "stroke",  "fill",        NULL };

  return g_strv_contains (looks, name) && object != NULL && json_object_has_member (object, "value") &&
         !json_object_has_member (object, "field");
}

static char *
parse_channels (TerFigureSpec *self, JsonObject *encoding)
{
  /* Said elsewhere in our own way, or of no use without a mouse: quietly passed over. */
  static const char *const quiet[] = { "description", "key", "href", "url", NULL };
  guint channels = self->type->channels | COMMON;
  g_autoptr (GList) members = encoding != NULL ? json_object_get_members (encoding) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonObject *object = ter_json_get_object (encoding, name);
      char *problem;
      TerChannelName i = ter_figure_channels_find (name);

      if (i == TER_CHANNEL_TOOLTIP || i == TER_CHANNEL_ORDER || g_strv_contains (quiet, name))
        {
          if (i < TER_N_CHANNELS && object != NULL)
            self->channels[i] = (TerChannel) { .object = object, .field = ter_json_get_string (object, "field") };
          if (i == TER_CHANNEL_ORDER && ter_json_get_array (encoding, name) != NULL)
            return g_strdup_printf (_ ("“%s”"), "encoding.order");
          continue;
        }
      if (is_look (name, object))
        continue;
      if (i == TER_N_CHANNELS || (channels & 1u << i) == 0)
        return g_strdup_printf (_ ("the channel “%s”"), name);
      if (object == NULL)
        continue;
      problem = parse_channel (self, i, object);
      if (problem != NULL)
        return problem;
    }
  return NULL;
}

/* An expression that nobody understands is told before there are rows. */
static char *
check_filter (JsonNode *node)
{
  static const char *const members[] = { "and", "or", "not" };
  JsonObject *object = ter_json_node_object (node);
  JsonArray *array = ter_json_node_array (node);
  const char *text = ter_json_node_string (node);
  g_autoptr (TerExpression) expression = text != NULL ? ter_expression_new (text) : NULL;
  char *problem = NULL;

  if (text != NULL && expression == NULL)
    return g_strdup_printf (_ ("the expression “%s”"), text);
  for (guint i = 0; problem == NULL && i < ter_json_array_length (array); i++)
    problem = check_filter (json_array_get_element (array, i));
  for (guint i = 0; problem == NULL && object != NULL && i < G_N_ELEMENTS (members); i++)
    if (json_object_has_member (object, members[i]))
      problem = check_filter (json_object_get_member (object, members[i]));
  return problem;
}

static char *
check_filters (JsonObject *spec)
{
  JsonArray *steps = ter_json_get_array (spec, "transform");
  char *problem = NULL;

  for (guint i = 0; problem == NULL && i < ter_json_array_length (steps); i++)
    {
      JsonObject *step = ter_json_array_object (steps, i);

      if (step != NULL && json_object_has_member (step, "filter"))
        problem = check_filter (json_object_get_member (step, "filter"));
    }
  return problem;
}

char *
ter_figure_spec_parse (TerFigureSpec *self, JsonObject *spec)
{
  g_auto (TerFigureClasses) classes = { 0 };
  g_autoptr (TerFigureParams) params = NULL;
  g_autofree char *refused = NULL;
  char *problem = NULL;

  *self = (TerFigureSpec) { .mark = TER_MARK_TABLE };
  if (spec == NULL)
    return g_strdup (_ ("a specification that is not there"));
  refused = ter_vega_dup_refused (spec);
  if (refused != NULL)
    /* Translators: %s is where something stands in the author's specification: “encoding.x.impute”. */
    return g_strdup_printf (_ ("“%s”"), refused);
  params = ter_figure_params_new (spec, &problem);
  if (problem == NULL)
    problem = check_filters (spec);
  if (problem == NULL)
    problem = parse_mark (self, spec);
  if (problem == NULL)
    problem = parse_channels (self, ter_json_get_object (spec, "encoding"));
  if (problem == NULL && self->type->parse != NULL)
    problem = self->type->parse (self, ter_json_get_object (spec, "mark"));
  if (problem == NULL)
    problem = ter_figure_channels_check_names (self, TER_CHANNEL_ROW) ?: ter_figure_channels_check_names (self, TER_CHANNEL_COLUMN);
  if (problem == NULL)
    problem = ter_figure_classes_parse (&classes, spec, self->mark);
  if (problem != NULL)
    {
      self->mark = TER_MARK_TABLE;
      self->type = NULL;
    }
  return problem;
}
