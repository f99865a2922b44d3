/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"
#include "ter-figure.h"

G_BEGIN_DECLS

/* (nullable): the figure of that id in a dashboard. */
JsonObject *ter_figure_loader_find (TerEntry *dashboard, const char *figure_id);

/* (transfer full) (nullable): the figure with its table's values. @tables (nullable) keeps the tables already read, by name:
 * the figures of a dashboard share theirs. */
TerFigure  *ter_figure_loader_load (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error);

/* (transfer full): a table for the above. */
GHashTable *ter_figure_loader_new_tables (void);

/* (transfer full) (nullable): who was asked: "302 elected officials". */
char       *ter_figure_loader_dup_base (TerEntry *dashboard, JsonObject *figure);
/* (transfer full): the titles of its sources, parted by commas; "" when there is none. */
char       *ter_figure_loader_dup_sources (TerEntry *dashboard, JsonObject *figure);
/* (transfer full) (nullable): its date in words. */
char       *ter_figure_loader_dup_date    (JsonObject *figure);

G_END_DECLS
