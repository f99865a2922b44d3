/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-mark.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-classes.h"
#include "ter-figure-params.h"
#include "ter-json.h"

/* What every mark has. */
#define COMMON \
  (TER_MARK_CHANNEL (X) | TER_MARK_CHANNEL (Y) | TER_MARK_CHANNEL (COLOR) | TER_MARK_CHANNEL (ORDER) | TER_MARK_CHANNEL (TOOLTIP))

static char *
check_composition (JsonObject *spec)
{
  static const char *const composed[] = { "layer", "concat", "hconcat", "vconcat", "facet", "repeat", "spec", "resolve" };

  for (guint i = 0; i < G_N_ELEMENTS (composed); i++)
    if (json_object_has_member (spec, composed[i]))
      /* Translators: %s is a word of the Vega-Lite language. */
      return g_strdup_printf (_ ("“%s”"), composed[i]);
  return NULL;
}

/* What would change the form of the mark and is not drawn. */
static char *
parse_form (TerFigureSpec *self, JsonObject *mark)
{
  static const char *const refused[] = { "orient", "radius", "radius2", "thetaOffset", "line", NULL };
  const char *interpolate = ter_json_get_string (mark, "interpolate");
  JsonNode *point = mark != NULL ? json_object_get_member (mark, "point") : NULL;

  if ((self->type->traits & TER_MARK_OWN_FORM) != 0)
    return NULL;
  for (guint i = 0; mark != NULL && refused[i] != NULL; i++)
    if (json_object_has_member (mark, refused[i]) && !(self->mark == TER_MARK_AREA && strcmp (refused[i], "line") == 0))
      return g_strdup_printf (_ ("“%s”"), refused[i]);
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
  static const char *const refused[] = { "reverse", "domainMin", "domainMax", "domainMid", "domainRaw",
                                         "bins",    "exponent",  "base",      "constant" };
  const char *type = ter_json_get_string (scale, "type");
  gboolean axis = name == TER_CHANNEL_X || name == TER_CHANNEL_Y;

  /* Those of a map: ter_figure_classes_parse() says what is wrong with them. */
  if (self->mark == TER_MARK_MAP && name == TER_CHANNEL_COLOR)
    return type == NULL || g_strv_contains (plain, type) || ter_figure_classes_is_scale (type)
             ? NULL
             : g_strdup_printf (_ ("the scale “%s”"), type);
  for (guint i = 0; scale != NULL && i < G_N_ELEMENTS (refused); i++)
    if (json_object_has_member (scale, refused[i]))
      return g_strdup_printf (_ ("“%s”"), refused[i]);
  if (type == NULL || g_strv_contains (plain, type) || (temporal && g_strv_contains (times, type)))
    return NULL;
  if (axis && !temporal && (self->type->traits & TER_MARK_CURVED) != 0 && g_strv_contains (curved, type))
    return NULL;
  return g_strdup_printf (_ ("the scale “%s”"), type);
}

static char *
check_channel (TerFigureSpec *self, TerChannelName name, JsonObject *object)
{
  static const char *const unknown[] = { "bin", "timeUnit", "condition", "impute", "bandPosition" };
  gboolean temporal = g_strcmp0 (ter_json_get_string (object, "type"), "temporal") == 0;
  gboolean over_time = name == TER_CHANNEL_X && (self->type->traits & TER_MARK_OVER_TIME) != 0;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (json_object_has_member (object, unknown[i]))
      return g_strdup_printf (_ ("“%s”"), unknown[i]);
  if (json_object_has_member (object, "datum") && (self->type->traits & TER_MARK_DATUM) == 0)
    return g_strdup_printf (_ ("“%s”"), "datum");
  if (temporal && !over_time)
    return g_strdup (_ ("an axis of time"));
  return check_scale (self, name, ter_json_get_object (object, "scale"), temporal);
}

static char *
parse_channel (TerFigureSpec *self, TerChannelName name, JsonObject *object)
{
  TerChannel *channel = &self->channels[name];
  const char *type = ter_json_get_string (object, "type");
  char *problem = check_channel (self, name, object);

  if (problem != NULL)
    return problem;
  channel->object = object;
  channel->field = ter_json_get_string (object, "field");
  channel->datum = json_object_get_member (object, "datum");
  channel->aggregate = ter_aggregate_parse (ter_json_get_string (object, "aggregate"));
  if (channel->aggregate == TER_AGGREGATE_UNKNOWN)
    return g_strdup_printf (_ ("the computation “%s”"), ter_json_get_string (object, "aggregate"));
  channel->quantitative = type != NULL ? strcmp (type, "quantitative") == 0
                                       : channel->aggregate != TER_AGGREGATE_NONE || ter_json_node_is_number (channel->datum);
  channel->temporal = g_strcmp0 (type, "temporal") == 0;
  channel->title = ter_json_get_string (ter_json_get_object (object, "axis"), "title");
  if (channel->title == NULL)
    channel->title = ter_json_get_string (ter_json_get_object (object, "legend"), "title");
  if (channel->title == NULL)
    channel->title = ter_json_get_string (ter_json_get_object (object, "header"), "title");
  if (channel->title == NULL)
    channel->title = ter_json_get_string (object, "title");
  return NULL;
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

char *
ter_figure_spec_parse (TerFigureSpec *self, JsonObject *spec)
{
  g_auto (TerFigureClasses) classes = { 0 };
  g_autoptr (TerFigureParams) params = NULL;
  char *problem;

  *self = (TerFigureSpec) { .mark = TER_MARK_TABLE };
  if (spec == NULL)
    return g_strdup (_ ("a specification that is not there"));
  problem = check_composition (spec);
  if (problem == NULL)
    params = ter_figure_params_new (spec, &problem);
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
