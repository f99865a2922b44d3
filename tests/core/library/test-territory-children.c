/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory-children.h"

#include <math.h>

#include "pack-fixture.h"

#define STRING(name) "{\"name\": \"" name "\", \"type\": \"string\"}"

typedef struct
{
  GFile *folder;
  TerLibrary *library;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) place = NULL, catalogue = NULL;
  g_autoptr (PackFixture) pack = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = fixture_folder_new ();
  place = g_file_get_child (self->folder, "packs");
  catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  pack = pack_fixture_new (place, "essai");
  pack_fixture_set (pack, "territories", "{\"vintage\": \"2026-01-01\", \"communes\": \"communes\", \"departements\": \"departements\"}");
  pack_fixture_add (pack, "data/departements.csv", "table", "code,nom,region\n93,Seine-Saint-Denis,11\n974,La Réunion,04\n94,Val-de-Marne,11\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING ("region") "]}");
  pack_fixture_add (pack, "data/communes.csv", "table",
                    "code,nom,population\n93066,Saint-Denis,150000\n93001,Aubervilliers,90000\n97411,Saint-Denis,153000\n97401,,\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", {\"name\": \"population\", \"type\": \"integer\"}]}");
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Une page\"}");
  pack_fixture_write (pack);
  self->library = fixture_library_new (catalogue, place, "fr");
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

/* "code name population" of each, apart by "; ". */
static char *
list (Fixture *self, const char *territory, const char **level)
{
  TerPack *pack = ter_library_get_pack (self->library, "essai");
  g_autoptr (GPtrArray) children = ter_territory_children_dup (self->library, pack, territory, level);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < children->len; i++)
    {
      const TerTerritoryChild *child = g_ptr_array_index (children, i);

      g_string_append_printf (out, "%s%s %s %g", i > 0 ? "; " : "", child->code, child->name, child->population);
    }
  return g_string_free (out, FALSE);
}

static void
test_a_region_holds_departements_with_the_people_of_their_communes (Fixture *self, gconstpointer data)
{
  const char *level;
  g_autofree char *found = list (self, "region:11", &level);

  g_assert_cmpstr (level, ==, "departement");
  g_assert_cmpstr (found, ==, "93 Seine-Saint-Denis 240000; 94 Val-de-Marne nan");
}

static void
test_a_departement_holds_communes (Fixture *self, gconstpointer data)
{
  const char *level;
  g_autofree char *mainland = list (self, "departement:93", &level), *overseas = list (self, "departement:974", &level);

  g_assert_cmpstr (level, ==, "commune");
  g_assert_cmpstr (mainland, ==, "93066 Saint-Denis 150000; 93001 Aubervilliers 90000");
  g_assert_cmpstr (overseas, ==, "97411 Saint-Denis 153000; 97401 97401 nan");
}

static void
test_what_is_not_known_holds_nothing (Fixture *self, gconstpointer data)
{
  static const char *const territories[] = { "region:99", "commune:93066", "epci:200054781", "country:FR", "regions:11", "region", "" };
  const char *level;

  for (guint i = 0; i < G_N_ELEMENTS (territories); i++)
    {
      g_autofree char *found = list (self, territories[i], &level);

      g_assert_cmpstr (found, ==, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)
  ADD ("/territory-children/of-a-region", test_a_region_holds_departements_with_the_people_of_their_communes);
  ADD ("/territory-children/of-a-departement", test_a_departement_holds_communes);
  ADD ("/territory-children/of-what-is-not-known", test_what_is_not_known_holds_nothing);

  return g_test_run ();
}
