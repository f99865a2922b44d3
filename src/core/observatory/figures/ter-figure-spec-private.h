/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"
#include "ter-frame-private.h"

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
  TER_N_CHANNELS
} TerChannelName;

typedef struct
{
  JsonObject *object; /* %NULL: the channel is not used */
  const char *field;  /* nullable */
  TerAggregate aggregate;
  gboolean quantitative;
  gboolean temporal;
  const char *title; /* nullable: the table's */
} TerChannel;

typedef struct
{
  TerMark mark;
  TerStack stack;
  gboolean overlaid; /* stack: null */
  gboolean horizontal;
  gboolean points; /* of a line or an area */
  gboolean hole;   /* of a ring: an arc with an inner radius */
  TerChannel channels[TER_N_CHANNELS];
  const TerChannel *value, *category, *offset; /* nullable */
} TerFigureSpec;

/* (transfer full) (nullable): what the specification asks for that is not drawn, in the locale's language. */
char *ter_figure_spec_parse (TerFigureSpec *self, JsonObject *spec);

G_END_DECLS
