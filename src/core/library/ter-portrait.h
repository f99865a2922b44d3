/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-library.h"
#include "ter-statistics.h"

G_BEGIN_DECLS

/* What a pack's tables tell of a territory. Its indicators are the columns of numbers with an `aggregation` in the tables of a
 * level: those of the manifest's "territories", and those with a `level` and a column `code`, with one row a territory. Columns of one name in tables of
 * several levels are one indicator. Main thread: it reads from the library. */
typedef struct _TerPortrait TerPortrait;

/* A value of an indicator, of one territory. */
typedef struct
{
  double value;      /* NaN: unknown */
  gboolean computed; /* from the territory's communes, by the column's rule: no table of its level has it */
  guint n_missing;   /* of these communes, how many have none */
} TerMeasure;

typedef struct
{
  char *id; /* the columns' name */
  char *title;
  char *unit; /* nullable */
  TerAggregation aggregation;
  JsonObject *resource; /* the table's, for its sources; the pack keeps it */
  char *source;         /* nullable: the column's own, in place of the table's */
  char *vintage;        /* nullable: what day the values describe, the column's or the table's */
  char *base;           /* nullable: what is counted, of what */
  TerMeasure measure;
  /* Among the territories of its level that the same one holds: a commune's département, a département's région, France. */
  char *within;  /* "departement:94"; nullable */
  TerRank rank;  /* the greatest first; rank 0 when it has none */
  double median; /* of these; NaN when there is none */
} TerIndicator;

/* The level whose territories are the rows of a table, by their column `code`. %FALSE: it is of no level. */
gboolean ter_portrait_get_level (TerPack *pack, JsonObject *resource, TerLevel *level);
/* Reads the tables of @pack that have indicators. */
TerPortrait *ter_portrait_new (TerLibrary *library, TerPack *pack);
void ter_portrait_free (TerPortrait *self);
/* (transfer full), of TerIndicator: those with a value for @territory, in the order of the manifest. */
GPtrArray *ter_portrait_list_indicators (TerPortrait *self, const TerTerritory *territory);
/* The same indicator for another territory. */
TerMeasure ter_portrait_get_measure (TerPortrait *self, const char *indicator, const char *territory);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerPortrait, ter_portrait_free)

G_END_DECLS
