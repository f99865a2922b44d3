/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-figure-classes.h"
#include "ter-figure-params.h"
#include "ter-figure-summary.h"
#include "ter-figure.h"
#include "ter-json.h"

/* Quotes are single for legibility. */
static JsonNode *
parse (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  JsonNode *node = json_from_string (quoted, NULL);

  g_assert_nonnull (node);
  return node;
}

static TerTable *
make_table (void)
{
  g_autoptr (JsonNode) resource = parse (
    "{'mediatype':'text/csv','schema':{'fields':["
    "{'name':'year','type':'year','title':'Year'},{'name':'code','type':'string'},{'name':'name','type':'string','title':'Name'},{'name':'name@fr','type':'string'},"
    "{'name':'n','type':'number','unit':'%'}]}}");
  const char *rows =
    "year,code,name,name@fr,n\n2015,01,one,un,10\n2015,02,two,deux,20\n2019,01,one,un,15\n2019,03,three,trois,90\n2024,02,two,deux,30\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (rows, strlen (rows));
  g_autoptr (GError) error = NULL;
  TerTable *table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "fr", &error);

  g_assert_no_error (error);
  return table;
}

#define RANGE \
  "'params':[{'name':'year','value':2019,'bind':{'input':'range','min':2015,'max':2024,'step':1}}]," \
  "'transform':[{'filter':{'field':'year','equal':{'expr':' year '}}}]"
#define BARS "'mark':'bar','encoding':{'y':{'field':'name','type':'nominal'},'x':{'field':'n','type':'quantitative'}}"

static TerFigureParams *
make (JsonNode *spec)
{
  g_autofree char *problem = NULL;
  TerFigureParams *params = ter_figure_params_new (json_node_get_object (spec), &problem);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_nonnull (params);
  return params;
}

static TerFigure *
choose (TerFigureParams *params, JsonNode *spec, guint choice)
{
  g_autoptr (JsonObject) applied = ter_figure_params_apply (params, json_node_get_object (spec), choice, NULL, NULL);
  g_autoptr (TerTable) table = make_table ();
  TerFigure *figure = ter_figure_new (applied, table);

  g_assert_false (json_object_has_member (applied, "params"));
  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  return figure;
}

static void
test_a_range (void)
{
  g_autoptr (JsonNode) spec = parse ("{" RANGE "," BARS "}");
  g_autoptr (TerFigureParams) params = make (spec);
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (TerFigure) first = choose (params, spec, 0), fifth = choose (params, spec, 4), none = choose (params, spec, 1);
  g_autofree char *title = ter_figure_params_dup_title (params, table);
  g_autofree char *label = ter_figure_params_dup_label (params, 9, table);

  g_assert_cmpuint (ter_figure_params_get_n_choices (params), ==, 10);
  g_assert_cmpuint (ter_figure_params_get_initial (params), ==, 4);
  g_assert_true (ter_figure_params_is_range (params));
  g_assert_cmpfloat (ter_figure_params_get_number (params, 9), ==, 2024);
  g_assert_cmpstr (title, ==, "Year");
  g_assert_cmpstr (label, ==, "2024");                                /* in no groups of three, whatever the locale */
  g_assert_cmpfloat (ter_figure_get_datum (first, 1)->value, ==, 10); /* “deux” before “un” */
  g_assert_cmpstr (ter_figure_get_category (fifth, 1), ==, "un");
  g_assert_cmpfloat (ter_figure_get_datum (fifth, 0)->value, ==, 90);
  g_assert_cmpuint (ter_figure_get_n_data (none), ==, 0);
}

static void
test_a_list (void)
{
  g_autoptr (JsonNode) spec = parse ("{'params':[{'name':'who','bind':{'input':'select','options':['one','two','elsewhere']}}],"
                                     "'transform':[{'filter':{'field':'name','equal':{'expr':'who'}}}]," BARS "}");
  g_autoptr (JsonNode) labelled =
    parse ("{'params':[{'name':'who','value':'two','bind':{'input':'radio','options':['one','two'],'labels':['First','Second']}}],"
           "'transform':[{'filter':{'field':'name','equal':{'expr':'who'}}}]," BARS "}");
  g_autoptr (TerFigureParams) params = make (spec), others = make (labelled);
  g_autoptr (TerTable) table = make_table ();
  g_autofree char *translated = ter_figure_params_dup_label (params, 1, table);
  g_autofree char *as_written = ter_figure_params_dup_label (params, 2, table);
  g_autofree char *given = ter_figure_params_dup_label (others, 1, table);

  g_assert_cmpuint (ter_figure_params_get_n_choices (params), ==, 3);
  g_assert_cmpuint (ter_figure_params_get_initial (params), ==, 0);
  g_assert_cmpuint (ter_figure_params_get_initial (others), ==, 1);
  g_assert_false (ter_figure_params_is_range (params));
  g_assert_true (isnan (ter_figure_params_get_number (params, 0)));
  g_assert_cmpstr (translated, ==, "deux");
  g_assert_cmpstr (as_written, ==, "elsewhere");
  g_assert_cmpstr (given, ==, "Second");
}

static const char *
code_cb (const char *level, gpointer code)
{
  return strcmp (level, "departement") == 0 ? code : NULL;
}

#define TERRITORY(others, levels) \
  "{'params':[{'name':'dep','value':'01'}" others "],'usermeta':{'territoires':{'params':{'dep':'departement'" levels "}}}," \
  "'transform':[{'filter':{'field':'code','equal':{'expr':'dep'}}},{'filter':{'field':'year','equal':2015}}]," BARS "}"

static void
test_a_territory (void)
{
  g_autoptr (JsonNode) spec = parse (TERRITORY ("", ""));
  g_autoptr (JsonNode) of_two = parse (TERRITORY (",{'name':'reg','value':'84'}", ",'reg':'region'"));
  g_autoptr (TerFigureParams) params = make (spec), two = make (of_two);
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (JsonObject) mine = ter_figure_params_apply (params, json_node_get_object (spec), 0, code_cb, (gpointer) "02");
  g_autoptr (JsonObject) example = ter_figure_params_apply (two, json_node_get_object (of_two), 0, code_cb, (gpointer) "02");
  g_autoptr (TerFigure) own = ter_figure_new (mine, table), other = ter_figure_new (example, table);

  g_assert_cmpuint (ter_figure_params_get_n_choices (params), ==, 0);
  g_assert_cmpstr (ter_figure_params_get_level (params), ==, "departement");
  g_assert_cmpstr (ter_figure_params_get_example (params), ==, "01");
  g_assert_true (ter_figure_params_has_territory (params, code_cb, (gpointer) "02"));
  g_assert_false (ter_figure_params_has_territory (params, code_cb, NULL));
  g_assert_cmpfloat (ter_figure_get_datum (own, 0)->value, ==, 20);
  /* Half of the reader's territory is unknown: all of the example, not a mixture. */
  g_assert_false (ter_figure_params_has_territory (two, code_cb, (gpointer) "02"));
  g_assert_cmpfloat (ter_figure_get_datum (other, 0)->value, ==, 10);
}

static void
test_what_is_not_done (void)
{
  static const char *const specs[] = {
    "{'params':[{'name':'a','select':'point'}]}",
    "{'params':[{'name':'a','expr':'1 + 1'}]}",
    "{'params':[{'name':'a'}]}",
    "{'params':['a']}",
    "{'params':[{'name':'a','value':'1'}],'usermeta':{'territoires':{'params':{'a':'canton'}}}}",
    "{'params':[{'value':1}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'text'}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'range','min':0}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'range','min':0,'max':1,'step':0}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'range','min':5,'max':1}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'range','min':0,'max':1e300}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'range','min':1,'max':101}}]}", /* 101 values */
    "{'params':[{'name':'a','value':1,'bind':{'input':'select','options':[]}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'select','options':[[1]]}}]}",
    "{'params':[{'name':'a','value':1,'bind':{'input':'select','options':[1,2],'labels':['one']}}]}",
    "{'params':[{'name':'a','bind':{'input':'select','options':[1]}},{'name':'b','bind':{'input':'select','options':[1]}}]}",
    "{'params':[{'name':'a','value':1}],'transform':[{'filter':{'field':'n','equal':{'expr':'a + 1'}}}]}",
    "{'params':[{'name':'a','value':1}],'transform':[{'filter':{'field':'n','equal':{'expr':'b'}}}]}",
    "{'params':[{'name':'a','value':1}],'transform':[{'filter':{'field':'n','equal':{'expr':7}}}]}",
  };
  g_autoptr (JsonNode) most = parse ("{'params':[{'name':'a','value':1,'bind':{'input':'range','min':1,'max':100}}]}");
  g_autoptr (TerFigureParams) hundred = make (most);
  g_autoptr (TerTable) table = make_table ();

  g_assert_cmpuint (ter_figure_params_get_n_choices (hundred), ==, TER_FIGURE_MOST_CHOICES);
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr (JsonNode) spec = parse (specs[i]);
      g_autofree char *problem = NULL;
      g_autoptr (TerFigureParams) params = ter_figure_params_new (json_node_get_object (spec), &problem);
      g_autoptr (TerFigure) figure = ter_figure_new (json_node_get_object (spec), table);

      g_test_message ("%s: %s", specs[i], problem);
      g_assert_null (params);
      g_assert_nonnull (problem);
      /* Nothing is lost: the figure is its table, and says why. */
      g_assert_cmpint (ter_figure_get_mark (figure), ==, TER_MARK_TABLE);
      g_assert_cmpstr (ter_figure_get_problem (figure), ==, problem);
      g_assert_cmpuint (ter_figure_get_n_rows (figure), ==, 5);
    }
}

static GPtrArray *
make_all (TerFigureParams *params, JsonNode *spec)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < ter_figure_params_get_n_choices (params); i++)
    g_ptr_array_add (figures, choose (params, spec, i));
  ter_figure_share_scales (figures);
  return figures;
}

static void
test_the_same_scales (void)
{
  g_autoptr (JsonNode) bars = parse (
    "{" RANGE
    ",'mark':'bar','encoding':{'y':{'field':'code','type':'nominal'},'x':{'field':'n','type':'quantitative'},'color':{'field':'name'}}}");
  g_autoptr (JsonNode) points = parse (
    "{" RANGE
    ",'mark':'point','encoding':{'x':{'field':'n','type':'quantitative'},'y':{'field':'n','type':'quantitative'},'color':{'field':'name'}}}");
  g_autoptr (TerFigureParams) params = make (bars), of_points = make (points);
  g_autoptr (GPtrArray) figures = make_all (params, bars), plots = make_all (of_points, points);

  for (guint i = 0; i < figures->len; i++)
    {
      TerFigure *figure = figures->pdata[i], *plot = plots->pdata[i];
      double from, to;

      ter_figure_get_domain (figure, &from, &to);
      g_assert_cmpfloat (from, ==, 0);
      g_assert_cmpfloat (to, ==, 90);
      g_assert_cmpfloat (ter_figure_get_scale (plot, TER_AXIS_X).domain[1], ==, 90);
      for (guint j = 0; j < ter_figure_get_n_data (figure); j++)
        {
          g_autofree char *name = ter_figure_dup_datum_name (figure, j);

          /* A name has one colour, whoever else is there. */
          g_assert_cmpuint (ter_figure_get_datum (figure, j)->series, ==,
                            strstr (name, "deux") != NULL ? 0
                            : strstr (name, "un") != NULL ? 1
                                                          : 2);
        }
    }
  g_assert_cmpuint (ter_figure_get_n_series (figures->pdata[0]), ==, 3);
}

static void
test_the_same_classes (void)
{
  g_autoptr (JsonNode) spec = parse (
    "{" RANGE
    ",'mark':'geoshape','encoding':{'color':{'field':'n','type':'quantitative'},'tooltip':[{'field':'name'},{'field':'n'}]}}");
  JsonArray *steps = json_object_get_array_member (json_node_get_object (spec), "transform");
  g_autoptr (JsonNode) lookup = parse ("{'lookup':'code','from':{'data':{'name':'outline'},'key':'properties.code'},'as':'g'}");
  g_autoptr (TerFigureParams) params = NULL;
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (JsonObject) whole = NULL;
  g_autoptr (TerFigure) together = NULL;
  g_autoptr (TerTable) table = make_table ();
  TerMapScale first, last;

  json_array_add_element (steps, json_node_copy (lookup));
  params = make (spec);
  figures = make_all (params, spec);
  ter_figure_classes_get_scale (figures->pdata[0], (double[]) { 10, 20 }, 2, &first);
  ter_figure_classes_get_scale (figures->pdata[9], (double[]) { 30 }, 1, &last);
  g_assert_cmpuint (first.classes.n_classes, ==, 5);
  g_assert_cmpmem (&first.classes, sizeof first.classes, &last.classes, sizeof last.classes);
  g_assert_cmpint (ter_classes_find (&first.classes, 10), ==, 0);
  g_assert_cmpint (ter_classes_find (&first.classes, 90), ==, 4);

  /* Side by side they are several maps, and one table with the year in it. */
  whole = ter_figure_params_dup_whole (params, json_node_get_object (spec), NULL, NULL);
  together = ter_figure_new (whole, table);
  g_assert_cmpstr (ter_figure_get_problem (together), ==, NULL);
  g_assert_cmpstr (ter_figure_get_column_title (together, 0), ==, "Year");
  g_assert_cmpuint (ter_figure_get_n_rows (together), ==, 5);
}

static void
test_side_by_side (void)
{
  static const char *const alone[] = {
    "{" RANGE ",'mark':'arc','encoding':{'theta':{'field':'n','type':'quantitative'},'color':{'field':'name'}}}",
    "{'params':[{'name':'year','value':2019,'bind':{'input':'range','min':2015,'max':2019}}],'transform':[{'filter':{'field':'year','lte':{'expr':'year'}}}]," BARS
    "}",
    "{'params':[{'name':'year','value':2019,'bind':{'input':'range','min':2015,'max':2019}}],"
    "'transform':[{'filter':{'field':'year','equal':{'expr':'year'}}},{'aggregate':[{'op':'sum','field':'n','as':'n'}],'groupby':['name']}]," BARS
    "}",
    "{" RANGE
    ",'mark':'bar','encoding':{'y':{'field':'name','type':'nominal'},'x':{'field':'n','type':'quantitative'},'row':{'field':'code'}}}",
  };
  g_autoptr (JsonNode) spec = parse ("{'params':[{'name':'year','value':2019,'bind':{'input':'select','options':[2015,2019]}}],"
                                     "'transform':[{'filter':{'field':'year','equal':{'expr':'year'}}}]," BARS "}");
  g_autoptr (TerFigureParams) params = make (spec);
  g_autoptr (JsonObject) whole = ter_figure_params_dup_whole (params, json_node_get_object (spec), NULL, NULL);
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (TerFigure) figure = ter_figure_new (whole, table);

  g_assert_cmpstr (ter_figure_get_problem (figure), ==, NULL);
  g_assert_cmpuint (ter_figure_get_n_facets (figure), ==, 2);
  g_assert_cmpstr (ter_figure_get_facet (figure, 0), ==, "2015");
  g_assert_cmpuint (ter_figure_get_n_data (figure), ==, 4);
  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autoptr (JsonNode) other = parse (alone[i]);
      g_autoptr (TerFigureParams) others = make (other);

      g_assert_null (ter_figure_params_dup_whole (others, json_node_get_object (other), NULL, NULL));
    }
}

static void
test_change (void)
{
  static const struct
  {
    const char *unit, *before, *now, *words;
  } cases[] = {
    { "%", "69", "74", "+5 points" },       { "%", "74", "73", "-1 point" }, { "%", "69", "69", "unchanged" },
    { "/10", "6.2", "7.4", "+1.2 points" }, { "", "200", "250", "+25%" },    { "inhabitants", "400", "300", "-25%" },
    { "cases", "0", "3", "+3 cases" },      { "cases", "", "3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fields = g_strdup_printf (
        "{'mediatype':'text/csv','schema':{'fields':[{'name':'k','type':'string'},{'name':'n','type':'number'%s%s%s}]}}",
        *cases[i].unit != '\0' ? ",'unit':'" : "", cases[i].unit, *cases[i].unit != '\0' ? "'" : "");
      g_autofree char *rows = g_strdup_printf ("k,n\nbefore,%s\nnow,%s\n", cases[i].before, cases[i].now);
      g_autoptr (JsonNode) resource = parse (fields);
      g_autoptr (JsonNode) spec = parse (
        "{'params':[{'name':'when','value':'now','bind':{'input':'select','options':['now','before']}}],"
        "'transform':[{'filter':{'field':'k','equal':{'expr':'when'}}}],'mark':'text','encoding':{'text':{'field':'n','type':'quantitative'}}}");
      g_autoptr (GBytes) bytes = g_bytes_new (rows, strlen (rows));
      g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
      g_autoptr (TerFigureParams) params = make (spec);
      g_autoptr (JsonObject) then = ter_figure_params_apply (params, json_node_get_object (spec), 1, NULL, NULL);
      g_autoptr (TerFigure) now = ter_figure_new (json_node_get_object (spec), table), before = ter_figure_new (then, table);
      g_autofree char *words = ter_figure_summary_dup_change (now, before);

      /* U+2212 or a hyphen: the number's own business. */
      if (words != NULL && g_str_has_prefix (words, "\u2212"))
        {
          char *hyphen = g_strconcat ("-", words + strlen ("\u2212"), NULL);

          g_free (words);
          words = hyphen;
        }
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_own_mark (void)
{
  g_autoptr (JsonNode) spec = parse ("{'transform':[{'filter':{'field':'year','equal':2019}}]," BARS "}");
  g_autoptr (JsonNode) summed = parse (
    "{'mark':'bar','encoding':{'y':{'field':'name','type':'nominal'},'x':{'aggregate':'sum','field':'n','type':'quantitative'}}}");
  g_autoptr (JsonNode) repeated = parse ("{" BARS "}");
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (TerFigure) figure = ter_figure_new (json_node_get_object (spec), table);
  g_autoptr (TerFigure) sums = ter_figure_new (json_node_get_object (summed), table),
                        all = ter_figure_new (json_node_get_object (repeated), table);
  guint datum;

  g_assert_true (ter_figure_find_datum (figure, "code", "03", &datum));
  g_assert_cmpfloat (ter_figure_get_datum (figure, datum)->value, ==, 90);
  g_assert_false (ter_figure_find_datum (figure, "code", "02", &datum));
  g_assert_false (ter_figure_find_datum (figure, "none", "03", &datum));
  g_assert_false (ter_figure_find_datum (sums, "code", "03", &datum)); /* a bar of several rows */
  g_assert_false (ter_figure_find_datum (all, "code", "01", &datum));  /* several bars of one territory */
}

int
main (int argc, char **argv)
{
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-params/range", test_a_range);
  g_test_add_func ("/figure-params/list", test_a_list);
  g_test_add_func ("/figure-params/territory", test_a_territory);
  g_test_add_func ("/figure-params/not-done", test_what_is_not_done);
  g_test_add_func ("/figure-params/scales", test_the_same_scales);
  g_test_add_func ("/figure-params/classes", test_the_same_classes);
  g_test_add_func ("/figure-params/side-by-side", test_side_by_side);
  g_test_add_func ("/figure-params/change", test_change);
  g_test_add_func ("/figure-params/own", test_own_mark);
  return g_test_run ();
}
