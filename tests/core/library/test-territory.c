/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-territory.h"

/* A commune and what holds it, as the tables of a pack say it. */
static TerTerritory commune = {
  .id = (char *) "commune:94018",
  .level = TER_LEVEL_COMMUNE,
  .departement = (char *) "departement:94",
  .region = (char *) "region:11",
  .epci = (char *) "epci:200054781",
};

static void
an_id_tells_its_level_and_its_code (void)
{
  static const struct
  {
    const char *id;
    gboolean is_one;
    TerLevel level;
    const char *code;
  } cases[] = {
    { "commune:94018", TRUE, TER_LEVEL_COMMUNE, "94018" },
    { "departement:2A", TRUE, TER_LEVEL_DEPARTEMENT, "2A" },
    { "epci:200054781", TRUE, TER_LEVEL_EPCI, "200054781" },
    { "region:11", TRUE, TER_LEVEL_REGION, "11" },
    { "country:FR", TRUE, TER_LEVEL_COUNTRY, "FR" },
    { "canton:1", FALSE, 0, "1" },
    { "commune:", FALSE, 0, "" },
    { "commune", FALSE, 0, "commune" },
    { "communes:94018", FALSE, 0, "94018" },
    { ":94018", FALSE, 0, "94018" },
    { "", FALSE, 0, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerLevel level = TER_N_LEVELS;

      g_test_message ("%s", cases[i].id);
      g_assert_cmpint (ter_territory_parse (cases[i].id, &level), ==, cases[i].is_one);
      g_assert_cmpint (level, ==, cases[i].is_one ? cases[i].level : TER_N_LEVELS);
      g_assert_cmpstr (ter_territory_get_code (cases[i].id), ==, cases[i].code);
    }
}

static void
the_name_of_a_level_is_what_ids_begin_with (void)
{
  for (TerLevel level = 0; level < TER_N_LEVELS; level++)
    {
      g_autofree char *id = g_strconcat (ter_level_get_name (level), ":1", NULL);
      TerLevel found = TER_N_LEVELS;

      g_assert_true (ter_territory_parse (id, &found));
      g_assert_cmpint (found, ==, level);
    }
}

static void
a_commune_lies_in_something_at_each_level (void)
{
  static const char *const ids[TER_N_LEVELS] = {
    "country:FR", "region:11", "departement:94", "epci:200054781", "commune:94018",
  };

  for (TerLevel level = 0; level < TER_N_LEVELS; level++)
    {
      g_assert_cmpstr (ter_territory_get_at (&commune, level), ==, ids[level]);
      g_assert_cmpstr (ter_territory_get_code_at (&commune, ter_level_get_name (level)), ==, ter_territory_get_code (ids[level]));
    }
  g_assert_null (ter_territory_get_code_at (&commune, "canton"));
  g_assert_null (ter_territory_get_code_at (&commune, NULL));
}

static void
what_is_not_known_is_null (void)
{
  const TerTerritory region = { .id = (char *) "region:11", .level = TER_LEVEL_REGION };

  g_assert_null (ter_territory_get_at (&region, TER_LEVEL_DEPARTEMENT));
  g_assert_null (ter_territory_get_at (&region, TER_LEVEL_COMMUNE));
  g_assert_null (ter_territory_get_code_at (&region, "epci"));
  g_assert_cmpstr (ter_territory_get_code_at (&region, "region"), ==, "11");
}

static void
each_level_has_its_parent (void)
{
  static const char *const parents[TER_N_LEVELS] = {
    [TER_LEVEL_COUNTRY] = NULL,          [TER_LEVEL_REGION] = "country:FR",      [TER_LEVEL_DEPARTEMENT] = "region:11",
    [TER_LEVEL_EPCI] = "departement:94", [TER_LEVEL_COMMUNE] = "departement:94",
  };

  for (TerLevel level = 0; level < TER_N_LEVELS; level++)
    {
      TerTerritory self = commune;

      self.level = level;
      g_assert_cmpstr (ter_territory_get_parent (&self), ==, parents[level]);
    }
}

/* INSEE, Code officiel géographique: Corsica has letters, overseas three characters. */
static void
a_commune_s_code_begins_with_its_departement_s (void)
{
  static const char *const cases[][2] = {
    { "commune:94018", "departement:94" },
    { "commune:01004", "departement:01" },
    { "commune:2A004", "departement:2A" },
    { "commune:97411", "departement:974" },
    { "commune:98818", "departement:988" },
    { "departement:94", NULL },
    { "commune:940180", NULL },
    { "commune:9401", NULL },
    { "94018", NULL },
    { "epci:94018", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *departement = ter_territory_dup_departement (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (departement, ==, cases[i][1]);
    }
}

static void
one_without_anything_can_be_freed (void)
{
  g_autoptr (TerTerritory) self = g_new0 (TerTerritory, 1);

  self->id = g_strdup ("region:11");
  ter_territory_free (NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/territory/an-id-tells-its-level-and-its-code", an_id_tells_its_level_and_its_code);
  g_test_add_func ("/territory/the-name-of-a-level-is-what-ids-begin-with", the_name_of_a_level_is_what_ids_begin_with);
  g_test_add_func ("/territory/a-commune-lies-in-something-at-each-level", a_commune_lies_in_something_at_each_level);
  g_test_add_func ("/territory/what-is-not-known-is-null", what_is_not_known_is_null);
  g_test_add_func ("/territory/each-level-has-its-parent", each_level_has_its_parent);
  g_test_add_func ("/territory/a-commune-s-code-begins-with-its-departement-s", a_commune_s_code_begins_with_its_departement_s);
  g_test_add_func ("/territory/one-without-anything-can-be-freed", one_without_anything_can_be_freed);
  return g_test_run ();
}
