/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-resource-guess.h"

#include "made-pack.h"
#include "ter-json.h"
#include "ter-limits.h"

static JsonObject *
guess (MadePack *made, const char *path, GHashTable *names)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (made->folder);

  return ter_resource_guess (files, path, names);
}

static void
a_path_tells_role_and_type (void)
{
  static const struct
  {
    const char *path;
    const char *name, *role, *mediatype;
  } cases[] = {
    { "content/entries.json", "entries", "entries", "application/json" },
    { "content/vocabularies.json", "vocabularies", "vocabularies", "application/json" },
    { "content/vocabulary-odd.json", "vocabulary-odd", "vocabularies", "application/json" },
    { "texts/Le guide.md", "le-guide", "text", "text/markdown" },
    { "files/guide.md", "guide", "attachment", "text/markdown" },
    { "files/photo.PNG", "photo", "picture", "image/png" },
    { "pictures/été.jpeg", "ete", "picture", "image/jpeg" },
    { "a.tar.gz", "a-tar", "attachment", "application/octet-stream" },
    { "LICENCE", "licence", "attachment", "application/octet-stream" },
    { "files/é—à.pdf", "e-a", "attachment", "application/pdf" },
    { "files/…pdf", "pdf", "attachment", "application/octet-stream" },
    { "files/…", "file", "attachment", "application/octet-stream" },
    { "files/.hidden", "hidden", "attachment", "application/octet-stream" },
  };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (JsonObject) resource = guess (&made, cases[i].path, names);

      g_test_message ("%s", cases[i].path);
      g_assert_cmpstr (ter_json_get_string (resource, "path"), ==, cases[i].path);
      g_assert_cmpstr (ter_json_get_string (resource, "name"), ==, cases[i].name);
      g_assert_cmpstr (ter_json_get_string (resource, "role"), ==, cases[i].role);
      g_assert_cmpstr (ter_json_get_string (resource, "mediatype"), ==, cases[i].mediatype);
      g_assert_false (json_object_has_member (resource, "bytes"));
      g_assert_false (json_object_has_member (resource, "hash"));
    }
  made_pack_clear (&made);
}

static void
a_name_that_is_taken_gets_a_number (void)
{
  static const char *const expected[][2] = {
    { "a/guide.md", "guide-2" }, { "b/Guide.txt", "guide-3" }, { "c/other.md", "other" }, { "d/guide.md", "guide-4" }
  };
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  MadePack made;

  made_pack_init (&made);
  g_hash_table_add (names, g_strdup ("guide"));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (JsonObject) resource = guess (&made, expected[i][0], names);

      g_assert_cmpstr (ter_json_get_string (resource, "name"), ==, expected[i][1]);
      g_assert_true (g_hash_table_contains (names, expected[i][1]));
    }
  made_pack_clear (&made);
}

static void
a_long_name_is_one_that_a_pack_may_have (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *base = g_strnfill (300, 'a'), *path = g_strconcat (base, ".md", NULL);
  MadePack made;

  made_pack_init (&made);
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (JsonObject) resource = guess (&made, path, names);

      g_assert_cmpuint (strlen (ter_json_get_string (resource, "name")), <=, TER_LIMIT_NAME_CHARS);
    }
  g_assert_cmpuint (g_hash_table_size (names), ==, 20);
  made_pack_clear (&made);
}

static void
an_outline_s_level_is_in_its_name (void)
{
  static const char *const cases[][2] = {
    { "maps/regions.geojson", "region" },
    { "maps/france-departements.geojson", "departement" },
    { "maps/communes-94.geojson", "commune" },
    { "maps/france.geojson", "country" },
  };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (JsonObject) resource = guess (&made, cases[i][0], names);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (ter_json_get_string (resource, "level"), ==, cases[i][1]);
    }
  made_pack_clear (&made);
}

/* "code:string n:integer": the fields that were inferred. */
static char *
dup_fields (JsonObject *resource)
{
  JsonArray *fields = ter_json_get_array (ter_json_get_object (resource, "schema"), "fields");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ter_json_array_length (fields); i++)
    g_string_append_printf (text, "%s%s:%s", i > 0 ? " " : "", ter_json_get_string (ter_json_array_object (fields, i), "name"),
                            ter_json_get_string (ter_json_array_object (fields, i), "type"));
  return g_string_free (text, FALSE);
}

/* The file stays as it is: what it does not write as the format does is text. */
static void
a_table_s_schema_is_what_its_cells_are (void)
{
  static const char *const cases[][2] = {
    { "code,n,x\n01,1,1.5\n02,2,2\n", "code:string n:integer x:number" },
    { "Nom,Année\nA,2020\n", "Nom:string Année:year" },
    { "n\n1 234\n", "n:string" },
    { "n\n\"1,5\"\n", "n:string" },
    { "", "" },
  };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr (JsonObject) resource = NULL;
      g_autofree char *fields = NULL;

      made_pack_write (&made, "data/t.csv", cases[i][0]);
      resource = guess (&made, "data/t.csv", names);
      fields = dup_fields (resource);
      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (fields, ==, cases[i][1]);
    }
  {
    g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr (JsonObject) missing = guess (&made, "data/none.csv", names);

    g_assert_cmpstr (ter_json_get_string (missing, "role"), ==, "table");
    g_assert_false (json_object_has_member (missing, "schema"));
  }
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/resource-guess/a-path-tells-role-and-type", a_path_tells_role_and_type);
  g_test_add_func ("/resource-guess/a-name-that-is-taken-gets-a-number", a_name_that_is_taken_gets_a_number);
  g_test_add_func ("/resource-guess/a-long-name-is-one-that-a-pack-may-have", a_long_name_is_one_that_a_pack_may_have);
  g_test_add_func ("/resource-guess/an-outline-s-level-is-in-its-name", an_outline_s_level_is_in_its_name);
  g_test_add_func ("/resource-guess/a-table-s-schema-is-what-its-cells-are", a_table_s_schema_is_what_its_cells_are);
  return g_test_run ();
}
