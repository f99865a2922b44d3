/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-frame-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-expression.h"
#include "ter-json.h"

void
ter_frame_column_free (gpointer data)
{
  TerFrameColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->unit);
  g_free (column->numbers);
  g_free (column->codes);
  g_free (column->texts);
  g_free (column->labels);
  g_free (column);
}

TerFrameColumn *
ter_frame_column_new (const char *name, const char *title, const char *unit, TerColumnType type)
{
  TerFrameColumn *column = g_new0 (TerFrameColumn, 1);

  column->name = g_strdup (name);
  column->title = g_strdup (title);
  column->unit = g_strdup (unit);
  column->type = type;
  return column;
}

static TerFrameColumn *
column_from_table (TerTable *table, guint index)
{
  TerFrameColumn *column =
    ter_frame_column_new (ter_table_get_column_name (table, index), ter_table_get_column_title (table, index),
                          ter_table_get_column_unit (table, index), ter_table_get_column_type (table, index));

  column->pending = TRUE;
  column->index = index;
  return column;
}

/* A date whose values are all years is a column of numbers too. */
static void
read_years (TerFrameColumn *column, guint n_rows)
{
  column->years = TRUE;
  for (guint row = 0; row < n_rows && column->years; row++)
    column->years = isnan (column->codes[row]) || fmod (column->codes[row], 10000) == 0;
  if (!column->years)
    return;
  column->numbers = g_new (double, MAX (n_rows, 1));
  for (guint row = 0; row < n_rows; row++)
    column->numbers[row] = column->codes[row] / 10000;
}

/* Where a table keeps the names of its territories. */
static gboolean
find_names (TerTable *table, guint *names)
{
  static const char *const columns[] = { "name", "nom", "title", "libelle" };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (ter_table_find_column (table, columns[i], names) && ter_table_get_column_type (table, *names) == TER_COLUMN_TEXT)
      return TRUE;
  return FALSE;
}

/* Of 30 indicators a figure asks for one or two: the others are left where they are. */
static void
fill (TerFrame *self, TerFrameColumn *column)
{
  guint n = MAX (self->n_rows, 1), names = column->index;
  double *numbers = NULL;

  column->pending = FALSE;
  column->texts = g_new (const char *, n);
  column->labels = g_new (const char *, n);
  if (column->type != TER_COLUMN_TEXT)
    numbers = g_new (double, n);
  column->named = column->type == TER_COLUMN_TEXT && strcmp (column->name, "code") == 0 && find_names (self->table, &names);
  for (guint row = 0; row < self->n_rows; row++)
    {
      guint from = self->rows != NULL ? self->rows[row] : row;

      column->texts[row] = ter_table_get_text (self->table, from, column->index);
      column->labels[row] = ter_table_get_label (self->table, from, names);
      if (column->labels[row] == NULL)
        column->labels[row] = column->texts[row];
      if (numbers != NULL)
        numbers[row] = ter_table_get_number (self->table, from, column->index);
    }
  if (column->type != TER_COLUMN_DATE)
    {
      column->numbers = numbers;
      return;
    }
  column->codes = numbers;
  read_years (column, self->n_rows);
}

TerFrame *
ter_frame_new (TerTable *table)
{
  TerFrame *self = g_new0 (TerFrame, 1);

  self->table = g_object_ref (table);
  self->columns = g_ptr_array_new_with_free_func (ter_frame_column_free);
  self->n_rows = ter_table_get_n_rows (table);
  for (guint i = 0; i < ter_table_get_n_columns (table); i++)
    g_ptr_array_add (self->columns, column_from_table (table, i));
  return self;
}

void
ter_frame_free (TerFrame *self)
{
  g_ptr_array_unref (self->columns);
  g_object_unref (self->table);
  g_free (self->rows);
  g_free (self);
}

TerFrameColumn *
ter_frame_find (TerFrame *self, const char *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      TerFrameColumn *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->name, name) == 0)
        return ter_frame_get_column (self, i);
    }
  return NULL;
}

TerFrameColumn *
ter_frame_find_names (TerFrame *self)
{
  guint names;

  return find_names (self->table, &names) ? ter_frame_find (self, ter_table_get_column_name (self->table, names)) : NULL;
}

TerFrameColumn *
ter_frame_get_column (TerFrame *self, guint index)
{
  TerFrameColumn *column = g_ptr_array_index (self->columns, index);

  if (column->pending)
    fill (self, column);
  return column;
}

const char *
ter_frame_column_text (TerFrameColumn *column, guint row)
{
  return column->texts != NULL && column->texts[row] != NULL ? column->texts[row] : "";
}

gboolean
ter_frame_column_is_missing (TerFrameColumn *column, guint row)
{
  return column->codes != NULL || column->numbers != NULL ? isnan (ter_frame_column_get_order (column, row))
                                                          : *ter_frame_column_text (column, row) == '\0';
}

double
ter_frame_column_get_order (TerFrameColumn *column, guint row)
{
  return column->codes != NULL ? column->codes[row] : column->numbers != NULL ? column->numbers[row] : NAN;
}

#define LEAST_DECIMALS 3
#define SIGNIFICANT 3
#define MOST_DECIMALS 15

int
ter_frame_column_count_decimals (TerFrameColumn *column, guint n_rows)
{
  int decimals = 0, most = LEAST_DECIMALS;
  double largest = 0;

  for (guint row = 0; column->numbers != NULL && row < n_rows; row++)
    if (isfinite (column->numbers[row]))
      largest = MAX (largest, fabs (column->numbers[row]));
  if (largest > 0)
    most = CLAMP (SIGNIFICANT - 1 - (int) floor (log10 (largest)), LEAST_DECIMALS, MOST_DECIMALS);
  for (guint row = 0; column->numbers != NULL && row < n_rows; row++)
    while (decimals < most && isfinite (column->numbers[row]) &&
           fabs (column->numbers[row] * pow (10, decimals) - round (column->numbers[row] * pow (10, decimals))) > 1e-6)
      decimals++;
  return decimals;
}

/* ---- Filters (https://vega.github.io/vega-lite/docs/predicate.html) ---- */

/* -1, 0, 1, or 2 when they cannot be compared. A number compares with numbers, and with the year of a date; a text with texts. */
static int
compare (TerFrameColumn *column, guint row, JsonNode *node)
{
  const char *text = ter_json_node_string (node);
  double value = ter_frame_column_get_order (column, row);

  if (text != NULL)
    {
      int order;

      if (column->texts == NULL || column->texts[row] == NULL || column->type == TER_COLUMN_NUMBER)
        return 2;
      order = strcmp (column->texts[row], text);
      return order < 0 ? -1 : order > 0;
    }
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && !isnan (value))
    {
      gboolean is_boolean = json_node_get_value_type (node) == G_TYPE_BOOLEAN;
      double wanted = is_boolean ? json_node_get_boolean (node) : json_node_get_double (node);

      if (is_boolean != (column->type == TER_COLUMN_BOOLEAN))
        return 2;
      if (column->type == TER_COLUMN_DATE)
        value = floor (value / 10000);
      return value < wanted ? -1 : value > wanted;
    }
  return 2;
}

static gboolean
is_one_of (TerFrameColumn *column, guint row, JsonArray *values)
{
  for (guint i = 0; i < ter_json_array_length (values); i++)
    if (compare (column, row, json_array_get_element (values, i)) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_in_range (TerFrameColumn *column, guint row, JsonArray *range)
{
  JsonNode *from = ter_json_array_length (range) == 2 ? json_array_get_element (range, 0) : NULL;
  JsonNode *to = from != NULL ? json_array_get_element (range, 1) : NULL;
  int low, high;

  if (to == NULL)
    return FALSE;
  low = JSON_NODE_HOLDS_NULL (from) ? 0 : compare (column, row, from);
  high = JSON_NODE_HOLDS_NULL (to) ? 0 : compare (column, row, to);
  return (low == 0 || low == 1) && (high == 0 || high == -1);
}

typedef enum
{
  OP_EQUAL,
  OP_ONE_OF,
  OP_RANGE,
  OP_LT,
  OP_LTE,
  OP_GT,
  OP_GTE,
  OP_VALID,
  N_OPS
} Op;
static const char *const op_names[N_OPS] = { "equal", "oneOf", "range", "lt", "lte", "gt", "gte", "valid" };

static gboolean
holds (TerFrameColumn *column, guint row, Op op, JsonNode *operand)
{
  int order;

  switch (op)
    {
    case OP_ONE_OF: return is_one_of (column, row, ter_json_node_array (operand));
    case OP_RANGE: return is_in_range (column, row, ter_json_node_array (operand));
    case OP_VALID:
      return !ter_frame_column_is_missing (column, row) == (JSON_NODE_HOLDS_VALUE (operand) && json_node_get_boolean (operand));
    case OP_EQUAL:
    case OP_LT:
    case OP_LTE:
    case OP_GT:
    case OP_GTE:
    case N_OPS:
    default: break;
    }
  order = compare (column, row, operand);
  return order != 2 && ((order == 0 && (op == OP_EQUAL || op == OP_LTE || op == OP_GTE)) ||
                        (order == -1 && (op == OP_LT || op == OP_LTE)) || (order == 1 && (op == OP_GT || op == OP_GTE)));
}

static char *evaluate (TerFrame *self, JsonNode *predicate, gboolean *keep, guint depth);

/* `and`, `or` of predicates. */
static char *
evaluate_all (TerFrame *self, JsonArray *predicates, gboolean all, gboolean *keep, guint depth)
{
  g_autofree gboolean *one = g_new (gboolean, MAX (self->n_rows, 1));

  for (guint row = 0; row < self->n_rows; row++)
    keep[row] = all;
  for (guint i = 0; i < ter_json_array_length (predicates); i++)
    {
      char *problem = evaluate (self, json_array_get_element (predicates, i), one, depth + 1);

      if (problem != NULL)
        return problem;
      for (guint row = 0; row < self->n_rows; row++)
        keep[row] = all ? keep[row] && one[row] : keep[row] || one[row];
    }
  return NULL;
}

static char *
evaluate_field (TerFrame *self, JsonObject *object, gboolean *keep)
{
  const char *field = ter_json_get_string (object, "field");
  TerFrameColumn *column = field != NULL ? ter_frame_find (self, field) : NULL;

  if (field == NULL || json_object_has_member (object, "timeUnit"))
    return g_strdup (_ ("a filter that is not understood"));
  if (column == NULL)
    /* Translators: %s is the name of a column. */
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), field);
  for (Op op = 0; op < N_OPS; op++)
    if (json_object_has_member (object, op_names[op]))
      {
        for (guint row = 0; row < self->n_rows; row++)
          keep[row] = holds (column, row, op, json_object_get_member (object, op_names[op]));
        return NULL;
      }
  return g_strdup (_ ("a filter that is not understood"));
}

typedef struct
{
  TerFrameColumn **columns;
  guint row;
} Cell;

static TerExpressionValue
get_cell_cb (guint field, gpointer user_data)
{
  const Cell *cell = user_data;
  TerFrameColumn *column = cell->columns[field];

  if (ter_frame_column_is_missing (column, cell->row))
    return (TerExpressionValue) { .kind = TER_EXPRESSION_NULL };
  if (column->numbers == NULL)
    return (TerExpressionValue) { .kind = TER_EXPRESSION_TEXT, .text = ter_frame_column_text (column, cell->row) };
  return (TerExpressionValue) { .kind = column->type == TER_COLUMN_BOOLEAN ? TER_EXPRESSION_BOOLEAN : TER_EXPRESSION_NUMBER,
                                .number = column->numbers[cell->row] };
}

static char *
evaluate_expression (TerFrame *self, const char *text, gboolean *keep)
{
  g_autoptr (TerExpression) expression = ter_expression_new (text);
  guint n = expression != NULL ? ter_expression_get_n_fields (expression) : 0;
  g_autofree TerFrameColumn **columns = g_new0 (TerFrameColumn *, n + 1);
  Cell cell = { columns, 0 };

  if (expression == NULL)
    /* Translators: %s is a computation in Vega's language: “datum.a ** 2”. */
    return g_strdup_printf (_ ("the expression “%s”"), text);
  for (guint i = 0; i < n; i++)
    {
      columns[i] = ter_frame_find (self, ter_expression_get_field (expression, i));
      if (columns[i] == NULL)
        return g_strdup_printf (_ ("the column “%s”, which the table does not have"), ter_expression_get_field (expression, i));
    }
  for (; cell.row < self->n_rows; cell.row++)
    keep[cell.row] = ter_expression_holds (expression, get_cell_cb, &cell);
  return NULL;
}

static char *
evaluate (TerFrame *self, JsonNode *predicate, gboolean *keep, guint depth)
{
  JsonObject *object = ter_json_node_object (predicate);
  char *problem;

  if (ter_json_node_string (predicate) != NULL)
    return evaluate_expression (self, json_node_get_string (predicate), keep);
  if (object == NULL || depth > 8)
    return g_strdup (_ ("a filter that is not understood"));
  if (ter_json_get_array (object, "and") != NULL)
    return evaluate_all (self, ter_json_get_array (object, "and"), TRUE, keep, depth);
  if (ter_json_get_array (object, "or") != NULL)
    return evaluate_all (self, ter_json_get_array (object, "or"), FALSE, keep, depth);
  if (!json_object_has_member (object, "not"))
    return evaluate_field (self, object, keep);

  problem = evaluate (self, json_object_get_member (object, "not"), keep, depth + 1);
  for (guint row = 0; problem == NULL && row < self->n_rows; row++)
    keep[row] = !keep[row];
  return problem;
}

static void
move_row (TerFrameColumn *column, guint from, guint to)
{
  if (column->numbers != NULL)
    column->numbers[to] = column->numbers[from];
  if (column->codes != NULL)
    column->codes[to] = column->codes[from];
  if (column->texts != NULL)
    column->texts[to] = column->texts[from];
  if (column->labels != NULL)
    column->labels[to] = column->labels[from];
}

char *
ter_frame_filter (TerFrame *self, JsonNode *predicate)
{
  g_autofree gboolean *keep = g_new0 (gboolean, MAX (self->n_rows, 1));
  char *problem = evaluate (self, predicate, keep, 0);
  guint n = 0;

  if (problem != NULL)
    return problem;
  if (self->rows == NULL)
    {
      self->rows = g_new (guint, MAX (self->n_rows, 1));
      for (guint row = 0; row < self->n_rows; row++)
        self->rows[row] = row;
    }
  for (guint row = 0; row < self->n_rows; row++)
    if (keep[row])
      {
        self->rows[n] = self->rows[row];
        for (guint i = 0; i < self->columns->len; i++)
          move_row (g_ptr_array_index (self->columns, i), row, n);
        n++;
      }
  self->n_rows = n;
  return NULL;
}
