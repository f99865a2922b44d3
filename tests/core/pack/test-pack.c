/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-private.h"

#include "made-pack.h"

#define LANGUAGES(list) "{'name': 'n', 'title': 'T', 'title@en': 'E', 'title@oc': 'O', 'languages': " list "}"

static void
the_language_shown_is_one_that_the_pack_has (void)
{
  static const struct
  {
    const char *manifest, *wanted;
    const char *shown, *looked_up, *title;
  } cases[] = {
    { LANGUAGES ("['fr', 'en']"), "fr", "fr", NULL, "T" },
    { LANGUAGES ("['fr', 'en']"), "fr-CA", "fr", NULL, "T" },
    { LANGUAGES ("['fr', 'en']"), "FR", "fr", NULL, "T" },
    { LANGUAGES ("['fr', 'en']"), "en-GB", "en", "en", "E" },
    { LANGUAGES ("['fr', 'en']"), "en_US", "en", "en", "E" },
    { LANGUAGES ("['fr', 'en']"), NULL, "fr", NULL, "T" },
    { LANGUAGES ("['fr', 'en']"), "de", "en", "en", "E" }, /* the interface's, English here, before the pack's first */
    { LANGUAGES ("['fr', 7, 'en']"), "en", "en", "en", "E" },
    /* It is not said to have Occitan, yet a member has it. */
    { LANGUAGES ("['fr']"), "oc", "fr", "oc", "O" },
    { LANGUAGES ("[]"), "fr", "", "fr", "T" },
    { LANGUAGES ("'fr'"), "fr", "", "fr", "T" },
    { LANGUAGES ("['fro', 'en']"), "fr", "en", "en", "E" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerPack) pack = make_pack_in (NULL, cases[i].manifest, NULL, cases[i].wanted);

      g_test_message ("%s %s", cases[i].manifest, cases[i].wanted);
      g_assert_cmpstr (ter_pack_get_language (pack), ==, cases[i].shown);
      g_assert_cmpstr (ter_pack_get_lookup_language (pack), ==, cases[i].looked_up);
      g_assert_cmpstr (ter_pack_get_title (pack), ==, cases[i].title);
    }
}

static void
the_publisher_is_the_first_who_says_so (void)
{
  static const struct
  {
    const char *contributors;
    const char *publisher;
  } cases[] = {
    { "[{'title': 'A', 'roles': ['author']}, {'title': 'B', 'roles': ['publisher']}, {'title': 'C', 'roles': ['publisher']}]",
      "B" },
    { "[{'title': 'A', 'title@en': 'An', 'roles': ['author', 'publisher']}]", "An" },
    { "[{'roles': ['publisher']}, {'title': 'B', 'roles': ['publisher']}]", "B" },
    { "[{'title': 'A', 'roles': 'publisher'}, 7]", NULL },
    { "{}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *manifest = g_strdup_printf ("{'languages': ['fr', 'en'], 'contributors': %s}", cases[i].contributors);
      g_autoptr (TerPack) pack = make_pack_in (NULL, manifest, NULL, "en");

      g_test_message ("%s", cases[i].contributors);
      g_assert_cmpstr (ter_pack_get_publisher (pack), ==, cases[i].publisher);
    }
}

static void
sections_are_those_with_an_id (void)
{
  g_autoptr (TerPack) pack = make_pack_in (
    NULL,
    "{'languages': ['fr', 'en'], 'sections': [{'id': 'a', 'title': 'Un', 'title@en': 'One', 'summary': 'S', 'icon': 'map', 'view': 'pages', 'notice': 'N', 'more': 1},"
    " 7, {'title': 'no id'}, {'id': 7}, {'id': 'b'}]}",
    NULL, "en");
  const TerSection *a = ter_pack_find_section (pack, "a"), *b = ter_pack_find_section (pack, "b");

  g_assert_cmpuint (ter_pack_get_n_sections (pack), ==, 2);
  g_assert_true (ter_pack_get_section (pack, 0) == a);
  g_assert_true (ter_pack_get_section (pack, 1) == b);
  g_assert_cmpstr (a->title, ==, "One");
  g_assert_cmpstr (a->summary, ==, "S");
  g_assert_cmpstr (a->icon, ==, "map");
  g_assert_cmpstr (a->notice, ==, "N");
  g_assert_cmpint (json_object_get_int_member (a->object, "more"), ==, 1);
  g_assert_cmpstr (b->title, ==, "b");
  g_assert_cmpstr (b->view, ==, "");
  g_assert_null (b->summary);
  g_assert_null (ter_pack_find_section (pack, "c"));
}

static void
terms_keep_their_order_and_the_first_of_an_id_stays (void)
{
  g_autoptr (TerPack) pack = make_pack_in (
    NULL, "{'languages': ['fr', 'en']}",
    "[{'id': 'v', 'title': 'V', 'title@en': 'W', 'terms': [{'id': 'z', 'title': 'Zède', 'title@en': 'Zed', 'abbreviation': 'Z.', 'color': '#00FF00'}, {'id': 'a'},"
    " {'id': 'z', 'title': 'again'}, 7]}, {'terms': [{'id': 'x'}]}, {'id': 'u', 'terms': [{'id': 'z'}]}, {'id': 'w'}]",
    "en");
  g_autoptr (GPtrArray) v = ter_pack_list_terms (pack, "v"), w = ter_pack_list_terms (pack, "w"),
                        x = ter_pack_list_terms (pack, "x");
  const TerTerm *z = ter_pack_find_term (pack, "v:z");

  g_assert_cmpuint (v->len, ==, 2);
  g_assert_true (g_ptr_array_index (v, 0) == z);
  g_assert_cmpstr (((TerTerm *) g_ptr_array_index (v, 1))->title, ==, "a");
  g_assert_cmpstr (z->title, ==, "Zed");
  g_assert_cmpstr (z->abbreviation, ==, "Z.");
  g_assert_cmpstr (z->vocabulary, ==, "v");
  g_assert_true (ter_pack_find_term (pack, "u:z") != z);
  g_assert_null (ter_pack_find_term (pack, "z"));
  g_assert_cmpuint (w->len + x->len, ==, 0);
  g_assert_cmpstr (ter_pack_get_vocabulary_title (pack, "v"), ==, "W");
  g_assert_null (ter_pack_get_vocabulary_title (pack, "u"));
  g_assert_null (ter_pack_get_vocabulary_title (pack, "x"));
}

/* A file is what the manifest lists, by its path; nothing else of the disk can be named. */
static void
a_path_wins_over_a_name_and_only_a_path_is_a_file (void)
{
  g_autoptr (TerPack) pack = make_pack_in (
    NULL, "{'resources': [{'name': 'b', 'path': 'a'}, {'name': 'c', 'path': 'b'}, {'name': 'd'}, {'name': 'a', 'path': 'e'}, 7]}",
    NULL, NULL);
  g_autoptr (GFile) file = ter_pack_dup_file (pack, "e");

  g_assert_cmpstr (json_object_get_string_member (ter_pack_find_resource (pack, "b"), "name"), ==, "c");
  g_assert_cmpstr (json_object_get_string_member (ter_pack_find_resource (pack, "a"), "name"), ==, "b");
  g_assert_cmpstr (json_object_get_string_member (ter_pack_find_resource (pack, "c"), "path"), ==, "b");
  g_assert_nonnull (ter_pack_find_resource (pack, "d"));
  g_assert_cmpstr (g_file_peek_path (file), ==, "/nonexistent/e");
  g_assert_null (ter_pack_dup_file (pack, "c"));
  g_assert_null (ter_pack_dup_file (pack, "d"));
  g_assert_null (ter_pack_dup_file (pack, "../e"));
}

/* It keeps what it was made of: the caller lets go at once. */
static void
a_pack_owns_what_it_tells (void)
{
  JsonNode *root = parse_quoted ("{'name': 'n', 'version': '1.0.0', 'languages': ['fr'], 'sections': [{'id': 'a'}]}");
  JsonNode *words = parse_quoted ("[{'id': 'v', 'terms': [{'id': 't'}]}]");
  GFile *folder = g_file_new_for_path ("/nonexistent");
  TerPackFiles *files = ter_pack_files_new_for_folder (folder);
  g_autoptr (TerPack) pack = ter_pack_new (files, json_node_get_object (root), json_node_get_array (words), "fr");

  json_node_unref (root);
  json_node_unref (words);
  g_object_unref (files);
  g_object_unref (folder);
  g_assert_cmpstr (ter_pack_get_id (pack), ==, "n");
  g_assert_cmpstr (ter_pack_get_title (pack), ==, "n");
  g_assert_cmpstr (ter_pack_get_version (pack), ==, "1.0.0");
  g_assert_cmpstr (ter_pack_find_section (pack, "a")->id, ==, "a");
  g_assert_cmpstr (ter_pack_find_term (pack, "v:t")->title, ==, "t");
  g_assert_cmpuint (json_array_get_length (ter_pack_get_vocabularies (pack)), ==, 1);
  g_assert_cmpstr (ter_pack_files_get_uri (ter_pack_get_files (pack)), ==, "file:///nonexistent");
}

static void
a_broken_pack_answers_everything_with_nothing (void)
{
  g_autoptr (GListStore) issues = g_list_store_new (TER_TYPE_ISSUE);
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (TerPack) pack = ter_pack_new_broken (files, "dossier", G_LIST_MODEL (issues));

  g_assert_true (ter_pack_is_broken (pack));
  g_assert_true (ter_pack_get_issues (pack) == G_LIST_MODEL (issues));
  g_assert_cmpstr (ter_pack_get_id (pack), ==, "dossier");
  g_assert_cmpstr (ter_pack_get_title (pack), ==, "dossier");
  g_assert_cmpstr (ter_pack_get_version (pack), ==, "");
  g_assert_cmpstr (ter_pack_get_description (pack), ==, "");
  g_assert_cmpstr (ter_pack_get_language (pack), ==, "");
  g_assert_cmpuint (ter_pack_get_n_sections (pack), ==, 0);
  g_assert_null (ter_pack_get_vocabularies (pack));
  g_assert_null (ter_pack_find_resource (pack, "a"));
  g_assert_null (ter_pack_get_vocabulary_title (pack, "v"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/the-language-shown-is-one-that-the-pack-has", the_language_shown_is_one_that_the_pack_has);
  g_test_add_func ("/pack/the-publisher-is-the-first-who-says-so", the_publisher_is_the_first_who_says_so);
  g_test_add_func ("/pack/sections-are-those-with-an-id", sections_are_those_with_an_id);
  g_test_add_func ("/pack/terms-keep-their-order-and-the-first-of-an-id-stays",
                   terms_keep_their_order_and_the_first_of_an_id_stays);
  g_test_add_func ("/pack/a-path-wins-over-a-name-and-only-a-path-is-a-file", a_path_wins_over_a_name_and_only_a_path_is_a_file);
  g_test_add_func ("/pack/a-pack-owns-what-it-tells", a_pack_owns_what_it_tells);
  g_test_add_func ("/pack/a-broken-pack-answers-everything-with-nothing", a_broken_pack_answers_everything_with_nothing);
  return g_test_run ();
}
