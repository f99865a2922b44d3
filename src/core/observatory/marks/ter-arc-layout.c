/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-chart-layout-private.h"

#include <math.h>

#include "ter-number.h"

/* A whole in parts: a disc, or a ring. */
#define DIAMETER 17.0 /* in heights of a line of text */
#define HOLE 0.55     /* of the radius: thick enough for a number */

static void
place_label (TerChartMaker *self, TerChartMark *mark)
{
  double middle = (mark->from + mark->to) / 2, radius = self->layout->plot.width / 2;
  double at = self->layout->hole > 0 ? (radius + self->layout->hole) / 2 : radius * 0.68;
  double room = (mark->to - mark->from) * at;
  TerRect *label = &mark->label;

  mark->x = self->layout->plot.x + radius + at * sin (middle);
  mark->y = self->layout->plot.y + radius - at * cos (middle);
  ter_chart_measure (self, mark->text, TER_CHART_VALUE, 0, &label->width, &label->height);
  label->x = mark->x - label->width / 2;
  label->y = mark->y - label->height / 2;
  mark->rect = (TerRect) { mark->x - self->line, mark->y - self->line, self->line * 2, self->line * 2 };
  if (room < label->width + TER_SPACE || radius - self->layout->hole < label->width + TER_TIGHT)
    label->width = 0;
}

void
ter_chart_lay_out_arc (TerChartMaker *self)
{
  TerChartLayout *layout = self->layout;
  double diameter = MIN (layout->width, self->line * DIAMETER);

  layout->plot = (TerRect) { (layout->width - diameter) / 2, 0, diameter, diameter };
  layout->height = diameter;
  layout->hole = ter_figure_has_hole (self->figure) ? diameter / 2 * HOLE : 0;
  for (guint i = 0; i < self->n; i++)
    {
      const TerDatum *datum = ter_chart_get_datum (self, i);
      TerChartMark *mark = ter_chart_get_mark (self, i);

      mark->drawn = datum->end > datum->start;
      mark->from = datum->start * 2 * G_PI;
      mark->to = datum->end * 2 * G_PI;
      mark->text = ter_number_format_unit ((datum->end - datum->start) * 100, 0, "%");
      place_label (self, mark);
    }
}
