/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-spec-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-classes.h"
#include "ter-figure-params.h"
#include "ter-json.h"

static const char *const channel_names[TER_N_CHANNELS] = {
  "x", "y", "xOffset", "yOffset", "color", "text", "order", "tooltip", "shape", "theta", "size", "detail", "row", "column",
};

/* Vega-Lite's marks, and the channels that each has here beside x, y and color. */
#define CHANNEL(name) (1u << TER_CHANNEL_##name)
#define OFFSETS (CHANNEL (X_OFFSET) | CHANNEL (Y_OFFSET))
#define FACETS (CHANNEL (ROW) | CHANNEL (COLUMN))

static const struct
{
  const char *name;
  TerMark mark;
  guint channels;
} marks[] = {
  { "bar", TER_MARK_BAR, OFFSETS | FACETS | CHANNEL (TEXT) | CHANNEL (SHAPE) },
  { "text", TER_MARK_TEXT, OFFSETS | CHANNEL (TEXT) | CHANNEL (SHAPE) },
  { "geoshape", TER_MARK_MAP, OFFSETS | CHANNEL (TEXT) | CHANNEL (SHAPE) },
  { "line", TER_MARK_LINE, FACETS | CHANNEL (DETAIL) },
  { "area", TER_MARK_AREA, FACETS },
  { "point", TER_MARK_POINT, FACETS | CHANNEL (SIZE) | CHANNEL (SHAPE) | CHANNEL (DETAIL) },
  { "circle", TER_MARK_POINT, FACETS | CHANNEL (SIZE) | CHANNEL (DETAIL) },
  { "arc", TER_MARK_ARC, CHANNEL (THETA) },
  { "rect", TER_MARK_RECT, 0 },
};

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
  double radius = 0;

  if (self->mark == TER_MARK_BAR || self->mark == TER_MARK_TEXT || self->mark == TER_MARK_MAP)
    return NULL;
  for (guint i = 0; mark != NULL && refused[i] != NULL; i++)
    if (json_object_has_member (mark, refused[i]) && !(self->mark == TER_MARK_AREA && strcmp (refused[i], "line") == 0))
      return g_strdup_printf (_ ("“%s”"), refused[i]);
  if (interpolate != NULL && strcmp (interpolate, "linear") != 0)
    return g_strdup_printf (_ ("“%s”"), interpolate);
  self->points = ter_json_node_object (point) != NULL || ter_json_get_boolean (mark, "point", FALSE);
  self->hole = ter_json_get_number (mark, "innerRadius", &radius) && radius > 0;
  return NULL;
}

static char *
parse_mark (TerFigureSpec *self, JsonObject *spec, guint *channels)
{
  JsonObject *object = ter_json_get_object (spec, "mark");
  const char *mark = ter_json_get_string (spec, "mark");

  if (mark == NULL)
    mark = ter_json_get_string (object, "type");
  for (guint i = 0; mark != NULL && i < G_N_ELEMENTS (marks); i++)
    if (strcmp (marks[i].name, mark) == 0)
      {
        self->mark = marks[i].mark;
        *channels = marks[i].channels | CHANNEL (X) | CHANNEL (Y) | CHANNEL (COLOR) | CHANNEL (ORDER) | CHANNEL (TOOLTIP);
        return parse_form (self, object);
      }
  return g_strdup_printf (_ ("the mark “%s”"), mark ?: "?");
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
  if (axis && !temporal && (self->mark == TER_MARK_LINE || self->mark == TER_MARK_POINT) && g_strv_contains (curved, type))
    return NULL;
  return g_strdup_printf (_ ("the scale “%s”"), type);
}

static char *
check_channel (TerFigureSpec *self, TerChannelName name, JsonObject *object)
{
  static const char *const unknown[] = { "bin", "timeUnit", "condition", "impute", "datum", "bandPosition" };
  gboolean temporal = g_strcmp0 (ter_json_get_string (object, "type"), "temporal") == 0;
  gboolean over_time =
    name == TER_CHANNEL_X && (self->mark == TER_MARK_LINE || self->mark == TER_MARK_AREA || self->mark == TER_MARK_POINT);

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (json_object_has_member (object, unknown[i]))
      return g_strdup_printf (_ ("“%s”"), unknown[i]);
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
  channel->aggregate = ter_aggregate_parse (ter_json_get_string (object, "aggregate"));
  if (channel->aggregate == TER_AGGREGATE_UNKNOWN)
    return g_strdup_printf (_ ("the computation “%s”"), ter_json_get_string (object, "aggregate"));
  channel->quantitative = type != NULL ? strcmp (type, "quantitative") == 0 : channel->aggregate != TER_AGGREGATE_NONE;
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
parse_channels (TerFigureSpec *self, JsonObject *encoding, guint channels)
{
  /* Said elsewhere in our own way, or of no use without a mouse: quietly passed over. */
  static const char *const quiet[] = { "description", "key", "href", "url", NULL };
  g_autoptr (GList) members = encoding != NULL ? json_object_get_members (encoding) : NULL;

  for (GList *l = members; l != NULL; l = l->next)
    {
      const char *name = l->data;
      JsonObject *object = ter_json_get_object (encoding, name);
      char *problem;
      guint i;

      for (i = 0; i < TER_N_CHANNELS && strcmp (channel_names[i], name) != 0; i++)
        ;
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

static char *
parse_stack (TerFigureSpec *self)
{
  JsonNode *node = json_object_get_member (self->value->object, "stack");
  const char *text = ter_json_node_string (node);

  if (node != NULL &&
      (JSON_NODE_HOLDS_NULL (node) ||
       (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node))))
    {
      self->overlaid = TRUE;
      return NULL;
    }
  if (g_strcmp0 (text, "center") == 0)
    return g_strdup_printf (_ ("“%s”"), "center");
  self->stack = g_strcmp0 (text, "normalize") == 0 ? TER_STACK_NORMALIZE : TER_STACK_ZERO;
  return NULL;
}

/* Which way bars go: along the quantitative axis (https://vega.github.io/vega-lite/docs/bar.html). */
static char *
parse_bar (TerFigureSpec *self)
{
  const TerChannel *x = &self->channels[TER_CHANNEL_X], *y = &self->channels[TER_CHANNEL_Y];

  if (x->quantitative == y->quantitative)
    return g_strdup (x->quantitative ? _ ("bars between two axes of numbers") : _ ("bars without an axis of numbers"));
  self->horizontal = x->quantitative;
  self->value = self->horizontal ? x : y;
  self->category = self->horizontal ? y : x;
  self->offset = &self->channels[self->horizontal ? TER_CHANNEL_Y_OFFSET : TER_CHANNEL_X_OFFSET];
  if (self->category->object == NULL)
    self->category = NULL;
  if (self->offset->object == NULL)
    self->offset = NULL;
  if (json_object_has_member (self->value->object, "value"))
    return g_strdup (_ ("bars without an axis of numbers"));
  return parse_stack (self);
}

/* A channel that tells series, parts or panels apart. */
static char *
check_names (TerFigureSpec *self, TerChannelName name)
{
  if (!self->channels[name].quantitative)
    return NULL;
  return g_strdup (name == TER_CHANNEL_COLOR ? _ ("a colour of numbers") : _ ("panels of numbers"));
}

static char *
require (TerFigureSpec *self, TerChannelName name)
{
  const TerChannel *channel = &self->channels[name];

  if (channel->field != NULL || channel->aggregate != TER_AGGREGATE_NONE)
    return NULL;
  /* Translators: %s is a word of the Vega-Lite language. */
  return g_strdup_printf (_ ("a mark without the channel “%s”"), channel_names[name]);
}

/* Lines, areas and points: an axis each way (https://vega.github.io/vega-lite/docs/line.html, area.html, point.html). */
static char *
parse_plot (TerFigureSpec *self)
{
  const TerChannel *color = &self->channels[TER_CHANNEL_COLOR], *other = &self->channels[TER_CHANNEL_DETAIL];
  char *problem = require (self, TER_CHANNEL_X) ?: require (self, TER_CHANNEL_Y) ?: check_names (self, TER_CHANNEL_COLOR);

  if (problem != NULL)
    return problem;
  self->value = &self->channels[TER_CHANNEL_Y];
  if (self->mark == TER_MARK_POINT)
    {
      other = &self->channels[TER_CHANNEL_SHAPE];
      if (self->channels[TER_CHANNEL_SIZE].object != NULL && !self->channels[TER_CHANNEL_SIZE].quantitative)
        return g_strdup_printf (_ ("the channel “%s”"), "size");
    }
  else if (self->channels[TER_CHANNEL_ORDER].object != NULL)
    return g_strdup_printf (_ ("the channel “%s”"), "order");
  else if (!self->value->quantitative)
    return g_strdup (_ ("a line without an axis of numbers"));
  if (other->field != NULL && color->field != NULL && strcmp (other->field, color->field) != 0)
    return g_strdup_printf (_ ("the channel “%s”"), channel_names[other - self->channels]);
  return self->mark == TER_MARK_AREA ? parse_stack (self) : NULL;
}

/* A whole in parts (https://vega.github.io/vega-lite/docs/arc.html). */
static char *
parse_arc (TerFigureSpec *self)
{
  char *problem = require (self, TER_CHANNEL_THETA) ?: require (self, TER_CHANNEL_COLOR) ?: check_names (self, TER_CHANNEL_COLOR);

  if (problem == NULL && self->channels[TER_CHANNEL_X].object != NULL)
    problem = g_strdup_printf (_ ("the channel “%s”"), "x");
  if (problem == NULL && self->channels[TER_CHANNEL_Y].object != NULL)
    problem = g_strdup_printf (_ ("the channel “%s”"), "y");
  if (problem != NULL)
    return problem;
  self->value = &self->channels[TER_CHANNEL_THETA];
  problem = parse_stack (self);
  if (problem == NULL && self->overlaid)
    problem = g_strdup_printf (_ ("“%s”"), "stack");
  return problem;
}

/* A table of colours: a number where two names meet (https://vega.github.io/vega-lite/docs/rect.html). */
static char *
parse_rect (TerFigureSpec *self)
{
  char *problem = require (self, TER_CHANNEL_X) ?: require (self, TER_CHANNEL_Y) ?: require (self, TER_CHANNEL_COLOR);

  if (problem == NULL && (self->channels[TER_CHANNEL_X].quantitative || self->channels[TER_CHANNEL_Y].quantitative))
    problem = g_strdup (_ ("rectangles between axes of numbers"));
  if (problem == NULL && !self->channels[TER_CHANNEL_COLOR].quantitative)
    problem = g_strdup (_ ("rectangles without a number for each"));
  self->value = &self->channels[TER_CHANNEL_COLOR];
  return problem;
}

static char *
parse_marks_own (TerFigureSpec *self)
{
  switch (self->mark)
    {
    case TER_MARK_BAR: return parse_bar (self);
    case TER_MARK_LINE:
    case TER_MARK_AREA:
    case TER_MARK_POINT: return parse_plot (self);
    case TER_MARK_ARC: return parse_arc (self);
    case TER_MARK_RECT: return parse_rect (self);
    case TER_MARK_TEXT:
      return self->channels[TER_CHANNEL_TEXT].object == NULL ? g_strdup (_ ("a text without the channel “text”")) : NULL;
    case TER_MARK_MAP:
    case TER_MARK_TABLE:
    default: return NULL;
    }
}

char *
ter_figure_spec_parse (TerFigureSpec *self, JsonObject *spec)
{
  guint channels = 0;
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
    problem = parse_mark (self, spec, &channels);
  if (problem == NULL)
    problem = parse_channels (self, ter_json_get_object (spec, "encoding"), channels);
  if (problem == NULL)
    problem = parse_marks_own (self);
  if (problem == NULL)
    problem = check_names (self, TER_CHANNEL_ROW) ?: check_names (self, TER_CHANNEL_COLUMN);
  if (problem == NULL)
    problem = ter_figure_classes_parse (&classes, spec, self->mark);
  if (problem != NULL)
    self->mark = TER_MARK_TABLE;
  return problem;
}
