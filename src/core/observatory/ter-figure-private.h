/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-spec-private.h"
#include "ter-figure-values-private.h"

G_BEGIN_DECLS

/* For ter-figure.c, ter-figure-bars.c and ter-figure-twin.c. */

struct _TerFigure
{
  GObject parent_instance;
  JsonObject *spec;             /* keeps what is borrowed from it */
  TerFigureSpec parsed;
  TerFrame *frame;
  char *problem;

  GArray *categories, *groups, *series; /* of TerFigureValue */
  GArray *bars;                 /* of TerBar */
  gboolean has_legend;
  double domain[2];

  GPtrArray *shown;             /* of TerFrameColumn: the table twin's */
  GArray *rows;                 /* of guint: its rows */
  TerFrameColumn *value;        /* nullable */
  TerFrameColumn *category_column, *series_column; /* nullable */
  int decimals;
};

/* All (transfer full) (nullable): what stands in the way, in the locale's language. */
char *ter_figure_find_column  (TerFigure *self, const TerChannel *channel, TerFrameColumn **column);
char *ter_figure_resolve_bars (TerFigure *self);
/* The column belongs to the table twin. */
void  ter_figure_show_column  (TerFigure *self, TerFrameColumn *column);

G_END_DECLS
