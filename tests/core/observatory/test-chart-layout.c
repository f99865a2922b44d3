/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-chart-layout.h"

#define LINE 20.0
#define GLYPH 8.0

/* A font in which every character is 8 wide and every line 20 high. */
static void
measure (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer user_data)
{
  double all = g_utf8_strlen (text, -1) * GLYPH, longest = 0;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1) * GLYPH);
  *width = max_width > 0 && all > max_width ? MAX (MIN (all, max_width), kind == TER_CHART_NAME ? longest : 0) : all;
  *height = max_width > 0 ? LINE * MAX (ceil (all / max_width), 1) : LINE;
}

/* Quotes are single for legibility. */
static TerFigure *
make (const char *rows, const char *spec)
{
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autofree char *quoted = g_strdelimit (g_strdup (spec), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
  g_autoptr (JsonNode) resource =
    json_from_string ("{\"mediatype\":\"application/json\",\"schema\":{\"fields\":[{\"name\":\"d\",\"type\":\"date\"}]}}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
  g_autoptr (TerFigure) figure = NULL;

  g_assert_nonnull (table);
  figure = ter_figure_new (json_node_get_object (node), table);
  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  return g_steal_pointer (&figure);
}

#define YEARS \
  "[{'d':'2019-01-01','s':'a','v':12},{'d':'2021-01-01','s':'a','v':22},{'d':'2019-01-01','s':'b','v':30},{'d':'2020-01-01','s':'b'},{'d':'2021-01-01','s':'b','v':40}]"
#define LINES \
  "{'mark':'line','encoding':{'x':{'field':'d','type':'temporal'},'y':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}"
#define AREAS \
  "{'mark':'area','encoding':{'x':{'field':'d','type':'temporal'},'y':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}"
#define POINTS \
  "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y','type':'quantitative'},'size':{'field':'z','type':'quantitative'}}}"
#define LOG_POINTS \
  "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative','scale':{'type':'log'}},'y':{'field':'y','type':'quantitative','scale':{'type':'log'}}}}"
#define CLOUD "[{'x':1,'y':900000,'z':4},{'x':20,'y':3,'z':1},{'x':15000,'y':70,'z':0}]"
#define BESIDE "{'mark':'point','encoding':{'x':{'field':'v','type':'quantitative'},'y':{'field':'n'}}}"
#define NAMES \
  "[{'n':'A long name of a place','m':'Monday morning','v':3},{'n':'Short','m':'Tuesday','v':5},{'n':'Third','m':'Wednesday','v':120000}]"
#define OVER_NAMES "{'mark':'line','encoding':{'x':{'field':'n','type':'ordinal'},'y':{'field':'v','type':'quantitative'}}}"
#define RING \
  "{'mark':{'type':'arc','innerRadius':40},'encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'n'}}}"
#define CELLS "{'mark':'rect','encoding':{'x':{'field':'m'},'y':{'field':'n'},'color':{'field':'v','type':'quantitative'}}}"

static const struct
{
  const char *rows, *spec;
} charts[] = {
  { YEARS, LINES },  { YEARS, AREAS },      { CLOUD, POINTS }, { CLOUD, LOG_POINTS },
  { NAMES, BESIDE }, { NAMES, OVER_NAMES }, { NAMES, RING },   { NAMES, CELLS },
};

static gboolean
overlap (const TerRect *a, const TerRect *b)
{
  return a->width > 0 && b->width > 0 && a->x < b->x + b->width - 0.01 && b->x < a->x + a->width - 0.01 &&
         a->y < b->y + b->height - 0.01 && b->y < a->y + a->height - 0.01;
}

static void
assert_inside (TerChartLayout *layout, const TerRect *rect)
{
  g_assert_cmpfloat (rect->x, >=, -0.01);
  g_assert_cmpfloat (rect->x + rect->width, <=, layout->width + 0.01);
  g_assert_cmpfloat (rect->y, >=, -LINE / 2);
  g_assert_cmpfloat (rect->y + rect->height, <=, layout->height + 0.01);
}

static void
check_labels (TerChartLayout *layout, TerAxis axis)
{
  GArray *ticks = layout->ticks[axis];

  assert_inside (layout, &layout->title_labels[axis]);
  for (guint i = 0; i < ticks->len; i++)
    {
      const TerTick *tick = &g_array_index (ticks, TerTick, i);

      if (tick->label.width > 0)
        assert_inside (layout, &tick->label);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&tick->label, &g_array_index (ticks, TerTick, j).label));
    }
}

static void
test_at_every_width_all_is_inside_and_nothing_overlaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    for (double width = 200; width < 1400; width += 77)
      {
        g_autoptr (TerFigure) figure = make (charts[i].rows, charts[i].spec);
        g_autoptr (TerChartLayout) layout = ter_chart_layout_new (figure, 0, width, measure, NULL);

        g_test_message ("%s at %g", charts[i].spec, width);
        for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
          check_labels (layout, axis);
        for (guint m = 0; m < layout->marks->len; m++)
          {
            const TerChartMark *mark = &g_array_index (layout->marks, TerChartMark, m);

            g_assert_cmpfloat (mark->x, >=, layout->plot.x - 0.01);
            g_assert_cmpfloat (mark->x, <=, layout->plot.x + layout->plot.width + 0.01);
            g_assert_cmpfloat (mark->y, >=, layout->plot.y - 0.01);
            g_assert_cmpfloat (mark->y, <=, layout->plot.y + layout->plot.height + 0.01);
          }
      }
}

static const TerChartMark *
get_mark (TerChartLayout *layout, guint mark)
{
  return &g_array_index (layout->marks, TerChartMark, mark);
}

static void
test_a_missing_value_has_a_place_but_is_not_drawn (void)
{
  g_autoptr (TerFigure) figure = make (YEARS, LINES);
  g_autoptr (TerChartLayout) layout = ter_chart_layout_new (figure, 0, 600, measure, NULL);

  g_assert_cmpuint (layout->marks->len, ==, 5);
  g_assert_false (get_mark (layout, 3)->drawn);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 3)->rect.height, layout->plot.height, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 0)->x, get_mark (layout, 2)->x, 1e-9);
}

static void
test_areas_stand_on_one_another (void)
{
  g_autoptr (TerFigure) figure = make (YEARS, AREAS);
  g_autoptr (TerChartLayout) layout = ter_chart_layout_new (figure, 0, 600, measure, NULL);

  /* a stands on b, as in the legend; its gap in 2020 is filled, but b has no value there, so that nobody knows where a would stand. */
  g_assert_cmpuint (layout->marks->len, ==, 6);
  g_assert_false (get_mark (layout, 1)->drawn);
  g_assert_false (get_mark (layout, 4)->drawn);
  g_assert_true (get_mark (layout, 0)->drawn && get_mark (layout, 2)->drawn && get_mark (layout, 3)->drawn &&
                 get_mark (layout, 5)->drawn);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 0)->foot, get_mark (layout, 3)->y, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 5)->foot, layout->plot.y + layout->plot.height, 1e-9);
}

static void
test_the_area_of_a_point_is_in_proportion (void)
{
  double one = ter_chart_layout_get_radius (25, 100, 40), all = ter_chart_layout_get_radius (100, 100, 40);

  g_assert_cmpfloat_with_epsilon (all / one, 2, 1e-9);
  g_assert_cmpfloat (ter_chart_layout_get_radius (0, 100, 40), >, 0);
  g_assert_cmpfloat (ter_chart_layout_get_radius (0, 0, 40), >, 0);
}

static void
test_parts_go_round_from_the_top (void)
{
  g_autoptr (TerFigure) figure = make ("[{'n':'a','v':1},{'n':'b','v':3}]", RING);
  g_autoptr (TerChartLayout) layout = ter_chart_layout_new (figure, 0, 400, measure, NULL);
  double middle = layout->plot.x + layout->plot.width / 2, radius = layout->plot.width / 2;

  g_assert_cmpfloat (layout->hole, >, 0);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 0)->to, G_PI / 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_mark (layout, 1)->to, 2 * G_PI, 1e-9);
  g_assert_cmpint (ter_chart_layout_hit (layout, figure, middle + radius * 0.5, layout->plot.y + radius * 0.4), ==, 0);
  g_assert_cmpint (ter_chart_layout_hit (layout, figure, middle - radius * 0.6, layout->plot.y + radius * 0.5), ==, 1);
  g_assert_cmpint (ter_chart_layout_hit (layout, figure, middle, layout->plot.y + radius), ==, -1);
  g_assert_cmpstr (get_mark (layout, 0)->text, ==, "25%");
}

static void
test_a_number_stands_in_its_cell_when_it_fits (void)
{
  g_autoptr (TerFigure) figure = make (NAMES, CELLS);
  g_autoptr (TerChartLayout) wide = ter_chart_layout_new (figure, 0, 800, measure, NULL);
  g_autoptr (TerChartLayout) narrow = ter_chart_layout_new (figure, 0, 220, measure, NULL);

  g_assert_cmpfloat (get_mark (wide, 2)->label.width, >, 0);
  g_assert_cmpfloat (get_mark (narrow, 2)->label.width, ==, 0);
  g_assert_cmpint (ter_chart_layout_hit (wide, figure, get_mark (wide, 1)->x, get_mark (wide, 1)->y), ==, 1);
  g_assert_cmpint (ter_chart_layout_hit (wide, figure, 5, 5), ==, -1);
}

static void
test_arrows_go_along_a_line_and_from_line_to_line (void)
{
  g_autoptr (TerFigure) figure = make (YEARS, LINES);
  g_autoptr (TerChartLayout) layout = ter_chart_layout_new (figure, 0, 600, measure, NULL);

  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 0, 1, 0), ==, 1);
  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 0, -1, 0), ==, 0);
  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 4, 1, 0), ==, 4);
  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 0, 0, -1), ==, 2);
  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 0, 0, 1), ==, 0);
  g_assert_cmpuint (ter_chart_layout_step (layout, figure, 2, 0, 1), ==, 0);
  g_assert_cmpint (ter_chart_layout_hit (layout, figure, get_mark (layout, 4)->x + 3, get_mark (layout, 4)->y - 3), ==, 4);
  g_assert_cmpint (ter_chart_layout_hit (layout, figure, 0, 0), ==, -1);
}

static void
test_five_thousand_points_are_laid_out_and_found (void)
{
  GString *rows = g_string_new ("[");
  g_autoptr (TerFigure) figure = NULL;
  g_autoptr (TerChartLayout) layout = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (rows, "%s{\"x\":%u,\"y\":%u,\"z\":%u}", i > 0 ? "," : "", i, i * 7919 % 5000, i % 13);
  g_string_append_c (rows, ']');
  figure = make (rows->str, POINTS);
  layout = ter_chart_layout_new (figure, 0, 900, measure, NULL);
  g_assert_cmpuint (layout->marks->len, ==, 5000);
  for (guint i = 0; i < 200; i++)
    g_assert_cmpint (ter_chart_layout_hit (layout, figure, get_mark (layout, i)->x, get_mark (layout, i)->y), >=, 0);
  g_string_free (rows, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-layout/widths", test_at_every_width_all_is_inside_and_nothing_overlaps);
  g_test_add_func ("/chart-layout/missing", test_a_missing_value_has_a_place_but_is_not_drawn);
  g_test_add_func ("/chart-layout/stacks", test_areas_stand_on_one_another);
  g_test_add_func ("/chart-layout/sizes", test_the_area_of_a_point_is_in_proportion);
  g_test_add_func ("/chart-layout/ring", test_parts_go_round_from_the_top);
  g_test_add_func ("/chart-layout/cells", test_a_number_stands_in_its_cell_when_it_fits);
  g_test_add_func ("/chart-layout/arrows", test_arrows_go_along_a_line_and_from_line_to_line);
  g_test_add_func ("/chart-layout/many", test_five_thousand_points_are_laid_out_and_found);
  return g_test_run ();
}
