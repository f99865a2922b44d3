/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-table.h"

G_BEGIN_DECLS

/* The rows of a figure on their way through its transforms. One thread at a time. */

typedef struct
{
  char *name;
  char *title;
  char *unit; /* nullable */
  TerColumnType type;
  double *numbers;     /* nullable: as the author wrote them; years too. Texts, and days and months, have none */
  double *codes;       /* nullable: of dates: what orders them (20200528, 20200500, 20200000); never a value to show */
  gboolean years;      /* the numbers are years: written without separators of thousands */
  const char **texts;  /* nullable when computed */
  const char **labels; /* nullable when computed */
  gboolean named;      /* its labels are the names of the territories whose codes its texts are */
  gboolean pending;    /* still in the table, of which most columns are never asked for */
  guint index;         /* its place there */
} TerFrameColumn;

typedef struct
{
  TerTable *table;    /* owns the texts */
  GPtrArray *columns; /* of TerFrameColumn: see ter_frame_get_column() */
  guint n_rows;
  guint *rows; /* nullable: which rows of the table they are, once some were left out */
} TerFrame;

TerFrame *ter_frame_new (TerTable *table);
void ter_frame_free (TerFrame *self);
/* (nullable): the column that names the territories of the column "code". */
TerFrameColumn *ter_frame_find_names (TerFrame *self);
TerFrameColumn *ter_frame_find (TerFrame *self, const char *name); /* nullable */
TerFrameColumn *ter_frame_get_column (TerFrame *self, guint index);

/* What a filter predicate or an aggregate asks for and we do not do: (transfer full) a sentence, in the locale's language. */
char *ter_frame_filter (TerFrame *self, JsonNode *predicate);
char *ter_frame_aggregate (TerFrame *self, JsonArray *operations, const char *const *group_by);

typedef enum
{
  TER_AGGREGATE_NONE,
  TER_AGGREGATE_SUM,
  TER_AGGREGATE_MEAN,
  TER_AGGREGATE_COUNT,
  TER_AGGREGATE_MIN,
  TER_AGGREGATE_MAX,
  TER_AGGREGATE_MEDIAN,
  TER_AGGREGATE_Q1,
  TER_AGGREGATE_Q3,
  TER_AGGREGATE_STDEV,
  TER_AGGREGATE_STDEVP,
  TER_AGGREGATE_DISTINCT,
  TER_AGGREGATE_VALID,
  TER_AGGREGATE_MISSING,
  TER_AGGREGATE_ARGMIN, /* the value in the row where another column, "by", is least */
  TER_AGGREGATE_ARGMAX,
  TER_AGGREGATE_UNKNOWN
} TerAggregate;
TerAggregate ter_aggregate_parse (const char *name); /* NONE for %NULL */
/* What one operation makes of @n rows, all of them when @rows is %NULL; NaN: nothing. @column: (nullable): of a count */
double ter_aggregate_compute (TerAggregate op, TerFrameColumn *column, const guint *rows, guint n);
/* (transfer full) (nullable): why a column of that kind cannot be computed with, in the locale's language. */
char *ter_aggregate_check (TerAggregate op, TerFrameColumn *column);

/* Columns that are computed. */
TerFrameColumn *ter_frame_column_new (const char *name, const char *title, const char *unit, TerColumnType type);
void ter_frame_column_free (gpointer column);

/* The text that tells values of a column apart, as Vega would compare them; "" for a missing one. */
const char *ter_frame_column_text (TerFrameColumn *column, guint row);
gboolean ter_frame_column_is_missing (TerFrameColumn *column, guint row);
/* What orders its values: a date's code, or else its number; NaN: missing, or a text. */
double ter_frame_column_get_order (TerFrameColumn *column, guint row);
/* How many decimals its numbers need: at most 3, or as many as the largest has for three significant digits. */
int ter_frame_column_count_decimals (TerFrameColumn *column, guint n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFrame, ter_frame_free)

G_END_DECLS
