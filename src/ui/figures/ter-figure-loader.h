/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-context.h"
#include "ter-figure.h"
#include "ter-figure-params.h"

G_BEGIN_DECLS

/* (nullable): the figure of that id in a dashboard. */
JsonObject *ter_figure_loader_find (TerEntry *dashboard, const char *figure_id);

/* (transfer full) (nullable): the figure with its table's values. @tables (nullable) keeps the tables already read, by name:
 * the figures of a dashboard share theirs. */
TerFigure *
ter_figure_loader_load (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error);

/* A figure of a dashboard with what its reader may choose in it. */
typedef struct
{
  JsonObject *spec;
  TerFigureParams *params; /* nullable */
  TerTable *table;
  GPtrArray *figures; /* of TerFigure: of each choice, on the same scales; one when there is nothing to choose */
  TerFigure *whole;   /* nullable: of all choices side by side */
  char *territory;    /* nullable: what it is about: "departement:94" */
  gboolean mine;      /* that is the reader's own; else the author's example */
} TerFigureVariants;

/* (transfer full) (nullable): as ter_figure_loader_load(). */
TerFigureVariants *
ter_figure_loader_load_variants (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error);
void ter_figure_variants_free (TerFigureVariants *self);
/* The reader has another territory: the figures are made anew, the choices stay. */
void ter_figure_variants_update (TerFigureVariants *self, TerContext *context);
TerFigure *ter_figure_variants_get_initial (TerFigureVariants *self); /* of the author's choice */
/* (transfer full): @title with what is chosen, when there is a choice: "Perceived fragilities – Year: 2019". */
char *ter_figure_variants_dup_title (TerFigureVariants *self, const char *title, guint choice);
/* (transfer full) (nullable): a word of the territory that a figure is about: "My territory – Val-de-Marne", or that it is an example. */
char *ter_figure_variants_dup_about (TerFigureVariants *self, TerContext *context, TerEntry *dashboard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFigureVariants, ter_figure_variants_free)

/* (transfer full): a table for the above. */
GHashTable *ter_figure_loader_new_tables (void);

/* (transfer full) (nullable): who was asked: "302 elected officials". */
char *ter_figure_loader_dup_base (TerEntry *dashboard, JsonObject *figure);
/* (transfer full): the titles of its sources, parted by commas; "" when there is none. */
char *ter_figure_loader_dup_sources (TerEntry *dashboard, JsonObject *figure);
/* (transfer full) (nullable): its date in words. */
char *ter_figure_loader_dup_date (JsonObject *figure);

G_END_DECLS
