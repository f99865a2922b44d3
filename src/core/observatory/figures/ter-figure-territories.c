/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include "ter-figure-classes.h"
#include "ter-figure-private.h"
#include "ter-hash.h"

/* The territories of a map: one list for its sentence, its legend and its report. */

/* Rows whose code no feature has: each code once, the first row of it counts as on the map. */
static guint
count_strays (TerFigure *self)
{
  g_autoptr (GHashTable) met = g_hash_table_new (ter_hash_text, g_str_equal);
  guint n = 0;

  for (guint row = 0; row < self->frame->n_rows; row++)
    {
      const char *code = ter_frame_column_text (self->category_column, row);

      if (g_hash_table_add (met, (gpointer) code) && !isnan (self->value->numbers[row]) &&
          !ter_outline_find (self->outline, code, NULL))
        n++;
    }
  return n;
}

void
ter_figure_set_outline (TerFigure *self, TerOutline *outline)
{
  g_return_if_fail (TER_IS_FIGURE (self) && TER_IS_OUTLINE (outline));

  if (self->parsed.mark != TER_MARK_MAP || !g_set_object (&self->outline, outline))
    return;
  g_free (self->outlined);
  self->outlined = g_new (double, ter_outline_get_n_features (outline) + 1);
  ter_figure_classes_fill_values (self, outline, self->outlined);
  self->n_strays = count_strays (self);
}

guint
ter_figure_get_n_territories (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);

  if (self->parsed.mark != TER_MARK_MAP)
    return 0;
  return self->outline != NULL ? ter_outline_get_n_features (self->outline) : self->frame->n_rows;
}

const char *
ter_figure_get_territory_code (TerFigure *self, guint territory)
{
  g_return_val_if_fail (territory < ter_figure_get_n_territories (self), "");
  return self->outline != NULL ? ter_outline_get_feature (self->outline, territory)->code
                               : ter_frame_column_text (self->category_column, territory);
}

const char *
ter_figure_get_territory_name (TerFigure *self, guint territory)
{
  TerFrameColumn *names;

  g_return_val_if_fail (territory < ter_figure_get_n_territories (self), "");

  if (self->outline != NULL)
    return ter_outline_get_feature (self->outline, territory)->name;
  names = ter_frame_find_names (self->frame);
  /* Else what the author tells of it first. */
  if (names == NULL && self->shown->len > 1)
    names = g_ptr_array_index (self->shown, 0);
  return names != NULL && names->labels != NULL && names->labels[territory] != NULL
           ? names->labels[territory]
           : ter_figure_get_territory_code (self, territory);
}

double
ter_figure_get_territory_value (TerFigure *self, guint territory)
{
  g_return_val_if_fail (territory < ter_figure_get_n_territories (self), NAN);
  return self->outline != NULL ? self->outlined[territory] : self->value->numbers[territory];
}

guint
ter_figure_count_strays (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->n_strays;
}
