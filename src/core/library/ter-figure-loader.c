/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-loader.h"

#include <glib/gi18n-lib.h>

#include "ter-date.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-number.h"
#include "ter-territory-words.h"

/* In bytes: read in a few milliseconds. */
#define SMALL_OUTLINE (1024 * 1024)

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
  return g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_object_unref);
}

/* (transfer full) (nullable): the table that a figure shows. @spec: (out) (transfer none) */
static TerTable *
dup_table (TerLibrary *library, TerEntry *dashboard, JsonObject *figure, GHashTable *tables, JsonObject **spec, GError **error)
{
  const char *name;
  TerTable *table;

  *spec = ter_json_get_object (figure, "spec");
  name = ter_figure_spec_get_table (*spec);
  if (name == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("This figure names no table."));
      return NULL;
    }
  table = tables != NULL ? g_hash_table_lookup (tables, name) : NULL;
  if (table != NULL)
    return g_object_ref (table);
  table = ter_library_dup_table (library, ter_entry_get_pack (dashboard), name, error);
  if (table != NULL && tables != NULL)
    g_hash_table_insert (tables, g_strdup (name), g_object_ref (table));
  return table;
}

/* ---- The reader's territory ---- */

typedef struct
{
  TerLibrary *library;
  const char *territory; /* nullable */
  TerTerritory *found;   /* nullable: looked up once, and only for a figure that is about it */
} Mine;

static const char *
code_cb (const char *level, gpointer user_data)
{
  Mine *mine = user_data;
  TerPack *atlas = mine->territory != NULL && mine->found == NULL ? ter_library_get_atlas (mine->library) : NULL;

  if (atlas != NULL)
    mine->found = ter_library_dup_territory (mine->library, atlas, mine->territory);
  return mine->found != NULL ? ter_territory_get_code_at (mine->found, level) : NULL;
}

static void
mine_clear (Mine *mine)
{
  g_clear_pointer (&mine->found, ter_territory_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mine, mine_clear)

/* ---- Figures ---- */

/* (transfer full) (nullable): of a map whose outline is small: its sentence then counts the same territories as its legend, by their names. */
static TerOutline *
read_outline (TerEntry *dashboard, TerFigure *figure)
{
  TerPack *pack = ter_entry_get_pack (dashboard);
  const char *name = ter_figure_get_mark (figure) == TER_MARK_MAP ? ter_figure_get_outline (figure) : NULL;
  const char *path = name != NULL ? ter_json_get_string (ter_pack_find_resource (pack, name), "path") : NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path != NULL)
    bytes = ter_pack_files_load (ter_pack_get_files (pack), path, SMALL_OUTLINE, NULL, NULL);
  return bytes != NULL ? ter_outline_new_from_bytes (bytes, NULL) : NULL;
}

TerFigure *
ter_figure_loader_load (TerLibrary *library, TerEntry *dashboard, JsonObject *figure, const char *territory, GHashTable *tables,
                        GError **error)
{
  g_autoptr (TerTable) table = NULL;
  g_auto (Mine) mine = { library, territory, NULL };
  JsonObject *spec;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_ENTRY (dashboard), NULL);

  table = dup_table (library, dashboard, figure, tables, &spec, error);
  return table != NULL ? ter_figure_variants_make_initial (spec, table, code_cb, &mine) : NULL;
}

TerFigureVariants *
ter_figure_loader_load_variants (TerLibrary *library, TerEntry *dashboard, JsonObject *figure, const char *territory,
                                 GHashTable *tables, GError **error)
{
  g_autoptr (TerTable) table = NULL;
  g_autoptr (TerOutline) outline = NULL;
  TerFigureVariants *variants;
  g_auto (Mine) mine = { library, territory, NULL };
  JsonObject *spec;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_ENTRY (dashboard), NULL);

  table = dup_table (library, dashboard, figure, tables, &spec, error);
  if (table == NULL)
    return NULL;
  variants = ter_figure_variants_new (spec, table, code_cb, &mine);
  outline = read_outline (dashboard, ter_figure_variants_get_initial (variants));
  for (guint i = 0; outline != NULL && i < variants->figures->len; i++)
    ter_figure_set_outline (variants->figures->pdata[i], outline);
  return variants;
}

void
ter_figure_loader_update (TerLibrary *library, TerFigureVariants *variants, const char *territory)
{
  g_auto (Mine) mine = { library, territory, NULL };

  g_return_if_fail (TER_IS_LIBRARY (library) && variants != NULL);

  ter_figure_variants_update (variants, code_cb, &mine);
}

/* ---- Words ---- */

char *
ter_figure_loader_dup_about (TerLibrary *library, TerEntry *dashboard, TerFigureVariants *variants)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_ENTRY (dashboard) && variants != NULL, NULL);

  if (variants->territory == NULL)
    return NULL;
  name = ter_library_dup_territory_name (library, ter_entry_get_pack (dashboard), variants->territory);
  if (variants->mine)
    return ter_territory_words_dup_mine (name);
  /* Translators: the figure is about this territory while the reader has not chosen one. */
  return g_strdup_printf (_ ("An example – %s"), name);
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
