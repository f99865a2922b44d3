/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-localized.h"

static JsonObject *
parse (const char *text, JsonNode **root)
{
  *root = json_from_string (text, NULL);
  return json_node_get_object (*root);
}

static const struct
{
  const char *language;
  const char *expected;
  gboolean fell_back;
} cases[] = {
  { NULL, "Bonjour", FALSE }, { "en", "Hello", FALSE },  { "en-GB", "Hello", FALSE },
  { "pt-BR", "Oi", FALSE },   { "pt", "Bonjour", TRUE }, { "de", "Bonjour", TRUE },
};

static void
test_a_translation_is_found_or_the_default_is_used (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse ("{\"title\": \"Bonjour\", \"title@en\": \"Hello\", \"title@pt-BR\": \"Oi\"}", &root);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean fell_back = FALSE;

      g_assert_cmpstr (ter_localized_get (object, "title", cases[i].language, &fell_back), ==, cases[i].expected);
      g_assert_cmpint (fell_back, ==, cases[i].fell_back);
    }
}

static void
test_one_variable_follows_several_calls (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse ("{\"title\": \"Bonjour\", \"summary\": \"S\", \"summary@en\": \"S\"}", &root);
  gboolean fell_back = FALSE;

  ter_localized_get (object, "title", "en", &fell_back);
  ter_localized_get (object, "summary", "en", &fell_back);
  g_assert_true (fell_back);
}

static void
test_another_type_counts_as_absent (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse ("{\"title\": 7, \"summary\": \"S\", \"summary@en\": [\"S\"], \"actors\": \"x\"}", &root);
  g_auto (GStrv) actors = ter_localized_dup_strv (object, "actors", "en");

  g_assert_null (ter_localized_get (object, "title", "en", NULL));
  g_assert_null (ter_localized_get (object, "nothing", NULL, NULL));
  g_assert_null (ter_localized_get (NULL, "title", NULL, NULL));
  g_assert_cmpstr (ter_localized_get (object, "summary", "en", NULL), ==, "S");
  g_assert_cmpuint (g_strv_length (actors), ==, 0);
}

static void
test_lists_are_translated_as_a_whole (void)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse ("{\"actors\": [\"a\", 1, \"b\"], \"actors@en\": [\"c\"]}", &root);
  g_auto (GStrv) french = ter_localized_dup_strv (object, "actors", NULL);
  g_auto (GStrv) english = ter_localized_dup_strv (object, "actors", "en-GB");
  g_auto (GStrv) german = ter_localized_dup_strv (object, "actors", "de");

  g_assert_cmpuint (g_strv_length (french), ==, 2);
  g_assert_cmpstr (english[0], ==, "c");
  g_assert_cmpstr (german[0], ==, "a");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/localized/a translation is found or the default is used", test_a_translation_is_found_or_the_default_is_used);
  g_test_add_func ("/localized/one variable follows several calls", test_one_variable_follows_several_calls);
  g_test_add_func ("/localized/another type counts as absent", test_another_type_counts_as_absent);
  g_test_add_func ("/localized/lists are translated as a whole", test_lists_are_translated_as_a_whole);
  return g_test_run ();
}
