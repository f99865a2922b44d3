/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart-layout-private.h"
#include "ter-figure-private.h"

G_BEGIN_DECLS

/* A mark: what Vega-Lite calls it, what it takes, how its rows become what is drawn, where that is, and what it is called. Each has
 * a file of its own, ter-mark-NAME.c; ter-mark.c lists them. All is static: any thread. */

/* What a mark may have beside what all have. */
typedef enum
{
  TER_MARK_OVER_TIME = 1 << 0, /* an axis of time along x */
  TER_MARK_CURVED = 1 << 1,    /* a logarithmic axis, or one of square roots */
  TER_MARK_PLACED = 1 << 2,    /* what has a place is drawn, whatever its value */
  TER_MARK_OWN_FORM = 1 << 3,  /* what it says of its form is passed over: it has one of ours */
  TER_MARK_DATUM = 1 << 4,     /* a value of an axis may stand in place of a field */
  TER_MARK_GUIDE = 1 << 5,     /* it lies across another mark, as one of its layers */
  TER_MARK_GROUND = 1 << 6     /* others may lie across it */
} TerMarkTraits;

struct _TerMarkType
{
  TerMark mark;
  const char *name; /* Vega-Lite's */
  guint channels;   /* TER_MARK_CHANNEL (), beside x, y, color, order and tooltip */
  TerMarkTraits traits;
  guint most;           /* rows: more than these nobody could read or walk through; 0: as many as there are */
  const char *too_many; /* what is said of more: "%u points" */

  /* All (transfer full) (nullable): what stands in the way, in the locale's language. */
  char *(*parse) (TerFigureSpec *spec, JsonObject *mark); /* (nullable): @mark: its definition, where it is an object */
  char *(*resolve) (TerFigure *figure);

  /* Words, (transfer full). */
  char *(*dup_name) (TerFigure *figure, const TerDatum *datum);  /* (nullable): its category, group and series */
  char *(*dup_value) (TerFigure *figure, const TerDatum *datum); /* (nullable): its value */
  char *(*dup_count) (TerFigure *figure, guint n);               /* "12 points" */
  char *(*describe) (TerFigure *figure);                         /* (nullable): in place of the highest and the lowest */
  char *(*describe_more) (TerFigure *figure);                    /* (nullable): before them; (nullable) itself */
  int part_decimals;                                             /* of a part of a whole, in per cent */

  /* Places; all nullable. */
  void (*lay_out) (TerChartMaker *maker); /* %NULL: it is not drawn as a chart */
  int (*hit) (TerChartLayout *layout, double x, double y);
  guint (*step) (TerChartLayout *layout, guint mark, int dx, int dy);
};

#define TER_MARK_CHANNEL(name) (1u << TER_CHANNEL_##name)
#define TER_MARK_OFFSETS (TER_MARK_CHANNEL (X_OFFSET) | TER_MARK_CHANNEL (Y_OFFSET))
#define TER_MARK_FACETS (TER_MARK_CHANNEL (ROW) | TER_MARK_CHANNEL (COLUMN))

/* (nullable): by Vega-Lite's name. */
const TerMarkType *ter_mark_find (const char *name);
/* (nullable): the first of that number. */
const TerMarkType *ter_mark_get (TerMark mark);

/* Parts of words that several marks share. All (transfer full). */
/* Each part once: a colour often repeats the name. */
char *ter_mark_join (char **parts, guint n);
/* The name of a datum with its panel's. */
char *ter_mark_dup_full_name (TerFigure *figure, guint datum);
/* "12 points in 3 series"; takes @count. */
char *ter_mark_dup_in_series (TerFigure *figure, char *count);
/* "12 points", in their series where these have names. */
char *ter_mark_dup_points (TerFigure *figure, guint n);
/* "3 parts" */
char *ter_mark_dup_parts (TerFigure *figure, guint n);

G_END_DECLS
