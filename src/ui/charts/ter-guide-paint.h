/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-chart-layout.h"

G_BEGIN_DECLS

/* A line or a band across a chart, and its sample in the legend: a line is dashed, unlike an axis; a band is a tint between two edges. */
void
ter_guide_paint (GtkSnapshot *snapshot, const TerGuide *guide, const TerRect *rect, gboolean hovered, const GdkRGBA *foreground);

G_END_DECLS
