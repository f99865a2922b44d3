/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-report.h"

#include <string.h>

#include "ter-json.h"

static TerFigure *
make (const char *rows, const char *fields, const char *spec)
{
  g_autofree char *resource_text = g_strdup_printf ("{'mediatype':'application/json','schema':{'fields':[%s]}}", fields);
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autofree char *text = g_strdelimit (g_strdup (spec), "'", '"');
  g_autoptr (JsonNode) resource = json_from_string (g_strdelimit (resource_text, "'", '"'), NULL);
  g_autoptr (JsonNode) parsed = json_from_string (text, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);

  return ter_figure_new (json_node_get_object (parsed), table);
}

static char *
dup_member (TerFigure *figure, const char *member)
{
  g_autoptr (JsonNode) report = ter_figure_report_new (figure);

  return json_to_string (json_object_get_member (json_node_get_object (report), member), FALSE);
}

static void
assert_member (TerFigure *figure, const char *member, const char *expected)
{
  g_autofree char *got = dup_member (figure, member);
  g_autofree char *quoted = g_strdelimit (g_strdup (expected), "'", '"');

  g_assert_cmpstr (got, ==, quoted);
}

#define ROWS "[{'nom':'Un','code':'01','v':3},{'nom':'Deux','code':'02','v':5},{'nom':'Trois','code':'03','v':4}]"
#define FIELDS "{'name':'nom'},{'name':'code'},{'name':'v','type':'number','unit':'km'}"

static void
test_bars_are_told (void)
{
  g_autoptr (TerFigure) figure =
    make (ROWS, FIELDS, "{'mark':'bar','encoding':{'y':{'field':'code','sort':'-x'},'x':{'field':'v','type':'quantitative'}}}");

  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  assert_member (figure, "mark", "'bar'");
  assert_member (figure, "problem", "null");
  /* A territory by its name, in the axis as in the sentence; its code stands in the table, behind it. */
  assert_member (figure, "summary", "'3 bars; highest: Deux, 5\302\240km; lowest: Un, 3\302\240km.'");
  assert_member (figure, "columns", "['nom','code','v']");
  assert_member (figure, "rows", "[['Deux','02','5\302\240km'],['Trois','03','4\302\240km'],['Un','01','3\302\240km']]");
}

static void
test_why_it_is_a_table_is_told (void)
{
  g_autoptr (TerFigure) figure =
    make (ROWS, FIELDS, "{'mark':'bar','encoding':{'y':{'field':'v'},'x':{'field':'nom','type':'quantitative'}}}");

  assert_member (figure, "mark", "'table'");
  assert_member (figure, "problem", "'bars without an axis of numbers'");
}

#define SQUARE(x) "{'type':'Polygon','coordinates':[[[" x ",0],[" x ",1],[" x ".5,1],[" x ",0]]]}"
#define FEATURE(code, name, x) "{'type':'Feature','properties':{'code':'" code "','name':'" name "'},'geometry':" SQUARE (x) "}"

/* Legend, sentence and report are of the outline's territories; a row without an outline is told. */
static void
test_maps_count_one_list_of_territories (void)
{
  static const char *const specs[] = {
    "{'data':{'name':'t'},'mark':'geoshape','transform':[{'lookup':'code','from':{'data':{'name':'o'},'key':'properties.code'},'as':'geo'}],"
    "'encoding':{'color':{'field':'v','type':'quantitative'},'shape':{'field':'geo','type':'geojson'}}}",
    "{'data':{'name':'o'},'mark':'geoshape','transform':[{'lookup':'properties.code','from':{'data':{'name':'t'},'key':'code','fields':['v']}}],"
    "'encoding':{'color':{'field':'v','type':'quantitative'}}}",
  };
  g_autofree char *geo = g_strdelimit (g_strdup ("{'type':'FeatureCollection','features':[" FEATURE ("01", "Un", "1") "," FEATURE (
                                         "02", "Deux", "2") "," FEATURE ("09", "Neuf", "9") "]}"),
                                       "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (geo, strlen (geo));
  g_autoptr (TerOutline) outline = ter_outline_new_from_bytes (bytes, NULL);

  g_assert_nonnull (outline);
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr (TerFigure) figure = make (ROWS, FIELDS, specs[i]);
      g_autofree char *spec = g_strdelimit (g_strdup (specs[i]), "'", '"');
      g_autoptr (JsonNode) parsed = json_from_string (spec, NULL);

      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      g_assert_cmpstr (ter_figure_get_outline (figure), ==, "o");
      g_assert_cmpstr (ter_figure_spec_get_table (json_node_get_object (parsed)), ==, "t");
      assert_member (figure, "summary", "'3 territories; highest: Deux, 5\302\240km; lowest: Un, 3\302\240km.'");
      ter_figure_set_outline (figure, outline);
      assert_member (
        figure, "summary",
        "'2 territories; highest: Deux, 5\302\240km; lowest: Un, 3\302\240km; 1 territory with data is not on the map; 1 value is missing.'");
      assert_member (figure, "withoutOutline", "1");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-report/bars", test_bars_are_told);
  g_test_add_func ("/figure-report/table", test_why_it_is_a_table_is_told);
  g_test_add_func ("/figure-report/maps", test_maps_count_one_list_of_territories);
  return g_test_run ();
}
