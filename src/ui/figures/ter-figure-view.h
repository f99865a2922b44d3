/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>
#include "ter-context.h"

G_BEGIN_DECLS

/* A figure of a dashboard with all that belongs to it: title, question, chart or table, summary, base, institute, source,
 * date and confidence. A figure that cannot be shown says so in its place. */
GtkWidget *ter_figure_view_new (TerContext *context, TerEntry *dashboard, const char *figure_id);
/* The same for a dashboard, whose figures share the tables read: see ter-figure-loader.h. */
GtkWidget *ter_figure_view_new_with_tables (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables);

G_END_DECLS
