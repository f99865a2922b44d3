/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-member-table.h"

#include <string.h>

#include "ter-kind.h"

static void
test_words_for_people_are_found_by_their_names (void)
{
  static const char *const searched[] = { "title",     "summary",  "body",         "notice", "description", "abbreviation",
                                          "question",  "note",     "label",        "name",   "author",      "place",
                                          "actors",    "speakers", "organisation", "credit", "alt",         "role",
                                          "institute", "need",     "how",          "means",  "text",        "difficulty",
                                          "transpose", NULL };
  g_autoptr (GHashTable) names = ter_member_table_dup_names (TER_MEMBER_SEARCHED);

  for (guint i = 0; searched[i] != NULL; i++)
    g_assert_true (g_hash_table_contains (names, searched[i]));
  g_assert_cmpuint (g_hash_table_size (names), ==, g_strv_length ((char **) searched));
}

static void
test_each_kind_is_in_both_tables (void)
{
  g_autofree char *text = ter_member_table_dup_text ();
  g_autoptr (JsonNode) json = ter_member_table_to_json ();

  g_assert_cmpuint (json_array_get_length (json_node_get_array (json)), >, 150);
  for (const char *const *kind = ter_kind_list (); *kind != NULL; kind++)
    {
      g_autofree char *mark = g_strdup_printf ("`%s`", *kind);

      g_assert_nonnull (strstr (text, mark));
    }
  g_assert_nonnull (strstr (text, "| `webinar` | `agenda[].title` | localised text | required |\n"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/member-table/words-for-people-are-found-by-their-names", test_words_for_people_are_found_by_their_names);
  g_test_add_func ("/member-table/each-kind-is-in-both-tables", test_each_kind_is_in_both_tables);

  return g_test_run ();
}
