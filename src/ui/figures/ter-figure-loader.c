/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-loader.h"

#include <glib/gi18n.h>

#include "ter-date.h"
#include "ter-json.h"
#include "ter-number.h"
#include "ter-territory-words.h"

JsonObject *
ter_figure_loader_find (TerEntry *dashboard, const char *figure_id)
{
  JsonArray *groups;

  g_return_val_if_fail (TER_IS_ENTRY (dashboard) && figure_id != NULL, NULL);

  groups = ter_json_get_array (ter_entry_get_object (dashboard), "groups");
  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++)
        {
          JsonObject *figure = ter_json_array_object (figures, j);

          if (g_strcmp0 (ter_json_get_string (figure, "id"), figure_id) == 0)
            return figure;
        }
    }
  return NULL;
}

GHashTable *
ter_figure_loader_new_tables (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static TerTable *
dup_table (TerContext *context, TerEntry *dashboard, const char *name, GHashTable *tables, GError **error)
{
  TerTable *table = tables != NULL ? g_hash_table_lookup (tables, name) : NULL;

  if (table != NULL)
    return g_object_ref (table);
  table = ter_library_dup_table (ter_context_get_library (context), ter_entry_get_pack (dashboard), name, error);
  if (table != NULL && tables != NULL)
    g_hash_table_insert (tables, g_strdup (name), g_object_ref (table));
  return table;
}

static const char *
code_cb (const char *level, gpointer territory)
{
  return territory != NULL ? ter_territory_get_code_at (territory, level) : NULL;
}

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
find_territory (TerFigureVariants *self, TerTerritory *mine)
{
  const char *level = ter_figure_params_get_level (self->params);
  const char *code = ter_figure_params_get_example (self->params);

  self->mine = ter_figure_params_has_territory (self->params, code_cb, mine);
  if (self->mine)
    code = code_cb (level, mine);
  g_clear_pointer (&self->territory, g_free);
  if (level != NULL && code != NULL)
    self->territory = g_strconcat (level, ":", code, NULL);
}

/* (transfer full) (nullable): what variants are made of, without any figure. */
static TerFigureVariants *
load (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error)
{
  g_autoptr (TerFigureVariants) self = g_new0 (TerFigureVariants, 1);
  g_autofree char *problem = NULL;
  JsonObject *spec;
  const char *name;

  g_return_val_if_fail (TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard), NULL);

  spec = ter_json_get_object (figure, "spec");
  name = ter_figure_spec_get_table (spec);
  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This figure names no table."));
      return NULL;
    }
  self->table = dup_table (context, dashboard, name, tables, error);
  if (self->table == NULL)
    return NULL;
  self->spec = json_object_ref (spec);
  self->figures = g_ptr_array_new_with_free_func (g_object_unref);
  /* What is wrong with them is said by the figure itself, which is then a table. */
  self->params = ter_figure_params_new (spec, &problem);
  return g_steal_pointer (&self);
}

/* (transfer full) (nullable): looked up only for a figure that is about it. */
static TerTerritory *
dup_mine (TerFigureVariants *self, TerContext *context)
{
  return ter_figure_params_get_level (self->params) != NULL ? ter_context_dup_territory (context) : NULL;
}

static TerFigure *
make_figure (TerFigureVariants *self, guint choice, TerTerritory *mine)
{
  g_autoptr (JsonObject) applied = NULL;

  if (self->params != NULL)
    applied = ter_figure_params_apply (self->params, self->spec, choice, code_cb, mine);
  return ter_figure_new (applied != NULL ? applied : self->spec, self->table);
}

void
ter_figure_variants_update (TerFigureVariants *self, TerContext *context)
{
  g_autoptr (TerTerritory) mine = NULL;
  g_autoptr (JsonObject) whole = NULL;
  guint n;

  g_return_if_fail (self != NULL && TER_IS_CONTEXT (context));

  mine = dup_mine (self, context);
  n = MAX (ter_figure_params_get_n_choices (self->params), 1);
  whole = ter_figure_params_dup_whole (self->params, self->spec, code_cb, mine);
  find_territory (self, mine);
  g_ptr_array_set_size (self->figures, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->figures, make_figure (self, i, mine));
  if (n > 1)
    ter_figure_share_scales (self->figures);
  g_clear_object (&self->whole);
  if (whole != NULL)
    self->whole = ter_figure_new (whole, self->table);
}

TerFigureVariants *
ter_figure_loader_load_variants (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error)
{
  TerFigureVariants *self = load (context, dashboard, figure, tables, error);

  if (self != NULL)
    ter_figure_variants_update (self, context);
  return self;
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

char *
ter_figure_variants_dup_about (TerFigureVariants *self, TerContext *context, TerEntry *dashboard)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL && TER_IS_CONTEXT (context) && TER_IS_ENTRY (dashboard), NULL);

  if (self->territory == NULL)
    return NULL;
  name = ter_library_dup_territory_name (ter_context_get_library (context), ter_entry_get_pack (dashboard), self->territory);
  if (self->mine)
    return ter_territory_dup_mine (name);
  /* Translators: the figure is about this territory while the reader has not chosen one. */
  return g_strdup_printf (_ ("An example – %s"), name);
}

TerFigure *
ter_figure_loader_load (TerContext *context, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, GError **error)
{
  g_autoptr (TerFigureVariants) variants = load (context, dashboard, figure, tables, error);
  g_autoptr (TerTerritory) mine = NULL;

  if (variants == NULL)
    return NULL;
  mine = dup_mine (variants, context);
  return make_figure (variants, ter_figure_params_get_initial (variants->params), mine);
}

char *
ter_figure_loader_dup_base (TerEntry *dashboard, JsonObject *figure)
{
  JsonObject *base = ter_json_get_object (figure, "base");
  const char *description;
  g_autofree char *number = NULL;
  double size;

  if (base == NULL)
    return NULL;
  description = ter_entry_get_text (dashboard, base, "description");
  if (!ter_json_get_number (base, "size", &size))
    return g_strdup (description);
  number = ter_number_format (size, 0);
  if (description == NULL)
    return g_steal_pointer (&number);
  /* Translators: how many were asked, then who they are. */
  return g_strdup_printf (_ ("%s (%s)"), number, description);
}

char *
ter_figure_loader_dup_sources (TerEntry *dashboard, JsonObject *figure)
{
  JsonArray *sources = ter_json_get_array (figure, "sources");
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < ter_json_array_length (sources); i++)
    {
      const char *title = ter_entry_get_text (dashboard, ter_json_array_object (sources, i), "title");

      if (title != NULL)
        g_ptr_array_add (titles, (gpointer) title);
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (", ", (char **) titles->pdata);
}

char *
ter_figure_loader_dup_date (JsonObject *figure)
{
  const char *text = ter_json_get_string (figure, "date");
  TerDate date;

  return text != NULL && ter_date_parse (text, &date) ? ter_date_format (&date, TER_DATE_MEDIUM) : NULL;
}
