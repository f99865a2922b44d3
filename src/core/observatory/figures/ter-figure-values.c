/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-private.h"

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

/* What the rows gave before they were aggregated. */
static void
set_keys (GArray *values, GHashTable *keys)
{
  for (guint i = 0; i < values->len; i++)
    {
      TerFigureValue *value = &g_array_index (values, TerFigureValue, i);
      const double *key = g_hash_table_lookup (keys, value->text);

      value->key = key != NULL ? *key : NAN;
    }
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

GArray *
ter_figure_values_new (TerFrame *frame, TerFrameColumn *column, const TerChannel *channel, guint *number_of)
{
  GArray *values = find_distinct (frame, column, number_of);
  JsonObject *object = channel != NULL ? channel->object : NULL;
  JsonNode *sort = object != NULL ? json_object_get_member (object, "sort") : NULL;
  JsonArray *domain = ter_json_get_array (ter_json_get_object (object, "scale"), "domain");
  Sorting sorting = { BY_VALUE, FALSE };
  g_autofree guint *place = g_new0 (guint, MAX (values->len, 1));

  if (domain == NULL)
    domain = ter_json_node_array (sort);
  if (domain != NULL)
    {
      set_keys_from_array (values, domain);
      sorting.by = BY_KEY;
    }
  else if (sort != NULL && JSON_NODE_HOLDS_NULL (sort))
    sorting.by = BY_DATA;
  else if (channel != NULL && channel->keys != NULL)
    {
      set_keys (values, channel->keys);
      sorting = (Sorting) { BY_KEY, channel->keys_descend };
    }
  else
    sorting.descending = g_strcmp0 (ter_json_node_string (sort), "descending") == 0;
  g_array_sort_with_data (values, compare_values, &sorting);

  for (guint i = 0; i < values->len; i++)
    place[g_array_index (values, TerFigureValue, i).met] = i;
  for (guint row = 0; row < frame->n_rows; row++)
    number_of[row] = place[number_of[row]];
  return values;
}

/* ---- Steps ---- */

static void
append_step (GArray *all, const TerFigureValue *known, double number, const char *text, const char *label)
{
  TerFigureValue step = known != NULL ? *known : (TerFigureValue) { text, label, number, NAN, 0 };

  g_array_append_val (all, step);
}

char *
ter_figure_fill_steps (TerFigure *self, const TerChannel *channel, GArray **values, guint *number_of)
{
  g_autofree guint *place = g_new0 (guint, (*values)->len + 1);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TerFigureValue));
  guint next = 0, n = (*values)->len, steps = 0;
  double at = channel->binned ? self->bin.start : n > 0 ? g_array_index (*values, TerFigureValue, 0).number : NAN;

  /* What is missing is the last, and has no step. */
  while (n > 0 && isnan (g_array_index (*values, TerFigureValue, n - 1).number))
    place[--n] = G_MAXUINT;
  for (; (channel->binned ? steps < ter_bin_get_n (&self->bin) : next < n) && steps <= TER_BIN_MOST; steps++)
    {
      const TerFigureValue *known = next < n ? &g_array_index (*values, TerFigureValue, next) : NULL;
      gboolean met = known != NULL && (channel->binned ? known->number < at + self->bin.step / 2 : known->number <= at);

      if (met)
        place[next++] = all->len;
      append_step (all, met ? known : NULL, at, channel->binned ? "" : ter_time_unit_get_text (channel->unit, at),
                   channel->binned ? ter_bin_get_label (&self->bin, at) : ter_time_unit_get_label (channel->unit, at));
      at = channel->binned ? self->bin.start + self->bin.step * (steps + 1) : ter_time_unit_next (channel->unit, at);
    }
  for (guint row = 0; row < self->frame->n_rows; row++)
    number_of[row] = place[number_of[row]];
  g_array_unref (*values);
  *values = all;
  return steps > TER_BIN_MOST ? g_strdup_printf (_ ("%u bars"), steps) : NULL;
}
