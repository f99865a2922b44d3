/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-time-ticks.h"

/* What is drawn, and what is told of it. */

guint
ter_figure_get_n_data (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->data->len;
}

guint
ter_figure_get_n_marks (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->data->len - self->guides->len;
}

const TerDatum *
ter_figure_get_datum (TerFigure *self, guint datum)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && datum < self->data->len, NULL);
  return &g_array_index (self->data, TerDatum, datum);
}

const char *
ter_figure_get_legend_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->parsed.channels[TER_CHANNEL_COLOR].title;
}

char *
ter_figure_dup_place (TerFigure *self, const TerDatum *datum, TerAxis axis)
{
  double value = axis == TER_AXIS_X ? datum->x : datum->y;
  const TerFigureAxis *own = &self->axes[axis];

  if (own->values == NULL && datum->row != TER_NO_ROW)
    return ter_figure_dup_column_text (self, own->column, g_array_index (self->rows, guint, datum->row));
  if (own->values == NULL && own->scale.kind == TER_SCALE_TIME)
    {
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < ter_figure_get_n_marks (self); i++)
        g_array_append_val (days, g_array_index (self->data, TerDatum, i).x);
      return ter_time_ticks_dup_text (value, days);
    }
  return ter_figure_dup_axis_text (self, axis, value, NULL, -1);
}

static void
append_field (TerFigure *self, GString *text, JsonObject *field, guint frame_row)
{
  TerFrameColumn *column = ter_frame_find (self->frame, ter_json_get_string (field, "field"));
  const char *title = ter_json_get_string (field, "title");
  g_autofree char *value = NULL;
  g_autofree char *line = NULL;

  if (column == NULL)
    return;
  value = ter_figure_dup_column_text (self, column, frame_row);
  line = g_strdup_printf (_ ("%s: %s"), title != NULL ? title : column->title, *value != '\0' ? value : _ ("no data"));
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

char *
ter_figure_dup_datum_tooltip (TerFigure *self, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (self, index);
  JsonObject *encoding = ter_json_get_object (self->spec, "encoding");
  JsonArray *several = ter_json_get_array (encoding, "tooltip");
  g_autoptr (GString) text = g_string_new (NULL);
  guint row;

  g_return_val_if_fail (datum != NULL, NULL);

  if (datum->row == TER_NO_ROW)
    return NULL;
  row = g_array_index (self->rows, guint, datum->row);
  for (guint i = 0; i < ter_json_array_length (several); i++)
    append_field (self, text, ter_json_array_object (several, i), row);
  if (ter_json_get_object (encoding, "tooltip") != NULL)
    append_field (self, text, ter_json_get_object (encoding, "tooltip"), row);
  return text->len > 0 ? g_string_free_and_steal (g_steal_pointer (&text)) : NULL;
}

gboolean
ter_figure_find_datum (TerFigure *self, const char *column, const char *code, guint *datum)
{
  TerFrameColumn *codes;
  guint n = 0;

  g_return_val_if_fail (TER_IS_FIGURE (self) && column != NULL && code != NULL && datum != NULL, FALSE);

  codes = self->parsed.mark != TER_MARK_TABLE ? ter_frame_find (self->frame, column) : NULL;
  for (guint i = 0; codes != NULL && i < self->data->len && n < 2; i++)
    {
      guint row = ter_figure_get_datum (self, i)->row;

      if (row != TER_NO_ROW && g_strcmp0 (ter_frame_column_text (codes, g_array_index (self->rows, guint, row)), code) == 0)
        {
          *datum = i;
          n++;
        }
    }
  return n == 1;
}

gboolean
ter_figure_has_points (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.points;
}

gboolean
ter_figure_has_hole (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.hole;
}

void
ter_figure_get_turn (TerFigure *self, double *from, double *to)
{
  g_return_if_fail (TER_IS_FIGURE (self) && from != NULL && to != NULL);
  *from = self->turn[0];
  *to = self->turn[1];
}

double
ter_figure_get_largest_size (TerFigure *self)
{
  double largest = 0;

  g_return_val_if_fail (TER_IS_FIGURE (self), 0);

  for (guint i = 0; i < self->data->len; i++)
    largest = MAX (largest, g_array_index (self->data, TerDatum, i).size);
  return largest;
}

char *
ter_figure_dup_size_text (TerFigure *self, double size)
{
  int decimals;

  g_return_val_if_fail (TER_IS_FIGURE (self) && self->size_column != NULL, g_strdup (""));

  decimals = ter_frame_column_count_decimals (self->size_column, self->frame->n_rows);
  return ter_figure_dup_number (self->size_column, size, decimals);
}

const char *
ter_figure_get_size_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->size_column != NULL ? self->size_column->title : NULL;
}

guint
ter_figure_get_n_missing (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->n_missing;
}

/* ---- Maps ---- */

/* Vega-Lite finds one in the other either way: rows in the outline, or, where that is `data`, the outline's features in the rows. */
static gboolean
is_outline_first (JsonObject *lookup)
{
  const char *key = ter_json_get_string (lookup, "lookup");

  return key != NULL && g_str_has_prefix (key, "properties.");
}

static const char *
get_source (JsonObject *object)
{
  return ter_json_get_string (ter_json_get_object (object, "data"), "name");
}

static JsonObject *
find_lookup (JsonObject *spec)
{
  JsonArray *steps = ter_json_get_array (spec, "transform");

  for (guint i = 0; i < ter_json_array_length (steps); i++)
    if (ter_json_get_string (ter_json_array_object (steps, i), "lookup") != NULL)
      return ter_json_array_object (steps, i);
  return NULL;
}

JsonObject *
ter_figure_find_lookup (TerFigure *self)
{
  return find_lookup (self->spec);
}

const char *
ter_figure_get_lookup_key (TerFigure *self)
{
  JsonObject *lookup = find_lookup (self->spec);

  return is_outline_first (lookup) ? ter_json_get_string (ter_json_get_object (lookup, "from"), "key")
                                   : ter_json_get_string (lookup, "lookup");
}

gboolean
ter_figure_is_outline_first (TerFigure *self)
{
  return is_outline_first (find_lookup (self->spec));
}

const char *
ter_figure_spec_get_table (JsonObject *spec)
{
  JsonObject *lookup = find_lookup (spec);

  return is_outline_first (lookup) ? get_source (ter_json_get_object (lookup, "from")) : get_source (spec);
}

const char *
ter_figure_get_outline (TerFigure *self)
{
  JsonObject *lookup;

  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  lookup = find_lookup (self->spec);
  return is_outline_first (lookup) ? get_source (self->spec) : get_source (ter_json_get_object (lookup, "from"));
}
