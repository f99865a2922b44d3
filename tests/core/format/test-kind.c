/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-kind.h"

#include <string.h>

static void
test_each_row_is_whole (void)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) ranks = g_hash_table_new (NULL, NULL);
  guint n = 0;

  for (const char *const *id = ter_kind_list (); *id != NULL; id++, n++)
    {
      g_assert_cmpuint (ter_kind_find (*id), ==, n);
      g_assert_true (ter_kind_is (*id, n));
      g_assert_true (g_str_has_suffix (ter_kind_get_icon (*id), "-symbolic"));
      g_assert_true (g_hash_table_add (words, (gpointer) ter_kind_get_title (*id)));
      g_assert_true (g_hash_table_add (words, (gpointer) ter_kind_get_plural (*id)));
      for (guint phrase = 0; phrase < TER_N_KIND_PHRASES; phrase++)
        g_assert_true (g_hash_table_add (words, (gpointer) ter_kind_get_phrase (*id, phrase)));
      /* One each, without a gap: the index of titles has room for few. */
      g_assert_cmpuint (ter_kind_get_rank (*id), <, TER_N_KINDS);
      g_assert_true (g_hash_table_add (ranks, GUINT_TO_POINTER (ter_kind_get_rank (*id))));
    }
  g_assert_cmpuint (n, ==, TER_N_KINDS);
}

static void
test_the_places_below_a_goal_have_no_gap (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  const char *id;

  for (guint place = 1; (id = ter_kind_get_beside_goal (place)) != NULL; place++)
    g_assert_true (g_hash_table_add (seen, (gpointer) id));
  /* All but goals themselves. */
  g_assert_cmpuint (g_hash_table_size (seen), ==, TER_N_KINDS - 1);
  g_assert_false (g_hash_table_contains (seen, "goal"));
}

static void
test_rules_are_the_kinds (void)
{
  static const struct
  {
    TerKindTraits trait;
    const char *kinds[4];
  } cases[] = {
    { TER_KIND_SOURCED, { "document", "example", "goal" } },
    { TER_KIND_DATED, { "document", "example" } },
    { TER_KIND_LICENSED, { "kit" } },
    { TER_KIND_NEAR_THEME, { "webinar", "kit", "example" } },
    { TER_KIND_TAKES_PLACE, { "webinar" } },
    { TER_KIND_HOLDS_FIGURES, { "dashboard" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (const char *const *id = ter_kind_list (); *id != NULL; id++)
      g_assert_cmpint (ter_kind_has (*id, cases[i].trait), ==, g_strv_contains ((const char *const *) cases[i].kinds, *id));
}

static void
test_a_kind_that_is_not_known_is_shown_quietly (void)
{
  static const char *const ids[] = { "carousel", "", "Theme", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpuint (ter_kind_find (ids[i]), ==, TER_N_KINDS);
      g_assert_false (ter_kind_is (ids[i], TER_KIND_THEME));
      g_assert_false (ter_kind_has (ids[i], ~0));
      g_assert_cmpstr (ter_kind_get_title (ids[i]), ==, "Other");
      g_assert_cmpstr (ter_kind_get_plural (ids[i]), ==, "Others");
      g_assert_null (ter_kind_get_phrase (ids[i], TER_KIND_ADDED));
      g_assert_cmpstr (ter_kind_get_icon (ids[i]), ==, "folder-symbolic");
      g_assert_cmpuint (ter_kind_get_rank (ids[i]), ==, TER_N_KINDS);
    }
}

/* The pack that the tests of the window, of mutants and of schemas take to have one of each. */
static void
test_the_pack_of_every_kind_has_it (void)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests/corpus/packs/valid/every-kind/content/entries.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  for (const char *const *id = ter_kind_list (); *id != NULL; id++)
    {
      g_autofree char *member = g_strdup_printf ("\"kind\": \"%s\"", *id);

      g_test_message ("%s", *id);
      g_assert_nonnull (strstr (text, member));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kind/each-row-is-whole", test_each_row_is_whole);
  g_test_add_func ("/kind/the-places-below-a-goal-have-no-gap", test_the_places_below_a_goal_have_no_gap);
  g_test_add_func ("/kind/rules-are-the-kinds", test_rules_are_the_kinds);
  g_test_add_func ("/kind/a-kind-that-is-not-known-is-shown-quietly", test_a_kind_that_is_not_known_is_shown_quietly);
  g_test_add_func ("/kind/the-pack-of-every-kind-has-it", test_the_pack_of_every_kind_has_it);

  return g_test_run ();
}
