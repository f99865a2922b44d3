/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-frame-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-hash.h"
#include "ter-json.h"
#include "ter-statistics.h"

/* ---- Aggregates (https://vega.github.io/vega-lite/docs/aggregate.html) ---- */

TerAggregate
ter_aggregate_parse (const char *name)
{
  static const char *const names[] = { "sum", "mean",  "count",  "min",      "max",   "median", "q1",
                                       "q3",  "stdev", "stdevp", "distinct", "valid", "missing" };

  if (name == NULL)
    return TER_AGGREGATE_NONE;
  if (strcmp (name, "average") == 0)
    return TER_AGGREGATE_MEAN;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (name, names[i]) == 0)
      return TER_AGGREGATE_SUM + i;
  return TER_AGGREGATE_UNKNOWN;
}

/* The rows of each group together: those of group i are rows[starts[i]] to rows[starts[i + 1] - 1]. */
typedef struct
{
  guint n_groups;
  guint *starts;
  guint *rows;
} Groups;

static void
groups_clear (Groups *self)
{
  g_free (self->starts);
  g_free (self->rows);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Groups, groups_clear)

static void
groups_init (Groups *self, const guint *group_of, guint n_rows, guint n_groups)
{
  g_autofree guint *filled = g_new0 (guint, n_groups + 1);

  self->n_groups = n_groups;
  self->starts = g_new0 (guint, n_groups + 2);
  self->rows = g_new0 (guint, n_rows + 1);
  for (guint row = 0; row < n_rows; row++)
    self->starts[group_of[row] + 1]++;
  for (guint i = 0; i < n_groups; i++)
    self->starts[i + 1] += self->starts[i];
  for (guint row = 0; row < n_rows; row++)
    self->rows[self->starts[group_of[row]] + filled[group_of[row]]++] = row;
}

static gboolean
is_missing (TerFrameColumn *column, guint row)
{
  return column->numbers != NULL ? isnan (column->numbers[row]) : *ter_frame_column_text (column, row) == '\0';
}

static double
count_distinct (TerFrameColumn *column, const guint *rows, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (ter_hash_double, g_double_equal);
  guint n_missing = 0;

  for (guint i = 0; i < n; i++)
    if (is_missing (column, rows[i]))
      n_missing++;
    else if (column->numbers != NULL)
      g_hash_table_add (numbers, &column->numbers[rows[i]]);
    else
      g_hash_table_add (seen, (gpointer) ter_frame_column_text (column, rows[i]));
  /* Vega counts what is missing as one more value. */
  return g_hash_table_size (seen) + g_hash_table_size (numbers) + (n_missing > 0);
}

/* As d3-array's quantile: ter_statistics_quantile() is of the same type 7. */
static double
get_quantile (GArray *values, double part)
{
  return ter_statistics_quantile ((const double *) (gpointer) values->data, values->len, part);
}

/* The sample's, which one value does not have, or the population's (@less: 1 or 0). */
static double
get_deviation (GArray *values, guint less)
{
  double mean = 0, sum = 0;

  for (guint i = 0; i < values->len; i++)
    mean += (g_array_index (values, double, i) - mean) / (i + 1);
  for (guint i = 0; i < values->len; i++)
    sum += pow (g_array_index (values, double, i) - mean, 2);
  return values->len > less ? sqrt (sum / (values->len - less)) : NAN;
}

static double
compute_numbers (TerAggregate op, GArray *values)
{
  double sum = 0, least = G_MAXDOUBLE, most = -G_MAXDOUBLE;

  for (guint i = 0; i < values->len; i++)
    {
      double value = g_array_index (values, double, i);

      sum += value;
      least = MIN (least, value);
      most = MAX (most, value);
    }
  switch ((int) op)
    {
    case TER_AGGREGATE_MEAN: return sum / values->len;
    case TER_AGGREGATE_MIN: return least;
    case TER_AGGREGATE_MAX: return most;
    case TER_AGGREGATE_MEDIAN: return get_quantile (values, 0.5);
    case TER_AGGREGATE_Q1: return get_quantile (values, 0.25);
    case TER_AGGREGATE_Q3: return get_quantile (values, 0.75);
    case TER_AGGREGATE_STDEV: return get_deviation (values, 1);
    case TER_AGGREGATE_STDEVP: return get_deviation (values, 0);
    default: return sum;
    }
}

/* Missing values do not count, but for what counts rows. Nothing to sum is missing too, not 0. */
static double
compute (TerAggregate op, TerFrameColumn *column, const guint *rows, guint n)
{
  g_autoptr (GArray) values = NULL;
  guint n_missing = 0;

  if (op == TER_AGGREGATE_COUNT)
    return n;
  if (op == TER_AGGREGATE_DISTINCT)
    return count_distinct (column, rows, n);
  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    if (is_missing (column, rows[i]))
      n_missing++;
    else if (column->numbers != NULL)
      g_array_append_val (values, column->numbers[rows[i]]);
  if (op == TER_AGGREGATE_VALID || op == TER_AGGREGATE_MISSING)
    return op == TER_AGGREGATE_MISSING ? n_missing : n - n_missing;
  return values->len > 0 ? compute_numbers (op, values) : NAN;
}

/* What counts has no unit of its own. */
static gboolean
counts (TerAggregate op)
{
  return op == TER_AGGREGATE_COUNT || op == TER_AGGREGATE_DISTINCT || op == TER_AGGREGATE_VALID || op == TER_AGGREGATE_MISSING;
}

/* Gives each row the number of its group, in the order in which groups appear; @firsts: a row of each. */
static void
number_groups (TerFrame *self, GPtrArray *keys, guint *group_of, GArray *firsts)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);

  for (guint row = 0; row < self->n_rows; row++)
    {
      GString *key = g_string_new (NULL);
      gpointer number;

      for (guint i = 0; i < keys->len; i++)
        g_string_append_printf (key, "%s\037", ter_frame_column_text (g_ptr_array_index (keys, i), row));
      if (!g_hash_table_lookup_extended (numbers, key->str, NULL, &number))
        {
          number = GUINT_TO_POINTER (firsts->len);
          g_hash_table_insert (numbers, g_strdup (key->str), number);
          g_array_append_val (firsts, row);
        }
      group_of[row] = GPOINTER_TO_UINT (number);
      g_string_free (key, TRUE);
    }
  /* Without a key there is one group, even of no row. */
  if (keys->len == 0 && firsts->len == 0)
    g_array_set_size (firsts, 1);
}

static char *
add_aggregate (TerFrame *self, JsonObject *operation, const Groups *groups, GPtrArray *out)
{
  const char *field = ter_json_get_string (operation, "field");
  const char *name = ter_json_get_string (operation, "as");
  TerAggregate op = ter_aggregate_parse (ter_json_get_string (operation, "op"));
  TerFrameColumn *source = field != NULL ? ter_frame_find (self, field) : NULL;
  TerFrameColumn *column;

  if (op == TER_AGGREGATE_NONE || op == TER_AGGREGATE_UNKNOWN || name == NULL)
    /* Translators: %s is the name of a computation, such as “variance”. */
    return g_strdup_printf (_ ("the computation “%s”"), ter_json_get_string (operation, "op") ?: "?");
  if (source == NULL && op != TER_AGGREGATE_COUNT)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), field ?: "?");
  column = ter_frame_column_new (name, source != NULL ? source->title : _ ("Count"),
                                 source != NULL && !counts (op) ? source->unit : NULL, TER_COLUMN_NUMBER);
  column->numbers = g_new (double, MAX (groups->n_groups, 1));
  for (guint i = 0; i < groups->n_groups; i++)
    column->numbers[i] = compute (op, source, groups->rows + groups->starts[i], groups->starts[i + 1] - groups->starts[i]);
  g_ptr_array_add (out, column);
  return NULL;
}

char *
ter_frame_aggregate (TerFrame *self, JsonArray *operations, const char *const *group_by)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  g_autoptr (GPtrArray) out = g_ptr_array_new_with_free_func (ter_frame_column_free);
  g_autoptr (GArray) firsts = g_array_new (FALSE, TRUE, sizeof (guint));
  g_autofree guint *group_of = g_new0 (guint, MAX (self->n_rows, 1));
  g_auto (Groups) groups = { 0 };

  for (guint i = 0; group_by != NULL && group_by[i] != NULL; i++)
    {
      TerFrameColumn *column = ter_frame_find (self, group_by[i]);

      if (column == NULL)
        return g_strdup_printf (_ ("the column “%s”, which the table does not have"), group_by[i]);
      g_ptr_array_add (keys, column);
    }
  number_groups (self, keys, group_of, firsts);
  groups_init (&groups, group_of, self->n_rows, firsts->len);
  for (guint i = 0; i < keys->len; i++)
    {
      TerFrameColumn *key = g_ptr_array_index (keys, i);
      TerFrameColumn *column = ter_frame_column_new (key->name, key->title, key->unit, key->type);

      g_ptr_array_add (out, column);
      column->numbers = key->numbers != NULL ? g_new (double, MAX (firsts->len, 1)) : NULL;
      column->texts = g_new0 (const char *, MAX (firsts->len, 1));
      column->labels = g_new0 (const char *, MAX (firsts->len, 1));
      for (guint j = 0; j < firsts->len; j++)
        {
          guint row = g_array_index (firsts, guint, j);

          if (column->numbers != NULL)
            column->numbers[j] = key->numbers[row];
          column->texts[j] = key->texts != NULL ? key->texts[row] : NULL;
          column->labels[j] = key->labels != NULL ? key->labels[row] : NULL;
        }
    }
  for (guint i = 0; i < ter_json_array_length (operations); i++)
    {
      char *problem = add_aggregate (self, ter_json_array_object (operations, i), &groups, out);

      if (problem != NULL)
        return problem;
    }
  g_ptr_array_unref (self->columns);
  self->columns = g_steal_pointer (&out);
  self->n_rows = firsts->len;
  g_clear_pointer (&self->rows, g_free);
  return NULL;
}
