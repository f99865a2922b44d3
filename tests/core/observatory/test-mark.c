/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-mark.h"

#include "figure-maker.h"

static void
test_a_mark_is_found_by_its_name_and_by_its_number (void)
{
  static const struct
  {
    const char *name;
    TerMark mark;
  } cases[] = {
    { "bar", TER_MARK_BAR },   { "text", TER_MARK_TEXT },   { "geoshape", TER_MARK_MAP }, { "line", TER_MARK_LINE },
    { "area", TER_MARK_AREA }, { "point", TER_MARK_POINT }, { "arc", TER_MARK_ARC },      { "rect", TER_MARK_RECT },
    { "tick", TER_MARK_TICK }, { "rule", TER_MARK_RULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const TerMarkType *type = ter_mark_find (cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_nonnull (type);
      g_assert_cmpint ((int) type->mark, ==, (int) cases[i].mark);
      g_assert_true (ter_mark_get (cases[i].mark) == type);
    }
  /* Two names of one mark: the first is the one that its number gives. */
  g_assert_cmpint ((int) ter_mark_find ("circle")->mark, ==, (int) TER_MARK_POINT);
  g_assert_cmpstr (ter_mark_get (ter_mark_find ("circle")->mark)->name, ==, "point");
  g_assert_null (ter_mark_find ("pie"));
  g_assert_null (ter_mark_find ("Bar"));
  g_assert_null (ter_mark_find (NULL));
  g_assert_null (ter_mark_get (TER_MARK_TABLE));
}

/* What the rest relies on without asking. */
static void
test_each_mark_has_what_all_need (void)
{
  for (TerMark mark = TER_MARK_TABLE + 1; ter_mark_get (mark) != NULL; mark++)
    {
      const TerMarkType *type = ter_mark_get (mark);

      g_test_message ("%s", type->name);
      g_assert_nonnull (type->resolve);
      g_assert_nonnull (type->dup_count);
      g_assert_cmpint (type->most > 0, ==, type->too_many != NULL);
      /* What is drawn as no chart has no places in one. */
      g_assert_true (type->lay_out != NULL || (type->hit == NULL && type->step == NULL));
      /* What lies across another is not what others lie across. */
      g_assert_false ((type->traits & TER_MARK_GUIDE) != 0 && (type->traits & TER_MARK_GROUND) != 0);
    }
  g_assert_nonnull (ter_mark_get (TER_MARK_RULE));
}

static void
test_parts_of_a_name_are_said_once (void)
{
  static const struct
  {
    const char *parts[3];
    const char *joined;
  } cases[] = {
    { { "a", "b", "c" }, "a, b, c" }, { { "a", "a", "b" }, "a, b" }, { { "a", "b", "a" }, "a, b" },
    { { "", "b", NULL }, "b" },       { { NULL, NULL, "" }, "" },    { { "a", "A", "" }, "a, A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined = ter_mark_join ((char **) cases[i].parts, 3);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

#define POINTS "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y','type':'quantitative'}%s}}"
#define ROWS "[{'x':1,'y':2,'s':'u','f':'p'},{'x':3,'y':4,'s':'v','f':'q'}]"

static void
test_points_and_parts_are_counted (void)
{
  static const struct
  {
    const char *more;
    guint n;
    const char *points, *parts;
  } cases[] = {
    { "", 1, "1 point", "1 part" },
    { "", 12, "12 points", "12 parts" },
    { ",'color':{'field':'s'}", 1, "1 point in 2 series", "1 part" },
    { ",'color':{'field':'s'}", 12, "12 points in 2 series", "12 parts" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spec = g_strdup_printf (POINTS, cases[i].more);
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, spec);
      g_autofree char *points = ter_mark_dup_points (figure, cases[i].n);
      g_autofree char *parts = ter_mark_dup_parts (figure, cases[i].n);

      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      g_assert_cmpstr (points, ==, cases[i].points);
      g_assert_cmpstr (parts, ==, cases[i].parts);
    }
}

static void
test_a_panel_goes_before_a_name (void)
{
  static const struct
  {
    const char *more;
    const char *names[2];
  } cases[] = {
    { ",'color':{'field':'s'},'row':{'field':'f'}", { "p, u", "q, v" } },
    { ",'color':{'field':'s'}", { "u", "v" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spec = g_strdup_printf (POINTS, cases[i].more);
      g_autoptr (TerFigure) figure = figure_maker_make (ROWS, spec);

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *name = ter_mark_dup_full_name (figure, j);

          g_assert_cmpstr (name, ==, cases[i].names[j]);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mark/a-mark-is-found-by-its-name-and-by-its-number", test_a_mark_is_found_by_its_name_and_by_its_number);
  g_test_add_func ("/mark/each-mark-has-what-all-need", test_each_mark_has_what_all_need);
  g_test_add_func ("/mark/parts-of-a-name-are-said-once", test_parts_of_a_name_are_said_once);
  g_test_add_func ("/mark/points-and-parts-are-counted", test_points_and_parts_are_counted);
  g_test_add_func ("/mark/a-panel-goes-before-a-name", test_a_panel_goes_before_a_name);
  return g_test_run ();
}
