/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "library-fixture.h"

#define STRING(name) "{\"name\": \"" name "\", \"type\": \"string\"}"

static void
fill (PackFixture *pack)
{
  pack_fixture_set (
    pack, "territories",
    "{\"vintage\": \"2026-01-01\", \"communes\": \"communes\", \"epci\": \"epci\", \"departements\": \"departements\", \"regions\": \"regions\"}");
  pack_fixture_add (pack, "data/regions.csv", "table",
                    "code,nom,nom@en\n04,La Réunion,Reunion Island\n11,Île-de-France,\n93,Provence,\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING ("nom@en") "]}");
  pack_fixture_add (pack, "data/departements.csv", "table",
                    "code,nom,region\n93,Seine-Saint-Denis,11\n974,La Réunion,04\n2A,Corse-du-Sud,94\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING ("region") "]}");
  pack_fixture_add (pack, "data/epci.csv", "table", "code,nom\n200054781,Métropole du Grand Paris\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") "]}");
  pack_fixture_add (pack, "data/communes.csv", "table",
                    "code,nom,departement\n93066,Saint-Denis,93\n97411,Saint-Denis,974\n99999,Ailleurs,99\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING ("departement") "]}");
  pack_fixture_entries (
    pack,
    "{\"id\": \"un\", \"kind\": \"example\", \"title\": \"Une alliance\", \"territories\": [\"commune:97411\", \"country:FR\"]}");
}

static void
set_up (LibraryFixture *self, gconstpointer language)
{
  library_fixture_set_up (self, fill, language);
}

static void
test_territories_have_names (LibraryFixture *self, gconstpointer language)
{
  const gboolean french = g_str_equal (language, "fr");
  const struct
  {
    const char *territory, *name;
  } cases[] = {
    { "commune:93066", "Saint-Denis (Seine-Saint-Denis)" },
    { "commune:97411", "Saint-Denis (La Réunion)" },
    { "commune:99999", "Ailleurs" },
    { "commune:00000", "00000" },
    { "departement:93", "Seine-Saint-Denis" },
    { "departement:2A", "Corse-du-Sud" },
    { "region:93", "Provence" },
    { "region:04", french ? "La Réunion" : "Reunion Island" },
    { "region:11", "Île-de-France" },
    { "epci:200054781", "Métropole du Grand Paris" },
    { "country:FR", "France" },
    { "country:ZZ", "ZZ" },
    { "nonsense", "nonsense" },
    { "", "" },
  };
  TerPack *pack = ter_library_get_pack (self->library, "essai");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = ter_library_dup_territory_name (self->library, pack, cases[i].territory);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

static void
test_entries_are_found_by_the_names_of_their_territories (LibraryFixture *self, gconstpointer language)
{
  g_autofree char *ids = fixture_hit_ids (fixture_search (self->library, "saint denis reunion", 10, NULL));
  g_autofree char *none = fixture_hit_ids (fixture_search (self->library, "seine saint denis", 10, NULL));

  g_assert_cmpstr (ids, ==, "un");
  g_assert_cmpstr (none, ==, "");
}

/* ---- The 34,969 communes of the platform's pack ---- */

static void
test_every_territory_of_france_is_there (LibraryFixture *self, gconstpointer language)
{
  const guint counts[TER_N_LEVELS] = { 1, 26, 109, 1255, 34969 }; /* with the eight overseas collectivities, which are both here */
  TerPack *pack = ter_library_get_atlas (self->library);

  g_assert_nonnull (pack);
  for (TerLevel level = 0; level < TER_N_LEVELS; level++)
    {
      g_autoptr (GPtrArray) all = ter_library_list_territories (self->library, pack, "country:FR", level);

      g_assert_cmpuint (all->len, ==, counts[level]);
      g_assert_cmpuint (ter_library_count_territories (self->library, pack, "country:FR", level), ==, counts[level]);
      for (guint i = 0; i < all->len; i += 97)
        {
          const TerTerritory *territory = all->pdata[i];

          g_assert_cmpint ((int) territory->level, ==, (int) level);
          g_assert_true (level <= TER_LEVEL_REGION || territory->region != NULL);
          g_assert_true (level <= TER_LEVEL_DEPARTEMENT || territory->departement != NULL);
        }
    }
}

static void
test_a_commune_is_found_as_people_write_it (LibraryFixture *self, gconstpointer language)
{
  const struct
  {
    const char *text, *first;
  } cases[] = {
    { "Saint-Denis", "commune:97411" }, /* of 14 that begin so, the most populous */
    { "saint denis seine", "commune:93066" },
    { "Saint-Denis 93", "commune:93066" },
    { "st denis aude", "commune:11339" },
    { "93200", "commune:93066" },
    { "93066", "commune:93066" },
    { "01001", "commune:01001" },
    { "2a004", "commune:2A004" },
    { "l'abergement clem", "commune:01001" },
    { "L’ABERGEMENT-CLÉMENCIAT", "commune:01001" },
    { "abergement clemenciat", "commune:01001" },
    { "st etienne", "commune:42218" },
    { "Sainte-Mère-Église", "commune:50523" },
    { "ste mere eglise", "commune:50523" },
    { "lyon", "commune:69123" },
    { "evry courcouronnes", "commune:91228" },
    { "oeyreluy", "commune:40207" },
    { "ile de france", "region:11" },
    { "2A", "departement:2A" },
    { "metropole grand paris", "epci:200054781" },
    { "mayotte", "departement:976" },
    { "ay", "commune:51030" }, /* the word itself before longer ones */
    { "nulle part ailleurs", NULL },
    { "%", NULL },
    { "_", NULL },
    { "   ", NULL },
    { "", NULL },
    { "un deux trois quatre cinq six", NULL },
  };
  TerPack *pack = ter_library_get_atlas (self->library);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = ter_library_find_territories (self->library, pack, cases[i].text, 50);
      const char *first = found->len > 0 ? ((TerTerritory *) found->pdata[0])->id : NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (first, ==, cases[i].first);
      g_assert_cmpuint (found->len, <=, 50);
    }
}

static void
test_a_commune_knows_what_holds_it (LibraryFixture *self, gconstpointer language)
{
  TerPack *pack = ter_library_get_atlas (self->library);
  g_autoptr (TerTerritory) commune = ter_library_dup_territory (self->library, pack, "commune:94018");
  g_autoptr (TerTerritory) epci = ter_library_dup_territory (self->library, pack, "epci:200054781");
  g_autoptr (TerTerritory) region = ter_library_dup_territory (self->library, pack, "region:11");
  g_autoptr (TerTerritory) france = ter_library_dup_territory (self->library, pack, "country:FR");
  g_autoptr (TerTerritory) unknown = ter_library_dup_territory (self->library, pack, "commune:00000");
  g_autoptr (GPtrArray) communes = ter_library_list_territories (self->library, pack, "departement:75", TER_LEVEL_COMMUNE);
  double sum = 0;

  g_assert_cmpstr (commune->name, ==, "Charenton-le-Pont");
  g_assert_cmpstr (commune->full_name, ==, "Charenton-le-Pont (Val-de-Marne)");
  g_assert_cmpstr (commune->postal_codes, ==, "94220");
  g_assert_cmpstr (commune->departement, ==, "departement:94");
  g_assert_cmpstr (commune->region, ==, "region:11");
  g_assert_cmpstr (commune->epci, ==, "epci:200054781");
  g_assert_cmpstr (ter_territory_get_at (commune, TER_LEVEL_COUNTRY), ==, "country:FR");
  g_assert_cmpstr (ter_territory_get_parent (commune), ==, "departement:94");
  /* The Métropole du Grand Paris lies in seven départements; most of its inhabitants live in Paris. */
  g_assert_cmpstr (epci->departement, ==, "departement:75");
  g_assert_null (epci->epci);
  g_assert_cmpstr (ter_territory_get_parent (region), ==, "country:FR");
  g_assert_null (ter_territory_get_parent (france));
  g_assert_null (unknown);
  g_assert_cmpuint (communes->len, ==, 1);

  /* A sum of all régions is the sum of all communes. */
  g_autoptr (GPtrArray) regions = ter_library_list_territories (self->library, pack, "country:FR", TER_LEVEL_REGION);
  for (guint i = 0; i < regions->len; i++)
    if (!isnan (((TerTerritory *) regions->pdata[i])->population)) /* nobody lives on Clipperton, and no commune is there */
      sum += ((TerTerritory *) regions->pdata[i])->population;
  g_assert_cmpfloat (sum, >, 66e6);
  g_assert_cmpfloat (sum, ==, france->population);
}

static void
test_entries_about_a_territory_are_found_from_around_it (LibraryFixture *self, gconstpointer language)
{
  TerPack *pack = ter_library_get_atlas (self->library);
  const char *const around[] = { "commune:94018", "departement:94", "region:11" };

  for (guint i = 0; i < G_N_ELEMENTS (around); i++)
    {
      g_autoptr (GPtrArray) entries = ter_library_list_about (self->library, pack, around[i], NULL);
      gboolean found = FALSE;

      for (guint entry = 0; entry < entries->len; entry++)
        found |= g_str_equal (ter_entry_get_title (entries->pdata[entry]), "Agir ensemble à Charenton–Saint-Maurice");
      g_assert_true (found);
    }
}

#define ADD_PLATFORM(name, function) \
  g_test_add ("/territories/" name, LibraryFixture, "fr", library_fixture_set_up_platform, function, library_fixture_tear_down)
#define ADD(name, language, function) \
  g_test_add ("/territories/" name, LibraryFixture, language, set_up, function, library_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("territories-have-names/fr", "fr", test_territories_have_names);
  ADD ("territories-have-names/en", "en", test_territories_have_names);
  ADD ("entries-are-found-by-the-names-of-their-territories", "fr", test_entries_are_found_by_the_names_of_their_territories);
  ADD_PLATFORM ("every-territory-of-france-is-there", test_every_territory_of_france_is_there);
  ADD_PLATFORM ("a-commune-is-found-as-people-write-it", test_a_commune_is_found_as_people_write_it);
  ADD_PLATFORM ("a-commune-knows-what-holds-it", test_a_commune_knows_what_holds_it);
  ADD_PLATFORM ("entries-about-a-territory-are-found-from-around-it", test_entries_about_a_territory_are_found_from_around_it);
  return g_test_run ();
}
