/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-table.h"

G_BEGIN_DECLS

/* What a reader chooses in a figure: Vega-Lite's variable parameters (https://vega.github.io/vega-lite/docs/parameter.html), which
 * stand in filters as {"expr": NAME}. A parameter is one of
 *  - the choice, at most one a figure: a `bind` gives its values, as a range, a list or buttons; a year, mostly;
 *  - a territory: `usermeta.territoires.params` gives the level whose code it takes, of the reader's own territory;
 *  - a constant.
 * One thread at a time. */
typedef struct _TerFigureParams TerFigureParams;

/* The most values a choice may have. */
#define TER_FIGURE_MOST_CHOICES 100

/* (nullable): the code of the reader's territory at the level of that name. */
typedef const char *(*TerFigureCodeFunc) (const char *level, gpointer user_data);

/**
 * ter_figure_params_new:
 * @spec: (nullable): a Vega-Lite specification
 * @problem: (out) (transfer full) (nullable): what its parameters ask for that we do not do, in the locale's language
 *
 * Returns: (transfer full) (nullable): %NULL also for a specification without parameters, which has no problem
 */
TerFigureParams *ter_figure_params_new (JsonObject *spec, char **problem);
void ter_figure_params_free (TerFigureParams *self);

guint ter_figure_params_get_n_choices (TerFigureParams *self);             /* 0: nothing to choose */
guint ter_figure_params_get_initial (TerFigureParams *self);               /* the author's choice */
gboolean ter_figure_params_is_range (TerFigureParams *self);               /* a slider is asked for: numbers at equal steps */
double ter_figure_params_get_number (TerFigureParams *self, guint choice); /* NaN for a text */
/* (transfer full): what is chosen, "Year"; @table: the figure's. */
char *ter_figure_params_dup_title (TerFigureParams *self, TerTable *table);
/* (transfer full): one of its values in words, as the author or the table calls it; @choice: below the number of choices. */
char *ter_figure_params_dup_label (TerFigureParams *self, guint choice, TerTable *table);

/* (nullable): the level of the territory that the figure is about (the first, when it is about several). */
const char *ter_figure_params_get_level (TerFigureParams *self);
/* (nullable): the code that the author gave as an example of it. */
const char *ter_figure_params_get_example (TerFigureParams *self);
/* Whether the reader's territory is known at all its levels; otherwise the figure is about the author's examples. */
gboolean ter_figure_params_has_territory (TerFigureParams *self, TerFigureCodeFunc code_of, gpointer user_data);

/* (transfer full): @spec with its parameters' values in their places, which ter_figure_new() takes. @code_of may be %NULL. */
JsonObject *
ter_figure_params_apply (TerFigureParams *self, JsonObject *spec, guint choice, TerFigureCodeFunc code_of, gpointer user_data);
/* (transfer full) (nullable): @spec, which was not applied, with the rows of all choices at once, told apart by a column of panels or of a
 * map's table. %NULL where that would be another figure than those side by side. */
JsonObject *ter_figure_params_dup_whole (TerFigureParams *self, JsonObject *spec, TerFigureCodeFunc code_of, gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFigureParams, ter_figure_params_free)

G_END_DECLS
