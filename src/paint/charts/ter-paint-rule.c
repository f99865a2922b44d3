/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-paint-axes.h"

/* A figure of nothing but lines and bands across it, which ter-paint-chart.c paints. */
static void
paint (const TerPaintJob *job)
{
  ter_paint_axes_draw_grid (job, FALSE);
}

const TerPainter ter_paint_rule = { .mark = TER_MARK_RULE, .paint = paint, .paint_texts = ter_paint_axes_draw_texts };
