/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-json.h"
#include "ter-number.h"
#include "ter-time-ticks.h"

/* What is drawn, and what it is called: the same words for who looks, who hovers and who listens. */

guint
ter_figure_get_n_data (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->data->len;
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

static const char *
get_label (GArray *values, guint index)
{
  return values != NULL && index < values->len ? g_array_index (values, TerFigureValue, index).label : "";
}

/* A place on an axis, as precise as the table. */
static char *
dup_place (TerFigure *self, const TerDatum *datum, TerAxis axis)
{
  double value = axis == TER_AXIS_X ? datum->x : datum->y;
  const TerFigureAxis *own = &self->axes[axis];

  if (own->values == NULL && datum->row != TER_NO_ROW)
    return ter_figure_dup_column_text (self, own->column, g_array_index (self->rows, guint, datum->row));
  if (own->values == NULL && own->scale.kind == TER_SCALE_TIME)
    {
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < self->data->len; i++)
        g_array_append_val (days, g_array_index (self->data, TerDatum, i).x);
      return ter_time_dup_text (value, days);
    }
  return ter_figure_dup_axis_text (self, axis, value, NULL, -1);
}

/* A name that is a number says of what: "Goal 8". */
static char *
dup_titled_place (TerFigure *self, const TerDatum *datum, TerAxis axis)
{
  TerFrameColumn *column = self->axes[axis].column;
  g_autofree char *place = dup_place (self, datum, axis);

  return column->type == TER_COLUMN_NUMBER ? g_strdup_printf ("%s %s", column->title, place) : g_steal_pointer (&place);
}

/* Each part once: a colour often repeats the name. */
static char *
join (char **parts, guint n)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < n; i++)
    {
      gboolean met = parts[i] == NULL || *parts[i] == '\0';

      for (guint j = 0; j < i && !met; j++)
        met = g_strcmp0 (parts[i], parts[j]) == 0;
      if (!met)
        g_strv_builder_add (builder, parts[i]);
    }
  all = g_strv_builder_end (builder);
  return g_strjoinv (", ", all);
}

char *
ter_figure_dup_datum_name (TerFigure *self, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (self, index);
  g_autofree char *x = NULL;
  g_autofree char *y = NULL;
  const char *series;

  g_return_val_if_fail (datum != NULL, g_strdup (""));

  series = get_label (self->series, datum->series);
  switch (self->parsed.mark)
    {
    case TER_MARK_LINE:
    case TER_MARK_AREA: x = dup_place (self, datum, TER_AXIS_X); return join ((char *[]) { (char *) series, x }, 2);
    case TER_MARK_RECT:
      x = dup_titled_place (self, datum, TER_AXIS_X);
      y = dup_titled_place (self, datum, TER_AXIS_Y);
      return join ((char *[]) { y, x }, 2);
    case TER_MARK_POINT:
      if (self->name_column != NULL && datum->row != TER_NO_ROW)
        x = ter_figure_dup_column_text (self, self->name_column, g_array_index (self->rows, guint, datum->row));
      return join ((char *[]) { x, (char *) series }, 2);
    case TER_MARK_ARC: return g_strdup (series);
    case TER_MARK_BAR:
    case TER_MARK_TEXT:
    case TER_MARK_MAP:
    case TER_MARK_TABLE:
    default:
      return join ((char *[]) { (char *) get_label (self->categories, datum->category),
                                (char *) get_label (self->groups, datum->group), (char *) series },
                   3);
    }
}

/* "Population 1 200; Share 45 %" */
static char *
dup_point_text (TerFigure *self, const TerDatum *datum)
{
  g_autofree char *x = dup_place (self, datum, TER_AXIS_X);
  g_autofree char *y = dup_place (self, datum, TER_AXIS_Y);
  g_autofree char *size = NULL;
  /* Translators: the title of an axis and a value on it, for both axes: "Population: 1,200; Share: 45%". */
  g_autofree char *both =
    g_strdup_printf (_ ("%s: %s; %s: %s"), self->axes[TER_AXIS_X].column->title, x, self->axes[TER_AXIS_Y].column->title, y);

  if (self->size_column == NULL)
    return g_steal_pointer (&both);
  size = ter_figure_dup_size_text (self, datum->size);
  /* Translators: what is already said of a point, then the title of what its size stands for and that value. */
  return g_strdup_printf (_ ("%s; %s: %s"), both, self->size_column->title, size);
}

/* Whether a value is a part of something whole, and not already in per cent. */
static gboolean
has_part (TerFigure *self, const TerDatum *datum)
{
  return self->parsed.stack == TER_STACK_NORMALIZE && !isnan (datum->value) && g_strcmp0 (self->value->unit, "%") != 0;
}

char *
ter_figure_dup_datum_text (TerFigure *self, guint index)
{
  const TerDatum *datum = ter_figure_get_datum (self, index);
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  g_autofree char *part = NULL;

  g_return_val_if_fail (datum != NULL, g_strdup (""));

  name = ter_figure_dup_datum_name (self, index);
  value = self->parsed.mark == TER_MARK_POINT ? dup_point_text (self, datum) : ter_figure_dup_value_text (self, datum->value);
  if (*name == '\0')
    return g_steal_pointer (&value);
  if (!has_part (self, datum))
    /* Translators: a name and its value. */
    return g_strdup_printf (_ ("%s: %s"), name, value);
  part = ter_number_format_unit (fabs (datum->end - datum->start) * 100, self->parsed.mark == TER_MARK_ARC ? 1 : 0, "%");
  /* Translators: a name, its value, and that value as a part of the whole. */
  return g_strdup_printf (_ ("%s: %s, %s of the whole"), name, value, part);
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
