/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-values-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-hash.h"
#include "ter-json.h"

typedef enum
{
  BY_VALUE,
  BY_DATA,
  BY_KEY
} Order;

typedef struct
{
  Order by;
  gboolean descending;
} Sorting;

static int
compare_numbers (double a, double b)
{
  /* Missing last, whichever way. */
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);
  return a < b ? -1 : a > b;
}

static int
compare_values (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TerFigureValue *first = a, *second = b;
  const Sorting *sorting = user_data;
  int order = 0;

  if (sorting->by == BY_KEY)
    order = compare_numbers (first->key, second->key);
  else if (sorting->by == BY_VALUE && !isnan (first->number) && !isnan (second->number))
    order = compare_numbers (first->number, second->number);
  else if (sorting->by == BY_VALUE)
    order = g_utf8_collate (first->label, second->label);
  if (sorting->descending && !isnan (first->key) && !isnan (second->key))
    order = -order;
  return order;
}

static GArray *
find_distinct (TerFrame *frame, TerFrameColumn *column, guint *number_of)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (ter_hash_text, g_str_equal);
  GArray *values = g_array_new (FALSE, TRUE, sizeof (TerFigureValue));

  for (guint row = 0; row < frame->n_rows; row++)
    {
      const char *text = column != NULL ? ter_frame_column_text (column, row) : "";
      const char *label = column != NULL && column->labels != NULL ? column->labels[row] : NULL;
      gpointer number;

      if (!g_hash_table_lookup_extended (numbers, text, NULL, &number))
        {
          TerFigureValue value = { .text = text, .label = label, .number = NAN, .met = values->len };

          if (column != NULL)
            value.number = column->numbers != NULL ? column->numbers[row] : ter_frame_column_get_order (column, row);
          if (label == NULL)
            /* Translators: the name of a bar for which the table has none. */
            value.label = column != NULL ? _ ("Not stated") : "";
          number = GUINT_TO_POINTER (values->len);
          g_hash_table_insert (numbers, (gpointer) text, number);
          g_array_append_val (values, value);
        }
      number_of[row] = GPOINTER_TO_UINT (number);
    }
  return values;
}

static double
combine (TerAggregate op, double old, double value)
{
  if (isnan (old))
    return value;
  if (isnan (value))
    return old;
  return op == TER_AGGREGATE_MIN ? MIN (old, value) : op == TER_AGGREGATE_MAX ? MAX (old, value) : old + value;
}

/* Gives each value the key it is sorted by: from @column over its rows. */
static void
set_keys (TerFrame *frame, GArray *values, const guint *number_of, TerFrameColumn *column, TerAggregate op)
{
  g_autofree guint *counts = g_new0 (guint, MAX (values->len, 1));

  for (guint i = 0; i < values->len; i++)
    g_array_index (values, TerFigureValue, i).key = NAN;
  for (guint row = 0; row < frame->n_rows; row++)
    {
      TerFigureValue *value = &g_array_index (values, TerFigureValue, number_of[row]);

      counts[number_of[row]]++;
      value->key = combine (op, value->key, column != NULL ? ter_frame_column_get_order (column, row) : NAN);
    }
  for (guint i = 0; i < values->len; i++)
    if (op == TER_AGGREGATE_COUNT)
      g_array_index (values, TerFigureValue, i).key = counts[i];
    else if (op == TER_AGGREGATE_MEAN)
      g_array_index (values, TerFigureValue, i).key /= counts[i];
}

/* Values of @array first, in its order. */
static void
set_keys_from_array (GArray *values, JsonArray *array)
{
  for (guint i = 0; i < values->len; i++)
    {
      TerFigureValue *value = &g_array_index (values, TerFigureValue, i);

      value->key = ter_json_array_length (array);
      for (guint j = 0; j < ter_json_array_length (array) && value->key == ter_json_array_length (array); j++)
        {
          JsonNode *node = json_array_get_element (array, j);
          const char *text = ter_json_node_string (node);

          if ((text != NULL && strcmp (text, value->text) == 0) ||
              (ter_json_node_is_number (node) && json_node_get_double (node) == value->number))
            value->key = j;
        }
    }
}

static Sorting
sort_by_object (TerFrame *frame, GArray *values, const guint *number_of, JsonObject *sort, TerFrameColumn *value, TerAggregate op)
{
  const char *field = ter_json_get_string (sort, "field");
  const char *named = ter_json_get_string (sort, "op");
  Sorting sorting = { BY_KEY, g_strcmp0 (ter_json_get_string (sort, "order"), "descending") == 0 };

  if (named != NULL)
    op = ter_aggregate_parse (named);
  set_keys (frame, values, number_of, field != NULL ? ter_frame_find (frame, field) : value, op);
  return sorting;
}

static Sorting
sort_by_text (TerFrame *frame, GArray *values, const guint *number_of, const char *sort, TerFrameColumn *value, TerAggregate op)
{
  gboolean descending = *sort == '-';
  const char *channel = sort + descending;

  if (strcmp (channel, "x") != 0 && strcmp (channel, "y") != 0)
    return (Sorting) { BY_VALUE, strcmp (sort, "descending") == 0 };
  set_keys (frame, values, number_of, value, op);
  return (Sorting) { BY_KEY, descending };
}

GArray *
ter_figure_values_new (TerFrame *frame, TerFrameColumn *column, JsonObject *channel, TerFrameColumn *value, gboolean stacked,
                       guint *number_of)
{
  GArray *values = find_distinct (frame, column, number_of);
  JsonNode *sort = channel != NULL ? json_object_get_member (channel, "sort") : NULL;
  JsonArray *domain = ter_json_get_array (ter_json_get_object (channel, "scale"), "domain");
  TerAggregate op = stacked ? TER_AGGREGATE_SUM : TER_AGGREGATE_MIN;
  Sorting sorting = { BY_VALUE, FALSE };
  g_autofree guint *place = g_new0 (guint, MAX (values->len, 1));

  if (domain == NULL)
    domain = ter_json_node_array (sort);
  if (domain != NULL)
    {
      set_keys_from_array (values, domain);
      sorting = (Sorting) { BY_KEY, FALSE };
    }
  else if (sort != NULL && JSON_NODE_HOLDS_NULL (sort))
    sorting.by = BY_DATA;
  else if (ter_json_node_object (sort) != NULL)
    sorting = sort_by_object (frame, values, number_of, ter_json_node_object (sort), value, op);
  else if (ter_json_node_string (sort) != NULL)
    sorting = sort_by_text (frame, values, number_of, ter_json_node_string (sort), value, op);
  g_array_sort_with_data (values, compare_values, &sorting);

  for (guint i = 0; i < values->len; i++)
    place[g_array_index (values, TerFigureValue, i).met] = i;
  for (guint row = 0; row < frame->n_rows; row++)
    number_of[row] = place[number_of[row]];
  return values;
}
