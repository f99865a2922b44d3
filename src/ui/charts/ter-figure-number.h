/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"
#include "ter-figure.h"

G_BEGIN_DECLS

/* A card for a figure that is one number: the number with its unit, what it is, who was asked, source, date and confidence. */
GtkWidget *ter_figure_number_new            (TerEntry *dashboard, JsonObject *object, TerFigure *figure);
/* (nullable): the same as a button that opens its dashboard, for the home page: number, label, date and source in short.
 * %NULL, with a word in the log, when there is no such figure or it is not one number. */
GtkWidget *ter_figure_number_new_for_action (TerContext *context, TerEntry *dashboard, const char *figure_id);

G_END_DECLS
