/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ter-date.h"
#include "ter-figure-private.h"

/* The table twin of a figure. */

static TerFrameColumn *
get_shown (TerFigure *self, guint column)
{
  return g_ptr_array_index (self->shown, column);
}

guint
ter_figure_get_n_rows (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->rows->len + ter_figure_count_guide_rows (self);
}

guint
ter_figure_get_n_columns (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->shown->len;
}

const char *
ter_figure_get_column_title (TerFigure *self, guint column)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && column < self->shown->len, "");
  return get_shown (self, column)->title;
}

gboolean
ter_figure_is_column_number (TerFigure *self, guint column)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && column < self->shown->len, FALSE);
  return get_shown (self, column)->type == TER_COLUMN_NUMBER;
}

double
ter_figure_get_cell_number (TerFigure *self, guint row, guint column)
{
  TerFrameColumn *shown;

  g_return_val_if_fail (TER_IS_FIGURE (self) && row < ter_figure_get_n_rows (self) && column < self->shown->len, NAN);

  if (row >= self->rows->len)
    return ter_figure_get_guide_number (self, row, column);
  shown = get_shown (self, column);
  return shown->numbers != NULL ? shown->numbers[g_array_index (self->rows, guint, row)]
                                : ter_frame_column_get_order (shown, g_array_index (self->rows, guint, row));
}

char *
ter_figure_dup_column_text (TerFigure *self, TerFrameColumn *column, guint frame_row)
{
  TerDate date;
  int decimals;

  switch (column->type)
    {
    case TER_COLUMN_NUMBER:
      if (isnan (column->numbers[frame_row]))
        return g_strdup ("");
      decimals = ter_frame_column_count_decimals (column, self->frame->n_rows);
      return ter_figure_dup_number (column, column->numbers[frame_row], decimals);
    case TER_COLUMN_BOOLEAN:
      return g_strdup (isnan (column->numbers[frame_row]) ? "" : column->numbers[frame_row] != 0 ? _ ("yes") : _ ("no"));
    case TER_COLUMN_DATE:
      if (ter_date_parse (ter_frame_column_text (column, frame_row), &date))
        return ter_date_format (&date, TER_DATE_MEDIUM);
      G_GNUC_FALLTHROUGH;
    case TER_COLUMN_TEXT:
    default: return g_strdup (column->labels != NULL && column->labels[frame_row] != NULL ? column->labels[frame_row] : "");
    }
}

char *
ter_figure_dup_cell_text (TerFigure *self, guint row, guint column)
{
  TerFrameColumn *shown;

  g_return_val_if_fail (TER_IS_FIGURE (self) && row < ter_figure_get_n_rows (self) && column < self->shown->len, g_strdup (""));

  if (row >= self->rows->len)
    return ter_figure_dup_guide_text (self, row, column);
  shown = get_shown (self, column);
  if (shown->named && g_ptr_array_find (self->shown, ter_frame_find_names (self->frame), NULL))
    return g_strdup (ter_frame_column_text (shown, g_array_index (self->rows, guint, row)));
  return ter_figure_dup_column_text (self, shown, g_array_index (self->rows, guint, row));
}
