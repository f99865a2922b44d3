/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-derive-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-hash.h"
#include "ter-json.h"

/* ---- Columns ---- */

static char *
derive_column (TerFigure *self, TerChannelName name)
{
  TerChannel *channel = &self->parsed.channels[name];
  g_autofree char *derived = g_strdup_printf ("%c%s", TER_FIGURE_DERIVED, ter_figure_channels_get_name (name));
  TerFrameColumn *source;
  char *problem;

  if (channel->unit == TER_TIME_UNIT_NONE && !channel->binned)
    return NULL;
  source = channel->field != NULL ? ter_frame_find (self->frame, channel->field) : NULL;
  if (source == NULL)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), channel->field ?: "?");
  if (channel->binned)
    problem = ter_bin_add_column (&self->bin, self->frame, source, ter_json_get_object (channel->object, "bin"), derived);
  else
    problem = ter_time_unit_add_column (self->frame, source, channel->unit, derived);
  channel->field = g_intern_string (derived);
  return problem;
}

char *
ter_figure_derive_columns (TerFigure *self)
{
  char *problem = NULL;

  for (guint i = 0; i < TER_N_CHANNELS && problem == NULL; i++)
    problem = derive_column (self, i);
  return problem;
}

/* ---- Orders ---- */

/* One `sort`, whatever its form. */
typedef struct
{
  TerAggregate op; /* NONE: what Vega-Lite takes */
  const char *field;
  gboolean descending;
} Sorting;

/* By another channel: what that computes. */
static char *
read_channel (TerFigure *self, const char *name, Sorting *sorting)
{
  TerChannelName other = ter_figure_channels_find (name);
  const TerChannel *channel = other < TER_N_CHANNELS ? &self->parsed.channels[other] : NULL;

  if (channel == NULL || channel->object == NULL || channel->by != NULL)
    return g_strdup_printf (_ ("“%s”"), "sort");
  sorting->op = channel->aggregate;
  sorting->field = channel->field;
  return NULL;
}

/* %FALSE: the order is of the values themselves. @problem: (out) */
static gboolean
read_sort (TerFigure *self, JsonNode *sort, Sorting *sorting, char **problem)
{
  JsonObject *object = ter_json_node_object (sort);
  const char *text = ter_json_node_string (sort);

  *sorting = (Sorting) { TER_AGGREGATE_NONE, NULL, FALSE };
  *problem = NULL;
  if (text != NULL)
    {
      if (strcmp (text, "ascending") == 0 || strcmp (text, "descending") == 0)
        return FALSE;
      sorting->descending = *text == '-';
      *problem = read_channel (self, text + sorting->descending, sorting);
      return TRUE;
    }
  if (object == NULL)
    return FALSE;
  sorting->descending = g_strcmp0 (ter_json_get_string (object, "order"), "descending") == 0;
  if (ter_json_get_string (object, "encoding") != NULL)
    {
      *problem = read_channel (self, ter_json_get_string (object, "encoding"), sorting);
      return TRUE;
    }
  sorting->op = ter_aggregate_parse (ter_json_get_string (object, "op"));
  sorting->field = ter_json_get_string (object, "field");
  if (sorting->op == TER_AGGREGATE_UNKNOWN || sorting->op == TER_AGGREGATE_ARGMIN || sorting->op == TER_AGGREGATE_ARGMAX ||
      (sorting->field == NULL && sorting->op != TER_AGGREGATE_COUNT))
    *problem = g_strdup_printf (_ ("“%s”"), "sort");
  return TRUE;
}

/* Whether the values of @field stand on one another (Vega-Lite, compile/scale/domain, domainSort). */
static gboolean
is_stacked (TerFigure *self, const char *field)
{
  const TerFigureSpec *spec = &self->parsed;
  const char *by = spec->channels[TER_CHANNEL_COLOR].field ?: spec->channels[TER_CHANNEL_DETAIL].field;
  const char *along = spec->mark == TER_MARK_AREA ? spec->channels[TER_CHANNEL_X].field
                      : spec->category != NULL    ? spec->category->field
                                                  : NULL;

  if ((spec->mark != TER_MARK_BAR && spec->mark != TER_MARK_AREA) || spec->overlaid || by == NULL || g_strcmp0 (by, along) == 0)
    return FALSE;
  return g_strcmp0 (field, along) != 0 && g_strcmp0 (field, by) != 0;
}

/* A value's text → what its rows give. */
static GHashTable *
compute_keys (TerFrame *frame, TerFrameColumn *column, TerAggregate op, TerFrameColumn *values)
{
  g_autoptr (GHashTable) rows_of = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  GHashTable *keys = g_hash_table_new_full (ter_hash_text, g_str_equal, NULL, g_free);
  GHashTableIter iter;
  gpointer text, rows;

  for (guint row = 0; row < frame->n_rows; row++)
    {
      const char *value = ter_frame_column_text (column, row);
      GArray *own = g_hash_table_lookup (rows_of, value);

      if (own == NULL)
        {
          own = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (rows_of, (gpointer) value, own);
        }
      g_array_append_val (own, row);
    }
  g_hash_table_iter_init (&iter, rows_of);
  while (g_hash_table_iter_next (&iter, &text, &rows))
    {
      GArray *own = rows;
      double key = ter_aggregate_compute (op, values, (const guint *) (gpointer) own->data, own->len);

      g_hash_table_insert (keys, text, g_memdup2 (&key, sizeof key));
    }
  return keys;
}

static char *
derive_order (TerFigure *self, TerChannel *channel)
{
  TerFrameColumn *column = channel->field != NULL ? ter_frame_find (self->frame, channel->field) : NULL;
  JsonNode *sort = channel->object != NULL ? json_object_get_member (channel->object, "sort") : NULL;
  TerFrameColumn *values = NULL;
  Sorting sorting;
  char *problem;

  if (column == NULL || channel->quantitative || channel->aggregate != TER_AGGREGATE_NONE ||
      ter_json_get_array (ter_json_get_object (channel->object, "scale"), "domain") != NULL ||
      !read_sort (self, sort, &sorting, &problem))
    return NULL;
  if (problem != NULL)
    return problem;
  if (sorting.field != NULL)
    values = ter_frame_find (self->frame, sorting.field);
  if (values == NULL && sorting.op != TER_AGGREGATE_COUNT)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), sorting.field ?: "?");
  if (sorting.op == TER_AGGREGATE_NONE)
    sorting.op = is_stacked (self, sorting.field) ? TER_AGGREGATE_SUM : TER_AGGREGATE_MIN;
  problem = sorting.op == TER_AGGREGATE_SUM ? ter_aggregate_check (sorting.op, values) : NULL;
  if (problem != NULL)
    return problem;
  channel->keys = compute_keys (self->frame, column, sorting.op, values);
  channel->keys_descend = sorting.descending;
  g_ptr_array_add (self->orders, channel->keys);
  return NULL;
}

char *
ter_figure_derive_orders (TerFigure *self)
{
  char *problem = NULL;

  for (guint i = 0; i < TER_N_CHANNELS && problem == NULL; i++)
    if (i != TER_CHANNEL_ORDER && i != TER_CHANNEL_TOOLTIP)
      problem = derive_order (self, &self->parsed.channels[i]);
  return problem;
}

/* ---- Titles ---- */

static const struct
{
  TerAggregate op;
  const char *title;
} titles[] = {
  /* Translators: %s is the title of a column: what is computed of it is the title of an axis. */
  { TER_AGGREGATE_SUM, N_ ("Sum of %s") },       { TER_AGGREGATE_MEAN, N_ ("Mean of %s") },
  { TER_AGGREGATE_MIN, N_ ("Min of %s") },       { TER_AGGREGATE_MAX, N_ ("Max of %s") },
  { TER_AGGREGATE_MEDIAN, N_ ("Median of %s") }, { TER_AGGREGATE_Q1, N_ ("Q1 of %s") },
  { TER_AGGREGATE_Q3, N_ ("Q3 of %s") },         { TER_AGGREGATE_STDEV, N_ ("Stdev of %s") },
  { TER_AGGREGATE_STDEVP, N_ ("Stdevp of %s") }, { TER_AGGREGATE_DISTINCT, N_ ("Distinct of %s") },
  { TER_AGGREGATE_VALID, N_ ("Valid of %s") },   { TER_AGGREGATE_MISSING, N_ ("Missing of %s") },
};

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
ter_figure_derive_title (const TerChannel *channel, const char *title, const char *by)
{
  if (channel->aggregate == TER_AGGREGATE_COUNT)
    return g_strdup (_ ("Count of Records"));
  if (channel->aggregate == TER_AGGREGATE_ARGMAX)
    /* Translators: the title of a column, where another one is greatest. */
    return g_strdup_printf (_ ("%s for max %s"), title, by);
  if (channel->aggregate == TER_AGGREGATE_ARGMIN)
    /* Translators: the title of a column, where another one is least. */
    return g_strdup_printf (_ ("%s for min %s"), title, by);
  if (g_strcmp0 (ter_json_get_string (channel->object, "aggregate"), "average") == 0)
    return g_strdup_printf (_ ("Average of %s"), title);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (titles[i].op == channel->aggregate)
      return g_strdup_printf (_ (titles[i].title), title);
  return g_strdup (title);
}

#pragma GCC diagnostic pop
