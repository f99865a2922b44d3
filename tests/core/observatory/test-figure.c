/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-figure.h"
#include "ter-json.h"

#define THREE "[{'a':'Zoo','s':'u','v':3,'o':1},{'a':'Eau','s':'w','v':5,'o':3},{'a':'Emploi','s':'v','v':5,'o':2}]"
#define ROWS \
  "[{'a':'Zoo','s':'u','v':3,'o':1},{'a':'Eau','s':'w','v':5,'o':3},{'a':'Emploi','s':'v','v':5,'o':2}," \
  "{'a':'Zoo','s':'v','v':1,'o':2},{'a':'Emploi','s':'u','v':2,'o':1},{'a':'Eau','s':'u','v':9,'o':1}]"

/* The expected is what vega-lite 5.23.0 compiles and vega 5.33.1 computes: the domain of the value axis; the categories and
 * the colours in their order; then for each bar "category/colour start end". Quotes are single for legibility. */
static const struct
{
  const char *name, *rows, *spec, *expected;
} vega_cases[] = {
  { "horizontal bars, values ascending by name", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Eau,Emploi,Zoo; ; Eau/ 0 5; Emploi/ 0 5; Zoo/ 0 3" },
  { "sorted by value, highest first", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':'-x'},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Eau,Emploi,Zoo; ; Eau/ 0 5; Emploi/ 0 5; Zoo/ 0 3" },
  { "sorted by value, lowest first", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':'x'},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Zoo,Eau,Emploi; ; Zoo/ 0 3; Eau/ 0 5; Emploi/ 0 5" },
  { "in the order of the data", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':null},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Zoo,Eau,Emploi; ; Zoo/ 0 3; Eau/ 0 5; Emploi/ 0 5" },
  { "names descending", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':'descending'},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Zoo,Emploi,Eau; ; Zoo/ 0 3; Emploi/ 0 5; Eau/ 0 5" },
  { "an order of the author, the rest after", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':['Zoo']},'x':{'field':'v','type':'quantitative'}}}",
    "0 5; Zoo,Eau,Emploi; ; Zoo/ 0 3; Eau/ 0 5; Emploi/ 0 5" },
  { "vertical bars", THREE,
    "{'mark':'bar','encoding':{'x':{'field':'a','type':'nominal'},'y':{'field':'v','type':'quantitative'}}}",
    "0 5; Eau,Emploi,Zoo; ; Eau/ 0 5; Emploi/ 0 5; Zoo/ 0 3" },
  { "a domain of the author", THREE,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative','scale':{'domain':[0,100]}}}}",
    "0 100; Eau,Emploi,Zoo; ; Eau/ 0 5; Emploi/ 0 5; Zoo/ 0 3" },
  { "stacked along x", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 14; Eau,Emploi,Zoo; u,v,w; Eau/u 0 9; Eau/w 9 14; Emploi/u 0 2; Emploi/v 2 7; Zoo/u 0 3; Zoo/v 3 4" },
  { "stacked along y", ROWS,
    "{'mark':'bar','encoding':{'x':{'field':'a','type':'nominal'},'y':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 14; Eau,Emploi,Zoo; u,v,w; Eau/u 5 14; Eau/w 0 5; Emploi/u 5 7; Emploi/v 0 5; Zoo/u 1 4; Zoo/v 0 1" },
  { "stacked, sorted by the sum", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':'-x'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 14; Eau,Emploi,Zoo; u,v,w; Eau/u 0 9; Eau/w 9 14; Emploi/u 0 2; Emploi/v 2 7; Zoo/u 0 3; Zoo/v 3 4" },
  { "stacked in an order", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'},'order':{'field':'o','type':'quantitative'}}}",
    "0 14; Eau,Emploi,Zoo; u,v,w; Eau/u 0 9; Eau/w 9 14; Emploi/u 0 2; Emploi/v 2 7; Zoo/u 0 3; Zoo/v 3 4" },
  { "stacked in an order, backwards", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'},'order':{'field':'o','type':'quantitative','sort':'descending'}}}",
    "0 14; Eau,Emploi,Zoo; u,v,w; Eau/u 5 14; Eau/w 0 5; Emploi/u 5 7; Emploi/v 0 5; Zoo/u 1 4; Zoo/v 0 1" },
  { "a domain of colours orders the legend, not the stack", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal','scale':{'domain':['w','v','u'],'range':['red','green','blue']}}}}",
    "0 14; Eau,Emploi,Zoo; w,v,u; Eau/w 0 5; Eau/u 5 14; Emploi/v 0 5; Emploi/u 5 7; Zoo/v 0 1; Zoo/u 1 4" },
  { "normalised", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative','stack':'normalize'},'color':{'field':'s','type':'nominal'}}}",
    "0 1; Eau,Emploi,Zoo; u,v,w; Eau/u 0 0.642857; Eau/w 0.642857 1; Emploi/u 0 0.285714; Emploi/v 0.285714 1; Zoo/u 0 0.75; Zoo/v 0.75 1" },
  { "one normalised bar", "[{'s':'Oui','v':29,'o':1},{'s':'Non','v':52,'o':2},{'s':'NSP','v':19,'o':3}]",
    "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative','stack':'normalize'},'color':{'field':'s','type':'nominal'},'order':{'field':'o','type':'quantitative'}}}",
    "0 1; ; NSP,Non,Oui; /NSP 0.81 1; /Non 0.29 0.81; /Oui 0 0.29" },
  { "grouped", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':null},'yOffset':{'field':'s','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 9; Zoo,Eau,Emploi; u,v,w; Zoo/u 0 3; Zoo/v 0 1; Eau/u 0 9; Eau/w 0 5; Emploi/u 0 2; Emploi/v 0 5" },
  { "negative values", "[{'a':'p','v':-3.2},{'a':'q','v':7.9},{'a':'r','v':0}]",
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'}}}",
    "-4 8; p,q,r; ; p/ 0 -3.2; q/ 0 7.9; r/ 0 0" },
  { "negative values in a stack",
    "[{'a':'p','s':'x','v':-3},{'a':'p','s':'y','v':2},{'a':'p','s':'z','v':-1},{'a':'q','s':'x','v':4},{'a':'q','s':'y','v':-2}]",
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "-4 4; p,q; x,y,z; p/x 0 -3; p/y 0 2; p/z -3 -4; q/x 0 4; q/y 0 -2" },
  { "filtered by one value", ROWS,
    "{'transform':[{'filter':{'field':'s','equal':'u'}}],'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'}}}",
    "0 9; Eau,Emploi,Zoo; ; Eau/ 0 9; Emploi/ 0 2; Zoo/ 0 3" },
  { "filtered by several values", ROWS,
    "{'transform':[{'filter':{'field':'a','oneOf':['Eau','Zoo']}},{'filter':{'field':'v','range':[3,9]}}],'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 14; Eau,Zoo; u,w; Eau/u 0 9; Eau/w 9 14; Zoo/u 0 3" },
  { "filtered by comparison", ROWS,
    "{'transform':[{'filter':{'and':[{'field':'v','gt':1},{'not':{'field':'v','gte':9}}]}}],'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'field':'v','type':'quantitative'},'color':{'field':'s','type':'nominal'}}}",
    "0 7; Eau,Emploi,Zoo; u,v,w; Eau/w 0 5; Emploi/u 0 2; Emploi/v 2 7; Zoo/u 0 3" },
  { "summed", ROWS,
    "{'transform':[{'aggregate':[{'op':'sum','field':'v','as':'t'}],'groupby':['a']}],'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':'-x'},'x':{'field':'t','type':'quantitative'}}}",
    "0 14; Eau,Emploi,Zoo; ; Eau/ 0 14; Emploi/ 0 7; Zoo/ 0 4" },
  { "counted, ties in the order of the data", ROWS,
    "{'transform':[{'aggregate':[{'op':'sum','field':'v','as':'t'},{'op':'count','as':'n'}],'groupby':['a']}],'mark':'bar','encoding':{'y':{'field':'a','type':'nominal','sort':{'field':'n','order':'descending'}},'x':{'field':'t','type':'quantitative'}}}",
    "0 14; Zoo,Eau,Emploi; ; Zoo/ 0 4; Eau/ 0 14; Emploi/ 0 7" },
  { "a mean in the encoding", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a','type':'nominal'},'x':{'aggregate':'mean','field':'v','type':'quantitative'}}}",
    "0 7; Eau,Emploi,Zoo; ; Eau/ 0 7; Emploi/ 0 3.5; Zoo/ 0 2" },
  { "a count in the encoding", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'s','type':'nominal'},'x':{'aggregate':'count','type':'quantitative'}}}",
    "0 3; u,v,w; ; u/ 0 3; v/ 0 2; w/ 0 1" },
  { "highest of each", ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'s','type':'nominal'},'x':{'aggregate':'max','field':'v','type':'quantitative'}}}",
    "0 9; u,v,w; ; u/ 0 9; v/ 0 5; w/ 0 5" },
};

static JsonNode *
parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  JsonNode *node = json_from_string (quoted, NULL);

  g_assert_nonnull (node);
  return node;
}

static TerFigure *
make_from (const char *text, const char *resource, const char *spec, const char *language)
{
  g_autofree char *data = resource != NULL ? g_strdup (text) : g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (JsonNode) about = parse (resource != NULL ? resource : "{'mediatype':'application/json'}");
  g_autoptr (JsonNode) node = parse (spec);
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (about), language, &error);

  g_assert_no_error (error);
  return ter_figure_new (json_node_get_object (node), table);
}

static TerFigure *
make (const char *rows, const char *spec)
{
  return make_from (rows, NULL, spec, "fr");
}

static void
append_number (GString *out, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.6g", round (value * 1e6) / 1e6));
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const TerDatum *first = a, *second = b;

  return first->category != second->category ? (int) first->category - (int) second->category
                                             : (int) first->series - (int) second->series;
}

static char *
describe (TerFigure *figure)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GArray) bars = g_array_new (FALSE, FALSE, sizeof (TerDatum));
  double from, to;

  ter_figure_get_domain (figure, &from, &to);
  append_number (out, from);
  g_string_append_c (out, ' ');
  append_number (out, to);
  g_string_append (out, "; ");
  for (guint i = 0; i < ter_figure_get_n_categories (figure); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", ter_figure_get_category (figure, i));
  g_string_append (out, "; ");
  for (guint i = 0; i < ter_figure_get_n_series (figure); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", ter_figure_get_series (figure, i));
  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    g_array_append_val (bars, *ter_figure_get_datum (figure, i));
  g_array_sort (bars, compare_bars);
  for (guint i = 0; i < bars->len; i++)
    {
      const TerDatum *bar = &g_array_index (bars, TerDatum, i);

      g_string_append_printf (out, "; %s/%s ", ter_figure_get_category (figure, bar->category),
                              ter_figure_get_series (figure, bar->series));
      append_number (out, bar->start);
      g_string_append_c (out, ' ');
      append_number (out, bar->end);
    }
  return g_string_free (out, FALSE);
}

static void
test_bars_are_those_of_vega (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (vega_cases); i++)
    {
      g_autoptr (TerFigure) figure = make (vega_cases[i].rows, vega_cases[i].spec);
      g_autofree char *got = describe (figure);

      g_test_message ("%s", vega_cases[i].name);
      g_assert_null (ter_figure_get_problem (figure));
      g_assert_cmpstr (got, ==, vega_cases[i].expected);
    }
}

static void
test_what_is_not_drawn_is_a_table_with_its_reason (void)
{
  static const struct
  {
    const char *spec, *problem;
  } cases[] = {
    { "{'mark':'trail','encoding':{}}", "the mark “trail”" },
    { "{'mark':{'type':'trail'},'encoding':{}}", "the mark “trail”" },
    { "{'encoding':{}}", "the mark “?”" },
    { "{'layer':[]}", "“layer”" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative'},'facet':{'field':'a'}}}", "“encoding.facet”" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative','bin':true},'y':{'field':'a'}}}",
      "bars without an axis of numbers" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative','scale':{'type':'log'}},'y':{'field':'a'}}}",
      "the scale “log”" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative'},'y':{'field':'a','type':'temporal'}}}",
      "an axis of time" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative','stack':'center'},'y':{'field':'a'}}}", "“center”" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','type':'quantitative'},'y':{'field':'o','type':'quantitative'}}}",
      "bars between two axes of numbers" },
    { "{'mark':'bar','encoding':{'x':{'field':'s'},'y':{'field':'a'}}}", "bars without an axis of numbers" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','type':'quantitative'},'y':{'field':'a'}}}", "bars without an axis of numbers" },
    { "{'mark':'bar','encoding':{'x':{'field':'zz','type':'quantitative'},'y':{'field':'a'}}}",
      "the column “zz”, which the table does not have" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','aggregate':'variance'},'y':{'field':'a'}}}", "the computation “variance”" },
    { "{'transform':[{'fold':['v']}],'mark':'bar','encoding':{}}", "“transform[0].fold”" },
    { "{'transform':[{'fold':['v']}],'mark':'text','encoding':{'text':{'field':'v'}}}", "“transform[0].fold”" },
    { "{'transform':[{'filter':'datum.v ** 3'}],'mark':'text','encoding':{'text':{'field':'v'}}}",
      "the expression “datum.v ** 3”" },
    { "{'mark':'text','encoding':{'text':{'field':'v','type':'quantitative'}}}", "one text for several rows" },
    { "{'mark':'text','encoding':{}}", "a text without the channel “text”" },
    { "{'mark':'geoshape','encoding':{'color':{'field':'v','type':'quantitative'}}}",
      "a map without an outline and a number for each of its territories" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = make (ROWS, cases[i].spec);

      g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_TABLE);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
      g_assert_cmpuint (ter_figure_get_n_rows (figure), ==, 6);
      g_assert_cmpuint (ter_figure_get_n_columns (figure), ==, 4);
    }
}

static void
test_a_text_is_one_number_with_its_unit (void)
{
  const char *resource = "{'schema':{'fields':[{'name':'id','type':'string'},{'name':'share','type':'number','unit':'%'}]}}";
  g_autoptr (TerFigure) figure = make_from (
    "id,share\na,81\nb,7.5\n", resource,
    "{'transform':[{'filter':{'field':'id','equal':'b'}}],'mark':'text','encoding':{'text':{'field':'share','type':'quantitative'}}}",
    "en");
  g_autoptr (TerFigure) none = make_from (
    "id,share\na,81\n", resource,
    "{'transform':[{'filter':{'field':'id','equal':'zz'}}],'mark':'text','encoding':{'text':{'field':'share','type':'quantitative'}}}",
    "en");
  g_autofree char *text = ter_figure_dup_text (figure);
  g_autofree char *missing = ter_figure_dup_text (none);

  g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_TEXT);
  g_assert_cmpfloat (ter_figure_get_number (figure), ==, 7.5);
  g_assert_cmpstr (text, ==, "7.5%");
  g_assert_true (isnan (ter_figure_get_number (none)));
  g_assert_cmpstr (missing, ==, "no data");
}

static void
test_labels_are_translated_but_the_author_s_order_is_by_the_original (void)
{
  const char *csv = "answer,answer@en,share\nOui,Yes,60\nNon,No,40\n";
  g_autoptr (TerFigure) figure = make_from (
    csv,
    "{'schema':{'fields':[{'name':'answer','title':'Réponse','title@en':'Answer'},{'name':'share','type':'number','title':'Part','title@en':'Share'}]}}",
    "{'mark':'bar','encoding':{'x':{'field':'share','type':'quantitative'},'color':{'field':'answer','scale':{'domain':['Oui','Non'],'range':['#112233','#445566']}}}}",
    "en");
  g_autofree char *name = ter_figure_dup_datum_name (figure, 0);

  g_assert_cmpstr (ter_figure_get_series (figure, 0), ==, "Yes");
  g_assert_cmpstr (ter_figure_get_series_color (figure, 0), ==, "#112233");
  g_assert_cmpstr (ter_figure_get_series_color (figure, 1), ==, "#445566");
  g_assert_cmpstr (ter_figure_get_value_title (figure), ==, "Share");
  g_assert_cmpstr (ter_figure_get_series_title (figure), ==, "Answer");
  g_assert_true (ter_figure_has_legend (figure));
  g_assert_cmpint (ter_figure_get_stack (figure), ==, TER_STACK_ZERO);
  g_assert_cmpstr (name, ==, "Yes");
}

static void
test_a_missing_value_is_no_zero (void)
{
  g_autoptr (TerFigure) figure =
    make ("[{'a':'x','v':3},{'a':'y'}]", "{'mark':'bar','encoding':{'y':{'field':'a'},'x':{'field':'v','type':'quantitative'}}}");
  g_autofree char *text = ter_figure_dup_value_text (figure, ter_figure_get_datum (figure, 1)->value);
  g_autofree char *cell = ter_figure_dup_cell_text (figure, 1, 1);

  g_assert_true (isnan (ter_figure_get_datum (figure, 1)->value));
  g_assert_cmpstr (text, ==, "no data");
  g_assert_cmpstr (cell, ==, "");
}

static void
test_a_baseline_is_always_zero (void)
{
  g_autoptr (TerFigure) figure =
    make (THREE, "{'mark':'bar','encoding':{'y':{'field':'a'},'x':{'field':'v','type':'quantitative','scale':{'domain':[2,4]}}}}");
  double from, to;

  ter_figure_get_domain (figure, &from, &to);
  g_assert_cmpfloat (from, ==, 0);
  g_assert_cmpfloat (to, >=, 5);
}

static void
test_what_would_overlap_stands_side_by_side (void)
{
  g_autoptr (TerFigure) figure = make (
    ROWS,
    "{'mark':'bar','encoding':{'y':{'field':'a'},'x':{'field':'v','type':'quantitative','stack':null},'color':{'field':'s'}}}");

  g_assert_cmpuint (ter_figure_get_n_groups (figure), ==, 3);
  g_assert_cmpint (ter_figure_get_stack (figure), ==, TER_STACK_NONE);
  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    g_assert_cmpfloat (ter_figure_get_datum (figure, i)->start, ==, 0);
}

static void
test_the_table_twin_has_what_the_figure_shows (void)
{
  const char *resource =
    "{'schema':{'fields':[{'name':'id'},{'name':'form','title':'Forme'},{'name':'share','type':'number','title':'Part','unit':'%'}]}}";
  g_autoptr (TerFigure) figure =
    make_from ("id,form,share\n1,\"Don, mécénat\",30.5\n2,Aide,45\n", resource,
               "{'mark':'bar','encoding':{'y':{'field':'form','sort':'-x'},'x':{'field':'share','type':'quantitative'}}}", "fr");
  g_autofree char *cell = ter_figure_dup_cell_text (figure, 1, 1);

  g_assert_cmpuint (ter_figure_get_n_columns (figure), ==, 2);
  g_assert_cmpstr (ter_figure_get_column_title (figure, 0), ==, "Forme");
  g_assert_true (ter_figure_is_column_number (figure, 1));
  g_assert_cmpfloat (ter_figure_get_cell_number (figure, 0, 1), ==, 45);
  g_assert_cmpstr (cell, ==, "30.5%");
}

static void
test_a_map_has_a_value_for_each_code (void)
{
  g_autoptr (TerFigure) figure = make (
    "[{'code':'01','nom':'Ain','n':3},{'code':'2A','nom':'Corse-du-Sud','n':0}]",
    "{'transform':[{'lookup':'code','from':{'data':{'name':'outline'},'key':'properties.code'},'as':'g'}],'mark':'geoshape',"
    "'encoding':{'shape':{'field':'g','type':'geojson'},'color':{'field':'n','type':'quantitative'},'tooltip':[{'field':'nom'},{'field':'n'}]}}");

  g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_MAP);
  g_assert_cmpstr (ter_figure_get_outline (figure), ==, "outline");
  g_assert_cmpfloat (ter_figure_get_cell_number (figure, 0, 1), ==, 3);
  g_assert_cmpfloat (ter_figure_get_cell_number (figure, 1, 1), ==, 0);
  g_assert_cmpstr (ter_figure_get_column_title (figure, 0), ==, "nom");
}

static void
test_a_filter_knows_dates_and_truth (void)
{
  static const struct
  {
    const char *filter;
    guint n;
  } cases[] = {
    { "{'field':'y','equal':2020}", 2 },     { "{'field':'y','equal':'2020-05'}", 1 },
    { "{'field':'y','lt':2020}", 1 },        { "{'field':'b','equal':true}", 1 },
    { "{'field':'b','equal':1}", 0 },        { "{'field':'v','valid':true}", 2 },
    { "{'field':'v','range':[null,2]}", 1 }, { "{'or':[{'field':'v','equal':2},{'field':'v','equal':5}]}", 2 },
    { "{'field':'code','equal':1}", 0 },     { "{'field':'code','equal':'01'}", 1 },
  };
  const char *resource =
    "{'schema':{'fields':[{'name':'y','type':'date'},{'name':'b','type':'boolean'},{'name':'v','type':'number'},{'name':'code'}]}}";

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spec = g_strdup_printf (
        "{'transform':[{'filter':%s}],'mark':'bar','encoding':{'y':{'field':'code'},'x':{'field':'v','type':'quantitative'}}}",
        cases[i].filter);
      g_autoptr (TerFigure) figure =
        make_from ("y,b,v,code\n2019,true,2,01\n2020-05,false,5,02\n2020-06-01,false,,03\n", resource, spec, "fr");

      g_test_message ("%s", cases[i].filter);
      g_assert_cmpuint (ter_figure_get_n_data (figure), ==, cases[i].n);
    }
}

/* ---- The pack that ships ---- */

static JsonNode *
load_json (const char *folder, const char *path)
{
  g_autofree char *file = g_build_filename (folder, path, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  return json_from_string (text, NULL);
}

static TerTable *
load_table (const char *folder, JsonArray *resources, const char *name)
{
  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject *resource = json_array_get_object_element (resources, i);
      g_autofree char *file = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      TerTable *table;
      gsize length;

      if (g_strcmp0 (ter_json_get_string (resource, "name"), name) != 0)
        continue;
      file = g_build_filename (folder, ter_json_get_string (resource, "path"), NULL);
      g_assert_true (g_file_get_contents (file, &text, &length, NULL));
      bytes = g_bytes_new (text, length);
      table = ter_table_new_from_bytes (bytes, resource, "fr", &error);
      g_assert_no_error (error);
      return table;
    }
  return NULL;
}

static guint
check_dashboard (const char *folder, JsonArray *resources, JsonObject *dashboard)
{
  JsonArray *groups = ter_json_get_array (dashboard, "groups");
  guint n = 0;

  for (guint i = 0; i < ter_json_array_length (groups); i++)
    {
      JsonArray *figures = ter_json_get_array (ter_json_array_object (groups, i), "figures");

      for (guint j = 0; j < ter_json_array_length (figures); j++, n++)
        {
          JsonObject *spec = ter_json_get_object (ter_json_array_object (figures, j), "spec");
          g_autoptr (TerTable) table = load_table (folder, resources, ter_figure_spec_get_table (spec));
          g_autoptr (TerFigure) figure = NULL;

          g_test_message ("%s/%s", ter_json_get_string (dashboard, "id"),
                          ter_json_get_string (ter_json_array_object (figures, j), "id"));
          g_assert_nonnull (table);
          figure = ter_figure_new (spec, table);
          g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
          g_assert_cmpuint (ter_figure_get_n_rows (figure), >, 0);
          for (guint k = 0; k < ter_figure_get_n_data (figure); k++)
            g_assert_false (isnan (ter_figure_get_datum (figure, k)->value));
          if (ter_figure_get_mark (figure) == TER_MARK_TEXT)
            g_assert_false (isnan (ter_figure_get_number (figure)));
        }
    }
  return n;
}

static void
test_every_figure_of_the_first_pack_is_drawn (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", "innovation-territoriale", NULL);
  g_autoptr (JsonNode) manifest = load_json (folder, "datapackage.json");
  JsonArray *resources = ter_json_get_array (json_node_get_object (manifest), "resources");
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (resources); i++)
    {
      JsonObject *resource = json_array_get_object_element (resources, i);
      g_autoptr (JsonNode) entries = NULL;

      if (g_strcmp0 (ter_json_get_string (resource, "role"), "entries") != 0)
        continue;
      entries = load_json (folder, ter_json_get_string (resource, "path"));
      for (guint j = 0; j < json_array_get_length (json_node_get_array (entries)); j++)
        n += check_dashboard (folder, resources, json_array_get_object_element (json_node_get_array (entries), j));
    }
  g_assert_cmpuint (n, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure/vega", test_bars_are_those_of_vega);
  g_test_add_func ("/figure/unsupported", test_what_is_not_drawn_is_a_table_with_its_reason);
  g_test_add_func ("/figure/text", test_a_text_is_one_number_with_its_unit);
  g_test_add_func ("/figure/translation", test_labels_are_translated_but_the_author_s_order_is_by_the_original);
  g_test_add_func ("/figure/missing", test_a_missing_value_is_no_zero);
  g_test_add_func ("/figure/baseline", test_a_baseline_is_always_zero);
  g_test_add_func ("/figure/overlap", test_what_would_overlap_stands_side_by_side);
  g_test_add_func ("/figure/twin", test_the_table_twin_has_what_the_figure_shows);
  g_test_add_func ("/figure/map", test_a_map_has_a_value_for_each_code);
  g_test_add_func ("/figure/filter", test_a_filter_knows_dates_and_truth);
  g_test_add_func ("/figure/pack", test_every_figure_of_the_first_pack_is_drawn);
  return g_test_run ();
}
