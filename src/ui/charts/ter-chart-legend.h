/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-figure.h"

G_BEGIN_DECLS

/* (transfer floating) (nullable): a figure's colours and patterns in words; %NULL when its colours say nothing. */
GtkWidget *ter_chart_legend_new (TerFigure *figure);

G_END_DECLS
