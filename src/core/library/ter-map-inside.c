/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-map-inside.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ter-figure-classes.h"
#include "ter-hash.h"
#include "ter-json.h"
#include "ter-portrait.h"
#include "ter-territory-words.h"

#define N_CLASSES 5

TerMapGeometry *
ter_map_inside_read (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerOutline) outline = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = g_file_load_bytes (file, NULL, NULL, error);
  outline = bytes != NULL ? ter_outline_new_from_bytes (bytes, error) : NULL;
  return outline != NULL ? ter_map_geometry_new (outline) : NULL;
}

/* (transfer full) (nullable): the file of the outlines of a level. */
static GFile *
find_outlines (TerPack *pack, TerLevel level)
{
  JsonArray *resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *path = ter_json_get_string (resource, "path");

      if (g_strcmp0 (ter_json_get_string (resource, "role"), "outline") == 0 &&
          g_strcmp0 (ter_json_get_string (resource, "level"), ter_level_get_name (level)) == 0)
        return path != NULL ? ter_pack_dup_file (pack, path) : NULL;
    }
  return NULL;
}

/* (transfer full) (nullable): of those parts alone. */
static TerMapGeometry *
read_parts (TerPack *pack, TerLevel level, GPtrArray *parts)
{
  g_autoptr (GFile) file = find_outlines (pack, level);
  g_autoptr (TerMapGeometry) whole = file != NULL ? ter_map_inside_read (file, NULL) : NULL;
  g_autoptr (GHashTable) codes = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (TerOutline) part = NULL;

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_add (codes, (char *) ter_territory_get_code (((TerTerritory *) g_ptr_array_index (parts, i))->id));
  part = whole != NULL ? ter_outline_new_part (ter_map_geometry_get_outline (whole), codes) : NULL;
  return part != NULL ? ter_map_geometry_new (part) : NULL;
}

/* The figure's own number for each part, where a table of their level has it. %FALSE: nowhere. */
static gboolean
fill_with_own (TerMapInside *self, TerLibrary *library, TerPack *pack, TerFigure *figure)
{
  TerOutline *outline = ter_map_geometry_get_outline (self->geometry);
  const char *indicator = ter_figure_get_value_name (figure);
  g_autoptr (TerPortrait) portrait = indicator != NULL ? ter_portrait_new (library, pack) : NULL;
  gboolean any = FALSE;
  guint index;

  for (guint i = 0; portrait != NULL && i < self->parts->len; i++)
    {
      const TerTerritory *part = g_ptr_array_index (self->parts, i);

      if (!ter_outline_find (outline, ter_territory_get_code (part->id), &index))
        continue;
      self->values[index] = ter_portrait_get_measure (portrait, indicator, part->id).value;
      any = any || isfinite (self->values[index]);
    }
  return any;
}

static void
fill_with_population (TerMapInside *self)
{
  TerOutline *outline = ter_map_geometry_get_outline (self->geometry);
  guint index;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const TerTerritory *part = g_ptr_array_index (self->parts, i);

      if (ter_outline_find (outline, ter_territory_get_code (part->id), &index))
        self->values[index] = part->population;
    }
}

static void
fill (TerMapInside *self, TerLibrary *library, TerPack *pack, TerFigure *figure, const char *name)
{
  const guint n = ter_map_geometry_get_n_features (self->geometry);
  g_auto (TerFigureClasses) wish = { .n_classes = N_CLASSES, .domain = g_array_new (FALSE, FALSE, sizeof (double)) };

  self->values = g_new (double, n);
  for (guint i = 0; i < n; i++)
    self->values[i] = NAN;
  self->is_own = fill_with_own (self, library, pack, figure);
  if (!self->is_own)
    fill_with_population (self);
  ter_figure_classes_apply (&wish, self->values, n, &self->scale);
  self->title = g_strdup (name);
  if (self->is_own)
    /* Translators: the name of a map of the parts of a territory: what it shows, and which: “Communes – Bretagne”. */
    self->name = g_strdup_printf (_ ("%s – %s"), ter_figure_get_value_title (figure), name);
  else
    /* Translators: the name of a map of the parts of a territory: "Population of Bretagne". */
    self->name = g_strdup_printf (_ ("Population of %s"), name);
}

static void
count (TerMapInside *self, const char *name)
{
  g_autofree char *parts = ter_territory_words_dup_count (self->level, self->parts->len);

  /* Translators: a territory and how many parts it has: "Ain: 391 communes". */
  self->title = g_strdup_printf (_ ("%s: %s"), name, parts);
}

TerMapInside *
ter_map_inside_new (TerLibrary *library, TerPack *pack, TerFigure *figure, TerMapTrail *trail)
{
  g_autoptr (TerMapInside) self = NULL;
  TerLevel level;

  g_return_val_if_fail (TER_IS_LIBRARY (library) && TER_IS_PACK (pack) && TER_IS_FIGURE (figure), NULL);
  g_return_val_if_fail (trail != NULL, NULL);

  if (!ter_map_trail_get_level (trail, &level))
    return NULL;
  self = g_new0 (TerMapInside, 1);
  self->level = level;
  self->parts = ter_library_list_territories (library, pack, ter_map_trail_get_territory (trail), level);
  if (self->parts->len == 0)
    return NULL;
  self->geometry = read_parts (pack, level, self->parts);
  if (self->geometry != NULL)
    fill (self, library, pack, figure, ter_map_trail_get_name (trail));
  else
    count (self, ter_map_trail_get_name (trail));
  return g_steal_pointer (&self);
}

void
ter_map_inside_free (TerMapInside *self)
{
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_object (&self->geometry);
  g_free (self->title);
  g_free (self->name);
  g_free (self->values);
  g_free (self);
}
