/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-chart.h"

G_BEGIN_DECLS

/* How the marks of a panel are painted. */
void ter_mark_paint_lines (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
void ter_mark_paint_areas (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
void ter_mark_paint_points (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
void ter_mark_paint_ticks (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
void ter_mark_paint_parts (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
void ter_mark_paint_cells (TerChart *chart, TerChartLayout *layout, GtkSnapshot *snapshot, const GdkRGBA *foreground);
/* (transfer full): the outline of a part of a ring. */
GskPath *ter_mark_paint_new_part (TerChartLayout *layout, guint mark);

G_END_DECLS
