/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-frame-private.h"

G_BEGIN_DECLS

/* What dates are cut to (https://vega.github.io/vega-lite/docs/timeunit.html). */
typedef enum
{
  TER_TIME_UNIT_NONE,
  TER_TIME_UNIT_YEAR,
  TER_TIME_UNIT_YEARMONTH,
  TER_TIME_UNIT_MONTH, /* of any year: Vega-Lite says 2012 */
} TerTimeUnit;

TerTimeUnit ter_time_unit_parse (const char *name); /* NONE for one that is not drawn */
/* The code of dates of the next one. */
double ter_time_unit_next (TerTimeUnit unit, double code);
/* (transfer none): as a table would write it, and in words. */
const char *ter_time_unit_get_text (TerTimeUnit unit, double code);
/* (transfer none): “May 2020”, “May”. */
const char *ter_time_unit_get_label (TerTimeUnit unit, double code);
/* (transfer full) (nullable): what stands in the way, in the locale's language. Adds the column @name, of @source cut to @unit. */
char *ter_time_unit_add_column (TerFrame *frame, TerFrameColumn *source, TerTimeUnit unit, const char *name);

G_END_DECLS
