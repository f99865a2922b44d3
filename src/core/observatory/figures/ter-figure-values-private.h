/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-spec-private.h"

G_BEGIN_DECLS

/* The distinct values of a column, in the order in which an axis or a legend shows them. */

typedef struct
{
  const char *text; /* borrowed from the table */
  const char *label;
  double number; /* NaN for a text */
  double key;    /* what `sort` asked to compare */
  guint met;     /* its number in the order of the data */
} TerFigureValue;

/**
 * ter_figure_values_new:
 * @column: (nullable): %NULL gives one value without a name
 * @channel: (nullable): the channel, with its `sort`, `scale.domain` and keys
 * @number_of: (out caller-allocates): for each row, its value's number
 *
 * Orders as https://vega.github.io/vega-lite/docs/sort.html says: ascending when nothing is said, as in the data for null;
 * equal ones as in the data.
 *
 * Returns: (element-type TerFigureValue): never empty unless there are no rows
 */
GArray *ter_figure_values_new (TerFrame *frame, TerFrameColumn *column, const TerChannel *channel, guint *number_of);

G_END_DECLS
