/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-path.h"

#include <math.h>

void
ter_path_clear (TerPath *self)
{
  g_clear_pointer (&self->parts, g_array_unref);
}

static void
add (TerPath *self, TerPathPart part)
{
  if (self->parts == NULL)
    self->parts = g_array_new (FALSE, FALSE, sizeof (TerPathPart));
  g_array_append_val (self->parts, part);
}

void
ter_path_move (TerPath *self, double x, double y)
{
  add (self, (TerPathPart) { TER_PATH_MOVE, x, y });
}

void
ter_path_line (TerPath *self, double x, double y)
{
  add (self, (TerPathPart) { TER_PATH_LINE, x, y });
}

void
ter_path_arc (TerPath *self, double x, double y, double radius, double from, double to)
{
  add (self, (TerPathPart) { TER_PATH_ARC, x, y, radius, from, to });
}

void
ter_path_circle (TerPath *self, double x, double y, double radius)
{
  add (self, (TerPathPart) { TER_PATH_CIRCLE, x, y, radius, 0, 2 * G_PI });
}

void
ter_path_polygon (TerPath *self, double x, double y, double radius, guint n, double turn)
{
  for (guint i = 0; i < n; i++)
    {
      double angle = 2 * G_PI * i / n + turn;

      (i == 0 ? ter_path_move : ter_path_line) (self, x + radius * sin (angle), y - radius * cos (angle));
    }
  ter_path_close (self);
}

void
ter_path_close (TerPath *self)
{
  add (self, (TerPathPart) { TER_PATH_CLOSE });
}

gboolean
ter_path_get_bounds (const TerPath *self, TerRect *bounds)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  if (self->parts == NULL)
    {
      *bounds = self->rect;
      return bounds->width > 0 && bounds->height > 0;
    }
  for (guint i = 0; i < self->parts->len; i++)
    {
      const TerPathPart *part = &g_array_index (self->parts, TerPathPart, i);

      if (part->verb == TER_PATH_CLOSE)
        continue;
      /* Of an arc, where its circle lies: what is hatched is clipped to it. */
      left = MIN (left, part->x - part->radius);
      top = MIN (top, part->y - part->radius);
      right = MAX (right, part->x + part->radius);
      bottom = MAX (bottom, part->y + part->radius);
    }
  *bounds = (TerRect) { left, top, right - left, bottom - top };
  return right > left && bottom > top;
}
