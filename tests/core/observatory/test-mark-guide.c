/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark-guide.h"

#include "figure-maker.h"

#define ROWS \
  "[{'n':'a','v':10,'w':20,'d':'2020-01-01'},{'n':'b','v':20,'w':25,'d':'2021-07-01'},{'n':'c','v':60,'w':90,'d':'2022-01-01'}]"
#define RULE(channels) "{'mark':'rule','encoding':{" channels "}}"
#define BAND(channels) "{'mark':'rect','encoding':{" channels "}}"
#define NUMBER(more) "{'type':'quantitative'," more "}"

static void
test_guides_stand_where_they_are_asked_for (void)
{
  static const struct
  {
    const char *spec;
    TerAxis axis;
    double from, to; /* of the last one */
    guint n;
    const char *name; /* of the last one */
    int decimals;
  } cases[] = {
    { RULE ("'x':" NUMBER ("'datum':12")), TER_AXIS_X, 12, 12, 1, "", 0 },
    { RULE ("'y':" NUMBER ("'datum':12.25,'title':'Objectif'")), TER_AXIS_Y, 12.25, 12.25, 1, "Objectif", 2 },
    { RULE ("'y':" NUMBER ("'field':'v','aggregate':'mean'")), TER_AXIS_Y, 30, 30, 1, "Mean", 0 },
    { RULE ("'y':" NUMBER ("'field':'v','aggregate':'median'")), TER_AXIS_Y, 20, 20, 1, "Median", 0 },
    { RULE ("'x':" NUMBER ("'field':'v'")), TER_AXIS_X, 60, 60, 3, "", 0 },
    { RULE ("'x':" NUMBER ("'field':'v'") ",'color':{'field':'n'}"), TER_AXIS_X, 60, 60, 3, "c", 0 },
    { BAND ("'y':" NUMBER ("'field':'v','aggregate':'min'") ",'y2':{'field':'v','aggregate':'max'}"), TER_AXIS_Y, 10, 60, 1,
      "Lowest – Highest", 0 },
    { BAND ("'x':" NUMBER ("'field':'v'") ",'x2':{'field':'w'}"), TER_AXIS_X, 60, 90, 3, "", 0 },
    { BAND ("'x':" NUMBER ("'datum':1.5") ",'x2':{'datum':2}"), TER_AXIS_X, 1.5, 2, 1, "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, cases[i].spec);
      const TerGuide *guide;

      g_test_message ("case %u", i);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      g_assert_cmpuint (ter_figure_get_n_guides (figure), ==, cases[i].n);
      /* They are all there is to walk through. */
      g_assert_cmpuint (ter_figure_get_n_data (figure), ==, cases[i].n);
      g_assert_cmpuint (ter_figure_get_n_marks (figure), ==, 0);
      guide = ter_figure_get_guide (figure, cases[i].n - 1);
      g_assert_cmpint ((int) guide->axis, ==, (int) cases[i].axis);
      g_assert_cmpfloat (guide->from, ==, cases[i].from);
      g_assert_cmpfloat (guide->to, ==, cases[i].to);
      g_assert_cmpstr (guide->name, ==, cases[i].name);
      g_assert_cmpint (guide->decimals, ==, cases[i].decimals);
      g_assert_true (ter_figure_has_axis (figure, cases[i].axis));
      g_assert_false (ter_figure_has_axis (figure, 1 - cases[i].axis));
    }
}

#define DAY(day) RULE ("'x':{'type':'temporal','datum':" day "}")

static void
test_a_day_is_written_in_numbers (void)
{
  static const struct
  {
    const char *day, *words;
  } cases[] = {
    { "{'year':2020,'month':7,'date':14}", "14 July 2020" },
    { "{'year':2020}", "2020" },
    { "{'year':2020,'month':2,'date':29}", "29 February 2020" },
    { "{'year':2021,'month':2,'date':29}", NULL },
    { "{'year':2020,'month':13}", NULL },
    { "{'year':2020,'date':0}", NULL },
    { "{'year':0}", NULL },
    { "{'month':1}", NULL },
    { "2020", NULL },
    { "'2020-07-14'", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spec = g_strdup_printf (DAY ("%s"), cases[i].day);
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, spec);
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].day);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].words != NULL ? NULL : "“datum”");
      if (cases[i].words == NULL)
        continue;
      words = ter_figure_dup_datum_text (figure, 0);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* 101 rows: more than can be told apart. */
static char *
make_many (void)
{
  GString *rows = g_string_new ("[");

  for (guint i = 0; i < 101; i++)
    g_string_append_printf (rows, "%s{'v':%u}", i > 0 ? "," : "", i);
  return g_string_free_and_steal (g_string_append (rows, "]"));
}

static void
test_what_is_no_line_or_band_is_named (void)
{
  g_autofree char *many = make_many ();
  const struct
  {
    const char *rows, *spec;
    const char *problem; /* nullable */
  } cases[] = {
    { ROWS, RULE ("'x':" NUMBER ("'datum':1") ",'y':" NUMBER ("'datum':1")), "a line or a band with a place on both axes" },
    { ROWS, RULE (""), "a mark without the channel “y”" },
    { ROWS, RULE ("'x':{'type':'quantitative'}"), "a mark without the channel “x”" },
    { ROWS, RULE ("'x':{'field':'n','type':'nominal'}"), "a line or a band across an axis of names" },
    { ROWS, RULE ("'x':" NUMBER ("'field':'n'")), "an axis of numbers without a column of numbers" },
    { ROWS, RULE ("'x':" NUMBER ("'field':'absente'")), "the column “absente”, which the table does not have" },
    { ROWS, RULE ("'x':" NUMBER ("'datum':'douze'")), "“datum”" },
    { many, RULE ("'x':" NUMBER ("'field':'v'")), "101 lines or bands" },
    { many, RULE ("'x':" NUMBER ("'datum':5")), NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = figure_maker_make (cases[i].rows, cases[i].spec);

      g_test_message ("case %u", i);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
      g_assert_cmpuint (ter_figure_get_n_guides (figure), ==, cases[i].problem == NULL ? 1 : 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark-guide/guides-stand-where-they-are-asked-for", test_guides_stand_where_they_are_asked_for);
  g_test_add_func ("/mark-guide/a-day-is-written-in-numbers", test_a_day_is_written_in_numbers);
  g_test_add_func ("/mark-guide/what-is-no-line-or-band-is-named", test_what_is_no_line_or_band_is_named);
  return g_test_run ();
}
