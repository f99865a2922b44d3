/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-choices.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-figure-summary.h"

#define MOST_SIDE_BY_SIDE 12

/* More are a list that opens. */
#define MOST_BUTTONS 4
#define MOST_BUTTON_LETTERS 24

TerFigureChoices
ter_figure_choices_new (const TerFigureVariants *variants)
{
  guint n;

  g_return_val_if_fail (variants != NULL, (TerFigureChoices) { 0 });

  n = MAX (ter_figure_params_get_n_choices (variants->params), 1);
  return (TerFigureChoices) {
    .n = n,
    .choice = ter_figure_params_get_initial (variants->params),
    .can_side_by_side = n > 1 && n <= MOST_SIDE_BY_SIDE && variants->whole != NULL,
  };
}

TerFigureChoices
ter_figure_choices_with_choice (TerFigureChoices self, guint choice)
{
  if (choice < self.n)
    self.choice = choice;
  return self;
}

TerFigureChoices
ter_figure_choices_with_side_by_side (TerFigureChoices self, gboolean side_by_side)
{
  self.side_by_side = side_by_side && self.can_side_by_side;
  return self;
}

TerFigureChoices
ter_figure_choices_with_table (TerFigureChoices self, gboolean table)
{
  self.table = table;
  return self;
}

gboolean
ter_figure_choices_equal (const TerFigureChoices *a, const TerFigureChoices *b)
{
  return a->n == b->n && a->choice == b->choice && a->can_side_by_side == b->can_side_by_side &&
         a->side_by_side == b->side_by_side && a->table == b->table;
}

/* ---- What to show ---- */

static char *
dup_all_summaries (TerFigureVariants *variants)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < variants->figures->len; i++)
    {
      g_autofree char *label = ter_figure_params_dup_label (variants->params, i, variants->table);
      g_autofree char *one = ter_figure_summary_dup (variants->figures->pdata[i]);

      if (all->len > 0)
        g_string_append_c (all, '\n');
      g_string_append_printf (all, _ ("%s: %s"), label, one);
    }
  return g_string_free_and_steal (g_steal_pointer (&all));
}

TerFigureScene *
ter_figure_choices_apply (TerFigureChoices self, TerFigureVariants *variants, const char *title)
{
  TerFigureScene *scene;

  g_return_val_if_fail (variants != NULL && title != NULL && self.choice < variants->figures->len, NULL);

  scene = g_new (TerFigureScene, 1);
  scene->side_by_side = self.side_by_side && variants->whole != NULL;
  scene->table = self.table;
  if (scene->side_by_side)
    {
      scene->figure = g_object_ref (variants->whole);
      scene->title = g_strdup (title);
      scene->summary = dup_all_summaries (variants);
    }
  else
    {
      scene->figure = g_object_ref (g_ptr_array_index (variants->figures, self.choice));
      scene->title = ter_figure_variants_dup_title (variants, title, self.choice);
      scene->summary = ter_figure_summary_dup (scene->figure);
    }
  return scene;
}

void
ter_figure_scene_free (TerFigureScene *self)
{
  g_object_unref (self->figure);
  g_free (self->title);
  g_free (self->summary);
  g_free (self);
}

/* ---- With what one chooses ---- */

TerFigureControl
ter_figure_choices_find_control (TerFigureParams *params, GPtrArray *labels)
{
  glong letters = 0;

  g_return_val_if_fail (params != NULL && labels != NULL, TER_FIGURE_CONTROL_LIST);

  if (ter_figure_params_is_range (params) && labels->len > 1)
    return TER_FIGURE_CONTROL_SLIDER;
  for (guint i = 0; i < labels->len; i++)
    letters += g_utf8_strlen (labels->pdata[i], -1);
  return labels->len <= MOST_BUTTONS && letters <= MOST_BUTTON_LETTERS ? TER_FIGURE_CONTROL_BUTTONS : TER_FIGURE_CONTROL_LIST;
}

guint
ter_figure_choices_find_number (TerFigureParams *params, double number)
{
  double first, step;

  g_return_val_if_fail (ter_figure_params_get_n_choices (params) > 1, 0);

  first = ter_figure_params_get_number (params, 0);
  step = ter_figure_params_get_number (params, 1) - first;
  return (guint) CLAMP (round ((number - first) / step), 0, ter_figure_params_get_n_choices (params) - 1);
}
