/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-figure-variants.h"

G_BEGIN_DECLS

/* What the reader has chosen in a figure: one of its variants or all of them side by side, and to see its table. A plain value: a step gives
 * another one. */
typedef struct
{
  guint n;      /* what there is to choose from; 1: nothing */
  guint choice; /* below @n */
  gboolean can_side_by_side, side_by_side;
  gboolean table;
} TerFigureChoices;

/* What the author has chosen. */
TerFigureChoices ter_figure_choices_new (const TerFigureVariants *variants);
/* A step that is not possible changes nothing. */
TerFigureChoices ter_figure_choices_with_choice (TerFigureChoices self, guint choice);
/* All choices beside each other, or one; changes nothing where they cannot stand so. */
TerFigureChoices ter_figure_choices_with_side_by_side (TerFigureChoices self, gboolean side_by_side);
/* The table in the place of the picture, or the picture. */
TerFigureChoices ter_figure_choices_with_table (TerFigureChoices self, gboolean table);
/* Whether both show the same. */
gboolean ter_figure_choices_equal (const TerFigureChoices *a, const TerFigureChoices *b);

/* What to show. */
typedef struct
{
  TerFigure *figure; /* one of the variants, or the whole of them */
  gboolean side_by_side;
  gboolean table;
  char *title;   /* with what is chosen; all of it is side by side */
  char *summary; /* "2015: … 2019: …" in lines when they stand side by side */
} TerFigureScene;

/* @title: of the figure, whatever is chosen */
TerFigureScene *ter_figure_choices_apply (TerFigureChoices self, TerFigureVariants *variants, const char *title);
void ter_figure_scene_free (TerFigureScene *self);

/* With what one chooses. */
typedef enum
{
  TER_FIGURE_CONTROL_SLIDER,
  TER_FIGURE_CONTROL_BUTTONS, /* a few short words */
  TER_FIGURE_CONTROL_LIST,
} TerFigureControl;

/* @labels: (element-type utf8): of each choice */
TerFigureControl ter_figure_choices_find_control (TerFigureParams *params, GPtrArray *labels);
/* The choice nearest to a place on a slider. */
guint ter_figure_choices_find_number (TerFigureParams *params, double number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TerFigureScene, ter_figure_scene_free)

G_END_DECLS
