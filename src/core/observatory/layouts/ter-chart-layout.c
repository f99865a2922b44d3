/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart-layout-private.h"

#include <math.h>

#include "ter-bar-layout.h"

#define NEAR 24.0 /* pixels within which the pointer finds a point */
#define NEAR_GUIDE 6.0
#define NAME_LINES 3.0
#define SMALLEST_RADIUS 3.5

void
ter_tick_clear (gpointer tick)
{
  g_free (((TerTick *) tick)->text);
}

void
ter_chart_mark_clear (gpointer mark)
{
  g_free (((TerChartMark *) mark)->text);
}

void
ter_chart_layout_free (TerChartLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < TER_N_AXES; i++)
    {
      g_array_unref (self->ticks[i]);
      g_free (self->titles[i]);
    }
  g_array_unref (self->marks);
  g_clear_pointer (&self->bars, ter_bar_layout_free);
  g_free (self);
}

void
ter_chart_layout_measure (TerChartMaker *self, const char *text, TerChartText kind, double max_width, double *width, double *height)
{
  double w = 0, h = 0;

  if (text != NULL && *text != '\0')
    self->measure_text (text, kind, max_width, &w, &h, self->user_data);
  if (width != NULL)
    *width = w;
  if (height != NULL)
    *height = h;
}

const TerDatum *
ter_chart_layout_get_datum (TerChartMaker *self, guint mark)
{
  return ter_figure_get_datum (self->figure, self->first + mark);
}

TerChartMark *
ter_chart_layout_get_mark (TerChartMaker *self, guint mark)
{
  return &g_array_index (self->layout->marks, TerChartMark, mark);
}

/* Whether every @every-th name fits into the room that this gives it; @height: of the highest. */
static gboolean
names_fit (TerChartMaker *self, double step, guint every, double *height)
{
  double room = MAX (step * every - TER_TIGHT, 1);

  *height = 0;
  for (guint i = 0; i < ter_figure_get_n_names (self->figure, TER_AXIS_X); i += every)
    {
      double w, h;

      ter_chart_layout_measure (self, ter_figure_get_name (self->figure, TER_AXIS_X, i), TER_CHART_NAME, room, &w, &h);
      if (w > room + 0.5 || h > self->line * (NAME_LINES + 0.5))
        return FALSE;
      *height = MAX (*height, h);
    }
  return TRUE;
}

double
ter_chart_layout_put_names (TerChartMaker *self, double y)
{
  guint n = ter_figure_get_n_names (self->figure, TER_AXIS_X), every = 1;
  double step = self->layout->plot.width / MAX (n, 1), height = 0, before = 0;

  while (!names_fit (self, step, every, &height) && every < n)
    every++;
  for (guint i = 0; i < n; i++)
    {
      TerTick tick = { .value = i, .position = self->layout->plot.x + step * (i + 0.5) };
      double room = MAX (step * every - TER_TIGHT, 1);

      tick.text = g_strdup (ter_figure_get_name (self->figure, TER_AXIS_X, i));
      if (i % every == 0)
        ter_chart_layout_measure (self, tick.text, TER_CHART_NAME, room, &tick.label.width, &tick.label.height);
      tick.label.x = CLAMP (tick.position - tick.label.width / 2, 0, MAX (self->layout->width - tick.label.width, 0));
      tick.label.y = y;
      /* One that was moved inside may meet its neighbour. */
      if (tick.label.x < before)
        tick.label.width = 0;
      else if (tick.label.width > 0)
        before = tick.label.x + tick.label.width + 2;
      g_array_append_val (self->layout->ticks[TER_AXIS_X], tick);
    }
  return height;
}

double
ter_chart_layout_get_radius (double size, double largest, double line)
{
  double most = line * 0.9;

  return largest > 0 && size > 0 ? MAX (sqrt (size / largest) * most, SMALLEST_RADIUS) : SMALLEST_RADIUS;
}

/* ---- Where the pointer and the cursor are ---- */

static double
get_distance (const TerRect *rect, double x, double y)
{
  double dx = MAX (MAX (rect->x - x, x - rect->x - rect->width), 0), dy = MAX (MAX (rect->y - y, y - rect->y - rect->height), 0);

  return hypot (dx, dy);
}

int
ter_chart_layout_find_rect (TerChartLayout *self, double x, double y, double nearest)
{
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const TerChartMark *mark = &g_array_index (self->marks, TerChartMark, i);
      double distance = get_distance (&mark->rect, x, y);

      if (!mark->guide && distance <= nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

int
ter_chart_layout_find_point (TerChartLayout *self, double x, double y)
{
  double nearest = NEAR;
  int found = -1;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const TerChartMark *mark = &g_array_index (self->marks, TerChartMark, i);
      double distance = mark->drawn ? hypot (mark->x - x, mark->y - y) - mark->radius : G_MAXDOUBLE;

      /* Of points on one another the later is on top. */
      if (distance <= nearest)
        {
          nearest = distance;
          found = i;
        }
    }
  return found;
}

int
ter_chart_layout_find_guide (TerChartLayout *self, double x, double y)
{
  for (guint i = self->marks->len; i > 0; i--)
    {
      const TerChartMark *mark = &g_array_index (self->marks, TerChartMark, i - 1);

      if (mark->guide && get_distance (&mark->rect, x, y) <= NEAR_GUIDE)
        return i - 1;
    }
  return -1;
}

/* The nearest one above (@dy -1) or below @from, in its column. */
static int
find_above (TerChartLayout *self, guint from, int dy, gboolean *has_others)
{
  const TerChartMark *here = &g_array_index (self->marks, TerChartMark, from);
  int found = -1;
  double nearest = G_MAXDOUBLE;

  *has_others = FALSE;
  for (guint i = 0; i < self->marks->len; i++)
    {
      const TerChartMark *mark = &g_array_index (self->marks, TerChartMark, i);
      /* What is at the same height stands in reading order. */
      double way = (mark->y - here->y) * dy + ((int) i - (int) from) * dy * 1e-6;

      if (i == from || mark->guide || here->guide || fabs (mark->x - here->x) > 0.5)
        continue;
      *has_others = TRUE;
      if (way > 0 && way < nearest)
        {
          nearest = way;
          found = i;
        }
    }
  return found;
}

guint
ter_chart_layout_step_in_order (TerChartLayout *self, guint mark, int dx, int dy)
{
  return CLAMP ((int) mark + dx + dy, 0, MAX ((int) self->n_walked - 1, 0));
}

guint
ter_chart_layout_step_about (TerChartLayout *self, guint mark, int dx, int dy)
{
  gboolean has_others = FALSE;

  if (dy != 0)
    {
      int above = find_above (self, mark, dy, &has_others);

      if (above >= 0 || has_others)
        return above >= 0 ? (guint) above : mark;
    }
  return ter_chart_layout_step_in_order (self, mark, dx != 0 ? dx : dy, 0);
}
