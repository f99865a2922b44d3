/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-portrait.h"

#include <math.h>

#include "ter-hash.h"
#include "ter-json.h"

/* A column of a table of one level. */
typedef struct
{
  const char *name; /* of the column; the table owns it */
  TerLevel level;
  TerTable *table;
  guint column, code;
  TerAggregation aggregation;
  guint weight; /* of a mean: the column of weights; TER_STATISTICS_ALL when there is none */
  JsonObject *resource;
  GHashTable *rows;                 /* the table's: code → row + 1 */
  GHashTable *groups[TER_N_LEVELS]; /* of communes, when they were asked for: code → TerStatisticsGroup */
} Series;

struct _TerPortrait
{
  TerLibrary *library;
  TerPack *pack;
  GPtrArray *series;
};

static void
series_free (Series *self)
{
  for (guint i = 0; i < TER_N_LEVELS; i++)
    g_clear_pointer (&self->groups[i], g_hash_table_unref);
  g_hash_table_unref (self->rows);
  g_object_unref (self->table);
  g_free (self);
}

static void
indicator_free (TerIndicator *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->unit);
  g_free (self->source);
  g_free (self->vintage);
  g_free (self->base);
  g_free (self->within);
  g_free (self);
}

/* ---- Which columns ---- */

gboolean
ter_portrait_get_level (TerPack *pack, JsonObject *resource, TerLevel *level)
{
  static const char *const members[TER_N_LEVELS] = { NULL, "regions", "departements", "epci", "communes" };
  JsonObject *tables = ter_json_get_object (ter_pack_get_manifest (pack), "territories");
  const char *name = ter_json_get_string (resource, "name");
  const char *written = ter_json_get_string (resource, "level");

  for (TerLevel i = 0; i < TER_N_LEVELS; i++)
    if (g_strcmp0 (written, ter_level_get_name (i)) == 0 ||
        (members[i] != NULL && g_strcmp0 (ter_json_get_string (tables, members[i]), name) == 0))
      {
        *level = i;
        return TRUE;
      }
  return FALSE;
}

/* (nullable): code → row + 1. %NULL: a territory has several rows, such as one a year, and none of them is its value. */
static GHashTable *
index_codes (TerTable *table, guint code)
{
  GHashTable *rows = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      const char *text = ter_table_get_text (table, row, code);

      if (text != NULL && !g_hash_table_insert (rows, (char *) text, GUINT_TO_POINTER (row + 1)))
        {
          g_hash_table_unref (rows);
          return NULL;
        }
    }
  return rows;
}

static void
add_series (TerPortrait *self, TerTable *table, TerLevel level, guint code, JsonObject *resource)
{
  JsonArray *fields = ter_json_get_array (ter_json_get_object (resource, "schema"), "fields");
  g_autoptr (GHashTable) rows = NULL;

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    {
      JsonObject *field = ter_json_array_object (fields, i);
      const char *rule = ter_json_get_string (field, "aggregation");
      const char *name = ter_json_get_string (field, "name");
      Series *series;
      guint column;

      if (rule == NULL || name == NULL || !ter_table_find_column (table, name, &column) ||
          ter_table_get_column_type (table, column) != TER_COLUMN_NUMBER)
        continue;
      if (rows == NULL)
        rows = index_codes (table, code);
      if (rows == NULL)
        return;
      series = g_new0 (Series, 1);
      series->name = ter_table_get_column_name (table, column);
      series->level = level;
      series->table = g_object_ref (table);
      series->column = column;
      series->code = code;
      series->resource = resource;
      series->rows = g_hash_table_ref (rows);
      series->weight = TER_STATISTICS_ALL;
      series->aggregation = ter_table_get_column_aggregation (table, column, &series->weight);
      g_ptr_array_add (self->series, series);
    }
}

TerPortrait *
ter_portrait_new (TerLibrary *library, TerPack *pack)
{
  TerPortrait *self;
  JsonArray *resources;

  g_return_val_if_fail (TER_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (TER_IS_PACK (pack), NULL);

  self = g_new0 (TerPortrait, 1);
  self->library = g_object_ref (library);
  self->pack = g_object_ref (pack);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) series_free);
  resources = ter_json_get_array (ter_pack_get_manifest (pack), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      const char *name = ter_json_get_string (resource, "name");
      g_autoptr (TerTable) table = NULL;
      TerLevel level;
      guint code;

      if (g_strcmp0 (ter_json_get_string (resource, "role"), "table") != 0 || name == NULL ||
          !ter_portrait_get_level (pack, resource, &level))
        continue;
      table = ter_library_dup_table (library, pack, name, NULL);
      if (table != NULL && ter_table_find_column (table, "code", &code))
        add_series (self, table, level, code, resource);
    }
  return self;
}

void
ter_portrait_free (TerPortrait *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->series);
  g_object_unref (self->pack);
  g_object_unref (self->library);
  g_free (self);
}

/* ---- Values ---- */

static Series *
find_series (TerPortrait *self, const char *name, TerLevel level)
{
  for (guint i = 0; i < self->series->len; i++)
    {
      Series *series = self->series->pdata[i];

      if (series->level == level && g_str_equal (series->name, name))
        return series;
    }
  return NULL;
}

static gboolean
find_row (Series *self, const char *code, guint *row)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, code));

  *row = found - 1;
  return found > 0;
}

/* What the communes make of a territory of @level. The table has to say in which one each of them is. */
static TerMeasure
aggregate (Series *communes, TerLevel level, const char *code)
{
  TerMeasure measure = { NAN, TRUE, 0 };
  const TerStatisticsGroup *group;
  guint column = TER_STATISTICS_ALL;

  if (level == TER_LEVEL_COMMUNE || communes->aggregation == TER_AGGREGATION_NONE)
    return measure;
  if (level != TER_LEVEL_COUNTRY && !ter_table_find_column (communes->table, ter_level_get_name (level), &column))
    return measure;
  if (communes->groups[level] == NULL)
    {
      g_autoptr (GArray) groups =
        ter_statistics_aggregate (communes->table, communes->column, column, communes->aggregation, communes->weight);

      communes->groups[level] = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, g_free);
      for (guint i = 0; i < groups->len; i++)
        {
          const TerStatisticsGroup *one = &g_array_index (groups, TerStatisticsGroup, i);

          g_hash_table_insert (communes->groups[level], (char *) one->code, g_memdup2 (one, sizeof *one));
        }
    }
  group = g_hash_table_lookup (communes->groups[level], level == TER_LEVEL_COUNTRY ? "" : code);
  if (group != NULL)
    {
      measure.value = group->value;
      measure.n_missing = group->n_missing;
    }
  return measure;
}

TerMeasure
ter_portrait_get_measure (TerPortrait *self, const char *indicator, const char *territory)
{
  TerMeasure measure = { NAN, FALSE, 0 };
  const char *code;
  Series *series;
  TerLevel level;
  guint row;

  g_return_val_if_fail (self != NULL, measure);
  g_return_val_if_fail (indicator != NULL && territory != NULL, measure);

  if (!ter_territory_parse (territory, &level))
    return measure;
  code = ter_territory_get_code (territory);
  series = find_series (self, indicator, level);
  if (series != NULL && find_row (series, code, &row))
    measure.value = ter_table_get_number (series->table, row, series->column);
  if (!isnan (measure.value))
    return measure;
  series = find_series (self, indicator, TER_LEVEL_COMMUNE);
  return series != NULL ? aggregate (series, level, code) : measure;
}

/* The place among those of its level that are in @parent, if the table tells which these are. */
static void
compare (TerIndicator *indicator, Series *series, const char *code, const char *parent)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  TerLevel level = TER_LEVEL_COUNTRY;
  guint row, column = 0, index = 0;

  if (!find_row (series, code, &row) || parent == NULL || !ter_territory_parse (parent, &level) ||
      (level != TER_LEVEL_COUNTRY && !ter_table_find_column (series->table, ter_level_get_name (level), &column)))
    return;
  for (guint i = 0; i < ter_table_get_n_rows (series->table); i++)
    {
      double value = ter_table_get_number (series->table, i, series->column);

      if (level != TER_LEVEL_COUNTRY &&
          g_strcmp0 (ter_table_get_text (series->table, i, column), ter_territory_get_code (parent)) != 0)
        continue;
      if (i == row)
        index = values->len;
      g_array_append_val (values, value);
    }
  if (index >= values->len)
    return;
  indicator->within = g_strdup (parent);
  indicator->rank = ter_statistics_rank ((const double *) (gpointer) values->data, values->len, index);
  indicator->median = ter_statistics_median ((const double *) (gpointer) values->data, values->len);
}

static TerIndicator *
make_indicator (TerPortrait *self, Series *series, const TerTerritory *territory)
{
  TerMeasure measure = ter_portrait_get_measure (self, series->name, territory->id);
  Series *own = find_series (self, series->name, territory->level);
  TerIndicator *indicator;

  if (isnan (measure.value))
    return NULL;
  if (own == NULL || measure.computed)
    own = series;
  indicator = g_new0 (TerIndicator, 1);
  indicator->id = g_strdup (series->name);
  indicator->title = g_strdup (ter_table_get_column_title (own->table, own->column));
  indicator->unit = g_strdup (ter_table_get_column_unit (own->table, own->column));
  indicator->aggregation = own->aggregation;
  indicator->resource = own->resource;
  indicator->source = g_strdup (ter_table_get_column_source (own->table, own->column));
  indicator->vintage = g_strdup (ter_table_get_column_vintage (own->table, own->column));
  indicator->base = g_strdup (ter_table_get_column_base (own->table, own->column));
  indicator->measure = measure;
  indicator->median = NAN;
  if (own->level == territory->level)
    compare (indicator, own, ter_territory_get_code (territory->id), ter_territory_get_parent (territory));
  return indicator;
}

GPtrArray *
ter_portrait_list_indicators (TerPortrait *self, const TerTerritory *territory)
{
  GPtrArray *indicators = g_ptr_array_new_with_free_func ((GDestroyNotify) indicator_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);

  g_return_val_if_fail (self != NULL && territory != NULL, indicators);

  for (guint i = 0; i < self->series->len; i++)
    {
      Series *series = self->series->pdata[i];
      TerIndicator *indicator = NULL;

      if (g_hash_table_add (seen, (char *) series->name))
        indicator = make_indicator (self, series, territory);
      if (indicator != NULL)
        g_ptr_array_add (indicators, indicator);
    }
  return indicators;
}
