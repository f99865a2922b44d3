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

#define NO_ROW G_MAXUINT

/* ---- Aggregates (https://vega.github.io/vega-lite/docs/aggregate.html) ---- */

TerAggregate
ter_aggregate_parse (const char *name)
{
  static const char *const names[] = { "sum",   "mean",   "count",    "min",   "max",     "median", "q1",    "q3",
                                       "stdev", "stdevp", "distinct", "valid", "missing", "argmin", "argmax" };

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

/* Which row is the @i-th of some, or of all. */
static guint
get_row (const guint *rows, guint i)
{
  return rows != NULL ? rows[i] : i;
}

static double
count_distinct (TerFrameColumn *column, const guint *rows, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);
  g_autoptr (GHashTable) numbers = g_hash_table_new (ter_hash_double, g_double_equal);
  const double *values = column->codes != NULL ? column->codes : column->numbers;
  guint n_missing = 0;

  for (guint i = 0; i < n; i++)
    if (ter_frame_column_is_missing (column, get_row (rows, i)))
      n_missing++;
    else if (values != NULL)
      g_hash_table_add (numbers, (gpointer) &values[get_row (rows, i)]);
    else
      g_hash_table_add (seen, (gpointer) ter_frame_column_text (column, get_row (rows, i)));
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

/* Decimals without an exact double may leave something of what is zero: 0.1 + 0.2 − 0.3. */
static double
add_up (GArray *values)
{
  double sum = 0, size = 0;

  for (guint i = 0; i < values->len; i++)
    {
      sum += g_array_index (values, double, i);
      size += fabs (g_array_index (values, double, i));
    }
  return fabs (sum) < size * 1e-14 ? 0 : sum;
}

static double
find_end (GArray *values, gboolean most)
{
  double end = g_array_index (values, double, 0);

  for (guint i = 1; i < values->len; i++)
    end = most ? MAX (end, g_array_index (values, double, i)) : MIN (end, g_array_index (values, double, i));
  return end;
}

static double
compute_numbers (TerAggregate op, GArray *values)
{
  switch ((int) op)
    {
    case TER_AGGREGATE_MEAN: return add_up (values) / values->len;
    case TER_AGGREGATE_MIN:
    case TER_AGGREGATE_MAX: return find_end (values, op == TER_AGGREGATE_MAX);
    case TER_AGGREGATE_MEDIAN: return get_quantile (values, 0.5);
    case TER_AGGREGATE_Q1: return get_quantile (values, 0.25);
    case TER_AGGREGATE_Q3: return get_quantile (values, 0.75);
    case TER_AGGREGATE_STDEV: return get_deviation (values, 1);
    case TER_AGGREGATE_STDEVP: return get_deviation (values, 0);
    default: return add_up (values);
    }
}

/* Missing values do not count, but for what counts rows. Nothing to sum is missing too, not 0. */
double
ter_aggregate_compute (TerAggregate op, TerFrameColumn *column, const guint *rows, guint n)
{
  g_autoptr (GArray) values = NULL;
  guint n_missing = 0;

  if (op == TER_AGGREGATE_COUNT)
    return n;
  if (op == TER_AGGREGATE_DISTINCT)
    return count_distinct (column, rows, n);
  values = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    if (ter_frame_column_is_missing (column, get_row (rows, i)))
      n_missing++;
    else if (column->numbers != NULL)
      g_array_append_val (values, column->numbers[get_row (rows, i)]);
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

/* What is one of the values, and not made of them. */
static gboolean
picks (TerAggregate op)
{
  return op == TER_AGGREGATE_MIN || op == TER_AGGREGATE_MAX || op == TER_AGGREGATE_ARGMIN || op == TER_AGGREGATE_ARGMAX;
}

char *
ter_aggregate_check (TerAggregate op, TerFrameColumn *column)
{
  if (column == NULL || counts (op) || op == TER_AGGREGATE_NONE || op == TER_AGGREGATE_ARGMIN || op == TER_AGGREGATE_ARGMAX)
    return NULL;
  if (column->type == TER_COLUMN_TEXT)
    /* Translators: %s is the title of a column. */
    return g_strdup_printf (_ ("a computation with the texts of “%s”"), column->title);
  if (column->codes == NULL || picks (op) || (column->years && op != TER_AGGREGATE_SUM))
    return NULL;
  /* Translators: %s is the title of a column: a sum of years and a mean of days tell nothing. */
  return op == TER_AGGREGATE_SUM ? g_strdup_printf (_ ("a sum of the dates of “%s”"), column->title)
                                 : g_strdup_printf (_ ("a mean of the dates of “%s”"), column->title);
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

/* (transfer full): the same column with those of its rows; NO_ROW: nothing there. */
static TerFrameColumn *
pick_rows (TerFrameColumn *source, const char *name, const guint *rows, guint n)
{
  TerFrameColumn *column = ter_frame_column_new (name, source->title, source->unit, source->type);
  guint size = MAX (n, 1);

  column->years = source->years;
  column->named = source->named;
  column->numbers = source->numbers != NULL ? g_new (double, size) : NULL;
  column->codes = source->codes != NULL ? g_new (double, size) : NULL;
  column->texts = g_new0 (const char *, size);
  column->labels = g_new0 (const char *, size);
  for (guint i = 0; i < n; i++)
    {
      gboolean there = rows[i] != NO_ROW;

      if (column->numbers != NULL)
        column->numbers[i] = there ? source->numbers[rows[i]] : NAN;
      if (column->codes != NULL)
        column->codes[i] = there ? source->codes[rows[i]] : NAN;
      column->texts[i] = there && source->texts != NULL ? source->texts[rows[i]] : NULL;
      column->labels[i] = there && source->labels != NULL ? source->labels[rows[i]] : NULL;
    }
  return column;
}

/* The first row of a group where @by is least, or greatest. */
static guint
find_row (TerFrameColumn *by, gboolean most, const guint *rows, guint n)
{
  guint found = NO_ROW;
  double end = NAN;

  for (guint i = 0; i < n; i++)
    {
      double value = ter_frame_column_get_order (by, rows[i]);

      if (isnan (value) || (found != NO_ROW && !(most ? value > end : value < end)))
        continue;
      end = value;
      found = rows[i];
    }
  return found;
}

/* (transfer full): the column of one operation. @by: what orders its rows, for one that picks them */
static TerFrameColumn *
make_column (TerAggregate op, TerFrameColumn *source, TerFrameColumn *by, const char *name, const Groups *groups)
{
  TerFrameColumn *column;
  g_autofree guint *found = NULL;

  if (by != NULL)
    {
      found = g_new (guint, MAX (groups->n_groups, 1));
      for (guint i = 0; i < groups->n_groups; i++)
        found[i] = find_row (by, op == TER_AGGREGATE_MAX || op == TER_AGGREGATE_ARGMAX, groups->rows + groups->starts[i],
                             groups->starts[i + 1] - groups->starts[i]);
      return pick_rows (source, name, found, groups->n_groups);
    }
  column = ter_frame_column_new (name, source != NULL ? source->title : _ ("Count"),
                                 source != NULL && !counts (op) ? source->unit : NULL, TER_COLUMN_NUMBER);
  column->years = source != NULL && source->years && !counts (op) && op != TER_AGGREGATE_STDEV && op != TER_AGGREGATE_STDEVP;
  column->numbers = g_new (double, MAX (groups->n_groups, 1));
  for (guint i = 0; i < groups->n_groups; i++)
    column->numbers[i] =
      ter_aggregate_compute (op, source, groups->rows + groups->starts[i], groups->starts[i + 1] - groups->starts[i]);
  return column;
}

/* (transfer full) (nullable): what stands in the way. @column: (out): of that name; %NULL for none */
static char *
find_column (TerFrame *self, const char *name, TerFrameColumn **column)
{
  *column = name != NULL ? ter_frame_find (self, name) : NULL;
  return *column == NULL ? g_strdup_printf (_ ("the column “%s”, which the table does not have"), name ?: "?") : NULL;
}

static char *
add_aggregate (TerFrame *self, JsonObject *operation, const Groups *groups, GPtrArray *out)
{
  const char *name = ter_json_get_string (operation, "as");
  TerAggregate op = ter_aggregate_parse (ter_json_get_string (operation, "op"));
  TerFrameColumn *source = NULL, *by = NULL;
  gboolean ordered = op == TER_AGGREGATE_ARGMIN || op == TER_AGGREGATE_ARGMAX;
  char *problem = NULL;

  if (op == TER_AGGREGATE_NONE || op == TER_AGGREGATE_UNKNOWN || name == NULL ||
      (ordered && !json_object_has_member (operation, "by")))
    /* Translators: %s is the name of a computation, such as “variance”. */
    return g_strdup_printf (_ ("the computation “%s”"), ter_json_get_string (operation, "op") ?: "?");
  if (op != TER_AGGREGATE_COUNT || json_object_has_member (operation, "field"))
    problem = find_column (self, ter_json_get_string (operation, "field"), &source);
  if (problem == NULL && ordered)
    problem = find_column (self, ter_json_get_string (operation, "by"), &by);
  if (problem == NULL && by != NULL && by->type == TER_COLUMN_TEXT)
    problem = g_strdup_printf (_ ("a computation with the texts of “%s”"), by->title);
  if (problem == NULL)
    problem = ter_aggregate_check (op, source);
  if (problem != NULL)
    return problem;
  /* The first of some dates is one of them, as it was written. */
  if (source != NULL && source->codes != NULL && picks (op) && by == NULL)
    by = source;
  g_ptr_array_add (out, make_column (op, source, by, name, groups));
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
      TerFrameColumn *column;
      char *problem = find_column (self, group_by[i], &column);

      if (problem != NULL)
        return problem;
      g_ptr_array_add (keys, column);
    }
  number_groups (self, keys, group_of, firsts);
  groups_init (&groups, group_of, self->n_rows, firsts->len);
  for (guint i = 0; i < keys->len; i++)
    {
      TerFrameColumn *key = g_ptr_array_index (keys, i);

      g_ptr_array_add (out, pick_rows (key, key->name, (const guint *) (gpointer) firsts->data, firsts->len));
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
