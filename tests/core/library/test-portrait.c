/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "library-fixture.h"
#include "ter-portrait.h"

#define STRING(name) "{\"name\": \"" name "\", \"type\": \"string\"}"
#define FIELD(name, more) "{\"name\": \"" name "\", \"type\": \"number\", " more "}"

typedef struct
{
  LibraryFixture base;
  TerPortrait *portrait;
} Fixture;

/* Four communes of two départements and one région; the value of one is missing. */
static void
fill (PackFixture *pack)
{
  pack_fixture_set (
    pack, "territories",
    "{\"vintage\": \"2026-01-01\", \"communes\": \"communes\", \"departements\": \"departements\", \"regions\": \"regions\"}");
  pack_fixture_add (pack, "data/regions.csv", "table", "code,nom\n11,Haute\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") "]}");
  pack_fixture_add (pack, "data/departements.csv", "table", "code,nom,region,surface\n01,Un,11,50\n02,Deux,11,70\n",
                    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING (
                      "region") ", " FIELD ("surface", "\"title\": \"Surface\", \"unit\": \"km²\", \"aggregation\": \"sum\"") "]}");
  pack_fixture_add (
    pack, "data/communes.csv", "table",
    "code,nom,departement,region,habitants,revenu,densite,rang\n"
    "01001,A,01,11,100,10,5,1\n01002,B,01,11,300,30,6,2\n01003,C,01,11,300,,7,3\n02001,D,02,11,,20,8,4\n",
    "{\"fields\": [" STRING ("code") ", " STRING ("nom") ", " STRING ("departement") ", " STRING ("region") ", " FIELD ("habitants", "\"title\": \"Habitants\", \"aggregation\": \"sum\"") ", " FIELD (
      "revenu",
      "\"aggregation\": \"mean\", \"weight\": \"habitants\", \"vintage\": \"2023\", \"source\": \"Filosofi\", \"base\": \"ménages fiscaux\"") ", " FIELD ("densite",
                                                                                                                                                          "\"aggregation\": \"none\"") ", " FIELD ("rang",
                                                                                                                                                                                                   "\"title\": \"Rang\"") "]}");
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Une page\"}");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  library_fixture_set_up (&self->base, fill, "fr");
  self->portrait = ter_portrait_new (self->base.library, ter_library_get_atlas (self->base.library));
}

static void
set_up_platform (Fixture *self, gconstpointer data)
{
  library_fixture_set_up_platform (&self->base, "fr");
  self->portrait = ter_portrait_new (self->base.library, ter_library_get_atlas (self->base.library));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ter_portrait_free (self->portrait);
  library_fixture_tear_down (&self->base, data);
}

static GPtrArray *
list (Fixture *self, const char *id)
{
  g_autoptr (TerTerritory) territory =
    ter_library_dup_territory (self->base.library, ter_library_get_atlas (self->base.library), id);

  g_assert_nonnull (territory);
  return ter_portrait_list_indicators (self->portrait, territory);
}

static const TerIndicator *
find (GPtrArray *indicators, const char *id)
{
  for (guint i = 0; i < indicators->len; i++)
    if (g_str_equal (((TerIndicator *) indicators->pdata[i])->id, id))
      return indicators->pdata[i];
  return NULL;
}

static void
test_a_commune_has_its_own_values (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) indicators = list (self, "commune:01002");
  const TerIndicator *habitants = find (indicators, "habitants");

  /* A column without a rule is no indicator, one of another level is not a commune's. */
  g_assert_null (find (indicators, "rang"));
  g_assert_null (find (indicators, "surface"));
  g_assert_cmpuint (indicators->len, ==, 3);
  g_assert_cmpstr (habitants->title, ==, "Habitants");
  g_assert_cmpfloat (habitants->measure.value, ==, 300);
  g_assert_false (habitants->measure.computed);
  g_assert_cmpstr (habitants->within, ==, "departement:01");
  g_assert_cmpuint (habitants->rank.rank, ==, 1);
  g_assert_cmpuint (habitants->rank.n_ties, ==, 1);
  g_assert_cmpuint (habitants->rank.n_ranked, ==, 3);
  g_assert_cmpfloat (habitants->median, ==, 300);
  /* Where a value comes from is the column's own, when it says so. */
  g_assert_null (habitants->source);
  g_assert_cmpstr (find (indicators, "revenu")->source, ==, "Filosofi");
  g_assert_cmpstr (find (indicators, "revenu")->vintage, ==, "2023");
  g_assert_cmpstr (find (indicators, "revenu")->base, ==, "ménages fiscaux");
}

static void
test_what_holds_it_is_made_of_its_communes (Fixture *self, gconstpointer data)
{
  TerMeasure habitants = ter_portrait_get_measure (self->portrait, "habitants", "region:11");
  TerMeasure revenu = ter_portrait_get_measure (self->portrait, "revenu", "departement:01");
  TerMeasure densite = ter_portrait_get_measure (self->portrait, "densite", "departement:01");
  TerMeasure surface = ter_portrait_get_measure (self->portrait, "surface", "departement:01");
  TerMeasure france = ter_portrait_get_measure (self->portrait, "habitants", "country:FR");

  g_assert_cmpfloat (habitants.value, ==, 700);
  g_assert_true (habitants.computed);
  g_assert_cmpuint (habitants.n_missing, ==, 1);
  g_assert_cmpfloat_with_epsilon (revenu.value, (100 * 10 + 300 * 30) / 400.0, 1e-12);
  g_assert_cmpuint (revenu.n_missing, ==, 1);
  g_assert_true (isnan (densite.value)); /* a density of several is not made from theirs */
  g_assert_cmpfloat (surface.value, ==, 50);
  g_assert_false (surface.computed);
  g_assert_cmpfloat (france.value, ==, 700);
}

static void
test_what_is_not_known_is_no_number (Fixture *self, gconstpointer data)
{
  const char *const nowhere[] = { "commune:02001", "commune:99999", "departement:99", "nonsense", "", "epci:200054781" };
  g_autoptr (GPtrArray) missing = list (self, "commune:02001");

  for (guint i = 0; i < G_N_ELEMENTS (nowhere); i++)
    g_assert_true (isnan (ter_portrait_get_measure (self->portrait, "habitants", nowhere[i]).value));
  g_assert_true (isnan (ter_portrait_get_measure (self->portrait, "nothing", "commune:01001").value));
  g_assert_null (find (missing, "habitants"));
  g_assert_nonnull (find (missing, "revenu"));
}

/* Populations of the platform's pack: as its tables say, which come from INSEE. */
static void
test_the_platform_tells_of_a_commune (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) indicators = list (self, "commune:94018");
  g_autoptr (GPtrArray) departement = list (self, "departement:94");
  const TerIndicator *population = find (indicators, "population");
  const char *const around[] = { "epci:200054781", "departement:94", "region:11", "country:FR" };
  double smaller = population->measure.value;

  g_assert_cmpstr (population->unit, ==, "habitants");
  g_assert_cmpuint (population->rank.n_ranked, ==, 47); /* communes of Val-de-Marne */
  /* The métropole is larger than the département. */
  for (guint i = 1; i < G_N_ELEMENTS (around); i++)
    {
      TerMeasure measure = ter_portrait_get_measure (self->portrait, "population", around[i]);

      g_assert_cmpfloat (measure.value, >, smaller);
      smaller = measure.value;
    }
  g_assert_cmpfloat (find (departement, "communes")->measure.value, ==, 47);
  g_assert_cmpuint (find (departement, "population")->rank.n_ranked, ==, 8); /* départements of Île-de-France */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, setup, function) g_test_add ("/portrait/" name, Fixture, NULL, setup, function, tear_down)
  ADD ("a-commune-has-its-own-values", set_up, test_a_commune_has_its_own_values);
  ADD ("what-holds-it-is-made-of-its-communes", set_up, test_what_holds_it_is_made_of_its_communes);
  ADD ("what-is-not-known-is-no-number", set_up, test_what_is_not_known_is_no_number);
  ADD ("the-platform-tells-of-a-commune", set_up_platform, test_the_platform_tells_of_a_commune);
  return g_test_run ();
}
