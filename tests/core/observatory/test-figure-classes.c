/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-classes.h"

#include <json-glib/json-glib.h>
#include <math.h>

#define SPEC(scale, more) "{\"mark\":\"geoshape\",\"encoding\":{\"color\":{\"field\":\"v\",\"scale\":" scale "}}" more "}"
#define JENKS ",\"usermeta\":{\"territoires\":{\"classes\":\"jenks\"}}"

static const double values[] = { 0, 1, 2, 3, 10, 20, 40, 80, NAN, 100 };

static char *
apply (const char *text, TerMark mark, TerMapScale *scale)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_auto (TerFigureClasses) classes = { 0 };
  char *problem;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  problem = ter_figure_classes_parse (&classes, json_node_get_object (json_parser_get_root (parser)), mark);
  if (problem == NULL && scale != NULL)
    ter_figure_classes_apply (&classes, values, G_N_ELEMENTS (values), scale);
  return problem;
}

static TerMapScale
read_scale (const char *text)
{
  TerMapScale scale;
  g_autofree char *problem = apply (text, TER_MARK_MAP, &scale);

  g_assert_cmpstr (problem, ==, NULL);
  return scale;
}

static void
each_method_makes_its_classes (void)
{
  TerMapScale scale = read_scale (SPEC ("{}", ""));

  g_assert_false (scale.continuous);
  g_assert_cmpuint (scale.classes.n_classes, ==, 5);
  g_assert_false (scale.classes.from_below);

  scale = read_scale (SPEC ("{\"type\":\"quantile\"}", ""));
  g_assert_cmpuint (scale.classes.n_classes, ==, 4);
  g_assert_cmpfloat (scale.classes.bounds[2], ==, 10);
  g_assert_cmpint (ter_map_scale_find (&scale, 10), ==, 2);

  scale = read_scale (SPEC ("{\"type\":\"quantize\",\"scheme\":{\"name\":\"blues\",\"count\":5}}", ""));
  g_assert_cmpuint (scale.classes.n_classes, ==, 5);
  g_assert_cmpfloat (scale.classes.bounds[1], ==, 20);

  scale = read_scale (SPEC ("{\"type\":\"threshold\",\"domain\":[5,50],\"domainMid\":50}", ""));
  g_assert_cmpuint (scale.classes.n_classes, ==, 3);
  g_assert_true (scale.diverging);
  g_assert_cmpint (ter_map_scale_find (&scale, 50), ==, 2);

  scale = read_scale (SPEC ("{\"range\":[\"#000000\",\"#ffffff\"]}", JENKS));
  g_assert_cmpuint (scale.classes.n_classes, ==, 2);
  g_assert_cmpfloat (scale.classes.bounds[1], ==, 40);

  scale = read_scale (SPEC ("{\"type\":\"linear\"}", ""));
  g_assert_true (scale.continuous);
  g_assert_cmpfloat (scale.to, ==, 100);
}

static void
a_domain_keeps_the_scale_whatever_the_values (void)
{
  TerMapScale scale = read_scale (SPEC ("{\"type\":\"quantize\",\"domain\":[10,50]}", ""));

  g_assert_cmpfloat (scale.classes.bounds[1], ==, 20);
  g_assert_cmpfloat (scale.classes.bounds[3], ==, 40);
  /* Beyond the ends, the last classes: they are open then. */
  g_assert_cmpint (ter_map_scale_find (&scale, 0), ==, 0);
  g_assert_cmpint (ter_map_scale_find (&scale, 100), ==, 3);
  g_assert_true (isinf (scale.classes.bounds[0]) && isinf (scale.classes.bounds[4]));

  scale = read_scale (SPEC ("{\"type\":\"quantile\",\"domain\":[1,2,3,4,5,6,7,8,9]}", ""));
  g_assert_cmpfloat (scale.classes.bounds[1], ==, 3);
  g_assert_cmpint (ter_map_scale_find (&scale, 100), ==, 3);

  scale = read_scale (SPEC ("{\"domain\":[-10,0,50]}", ""));
  g_assert_true (scale.continuous && scale.diverging);
  g_assert_cmpfloat (scale.middle, ==, 0);
  g_assert_cmpfloat (scale.from, ==, -10);
  g_assert_cmpfloat (scale.to, ==, 50);
}

static void
what_makes_no_sense_is_told (void)
{
  static const char *const bad[] = {
    SPEC ("{\"type\":\"threshold\"}", ""),
    SPEC ("{\"type\":\"threshold\",\"domain\":[3,2]}", ""),
    SPEC ("{\"type\":\"threshold\",\"domain\":[1,2,3,4,5,6,7]}", ""),
    SPEC ("{\"type\":\"quantize\",\"domain\":[2]}", ""),
    SPEC ("{\"type\":\"quantize\",\"domain\":[2,2]}", ""),
    SPEC ("{\"type\":\"quantize\",\"domain\":[\"a\",\"b\"]}", ""),
    SPEC ("{\"type\":\"quantile\",\"range\":[]}", ""),
    SPEC ("{\"type\":\"quantile\",\"scheme\":{\"count\":8}}", ""),
    SPEC ("{\"type\":\"quantile\",\"scheme\":{\"count\":-1e300}}", ""),
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *problem = apply (bad[i], TER_MARK_MAP, NULL);

      g_test_message ("%s", bad[i]);
      g_assert_nonnull (problem);
    }
}

static void
only_maps_have_classes (void)
{
  g_autofree char *quantile = apply (SPEC ("{\"type\":\"quantile\"}", ""), TER_MARK_BAR, NULL);
  g_autofree char *plain = apply (SPEC ("{\"domain\":[\"a\"]}", ""), TER_MARK_BAR, NULL);

  g_assert_nonnull (quantile);
  g_assert_null (plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observatory/figure-classes/each-method-makes-its-classes", each_method_makes_its_classes);
  g_test_add_func ("/observatory/figure-classes/a-domain-keeps-the-scale-whatever-the-values",
                   a_domain_keeps_the_scale_whatever_the_values);
  g_test_add_func ("/observatory/figure-classes/what-makes-no-sense-is-told", what_makes_no_sense_is_told);
  g_test_add_func ("/observatory/figure-classes/only-maps-have-classes", only_maps_have_classes);

  return g_test_run ();
}
