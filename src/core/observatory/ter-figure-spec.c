/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-spec-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-classes.h"
#include "ter-json.h"

static const char *const channel_names[TER_N_CHANNELS] = {
  "x", "y", "xOffset", "yOffset", "color", "text", "order", "tooltip", "shape",
};

static char *
check_composition (JsonObject *spec)
{
  static const char *const composed[] = { "layer", "concat", "hconcat", "vconcat", "facet", "repeat", "spec", "params", "resolve" };

  for (guint i = 0; i < G_N_ELEMENTS (composed); i++)
    if (json_object_has_member (spec, composed[i]))
      /* Translators: %s is a word of the Vega-Lite language. */
      return g_strdup_printf (_("“%s”"), composed[i]);
  return NULL;
}

static char *
parse_mark (TerFigureSpec *self,
            JsonObject    *spec)
{
  const char *mark = ter_json_get_string (spec, "mark");

  if (mark == NULL)
    mark = ter_json_get_string (ter_json_get_object (spec, "mark"), "type");
  if (g_strcmp0 (mark, "bar") == 0)
    self->mark = TER_MARK_BAR;
  else if (g_strcmp0 (mark, "text") == 0)
    self->mark = TER_MARK_TEXT;
  else if (g_strcmp0 (mark, "geoshape") == 0)
    self->mark = TER_MARK_MAP;
  else
    return g_strdup_printf (_("the mark “%s”"), mark ?: "?");
  return NULL;
}

static char *
check_channel (JsonObject *object)
{
  static const char *const unknown[] = { "bin", "timeUnit", "condition", "impute", "datum" };
  static const char *const scales[] = { "linear", "band", "ordinal", "point", NULL };
  const char *scale = ter_json_get_string (ter_json_get_object (object, "scale"), "type");
  const char *type = ter_json_get_string (object, "type");

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    if (json_object_has_member (object, unknown[i]))
      return g_strdup_printf (_("“%s”"), unknown[i]);
  if (scale != NULL && !g_strv_contains (scales, scale) && !ter_figure_classes_is_scale (scale))
    return g_strdup_printf (_("the scale “%s”"), scale);
  if (g_strcmp0 (type, "temporal") == 0)
    return g_strdup (_("an axis of time"));
  return NULL;
}

static char *
parse_channel (TerChannel *channel,
               JsonObject *object)
{
  const char *type = ter_json_get_string (object, "type");
  char *problem = check_channel (object);

  if (problem != NULL)
    return problem;
  channel->object = object;
  channel->field = ter_json_get_string (object, "field");
  channel->aggregate = ter_aggregate_parse (ter_json_get_string (object, "aggregate"));
  if (channel->aggregate == TER_AGGREGATE_UNKNOWN)
    return g_strdup_printf (_("the computation “%s”"), ter_json_get_string (object, "aggregate"));
  channel->quantitative = type != NULL ? strcmp (type, "quantitative") == 0 : channel->aggregate != TER_AGGREGATE_NONE;
  channel->title = ter_json_get_string (ter_json_get_object (object, "axis"), "title");
  if (channel->title == NULL)
    channel->title = ter_json_get_string (object, "title");
  return NULL;
}

static char *
parse_channels (TerFigureSpec *self,
                JsonObject    *encoding)
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
      if (i == TER_N_CHANNELS)
        return g_strdup_printf (_("the channel “%s”"), name);
      if (object == NULL)
        continue;
      problem = parse_channel (&self->channels[i], object);
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

  if (node != NULL && (JSON_NODE_HOLDS_NULL (node) ||
                       (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN && !json_node_get_boolean (node))))
    {
      self->overlaid = TRUE;
      return NULL;
    }
  if (g_strcmp0 (text, "center") == 0)
    return g_strdup_printf (_("“%s”"), "center");
  self->stack = g_strcmp0 (text, "normalize") == 0 ? TER_STACK_NORMALIZE : TER_STACK_ZERO;
  return NULL;
}

/* Which way bars go: along the quantitative axis (https://vega.github.io/vega-lite/docs/bar.html). */
static char *
parse_bar (TerFigureSpec *self)
{
  const TerChannel *x = &self->channels[TER_CHANNEL_X], *y = &self->channels[TER_CHANNEL_Y];

  if (x->quantitative == y->quantitative)
    return g_strdup (x->quantitative ? _("bars between two axes of numbers") : _("bars without an axis of numbers"));
  self->horizontal = x->quantitative;
  self->value = self->horizontal ? x : y;
  self->category = self->horizontal ? y : x;
  self->offset = &self->channels[self->horizontal ? TER_CHANNEL_Y_OFFSET : TER_CHANNEL_X_OFFSET];
  if (self->category->object == NULL)
    self->category = NULL;
  if (self->offset->object == NULL)
    self->offset = NULL;
  if (json_object_has_member (self->value->object, "value"))
    return g_strdup (_("bars without an axis of numbers"));
  return parse_stack (self);
}

char *
ter_figure_spec_parse (TerFigureSpec *self,
                       JsonObject    *spec)
{
  g_auto (TerFigureClasses) classes = { 0 };
  char *problem;

  *self = (TerFigureSpec) { .mark = TER_MARK_TABLE };
  if (spec == NULL)
    return g_strdup (_("a specification that is not there"));
  problem = check_composition (spec);
  if (problem == NULL)
    problem = parse_mark (self, spec);
  if (problem == NULL)
    problem = parse_channels (self, ter_json_get_object (spec, "encoding"));
  if (problem == NULL && self->mark == TER_MARK_BAR)
    problem = parse_bar (self);
  if (problem == NULL && self->mark == TER_MARK_TEXT && self->channels[TER_CHANNEL_TEXT].object == NULL)
    problem = g_strdup (_("a text without the channel “text”"));
  if (problem == NULL)
    problem = ter_figure_classes_parse (&classes, spec, self->mark);
  if (problem != NULL)
    self->mark = TER_MARK_TABLE;
  return problem;
}
