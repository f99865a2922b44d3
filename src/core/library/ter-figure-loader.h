/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-variants.h"
#include "ter-library.h"

G_BEGIN_DECLS

/* The figures of dashboards: what their tables hold, and of which territory. Main thread, as the library. */

/* (nullable): the figure of that id in a dashboard. */
JsonObject *ter_figure_loader_find (TerEntry *dashboard, const char *figure_id);

/* (transfer full): keeps the tables that were read, by name: the figures of a dashboard share theirs. */
GHashTable *ter_figure_loader_new_tables (void);

/**
 * ter_figure_loader_load:
 * @figure: an object of the dashboard
 * @territory: (nullable): the reader's own: "commune:94067"
 * @tables: (nullable): those that were read
 *
 * Returns: (transfer full) (nullable): the figure of the author's choice with its table's values, or %NULL with @error
 */
TerFigure *ter_figure_loader_load (TerLibrary *library, TerEntry *dashboard, JsonObject *figure, const char *territory,
                                   GHashTable *tables, GError **error);
/* (transfer full) (nullable): as ter_figure_loader_load(), with all that can be chosen. */
TerFigureVariants *ter_figure_loader_load_variants (TerLibrary *library, TerEntry *dashboard, JsonObject *figure,
                                                    const char *territory, GHashTable *tables, GError **error);
/* The reader has another territory: see ter_figure_variants_update(). @territory: (nullable) */
void ter_figure_loader_update (TerLibrary *library, TerFigureVariants *variants, const char *territory);

/* (transfer full) (nullable): a word of the territory that a figure is about: "My territory – Val-de-Marne", or that it is an example. */
char *ter_figure_loader_dup_about (TerLibrary *library, TerEntry *dashboard, TerFigureVariants *variants);
/* (transfer full) (nullable): who was asked: "302 elected officials". */
char *ter_figure_loader_dup_base (TerEntry *dashboard, JsonObject *figure);
/* (transfer full): the titles of its sources, parted by commas; "" when there is none. */
char *ter_figure_loader_dup_sources (TerEntry *dashboard, JsonObject *figure);
/* (transfer full) (nullable): its date in words. */
char *ter_figure_loader_dup_date (JsonObject *figure);

G_END_DECLS
