/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-variants.h"

#include <string.h>

#define MARK "'mark':'bar','encoding':{'y':{'field':'name','type':'nominal'},'x':{'field':'n','type':'quantitative'}}"
#define YEARS \
  "'params':[{'name':'year','value':2019,'bind':{'input':'select','options':[2015,2019]}}]," \
  "'transform':[{'filter':{'field':'year','equal':{'expr':'year'}}}]"
#define ABOUT \
  "'params':[{'name':'here','value':'01'}],'usermeta':{'territoires':{'params':{'here':'departement'}}}," \
  "'transform':[{'filter':{'field':'code','equal':{'expr':'here'}}}]"

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
  g_autoptr (JsonNode) resource =
    parse ("{'mediatype':'text/csv','schema':{'fields':[{'name':'year','type':'year','title':'Year'},"
           "{'name':'code','type':'string'},{'name':'name','type':'string'},{'name':'n','type':'number'}]}}");
  const char *rows = "year,code,name,n\n2015,01,one,10\n2015,02,two,20\n2019,01,one,15\n2019,03,three,90\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (rows, strlen (rows));

  return ter_table_new_from_bytes (bytes, json_node_get_object (resource), "en", NULL);
}

/* @user_data: (nullable): the code of the reader's département */
static const char *
code_cb (const char *level, gpointer user_data)
{
  g_assert_cmpstr (level, ==, "departement");
  return user_data;
}

static void
test_what_can_be_chosen_makes_figures (void)
{
  static const struct
  {
    const char *spec;
    const char *mine; /* nullable */
    guint n_figures;
    const char *title;     /* of the author's choice */
    const char *territory; /* nullable */
    gboolean is_mine;
    guint n_rows; /* of the first figure */
  } cases[] = {
    { "{" MARK "}", NULL, 1, "Members", NULL, FALSE, 4 },
    { "{" MARK "}", "02", 1, "Members", NULL, FALSE, 4 },
    { "{" YEARS "," MARK "}", NULL, 2, "Members – Year: 2019", NULL, FALSE, 2 },
    { "{" ABOUT "," MARK "}", NULL, 1, "Members", "departement:01", FALSE, 2 },
    { "{" ABOUT "," MARK "}", "02", 1, "Members", "departement:02", TRUE, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) spec = parse (cases[i].spec);
      g_autoptr (TerTable) table = make_table ();
      g_autoptr (TerFigureVariants) variants =
        ter_figure_variants_new (json_node_get_object (spec), table, code_cb, (gpointer) cases[i].mine);
      g_autoptr (TerFigure) alone =
        ter_figure_variants_make_initial (json_node_get_object (spec), table, code_cb, (gpointer) cases[i].mine);
      g_autofree char *title =
        ter_figure_variants_dup_title (variants, "Members", ter_figure_params_get_initial (variants->params));

      g_test_message ("case %u", i);
      g_assert_cmpuint (variants->figures->len, ==, cases[i].n_figures);
      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (variants->territory, ==, cases[i].territory);
      g_assert_cmpint (variants->mine, ==, cases[i].is_mine);
      g_assert_cmpuint (ter_figure_get_n_data (variants->figures->pdata[0]), ==, cases[i].n_rows);
      g_assert_cmpuint (ter_figure_get_n_data (ter_figure_variants_get_initial (variants)), ==, ter_figure_get_n_data (alone));
    }
}

static void
test_another_territory_makes_them_anew (void)
{
  g_autoptr (JsonNode) spec = parse ("{" ABOUT "," MARK "}");
  g_autoptr (TerTable) table = make_table ();
  g_autoptr (TerFigureVariants) variants = ter_figure_variants_new (json_node_get_object (spec), table, code_cb, NULL);
  g_autoptr (TerFigure) before = g_object_ref (ter_figure_variants_get_initial (variants));

  ter_figure_variants_update (variants, code_cb, (gpointer) "03");
  g_assert_true (ter_figure_variants_get_initial (variants) != before);
  g_assert_cmpstr (variants->territory, ==, "departement:03");
  g_assert_true (variants->mine);
  ter_figure_variants_update (variants, code_cb, NULL);
  g_assert_cmpstr (variants->territory, ==, "departement:01");
  g_assert_false (variants->mine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-variants/what-can-be-chosen-makes-figures", test_what_can_be_chosen_makes_figures);
  g_test_add_func ("/figure-variants/another-territory-makes-them-anew", test_another_territory_makes_them_anew);
  return g_test_run ();
}
