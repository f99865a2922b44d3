/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-search-state.h"

#include "../pack-files.h"

#define MOST 6

/* (transfer full): hits of these kinds; the entry's id is its place. Text of the pack's JSON is written with ' for ". */
static GPtrArray *
make_hits (const char *const *kinds)
{
  GPtrArray *hits = g_ptr_array_new ();
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autofree char *text = g_strdelimit (g_strdup ("{'name': 'essai', 'title': 'Essai', 'version': '1.0.0', 'languages': ['fr'],"
                                                  " 'format': [1, 0], 'sections': [], 'resources': []}"),
                                        "'", '"');
  g_autoptr (JsonNode) manifest = json_from_string (text, NULL);
  g_autoptr (TerPack) pack = ter_pack_new (fixture_files (folder), json_node_get_object (manifest), NULL, "fr");

  for (guint i = 0; i < MOST && kinds[i] != NULL; i++)
    {
      g_autofree char *entry = g_strdup_printf ("{\"id\": \"%u\", \"kind\": \"%s\", \"title\": \"Un\"}", i, kinds[i]);
      g_autoptr (JsonNode) node = json_from_string (entry, NULL);
      TerSearchHit *hit = g_new0 (TerSearchHit, 1);

      hit->entry = ter_entry_new (pack, json_node_get_object (node));
      g_ptr_array_add (hits, hit);
    }
  return hits;
}

static void
free_hits (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      g_object_unref (((TerSearchHit *) hits->pdata[i])->entry);
      g_free (hits->pdata[i]);
    }
  g_ptr_array_unref (hits);
}

/* (transfer full): "page 0 2, kit 1" */
static char *
describe_groups (const TerSearchView *view)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < view->groups->len; i++)
    {
      const TerSearchGroup *group = g_ptr_array_index (view->groups, i);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", group->kind);
      for (guint j = 0; j < group->hits->len; j++)
        g_string_append_printf (text, " %s", ter_entry_get_id (((TerSearchHit *) group->hits->pdata[j])->entry));
    }
  return g_string_free_and_steal (text);
}

static void
test_what_is_asked_for_and_found_says_what_to_show (void)
{
  static const struct
  {
    const char *text;
    gboolean known;
    const char *kinds[MOST];
    guint n_total;
    TerSearchStage stage;
    const char *title; /* nullable */
    const char *groups;
  } cases[] = {
    { "", FALSE, { NULL }, 0, TER_SEARCH_INVITES, NULL, "" },
    { "  \t", FALSE, { NULL }, 0, TER_SEARCH_INVITES, NULL, "" },
    { "mobilité", FALSE, { NULL }, 0, TER_SEARCH_WAITS, NULL, "" },
    { "  xyz ", TRUE, { NULL }, 0, TER_SEARCH_FOUND_NOTHING, "Nothing Found for “xyz”", "" },
    { "un", TRUE, { "page" }, 1, TER_SEARCH_FOUND, "1 result", "page 0" },
    /* A list for each kind, in the order of the best hit of each. */
    { "un", TRUE, { "page", "kit", "page", "theme", "kit" }, 5, TER_SEARCH_FOUND, "5 results", "page 0 2, kit 1 4, theme 3" },
    { "un", TRUE, { "page", "page" }, 412, TER_SEARCH_FOUND, "412 results, the best 2 shown", "page 0 1" },
  };
  g_autoptr (TerSearchState) empty = ter_search_state_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GPtrArray *hits = make_hits (cases[i].kinds);
      g_autoptr (TerSearchState) asked = ter_search_state_with_text (empty, cases[i].text);
      g_autoptr (TerSearchState) state =
        cases[i].known ? ter_search_state_with_hits (asked, hits, cases[i].n_total) : ter_search_state_ref (asked);
      g_autoptr (TerSearchView) view = ter_search_state_apply (state);
      g_autofree char *groups = describe_groups (view);

      g_test_message ("case %u", i);
      g_assert_cmpint ((int) view->stage, ==, (int) cases[i].stage);
      g_assert_cmpstr (view->title, ==, cases[i].title);
      g_assert_cmpstr (groups, ==, cases[i].groups);
      g_clear_pointer (&view, ter_search_view_free);
      free_hits (hits);
    }
  g_assert_cmpstr (ter_search_state_get_text (empty), ==, "");
}

/* What was found is of the text that it was found for. */
static void
test_another_text_forgets_what_was_found (void)
{
  GPtrArray *hits = make_hits ((const char *const[MOST]) { "page", NULL });
  g_autoptr (TerSearchState) empty = ter_search_state_new ();
  g_autoptr (TerSearchState) asked = ter_search_state_with_text (empty, "un");
  g_autoptr (TerSearchState) found = ter_search_state_with_hits (asked, hits, 1);
  g_autoptr (TerSearchState) other = ter_search_state_with_text (found, "une");
  g_autoptr (TerSearchView) view = ter_search_state_apply (other);
  g_autoptr (TerSearchView) before = ter_search_state_apply (found);

  g_assert_cmpint ((int) view->stage, ==, TER_SEARCH_WAITS);
  g_assert_cmpuint (view->groups->len, ==, 0);
  g_assert_cmpint ((int) before->stage, ==, TER_SEARCH_FOUND);
  g_assert_cmpstr (ter_search_state_get_text (found), ==, "un");
  g_clear_pointer (&before, ter_search_view_free);
  free_hits (hits);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-state/what-is-asked-for-and-found-says-what-to-show",
                   test_what_is_asked_for_and_found_says_what_to_show);
  g_test_add_func ("/search-state/another-text-forgets-what-was-found", test_another_text_forgets_what_was_found);
  return g_test_run ();
}
