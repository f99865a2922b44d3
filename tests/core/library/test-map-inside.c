/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-map-inside.h"

#include <math.h>

#include "library-fixture.h"

/* A figure of one number, which the tables of the pack have under its column's name, or not. */
static TerFigure *
make_figure (const char *column)
{
  g_autofree char *fields =
    g_strdup_printf ("{\"mediatype\": \"text/csv\", \"schema\": {\"fields\": [{\"name\": \"nom\", \"type\": \"string\"},"
                     " {\"name\": \"%s\", \"type\": \"number\", \"title\": \"Nombre\"}]}}",
                     column);
  g_autofree char *text = g_strdup_printf ("{\"mark\": \"bar\", \"encoding\": {\"y\": {\"field\": \"nom\", \"type\": \"nominal\"},"
                                           " \"x\": {\"field\": \"%s\", \"type\": \"quantitative\"}}}",
                                           column);
  g_autofree char *rows = g_strdup_printf ("nom,%s\nun,1\n", column);
  g_autoptr (JsonNode) resource = json_from_string (fields, NULL);
  g_autoptr (JsonNode) spec = json_from_string (text, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (rows, strlen (rows));
  g_autoptr (TerTable) table = ter_table_new_from_bytes (bytes, json_node_get_object (resource), "fr", NULL);

  g_assert_nonnull (table);
  return ter_figure_new (json_node_get_object (spec), table);
}

static void
test_what_is_within_a_territory_is_a_map_or_a_list (LibraryFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *territory, *name;
    const char *column;
    TerLevel level;
    const char *title;
    const char *map; /* nullable: a list */
  } cases[] = {
    { "country:FR", "France", "communes", TER_LEVEL_REGION, "France", "Nombre – France" },
    { "region:53", "Bretagne", "communes", TER_LEVEL_DEPARTEMENT, "Bretagne", "Nombre – Bretagne" },
    { "region:53", "Bretagne", "inconnu", TER_LEVEL_DEPARTEMENT, "Bretagne", "Population of Bretagne" },
    { "departement:90", "Territoire de Belfort", "communes", TER_LEVEL_COMMUNE, "Territoire de Belfort: 101 communes", NULL },
  };
  TerPack *pack = ter_library_get_atlas (self->library);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerMapTrail) trail = ter_map_trail_with_territory (NULL, cases[i].territory, cases[i].name);
      g_autoptr (TerFigure) figure = make_figure (cases[i].column);
      g_autoptr (TerMapInside) inside = ter_map_inside_new (self->library, pack, figure, trail);

      g_test_message ("case %u", i);
      g_assert_nonnull (inside);
      g_assert_cmpint ((int) inside->level, ==, (int) cases[i].level);
      g_assert_cmpstr (inside->title, ==, cases[i].title);
      g_assert_cmpstr (inside->name, ==, cases[i].map);
      g_assert_cmpint (inside->geometry != NULL, ==, cases[i].map != NULL);
    }
}

static void
test_its_parts_have_the_figures_number_or_their_population (LibraryFixture *self, gconstpointer data)
{
  g_autoptr (TerMapTrail) trail = ter_map_trail_with_territory (NULL, "region:53", "Bretagne");
  TerPack *pack = ter_library_get_atlas (self->library);

  for (guint own = 0; own < 2; own++)
    {
      g_autoptr (TerFigure) figure = make_figure (own ? "communes" : "inconnu");
      g_autoptr (TerMapInside) inside = ter_map_inside_new (self->library, pack, figure, trail);
      TerOutline *outline = ter_map_geometry_get_outline (inside->geometry);
      guint index;

      g_assert_cmpint (inside->is_own, ==, own);
      /* Those of the région and no other. */
      g_assert_cmpuint (inside->parts->len, ==, 4);
      g_assert_cmpuint (ter_outline_get_n_features (outline), ==, 4);
      for (guint i = 0; i < inside->parts->len; i++)
        {
          const TerTerritory *part = g_ptr_array_index (inside->parts, i);
          const guint n = ter_library_count_territories (self->library, pack, part->id, TER_LEVEL_COMMUNE);

          g_assert_true (ter_outline_find (outline, ter_territory_get_code (part->id), &index));
          g_assert_cmpfloat (inside->values[index], ==, own ? n : part->population);
          g_assert_cmpint (ter_map_scale_find (&inside->scale, inside->values[index]), >=, 0);
        }
    }
}

static void
test_nothing_is_within_a_commune_or_what_is_not_known (LibraryFixture *self, gconstpointer data)
{
  static const char *const territories[] = { "commune:29019", "region:00", "canton:2901", "" };
  g_autoptr (TerFigure) figure = make_figure ("communes");

  for (guint i = 0; i < G_N_ELEMENTS (territories); i++)
    {
      g_autoptr (TerMapTrail) trail = ter_map_trail_with_territory (NULL, territories[i], "Là");

      g_assert_null (ter_map_inside_new (self->library, ter_library_get_atlas (self->library), figure, trail));
    }
}

/* The platform's pack has the outlines of régions and départements, and not of communes. */
#define ADD(name, function) \
  g_test_add ("/map-inside/" name, LibraryFixture, "fr", library_fixture_set_up_platform, function, library_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-is-within-a-territory-is-a-map-or-a-list", test_what_is_within_a_territory_is_a_map_or_a_list);
  ADD ("its-parts-have-the-figures-number-or-their-population", test_its_parts_have_the_figures_number_or_their_population);
  ADD ("nothing-is-within-a-commune-or-what-is-not-known", test_nothing_is_within_a_commune_or_what_is_not_known);
  return g_test_run ();
}
