/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-column.h"

G_BEGIN_DECLS

/* What a cell can be. */
typedef enum
{
  TER_READS_DOT,   /* a number with a decimal point */
  TER_READS_COMMA, /* … with a decimal comma */
  TER_READS_DAY_FIRST,
  TER_READS_MONTH_FIRST,
  TER_READS_MONTH,
  TER_READS_YEAR,
  TER_READS_BOOLEAN,
  TER_N_READINGS,
} TerReading;

#define TER_NO_ROW G_MAXUINT

/* What all cells of a column are. A row is %TER_NO_ROW when there is none. */
typedef struct
{
  guint n;                                  /* cells that hold something, and not a sign for no value */
  guint n_read[TER_N_READINGS];             /* of them, those that can be this … */
  guint bad_row[TER_N_READINGS];            /* … and the first that cannot */
  guint n_fractions[2];                     /* with a dot, with a comma */
  guint group_row[2];                       /* the first where the other sign stands between thousands */
  guint n_recent;                           /* years from 1900 to 2100 */
  guint n_communes, n_epci;                 /* codes of the pack's own */
  guint n_level, lost_row;                  /* codes of the level that the name tells; the first that lost its zero */
  guint n_units, unit_row;                  /* with the unit of the first; the first with another, or none */
  guint exponent_row, missing_row, two_row; /* two: a year of two digits */
  const char *unit;                         /* nullable */
  const char *level;                        /* nullable: by the name */
  gboolean code;                            /* one begins with a superfluous zero */
  gboolean empty;                           /* one holds nothing */
  gboolean twice;                           /* two are the same */
} TerSheetCensus;

/* Looks at all cells of a column; the signs for no value that it has are appended to @missing. @level: (nullable): of the column's name */
void ter_sheet_census_take (TerSheetCensus *self, TerSheetTable *table, guint column, const char *level,
                            const TerSheetColumnOptions *options, GPtrArray *missing);

G_END_DECLS
