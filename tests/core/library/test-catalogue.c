/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "pack-fixture.h"
#include "ter-catalogue.h"

typedef struct
{
  GFile *folder;
  GFile *place;
  GFile *catalogue;
  char *bytes; /* of a sound index */
  gsize size;
} Fixture;

static void
index_place (Fixture *self)
{
  TerLibrary *library = fixture_library_new (self->catalogue, self->place, "fr");
  g_autoptr (GError) error = NULL;

  fixture_refresh (library, NULL, &error);
  g_assert_no_error (error);
  fixture_library_free (library);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PackFixture) pack = NULL;
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  self->folder = fixture_folder_new ();
  self->place = g_file_get_child (self->folder, "packs");
  self->catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  pack = pack_fixture_new (self->place, "essai");
  for (guint i = 0; i < 100; i++)
    g_string_append_printf (entries,
                            "%s{\"id\": \"page-%u\", \"kind\": \"page\", \"title\": \"Page %u\", \"body\": \"Un texte commun.\"}",
                            i > 0 ? "," : "", i, i);
  pack_fixture_entries (pack, entries->str);
  pack_fixture_write (pack);
  index_place (self);
  g_file_load_contents (self->catalogue, NULL, &self->bytes, &self->size, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (self->size, >, 16384);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_object_unref (self->place);
  g_object_unref (self->catalogue);
  g_free (self->bytes);
}

static void
write_catalogue (Fixture *self, const char *bytes, gsize size)
{
  g_autofree char *path = g_file_get_path (self->catalogue);
  g_autoptr (GError) error = NULL;

  ter_catalogue_delete (path);
  g_file_replace_contents (self->catalogue, bytes, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Uses all of the index; an error is no fault, what it says must be right. */
static void
ask (TerLibrary *library)
{
  TerPack *pack = ter_library_get_pack (library, "essai");
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  if (pack == NULL || ter_pack_get_n_sections (pack) == 0)
    return;
  entries = ter_library_list_section (library, pack, ter_pack_get_section (pack, 0), NULL);
  for (guint i = 0; entries != NULL && i < entries->len; i++)
    g_assert_true (TER_IS_ENTRY (g_ptr_array_index (entries, i)));
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GPtrArray) hits = ter_library_search_finish (TER_LIBRARY (source), result, NULL, NULL);

  *(gboolean *) user_data = TRUE;
}

static void
ask_search (TerLibrary *library)
{
  gboolean done = FALSE;

  ter_library_search_async (library, "commun", 50, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_sound (TerLibrary *library)
{
  TerPack *pack = ter_library_get_pack (library, "essai");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  guint n_total;

  g_assert_nonnull (pack);
  entries = ter_library_list_section (library, pack, ter_pack_get_section (pack, 0), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 100);
  hits = fixture_search (library, "commun", 50, &n_total);
  g_assert_cmpuint (hits->len, ==, 50);
  g_assert_cmpuint (n_total, ==, 100);
}

/* A start on what is there: it opens, a refresh mends what is known to be damaged, and all works. */
static void
assert_starts (Fixture *self)
{
  TerLibrary *library = fixture_library_new (self->catalogue, self->place, "fr");
  g_autoptr (GError) error = NULL;

  ask (library);
  fixture_refresh (library, NULL, &error);
  g_assert_no_error (error);
  assert_sound (library);
  fixture_library_free (library);
}

static void
test_a_sound_index_is_used_as_it_is (Fixture *self, gconstpointer data)
{
  g_autoptr (TerLibrary) library = fixture_library_new (self->catalogue, self->place, "fr");

  assert_sound (library);
}

static void
test_a_truncated_index_is_made_anew (Fixture *self, gconstpointer data)
{
  const gsize sizes[] = { 0, 1, 50, 100, 512, 16383, 16384, 16385 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      write_catalogue (self, self->bytes, sizes[i]);
      assert_starts (self);
    }
}

static void
test_a_file_that_is_no_index_is_made_anew (Fixture *self, gconstpointer data)
{
  static const char text[] =
    "This is not a database at all, but a text that somebody put here by mistake. It is long enough to be read as a header.";
  g_autofree char *noise = g_malloc (100000);

  write_catalogue (self, text, sizeof text - 1);
  assert_starts (self);
  for (guint i = 0; i < 100000; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  write_catalogue (self, noise, 100000);
  assert_starts (self);
}

static void
test_an_index_of_another_version_is_made_anew (Fixture *self, gconstpointer data)
{
  static const char *const changes[] = { "PRAGMA user_version = 99", "PRAGMA user_version = 0", "PRAGMA application_id = 1" };
  g_autofree char *path = g_file_get_path (self->catalogue);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);

      g_assert_true (ter_sqlite_exec (db, changes[i], NULL));
      g_clear_pointer (&db, sqlite3_close);
      assert_starts (self);
    }
}

/* Pages of zeros and random bytes, anywhere: whatever was damaged, it never crashes, and what shows as damaged is mended. */
static void
test_damage_anywhere_is_survived (Fixture *self, gconstpointer data)
{
  g_autofree char *bytes = g_malloc (self->size);
  const guint n_rounds = g_test_slow () ? 1000 : 60;

  for (guint i = 0; i < n_rounds; i++)
    {
      const gsize from = g_test_rand_int_range (0, self->size);
      const gsize most = (gsize) 1 << g_test_rand_int_range (0, 16);
      const gsize length = MIN (self->size - from, most);
      const gboolean zero = g_test_rand_bit ();
      TerLibrary *library;

      memcpy (bytes, self->bytes, self->size);
      for (gsize j = 0; j < length; j++)
        bytes[from + j] = zero ? 0 : g_test_rand_int_range (0, 256);
      write_catalogue (self, bytes, self->size);

      library = fixture_library_new (self->catalogue, self->place, "fr");
      ask (library);
      ask_search (library);
      g_assert_true (fixture_refresh (library, NULL, NULL) || ter_library_is_refreshing (library));
      while (ter_library_is_refreshing (library))
        g_main_context_iteration (NULL, TRUE);
      ask (library);
      ask_search (library);
      fixture_library_free (library);
    }
}

/* Damage that is met while the app runs is mended without being asked. */
static void
test_damage_that_shows_late_is_mended_at_once (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_file_get_path (self->catalogue);
  TerLibrary *library;

  {
    g_autoptr (sqlite3) db = ter_sqlite_open (path, SQLITE_OPEN_READWRITE, NULL);

    g_assert_true (ter_sqlite_exec (db, "UPDATE entry SET record = x'00ff' WHERE id = 'page-7'", NULL));
  }
  library = fixture_library_new (self->catalogue, self->place, "fr");
  ask (library);
  for (guint i = 0; i < 10 && !ter_library_is_refreshing (library); i++)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (ter_library_is_refreshing (library));
  while (ter_library_is_refreshing (library))
    g_main_context_iteration (NULL, TRUE);
  assert_sound (library);
  fixture_library_free (library);
}

/* No permission stops root, but no folder can be made inside a file. */
static void
test_a_place_that_cannot_be_written_is_replaced (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) impossible = g_file_resolve_relative_path (self->catalogue, "cache/catalogue.sqlite");
  TerLibrary *library = fixture_library_new (impossible, self->place, "fr");
  g_autoptr (GError) error = NULL;

  fixture_refresh (library, NULL, &error);
  g_assert_no_error (error);
  assert_sound (library);
  fixture_library_free (library);
}

#define ADD(name, function) g_test_add ("/catalogue/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-sound-index-is-used-as-it-is", test_a_sound_index_is_used_as_it_is);
  ADD ("a-truncated-index-is-made-anew", test_a_truncated_index_is_made_anew);
  ADD ("a-file-that-is-no-index-is-made-anew", test_a_file_that_is_no_index_is_made_anew);
  ADD ("an-index-of-another-version-is-made-anew", test_an_index_of_another_version_is_made_anew);
  ADD ("damage-anywhere-is-survived", test_damage_anywhere_is_survived);
  ADD ("damage-that-shows-late-is-mended-at-once", test_damage_that_shows_late_is_mended_at_once);
  ADD ("a-place-that-cannot-be-written-is-replaced", test_a_place_that_cannot_be_written_is_replaced);
  return g_test_run ();
}
