/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-mark.h"

G_BEGIN_DECLS

/* Lines and bands across a chart: what rules, and rectangles with two ends on one axis, have in common. */

/* (transfer full) (nullable): what stands in the way: exactly one axis, of numbers or time. */
char *ter_mark_guide_parse (TerFigureSpec *spec);
/* Makes the guides and their data. (transfer full) (nullable): what stands in the way. */
char *ter_mark_guide_resolve (TerFigure *self);
/* Two axes at most, and nothing else. */
void ter_mark_guide_lay_out (TerChartMaker *maker);

G_END_DECLS
