/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-layer.h"

#include "figure-maker.h"

#define X "'encoding':{'x':{'field':'v','type':'quantitative'}}"
#define BARS "{'mark':'bar'," X "}"
#define MEAN "{'mark':{'type':'rule'},'encoding':{'x':{'field':'v','type':'quantitative','aggregate':'mean'}}}"
#define SPEC(layers) "{'data':{'name':'t'},'layer':[" layers "]}"

static void
test_one_unit_stands_on_the_axes (void)
{
  static const struct
  {
    const char *spec;
    int n_units; /* -1: none */
    guint ground;
    const char *problem; /* nullable */
  } cases[] = {
    { "{'mark':'bar'}", -1, 0, NULL },
    { SPEC (BARS "," MEAN), 2, 0, NULL },
    { SPEC (MEAN "," BARS), 2, 1, NULL },
    { SPEC (MEAN "," MEAN "," BARS "," MEAN), 4, 2, NULL },
    { SPEC (BARS), 1, 0, NULL },
    { SPEC (BARS "," MEAN "," MEAN "," MEAN "," MEAN), -1, 0, "5 layers" },
    { SPEC (MEAN), -1, 0, "layers of lines and bands alone" },
    { SPEC (""), -1, 0, "“layer”" },
    { "{'layer':true}", -1, 0, "“layer”" },
    { SPEC (BARS ",1"), -1, 0, "“layer”" },
    { SPEC (BARS ",{'mark':'arc'}"), -1, 0, "the mark “arc” as a layer over another" },
    { SPEC (BARS ",{'mark':'trail'}"), -1, 0, "the mark “trail”" },
    { SPEC (BARS ",{}"), -1, 0, "the mark “?”" },
    { SPEC (BARS ",{'layer':[]}"), -1, 0, "“layer” in a layer" },
    { SPEC (BARS ",{'mark':'rule','params':[]}"), -1, 0, "“params” in a layer" },
    { SPEC (BARS ",{'mark':'rule','data':{'name':'t'}}"), 2, 0, NULL },
    { SPEC (BARS ",{'mark':'rule','data':{'name':'autre'}}"), -1, 0, "a layer of another table" },
    { SPEC (BARS ",{'mark':'rule','data':{'values':[]}}"), -1, 0, "a layer of another table" },
    { "{'encoding':{'row':{'field':'s'}},'layer':[" BARS "," MEAN "]}", -1, 0, "layers in panels" },
    { SPEC (BARS ",{'mark':'rule','encoding':{'column':{'field':'s'}}}"), -1, 0, "layers in panels" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) spec = figure_maker_parse (cases[i].spec);
      g_autofree char *problem = NULL;
      guint ground = 0;
      g_autoptr (GPtrArray) units = ter_figure_layer_split (json_node_get_object (spec), &ground, &problem);

      g_test_message ("case %u", i);
      g_assert_cmpstr (problem, ==, cases[i].problem);
      g_assert_cmpint (units != NULL ? (int) units->len : -1, ==, cases[i].n_units);
      if (units != NULL)
        g_assert_cmpuint (ground, ==, cases[i].ground);
    }
  {
    g_autofree char *problem = NULL;
    guint ground;

    g_assert_null (ter_figure_layer_split (NULL, &ground, &problem));
    g_assert_null (problem);
  }
}

/* Its own members go before those of all, its transforms come after them; the specification itself stays as it was. */
static void
test_a_unit_has_what_all_share_and_its_own (void)
{
  static const char text[] = "{'title':'Tout','data':{'name':'t'},'transform':[{'filter':'a'}],"
                             "'encoding':{'x':{'field':'v'},'color':{'field':'s'}},'layer':["
                             "{'mark':'bar','title':'Un','transform':[{'filter':'b'}],'encoding':{'x':{'field':'w'}}},"
                             "{'mark':'rule'}]}";
  static const char *const expected[] = {
    "{'title':'Un','data':{'name':'t'},'transform':[{'filter':'a'},{'filter':'b'}],"
    "'encoding':{'x':{'field':'w'},'color':{'field':'s'}},'mark':'bar'}",
    "{'title':'Tout','data':{'name':'t'},'transform':[{'filter':'a'}],'encoding':{'x':{'field':'v'},'color':{'field':'s'}},'mark':'rule'}",
  };
  g_autoptr (JsonNode) spec = figure_maker_parse (text);
  g_autoptr (JsonNode) before = figure_maker_parse (text);
  g_autofree char *problem = NULL;
  guint ground;
  g_autoptr (GPtrArray) units = ter_figure_layer_split (json_node_get_object (spec), &ground, &problem);

  g_assert_cmpstr (problem, ==, NULL);
  g_assert_cmpuint (units->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < units->len; i++)
    {
      g_autoptr (JsonNode) wanted = figure_maker_parse (expected[i]);

      g_assert_true (json_object_equal (units->pdata[i], json_node_get_object (wanted)));
    }
  g_assert_true (json_node_equal (spec, before));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figure-layer/one-unit-stands-on-the-axes", test_one_unit_stands_on_the_axes);
  g_test_add_func ("/figure-layer/a-unit-has-what-all-share-and-its-own", test_a_unit_has_what_all_share_and_its_own);
  return g_test_run ();
}
