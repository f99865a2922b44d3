/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-spec-private.h"
#include "ter-figure-values-private.h"
#include "ter-outline.h"

G_BEGIN_DECLS

/* For the files ter-figure-*.c. */

/* An axis of lines, areas, points or cells. */
typedef struct
{
  TerFrameColumn *column;
  GArray *values; /* of TerFigureValue; NULL: numbers or time */
  TerScale scale;
  int decimals;
  TerTimeUnit unit; /* of time */
} TerFigureAxis;

struct _TerFigure
{
  GObject parent_instance;
  JsonObject *spec; /* keeps what is borrowed from it */
  TerFigureSpec parsed;
  TerFrame *frame;
  char *problem;

  GArray *categories, *groups, *series; /* of TerFigureValue */
  GArray *data;                         /* of TerDatum */
  gboolean has_legend;
  double domain[2]; /* of bars */
  TerFigureAxis axes[TER_N_AXES];
  double reach[TER_N_AXES][2]; /* what the axes must hold besides: the guides of a layer; NaN: nothing */
  TerBin bin;                  /* of the channel that has one */
  GPtrArray *orders;           /* of GHashTable: what channels are sorted by */
  double turn[2];              /* where a ring begins and ends, in radians, clockwise from the top */
  GArray *guides;              /* of TerGuide */
  GPtrArray *layers;           /* nullable: of TerFigure: the units that the guides come from */
  GPtrArray *facets;           /* names */
  guint n_missing;
  gboolean stacked; /* something stands on something */

  GPtrArray *shown;                                                            /* of TerFrameColumn: the table twin's */
  GArray *rows;                                                                /* of guint: its rows */
  TerFrameColumn *value;                                                       /* nullable */
  TerFrameColumn *category_column, *series_column, *name_column, *size_column; /* nullable */
  int decimals;
  TerOutline *outline;   /* nullable: the map's, once it is read */
  double *outlined;      /* nullable: the value of each of its features; NaN: none */
  guint n_strays;        /* rows with a value that no feature has the code of */
  GArray *shared_values; /* nullable: of double: those that a map's classes are made of, when it shares them */
};

/* All (transfer full) (nullable): what stands in the way, in the locale's language. */
char *ter_figure_find_column (TerFigure *self, const TerChannel *channel, TerFrameColumn **column);
/* Whether a column can stand for lengths, places and colours: its numbers, or years. */
gboolean ter_figure_has_numbers (TerFrameColumn *column);
/* A number of a column in words, with its unit, or without one that is no per cent: (transfer full). @column: (nullable) */
char *ter_figure_dup_number (TerFrameColumn *column, double value, int decimals);
char *ter_figure_dup_bare_number (TerFrameColumn *column, double value, int decimals);
/* The panels: @facet_of gives each row's. */
char *ter_figure_resolve_facets (TerFigure *self, guint *facet_of);
/* An axis: @places gives each row's place on it. */
char *ter_figure_resolve_axis (TerFigure *self, TerAxis axis, double *places);
/* Its domain, for values from @least to @most (NaN: there are none). */
char *ter_figure_find_domain (TerFigure *self, TerAxis axis, double least, double most);

/* Categories in steps of one width: those that nothing is in have their place too, and @number_of is told of it. */
char *ter_figure_fill_steps (TerFigure *self, const TerChannel *channel, GArray **values, guint *number_of);
/* Puts data (whose `row` is the frame's) on one another, within their panel, category and group: sets start and end. */
void ter_figure_stack (TerFigure *self, GArray *data, gboolean descending);
/* Appends @data (whose `row` is the frame's): they get the rows of the table twin. */
void ter_figure_take_data (TerFigure *self, GArray *data);
/* The column belongs to the table twin. */
void ter_figure_show_column (TerFigure *self, TerFrameColumn *column);
/* (nullable): the transform that finds a map's outline. */
JsonObject *ter_figure_find_lookup (TerFigure *self);
/* (nullable): the column that has the codes of a map; whether the outline is `data`, in which the rows are looked up. */
const char *ter_figure_get_lookup_key (TerFigure *self);
gboolean ter_figure_is_outline_first (TerFigure *self);
/* A place on an axis, as precise as the table: (transfer full). */
char *ter_figure_dup_place (TerFigure *self, const TerDatum *datum, TerAxis axis);
/* A guide's value in words: (transfer full). */
char *ter_figure_dup_guide_value (TerFigure *self, const TerGuide *guide, double value);
/* Takes the guides of other units, which it keeps: the data get one more each. */
void ter_figure_append_guides (TerFigure *self, TerFigure *layer, gboolean under);
/* The rows of the table twin that guides have: how many, and their cells; NaN and (transfer full) "" for what they do not tell. */
guint ter_figure_count_guide_rows (TerFigure *self);
double ter_figure_get_guide_number (TerFigure *self, guint row, guint column);
char *ter_figure_dup_guide_text (TerFigure *self, guint row, guint column);
/* A cell in words: (transfer full), "" when it is missing. */
char *ter_figure_dup_column_text (TerFigure *self, TerFrameColumn *column, guint frame_row);

G_END_DECLS
