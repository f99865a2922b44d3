/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* A group of a dashboard, without its figures at first: a heading, a summary, a caution when bases differ, a grid of numbers
 * and one of charts. */
#define TER_TYPE_FIGURE_GROUP (ter_figure_group_get_type ())
G_DECLARE_FINAL_TYPE (TerFigureGroup, ter_figure_group, TER, FIGURE_GROUP, GtkBox)

GtkWidget *ter_figure_group_new (TerContext *context, TerEntry *dashboard, JsonObject *group, GHashTable *tables);
/* Makes the next figure; %FALSE when all are there. */
gboolean ter_figure_group_step (TerFigureGroup *self);

G_END_DECLS
