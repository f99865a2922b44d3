/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pack-fixture.h"
#include "ter-indexer.h"

typedef struct
{
  GFile *folder;
  GFile *place;
  GFile *catalogue;
  TerLibrary *library;
  PackFixture *pack;
  guint n_changes;
} Fixture;

static void
count_cb (TerLibrary *library, gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
refresh (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->n_changes = 0;
  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_folder_new ();
  self->place = g_file_get_child (self->folder, "packs");
  self->catalogue = g_file_resolve_relative_path (self->folder, "cache/catalogue.sqlite");
  self->pack = pack_fixture_new (self->place, "essai");
  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Premier\"}");
  pack_fixture_write (self->pack);
  self->library = fixture_library_new (self->catalogue, self->place, "fr");
  g_signal_connect (self->library, "changed", G_CALLBACK (count_cb), &self->n_changes);
  refresh (self);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pack_fixture_free (self->pack);
  fixture_library_free (self->library);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_object_unref (self->place);
  g_object_unref (self->catalogue);
}

static char *
dup_title (Fixture *self, const char *pack, const char *id)
{
  g_autoptr (TerEntry) entry = ter_library_dup_entry (self->library, pack, id, NULL);

  return entry != NULL ? g_strdup (ter_entry_get_title (entry)) : NULL;
}

static guint
count_packs (Fixture *self)
{
  return g_list_model_get_n_items (ter_library_get_packs (self->library));
}

/* The entries' file says something else, with the size and the time it had: who read it would notice. */
static void
test_an_unchanged_pack_is_not_read_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (pack_fixture_get_folder (self->pack), "content/entries.json");
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, "time::modified,time::modified-usec,time::modified-nsec", G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (TerPack) before = g_object_ref (ter_library_get_pack (self->library, "essai"));
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autofree char *title = NULL;
  gsize size;

  g_file_load_contents (file, NULL, &contents, &size, NULL, &error);
  g_assert_no_error (error);
  memset (contents, 'x', size);
  g_file_replace_contents (file, contents, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_set_attributes_from_info (file, info, G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);

  refresh (self);
  title = dup_title (self, "essai", "un");
  g_assert_cmpstr (title, ==, "Premier");
  g_assert_cmpuint (self->n_changes, ==, 0);
  g_assert_true (ter_library_get_pack (self->library, "essai") == before);
}

static void
test_a_changed_pack_is_indexed_again (Fixture *self, gconstpointer data)
{
  g_autofree char *title = NULL;
  g_autofree char *gone = NULL;
  g_autoptr (GPtrArray) old_hits = NULL;

  pack_fixture_entries (self->pack, "{\"id\": \"deux\", \"kind\": \"page\", \"title\": \"Second\"}");
  pack_fixture_write (self->pack);
  refresh (self);

  title = dup_title (self, "essai", "deux");
  gone = dup_title (self, "essai", "un");
  old_hits = fixture_search (self->library, "premier", 10, NULL);
  g_assert_cmpstr (title, ==, "Second");
  g_assert_cmpstr (gone, ==, NULL);
  g_assert_cmpuint (old_hits->len, ==, 0);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_cmpuint (count_packs (self), ==, 1);
}

static void
test_a_page_that_holds_the_former_pack_still_gets_answers (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPack) before = g_object_ref (ter_library_get_pack (self->library, "essai"));
  g_autoptr (GError) error = NULL;
  g_autofree char *ids = NULL;

  pack_fixture_entries (self->pack, "{\"id\": \"deux\", \"kind\": \"page\", \"title\": \"Second\"}");
  pack_fixture_write (self->pack);
  refresh (self);
  ids = fixture_ids (ter_library_list_section (self->library, before, ter_pack_get_section (before, 0), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (ids, ==, "deux");
}

static void
test_a_vanished_pack_is_forgotten (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;

  fixture_folder_remove (pack_fixture_get_folder (self->pack));
  refresh (self);
  hits = fixture_search (self->library, "premier", 10, NULL);
  g_assert_cmpuint (count_packs (self), ==, 0);
  g_assert_cmpuint (hits->len, ==, 0);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

static void
test_a_new_pack_takes_its_place_in_the_list (Fixture *self, gconstpointer data)
{
  g_autoptr (PackFixture) other = pack_fixture_new (self->place, "autre");
  g_autoptr (TerPack) first = NULL;
  g_autofree char *title = NULL;

  pack_fixture_entries (other, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Ailleurs\"}");
  pack_fixture_write (other);
  refresh (self);
  first = g_list_model_get_item (ter_library_get_packs (self->library), 0);
  title = dup_title (self, "autre", "un");
  g_assert_cmpuint (count_packs (self), ==, 2);
  g_assert_cmpstr (ter_pack_get_id (first), ==, "autre");
  g_assert_cmpstr (title, ==, "Ailleurs");
}

static void
test_of_two_packs_with_one_id_the_first_place_counts (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) second = g_file_get_child (self->folder, "second");
  g_autoptr (PackFixture) twin = pack_fixture_new (second, "essai");
  g_autoptr (GListStore) places = g_list_store_new (G_TYPE_FILE);
  g_autofree char *title = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  pack_fixture_entries (twin, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Jumeau\"}");
  pack_fixture_write (twin);
  g_list_store_append (places, self->place);
  g_list_store_append (places, second);
  g_signal_handlers_disconnect_by_data (self->library, &self->n_changes);
  g_object_unref (self->library);
  self->library = ter_library_new (self->catalogue, G_LIST_MODEL (places), "fr");
  refresh (self);
  title = dup_title (self, "essai", "un");
  hits = fixture_search (self->library, "jumeau", 10, NULL);
  g_assert_cmpuint (count_packs (self), ==, 1);
  g_assert_cmpstr (title, ==, "Premier");
  g_assert_cmpuint (hits->len, ==, 0);

  /* The first place's goes: now the second's counts. */
  fixture_folder_remove (pack_fixture_get_folder (self->pack));
  refresh (self);
  g_free (title);
  title = dup_title (self, "essai", "un");
  g_assert_cmpstr (title, ==, "Jumeau");
}

static void
test_a_broken_pack_is_shown_beside_the_good_ones (Fixture *self, gconstpointer data)
{
  g_autoptr (PackFixture) broken = pack_fixture_new (self->place, "casse");
  g_autofree char *title = NULL;
  TerPack *pack;

  pack_fixture_add (broken, "content/entries.json", "entries", "[{\"id\": \"un\", \"kind\": \"page\", \"title\": ", NULL);
  pack_fixture_write (broken);
  refresh (self);
  pack = ter_library_get_pack (self->library, "casse");
  title = dup_title (self, "essai", "un");
  g_assert_nonnull (pack);
  g_assert_true (ter_pack_is_broken (pack));
  g_assert_cmpuint (g_list_model_get_n_items (ter_pack_get_issues (pack)), >, 0);
  g_assert_cmpstr (title, ==, "Premier");
}

static void
test_a_broken_pack_is_told_again_from_the_index (Fixture *self, gconstpointer data)
{
  g_autoptr (PackFixture) broken = pack_fixture_new (self->place, "casse");
  g_autoptr (TerLibrary) second = NULL;
  g_autoptr (TerIssue) before = NULL;
  g_autoptr (TerIssue) after = NULL;
  g_autofree char *sentence_before = NULL;
  g_autofree char *sentence_after = NULL;

  pack_fixture_add (broken, "content/entries.json", "entries", "[{\"id\": \"Un id\", \"kind\": \"page\", \"title\": \"x\"}]", NULL);
  pack_fixture_write (broken);
  refresh (self);
  second = fixture_library_new (self->catalogue, self->place, "en");
  before = g_list_model_get_item (ter_pack_get_issues (ter_library_get_pack (self->library, "casse")), 0);
  after = g_list_model_get_item (ter_pack_get_issues (ter_library_get_pack (second, "casse")), 0);
  g_assert_nonnull (before);
  g_assert_nonnull (after);
  sentence_before = ter_issue_dup_sentence (before, "fr");
  sentence_after = ter_issue_dup_sentence (after, "fr");
  g_assert_cmpstr (sentence_before, ==, sentence_after);
  g_assert_cmpuint (ter_issue_get_line (before), ==, ter_issue_get_line (after));
}

static void
test_a_pack_that_breaks_is_withdrawn_and_comes_back_mended (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *title = NULL;

  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\"}");
  pack_fixture_write (self->pack);
  refresh (self);
  g_assert_true (ter_pack_is_broken (ter_library_get_pack (self->library, "essai")));
  g_assert_null (dup_title (self, "essai", "un"));
  hits = fixture_search (self->library, "premier", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);

  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Réparé\"}");
  pack_fixture_write (self->pack);
  refresh (self);
  title = dup_title (self, "essai", "un");
  g_assert_cmpstr (title, ==, "Réparé");
}

static void
test_folders_that_are_no_pack_are_told (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) empty = g_file_get_child (self->place, "vide");
  g_autoptr (GFile) hidden = g_file_get_child (self->place, ".cache");
  g_autoptr (GFile) file = g_file_get_child (self->place, "LISEZMOI");

  g_file_make_directory (empty, NULL, NULL);
  g_file_make_directory (hidden, NULL, NULL);
  g_file_replace_contents (file, "x", 1, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, NULL);
  refresh (self);
  g_assert_cmpuint (count_packs (self), ==, 2);
  g_assert_true (ter_pack_is_broken (ter_library_get_pack (self->library, "vide")));
}

static void
test_a_cancelled_refresh_keeps_what_was_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Autre\"}");
  pack_fixture_write (self->pack);
  g_cancellable_cancel (cancellable);
  g_assert_false (fixture_refresh (self->library, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (ter_library_is_refreshing (self->library));
  title = dup_title (self, "essai", "un");
  g_assert_cmpstr (title, ==, "Premier");
}

static void
cancel_cb (TerLibrary *library, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* Many packs, cancelled when the first is there: the ones done are whole, the next refresh does the rest. */
static void
test_a_refresh_cancelled_half_way_goes_on_the_next_time (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *id = g_strdup_printf ("pack-%02u", i);
      g_autoptr (PackFixture) pack = pack_fixture_new (self->place, id);

      pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Premier\"}");
      pack_fixture_write (pack);
    }
  g_signal_connect (self->library, "changed", G_CALLBACK (cancel_cb), cancellable);
  if (!fixture_refresh (self->library, cancellable, &error))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_packs (self), >, 1);
  refresh (self);
  g_assert_cmpuint (count_packs (self), ==, 21);
}

static void
ignore_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gboolean *) user_data = TRUE;
  g_assert_false (ter_library_refresh_finish (TER_LIBRARY (source), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
}

static void
test_one_refresh_at_a_time (Fixture *self, gconstpointer data)
{
  gboolean refused = FALSE;

  ter_library_refresh_async (self->library, NULL, NULL, NULL);
  g_assert_true (ter_library_is_refreshing (self->library));
  ter_library_refresh_async (self->library, NULL, ignore_result_cb, &refused);
  while (!refused || ter_library_is_refreshing (self->library))
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, function) g_test_add ("/indexer/" name, Fixture, NULL, set_up, function, tear_down)

/* A place may be a pack in the making itself: its list is not compared with its files, all else is. */
static void
test_a_draft_is_read_where_it_is_while_it_is_edited (Fixture *self, gconstpointer data)
{
  GFile *draft = pack_fixture_get_folder (self->pack);
  g_autoptr (GFile) catalogue = g_file_get_child (self->folder, "draft.sqlite");
  g_autoptr (GFile) place = g_file_dup (draft);
  g_autoptr (GFile) entries = g_file_resolve_relative_path (draft, "content/entries.json");
  g_autoptr (GFile) note = g_file_get_child (draft, "4913~");
  TerLibrary *library;
  TerPack *pack;

  ter_indexer_set_is_draft (place);
  library = fixture_library_new (catalogue, place, "fr");
  g_assert_true (g_file_replace_contents (entries, "[{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Edited\"}]", 49, NULL, FALSE,
                                          0, NULL, NULL, NULL));
  g_assert_true (g_file_replace_contents (note, "x", 1, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_true (fixture_refresh (library, NULL, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (ter_library_get_packs (library)), ==, 1);
  pack = ter_library_get_pack (library, "essai");
  g_assert_nonnull (pack);
  g_assert_false (ter_pack_is_broken (pack));

  g_assert_true (g_file_replace_contents (entries, "[{", 2, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_true (fixture_refresh (library, NULL, NULL));
  g_assert_true (ter_pack_is_broken (ter_library_get_pack (library, "essai")));
  g_assert_cmpuint (g_list_model_get_n_items (ter_library_get_packs (library)), ==, 1);
  fixture_library_free (library);
}

/* A Flatpak extension holds "packs", and beside it what a software centre reads; or it is a pack itself. */
static void
test_an_extension_holds_its_packs_in_a_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) packs = g_file_resolve_relative_path (self->place, "reseau/packs");
  g_autoptr (GFile) metainfo = g_file_resolve_relative_path (self->place, "reseau/share/metainfo");
  g_autoptr (GFile) deeper = g_file_get_child (packs, "trop");
  g_autoptr (GFile) deepest = g_file_get_child (deeper, "packs");
  g_autoptr (PackFixture) one = pack_fixture_new (packs, "un");
  g_autoptr (PackFixture) two = pack_fixture_new (packs, "deux");
  g_autoptr (PackFixture) hidden = pack_fixture_new (deepest, "cache");

  g_assert_true (g_file_make_directory_with_parents (metainfo, NULL, NULL));
  pack_fixture_entries (one, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_entries (two, "{\"id\": \"deux\", \"kind\": \"page\", \"title\": \"Deux\"}");
  pack_fixture_entries (hidden, "{\"id\": \"trois\", \"kind\": \"page\", \"title\": \"Trois\"}");
  pack_fixture_write (one);
  pack_fixture_write (two);
  pack_fixture_write (hidden);
  refresh (self);

  g_assert_cmpuint (count_packs (self), ==, 4);
  g_assert_false (ter_pack_is_broken (ter_library_get_pack (self->library, "un")));
  g_assert_false (ter_pack_is_broken (ter_library_get_pack (self->library, "deux")));
  g_assert_null (ter_library_get_pack (self->library, "cache"));
  g_assert_true (ter_pack_is_broken (ter_library_get_pack (self->library, "trop")));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-unchanged-pack-is-not-read-again", test_an_unchanged_pack_is_not_read_again);
  ADD ("a-changed-pack-is-indexed-again", test_a_changed_pack_is_indexed_again);
  ADD ("a-page-that-holds-the-former-pack-still-gets-answers", test_a_page_that_holds_the_former_pack_still_gets_answers);
  ADD ("a-vanished-pack-is-forgotten", test_a_vanished_pack_is_forgotten);
  ADD ("a-new-pack-takes-its-place-in-the-list", test_a_new_pack_takes_its_place_in_the_list);
  ADD ("of-two-packs-with-one-id-the-first-place-counts", test_of_two_packs_with_one_id_the_first_place_counts);
  ADD ("a-broken-pack-is-shown-beside-the-good-ones", test_a_broken_pack_is_shown_beside_the_good_ones);
  ADD ("a-broken-pack-is-told-again-from-the-index", test_a_broken_pack_is_told_again_from_the_index);
  ADD ("a-pack-that-breaks-is-withdrawn-and-comes-back-mended", test_a_pack_that_breaks_is_withdrawn_and_comes_back_mended);
  ADD ("folders-that-are-no-pack-are-told", test_folders_that_are_no_pack_are_told);
  ADD ("an-extension-holds-its-packs-in-a-folder", test_an_extension_holds_its_packs_in_a_folder);
  ADD ("a-draft-is-read-where-it-is-while-it-is-edited", test_a_draft_is_read_where_it_is_while_it_is_edited);
  ADD ("a-cancelled-refresh-keeps-what-was-there", test_a_cancelled_refresh_keeps_what_was_there);
  ADD ("a-refresh-cancelled-half-way-goes-on-the-next-time", test_a_refresh_cancelled_half_way_goes_on_the_next_time);
  ADD ("one-refresh-at-a-time", test_one_refresh_at_a_time);
  return g_test_run ();
}
