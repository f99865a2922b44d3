/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure.h"
#include "ter-figure-params.h"

G_BEGIN_DECLS

/* A figure with what its reader may choose in it. */
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

/**
 * ter_figure_variants_new:
 * @code_of: tells the reader's territory; called here only
 *
 * Returns: (transfer full)
 */
TerFigureVariants *ter_figure_variants_new (JsonObject *spec, TerTable *table, TerFigureCodeFunc code_of, gpointer user_data);
void ter_figure_variants_free (TerFigureVariants *self);
/* The reader has another territory: the figures are made anew, the choices stay. */
void ter_figure_variants_update (TerFigureVariants *self, TerFigureCodeFunc code_of, gpointer user_data);
/* (transfer none): of the author's choice. */
TerFigure *ter_figure_variants_get_initial (TerFigureVariants *self);
/* (transfer full): the same where nothing can be chosen: none of the others is made. */
TerFigure *ter_figure_variants_make_initial (JsonObject *spec, TerTable *table, TerFigureCodeFunc code_of, gpointer user_data);
/* (transfer full): @title with what is chosen, when there is a choice: "Perceived fragilities – Year: 2019". */
char *ter_figure_variants_dup_title (TerFigureVariants *self, const char *title, guint choice);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFigureVariants, ter_figure_variants_free)

G_END_DECLS
