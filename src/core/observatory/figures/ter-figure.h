/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-outline.h"
#include "ter-scale.h"
#include "ter-table.h"

G_BEGIN_DECLS

/* A figure with its values: a specification in our subset of Vega-Lite (docs/pack-format.md) applied to a table. What cannot
 * be drawn is a table, with the reason. Immutable; any thread. */
#define TER_TYPE_FIGURE (ter_figure_get_type ())
G_DECLARE_FINAL_TYPE (TerFigure, ter_figure, TER, FIGURE, GObject)

typedef enum
{
  TER_MARK_TABLE,
  TER_MARK_BAR,
  TER_MARK_TEXT,
  TER_MARK_MAP,
  TER_MARK_LINE,
  TER_MARK_AREA,
  TER_MARK_POINT,
  TER_MARK_ARC,
  TER_MARK_RECT,
  TER_MARK_TICK,
  TER_MARK_RULE
} TerMark;
typedef struct _TerMarkType TerMarkType; /* ter-mark.h */

typedef enum
{
  TER_STACK_NONE,
  TER_STACK_ZERO,
  TER_STACK_NORMALIZE
} TerStack;

typedef enum
{
  TER_AXIS_X,
  TER_AXIS_Y,
  TER_N_AXES
} TerAxis;

/* One thing drawn: a bar, a point of a line, a part of a ring, a cell. */
typedef struct
{
  guint facet;       /* its panel */
  guint category;    /* of a bar */
  guint group;       /* of a grouped bar, within its category */
  guint series;      /* its colour */
  double x, y;       /* where it is on the axes: a number, a day, or the number of a name; NaN: missing */
  double size;       /* of a point */
  double value;      /* as in the table; NaN when it is missing */
  double start, end; /* on the value axis, after stacking; parts of 1 when normalised, and of a ring */
  guint row;         /* of the table twin; TER_NO_ROW when the table has none: Vega-Lite fills the gaps of stacked areas */
  guint guide;       /* 0: one of the mark's own; else 1 + the number of the guide that it is */
} TerDatum;

/* A line or a band across the chart, at a value of an axis: a mean, a target, the quartiles. */
typedef struct
{
  TerAxis axis;      /* the one that holds its value */
  double from, to;   /* the same for a line */
  char *names[2];    /* of both ends: "First quartile", "Third quartile"; "" when they have none */
  char *name;        /* of the whole */
  int decimals;      /* that its values need, at most 3 */
  const char *color; /* the author's; nullable */
  gboolean under;    /* below what the mark draws */
} TerGuide;

#define TER_NO_ROW G_MAXUINT

/* (nullable): the name of the table that @spec asks for, `data.name`. */
const char *ter_figure_spec_get_table (JsonObject *spec);

/**
 * ter_figure_new:
 * @spec: (nullable): a Vega-Lite specification
 * @table: the table that it names
 *
 * Filters and aggregates, finds categories, groups and series in their order, stacks: all as Vega-Lite 5 does, but for one
 * thing: texts without an order of their own stand in the order of the reader's language, not of their code points. Parameters have
 * the author's values: see ter_figure_params_apply() for others.
 *
 * Returns: (transfer full): always a figure
 */
TerFigure *ter_figure_new (JsonObject *spec, TerTable *table);

/**
 * ter_figure_share_scales:
 * @figures: (element-type TerFigure): of one specification, of one parameter's values; nobody else has them yet
 *
 * Gives them the same axes, the same colours for the same names, and a map's classes of the values of all: what has one length or
 * colour in two of them is the same. Nothing happens when some are of another mark, or have no scale.
 */
void ter_figure_share_scales (GPtrArray *figures);

TerMark ter_figure_get_mark (TerFigure *self); /* TABLE when it cannot be drawn otherwise */
/* (nullable): what the figure asks for that we do not draw: "the mark “tick”". In the locale's language. */
const char *ter_figure_get_problem (TerFigure *self);

/* Bars */
gboolean ter_figure_is_horizontal (TerFigure *self);
TerStack ter_figure_get_stack (TerFigure *self);                         /* NONE also when no bar stands on another */
guint ter_figure_get_n_categories (TerFigure *self);                     /* 0 for marks other than bars */
const char *ter_figure_get_category (TerFigure *self, guint category);   /* "" when there is only one, without a name */
guint ter_figure_get_n_groups (TerFigure *self);                         /* bars side by side in a category */
const char *ter_figure_get_group (TerFigure *self, guint group);         /* in words, as all names here */
guint ter_figure_get_n_series (TerFigure *self);                         /* what colours tell apart */
const char *ter_figure_get_series (TerFigure *self, guint series);       /* "" when there is only one, without a name */
const char *ter_figure_get_series_color (TerFigure *self, guint series); /* the author's; nullable */
/* Whether colours say something that the categories do not. */
gboolean ter_figure_has_legend (TerFigure *self);
/* The value axis: what the author asked for, widened to hold zero and every bar, or else nice bounds. */
void ter_figure_get_domain (TerFigure *self, double *from, double *to);
const char *ter_figure_get_value_name (TerFigure *self);     /* nullable: the column's name in the table */
const char *ter_figure_get_value_title (TerFigure *self);    /* "" when there is none */
const char *ter_figure_get_value_unit (TerFigure *self);     /* nullable */
int ter_figure_get_value_decimals (TerFigure *self);         /* that the data need */
const char *ter_figure_get_category_title (TerFigure *self); /* nullable */
const char *ter_figure_get_series_title (TerFigure *self);   /* nullable */
const char *ter_figure_get_legend_title (TerFigure *self);   /* nullable: one that the author asked for */
/* (transfer full): a value with its unit, with the decimals that the data need. */
char *ter_figure_dup_value_text (TerFigure *self, double value);

/* (transfer full): the same without its unit, but for per cent. */
char *ter_figure_dup_value_number (TerFigure *self, double value);
gboolean ter_figure_has_year_values (TerFigure *self); /* they are written without separators of thousands */

/* What is drawn, in reading order, panel by panel. */
guint ter_figure_get_n_data (TerFigure *self);
const TerDatum *ter_figure_get_datum (TerFigure *self, guint datum); /* lives as long as the figure */
/* Those of the mark itself: the guides come after them. */
guint ter_figure_get_n_marks (TerFigure *self);
/* The lines and bands across the chart. */
guint ter_figure_get_n_guides (TerFigure *self);
/* @guide: below their number */
const TerGuide *ter_figure_get_guide (TerFigure *self, guint guide);
/* Whether something is drawn along an axis: a lone line across the chart has one only. */
gboolean ter_figure_has_axis (TerFigure *self, TerAxis axis);
/* (transfer full): what it is called, without its panel: its category, group and series, or series and place, each once. */
char *ter_figure_dup_datum_name (TerFigure *self, guint datum);
/* (transfer full): its name, its value, and that value as a part of the whole where there is one: "Employment: 7.1". */
char *ter_figure_dup_datum_text (TerFigure *self, guint datum);
/* (transfer full) (nullable): what the author wants to be told of it, a line a field (the channel `tooltip`). */
char *ter_figure_dup_datum_tooltip (TerFigure *self, guint datum);

/* Small multiples: panels on the same scales. There is always one, without a name when the figure has no others. */
guint ter_figure_get_n_facets (TerFigure *self);
const char *ter_figure_get_facet (TerFigure *self, guint facet); /* "" for the only one without a name */
/* @first, @n: (out): the data of a panel, which stand one after the other. */
void ter_figure_get_facet_data (TerFigure *self, guint facet, guint *first, guint *n);
gboolean ter_figure_has_facet_columns (TerFigure *self); /* whether panels may stand side by side */

/* Lines, areas, points, cells: their axes. */
guint ter_figure_get_n_names (TerFigure *self, TerAxis axis);                /* 0: an axis of numbers or of time */
const char *ter_figure_get_name (TerFigure *self, TerAxis axis, guint name); /* @name: below their number */
TerScale ter_figure_get_scale (TerFigure *self, TerAxis axis);               /* of numbers or time; its range is not set */
char *ter_figure_dup_axis_title (TerFigure *self, TerAxis axis);             /* (transfer full): "Population (inhabitants)" */
/* (transfer full): a place on an axis. @ticks: what else is written there (of days), nullable; @decimals: -1 for those of the data. */
char *ter_figure_dup_axis_text (TerFigure *self, TerAxis axis, double value, const GArray *ticks, int decimals);
/* (transfer full) (element-type double): the ticks of an axis of numbers or time, of bars' values too: those that the author wants, or about
 * @count round ones in the domain of @scale. */
GArray *ter_figure_dup_ticks (TerFigure *self, TerAxis axis, const TerScale *scale, guint count);
/* (transfer full): what stands at a tick, by the author's format and labelExpr or, without them, as ter_figure_dup_axis_text(). */
char *ter_figure_dup_tick_text (TerFigure *self, TerAxis axis, double value, const GArray *ticks, int decimals);
gboolean ter_figure_has_points (TerFigure *self); /* on its lines */
gboolean ter_figure_has_hole (TerFigure *self);   /* a ring */
/* Where a ring or a disc begins and ends, in radians, clockwise from the top. */
void ter_figure_get_turn (TerFigure *self, double *from, double *to);
/* The largest of the channel `size`; 0 when there is none. */
double ter_figure_get_largest_size (TerFigure *self);
char *ter_figure_dup_size_text (TerFigure *self, double size); /* (transfer full) */
const char *ter_figure_get_size_title (TerFigure *self);       /* nullable */
guint ter_figure_get_n_missing (TerFigure *self);              /* points that have no place */

/* A text mark: one number, or one text. */
double ter_figure_get_number (TerFigure *self); /* NaN when it is a text or missing */
char *ter_figure_dup_text (TerFigure *self);    /* (transfer full): "81 %" */

/* A map: the outline's resource, and the values by code. */
const char *ter_figure_get_outline (TerFigure *self); /* nullable */

/* The outline itself, once it is read: before anybody else has the figure, or on the main thread. From then on the territories are its
 * features, and no longer the rows. */
void ter_figure_set_outline (TerFigure *self, TerOutline *outline);
/* How many there are; 0 for no map. */
guint ter_figure_get_n_territories (TerFigure *self);
/* What one is: (transfer none). */
const char *ter_figure_get_territory_code (TerFigure *self, guint territory);
const char *ter_figure_get_territory_name (TerFigure *self, guint territory); /* its code when nothing names it */
double ter_figure_get_territory_value (TerFigure *self, guint territory);     /* NaN: none */
guint ter_figure_count_strays (TerFigure *self);                              /* rows with a value, and without an outline */

/* The mark of the row whose @column is @code: a reader's own territory. %FALSE: there is none, or marks are of several rows. */
gboolean ter_figure_find_datum (TerFigure *self, const char *column, const char *code, guint *datum);

/* The same as a table: the columns that the figure shows (all when it is a table), rows in the order shown. */
guint ter_figure_get_n_rows (TerFigure *self);
guint ter_figure_get_n_columns (TerFigure *self); /* those of the specification first, then what the marks add */
const char *ter_figure_get_column_title (TerFigure *self, guint column);      /* the author's, else the table's */
gboolean ter_figure_is_column_number (TerFigure *self, guint column);         /* its cells stand at the right */
double ter_figure_get_cell_number (TerFigure *self, guint row, guint column); /* of dates that are no years, what orders them */
char *ter_figure_dup_cell_text (TerFigure *self, guint row, guint column);    /* (transfer full): "" when missing */
gboolean ter_figure_is_guide_row (TerFigure *self, guint row);                /* it tells of a guide; those come last */

G_END_DECLS
