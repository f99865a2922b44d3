/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-spec-private.h"
#include "ter-json.h"

/* What the marks ask of the channels of a specification. */

static const char *const channel_names[TER_N_CHANNELS] = {
  "x",     "y",     "xOffset", "yOffset", "color", "text",   "order", "tooltip",
  "shape", "theta", "size",    "detail",  "row",   "column", "x2",    "y2",
};

const char *
ter_figure_channels_get_name (TerChannelName channel)
{
  g_return_val_if_fail (channel < TER_N_CHANNELS, "");
  return channel_names[channel];
}

TerChannelName
ter_figure_channels_find (const char *name)
{
  guint i;

  for (i = 0; i < TER_N_CHANNELS && g_strcmp0 (channel_names[i], name) != 0; i++)
    ;
  return i;
}

char *
ter_figure_channels_check_names (TerFigureSpec *self, TerChannelName name)
{
  if (!self->channels[name].quantitative)
    return NULL;
  return g_strdup (name == TER_CHANNEL_COLOR ? _ ("a colour of numbers") : _ ("panels of numbers"));
}

char *
ter_figure_channels_require (TerFigureSpec *self, TerChannelName name)
{
  const TerChannel *channel = &self->channels[name];

  if (channel->field != NULL || channel->aggregate != TER_AGGREGATE_NONE)
    return NULL;
  /* Translators: %s is a word of the Vega-Lite language. */
  return g_strdup_printf (_ ("a mark without the channel “%s”"), channel_names[name]);
}

char *
ter_figure_channels_parse_stack (TerFigureSpec *self)
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
