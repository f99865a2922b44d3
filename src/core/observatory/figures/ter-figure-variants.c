/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-variants.h"

#include <glib/gi18n-lib.h>

void
ter_figure_variants_free (TerFigureVariants *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->spec, json_object_unref);
  g_clear_pointer (&self->params, ter_figure_params_free);
  g_clear_object (&self->table);
  g_clear_pointer (&self->figures, g_ptr_array_unref);
  g_clear_object (&self->whole);
  g_free (self->territory);
  g_free (self);
}

static void
find_territory (TerFigureVariants *self, TerFigureCodeFunc code_of, gpointer user_data)
{
  const char *level = ter_figure_params_get_level (self->params);
  const char *code = ter_figure_params_get_example (self->params);

  self->mine = ter_figure_params_has_territory (self->params, code_of, user_data);
  if (self->mine)
    code = code_of (level, user_data);
  g_clear_pointer (&self->territory, g_free);
  if (level != NULL && code != NULL)
    self->territory = g_strconcat (level, ":", code, NULL);
}

static TerFigure *
make_figure (TerFigureParams *params, JsonObject *spec, TerTable *table, guint choice, TerFigureCodeFunc code_of,
             gpointer user_data)
{
  g_autoptr (JsonObject) applied = NULL;

  if (params != NULL)
    applied = ter_figure_params_apply (params, spec, choice, code_of, user_data);
  return ter_figure_new (applied != NULL ? applied : spec, table);
}

void
ter_figure_variants_update (TerFigureVariants *self, TerFigureCodeFunc code_of, gpointer user_data)
{
  g_autoptr (JsonObject) whole = NULL;
  guint n;

  g_return_if_fail (self != NULL && code_of != NULL);

  n = MAX (ter_figure_params_get_n_choices (self->params), 1);
  whole = ter_figure_params_dup_whole (self->params, self->spec, code_of, user_data);
  find_territory (self, code_of, user_data);
  g_ptr_array_set_size (self->figures, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->figures, make_figure (self->params, self->spec, self->table, i, code_of, user_data));
  if (n > 1)
    ter_figure_share_scales (self->figures);
  g_clear_object (&self->whole);
  if (whole != NULL)
    self->whole = ter_figure_new (whole, self->table);
}

TerFigureVariants *
ter_figure_variants_new (JsonObject *spec, TerTable *table, TerFigureCodeFunc code_of, gpointer user_data)
{
  TerFigureVariants *self;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (spec != NULL && TER_IS_TABLE (table) && code_of != NULL, NULL);

  self = g_new0 (TerFigureVariants, 1);
  self->spec = json_object_ref (spec);
  self->table = g_object_ref (table);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  /* What is wrong with them is said by the figure itself, which is then a table. */
  self->params = ter_figure_params_new (spec, &problem);
  ter_figure_variants_update (self, code_of, user_data);
  return self;
}

TerFigure *
ter_figure_variants_make_initial (JsonObject *spec, TerTable *table, TerFigureCodeFunc code_of, gpointer user_data)
{
  g_autofree char *problem = NULL;
  g_autoptr (TerFigureParams) params = NULL;

  g_return_val_if_fail (spec != NULL && TER_IS_TABLE (table) && code_of != NULL, NULL);

  params = ter_figure_params_new (spec, &problem);
  return make_figure (params, spec, table, ter_figure_params_get_initial (params), code_of, user_data);
}

TerFigure *
ter_figure_variants_get_initial (TerFigureVariants *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_ptr_array_index (self->figures, ter_figure_params_get_initial (self->params));
}

char *
ter_figure_variants_dup_title (TerFigureVariants *self, const char *title, guint choice)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (ter_figure_params_get_n_choices (self->params) == 0)
    return g_strdup (title);
  name = ter_figure_params_dup_title (self->params, self->table);
  value = ter_figure_params_dup_label (self->params, choice, self->table);
  /* Translators: the title of a figure, then what is chosen in it: “Perceived fragilities – Year: 2019”. */
  return g_strdup_printf (_ ("%s – %s: %s"), title, name, value);
}
