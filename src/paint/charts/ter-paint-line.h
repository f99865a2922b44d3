/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-painter.h"

G_BEGIN_DECLS

/* Whether @mark is joined to the one before: nothing is missing between them. */
gboolean ter_paint_line_goes_on (const TerPaintJob *job, guint mark);
/* The points of lines and areas: all, or what would not be seen without, and the one under the pointer. */
void ter_paint_line_draw_markers (const TerPaintJob *job, gboolean all);

G_END_DECLS
