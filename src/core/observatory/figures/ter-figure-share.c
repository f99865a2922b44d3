/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include "ter-figure-private.h"

/* Figures of one specification with other values of a parameter: what is as long, as dark or of one colour in two of them is the same. */

static void
widen (double *shared, const double *own)
{
  shared[0] = fmin (shared[0], own[0]);
  shared[1] = fmax (shared[1], own[1]);
}

static void
share_domains (GPtrArray *figures)
{
  TerFigure *first = figures->pdata[0];
  double domain[2] = { INFINITY, -INFINITY }, axes[TER_N_AXES][2] = { { INFINITY, -INFINITY }, { INFINITY, -INFINITY } };

  for (guint i = 0; i < figures->len; i++)
    {
      TerFigure *figure = figures->pdata[i];

      if (figure->data->len == 0)
        continue;
      widen (domain, figure->domain);
      for (guint axis = 0; axis < TER_N_AXES; axis++)
        widen (axes[axis], figure->axes[axis].scale.domain);
    }
  for (guint i = 0; isfinite (domain[0]) && i < figures->len; i++)
    {
      TerFigure *figure = figures->pdata[i];

      memcpy (figure->domain, domain, sizeof domain);
      for (guint axis = 0; axis < TER_N_AXES; axis++)
        if (first->axes[axis].values == NULL)
          memcpy (figure->axes[axis].scale.domain, axes[axis], sizeof axes[axis]);
    }
}

/* @series has a value of that text, at @place. */
static gboolean
find_series (GArray *series, const char *text, guint *place)
{
  for (*place = 0; *place < series->len; (*place)++)
    if (g_strcmp0 (g_array_index (series, TerFigureValue, *place).text, text) == 0)
      return TRUE;
  return FALSE;
}

/* The first's come first, in its order. */
static GArray *
unite_series (GPtrArray *figures)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (TerFigureValue));
  guint place;

  for (guint i = 0; i < figures->len; i++)
    {
      GArray *own = ((TerFigure *) figures->pdata[i])->series;

      for (guint j = 0; own != NULL && j < own->len; j++)
        if (!find_series (all, g_array_index (own, TerFigureValue, j).text, &place))
          g_array_append_val (all, g_array_index (own, TerFigureValue, j));
    }
  return all;
}

static void
share_series (GPtrArray *figures)
{
  g_autoptr (GArray) all = unite_series (figures);

  for (guint i = 0; i < figures->len; i++)
    {
      TerFigure *figure = figures->pdata[i];

      if (figure->series == NULL || figure->series_column == NULL)
        continue;
      for (guint j = 0; j < figure->data->len; j++)
        {
          TerDatum *datum = &g_array_index (figure->data, TerDatum, j);

          if (datum->series < figure->series->len)
            find_series (all, g_array_index (figure->series, TerFigureValue, datum->series).text, &datum->series);
        }
      g_array_unref (figure->series);
      figure->series = g_array_ref (all);
    }
}

static void
share_map_values (GPtrArray *figures)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < figures->len; i++)
    {
      TerFigure *figure = figures->pdata[i];

      g_array_append_vals (all, figure->value->numbers, figure->frame->n_rows);
    }
  for (guint i = 0; i < figures->len; i++)
    ((TerFigure *) figures->pdata[i])->shared_values = g_array_ref (all);
}

void
ter_figure_share_scales (GPtrArray *figures)
{
  gboolean shares = TRUE;
  TerMark mark;

  g_return_if_fail (figures != NULL && figures->len > 0);

  mark = ter_figure_get_mark (figures->pdata[0]);
  /* A choice without rows may be a table. */
  for (guint i = 1; i < figures->len; i++)
    shares = shares && ter_figure_get_mark (figures->pdata[i]) == mark;
  if (!shares || mark == TER_MARK_TABLE || mark == TER_MARK_TEXT)
    return;
  if (mark == TER_MARK_MAP)
    {
      share_map_values (figures);
      return;
    }
  share_domains (figures);
  share_series (figures);
}
