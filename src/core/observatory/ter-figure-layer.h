/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A specification whose `layer` has several units over one table (https://vega.github.io/vega-lite/docs/layer.html): one that stands
 * on its axes, and lines or bands across it. */

#define TER_FIGURE_MOST_LAYERS 4

/**
 * ter_figure_layer_split:
 * @spec: a Vega-Lite specification
 * @ground: (out): the number of the unit that the others lie across
 * @problem: (out) (transfer full) (nullable): what its layers ask for that is not drawn, in the locale's language
 *
 * Returns: (transfer full) (nullable) (element-type JsonObject): a specification a unit, each with what they share; %NULL when @spec has no
 *   layers, or a problem
 */
GPtrArray *ter_figure_layer_split (JsonObject *spec, guint *ground, char **problem);

G_END_DECLS
