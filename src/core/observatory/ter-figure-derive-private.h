/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-private.h"

G_BEGIN_DECLS

/* What the names of derived columns begin with: no column of a table does. */
#define TER_FIGURE_DERIVED '\002'

/* What channels ask of the rows before these are aggregated. All (transfer full) (nullable): what stands in the way, in the locale's language. */

/* The columns of `bin` and `timeUnit`, which the channels then take for their fields. */
char *ter_figure_derive_columns (TerFigure *self);
/* What `sort` compares, by an operation on the rows or by another channel. */
char *ter_figure_derive_orders (TerFigure *self);

/* (transfer full): what Vega-Lite calls what a channel computes: "Mean of Population". @title: the column's; nullable for a count */
char *ter_figure_derive_title (const TerChannel *channel, const char *title, const char *by);

G_END_DECLS
