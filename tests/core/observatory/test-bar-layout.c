/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-bar-layout.h"

#define LINE 20.0
#define CHARACTER 10.0

static TerFigure *
make (const char *rows, const char *spec)
{
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autofree char *quoted = g_strdelimit (g_strdup (spec), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
  g_autoptr (JsonObject) resource = json_object_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, resource, "en", NULL);

  g_assert_nonnull (table);
  return ter_figure_new (json_node_get_object (node), table);
}

/* A font in which each character is ten pixels wide; words that do not fit are not broken in names. */
static void
measure (const char *text, TerChartText kind, double max_width, double *width, double *height, gpointer user_data)
{
  double all = g_utf8_strlen (text, -1) * CHARACTER, lines = 1, longest = 0;
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    longest = MAX (longest, g_utf8_strlen (words[i], -1) * CHARACTER);
  if (max_width > 0 && all > max_width && (kind == TER_CHART_LABEL || kind == TER_CHART_NAME))
    {
      lines = ceil (all / max_width);
      all = kind == TER_CHART_NAME ? MAX (longest, max_width) : max_width;
    }
  *width = all;
  *height = lines * LINE;
}

#define ROWS "[{'a':'First','v':40},{'a':'Second name','v':100},{'a':'Third','v':0},{'a':'Fourth'}]"
#define HORIZONTAL "{'mark':'bar','encoding':{'y':{'field':'a','sort':null},'x':{'field':'v','type':'quantitative'}}}"
#define VERTICAL "{'mark':'bar','encoding':{'x':{'field':'a','sort':null},'y':{'field':'v','type':'quantitative'}}}"
#define GROUPS "[{'a':'p','s':'x','v':1},{'a':'p','s':'y','v':2},{'a':'q','s':'x','v':3},{'a':'q','s':'y','v':4}]"
#define GROUPED \
  "{'mark':'bar','encoding':{'y':{'field':'a'},'yOffset':{'field':'s'},'color':{'field':'s'},'x':{'field':'v','type':'quantitative'}}}"
#define STACKED \
  "{'mark':'bar','encoding':{'y':{'field':'a'},'color':{'field':'s'},'x':{'field':'v','type':'quantitative','stack':'normalize'}}}"
#define NEGATIVE "[{'a':'p','v':-3},{'a':'q','v':8}]"

static const struct
{
  const char *rows, *spec;
} figures[] = {
  { ROWS, HORIZONTAL }, { ROWS, VERTICAL },       { GROUPS, GROUPED },
  { GROUPS, STACKED },  { NEGATIVE, HORIZONTAL }, { NEGATIVE, VERTICAL },
};

static gboolean
overlap (const TerRect *a, const TerRect *b)
{
  return a->width > 0 && b->width > 0 && a->height > 0 && b->height > 0 && a->x + a->width > b->x + 0.01 &&
         b->x + b->width > a->x + 0.01 && a->y + a->height > b->y + 0.01 && b->y + b->height > a->y + 0.01;
}

static void
assert_inside (TerBarLayout *layout, const TerRect *rect)
{
  if (rect->width <= 0)
    return;
  g_assert_cmpfloat (rect->x, >=, -0.01);
  g_assert_cmpfloat (rect->y, >=, -0.01);
  g_assert_cmpfloat (rect->x + rect->width, <=, layout->width + 0.01);
  g_assert_cmpfloat (rect->y + rect->height, <=, layout->height + 0.01);
}

static void
test_at_every_width_all_is_inside_and_nothing_overlaps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    for (double width = 300; width <= 1600; width += 50)
      {
        g_autoptr (TerFigure) figure = make (figures[i].rows, figures[i].spec);
        g_autoptr (TerBarLayout) layout = ter_bar_layout_new (figure, 0, width, 0, measure, NULL);

        g_test_message ("figure %u at %g", i, width);
        for (guint b = 0; b < layout->boxes->len; b++)
          {
            const TerBarBox *box = &g_array_index (layout->boxes, TerBarBox, b);

            assert_inside (layout, &box->rect);
            assert_inside (layout, &box->label);
            if (!box->inside)
              g_assert_false (overlap (&box->rect, &box->label));
            for (guint c = 0; c < b; c++)
              {
                g_assert_false (overlap (&box->rect, &g_array_index (layout->boxes, TerBarBox, c).rect));
                g_assert_false (overlap (&box->label, &g_array_index (layout->boxes, TerBarBox, c).label));
              }
            for (guint c = 0; c < layout->bands->len; c++)
              g_assert_false (overlap (&box->rect, &g_array_index (layout->bands, TerBand, c).label));
          }
        for (guint t = 0; t < layout->ticks->len; t++)
          {
            assert_inside (layout, &g_array_index (layout->ticks, TerTick, t).label);
            if (t > 0)
              g_assert_false (
                overlap (&g_array_index (layout->ticks, TerTick, t).label, &g_array_index (layout->ticks, TerTick, t - 1).label));
          }
      }
}

static void
test_lengths_are_in_proportion_from_zero (void)
{
  g_autoptr (TerFigure) figure = make (ROWS, HORIZONTAL);
  g_autoptr (TerBarLayout) layout = ter_bar_layout_new (figure, 0, 800, 0, measure, NULL);
  const TerBarBox *first = &g_array_index (layout->boxes, TerBarBox, 0), *second = first + 1, *third = first + 2;

  g_assert_cmpfloat_with_epsilon (first->rect.width / second->rect.width, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (first->rect.x, layout->zero, 1e-9);
  g_assert_cmpfloat (third->rect.width, ==, 0);
  g_assert_cmpfloat (third->label.width, >, 0);
}

static void
test_names_stand_beside_when_there_is_room_and_above_when_not (void)
{
  g_autoptr (TerFigure) figure = make (ROWS, HORIZONTAL);
  g_autoptr (TerBarLayout) wide = ter_bar_layout_new (figure, 0, 900, 0, measure, NULL);
  g_autoptr (TerBarLayout) narrow = ter_bar_layout_new (figure, 0, 320, 0, measure, NULL);

  g_assert_cmpfloat (g_array_index (wide->boxes, TerBarBox, 0).rect.x, >, g_array_index (wide->bands, TerBand, 1).label.width);
  g_assert_cmpfloat (g_array_index (narrow->boxes, TerBarBox, 0).rect.x, <, 10);
  g_assert_cmpfloat (g_array_index (narrow->boxes, TerBarBox, 0).rect.y, >=, LINE);
  g_assert_cmpfloat (narrow->height, >, wide->height);
}

static void
test_vertical_bars_lie_down_when_their_names_do_not_fit (void)
{
  g_autoptr (TerFigure) figure = make ("[{'a':'Communes','v':40},{'a':'Intercommunalities','v':100}]", VERTICAL);
  g_autoptr (TerBarLayout) wide = ter_bar_layout_new (figure, 0, 900, 0, measure, NULL);
  g_autoptr (TerBarLayout) narrow = ter_bar_layout_new (figure, 0, 300, 0, measure, NULL);

  g_assert_false (wide->horizontal);
  g_assert_true (narrow->horizontal);
  g_assert_cmpfloat (g_array_index (wide->boxes, TerBarBox, 1).rect.height, >,
                     g_array_index (wide->boxes, TerBarBox, 0).rect.height);
}

static void
test_a_long_chart_can_begin_with_its_first_bars (void)
{
  g_autoptr (TerFigure) figure = make (ROWS, HORIZONTAL);
  g_autoptr (TerBarLayout) all = ter_bar_layout_new (figure, 0, 600, 0, measure, NULL);
  g_autoptr (TerBarLayout) two = ter_bar_layout_new (figure, 0, 600, 2, measure, NULL);

  g_assert_cmpuint (two->bands->len, ==, 2);
  g_assert_cmpuint (two->boxes->len, ==, 4);
  g_assert_null (g_array_index (two->boxes, TerBarBox, 2).text);
  g_assert_cmpfloat (two->height, <, all->height);
}

static void
test_a_place_has_its_bar (void)
{
  g_autoptr (TerFigure) figure = make (GROUPS, GROUPED);
  g_autoptr (TerBarLayout) layout = ter_bar_layout_new (figure, 0, 600, 0, measure, NULL);

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const TerRect *rect = &g_array_index (layout->boxes, TerBarBox, i).rect;

      g_assert_cmpint (ter_bar_layout_hit (layout, rect->x + rect->width / 2, rect->y + rect->height / 2), ==, i);
    }
  g_assert_cmpint (ter_bar_layout_hit (layout, 599, 0), ==, -1);
}

static void
test_a_long_unit_is_said_once (void)
{
  g_autofree char *text = g_strdup ("a,v\np,12000\n");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (JsonNode) resource = json_from_string (
    "{\"schema\":{\"fields\":[{\"name\":\"a\"},{\"name\":\"v\",\"type\":\"integer\",\"title\":\"Population\",\"unit\":\"inhabitants\"}]}}",
    NULL);
  g_autoptr (JsonNode) spec =
    json_from_string ("{\"mark\":\"bar\",\"encoding\":{\"y\":{\"field\":\"a\"},\"x\":{\"field\":\"v\",\"type\":\"quantitative\"}}}",
                      NULL);
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
  g_autoptr (TerFigure) figure = ter_figure_new (json_node_get_object (spec), table);
  g_autoptr (TerBarLayout) layout = ter_bar_layout_new (figure, 0, 600, 0, measure, NULL);

  g_assert_cmpstr (layout->axis_title, ==, "Population (inhabitants)");
  g_assert_null (strstr (g_array_index (layout->boxes, TerBarBox, 0).text, "inhabitants"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bar-layout/widths", test_at_every_width_all_is_inside_and_nothing_overlaps);
  g_test_add_func ("/bar-layout/proportion", test_lengths_are_in_proportion_from_zero);
  g_test_add_func ("/bar-layout/names", test_names_stand_beside_when_there_is_room_and_above_when_not);
  g_test_add_func ("/bar-layout/vertical", test_vertical_bars_lie_down_when_their_names_do_not_fit);
  g_test_add_func ("/bar-layout/first", test_a_long_chart_can_begin_with_its_first_bars);
  g_test_add_func ("/bar-layout/hit", test_a_place_has_its_bar);
  g_test_add_func ("/bar-layout/unit", test_a_long_unit_is_said_once);
  return g_test_run ();
}
