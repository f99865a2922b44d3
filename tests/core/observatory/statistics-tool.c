/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* statistics-tool PACK: what our statistics make of the real columns, as JSON, for test_numpy.py to compare. */

#include <math.h>
#include <string.h>

#include "ter-json.h"
#include "ter-statistics.h"

static const double quantiles[] = { 0, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1 };

static void
print_number (const char *before, double value)
{
  if (isnan (value))
    g_print ("%snull", before);
  else
    g_print ("%s%.17g", before, value);
}

static TerTable *
read_table (const char *folder, JsonObject *manifest, const char *name)
{
  JsonArray *resources = ter_json_get_array (manifest, "resources");

  for (guint i = 0; i < ter_json_array_length (resources); i++)
    {
      JsonObject *resource = ter_json_array_object (resources, i);
      g_autofree char *path = g_build_filename (folder, ter_json_get_string (resource, "path"), NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      TerTable *table;
      char *text;
      gsize length;

      if (g_strcmp0 (ter_json_get_string (resource, "name"), name) != 0)
        continue;
      if (!g_file_get_contents (path, &text, &length, &error))
        g_error ("%s", error->message);
      bytes = g_bytes_new_take (text, length);
      table = ter_table_new_from_bytes (bytes, resource, "fr", &error);
      if (table == NULL)
        g_error ("%s: %s", name, error->message);
      return table;
    }
  g_error ("no table %s", name);
}

static guint
find_column (TerTable *table, const char *name)
{
  guint column = 0;

  if (!ter_table_find_column (table, name, &column))
    g_error ("no column %s", name);
  return column;
}

/* EPCI → the département (or region) of the first commune that names it. */
static GHashTable *
make_links (TerTable *communes, const char *to)
{
  GHashTable *links = g_hash_table_new (g_str_hash, g_str_equal);
  guint from_column = find_column (communes, "epci"), to_column = find_column (communes, to);

  for (guint row = 0; row < ter_table_get_n_rows (communes); row++)
    {
      const char *epci = ter_table_get_text (communes, row, from_column);

      if (epci != NULL && !g_hash_table_contains (links, epci))
        g_hash_table_insert (links, (gpointer) epci, (gpointer) ter_table_get_text (communes, row, to_column));
    }
  return links;
}

/* The values weigh themselves: the mean is the size of the territory in which the average inhabitant lives. The changes are those from
 * each row to the next. */
static void
print_group (const char *code, GArray *array, gboolean first)
{
  const double *values = &g_array_index (array, double, 0);
  const gsize n = array->len;

  g_print ("%s{\"code\": \"%s\", \"n\": %u", first ? "" : ",\n", code, (guint) n);
  print_number (", \"sum\": ", ter_statistics_sum (values, n));
  print_number (", \"mean\": ", ter_statistics_weighted_mean (values, NULL, n));
  print_number (", \"weighted\": ", ter_statistics_weighted_mean (values, values, n));
  print_number (", \"median\": ", ter_statistics_median (values, n));
  g_print (", \"quantiles\": [");
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    print_number (i > 0 ? ", " : "", ter_statistics_quantile (values, n, quantiles[i]));
  g_print ("], \"ranks\": [");
  for (gsize i = 0; i < n; i++)
    {
      TerRank rank = ter_statistics_rank (values, n, i);

      g_print ("%s[%u, %u, %u]", i > 0 ? ", " : "", (guint) rank.rank, (guint) rank.n_ties, (guint) rank.n_ranked);
    }
  g_print ("], \"changes\": [");
  for (gsize i = 1; i < n; i++)
    print_number (i > 1 ? ", " : "", ter_statistics_change (values[i - 1], values[i]));
  g_print ("], \"relative\": [");
  for (gsize i = 1; i < n; i++)
    print_number (i > 1 ? ", " : "", ter_statistics_relative_change (values[i - 1], values[i]));
  g_print ("]}");
}

/* @links: (nullable): leads from a row's code to its group, when no column of the table does */
static void
print_groups (TerTable *table, const char *by, GHashTable *links)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  guint value_column = find_column (table, "population"), by_column = find_column (table, links != NULL ? "code" : by);

  for (guint row = 0; row < ter_table_get_n_rows (table); row++)
    {
      const char *code = ter_table_get_text (table, row, by_column);
      double value = ter_table_get_number (table, row, value_column);
      GArray *array;

      if (links != NULL && code != NULL)
        code = g_hash_table_lookup (links, code);
      if (code == NULL)
        continue;
      array = g_hash_table_lookup (numbers, code);
      if (array == NULL)
        {
          array = g_array_new (FALSE, FALSE, sizeof (double));
          g_hash_table_insert (numbers, (gpointer) code, array);
          g_ptr_array_add (codes, (gpointer) code);
          g_ptr_array_add (arrays, array);
        }
      g_array_append_val (array, value);
    }
  for (guint i = 0; i < arrays->len; i++)
    print_group (g_ptr_array_index (codes, i), g_ptr_array_index (arrays, i), i == 0);
}

static void
print_aggregate (TerTable *table, const char *by, TerAggregation rule)
{
  guint value = find_column (table, "population");
  g_autoptr (GArray) groups =
    ter_statistics_aggregate (table, value, by != NULL ? find_column (table, by) : TER_STATISTICS_ALL, rule, value);

  for (guint i = 0; i < groups->len; i++)
    {
      const TerStatisticsGroup *group = &g_array_index (groups, TerStatisticsGroup, i);

      g_print ("%s{\"code\": \"%s\", \"n\": %u, \"missing\": %u", i > 0 ? ",\n" : "", group->code, group->n_rows, group->n_missing);
      print_number (", \"value\": ", group->value);
      g_print ("}");
    }
}

int
main (int argc, char **argv)
{
  static const char *const levels[] = { "departement", "region", "epci", NULL };
  g_autofree char *path = argc == 2 ? g_build_filename (argv[1], "datapackage.json", NULL) : NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (TerTable) communes = NULL;
  g_autoptr (TerTable) epci = NULL;
  JsonObject *manifest;

  if (path == NULL || !json_parser_load_from_file (parser, path, NULL))
    g_error ("statistics-tool PACK");
  manifest = json_node_get_object (json_parser_get_root (parser));
  communes = read_table (argv[1], manifest, "communes");
  epci = read_table (argv[1], manifest, "epci");

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GHashTable) links = make_links (communes, levels[i]);

      g_print ("%s\"communes by %s\": [\n", i == 0 ? "{" : ",\n", levels[i]);
      print_groups (communes, levels[i], NULL);
      g_print ("],\n\"epci by %s\": [\n", levels[i]);
      print_groups (epci, levels[i], links);
      g_print ("]");
    }
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_print (",\n\"sum by %s\": [\n", levels[i] != NULL ? levels[i] : "all");
      print_aggregate (communes, levels[i], TER_AGGREGATION_SUM);
      g_print ("],\n\"mean by %s\": [\n", levels[i] != NULL ? levels[i] : "all");
      print_aggregate (communes, levels[i], TER_AGGREGATION_MEAN);
      g_print ("]");
    }
  g_print ("}\n");
  return 0;
}
