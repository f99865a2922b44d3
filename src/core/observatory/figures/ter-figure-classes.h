/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"
#include "ter-map-scale.h"
#include "ter-outline.h"

G_BEGIN_DECLS

typedef enum
{
  TER_CLASSING_CHOSEN,
  TER_CLASSING_QUANTILE,
  TER_CLASSING_EQUAL,
  TER_CLASSING_BOUNDS,
  TER_CLASSING_JENKS,
  TER_CLASSING_CONTINUOUS
} TerClassing;

/* How an author wants a map's values classed: the colour's `scale` in Vega-Lite's words, and `usermeta` for what these lack. */
typedef struct
{
  TerClassing method;
  guint n_classes;
  GArray *domain; /* of double; empty when the author gives none */
  gboolean diverging;
  double middle;
} TerFigureClasses;

/* Whether "quantile" is a type of scale that only a map's colours have. */
gboolean ter_figure_classes_is_scale (const char *type);
/**
 * ter_figure_classes_parse:
 * @spec: a Vega-Lite specification of a map; for another mark, only whether it asks for a map's classes is looked at
 *
 * Returns: (transfer full) (nullable): what it asks for that is not drawn, in the locale's language
 */
char *ter_figure_classes_parse (TerFigureClasses *self, JsonObject *spec, TerMark mark);
void ter_figure_classes_clear (TerFigureClasses *self);
/* The scale of @values: the author's, or, without one, each of a few values a class, of many as many members in each of five. */
void ter_figure_classes_apply (const TerFigureClasses *self, const double *values, guint n_values, TerMapScale *scale);
/* The value of each feature of an outline, by its code; NaN: no data. */
void ter_figure_classes_fill_values (TerFigure *self, TerOutline *outline, double *values);
/* The scale of a figure's values, for a figure that is a map. */
void ter_figure_classes_get_scale (TerFigure *self, const double *values, guint n_values, TerMapScale *scale);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TerFigureClasses, ter_figure_classes_clear)

G_END_DECLS
