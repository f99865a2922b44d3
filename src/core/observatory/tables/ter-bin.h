/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-frame-private.h"

G_BEGIN_DECLS

/* Numbers in steps of one width (https://vega.github.io/vega-lite/docs/bin.html). */
typedef struct
{
  double start, stop, step;
} TerBin;

/* More steps than these nobody could read. */
#define TER_BIN_MOST 1000u

/**
 * ter_bin_init:
 * @options: (nullable): Vega-Lite's `bin`
 * @from: the least value
 * @to: the greatest value
 *
 * Chooses the steps: vega-statistics 1, bin, and the anchor of Vega's transform bin.
 *
 * Returns: %FALSE for more than %TER_BIN_MOST, or for options that say nothing
 */
gboolean ter_bin_init (TerBin *self, JsonObject *options, double from, double to);
/* How many steps. */
guint ter_bin_get_n (const TerBin *self);
/* Where the step of @value begins; NaN for what is missing. */
double ter_bin_find (const TerBin *self, double value);
/* "0 – 10": (transfer none). */
const char *ter_bin_get_label (const TerBin *self, double start);
/* (transfer full) (nullable): what stands in the way, in the locale's language. Adds the column @name: where each row's step begins. */
char *ter_bin_add_column (TerBin *self, TerFrame *frame, TerFrameColumn *source, JsonObject *options, const char *name);

G_END_DECLS
