/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-figure-export.h"
#include "ter-figure-summary.h"
#include "ter-json.h"

/* Lines, areas, points, rings, tables of colours and panels. What Vega-Lite and Vega make of each case stands in vega-marks.json, and
 * tests/schema/test-vega.mjs holds the file to them. */

static TerFigure *
make_from_node (JsonNode *rows, JsonObject *spec, const char *fields)
{
  g_autofree char *resource_text = g_strdup_printf ("{\"mediatype\":\"application/json\",\"schema\":{\"fields\":[%s]}}", fields);
  g_autofree char *data = json_to_string (rows, FALSE);
  g_autoptr (JsonNode) resource = json_from_string (resource_text, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (data, strlen (data));
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", &error);

  g_assert_no_error (error);
  return ter_figure_new (spec, table);
}

/* Quotes are single for legibility. */
static TerFigure *
make (const char *rows, const char *fields, const char *spec)
{
  g_autofree char *data = g_strdelimit (g_strdup (rows), "'", '"');
  g_autofree char *types = g_strdelimit (g_strdup (fields), "'", '"');
  g_autofree char *quoted = g_strdelimit (g_strdup (spec), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (data, NULL);
  g_autoptr (JsonNode) parsed = json_from_string (quoted, NULL);

  g_assert_nonnull (node);
  g_assert_nonnull (parsed);
  return make_from_node (node, json_node_get_object (parsed), types);
}

static char *
dup_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = floor (value * 1e4 + 0.5) / 1e4;

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", rounded == 0 ? 0 : rounded));
}

static void
append_number (GString *out, double value)
{
  g_autofree char *text = dup_number (value);

  if (out->len > 0 && out->str[out->len - 1] != ',')
    g_string_append_c (out, ' ');
  g_string_append (out, text);
}

static void
append_axis (GPtrArray *lines, TerFigure *figure, TerAxis axis)
{
  GString *out = g_string_new (axis == TER_AXIS_X ? "x:" : "y:");
  guint n = ter_figure_get_n_names (figure, axis);
  TerScale scale = ter_figure_get_scale (figure, axis);
  g_autoptr (GArray) ticks = ter_scale_ticks (&scale, 5);

  if (n > 0)
    g_string_append (out, " names ");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? "," : "", ter_figure_get_name (figure, axis, i));
  if (n == 0)
    {
      g_string_append (out, scale.kind == TER_SCALE_TIME ? " time" : " numbers");
      append_number (out, scale.domain[0]);
      append_number (out, scale.domain[1]);
      g_string_append (out, ", ticks");
      for (guint i = 0; i < ticks->len; i++)
        append_number (out, g_array_index (ticks, double, i));
    }
  g_ptr_array_add (lines, g_string_free (out, FALSE));
}

static double
get_part (TerFigure *figure, TerAxis axis, double value)
{
  TerScale scale = ter_figure_get_scale (figure, axis);

  if (ter_figure_get_n_names (figure, axis) > 0)
    return value;
  scale.range[0] = 0;
  scale.range[1] = 1;
  return ter_scale_map (&scale, value);
}

static void
append_place (GString *out, TerFigure *figure, TerAxis axis, double value)
{
  if (isnan (value))
    g_string_append (out, " -");
  else
    append_number (out, get_part (figure, axis, value));
}

/* A line or a band across the chart: where its ends are along its axis. */
static char *
describe_guide (TerFigure *figure, const TerGuide *guide)
{
  GString *out = g_string_new (guide->from == guide->to ? "line" : "band");
  double ends[] = { guide->from, guide->to }, from, to;

  g_string_append (out, guide->axis == TER_AXIS_X ? " x" : " y");
  ter_figure_get_domain (figure, &from, &to);
  for (guint i = 0; i < (guide->from == guide->to ? 1 : 2); i++)
    append_number (out, ter_figure_get_mark (figure) == TER_MARK_BAR ? (ends[i] - from) / (to - from)
                                                                     : get_part (figure, guide->axis, ends[i]));
  return g_string_free (out, FALSE);
}

static char *
describe_datum (TerFigure *figure, const TerDatum *datum)
{
  double from, to;
  TerMark mark = ter_figure_get_mark (figure);
  GString *out = g_string_new (ter_figure_get_facet (figure, datum->facet));

  ter_figure_get_domain (figure, &from, &to);
  if (mark != TER_MARK_RECT && ter_figure_get_series (figure, datum->series)[0] != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ter_figure_get_series (figure, datum->series));
  switch ((int) mark)
    {
    case TER_MARK_BAR:
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", ter_figure_get_category (figure, datum->category));
      append_number (out, (datum->start - from) / (to - from));
      append_number (out, (datum->end - from) / (to - from));
      break;
    case TER_MARK_ARC:
      append_number (out, datum->start);
      append_number (out, datum->end);
      break;
    case TER_MARK_AREA:
      append_place (out, figure, TER_AXIS_X, datum->x);
      append_place (out, figure, TER_AXIS_Y, datum->start);
      append_place (out, figure, TER_AXIS_Y, datum->end);
      break;
    default:
      append_place (out, figure, TER_AXIS_X, datum->x);
      append_place (out, figure, TER_AXIS_Y, datum->y);
      if (mark == TER_MARK_RECT)
        append_number (out, datum->value);
      if (mark == TER_MARK_POINT && ter_figure_get_largest_size (figure) > 0)
        append_number (out, datum->size / ter_figure_get_largest_size (figure));
      break;
    }
  return g_string_free (out, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
append_colors (GPtrArray *lines, TerFigure *figure)
{
  GString *out = g_string_new ("color: ");
  double least = INFINITY, most = -INFINITY;

  if (ter_figure_get_mark (figure) == TER_MARK_RECT)
    {
      ter_figure_get_domain (figure, &least, &most);
      g_autofree char *from = dup_number (least);
      g_autofree char *to = dup_number (most);

      g_string_append_printf (out, "%s,%s", from, to);
    }
  else if (ter_figure_has_legend (figure))
    for (guint i = 0; i < ter_figure_get_n_series (figure); i++)
      g_string_append_printf (out, "%s%s", i > 0 ? "," : "", ter_figure_get_series (figure, i));
  else
    {
      g_string_free (out, TRUE);
      return;
    }
  g_ptr_array_add (lines, g_string_free (out, FALSE));
}

static char *
describe (TerFigure *figure)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) data = g_ptr_array_new ();

  if (ter_figure_get_mark (figure) == TER_MARK_BAR)
    g_ptr_array_add (lines, g_strdup ("bars"));
  else if (ter_figure_get_mark (figure) != TER_MARK_ARC)
    {
      for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
        if (ter_figure_has_axis (figure, axis))
          append_axis (lines, figure, axis);
    }
  append_colors (lines, figure);
  for (guint i = 0; i < ter_figure_get_n_data (figure); i++)
    {
      const TerDatum *datum = ter_figure_get_datum (figure, i);

      g_ptr_array_add (data, datum->guide > 0 ? describe_guide (figure, ter_figure_get_guide (figure, datum->guide - 1))
                                              : describe_datum (figure, datum));
    }
  g_ptr_array_sort (data, compare_lines);
  for (guint i = 0; i < data->len; i++)
    g_ptr_array_add (lines, g_ptr_array_index (data, i));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static char *
dup_expected (JsonObject *one, TerMark mark)
{
  g_auto (GStrv) lines = ter_json_dup_strv (one, "expected");

  /* Of bars, test-figure.c tells the axes. */
  if (mark == TER_MARK_BAR)
    {
      g_free (lines[1]);
      lines[1] = g_strdup ("bars");
      return g_strjoinv ("\n", lines + 1);
    }
  return g_strjoinv ("\n", lines);
}

static void
test_marks_are_those_of_vega (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests/core/observatory/vega-marks.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *cases;

  g_assert_true (json_parser_load_from_file (parser, path, NULL));
  cases = json_node_get_array (json_parser_get_root (parser));
  g_assert_cmpuint (json_array_get_length (cases), >=, 71);
  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *one = json_array_get_object_element (cases, i);
      g_autoptr (TerFigure) figure = make_from_node (json_object_get_member (one, "rows"), ter_json_get_object (one, "spec"),
                                                     "{\"name\":\"d\",\"type\":\"date\"}");
      g_autofree char *got = describe (figure);
      g_autofree char *expected = dup_expected (one, ter_figure_get_mark (figure));

      g_test_message ("%s", ter_json_get_string (one, "name"));
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      g_assert_cmpstr (got, ==, expected);
    }
}

#define ROWS \
  "[{'d':'2020-01-01','s':'a','v':3,'n':-1},{'d':'2021-01-01','s':'a','v':5,'n':0},{'d':'2020-01-01','s':'b','v':4,'n':2},{'d':'2021-01-01','s':'b','v':null,'n':4}]"
#define FIELDS "{'name':'d','type':'date'},{'name':'s'},{'name':'v','type':'number'},{'name':'n','type':'number'}"
#define Y "'y':{'field':'v','type':'quantitative'}"
#define X "'x':{'field':'d','type':'temporal'}"
#define V_ON_X "'x':{'field':'v','type':'quantitative'}"
#define BARS "{'mark':'bar','encoding':{'x':{'field':'s'}," Y "}}"
#define MEAN "{'mark':'rule','encoding':{'y':{'aggregate':'mean','field':'v','type':'quantitative'}}}"

static void
test_what_is_not_drawn_is_a_table_with_its_reason (void)
{
  static const struct
  {
    const char *spec, *problem;
  } cases[] = {
    { "{'mark':'line','encoding':{" X "}}", "a mark without the channel “y”" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'s'}}}", "a line without an axis of numbers" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'s','type':'quantitative'}}}",
      "an axis of numbers without a column of numbers" },
    { "{'mark':'line','encoding':{'x':{'field':'s','type':'temporal'}," Y "}}", "an axis of time without a column of dates" },
    { "{'mark':'line','encoding':{'x':{'field':'d','type':'temporal','timeUnit':'quarter'}," Y "}}", "“encoding.x.timeUnit”" },
    { "{'mark':'line','encoding':{'x':{'field':'n','type':'quantitative','bin':true}," Y "}}", "“encoding.x.bin”" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','bin':true},'y':{'aggregate':'count'}}}",
      "an axis of numbers without a column of numbers" },
    { "{'mark':'bar','encoding':{'x':{'field':'v','bin':{'step':0.0001}},'y':{'aggregate':'count'}}}", "“bin”" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','timeUnit':'year'},'y':{'aggregate':'count'}}}",
      "an axis of time without a column of dates" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','sort':{'field':'w'}}," Y "}}", "the column “w”, which the table does not have" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','sort':{'op':'variance','field':'v'}}," Y "}}", "“sort”" },
    { "{'mark':'bar','encoding':{'x':{'field':'s'}," Y ",'order':[{'field':'v'}]}}", "“encoding.order”" },
    { "{'mark':'point','encoding':{" X ",'y':{'field':'v','type':'quantitative','axis':{'format':'.3e'}}}}", "the format “.3e”" },
    { "{'mark':'point','encoding':{" X ",'y':{'field':'v','type':'quantitative','axis':{'labelExpr':'datum.index'}}}}",
      "the expression “datum.index”" },
    { "{'mark':'point','encoding':{" X ",'y':{'field':'v','type':'quantitative','axis':{'values':['a']}}}}", "“axis.values”" },
    { "{'mark':'bar','encoding':{'x':{'field':'s','axis':{'values':['a']}}," Y "}}", "“values” on an axis of names" },
    { "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative','scale':{'range':[0,9]}},'color':{'field':'s'}}}",
      "“encoding.theta.scale.range”" },
    { "{'transform':[{'filter':'datum.zz > 1'}],'mark':'line','encoding':{" X "," Y "}}",
      "the column “zz”, which the table does not have" },
    { "{'mark':'bar','encoding':{'x':{'field':'s'},'y':{'field':'v','type':'quantitative','impute':{'value':0}}}}",
      "“encoding.y.impute”" },
    { "{'mark':{'type':'line','interpolate':'monotone'},'encoding':{" X "," Y "}}", "“monotone”" },
    { "{'mark':'line','encoding':{" X "," Y ",'color':{'field':'n','type':'quantitative'}}}", "a colour of numbers" },
    { "{'mark':'line','encoding':{" X "," Y ",'order':{'field':'n'}}}", "the channel “order”" },
    { "{'mark':'line','encoding':{" X "," Y ",'size':{'field':'n','type':'quantitative'}}}", "the channel “size”" },
    { "{'mark':'line','encoding':{" X "," Y ",'strokeDash':{'field':'s'}}}", "“encoding.strokeDash.field”" },
    { "{'mark':'line','encoding':{" X "," Y ",'color':{'field':'s'},'detail':{'field':'d'}}}", "the channel “detail”" },
    { "{'mark':'line','encoding':{" X "," Y ",'row':{'field':'n','type':'quantitative'}}}", "panels of numbers" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'n','type':'quantitative','scale':{'type':'log'}}}}",
      "a logarithmic axis for what is not above zero" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'v','type':'quantitative','scale':{'type':'symlog'}}}}",
      "the scale “symlog”" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'v','type':'quantitative','scale':{'reverse':true}}}}",
      "“encoding.y.scale.reverse”" },
    { "{'mark':'line','encoding':{" X ",'y':{'field':'v','type':'quantitative','scale':{'domain':['a',3]}}}}", "“domain”" },
    { "{'mark':'area','encoding':{" X ",'y':{'field':'v','type':'quantitative','scale':{'type':'log'}}}}", "the scale “log”" },
    { "{'mark':'area','encoding':{" X ",'y':{'field':'v','type':'quantitative','stack':'center'}}}", "“center”" },
    { "{'mark':'point','encoding':{" X "," Y ",'size':{'field':'s'}}}", "the channel “size”" },
    { "{'mark':'point','encoding':{" X "," Y ",'size':{'field':'s','type':'quantitative'}}}", "sizes without a column of numbers" },
    { "{'mark':'point','encoding':{" X "," Y ",'xOffset':{'field':'s'}}}", "the channel “xOffset”" },
    { "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'}}}", "a mark without the channel “color”" },
    { "{'mark':'arc','encoding':{'theta':{'field':'n','type':'quantitative'},'color':{'field':'s'}}}", "parts below zero" },
    { "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative','stack':null},'color':{'field':'s'}}}", "“stack”" },
    { "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'},'x':{'field':'s'}}}",
      "the channel “x”" },
    { "{'transform':[{'filter':{'field':'n','equal':4}}],'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}",
      "parts without a whole" },
    { "{'mark':'rect','encoding':{'x':{'field':'n','type':'quantitative'},'y':{'field':'s'},'color':{'field':'v','type':'quantitative'}}}",
      "rectangles between axes of numbers" },
    { "{'mark':'rect','encoding':{'x':{'field':'n'},'y':{'field':'s'},'color':{'field':'v'}}}",
      "rectangles without a number for each" },
    { "{'mark':'rect','encoding':{'x':{'field':'n'},'y':{'field':'d','type':'temporal'},'color':{'field':'v','type':'quantitative'}}}",
      "an axis of time" },
    { "{'mark':'tick','encoding':{'x':{'field':'s'},'y':{'field':'d'}}}", "an axis of numbers without a column of numbers" },
    { "{'mark':'rule','encoding':{'color':{'field':'s'}}}", "a mark without the channel “y”" },
    { "{'mark':'rule','encoding':{" X "," Y "}}", "a line or a band with a place on both axes" },
    { "{'mark':'rule','encoding':{'y':{'field':'s','type':'nominal'}}}", "a line or a band across an axis of names" },
    { "{'mark':'rule','encoding':{'y':{'datum':'high','type':'quantitative'}}}", "“datum”" },
    { "{'mark':'rect','encoding':{'y2':{'datum':3}}}", "a mark without the channel “y”" },
    { "{'layer':[]}", "“layer”" },
    { "{'layer':[" BARS "," MEAN "," MEAN "," MEAN "," MEAN "]}", "5 layers" },
    { "{'layer':[" MEAN "]}", "layers of lines and bands alone" },
    { "{'layer':[" BARS ",{'mark':'line','encoding':{" X "," Y "}}]}", "the mark “line” as a layer over another" },
    { "{'layer':[" BARS
      ",{'mark':'rect','encoding':{'x':{'field':'s'},'y':{'field':'d'},'color':{'field':'v','type':'quantitative'}}}]}",
      "the mark “rect” as a layer over another" },
    { "{'layer':[" BARS ",{'mark':'boxplot'}]}", "the mark “boxplot”" },
    { "{'layer':[" BARS ",{'layer':[" MEAN "]}]}", "“layer” in a layer" },
    { "{'data':{'name':'t'},'layer':[" BARS ",{'data':{'name':'u'},'mark':'rule','encoding':{" Y "}}]}",
      "a layer of another table" },
    { "{'encoding':{'row':{'field':'d'}},'layer':[" BARS "," MEAN "]}", "layers in panels" },
    { "{'layer':[" BARS ",{'mark':'rule','encoding':{'x':{'datum':3}}}]}", "a line or a band across an axis of names" },
    { "{'transform':[{'filter':{'field':'s','equal':'a'}},{'aggregate':[{'op':'variance','field':'v','as':'w'}]}],'mark':'text','encoding':{'text':{'field':'w'}}}",
      "the computation “variance”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = make (ROWS, FIELDS, cases[i].spec);

      g_test_message ("%s", cases[i].spec);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
      g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_TABLE);
      g_assert_cmpuint (ter_figure_get_n_data (figure), ==, 0);
      g_assert_cmpuint (ter_figure_get_n_columns (figure), ==, 4);
    }
}

static void
test_two_numbers_in_one_place_are_a_table (void)
{
  g_autoptr (TerFigure) figure =
    make ("[{'a':'p','b':'q','v':1},{'a':'p','b':'q','v':2}]", "{'name':'a'}",
          "{'mark':'rect','encoding':{'x':{'field':'a'},'y':{'field':'b'},'color':{'field':'v','type':'quantitative'}}}");

  g_assert_cmpstr (ter_figure_get_problem (figure), ==, "several numbers in one place");
}

/* ---- Years and dates ---- */

#define YEARS "[{'nom':'A','an':'1998'},{'nom':'B','an':'2004'},{'nom':'C','an':'2020'}]"
#define YEAR_FIELDS "{'name':'nom'},{'name':'an','type':'year'}"
#define DAYS "[{'nom':'A','an':'1998-03-02'},{'nom':'B','an':'2004-05-01'},{'nom':'C','an':'2020-07-09'}]"
#define DAY_FIELDS "{'name':'nom'},{'name':'an','type':'date'}"
#define OF_YEARS(op) "{'aggregate':'" op "','field':'an','type':'quantitative'}"
#define BARS_OF(op) "{'mark':'bar','encoding':{'y':{'field':'nom'},'x':" OF_YEARS (op) "}}"

/* A year is the number that the author wrote, never the code that it is kept by; what dates cannot make is told. */
static void
test_years_are_the_numbers_that_were_written (void)
{
  static const struct
  {
    const char *rows, *fields, *spec, *summary, *problem;
  } cases[] = {
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("max") "}}", "2020", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("min") "}}", "1998", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("mean") "}}", "2007.333", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("median") "}}", "2004", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("distinct") "}}", "3", NULL },
    { YEARS, YEAR_FIELDS, BARS_OF ("median"), "3 bars; highest: C, 2020; lowest: A, 1998.", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'bar','encoding':{'y':{'field':'nom'},'x':{'field':'an','type':'quantitative'}}}",
      "3 bars; highest: C, 2020; lowest: A, 1998.", NULL },
    { YEARS, YEAR_FIELDS,
      "{'mark':'rect','encoding':{'x':{'field':'nom'},'y':{'field':'nom'},'color':{'field':'an','type':'quantitative'}}}",
      "3 cells; highest: C, 2020; lowest: A, 1998.", NULL },
    { YEARS, YEAR_FIELDS,
      "{'mark':'line','encoding':{'x':{'field':'nom'},'y':{'field':'an','type':'quantitative','scale':{'zero':false}}}}",
      "3 points; from 1998 (A) to 2020 (C); highest: C, 2020; lowest: A, 1998.", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'rule','encoding':{'y':" OF_YEARS ("mean") "}}", "Mean: 2007.333.", NULL },
    { YEARS, YEAR_FIELDS, "{'mark':'arc','encoding':{'theta':{'field':'an','type':'quantitative'},'color':{'field':'nom'}}}", NULL,
      "a sum of the dates of “an”" },
    { YEARS, YEAR_FIELDS, BARS_OF ("sum"), NULL, "a sum of the dates of “an”" },
    { YEARS, YEAR_FIELDS,
      "{'transform':[{'aggregate':[{'op':'sum','field':'an','as':'s'}]}],'mark':'text','encoding':{'text':{'field':'s'}}}", NULL,
      "a sum of the dates of “an”" },
    { YEARS, YEAR_FIELDS, "{'mark':'text','encoding':{'text':{'aggregate':'max','field':'nom'}}}", NULL,
      "a computation with the texts of “nom”" },
    { YEARS, YEAR_FIELDS, "{'mark':'bar','encoding':{'y':{'field':'an'},'x':{'field':'nom','type':'quantitative'}}}", NULL,
      "bars without an axis of numbers" },
    { DAYS, DAY_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("max") "}}", "9 July 2020", NULL },
    { DAYS, DAY_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("mean") "}}", NULL, "a mean of the dates of “an”" },
    { DAYS, DAY_FIELDS, "{'mark':'text','encoding':{'text':" OF_YEARS ("median") "}}", NULL, "a mean of the dates of “an”" },
    { DAYS, DAY_FIELDS, BARS_OF ("max"), NULL, "bars without an axis of numbers" },
    { DAYS, DAY_FIELDS, "{'mark':'rule','encoding':{'y':{'field':'an','type':'quantitative'}}}", NULL,
      "an axis of numbers without a column of numbers" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = make (cases[i].rows, cases[i].fields, cases[i].spec);
      g_autofree char *summary = ter_figure_summary_dup (figure);

      g_test_message ("%s", cases[i].spec);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
      if (cases[i].problem == NULL)
        g_assert_cmpstr (summary, ==, cases[i].summary);
    }
}

/* What is small is not nothing. */
static void
test_small_numbers_are_not_nothing (void)
{
  static const char *const rows = "[{'nom':'A','v':0.0004},{'nom':'B','v':0.00125},{'nom':'C','v':0}]";
  static const char *const fields = "{'name':'nom'},{'name':'v','type':'number'}";
  static const char *const whole = "[{'nom':'A','v':1},{'nom':'B','v':2499},{'nom':'C','v':7500}]";
  g_autoptr (TerFigure) bars = make (rows, fields, "{'mark':'bar','encoding':{'y':{'field':'nom'}," V_ON_X "}}");
  g_autoptr (TerFigure) number =
    make (rows, fields, "{'transform':[{'filter':{'field':'nom','equal':'A'}}],'mark':'text','encoding':{'text':{'field':'v'}}}");
  g_autoptr (TerFigure) sum = make ("[{'nom':'A','v':0.1},{'nom':'A','v':0.2},{'nom':'A','v':-0.3}]", fields,
                                    "{'mark':'text','encoding':{'text':{'aggregate':'sum','field':'v'}}}");
  g_autoptr (TerFigure) parts =
    make (whole, fields, "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'nom'}}}");
  g_autofree char *summary = ter_figure_summary_dup (bars);
  g_autofree char *cell = ter_figure_dup_cell_text (bars, 0, 1);
  g_autofree char *key = ter_figure_dup_text (number);
  g_autofree char *zero = ter_figure_dup_text (sum);
  g_autofree char *part = ter_figure_dup_datum_text (parts, 0);

  g_assert_cmpstr (summary, ==, "3 bars; highest: B, 0.00125; lowest: C, 0.");
  g_assert_cmpstr (cell, ==, "0.0004");
  g_assert_cmpstr (key, ==, "0.0004");
  g_assert_cmpstr (zero, ==, "0");
  g_assert_cmpstr (part, ==, "A: 1, 0.01% of the whole");
}

/* Each mark with rows that nobody expects: nothing breaks, and what cannot be drawn is a table. */
static void
test_odd_rows_break_nothing (void)
{
  static const char *const specs[] = {
    "{'mark':'line','encoding':{" X "," Y ",'color':{'field':'s'}}}",
    "{'mark':'line','encoding':{'x':{'field':'n','type':'quantitative','scale':{'type':'log'}},'y':{'field':'v','type':'quantitative','scale':{'zero':false}}}}",
    "{'mark':'area','encoding':{" X "," Y ",'color':{'field':'s'}}}",
    "{'mark':'area','encoding':{" X ",'y':{'field':'v','type':'quantitative','stack':'normalize'},'color':{'field':'s'}}}",
    "{'mark':'point','encoding':{'x':{'field':'n','type':'quantitative','scale':{'zero':false}}," Y
    ",'size':{'field':'v','type':'quantitative'}}}",
    "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}",
    "{'mark':'rect','encoding':{'x':{'field':'s'},'y':{'field':'d'},'color':{'field':'v','type':'quantitative'}}}",
    "{'mark':'line','encoding':{" X "," Y ",'row':{'field':'s'},'column':{'field':'n','type':'ordinal'}}}",
    "{'mark':'bar','encoding':{'x':{'field':'s'}," Y ",'row':{'field':'d'}}}",
    "{'mark':'tick','encoding':{'x':{'field':'n','type':'quantitative'}," Y ",'color':{'field':'s'}}}",
    "{'mark':'rule','encoding':{" Y ",'color':{'field':'s'}}}",
    "{'layer':[" BARS "," MEAN "]}",
    "{'layer':[{'mark':'rect','encoding':{" Y
    ",'y2':{'field':'n'}}},{'mark':'point','encoding':{'x':{'field':'n','type':'quantitative'}," Y "}}]}",
  };
  static const char *const rows[] = {
    "[]",
    "[{'d':'2020-01-01','s':'a','v':3,'n':1}]",
    "[{'d':null,'s':null,'v':null,'n':null}]",
    "[{'d':'0001-01-01','s':'a','v':1e308,'n':-1e308},{'d':'9999-12-31','s':'b','v':-1e308,'n':1e308},{'d':'9999-12-31','s':'c','v':1e308,'n':5e-324}]",
    "[{'d':'2020-01-01','s':'a','v':1e17,'n':1e17},{'d':'2020-01-02','s':'b','v':100000000000000016,'n':100000000000000016}]",
    "[{'d':'2020-01-01','s':'a','v':5e-324,'n':5e-324},{'d':'2020-01-02','s':'b','v':1e-323,'n':1e-323}]",
    "[{'d':'2020-01-01','s':'a','v':0,'n':0},{'d':'2020-01-01','s':'a','v':0,'n':0}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rows); j++)
      {
        g_autoptr (TerFigure) figure = make (rows[j], FIELDS, specs[i]);
        g_autoptr (GBytes) csv = ter_figure_export_csv (figure, TER_CSV_STANDARD, NULL);

        for (TerAxis axis = 0; axis < TER_N_AXES; axis++)
          {
            TerScale scale = ter_figure_get_scale (figure, axis);
            g_autoptr (GArray) ticks = ter_scale_ticks (&scale, 10);

            g_assert_cmpuint (ticks->len, <=, 1001);
          }
        for (guint k = 0; k < ter_figure_get_n_data (figure); k++)
          {
            g_autofree char *text = ter_figure_dup_datum_text (figure, k);
            g_autofree char *tooltip = ter_figure_dup_datum_tooltip (figure, k);

            g_assert_nonnull (text);
            g_assert_null (tooltip);
          }
      }
}

static void
test_too_many_are_a_table (void)
{
  static const struct
  {
    const char *spec, *problem;
  } cases[] = {
    { "{'mark':'line','encoding':{'x':{'field':'n','type':'quantitative'}," Y "}}", "100000 points" },
    { "{'mark':'point','encoding':{'x':{'field':'s'}," Y "}}", "100000 points" },
    { "{'mark':'area','encoding':{'x':{'field':'n','type':'quantitative'}," Y ",'color':{'field':'s'}}}", "100000 points" },
    { "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'s'}}}", "100000 parts of a whole" },
    { "{'mark':'rect','encoding':{'x':{'field':'s'},'y':{'field':'d'},'color':{'field':'v','type':'quantitative'}}}",
      "100000 cells" },
    { "{'mark':'rect','encoding':{'x':{'field':'s'},'y':{'field':'d'},'color':{'aggregate':'median','field':'v','type':'quantitative'}}}",
      "100000 cells" },
    { "{'transform':[{'filter':{'field':'v','lt':1000}}],'mark':'line','encoding':{'x':{'field':'n','type':'quantitative'}," Y
      ",'row':{'field':'s'}}}",
      "1000 panels" },
    { "{'transform':[{'filter':{'field':'v','lt':1000}}],'mark':'area','encoding':{'x':{'field':'n','type':'quantitative'}," Y
      ",'color':{'field':'s'}}}",
      "1000000 points" },
  };
  GString *csv = g_string_new ("d,s,v,n\n");
  g_autoptr (JsonNode) resource = json_from_string (
    "{\"schema\":{\"fields\":[{\"name\":\"d\"},{\"name\":\"s\"},{\"name\":\"v\",\"type\":\"number\"},{\"name\":\"n\",\"type\":\"number\"}]}}",
    NULL);
  g_autoptr (TerTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (csv, "d%u,s%u,%u,%u\n", i, i, i, i * 2);
  bytes = g_string_free_to_bytes (csv);
  table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = g_strdelimit (g_strdup (cases[i].spec), "'", '"');
      g_autoptr (JsonNode) spec = json_from_string (quoted, NULL);
      g_autoptr (TerFigure) figure = ter_figure_new (json_node_get_object (spec), table);

      g_assert_cmpstr (ter_figure_get_problem (figure), ==, cases[i].problem);
    }
}

static void
test_what_is_drawn_is_said (void)
{
  static const struct
  {
    const char *rows, *fields, *spec;
    guint datum;
    const char *text, *tooltip;
  } cases[] = {
    { ROWS, FIELDS,
      "{'mark':'line','encoding':{" X "," Y ",'color':{'field':'s'},'tooltip':[{'field':'d'},{'field':'v','title':'Value'}]}}", 0,
      "a, 1 January 2020: 3", "d: 1 January 2020\nValue: 3" },
    { ROWS, FIELDS, "{'mark':'line','encoding':{" X "," Y ",'color':{'field':'s'},'tooltip':{'field':'v'}}}", 3,
      "b, 1 January 2021: no data", "v: no data" },
    { "[{'d':'2020','s':'a','v':30},{'d':'2021','s':'b','v':10}]",
      "{'name':'d','type':'year'},{'name':'v','type':'number','unit':'kg'}",
      "{'mark':'area','encoding':{'x':{'field':'d','type':'quantitative'}," Y ",'color':{'field':'s'}}}", 1, "a, 2021: no data",
      NULL },
    { "[{'d':'2020','s':'a','v':30},{'d':'2020','s':'b','v':10}]",
      "{'name':'d','type':'year'},{'name':'v','type':'number','unit':'kg'}",
      "{'mark':'area','encoding':{" X ",'y':{'field':'v','type':'quantitative','stack':'normalize'},'color':{'field':'s'}}}", 1,
      "b, 2020: 10\302\240kg, 25% of the whole", NULL },
    { "[{'a':'Eau','v':2},{'a':'Bois','v':1}]", "{'name':'a'}",
      "{'mark':'arc','encoding':{'theta':{'field':'v','type':'quantitative'},'color':{'field':'a'}}}", 1,
      "Eau: 2, 66.7% of the whole", NULL },
    { "[{'a':'p','b':'q','v':1}]", "{'name':'a'}",
      "{'mark':'rect','encoding':{'x':{'field':'a'},'y':{'field':'b'},'color':{'field':'v','type':'quantitative'}}}", 0, "q, p: 1",
      NULL },
    { "[{'a':'Lyon','x':12,'v':1,'z':4}]", "{'name':'a'}",
      "{'mark':'point','encoding':{'x':{'field':'x','type':'quantitative','title':'Length'}," Y
      ",'size':{'field':'z','type':'quantitative'},'tooltip':{'field':'a'}}}",
      0, "Lyon: Length: 12; v: 1; z: 4", "a: Lyon" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerFigure) figure = make (cases[i].rows, cases[i].fields, cases[i].spec);
      g_autofree char *text = NULL;
      g_autofree char *tooltip = NULL;

      g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
      text = ter_figure_dup_datum_text (figure, cases[i].datum);
      tooltip = ter_figure_dup_datum_tooltip (figure, cases[i].datum);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (tooltip, ==, cases[i].tooltip);
    }
}

/* A line and a band are told, walked to and written out like the rest. */
static void
test_layers_are_told (void)
{
  static const char *const rows = "[{'s':'a','v':3},{'s':'b','v':5},{'s':'c','v':8.5}]";
  static const char *const band = "{'mark':'rect','encoding':{'y':{'datum':2},'y2':{'datum':4,'title':'Usual'}}}";
  g_autofree char *spec = g_strdup_printf ("{'layer':[%s," BARS "," MEAN "]}", band);
  g_autoptr (TerFigure) figure = make (rows, "{'name':'s'},{'name':'v','type':'number','unit':'kg'}", spec);
  g_autofree char *summary = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GBytes) csv = NULL;

  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_BAR);
  g_assert_cmpuint (ter_figure_get_n_marks (figure), ==, 3);
  g_assert_cmpuint (ter_figure_get_n_guides (figure), ==, 2);
  g_assert_true (ter_figure_get_guide (figure, 0)->under);
  g_assert_false (ter_figure_get_guide (figure, 1)->under);
  summary = ter_figure_summary_dup (figure);
  g_assert_cmpstr (
    summary, ==,
    "3 bars; highest: c, 8.5\302\240kg; lowest: a, 3\302\240kg; Usual: from 2\302\240kg to 4\302\240kg; Mean: 5.5\302\240kg.");
  first = ter_figure_dup_datum_text (figure, 3);
  second = ter_figure_dup_datum_text (figure, 4);
  g_assert_cmpstr (first, ==, "Usual: from 2\302\240kg to 4\302\240kg");
  g_assert_cmpstr (second, ==, "Mean: 5.5\302\240kg");
  g_assert_cmpuint (ter_figure_get_n_rows (figure), ==, 6);
  csv = ter_figure_export_csv (figure, TER_CSV_STANDARD, NULL);
  g_assert_cmpstr (g_bytes_get_data (csv, NULL), ==, "s,v (kg)\r\na,3\r\nb,5\r\nc,8.5\r\nUsual,2\r\nUsual,4\r\nMean,5.5\r\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-marks/vega", test_marks_are_those_of_vega);
  g_test_add_func ("/figure-marks/reasons", test_what_is_not_drawn_is_a_table_with_its_reason);
  g_test_add_func ("/figure-marks/places", test_two_numbers_in_one_place_are_a_table);
  g_test_add_func ("/figure-marks/years", test_years_are_the_numbers_that_were_written);
  g_test_add_func ("/figure-marks/small", test_small_numbers_are_not_nothing);
  g_test_add_func ("/figure-marks/odd", test_odd_rows_break_nothing);
  g_test_add_func ("/figure-marks/many", test_too_many_are_a_table);
  g_test_add_func ("/figure-marks/words", test_what_is_drawn_is_said);
  g_test_add_func ("/figure-marks/layers", test_layers_are_told);
  return g_test_run ();
}
