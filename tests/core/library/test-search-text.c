/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-record.h"
#include "ter-search-text.h"
#include "../pack-files.h"

static void
test_commonmark_becomes_plain_text (void)
{
  static const struct
  {
    const char *markdown, *plain;
  } cases[] = {
    { "", "" },
    { "Simple.", "Simple." },
    { "# Titre\n\nUn *mot* **fort** et du `code`.", "Titre Un mot fort et du code." },
    { "- un\n- deux\n  - trois", "un deux trois" },
    { "> cité\n> encore", "cité encore" },
    { "Voir [la page](https://exemple.org/a_b), ou <https://exemple.org>.", "Voir la page, ou ." },
    { "![une image](files/a.png) et la suite", "une image et la suite" },
    { "a < b et c > d", "a < b et c > d" },
    { "[sans fin](https://", "sans fin(https://" },
    { "5 \\* 3 = 15 \\", "5 * 3 = 15 \\" },
    { "Bravo ! Vite !", "Bravo ! Vite !" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) plain = g_string_new (NULL);

      ter_search_text_append_plain (plain, cases[i].markdown, strlen (cases[i].markdown));
      g_assert_cmpstr (plain->str, ==, cases[i].plain);
    }
}

static void
append_cb (TerSearchPart part, const char *text, gpointer user_data)
{
  static const char letters[] = "tsbpmg";

  g_string_append_printf (user_data, "%c:%s\n", letters[part], text);
}

static void
assert_texts (const char *language, const char *json, const char *expected)
{
  static const char manifest[] = "{\"name\": \"essai\", \"languages\": [\"fr\", \"en\"]}";
  static const char vocabularies[] =
    "[{\"id\": \"v\", \"terms\": [{\"id\": \"a\", \"title\": \"Étiquette\", \"title@en\": \"Label\", \"abbreviation\": \"É\"}]}]";
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (JsonObject) root = ter_record_parse (manifest, strlen (manifest), NULL);
  g_autoptr (JsonArray) terms = ter_record_parse_array (vocabularies, strlen (vocabularies), NULL);
  g_autoptr (JsonObject) entry = ter_record_parse (json, strlen (json), NULL);
  g_autoptr (GString) texts = g_string_new (NULL);
  g_autoptr (TerPack) pack = NULL;

  pack = ter_pack_new (fixture_files (folder), root, terms, language);
  ter_search_text_foreach (pack, entry, append_cb, texts);
  g_assert_cmpstr (texts->str, ==, expected);
}

static void
test_the_parts_of_an_example_are_searched (void)
{
  static const char entry[] =
    "{\"id\": \"x\", \"kind\": \"example\", \"title\": \"Titre\", \"need\": \"Besoin\", \"need@en\": \"Need\", \"how\": \"Façon\","
    " \"means\": \"Moyens\", \"result\": {\"label\": \"Places\", \"value\": \"7\", \"unit\": \"lits\", \"date\": \"2020\", \"text\": \"Effet\"},"
    " \"difficulty\": \"Obstacle\", \"transpose\": \"Ailleurs\", \"state\": {\"text\": \"En route\", \"text@en\": \"Under way\","
    " \"date\": \"2021\"}, \"contact\": {\"name\": \"La mairie\", \"url\": \"https://exemple.org\"}}";

  assert_texts ("fr", entry,
                "t:Titre\nm:Besoin\nm:Façon\nm:Moyens\nm:Places\nm:Effet\nm:Obstacle\nm:Ailleurs\nm:En route\nm:La mairie\n");
  assert_texts ("en", entry,
                "t:Titre\nm:Need\nm:Façon\nm:Moyens\nm:Places\nm:Effet\nm:Obstacle\nm:Ailleurs\nm:Under way\nm:La mairie\n");
}

static void
test_what_people_read_is_searched_and_nothing_else (void)
{
  static const char entry[] =
    "{\"id\": \"x\", \"kind\": \"webinar\", \"title\": \"Titre\", \"title@en\": \"Title\", \"summary\": \"Résumé\", \"start\": \"2020\","
    " \"speakers\": [{\"name\": \"Zoé\", \"role\": \"élue\", \"role@en\": \"councillor\"}], \"registration\": \"https://exemple.org\","
    " \"resources\": [{\"title\": \"Diapos\", \"role\": \"event\", \"url\": \"https://exemple.org\"}],"
    " \"agenda\": [{\"time\": \"13:05\", \"title\": \"Accueil\", \"speakers\": [\"Zoé\"]}],"
    " \"actors\": [\"La ville\"], \"actors@en\": [\"The town\"], \"spec\": {\"title\": \"caché\"}, \"inconnu\": \"caché\","
    " \"bodyPath\": \"a.md\", \"bodyPath@en\": \"a.en.md\", \"tags\": [\"v:a\", \"v:inconnu\"], \"title@de\": \"Titel\", \"note\": 3}";

  assert_texts ("fr", entry,
                "t:Titre\ns:Résumé\nm:Zoé\nm:élue\nm:Diapos\nm:Accueil\nm:Zoé\nm:La ville\ng:Étiquette\ng:É\np:a.md\n");
  assert_texts ("en", entry,
                "t:Title\ns:Résumé\nm:Zoé\nm:councillor\nm:Diapos\nm:Accueil\nm:Zoé\nm:The town\ng:Label\ng:É\np:a.en.md\n");
}

static void
test_translated_entries_are_known (void)
{
  static const char translated[] = "{\"title\": \"a\", \"title@en\": \"b\"}";
  static const char not_translated[] = "{\"title\": \"a\", \"title@fr\": \"b\"}";
  g_autoptr (JsonObject) a = ter_record_parse (translated, strlen (translated), NULL);
  g_autoptr (JsonObject) b = ter_record_parse (not_translated, strlen (not_translated), NULL);

  g_assert_true (ter_search_text_is_translated (a, "en"));
  g_assert_false (ter_search_text_is_translated (b, "en"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-text/commonmark-becomes-plain-text", test_commonmark_becomes_plain_text);
  g_test_add_func ("/search-text/what-people-read-is-searched-and-nothing-else",
                   test_what_people_read_is_searched_and_nothing_else);
  g_test_add_func ("/search-text/the-parts-of-an-example-are-searched", test_the_parts_of_an_example_are_searched);
  g_test_add_func ("/search-text/translated-entries-are-known", test_translated_entries_are_known);
  return g_test_run ();
}
