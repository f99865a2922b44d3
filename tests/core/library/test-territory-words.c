/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-words.h"

#include "library-fixture.h"

#define FIELD(name) "{\"name\": \"" name "\", \"type\": \"string\"}"

static void
test_a_level_and_a_count_have_words (void)
{
  static const struct
  {
    TerLevel level;
    const char *title;
    const char *one, *many; /* nullable: a country is not counted */
  } cases[] = {
    { TER_LEVEL_COUNTRY, "Country", NULL, NULL },
    { TER_LEVEL_REGION, "Région", "1 région", "12 régions" },
    { TER_LEVEL_DEPARTEMENT, "Département", "1 département", "12 départements" },
    { TER_LEVEL_EPCI, "Intercommunality", "1 intercommunality", "12 intercommunalities" },
    { TER_LEVEL_COMMUNE, "Commune", "1 commune", "12 communes" },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (cases) == TER_N_LEVELS);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = cases[i].one != NULL ? ter_territory_words_dup_count (cases[i].level, 1) : NULL;
      g_autofree char *many = cases[i].many != NULL ? ter_territory_words_dup_count (cases[i].level, 12) : NULL;

      g_assert_cmpstr (ter_territory_words_get_level (cases[i].level), ==, cases[i].title);
      g_assert_cmpstr (one, ==, cases[i].one);
      g_assert_cmpstr (many, ==, cases[i].many);
    }
}

static void
test_inhabitants_are_counted (void)
{
  static const struct
  {
    double population;
    const char *text;
  } cases[] = { { 0, "0 inhabitants" }, { 1, "1 inhabitant" }, { 942, "942 inhabitants" }, { 30408, "30,408 inhabitants" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ter_territory_words_dup_inhabitants (cases[i].population);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_the_readers_own_is_told_as_such (void)
{
  g_autofree char *text = ter_territory_words_dup_mine ("Ain: 3 examples");

  g_assert_cmpstr (text, ==, "My territory – Ain: 3 examples");
}

static void
fill (PackFixture *pack)
{
  pack_fixture_set (
    pack, "territories",
    "{\"vintage\": \"2026-01-01\", \"communes\": \"communes\", \"epci\": \"epci\", \"departements\": \"departements\", \"regions\": \"regions\"}");
  pack_fixture_add (pack, "data/regions.csv", "table", "code,nom\n11,Île-de-France\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") "]}");
  pack_fixture_add (pack, "data/departements.csv", "table", "code,nom,region\n94,Val-de-Marne,11\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") ", " FIELD ("region") "]}");
  pack_fixture_add (pack, "data/epci.csv", "table", "code,nom\n200054781,Métropole du Grand Paris\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") "]}");
  pack_fixture_add (pack, "data/communes.csv", "table",
                    "code,nom,departement,codes_postaux,population\n94018,Charenton-le-Pont,94,94220,30408\n"
                    "94033,Fontenay-sous-Bois,94,94120 94125,53424\n94999,Ailleurs,94,,\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") ", " FIELD ("departement") ", " FIELD (
                      "codes_postaux") ", {\"name\": \"population\", \"type\": \"integer\"}]}");
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
}

/* What tells homonyms apart: where it is, how it is written on a letter, how large it is; each where it is known. */
static void
test_a_description_says_what_is_known (void)
{
  static const struct
  {
    const char *territory;
    const char *description;
  } cases[] = {
    { "country:FR", "Country · 83,832 inhabitants" },
    { "region:11", "Région" },
    { "departement:94", "Département · Île-de-France · 94 · 83,832 inhabitants" },
    { "epci:200054781", "Intercommunality" },
    { "commune:94018", "Commune · Val-de-Marne · 94220 · 30,408 inhabitants" },
    { "commune:94033", "Commune · Val-de-Marne · 94120… · 53,424 inhabitants" },
    { "commune:94999", "Commune · Val-de-Marne" },
  };
  LibraryFixture fixture;
  TerPack *pack;

  library_fixture_set_up (&fixture, fill, "fr");
  pack = library_fixture_get_pack (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerTerritory) territory = ter_library_dup_territory (fixture.library, pack, cases[i].territory);
      g_autofree char *text = NULL;

      g_assert_nonnull (territory);
      text = ter_territory_words_dup_description (fixture.library, pack, territory);
      g_assert_cmpstr (text, ==, cases[i].description);
    }
  library_fixture_tear_down (&fixture, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/territory-words/a-level-and-a-count-have-words", test_a_level_and_a_count_have_words);
  g_test_add_func ("/territory-words/inhabitants-are-counted", test_inhabitants_are_counted);
  g_test_add_func ("/territory-words/the-readers-own-is-told-as-such", test_the_readers_own_is_told_as_such);
  g_test_add_func ("/territory-words/a-description-says-what-is-known", test_a_description_says_what_is_known);
  return g_test_run ();
}
