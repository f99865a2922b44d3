/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Plain values; any thread. */

typedef enum
{
  TER_SCALE_LINEAR,
  TER_SCALE_SQRT,
  TER_SCALE_LOG,
  TER_SCALE_TIME
} TerScaleKind;

typedef struct
{
  double domain[2]; /* of the data; the first is the smaller. Of time: in days since 1 January 1970 */
  double range[2];  /* in pixels; may run backwards */
  TerScaleKind kind;
} TerScale;

typedef struct
{
  double start; /* of the first band, in pixels */
  double step;  /* from one band's start to the next one's */
  double bandwidth;
} TerBandScale;

/* Where @value lies in the range; a domain without extent is mapped to the middle, as d3-scale does. NaN for what has no
 * logarithm. */
double ter_scale_map (const TerScale *self, double value);

/**
 * ter_scale_nice:
 * @count: about how many ticks the domain should hold; Vega's default is 10
 *
 * Widens the domain to multiples of the tick step: Vega-Lite's `nice`. The rule is that of d3-scale 4, linear.nice: the
 * step is computed again from the widened domain until it no longer changes, ten times at most. A logarithmic one is widened to
 * powers of ten (d3-scale 4, log.nice); one of time is left as it is, as Vega-Lite leaves it.
 */
void ter_scale_nice (TerScale *self, guint count);

/**
 * ter_scale_ticks:
 * @count: about how many are wanted
 *
 * Round values in the domain: multiples of 1, 2 or 5 times a power of ten, the step being the one whose ratio to
 * (domain / count) is nearest in a logarithmic sense, with bounds at √2, √10 and √50 (d3-array 3, ticks). Of a logarithmic
 * scale: powers of ten, with what lies between them while there is room (d3-scale 4, log.ticks). Of time: first days of
 * years, quarters, months and weeks, or days (d3-time 3, ticks, without hours).
 *
 * Returns: (transfer full) (element-type double): the ticks, ascending
 */
GArray *ter_scale_ticks (const TerScale *self, guint count);

/* How many decimals tell the ticks of such a step apart: 0 for 5, 1 for 0.5. */
int ter_ticks_get_decimals (const GArray *ticks);

/**
 * ter_band_scale_init:
 * @n: how many bands
 * @start: of the range
 * @end: of the range
 * @inner: space between bands, as a part of the step (Vega-Lite: 0.1 for bars)
 * @outer: space at both ends, as a part of the step (Vega-Lite: inner / 2)
 *
 * Shares the range out: step = (end − start) / max(1, n − inner + 2 outer), centred (d3-scale 4, scaleBand, align 0.5, not rounded).
 */
void ter_band_scale_init (TerBandScale *self, guint n, double start, double end, double inner, double outer);
double ter_band_scale_map (const TerBandScale *self, guint index); /* where a band begins */

G_END_DECLS
