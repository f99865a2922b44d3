/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"
#include "ter-figure-loader.h"

G_BEGIN_DECLS

/* A card for a figure that is one number: the number with its unit, what it is, what it was before, what it is held against, who was
 * asked, source, date and confidence. One about the reader's territory follows it. @variants: (transfer full); @tables: nullable, see
 * ter-figure-loader.h. */
GtkWidget *ter_figure_number_new (TerContext *context, TerEntry *dashboard, JsonObject *object, TerFigureVariants *variants,
                                  GHashTable *tables);
/* (nullable): the same as a button that opens its dashboard, for the home page: number, label, date and source in short.
 * %NULL, with a word in the log, when there is no such figure or it is not one number. */
GtkWidget *ter_figure_number_new_for_action (TerContext *context, TerEntry *dashboard, const char *figure_id);

G_END_DECLS
