/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-report.h"

#include <math.h>

#include "ter-figure-classes.h"
#include "ter-figure-summary.h"
#include "ter-mark.h"

/* As many as Vega's axes ask for when there is room. */
#define N_TICKS 10

static void
add_number (JsonObject *object, const char *name, double value)
{
  if (isfinite (value))
    json_object_set_double_member (object, name, value);
  else
    json_object_set_null_member (object, name);
}

static void
add_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
  else
    json_object_set_null_member (object, name);
}

static void
take_text (JsonObject *object, const char *name, char *text)
{
  add_text (object, name, text);
  g_free (text);
}

typedef const char *(*NameFunc) (TerFigure *figure, guint index);

static void
add_names (JsonObject *object, const char *name, TerFigure *figure, guint n, NameFunc get_name)
{
  JsonArray *names = json_array_new ();

  for (guint i = 0; i < n; i++)
    json_array_add_string_element (names, get_name (figure, i));
  json_object_set_array_member (object, name, names);
}

static void
add_range (JsonObject *object, const char *name, const double *range)
{
  JsonArray *array = json_array_new ();

  json_array_add_double_element (array, range[0]);
  json_array_add_double_element (array, range[1]);
  json_object_set_array_member (object, name, array);
}

/* ---- Axes ---- */

static void
add_ticks (JsonObject *object, TerFigure *figure, TerAxis axis, const TerScale *scale)
{
  g_autoptr (GArray) ticks = ter_figure_dup_ticks (figure, axis, scale, N_TICKS);
  int decimals = ter_ticks_get_decimals (ticks);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ticks->len; i++)
    {
      double value = g_array_index (ticks, double, i);
      JsonObject *tick = json_object_new ();

      add_number (tick, "value", value);
      take_text (tick, "text", ter_figure_dup_tick_text (figure, axis, value, ticks, decimals));
      json_array_add_object_element (array, tick);
    }
  json_object_set_array_member (object, "ticks", array);
}

static const char *
get_x_name (TerFigure *figure, guint index)
{
  return ter_figure_get_name (figure, TER_AXIS_X, index);
}

static const char *
get_y_name (TerFigure *figure, guint index)
{
  return ter_figure_get_name (figure, TER_AXIS_Y, index);
}

static JsonObject *
make_axis (TerFigure *figure, TerAxis axis)
{
  static const char *const kinds[] = { "linear", "sqrt", "log", "time" };
  JsonObject *object = json_object_new ();
  TerScale scale = ter_figure_get_scale (figure, axis);
  guint n = ter_figure_get_n_names (figure, axis);

  take_text (object, "title", ter_figure_dup_axis_title (figure, axis));
  json_object_set_string_member (object, "kind", n > 0 ? "names" : kinds[scale.kind]);
  if (n > 0)
    add_names (object, "names", figure, n, axis == TER_AXIS_X ? get_x_name : get_y_name);
  else
    {
      add_range (object, "domain", scale.domain);
      add_ticks (object, figure, axis, &scale);
    }
  return object;
}

/* Of bars one axis has their names, the other one their values. */
static void
add_bar_axes (JsonObject *axes, TerFigure *figure)
{
  TerAxis along = ter_figure_is_horizontal (figure) ? TER_AXIS_X : TER_AXIS_Y;
  JsonObject *value = json_object_new (), *category = json_object_new ();
  TerScale scale = { 0 };

  ter_figure_get_domain (figure, &scale.domain[0], &scale.domain[1]);
  take_text (value, "title", ter_figure_dup_axis_title (figure, along));
  json_object_set_string_member (value, "kind", "linear");
  add_range (value, "domain", scale.domain);
  add_ticks (value, figure, along, &scale);
  json_object_set_object_member (axes, along == TER_AXIS_X ? "x" : "y", value);
  add_text (category, "title", ter_figure_get_category_title (figure));
  json_object_set_string_member (category, "kind", "names");
  add_names (category, "names", figure, ter_figure_get_n_categories (figure), ter_figure_get_category);
  json_object_set_object_member (axes, along == TER_AXIS_X ? "y" : "x", category);
}

static JsonObject *
make_axes (TerFigure *figure)
{
  JsonObject *axes = json_object_new ();
  TerMark mark = ter_figure_get_mark (figure);

  if (mark == TER_MARK_BAR)
    add_bar_axes (axes, figure);
  else if (mark != TER_MARK_ARC && mark != TER_MARK_MAP && mark != TER_MARK_TEXT && mark != TER_MARK_TABLE)
    for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
      if (ter_figure_has_axis (figure, axis))
        json_object_set_object_member (axes, axis == TER_AXIS_X ? "x" : "y", make_axis (figure, axis));
  return axes;
}

/* ---- What is drawn ---- */

static JsonObject *
make_datum (TerFigure *figure, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (figure, index);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "panel", datum->facet);
  if (datum->guide == 0)
    {
      if (ter_figure_get_mark (figure) == TER_MARK_BAR)
        {
          json_object_set_int_member (object, "category", datum->category);
          json_object_set_int_member (object, "group", datum->group);
        }
      json_object_set_int_member (object, "series", datum->series);
      add_number (object, "x", datum->x);
      add_number (object, "y", datum->y);
      add_number (object, "size", datum->size);
    }
  else
    json_object_set_int_member (object, "guide", datum->guide - 1);
  add_number (object, "value", datum->value);
  add_number (object, "start", datum->start);
  add_number (object, "end", datum->end);
  take_text (object, "name", ter_figure_dup_datum_name (figure, index));
  take_text (object, "text", ter_figure_dup_datum_text (figure, index));
  take_text (object, "tooltip", ter_figure_dup_datum_tooltip (figure, index));
  return object;
}

static void
add_data (JsonObject *object, TerFigure *figure)
{
  JsonArray *data = json_array_new ();

  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    json_array_add_object_element (data, make_datum (figure, i));
  json_object_set_array_member (object, "data", data);
}

/* ---- A map ---- */

static JsonObject *
make_territory (TerFigure *figure, guint index, const TerMapScale *scale)
{
  double value = ter_figure_get_territory_value (figure, index);
  JsonObject *object = json_object_new ();
  int class = ter_map_scale_find (scale, value);

  json_object_set_string_member (object, "code", ter_figure_get_territory_code (figure, index));
  json_object_set_string_member (object, "name", ter_figure_get_territory_name (figure, index));
  add_number (object, "value", value);
  if (class >= 0 && !scale->continuous)
    json_object_set_int_member (object, "class", class);
  else
    json_object_set_null_member (object, "class");
  take_text (object, "text", ter_figure_dup_value_text (figure, value));
  return object;
}

static void
add_map (JsonObject *object, TerFigure *figure)
{
  guint n = ter_figure_get_n_territories (figure);
  g_autofree double *values = g_new0 (double, n + 1);
  JsonArray *territories = json_array_new (), *bounds = json_array_new ();
  TerMapScale scale;

  for (guint i = 0; i < n; i++)
    values[i] = ter_figure_get_territory_value (figure, i);
  ter_figure_classes_get_scale (figure, values, n, &scale);
  for (guint i = 0; i < n; i++)
    json_array_add_object_element (territories, make_territory (figure, i, &scale));
  for (guint i = 0; scale.classes.n_classes > 0 && i <= scale.classes.n_classes; i++)
    if (isfinite (scale.classes.bounds[i]))
      json_array_add_double_element (bounds, scale.classes.bounds[i]);
    else
      json_array_add_null_element (bounds);
  json_object_set_string_member (object, "outline", ter_figure_get_outline (figure));
  json_object_set_boolean_member (object, "continuous", scale.continuous);
  json_object_set_array_member (object, "bounds", bounds);
  json_object_set_array_member (object, "territories", territories);
  json_object_set_int_member (object, "withoutOutline", ter_figure_count_strays (figure));
}

/* ---- The table ---- */

static void
add_rows (JsonObject *object, TerFigure *figure)
{
  JsonArray *rows = json_array_new ();
  guint n_columns = ter_figure_get_n_columns (figure);

  add_names (object, "columns", figure, n_columns, ter_figure_get_column_title);
  for (guint i = 0; i < ter_figure_get_n_rows (figure); i++)
    {
      JsonArray *row = json_array_new ();

      for (guint j = 0; j < n_columns; j++)
        {
          g_autofree char *text = ter_figure_dup_cell_text (figure, i, j);

          json_array_add_string_element (row, text);
        }
      json_array_add_array_element (rows, row);
    }
  json_object_set_array_member (object, "rows", rows);
}

JsonNode *
ter_figure_report_new (TerFigure *figure)
{
  g_autoptr (JsonObject) object = json_object_new ();
  TerMark mark;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  mark = ter_figure_get_mark (figure);
  json_object_set_string_member (object, "mark", mark == TER_MARK_TABLE ? "table" : ter_mark_get (mark)->name);
  add_text (object, "problem", ter_figure_get_problem (figure));
  take_text (object, "summary", ter_figure_summary_dup (figure));
  json_object_set_object_member (object, "axes", make_axes (figure));
  if (ter_figure_has_legend (figure))
    add_names (object, "series", figure, ter_figure_get_n_series (figure), ter_figure_get_series);
  if (mark == TER_MARK_BAR)
    add_names (object, "groups", figure, ter_figure_get_n_groups (figure), ter_figure_get_group);
  if (ter_figure_get_n_facets (figure) > 1)
    add_names (object, "panels", figure, ter_figure_get_n_facets (figure), ter_figure_get_facet);
  if (mark == TER_MARK_MAP)
    add_map (object, figure);
  else if (mark == TER_MARK_TEXT)
    add_number (object, "number", ter_figure_get_number (figure));
  if (mark != TER_MARK_MAP && mark != TER_MARK_TABLE)
    add_data (object, figure);
  add_rows (object, figure);
  return json_node_init_object (json_node_alloc (), object);
}
