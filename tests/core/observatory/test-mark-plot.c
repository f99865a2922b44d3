/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark-plot.h"

#include <math.h>

#include "figure-maker.h"

static void
test_a_range_holds_what_it_was_given (void)
{
  static const struct
  {
    double values[3];
    double from, to;
  } cases[] = {
    { { 3, 1, 2 }, 1, 3 },
    { { NAN, 4, NAN }, 4, 4 },
    { { -1, NAN, 0 }, -1, 0 },
    { { NAN, NAN, NAN }, NAN, NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double range[2] = { NAN, NAN };

      for (guint j = 0; j < 3; j++)
        ter_mark_plot_widen (cases[i].values[j], range);
      g_assert_true (range[0] == cases[i].from || (isnan (range[0]) && isnan (cases[i].from)));
      g_assert_true (range[1] == cases[i].to || (isnan (range[1]) && isnan (cases[i].to)));
    }
}

static void
test_data_are_sorted_by_panel_series_and_place (void)
{
  static const TerDatum unsorted[] = {
    { .facet = 1, .series = 0, .x = 1, .row = 4 },  { .facet = 0, .series = 1, .x = 2, .row = 3 },
    { .facet = 0, .series = 1, .x = -5, .row = 2 }, { .facet = 0, .series = 0, .x = 9, .row = 1 },
    { .facet = 0, .series = 0, .x = 3, .row = 0 },
  };
  g_autoptr (GArray) data = g_array_new (FALSE, FALSE, sizeof (TerDatum));

  g_array_append_vals (data, unsorted, G_N_ELEMENTS (unsorted));
  ter_mark_plot_sort (data);
  for (guint i = 0; i < data->len; i++)
    g_assert_cmpuint (g_array_index (data, TerDatum, i).row, ==, i);
}

#define ROWS \
  "[{'x':3,'y':1,'s':'b'},{'x':1,'y':5,'s':'b'},{'x':2,'y':7,'s':'a'},{'y':9,'s':'a'},{'x':4,'s':'a'},{'x':1,'y':2,'s':'a'}]"
#define AXIS(field) "{'field':'" field "','type':'quantitative'}"
#define PLOT(mark, more) "{'mark':'" mark "','encoding':{'x':" AXIS ("x") ",'y':" AXIS ("y") more "}}"

/* What has no place along x is missing; a line goes on without a value, a point does not. */
static void
test_marks_stand_along_their_lines (void)
{
  static const struct
  {
    const char *spec;
    const char *places; /* "series: x, x …" in their order; "?" without a value */
    guint n_missing;
  } cases[] = {
    { PLOT ("line", ",'color':{'field':'s'}"), "a 1, a 2, a 4?, b 1, b 3", 1 },
    { PLOT ("line", ",'detail':{'field':'s'}"), "a 1, a 2, a 4?, b 1, b 3", 1 },
    { PLOT ("line", ""), " 1,  1,  2,  3,  4?", 1 },
    { PLOT ("point", ",'color':{'field':'s'}"), "a 1, a 2, b 1, b 3", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, cases[i].spec);
      g_autoptr (GString) places = g_string_new (NULL);

      g_test_message ("case %u", i);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      for (guint j = 0; j < ter_figure_get_n_data (figure); j++)
        {
          const TerDatum *datum = ter_figure_get_datum (figure, j);

          g_string_append_printf (places, "%s%s %g%s", j > 0 ? ", " : "", ter_figure_get_series (figure, datum->series), datum->x,
                                  isnan (datum->value) ? "?" : "");
        }
      g_assert_cmpstr (places->str, ==, cases[i].places);
      g_assert_cmpuint (ter_figure_get_n_missing (figure), ==, cases[i].n_missing);
    }
}

static void
test_what_has_no_place_between_axes_is_named (void)
{
  static const struct
  {
    const char *spec, *problem;
  } cases[] = {
    { "{'mark':'line','encoding':{'y':" AXIS ("y") "}}", "a mark without the channel “x”" },
    { "{'mark':'line','encoding':{'x':" AXIS ("x") "}}", "a mark without the channel “y”" },
    { "{'mark':'line','encoding':{'x':" AXIS ("x") ",'y':{'field':'s'}}}", "a line without an axis of numbers" },
    { "{'mark':'line','encoding':{'x':" AXIS ("x") ",'y':" AXIS ("s") "}}", "an axis of numbers without a column of numbers" },
    { PLOT ("line", ",'order':{'field':'x'}"), "the channel “order”" },
    { PLOT ("line", ",'color':{'field':'s'},'detail':{'field':'x'}"), "the channel “detail”" },
    { PLOT ("line", ",'color':{'field':'absente'}"), "the column “absente”, which the table does not have" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, cases[i].spec);

      g_test_message ("case %u", i);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
    }
}

static void
test_a_line_is_told_by_its_ends (void)
{
  static const struct
  {
    const char *spec;
    const char *words; /* nullable */
  } cases[] = {
    { PLOT ("line", ",'color':{'field':'s'}"), "a: from 2 to 7; b: from 5 to 1" },
    { "{'mark':'line','transform':[{'filter':{'field':'s','equal':'b'}}],'encoding':{'x':" AXIS ("x") ",'y':" AXIS ("y") "}}",
      "from 5 (1) to 1 (3)" },
    { "{'mark':'line','transform':[{'filter':{'field':'x','equal':2}}],'encoding':{'x':" AXIS ("x") ",'y':" AXIS ("y") "}}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, cases[i].spec);
      g_autofree char *words = ter_mark_line_describe (figure);

      g_test_message ("case %u", i);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-plot/a-range-holds-what-it-was-given", test_a_range_holds_what_it_was_given);
  g_test_add_func ("/mark-plot/data-are-sorted-by-panel-series-and-place", test_data_are_sorted_by_panel_series_and_place);
  g_test_add_func ("/mark-plot/marks-stand-along-their-lines", test_marks_stand_along_their_lines);
  g_test_add_func ("/mark-plot/what-has-no-place-between-axes-is-named", test_what_has_no_place_between_axes_is_named);
  g_test_add_func ("/mark-plot/a-line-is-told-by-its-ends", test_a_line_is_told_by_its_ends);
  return g_test_run ();
}
