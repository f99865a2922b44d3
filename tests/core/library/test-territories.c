/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"

#define STRING(name) "{\"name\": \"" name "\", \"type\": \"string\"}"

typedef struct
{
  GFile *folder;
  TerLibrary *library;
} Fixture;

static void
set_up (Fixture *self, gconstpointer language)
{
  g_autoptr (GFile) place = NULL;
  g_autoptr (GFile) catalogue = NULL;
  g_autoptr (PackFixture) pack = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = fixture_folder_new ();
  place = g_file_get_child (self->folder, "packs");
  catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  pack = pack_fixture_new (place, "essai");
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
  pack_fixture_write (pack);
  self->library = fixture_library_new (catalogue, place, language);
  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_library_free (self->library);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
}

static void
test_territories_have_names (Fixture *self, gconstpointer language)
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
test_entries_are_found_by_the_names_of_their_territories (Fixture *self, gconstpointer language)
{
  g_autofree char *ids = fixture_hit_ids (fixture_search (self->library, "saint denis reunion", 10, NULL));
  g_autofree char *none = fixture_hit_ids (fixture_search (self->library, "seine saint denis", 10, NULL));

  g_assert_cmpstr (ids, ==, "un");
  g_assert_cmpstr (none, ==, "");
}

#define ADD(name, language, function) g_test_add ("/territories/" name, Fixture, language, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("territories-have-names/fr", "fr", test_territories_have_names);
  ADD ("territories-have-names/en", "en", test_territories_have_names);
  ADD ("entries-are-found-by-the-names-of-their-territories", "fr", test_entries_are_found_by_the_names_of_their_territories);
  return g_test_run ();
}
