/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-plot-layout.h"

#include <math.h>

#include "figure-maker.h"

#define LINE 20.0
#define GLYPH 8.0
#define RADIUS 0.5

/* A font in which every character is 8 wide and every line 20 high. */
static void
measure (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer user_data)
{
  *width = g_utf8_strlen (text, -1) * GLYPH;
  *height = LINE;
}

/* At the datum's own place; what has no value is hidden. */
static void
place_cb (TerChartMaker *maker, const TerDatum *datum, TerChartMark *mark)
{
  g_assert_cmpfloat (mark->radius, ==, LINE * RADIUS);
  ter_plot_layout_place (maker, datum, mark, isnan (datum->value) ? NAN : datum->y);
}

/* A layout as ter_chart_layout_new() begins one. */
static TerChartMaker
lay_out (TerFigure *figure, double width)
{
  TerChartMaker maker = { .layout = g_new0 (TerChartLayout, 1), .figure = figure, .measure_text = measure, .line = LINE };

  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  maker.layout->width = width;
  for (guint i = 0; i < TER_N_AXES; i++)
    {
      maker.layout->ticks[i] = g_array_new (FALSE, TRUE, sizeof (TerTick));
      g_array_set_clear_func (maker.layout->ticks[i], ter_tick_clear);
    }
  maker.layout->marks = g_array_new (FALSE, TRUE, sizeof (TerChartMark));
  g_array_set_clear_func (maker.layout->marks, ter_chart_mark_clear);
  ter_figure_get_facet_data (figure, 0, &maker.first, &maker.n);
  g_array_set_size (maker.layout->marks, maker.n);
  ter_plot_layout_lay_out (&maker, RADIUS, place_cb);
  return maker;
}

#define AXIS(field, more) "{'field':'" field "','type':'quantitative'" more "}"
#define PLOT(mark, x, y) "{'mark':'" mark "','encoding':{'x':" x ",'y':" y "}}"
#define NUMBERS "[{'x':1,'y':0,'n':'a'},{'x':50,'y':100,'n':'b'},{'x':100,'y':25,'n':'c'}]"
#define GAP "[{'x':0,'y':0},{'x':50},{'x':100,'y':100}]"
#define FIXED(from, to) ",'scale':{'domain':[" from "," to "]}"

/* Where the author's domain ends, the plot ends: the rest is a part of it. */
static void
test_a_value_is_a_part_of_the_plot (void)
{
  static const struct
  {
    const char *spec;
    TerAxis axis;
    double value;
    double part; /* from the left, from the foot */
  } cases[] = {
    { PLOT ("point", AXIS ("x", FIXED ("0", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_X, 0, 0 },
    { PLOT ("point", AXIS ("x", FIXED ("0", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_X, 25, 0.25 },
    { PLOT ("point", AXIS ("x", FIXED ("0", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_X, 100, 1 },
    { PLOT ("point", AXIS ("x", FIXED ("0", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_Y, 0, 0 },
    { PLOT ("point", AXIS ("x", FIXED ("0", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_Y, 50, 0.25 },
    { PLOT ("point", AXIS ("x", FIXED ("-100", "100")), AXIS ("y", FIXED ("0", "200"))), TER_AXIS_X, 0, 0.5 },
    /* The middle of its part of three. */
    { PLOT ("line", "{'field':'n'}", AXIS ("y", FIXED ("0", "200"))), TER_AXIS_X, 1, 0.5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (NUMBERS, cases[i].spec);
      TerChartMaker maker = lay_out (figure, 400);
      g_autoptr (TerChartLayout) layout = maker.layout;
      const TerRect *plot = &layout->plot;
      double expected =
        cases[i].axis == TER_AXIS_X ? plot->x + cases[i].part * plot->width : plot->y + (1 - cases[i].part) * plot->height;

      g_test_message ("case %u", i);
      g_assert_cmpfloat_with_epsilon (ter_plot_layout_map (&maker, cases[i].axis, cases[i].value), expected, 1e-6);
    }
}

static void
test_what_is_hidden_keeps_its_place_along_x (void)
{
  g_autoptr (TerFigure) figure = figure_maker_make (GAP, PLOT ("line", AXIS ("x", ""), AXIS ("y", "")));
  TerChartMaker maker = lay_out (figure, 400);
  g_autoptr (TerChartLayout) layout = maker.layout;
  const TerChartMark *gap = &g_array_index (layout->marks, TerChartMark, 1);
  const TerChartMark *last = &g_array_index (layout->marks, TerChartMark, 2);

  g_assert_false (gap->drawn);
  g_assert_cmpfloat_with_epsilon (gap->x, layout->plot.x + layout->plot.width / 2, 1e-6);
  g_assert_cmpfloat (gap->rect.y, ==, layout->plot.y);
  g_assert_cmpfloat (gap->rect.height, ==, layout->plot.height);
  g_assert_cmpfloat (gap->rect.width, ==, 2 * LINE * RADIUS);
  g_assert_true (last->drawn);
  g_assert_cmpfloat_with_epsilon (last->y, layout->plot.y, 1e-6);
  g_assert_cmpfloat (last->rect.width, ==, 2 * LINE * RADIUS);
  g_assert_cmpfloat_with_epsilon (last->rect.y + last->rect.height / 2, last->y, 1e-6);
}

static gboolean
touch (const TerRect *a, const TerRect *b)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height &&
         b->y < a->y + a->height;
}

/* However narrow it is: labels are inside, do not touch each other, and the plot keeps a place. */
static void
test_labels_never_touch (void)
{
  static const char *const specs[] = {
    PLOT ("point", AXIS ("x", ""), AXIS ("y", "")),
    PLOT ("point", AXIS ("x", FIXED ("0", "1000000000")), AXIS ("y", FIXED ("0", "0.0001"))),
    PLOT ("point", AXIS ("x", ",'scale':{'type':'log','domain':[1,10000000]}"), AXIS ("y", "")),
    PLOT ("line", "{'field':'n'}", AXIS ("y", "")),
    PLOT ("point", AXIS ("x", ""), "{'field':'n'}"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    for (double width = 120; width <= 1920; width += 60)
      {
        g_autoptr (TerFigure) figure = figure_maker_make (NUMBERS, specs[i]);
        TerChartMaker maker = lay_out (figure, width);
        g_autoptr (TerChartLayout) layout = maker.layout;

        g_test_message ("figure %u, %g pixels", i, width);
        g_assert_cmpfloat (layout->plot.width, >=, 1);
        g_assert_cmpfloat (layout->plot.height, >, 0);
        for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
          for (guint j = 0; j < layout->ticks[axis]->len; j++)
            {
              const TerTick *tick = &g_array_index (layout->ticks[axis], TerTick, j);

              g_assert_cmpfloat (tick->label.x, >=, 0);
              g_assert_cmpfloat (tick->label.y + tick->label.height, <=, layout->height + 0.01);
              for (guint k = 0; k < j; k++)
                g_assert_false (touch (&tick->label, &g_array_index (layout->ticks[axis], TerTick, k).label));
            }
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-layout/a-value-is-a-part-of-the-plot", test_a_value_is_a_part_of_the_plot);
  g_test_add_func ("/plot-layout/what-is-hidden-keeps-its-place-along-x", test_what_is_hidden_keeps_its_place_along_x);
  g_test_add_func ("/plot-layout/labels-never-touch", test_labels_never_touch);
  return g_test_run ();
}
