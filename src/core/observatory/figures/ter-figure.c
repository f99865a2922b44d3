/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-figure-private.h"
#include "ter-format-pattern.h"
#include "ter-json.h"
#include "ter-number.h"

G_DEFINE_FINAL_TYPE (TerFigure, ter_figure, G_TYPE_OBJECT)

static void
ter_figure_finalize (GObject *object)
{
  TerFigure *self = TER_FIGURE (object);

  g_clear_pointer (&self->spec, json_object_unref);
  g_clear_pointer (&self->frame, ter_frame_free);
  g_free (self->problem);
  g_clear_pointer (&self->categories, g_array_unref);
  g_clear_pointer (&self->groups, g_array_unref);
  g_clear_pointer (&self->series, g_array_unref);
  for (guint i = 0; i < TER_N_AXES; i++)
    g_clear_pointer (&self->axes[i].values, g_array_unref);
  g_array_unref (self->guides);
  g_ptr_array_unref (self->orders);
  g_clear_pointer (&self->layers, g_ptr_array_unref);
  g_ptr_array_unref (self->facets);
  g_array_unref (self->data);
  g_ptr_array_unref (self->shown);
  g_array_unref (self->rows);
  g_clear_object (&self->outline);
  g_free (self->outlined);
  g_clear_pointer (&self->shared_values, g_array_unref);
  G_OBJECT_CLASS (ter_figure_parent_class)->finalize (object);
}

static void
ter_figure_class_init (TerFigureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ter_figure_finalize;
}

static void
guide_clear (gpointer data)
{
  TerGuide *guide = data;

  g_free (guide->names[0]);
  g_free (guide->names[1]);
  g_free (guide->name);
}

static void
ter_figure_init (TerFigure *self)
{
  self->guides = g_array_new (FALSE, TRUE, sizeof (TerGuide));
  g_array_set_clear_func (self->guides, guide_clear);
  for (guint i = 0; i < TER_N_AXES; i++)
    self->reach[i][0] = self->reach[i][1] = NAN;
  self->data = g_array_new (FALSE, FALSE, sizeof (TerDatum));
  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  self->turn[1] = 2 * G_PI;
  self->facets = g_ptr_array_new_with_free_func (g_free);
  self->shown = g_ptr_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* ---- Columns ---- */

char *
ter_figure_find_column (TerFigure *self, const TerChannel *channel, TerFrameColumn **column)
{
  *column = NULL;
  if (channel == NULL || channel->field == NULL)
    return NULL;
  *column = ter_frame_find (self->frame, channel->field);
  if (*column == NULL)
    return g_strdup_printf (_ ("the column “%s”, which the table does not have"), channel->field);
  if (channel->title != NULL)
    {
      g_free ((*column)->title);
      (*column)->title = g_strdup (channel->title);
    }
  return NULL;
}

gboolean
ter_figure_has_numbers (TerFrameColumn *column)
{
  return column != NULL && column->numbers != NULL && column->type != TER_COLUMN_BOOLEAN;
}

char *
ter_figure_dup_number (TerFrameColumn *column, double value, int decimals)
{
  if (column != NULL && column->years)
    return ter_number_format_year (value, decimals);
  return ter_number_format_unit (value, decimals, column != NULL ? column->unit : NULL);
}

char *
ter_figure_dup_bare_number (TerFrameColumn *column, double value, int decimals)
{
  if (column != NULL && (column->years || g_strcmp0 (column->unit, "%") == 0))
    return ter_figure_dup_number (column, value, decimals);
  return ter_number_format (value, decimals);
}

void
ter_figure_show_column (TerFigure *self, TerFrameColumn *column)
{
  TerFrameColumn *names = column != NULL && column->named ? ter_frame_find_names (self->frame) : NULL;

  /* A code is nobody's name: it stands behind the one it has. */
  if (names != NULL && names != column)
    ter_figure_show_column (self, names);
  if (column != NULL && !g_ptr_array_find (self->shown, column, NULL))
    g_ptr_array_add (self->shown, column);
}

/* ---- Getters ---- */

TerMark
ter_figure_get_mark (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), TER_MARK_TABLE);
  return self->parsed.mark;
}

const char *
ter_figure_get_problem (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->problem;
}

gboolean
ter_figure_is_horizontal (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->parsed.horizontal;
}

TerStack
ter_figure_get_stack (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), TER_STACK_NONE);

  if (self->parsed.stack == TER_STACK_NORMALIZE)
    return TER_STACK_NORMALIZE;
  return self->stacked && !self->parsed.overlaid ? TER_STACK_ZERO : TER_STACK_NONE;
}

static guint
count_values (GArray *values)
{
  return values != NULL ? values->len : 0;
}

static const char *
get_label (GArray *values, guint index)
{
  g_return_val_if_fail (values != NULL && index < values->len, "");
  return g_array_index (values, TerFigureValue, index).label;
}

guint
ter_figure_get_n_categories (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->categories);
}

const char *
ter_figure_get_category (TerFigure *self, guint category)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->categories, category);
}

guint
ter_figure_get_n_groups (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->groups);
}

const char *
ter_figure_get_group (TerFigure *self, guint group)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->groups, group);
}

guint
ter_figure_get_n_series (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return count_values (self->series);
}

const char *
ter_figure_get_series (TerFigure *self, guint series)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return get_label (self->series, series);
}

/* `scale.range` gives the colours of `scale.domain` in its order, or of all values; `value` is one colour for all. */
const char *
ter_figure_get_series_color (TerFigure *self, guint series)
{
  JsonObject *channel, *scale;
  JsonArray *domain;
  const TerFigureValue *value;

  g_return_val_if_fail (TER_IS_FIGURE (self) && series < count_values (self->series), NULL);

  channel = self->parsed.channels[TER_CHANNEL_COLOR].object;
  if (channel == NULL || self->series_column == NULL)
    return ter_json_get_string (channel, "value");
  scale = ter_json_get_object (channel, "scale");
  domain = ter_json_get_array (scale, "domain");
  if (domain == NULL)
    return ter_json_array_string (ter_json_get_array (scale, "range"), series);
  value = &g_array_index (self->series, TerFigureValue, series);
  for (guint i = 0; i < ter_json_array_length (domain); i++)
    if (g_strcmp0 (ter_json_array_string (domain, i), value->text) == 0)
      return ter_json_array_string (ter_json_get_array (scale, "range"), i);
  return NULL;
}

gboolean
ter_figure_has_legend (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->has_legend;
}

void
ter_figure_get_domain (TerFigure *self, double *from, double *to)
{
  g_return_if_fail (TER_IS_FIGURE (self) && from != NULL && to != NULL);
  *from = self->domain[0];
  *to = self->domain[1];
}

const char *
ter_figure_get_value_name (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->value != NULL ? self->value->name : NULL;
}

const char *
ter_figure_get_value_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), "");
  return self->value != NULL ? self->value->title : "";
}

const char *
ter_figure_get_value_unit (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->value != NULL ? self->value->unit : NULL;
}

int
ter_figure_get_value_decimals (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->decimals;
}

const char *
ter_figure_get_category_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->category_column != NULL ? self->category_column->title : NULL;
}

const char *
ter_figure_get_series_title (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NULL);
  return self->series_column != NULL ? self->series_column->title : NULL;
}

char *
ter_figure_dup_value_text (TerFigure *self, double value)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), g_strdup (""));

  if (isnan (value))
    /* Translators: in place of a value that is missing. */
    return g_strdup (_ ("no data"));
  return ter_figure_dup_number (self->value, value, self->decimals);
}

char *
ter_figure_dup_value_number (TerFigure *self, double value)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), g_strdup (""));
  return isnan (value) ? ter_figure_dup_value_text (self, value) : ter_figure_dup_bare_number (self->value, value, self->decimals);
}

gboolean
ter_figure_has_year_values (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return self->value != NULL && self->value->years;
}

double
ter_figure_get_number (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), NAN);
  return self->parsed.mark == TER_MARK_TEXT && self->frame->n_rows == 1 && self->value->numbers != NULL ? self->value->numbers[0]
                                                                                                        : NAN;
}

char *
ter_figure_dup_text (TerFigure *self)
{
  const char *format;

  g_return_val_if_fail (TER_IS_FIGURE (self), g_strdup (""));

  if (self->parsed.mark != TER_MARK_TEXT || self->frame->n_rows != 1)
    return ter_figure_dup_value_text (self, NAN);
  format = ter_json_get_string (self->parsed.channels[TER_CHANNEL_TEXT].object, "format");
  if (format != NULL && ter_figure_has_numbers (self->value))
    return ter_format_pattern_dup_number (format, self->value->numbers[0]);
  if (self->value->type == TER_COLUMN_NUMBER)
    return ter_figure_dup_value_text (self, self->value->numbers[0]);
  return ter_figure_dup_cell_text (self, 0, 0);
}
