/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-choices.h"

#include <string.h>

#define MARK "'mark':'bar','encoding':{'y':{'field':'name','type':'nominal'},'x':{'field':'n','type':'quantitative'}}"
#define FILTER "'transform':[{'filter':{'field':'year','equal':{'expr':'year'}}}]"
#define YEARS "'params':[{'name':'year','value':2019,'bind':{'input':'select','options':[2015,2019]}}]," FILTER
#define RANGE "'params':[{'name':'year','value':2019,'bind':{'input':'range','min':2015,'max':2019,'step':2}}]," FILTER
#define MANY "'params':[{'name':'year','value':2019,'bind':{'input':'range','min':2007,'max':2019,'step':1}}]," FILTER

/* Quotes are single for legibility. */
static JsonNode *
parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  JsonNode *node = json_from_string (quoted, NULL);

  g_assert_nonnull (node);
  return node;
}

static const char *
no_code_cb (const char *level, gpointer user_data)
{
  return NULL;
}

static TerFigureVariants *
make (const char *text)
{
  g_autoptr (JsonNode) spec = parse (text);
  g_autoptr (JsonNode) resource = parse ("{'mediatype':'text/csv','schema':{'fields':[{'name':'year','type':'year','title':'Year'},"
                                         "{'name':'name','type':'string'},{'name':'n','type':'number'}]}}");
  const char *rows = "year,name,n\n2015,one,10\n2015,two,20\n2019,one,15\n2019,three,90\n2019,two,7\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (rows, strlen (rows));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);

  g_assert_nonnull (table);
  return ter_figure_variants_new (json_node_get_object (spec), table, no_code_cb, NULL);
}

static void
test_what_the_author_chose_comes_first (void)
{
  static const struct
  {
    const char *spec;
    TerFigureChoices choices;
  } cases[] = {
    { "{" MARK "}", { .n = 1, .choice = 0 } },
    { "{" YEARS "," MARK "}", { .n = 2, .choice = 1, .can_side_by_side = TRUE } },
    { "{" RANGE "," MARK "}", { .n = 3, .choice = 2, .can_side_by_side = TRUE } },
    /* More than twelve side by side tell nobody anything. */
    { "{" MANY "," MARK "}", { .n = 13, .choice = 12 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigureVariants) variants = make (cases[i].spec);
      const TerFigureChoices choices = ter_figure_choices_new (variants);

      g_test_message ("case %u", i);
      g_assert_true (ter_figure_choices_equal (&choices, &cases[i].choices));
    }
}

static void
test_a_step_that_is_not_possible_changes_nothing (void)
{
  const TerFigureChoices two = { .n = 2, .choice = 1 };
  const TerFigureChoices beyond = ter_figure_choices_with_choice (two, 2);
  const TerFigureChoices beside = ter_figure_choices_with_side_by_side (two, TRUE);
  const TerFigureChoices first = ter_figure_choices_with_choice (two, 0);
  const TerFigureChoices table = ter_figure_choices_with_table (first, TRUE);

  g_assert_true (ter_figure_choices_equal (&beyond, &two));
  g_assert_true (ter_figure_choices_equal (&beside, &two));
  g_assert_false (ter_figure_choices_equal (&first, &two));
  g_assert_cmpuint (table.choice, ==, 0);
  g_assert_true (table.table);
  g_assert_cmpuint (two.choice, ==, 1);
}

static void
test_choices_say_what_to_show (void)
{
  g_autoptr (TerFigureVariants) variants = make ("{" YEARS "," MARK "}");
  const TerFigureChoices start = ter_figure_choices_new (variants);
  const struct
  {
    TerFigureChoices choices;
    TerFigure *figure;
    const char *title;
    const char *summary; /* what it begins with */
    guint n_lines;
  } cases[] = {
    { start, variants->figures->pdata[1], "Members – Year: 2019", "", 1 },
    { ter_figure_choices_with_choice (start, 0), variants->figures->pdata[0], "Members – Year: 2015", "", 1 },
    { ter_figure_choices_with_table (start, TRUE), variants->figures->pdata[1], "Members – Year: 2019", "", 1 },
    /* All of them, whatever was chosen before, and that again after. */
    { ter_figure_choices_with_side_by_side (start, TRUE), variants->whole, "Members", "2015: ", 2 },
    { ter_figure_choices_with_side_by_side (ter_figure_choices_with_side_by_side (start, TRUE), FALSE), variants->figures->pdata[1],
      "Members – Year: 2019", "", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigureScene) scene = ter_figure_choices_apply (cases[i].choices, variants, "Members");
      g_auto (GStrv) lines = g_strsplit (scene->summary, "\n", -1);

      g_test_message ("case %u: %s", i, scene->summary);
      g_assert_true (scene->figure == cases[i].figure);
      g_assert_cmpint (scene->side_by_side, ==, cases[i].figure == variants->whole);
      g_assert_cmpint (scene->table, ==, cases[i].choices.table);
      g_assert_cmpstr (scene->title, ==, cases[i].title);
      g_assert_true (g_str_has_prefix (scene->summary, cases[i].summary));
      g_assert_cmpuint (g_strv_length (lines), ==, cases[i].n_lines);
    }
}

static void
test_numbers_at_equal_steps_have_a_slider_few_words_buttons (void)
{
  static const struct
  {
    const char *spec;
    const char *labels; /* parted by commas */
    TerFigureControl control;
  } cases[] = {
    { "{" RANGE "," MARK "}", "2015,2017,2019", TER_FIGURE_CONTROL_SLIDER },
    { "{" YEARS "," MARK "}", "2015,2019", TER_FIGURE_CONTROL_BUTTONS },
    { "{" YEARS "," MARK "}", "2012,2015,2019,2024", TER_FIGURE_CONTROL_BUTTONS },
    { "{" YEARS "," MARK "}", "2009,2012,2015,2019,2024", TER_FIGURE_CONTROL_LIST },
    { "{" YEARS "," MARK "}", "Métropoles,Autres villes ici", TER_FIGURE_CONTROL_LIST },
    { "{" YEARS "," MARK "}", "Métropoles,Autres villes", TER_FIGURE_CONTROL_BUTTONS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigureVariants) variants = make (cases[i].spec);
      g_auto (GStrv) words = g_strsplit (cases[i].labels, ",", -1);
      g_autoptr (GPtrArray) labels = g_ptr_array_new ();

      for (guint j = 0; words[j] != NULL; j++)
        g_ptr_array_add (labels, words[j]);
      g_test_message ("case %u", i);
      g_assert_cmpint ((int) ter_figure_choices_find_control (variants->params, labels), ==, (int) cases[i].control);
    }
}

static void
test_a_place_on_a_slider_is_the_choice_nearest_to_it (void)
{
  static const struct
  {
    double number;
    guint choice;
  } cases[] = { { 2015, 0 }, { 2015.9, 0 }, { 2016.1, 1 }, { 2017, 1 }, { 2018.5, 2 }, { 2019, 2 }, { 1900, 0 }, { 2100, 2 } };
  g_autoptr (TerFigureVariants) variants = make ("{" RANGE "," MARK "}");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (ter_figure_choices_find_number (variants->params, cases[i].number), ==, cases[i].choice);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-choices/what-the-author-chose-comes-first", test_what_the_author_chose_comes_first);
  g_test_add_func ("/figure-choices/a-step-that-is-not-possible-changes-nothing", test_a_step_that_is_not_possible_changes_nothing);
  g_test_add_func ("/figure-choices/choices-say-what-to-show", test_choices_say_what_to_show);
  g_test_add_func ("/figure-choices/numbers-at-equal-steps-have-a-slider-few-words-buttons",
                   test_numbers_at_equal_steps_have_a_slider_few_words_buttons);
  g_test_add_func ("/figure-choices/a-place-on-a-slider-is-the-choice-nearest-to-it",
                   test_a_place_on_a_slider_is_the_choice_nearest_to_it);
  return g_test_run ();
}
