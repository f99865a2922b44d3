/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>

#include "ter-figure-private.h"

/* The lines and bands across a figure. */

guint
ter_figure_get_n_guides (TerFigure *self)
{
  g_return_val_if_fail (TER_IS_FIGURE (self), 0);
  return self->guides->len;
}

const TerGuide *
ter_figure_get_guide (TerFigure *self, guint guide)
{
  g_return_val_if_fail (TER_IS_FIGURE (self) && guide < self->guides->len, NULL);
  return &g_array_index (self->guides, TerGuide, guide);
}

static TerFrameColumn *
get_column (TerFigure *self, const TerGuide *guide)
{
  return self->axes[guide->axis].column != NULL ? self->axes[guide->axis].column : self->value;
}

char *
ter_figure_dup_guide_value (TerFigure *self, const TerGuide *guide, double value)
{
  TerFrameColumn *column = get_column (self, guide);
  int decimals = guide->decimals;

  if (self->axes[guide->axis].scale.kind == TER_SCALE_TIME)
    {
      /* As precise as its own day, which need not be that of a tick. */
      g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));

      g_array_append_val (days, value);
      return ter_figure_dup_axis_text (self, guide->axis, value, days, -1);
    }
  /* A mean tells no more than one decimal beyond what it is made of. */
  if (column != NULL)
    decimals = MIN (decimals, ter_frame_column_count_decimals (column, self->frame->n_rows) + 1);
  return ter_figure_dup_number (column, value, decimals);
}

void
ter_figure_append_guides (TerFigure *self, TerFigure *layer, gboolean under)
{
  if (self->layers == NULL)
    self->layers = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->layers, g_object_ref (layer));
  for (guint i = 0; i < layer->guides->len; i++)
    {
      const TerGuide *guide = &g_array_index (layer->guides, TerGuide, i);
      TerGuide own = *guide;
      TerDatum datum = g_array_index (layer->data, TerDatum, i);

      own.names[0] = g_strdup (guide->names[0]);
      own.names[1] = g_strdup (guide->names[1]);
      own.name = g_strdup (guide->name);
      own.under = under;
      g_array_append_val (self->guides, own);
      datum.row = TER_NO_ROW;
      datum.guide = self->guides->len;
      g_array_append_val (self->data, datum);
    }
}

/* ---- In the table: the guides of layers stand below the rows, an end a row ---- */

static gboolean
find_row (TerFigure *self, guint row, const TerGuide **guide, guint *end)
{
  guint at = self->rows->len;

  for (guint i = 0; self->layers != NULL && i < self->guides->len; i++)
    {
      guint n = ter_figure_get_guide (self, i)->from != ter_figure_get_guide (self, i)->to ? 2 : 1;

      if (row >= at && row < at + n)
        {
          *guide = ter_figure_get_guide (self, i);
          *end = row - at;
          return TRUE;
        }
      at += n;
    }
  return FALSE;
}

guint
ter_figure_count_guide_rows (TerFigure *self)
{
  const TerGuide *guide;
  guint n = 0, end;

  while (find_row (self, self->rows->len + n, &guide, &end))
    n++;
  return n;
}

gboolean
ter_figure_is_guide_row (TerFigure *self, guint row)
{
  const TerGuide *guide;
  guint end;

  g_return_val_if_fail (TER_IS_FIGURE (self), FALSE);
  return find_row (self, row, &guide, &end);
}

double
ter_figure_get_guide_number (TerFigure *self, guint row, guint column)
{
  const TerGuide *guide;
  guint end;

  if (!find_row (self, row, &guide, &end) || g_ptr_array_index (self->shown, column) != get_column (self, guide))
    return NAN;
  return end == 0 ? guide->from : guide->to;
}

/* Its name stands where the rows have theirs. */
char *
ter_figure_dup_guide_text (TerFigure *self, guint row, guint column)
{
  const TerGuide *guide;
  guint end, named = 0;

  if (!find_row (self, row, &guide, &end))
    return g_strdup ("");
  if (g_ptr_array_index (self->shown, column) == get_column (self, guide))
    return ter_figure_dup_guide_value (self, guide, end == 0 ? guide->from : guide->to);
  while (named + 1 < self->shown->len &&
         (ter_figure_is_column_number (self, named) || g_ptr_array_index (self->shown, named) == get_column (self, guide)))
    named++;
  if (ter_figure_is_column_number (self, named))
    named = g_ptr_array_index (self->shown, 0) == get_column (self, guide) ? 1 : 0;
  if (column != named)
    return g_strdup ("");
  return g_strdup (*guide->names[end] != '\0' ? guide->names[end] : guide->name);
}
