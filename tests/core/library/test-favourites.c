/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"
#include "ter-favourites.h"

typedef struct
{
  GFile *folder;
  GFile *file;
  TerUserState *state;
  guint n_changes;
} Fixture;

static void
open_state (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->state);
  self->state = ter_user_state_new (self->file);
  ter_user_state_open (self->state, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = fixture_folder_new ();
  self->file = g_file_resolve_relative_path (self->folder, "data/user-state.sqlite");
  open_state (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->state);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_object_unref (self->file);
}

static TerEntryName
name_of (const char *pack_id, const char *entry_id)
{
  return (TerEntryName) { (char *) pack_id, (char *) entry_id, (char *) "Un titre", (char *) "page", (char *) "Un pack" };
}

static void
star (Fixture *self, const char *entry_id, gint64 added_at)
{
  g_autoptr (GError) error = NULL;
  TerEntryName name = name_of ("essai", entry_id);

  ter_user_state_set_favourite (self->state, &name, added_at, &error);
  g_assert_no_error (error);
}

static void
unstar (Fixture *self, const char *entry_id)
{
  g_autoptr (GError) error = NULL;

  ter_user_state_unset_favourite (self->state, "essai", entry_id, &error);
  g_assert_no_error (error);
}

static gboolean
is_starred (Fixture *self, const char *entry_id)
{
  g_autoptr (GError) error = NULL;
  gboolean starred = FALSE;

  g_assert_true (ter_user_state_is_favourite (self->state, "essai", entry_id, &starred, &error));
  g_assert_no_error (error);
  return starred;
}

static void
write_note (Fixture *self, const char *entry_id, const char *text, gint64 updated_at)
{
  g_autoptr (GError) error = NULL;
  TerEntryName name = name_of ("essai", entry_id);

  ter_user_state_set_note (self->state, &name, text, updated_at, &error);
  g_assert_no_error (error);
}

static void
assert_note (Fixture *self, const char *entry_id, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = ter_user_state_dup_note (self->state, "essai", entry_id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

typedef GPtrArray *(*ListFunc) (TerUserState *, guint, GError **);

static void
assert_list (Fixture *self, ListFunc list, guint limit, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) favourites = list (self->state, limit, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < favourites->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ((TerFavourite *) g_ptr_array_index (favourites, i))->name.entry_id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_the_last_added_comes_first (Fixture *self, gconstpointer data)
{
  star (self, "un", 100);
  star (self, "deux", 300);
  star (self, "trois", 200);
  assert_list (self, ter_user_state_list_favourites, 100, "deux trois un");
  assert_list (self, ter_user_state_list_favourites, 2, "deux trois");
  assert_list (self, ter_user_state_list_notes, 100, "");
}

static void
test_within_a_second_too (Fixture *self, gconstpointer data)
{
  star (self, "z", 100);
  star (self, "a", 100);
  star (self, "m", 100);
  assert_list (self, ter_user_state_list_favourites, 100, "m a z");
  write_note (self, "z", "Un.", 100);
  write_note (self, "a", "Deux.", 100);
  write_note (self, "z", "Trois.", 100);
  assert_list (self, ter_user_state_list_notes, 100, "z a");
}

static void
test_adding_again_keeps_the_place_and_takes_the_new_name (Fixture *self, gconstpointer data)
{
  TerEntryName name = { (char *) "essai", (char *) "un", (char *) "Nouveau titre", (char *) "kit", (char *) "Autre pack" };
  g_autoptr (GPtrArray) favourites = NULL;
  const TerFavourite *favourite;

  star (self, "un", 100);
  star (self, "deux", 200);
  g_assert_true (ter_user_state_set_favourite (self->state, &name, 300, NULL));
  assert_list (self, ter_user_state_list_favourites, 100, "deux un");
  favourites = ter_user_state_list_favourites (self->state, 100, NULL);
  favourite = g_ptr_array_index (favourites, 1);
  g_assert_cmpstr (favourite->name.title, ==, "Nouveau titre");
  g_assert_cmpstr (favourite->name.kind, ==, "kit");
  g_assert_cmpstr (favourite->name.pack_title, ==, "Autre pack");
  g_assert_cmpint (favourite->time, ==, 100);
}

static void
test_what_is_taken_out_is_out_and_its_note_stays (Fixture *self, gconstpointer data)
{
  star (self, "un", 100);
  star (self, "deux", 200);
  write_note (self, "un", "Lire la page 3.", 100);
  unstar (self, "un");
  unstar (self, "never there");
  g_assert_false (is_starred (self, "un"));
  g_assert_true (is_starred (self, "deux"));
  assert_list (self, ter_user_state_list_favourites, 100, "deux");
  assert_note (self, "un", "Lire la page 3.");
  /* Putting it back as it was, with its time, puts it back in its place. */
  star (self, "un", 100);
  assert_list (self, ter_user_state_list_favourites, 100, "deux un");
}

static void
test_two_packs_may_have_the_same_entry_id (Fixture *self, gconstpointer data)
{
  TerEntryName other = name_of ("autre", "un");
  gboolean starred = TRUE;

  star (self, "un", 100);
  write_note (self, "un", "Une note.", 100);
  g_assert_true (ter_user_state_is_favourite (self->state, "autre", "un", &starred, NULL));
  g_assert_false (starred);
  g_assert_true (ter_user_state_set_favourite (self->state, &other, 200, NULL));
  unstar (self, "un");
  assert_list (self, ter_user_state_list_favourites, 100, "un");
}

static void
test_a_list_tells_the_note_of_a_favourite_and_the_star_of_a_note (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) favourites = NULL;
  g_autoptr (GPtrArray) notes = NULL;

  star (self, "sans", 200);
  star (self, "avec", 100);
  write_note (self, "avec", "Une note.", 50);
  write_note (self, "seule", "Une autre.", 60);
  favourites = ter_user_state_list_favourites (self->state, 100, NULL);
  notes = ter_user_state_list_notes (self->state, 100, NULL);
  g_assert_null (((TerFavourite *) g_ptr_array_index (favourites, 0))->note);
  g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, 1))->note, ==, "Une note.");
  assert_list (self, ter_user_state_list_notes, 100, "seule avec");
  g_assert_false (((TerFavourite *) g_ptr_array_index (notes, 0))->is_favourite);
  g_assert_true (((TerFavourite *) g_ptr_array_index (notes, 1))->is_favourite);
  g_assert_cmpint (((TerFavourite *) g_ptr_array_index (notes, 0))->time, ==, 60);
}

static void
test_a_note_is_kept_to_the_letter (Fixture *self, gconstpointer data)
{
  /* Space, right-to-left text and its overrides, a family of emoji, markup, letters with marks, what SQL and printf might mind. */
  static const char *const texts[] = {
    "  deux espaces, puis une ligne\n\n\tet une tabulation \n",
    "\u202eعكس\u202c שלום \u2067droite\u2069",
    "👩‍👩‍👧‍👦 🇫🇷 👍🏽",
    "<b>gras</b> & &amp; <a href=\"file:///etc/passwd\">lien</a>",
    "e\u0301\u0323 n'est ni ' ni \" ni ; DROP TABLE note; -- %s%n",
    "\u00a0un\u00a0",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_note (self, "un", texts[i], 100);
      assert_note (self, "un", texts[i]);
      open_state (self);
      assert_note (self, "un", texts[i]);
    }
}

static void
test_an_empty_note_is_no_note (Fixture *self, gconstpointer data)
{
  static const char *const blanks[] = { "", " ", "\n\t \u00a0\u3000\n" };

  assert_note (self, "un", "");
  for (gsize i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      write_note (self, "un", "Une note.", 100);
      write_note (self, "un", blanks[i], 200);
      assert_note (self, "un", "");
      assert_list (self, ter_user_state_list_notes, 100, "");
    }
}

/* @n times the same character of four bytes. */
static char *
long_text (guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, "🌍");
  return g_string_free_and_steal (text);
}

static void
test_a_note_holds_ten_thousand_characters_and_no_more (Fixture *self, gconstpointer data)
{
  g_autofree char *longest = long_text (TER_NOTE_MAX_LENGTH);
  g_autofree char *too_long = long_text (TER_NOTE_MAX_LENGTH + 1);
  g_autoptr (GError) error = NULL;
  TerEntryName name = name_of ("essai", "un");

  write_note (self, "un", longest, 100);
  assert_note (self, "un", longest);
  g_assert_false (ter_user_state_set_note (self->state, &name, too_long, 200, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  assert_note (self, "un", longest);
}

static void
test_ids_and_names_may_be_any_text (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = {
    "", "'; DELETE FROM favourite; --", "\u202eabc", "👩‍👩‍👧‍👦", "a/b\\c", "%s", "É", "é", "e\u0301"
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      TerEntryName name = { (char *) ids[i], (char *) ids[i], (char *) ids[i], (char *) ids[i], (char *) ids[i] };

      g_assert_true (ter_user_state_set_favourite (self->state, &name, i, NULL));
      g_assert_true (ter_user_state_set_note (self->state, &name, "Une note.", i, NULL));
    }
  {
    g_autoptr (GPtrArray) favourites = ter_user_state_list_favourites (self->state, 100, NULL);

    g_assert_cmpuint (favourites->len, ==, G_N_ELEMENTS (ids));
    for (guint i = 0; i < favourites->len; i++)
      {
        const TerFavourite *favourite = g_ptr_array_index (favourites, favourites->len - 1 - i);

        g_assert_cmpstr (favourite->name.pack_id, ==, ids[i]);
        g_assert_cmpstr (favourite->name.entry_id, ==, ids[i]);
        g_assert_cmpstr (favourite->name.title, ==, ids[i]);
        g_assert_cmpstr (favourite->note, ==, "Une note.");
      }
  }
}

static void
test_a_name_that_is_not_known_is_empty (Fixture *self, gconstpointer data)
{
  TerEntryName name = { (char *) "essai", (char *) "un", NULL, NULL, NULL };
  g_autoptr (GPtrArray) favourites = NULL;

  g_assert_true (ter_user_state_set_favourite (self->state, &name, 100, NULL));
  favourites = ter_user_state_list_favourites (self->state, 100, NULL);
  g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, 0))->name.title, ==, "");
}

static void
test_a_new_name_is_remembered_for_both (Fixture *self, gconstpointer data)
{
  TerEntryName name = { (char *) "essai", (char *) "un", (char *) "Nouveau titre", (char *) "page", (char *) "Un pack" };
  ListFunc lists[] = { ter_user_state_list_favourites, ter_user_state_list_notes };

  star (self, "un", 100);
  star (self, "deux", 50);
  write_note (self, "un", "Une note.", 100);
  g_assert_true (ter_user_state_update_name (self->state, &name, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GPtrArray) favourites = lists[i](self->state, 100, NULL);

      g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, 0))->name.title, ==, "Nouveau titre");
    }
  {
    g_autoptr (GPtrArray) favourites = ter_user_state_list_favourites (self->state, 100, NULL);

    g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, 1))->name.title, ==, "Un titre");
  }
}

static void
test_a_thousand_survive_a_restart (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) favourites = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", i);

      star (self, id, i);
    }
  open_state (self);
  favourites = ter_user_state_list_favourites (self->state, 2000, NULL);
  g_assert_cmpuint (favourites->len, ==, 1000);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("entry-%u", 999 - i);

      g_assert_cmpstr (((TerFavourite *) g_ptr_array_index (favourites, i))->name.entry_id, ==, id);
    }
}

static void
count_cb (Fixture *self)
{
  self->n_changes++;
}

static void
test_each_change_is_told_once (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPlace) place = ter_place_new_entry ("essai", "un");
  TerEntryName name = name_of ("essai", "un");

  g_signal_connect_swapped (self->state, "changed", G_CALLBACK (count_cb), self);
  star (self, "un", 100);
  g_assert_cmpuint (self->n_changes, ==, 1);
  write_note (self, "un", "Une note.", 100);
  g_assert_cmpuint (self->n_changes, ==, 2);
  write_note (self, "un", "", 100);
  g_assert_cmpuint (self->n_changes, ==, 3);
  unstar (self, "un");
  g_assert_cmpuint (self->n_changes, ==, 4);
  is_starred (self, "un");
  assert_note (self, "un", "");
  g_assert_true (ter_user_state_update_name (self->state, &name, NULL));
  g_assert_true (ter_user_state_add_recent (self->state, place, 100, NULL));
  g_assert_cmpuint (self->n_changes, ==, 4);
}

#define ASSERT_CLOSED(call) \
  G_STMT_START \
  { \
    g_autoptr (GError) error = NULL; \
    g_assert_true (!(call)); \
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED); \
  } \
  G_STMT_END

static void
test_a_state_that_is_not_open_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (TerUserState) closed = ter_user_state_new (self->file);
  TerEntryName name = name_of ("essai", "un");
  gboolean starred;

  g_signal_connect_swapped (closed, "changed", G_CALLBACK (count_cb), self);
  ASSERT_CLOSED (ter_user_state_set_favourite (closed, &name, 100, &error));
  ASSERT_CLOSED (ter_user_state_unset_favourite (closed, "essai", "un", &error));
  ASSERT_CLOSED (ter_user_state_is_favourite (closed, "essai", "un", &starred, &error));
  ASSERT_CLOSED (ter_user_state_list_favourites (closed, 10, &error));
  ASSERT_CLOSED (ter_user_state_list_notes (closed, 10, &error));
  ASSERT_CLOSED (ter_user_state_set_note (closed, &name, "Une note.", 100, &error));
  ASSERT_CLOSED (ter_user_state_set_note (closed, &name, "", 100, &error));
  ASSERT_CLOSED (ter_user_state_dup_note (closed, "essai", "un", &error));
  ASSERT_CLOSED (ter_user_state_update_name (closed, &name, &error));
  g_assert_cmpuint (self->n_changes, ==, 0);
}

static void
test_they_stay_when_their_pack_goes (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) place = g_file_get_child (self->folder, "packs");
  g_autoptr (GFile) catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  g_autoptr (PackFixture) pack = pack_fixture_new (place, "essai");
  TerLibrary *library;

  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_write (pack);
  library = fixture_library_new (catalogue, place, "fr");
  g_assert_true (fixture_refresh (library, NULL, NULL));
  star (self, "un", 100);
  write_note (self, "un", "Une note.", 100);
  fixture_folder_remove (pack_fixture_get_folder (pack));
  g_assert_true (fixture_refresh (library, NULL, NULL));
  g_assert_null (ter_library_get_pack (library, "essai"));
  g_assert_true (is_starred (self, "un"));
  assert_note (self, "un", "Une note.");
  fixture_library_free (library);
}

#define ADD(name, function) g_test_add ("/favourites/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the-last-added-comes-first", test_the_last_added_comes_first);
  ADD ("within-a-second-too", test_within_a_second_too);
  ADD ("adding-again-keeps-the-place-and-takes-the-new-name", test_adding_again_keeps_the_place_and_takes_the_new_name);
  ADD ("what-is-taken-out-is-out-and-its-note-stays", test_what_is_taken_out_is_out_and_its_note_stays);
  ADD ("two-packs-may-have-the-same-entry-id", test_two_packs_may_have_the_same_entry_id);
  ADD ("a-list-tells-the-note-of-a-favourite-and-the-star-of-a-note",
       test_a_list_tells_the_note_of_a_favourite_and_the_star_of_a_note);
  ADD ("a-note-is-kept-to-the-letter", test_a_note_is_kept_to_the_letter);
  ADD ("an-empty-note-is-no-note", test_an_empty_note_is_no_note);
  ADD ("a-note-holds-ten-thousand-characters-and-no-more", test_a_note_holds_ten_thousand_characters_and_no_more);
  ADD ("ids-and-names-may-be-any-text", test_ids_and_names_may_be_any_text);
  ADD ("a-name-that-is-not-known-is-empty", test_a_name_that_is_not_known_is_empty);
  ADD ("a-new-name-is-remembered-for-both", test_a_new_name_is_remembered_for_both);
  ADD ("a-thousand-survive-a-restart", test_a_thousand_survive_a_restart);
  ADD ("each-change-is-told-once", test_each_change_is_told_once);
  ADD ("a-state-that-is-not-open-says-so", test_a_state_that_is_not_open_says_so);
  ADD ("they-stay-when-their-pack-goes", test_they_stay_when_their_pack_goes);
  return g_test_run ();
}
