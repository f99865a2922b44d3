/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"

G_BEGIN_DECLS

/* (transfer full): one sentence computed from the values: how many, the highest, the lowest, what is missing. In the
 * locale's language; for a reader who does not see the figure, and for one who does. */
char *ter_figure_summary_dup (TerFigure *figure);
/* (transfer full) (nullable): how a key figure has changed: "+5 points" for per cent, "+3.2 %" for an amount, "unchanged". %NULL when one
 * of them is no number, or when their units differ. */
char *ter_figure_summary_dup_change (TerFigure *figure, TerFigure *previous);

G_END_DECLS
