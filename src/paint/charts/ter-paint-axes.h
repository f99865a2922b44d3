/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-painter.h"

G_BEGIN_DECLS

/* The two axes of all charts but bars, which have their own. */

/* The lines of a grid, below what is drawn: across for each value; @down: down too, where points are read both ways. */
void ter_paint_axes_draw_grid (const TerPaintJob *job, gboolean down);
/* What is written along them, and their titles. */
void ter_paint_axes_draw_texts (const TerPaintJob *job);

G_END_DECLS
