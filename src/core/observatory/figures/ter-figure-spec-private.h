/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"
#include "ter-bin.h"
#include "ter-time-unit.h"

G_BEGIN_DECLS

/* A Vega-Lite specification taken apart; everything is borrowed from it. */

typedef enum
{
  TER_CHANNEL_X,
  TER_CHANNEL_Y,
  TER_CHANNEL_X_OFFSET,
  TER_CHANNEL_Y_OFFSET,
  TER_CHANNEL_COLOR,
  TER_CHANNEL_TEXT,
  TER_CHANNEL_ORDER,
  TER_CHANNEL_TOOLTIP,
  TER_CHANNEL_SHAPE,
  TER_CHANNEL_THETA,
  TER_CHANNEL_SIZE,
  TER_CHANNEL_DETAIL,
  TER_CHANNEL_ROW,
  TER_CHANNEL_COLUMN,
  TER_CHANNEL_X2,
  TER_CHANNEL_Y2,
  TER_N_CHANNELS
} TerChannelName;

typedef struct
{
  JsonObject *object; /* %NULL: the channel is not used */
  const char *field;  /* nullable */
  JsonNode *datum;    /* nullable: a value of the axis, in place of a field */
  TerAggregate aggregate;
  const char *by;   /* nullable: the other field of an argmax or argmin */
  TerTimeUnit unit; /* that its dates are cut to */
  gboolean binned;
  GHashTable *keys; /* nullable: a value's text → what `sort` compares; the figure's */
  gboolean keys_descend;
  gboolean quantitative;
  gboolean temporal;
  const char *title; /* nullable: the table's */
} TerChannel;

typedef struct
{
  TerMark mark;
  const TerMarkType *type; /* NULL: a table */
  TerStack stack;
  gboolean overlaid; /* stack: null */
  gboolean horizontal;
  gboolean points; /* of a line or an area */
  gboolean zero;   /* an axis of numbers along x holds zero */
  gboolean band;   /* a rectangle across the chart */
  gboolean hole;   /* of a ring: an arc with an inner radius */
  TerChannel channels[TER_N_CHANNELS];
  const TerChannel *value, *category, *offset; /* nullable */
} TerFigureSpec;

const char *ter_figure_channels_get_name (TerChannelName channel);
/* %TER_N_CHANNELS when there is none of that name. */
TerChannelName ter_figure_channels_find (const char *name);
/* All (transfer full) (nullable): what stands in the way, in the locale's language: the channel is not used; it should tell series, parts
 * or panels apart, but holds numbers; the value's channel asks for something else to stand on. */
char *ter_figure_channels_require (TerFigureSpec *self, TerChannelName name);
char *ter_figure_channels_check_names (TerFigureSpec *self, TerChannelName name);
/* The same of what a channel says of its ticks, or of the text of its values. @options: (nullable): with `format` and `formatType` */
char *ter_figure_axes_check (const TerChannel *channel);
char *ter_figure_axes_check_format (const TerChannel *channel, JsonObject *options);
char *ter_figure_channels_parse_stack (TerFigureSpec *self);

/* (transfer full) (nullable): what the specification asks for that is not drawn, in the locale's language. */
char *ter_figure_spec_parse (TerFigureSpec *self, JsonObject *spec);

G_END_DECLS
