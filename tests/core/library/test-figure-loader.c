/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-figure-loader.h"

#include "library-fixture.h"

#define FIELD(name) "{\"name\": \"" name "\", \"type\": \"string\"}"
#define MARK \
  "\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"nom\", \"type\": \"nominal\"}, \"x\": {\"field\": \"n\", \"type\": \"quantitative\"}}"
#define FIGURE(id, spec) "{\"id\": \"" id "\", \"title\": \"" id "\", \"spec\": {" spec "}}"

typedef struct
{
  LibraryFixture base;
  TerEntry *dashboard;
} Fixture;

static void
fill (PackFixture *pack)
{
  pack_fixture_set (pack, "territories",
                    "{\"vintage\": \"2026-01-01\", \"communes\": \"communes\", \"departements\": \"departements\"}");
  pack_fixture_add (pack, "data/departements.csv", "table", "code,nom\n01,Ain\n94,Val-de-Marne\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") "]}");
  pack_fixture_add (pack, "data/communes.csv", "table", "code,nom,departement\n94018,Charenton-le-Pont,94\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") ", " FIELD ("departement") "]}");
  pack_fixture_add (pack, "data/valeurs.csv", "table", "code,nom,n\n01,un,10\n94,deux,20\n94,trois,30\n",
                    "{\"fields\": [" FIELD ("code") ", " FIELD ("nom") ", {\"name\": \"n\", \"type\": \"number\"}]}");
  pack_fixture_entries (
    pack,
    "{\"id\": \"tableau\", \"kind\": \"dashboard\", \"title\": \"Tableau\", \"groups\": [{\"title\": \"Un\", \"figures\": [" FIGURE (
      "tout",
      "\"data\": {\"name\": \"valeurs\"}, " MARK) ", " FIGURE ("ici",
                                                               "\"data\": {\"name\": \"valeurs\"}, \"params\": [{\"name\": \"ici\", \"value\": \"01\"}],"
                                                               " \"usermeta\": {\"territoires\": {\"params\": {\"ici\": \"departement\"}}},"
                                                               " \"transform\": [{\"filter\": {\"field\": \"code\", \"equal\": {\"expr\": \"ici\"}}}], " MARK) "]}]}");
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  library_fixture_set_up (&self->base, fill, "en");
  self->dashboard = ter_library_dup_entry (self->base.library, "essai", "tableau", &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_unref (self->dashboard);
  library_fixture_tear_down (&self->base, data);
}

static void
test_a_figure_is_about_the_readers_territory_where_it_is_known (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *figure;
    const char *territory; /* nullable */
    guint n_data;
    const char *about; /* nullable */
  } cases[] = {
    { "tout", NULL, 3, NULL },
    { "tout", "commune:94018", 3, NULL },
    { "ici", NULL, 1, "An example – Ain" },
    { "ici", "departement:94", 2, "My territory – Val-de-Marne" },
    { "ici", "commune:94018", 2, "My territory – Val-de-Marne" },
    { "ici", "commune:00000", 1, "An example – Ain" },
  };
  g_autoptr (GHashTable) tables = ter_figure_loader_new_tables ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      JsonObject *object = ter_figure_loader_find (self->dashboard, cases[i].figure);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerFigureVariants) variants =
        ter_figure_loader_load_variants (self->base.library, self->dashboard, object, cases[i].territory, tables, &error);
      g_autoptr (TerFigure) alone =
        ter_figure_loader_load (self->base.library, self->dashboard, object, cases[i].territory, NULL, &error);
      g_autofree char *about = NULL;

      g_assert_no_error (error);
      about = ter_figure_loader_dup_about (self->base.library, self->dashboard, variants);
      g_test_message ("case %u", i);
      g_assert_cmpuint (ter_figure_get_n_data (ter_figure_variants_get_initial (variants)), ==, cases[i].n_data);
      g_assert_cmpuint (ter_figure_get_n_data (alone), ==, cases[i].n_data);
      g_assert_cmpstr (about, ==, cases[i].about);
      ter_figure_loader_update (self->base.library, variants, NULL);
      g_assert_false (variants->mine);
    }
  /* The figures share what was read. */
  g_assert_cmpuint (g_hash_table_size (tables), ==, 1);
  g_assert_null (ter_figure_loader_find (self->dashboard, "autre"));
}

static void
test_a_figure_without_a_table_is_an_error (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *figure;
    GIOErrorEnum code;
  } cases[] = {
    { "{\"spec\": {" MARK "}}", G_IO_ERROR_INVALID_DATA },
    { "{\"spec\": {\"data\": {\"name\": \"absente\"}, " MARK "}}", G_IO_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = json_from_string (cases[i].figure, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (
        ter_figure_loader_load_variants (self->base.library, self->dashboard, json_node_get_object (node), NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, (int) cases[i].code);
    }
}

static void
test_a_figure_says_who_was_asked_when_and_by_whom (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *figure;
    const char *base; /* nullable */
    const char *sources;
    const char *date; /* nullable */
  } cases[] = {
    { "{}", NULL, "", NULL },
    { "{'base': {'size': 1302, 'description': 'élus'}, 'sources': [{'title': 'Un'}, {'title': 'Deux'}], 'date': '2019-04'}",
      "1,302 (élus)", "Un, Deux", "April 2019" },
    { "{'base': {'size': 302}, 'sources': [{'url': 'https://example.org'}], 'date': 'hier'}", "302", "", NULL },
    { "{'base': {'description': 'tous les élus'}}", "tous les élus", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = g_strdelimit (g_strdup (cases[i].figure), "'", '"');
      g_autoptr (JsonNode) node = json_from_string (quoted, NULL);
      g_autofree char *base = ter_figure_loader_dup_base (self->dashboard, json_node_get_object (node));
      g_autofree char *sources = ter_figure_loader_dup_sources (self->dashboard, json_node_get_object (node));
      g_autofree char *date = ter_figure_loader_dup_date (json_node_get_object (node));

      g_assert_cmpstr (base, ==, cases[i].base);
      g_assert_cmpstr (sources, ==, cases[i].sources);
      g_assert_cmpstr (date, ==, cases[i].date);
    }
}

#define ADD(name, function) g_test_add ("/figure-loader/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-figure-is-about-the-readers-territory-where-it-is-known", test_a_figure_is_about_the_readers_territory_where_it_is_known);
  ADD ("a-figure-without-a-table-is-an-error", test_a_figure_without_a_table_is_an_error);
  ADD ("a-figure-says-who-was-asked-when-and-by-whom", test_a_figure_says_who_was_asked_when_and_by_whom);
  return g_test_run ();
}
