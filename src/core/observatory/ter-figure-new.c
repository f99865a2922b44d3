/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-derive-private.h"
#include "ter-figure-layer.h"
#include "ter-figure-params.h"
#include "ter-json.h"
#include "ter-mark.h"

/* A specification and a table become a figure. */

static char *
transform (TerFigure *self, JsonObject *step)
{
  JsonNode *filter = json_object_get_member (step, "filter");
  g_auto (GStrv) group_by = NULL;
  g_autoptr (GList) members = NULL;

  if (filter != NULL)
    return ter_frame_filter (self->frame, filter);
  if (ter_json_get_array (step, "aggregate") != NULL)
    {
      group_by = ter_json_dup_strv (step, "groupby");
      return ter_frame_aggregate (self->frame, ter_json_get_array (step, "aggregate"), (const char *const *) group_by);
    }
  /* A map's outline is looked up by the map itself. */
  if (json_object_has_member (step, "lookup") && self->parsed.mark == TER_MARK_MAP)
    return step == ter_figure_find_lookup (self) ? NULL : g_strdup_printf (_ ("the transform “%s”"), "lookup");
  members = json_object_get_members (step);
  /* Translators: %s is a word of the Vega-Lite language. */
  return g_strdup_printf (_ ("the transform “%s”"), members != NULL ? (const char *) members->data : "?");
}

static char *
transform_all (TerFigure *self)
{
  JsonArray *steps = ter_json_get_array (self->spec, "transform");
  gboolean outlines = ter_figure_is_outline_first (self);

  for (guint i = 0; i < ter_json_array_length (steps); i++)
    {
      JsonObject *step = ter_json_array_object (steps, i);
      char *problem = NULL;

      /* Before the rows are there, it would be of the outline. */
      outlines = outlines && step != ter_figure_find_lookup (self);
      if (outlines)
        problem = g_strdup_printf (_ ("the transform “%s” of an outline"), "transform");
      else if (step != NULL)
        problem = transform (self, step);

      if (problem != NULL)
        return problem;
    }
  return NULL;
}

static void
add_operation (JsonArray *operations, const TerChannel *channel, const char *name)
{
  JsonObject *operation = json_object_new ();

  if (channel->by != NULL)
    {
      json_object_set_string_member (operation, "op", channel->aggregate == TER_AGGREGATE_ARGMAX ? "argmax" : "argmin");
      json_object_set_string_member (operation, "by", channel->by);
    }
  else
    json_object_set_string_member (operation, "op", ter_json_get_string (channel->object, "aggregate"));
  if (channel->field != NULL)
    json_object_set_string_member (operation, "field", channel->field);
  json_object_set_string_member (operation, "as", name);
  json_array_add_object_element (operations, operation);
}

/* The titles of the columns that argmax and argmin compare, while these are there: one a channel. */
static GPtrArray *
dup_titles (TerFigure *self)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < TER_N_CHANNELS; i++)
    {
      const char *by = self->parsed.channels[i].by;
      TerFrameColumn *column = by != NULL ? ter_frame_find (self->frame, by) : NULL;

      g_ptr_array_add (titles, g_strdup (column != NULL ? column->title : by));
    }
  return titles;
}

static void
title_channels (TerFigure *self, const char *const *names, GPtrArray *by)
{
  for (guint i = 0; i < TER_N_CHANNELS; i++)
    {
      const TerChannel *channel = &self->parsed.channels[i];
      TerFrameColumn *column = channel->aggregate != TER_AGGREGATE_NONE ? ter_frame_find (self->frame, names[i]) : NULL;

      if (column != NULL)
        {
          g_autofree char *title = g_steal_pointer (&column->title);

          column->title = ter_figure_derive_title (channel, title, by->pdata[i]);
        }
    }
}

/* Aggregates in the encoding: by the fields of all other channels. The computed columns are named after their channels. */
static char *
aggregate_channels (TerFigure *self)
{
  static const char *const names[TER_N_CHANNELS] = { "\001x",     "\001y",       "\001a",  "\001b",     "\001color", "\001text",
                                                     "\001order", "\001tooltip", "\001s",  "\001theta", "\001size",  "\001detail",
                                                     "\001row",   "\001column",  "\001x2", "\001y2" };
  g_autoptr (JsonArray) operations = json_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) group_by = NULL;
  g_autoptr (GPtrArray) by = NULL;
  char *problem;

  for (guint i = 0; i < TER_N_CHANNELS; i++)
    {
      TerChannel *channel = &self->parsed.channels[i];

      if (channel->aggregate != TER_AGGREGATE_NONE)
        {
          add_operation (operations, channel, names[i]);
          channel->field = names[i];
        }
      else if (channel->field != NULL && i != TER_CHANNEL_TOOLTIP)
        g_strv_builder_add (builder, channel->field);
    }
  if (json_array_get_length (operations) == 0)
    return NULL;
  group_by = g_strv_builder_end (builder);
  by = dup_titles (self);
  problem = ter_frame_aggregate (self->frame, operations, (const char *const *) group_by);
  if (problem == NULL)
    title_channels (self, names, by);
  return problem;
}

/* ---- The mark ---- */

static char *
resolve (TerFigure *self)
{
  const TerMarkType *type = self->parsed.type;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  if (type->most > 0 && self->frame->n_rows > type->most)
    return g_strdup_printf (_ (type->too_many), self->frame->n_rows);
#pragma GCC diagnostic pop
  return type->resolve (self);
}

static void
become_table (TerFigure *self)
{
  self->parsed.mark = TER_MARK_TABLE;
  self->parsed.type = NULL;
  self->stacked = FALSE;
  self->value = NULL;
  self->has_legend = FALSE;
  g_array_set_size (self->data, 0);
  g_array_set_size (self->guides, 0);
  g_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->frame->columns->len; i++)
    if (*((TerFrameColumn *) self->frame->columns->pdata[i])->name != TER_FIGURE_DERIVED)
      ter_figure_show_column (self, ter_frame_get_column (self->frame, i));
}

/* ---- Layers ---- */

/* The guides of the other units: what they must be able to reach, and, once the ground stands, themselves. */
static char *
check_layer (TerFigure *self, TerFigure *layer)
{
  const char *problem = ter_figure_get_problem (layer);

  if (problem != NULL)
    return g_strdup (problem);
  /* A table of colours has axes of its own. */
  if (ter_figure_get_n_marks (layer) > 0)
    return g_strdup_printf (_ ("the mark “%s” as a layer over another"), layer->parsed.type->name);
  for (guint i = 0; i < ter_figure_get_n_guides (layer); i++)
    {
      const TerGuide *guide = ter_figure_get_guide (layer, i);
      double *reach = self->reach[guide->axis];

      reach[0] = fmin (reach[0], fmin (guide->from, guide->to));
      reach[1] = fmax (reach[1], fmax (guide->from, guide->to));
    }
  return NULL;
}

/* A line lies across an axis of numbers or time that the ground has. */
static char *
check_axes (TerFigure *self, TerFigure *layer)
{
  for (guint i = 0; i < ter_figure_get_n_guides (layer); i++)
    {
      TerAxis axis = ter_figure_get_guide (layer, i)->axis;
      gboolean bars = self->parsed.mark == TER_MARK_BAR;

      if (bars ? axis != (self->parsed.horizontal ? TER_AXIS_X : TER_AXIS_Y) : self->axes[axis].values != NULL)
        return g_strdup (_ ("a line or a band across an axis of names"));
      if (!bars && layer->axes[axis].scale.kind == TER_SCALE_TIME && self->axes[axis].scale.kind != TER_SCALE_TIME)
        return g_strdup (_ ("an axis of time"));
      if (bars && self->parsed.stack == TER_STACK_NORMALIZE)
        return g_strdup_printf (_ ("“%s”"), "normalize");
    }
  return NULL;
}

/* (transfer full): the figures of the units that lie across the ground. */
static GPtrArray *
make_layers (TerFigure *self, GPtrArray *units, guint ground, TerTable *table)
{
  GPtrArray *layers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < units->len; i++)
    if (i != ground)
      {
        TerFigure *layer = ter_figure_new (units->pdata[i], table);

        g_ptr_array_add (layers, layer);
        if (self->problem == NULL)
          self->problem = check_layer (self, layer);
      }
  return layers;
}

static void
build (TerFigure *self, JsonObject *spec)
{
  g_autoptr (TerFigureParams) params = NULL;

  if (self->problem == NULL)
    params = ter_figure_params_new (spec, &self->problem);
  if (params != NULL)
    self->spec = ter_figure_params_apply (params, spec, ter_figure_params_get_initial (params), NULL, NULL);
  else
    self->spec = spec != NULL ? json_object_ref (spec) : json_object_new ();
  if (self->problem == NULL)
    self->problem = ter_figure_spec_parse (&self->parsed, spec != NULL ? self->spec : NULL);
  if (self->problem == NULL)
    self->problem = transform_all (self);
  if (self->problem == NULL)
    self->problem = ter_figure_derive_columns (self) ?: ter_figure_derive_orders (self);
  if (self->problem == NULL)
    self->problem = aggregate_channels (self);
  if (self->problem == NULL)
    self->problem = resolve (self);
}

TerFigure *
ter_figure_new (JsonObject *spec, TerTable *table)
{
  TerFigure *self = g_object_new (TER_TYPE_FIGURE, NULL);
  g_autoptr (GPtrArray) units = NULL;
  g_autoptr (GPtrArray) layers = NULL;
  guint ground = 0;

  g_return_val_if_fail (TER_IS_TABLE (table), self);

  self->frame = ter_frame_new (table);
  units = ter_figure_layer_split (spec, &ground, &self->problem);
  if (units != NULL)
    layers = make_layers (self, units, ground, table);
  build (self, units != NULL ? units->pdata[ground] : spec);
  for (guint i = 0; layers != NULL && self->problem == NULL && i < layers->len; i++)
    self->problem = check_axes (self, layers->pdata[i]);
  if (self->problem != NULL)
    become_table (self);
  if (self->rows->len == 0)
    for (guint row = 0; row < self->frame->n_rows; row++)
      g_array_append_val (self->rows, row);
  for (guint i = 0; layers != NULL && self->problem == NULL && i < layers->len; i++)
    ter_figure_append_guides (self, layers->pdata[i], i < ground);
  if (self->value != NULL)
    self->decimals = ter_frame_column_count_decimals (self->value, self->frame->n_rows);
  return self;
}
