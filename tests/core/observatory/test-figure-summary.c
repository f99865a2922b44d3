/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-figure-summary.h"

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

static void
test_one_sentence_says_the_values (void)
{
  static const struct
  {
    const char *rows, *spec, *expected;
  } cases[] = {
#define BAR "{'mark':'bar','encoding':{'y':{'field':'a'},'x':{'field':'v','type':'quantitative'}}}"
    { "[{'a':'p','v':7.1},{'a':'q','v':6.5},{'a':'r','v':6}]", BAR, "3 bars; highest: p, 7.1; lowest: r, 6." },
    { "[{'a':'p','v':7},{'a':'q','v':7},{'a':'r','v':6}]", BAR, "3 bars; highest: p and q, 7; lowest: r, 6." },
    { "[{'a':'p','v':7},{'a':'q','v':5},{'a':'r','v':5},{'a':'s','v':5}]", BAR,
      "4 bars; highest: p, 7; lowest: q and 2 others, 5." },
    { "[{'a':'p','v':7},{'a':'q','v':7}]", BAR, "2 bars; all at 7." },
    { "[{'a':'p','v':7}]", BAR, "1 bar; p, 7." },
    { "[{'a':'p','v':7},{'a':'q','v':2},{'a':'r'}]", BAR, "2 bars; highest: p, 7; lowest: q, 2; 1 value is missing." },
    { "[{'a':'p','v':null},{'a':'p','v':1}]",
      "{'transform':[{'filter':{'field':'v','valid':false}}],'mark':'bar','encoding':{'y':{'field':'a'},'x':{'field':'v','type':'quantitative'}}}",
      "No value." },
    { "[{'a':'Yes','v':60},{'a':'No','v':40}]",
      "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative','stack':'normalize'},'color':{'field':'a'}}}",
      "2 parts; highest: Yes, 60; lowest: No, 40." },
    { "[{'a':'p','s':'x','v':1},{'a':'p','s':'y','v':2},{'a':'q','s':'x','v':3},{'a':'q','s':'y','v':4}]",
      "{'mark':'bar','encoding':{'y':{'field':'a'},'yOffset':{'field':'s'},'color':{'field':'s'},'x':{'field':'v','type':'quantitative'}}}",
      "4 values in 2 series; highest: q, y, 4; lowest: p, x, 1." },
    { "[{'v':81}]", "{'mark':'text','encoding':{'text':{'field':'v','type':'quantitative'}}}", "81" },
    { "[{'a':'p','v':7},{'a':'q','v':2}]", "{'mark':'tick'}", "Table: 2 rows, 2 columns." },
    { "[{'c':'01','a':'Ain','v':7},{'c':'02','a':'Aisne','v':2}]",
      "{'transform':[{'lookup':'c','from':{'data':{'name':'o'},'key':'properties.code'}}],'mark':'geoshape','encoding':{'color':{'field':'v','type':'quantitative'},'tooltip':[{'field':'a'}]}}",
      "2 territories; highest: Ain, 7; lowest: Aisne, 2." },
#define LINE "{'mark':'line','encoding':{'x':{'field':'k'},'y':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}"
    { "[{'k':'2019','v':12},{'k':'2020','v':30},{'k':'2021','v':22}]",
      "{'mark':'line','encoding':{'x':{'field':'k'},'y':{'field':'v','type':'quantitative'}}}",
      "3 points; from 12 (2019) to 22 (2021); highest: 2020, 30; lowest: 2019, 12." },
    { "[{'k':'2019','s':'a','v':12},{'k':'2020','s':'a','v':15},{'k':'2019','s':'b','v':3},{'k':'2020','s':'b','v':1},{'k':'2021','s':'b'}]",
      LINE,
      "4 points in 2 series; a: from 12 to 15; b: from 3 to 1; highest: a, 2020, 15; lowest: b, 2020, 1; 1 value is missing." },
    { "[{'k':'2019','v':12}]", "{'mark':'area','encoding':{'x':{'field':'k'},'y':{'field':'v','type':'quantitative'}}}",
      "1 point; 2019, 12." },
    { "[{'k':'x','s':'p','v':1},{'k':'y','s':'q','v':2}]",
      "{'mark':'line','encoding':{'x':{'field':'k'},'y':{'field':'v','type':'quantitative'},'row':{'field':'s'}}}",
      "2 points, 2 panels; highest: q, y, 2; lowest: p, x, 1." },
    { "[{'s':'a','v':50},{'s':'b','v':25},{'s':'c','v':15},{'s':'d','v':10}]",
      "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}",
      "4 parts; the largest: a: 50, 50% of the whole; b: 25, 25% of the whole; c: 15, 15% of the whole." },
    { "[{'s':'a','v':3},{'s':'b','v':1}]",
      "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}",
      "2 parts; a: 3, 75% of the whole; b: 1, 25% of the whole." },
    { "[{'x':3,'y':9},{'x':5,'y':7.5},{'x':4}]",
      "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y','type':'quantitative'}}}",
      "2 points; x: from 3 to 5; y: from 7.5 to 9; 1 value is missing." },
    { "[{'x':3,'y':'p'},{'x':5,'y':'q'}]",
      "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative'},'y':{'field':'y'}}}",
      "2 points; x: from 3 to 5; y: 2 names." },
    { "[{'x':'a','y':'p','v':3},{'x':'b','y':'q','v':5}]",
      "{'mark':'rect','encoding':{'x':{'field':'x'},'y':{'field':'y'},'color':{'field':'v','type':'quantitative'}}}",
      "2 cells; highest: q, b, 5; lowest: p, a, 3." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = make (cases[i].rows, cases[i].spec);
      g_autofree char *summary = ter_figure_summary_dup (figure);

      g_assert_cmpstr (summary, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-summary/sentences", test_one_sentence_says_the_values);
  return g_test_run ();
}
