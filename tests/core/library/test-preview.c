/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-preview.h"

#include <glib/gstdio.h>

#include "pack-fixture.h"

/* How long a refresh is waited for; and how long after a change none may come: the folder is quiet after 300 ms. */
#define PATIENCE (30 * G_USEC_PER_SEC)
#define QUIET (G_USEC_PER_SEC * 9 / 10)

typedef struct
{
  GFile *folder;
  PackFixture *pack;
  TerLibrary *library;
  TerPreview *preview; /* nullable */
  guint n_refreshes;   /* that have begun */
} Fixture;

static void
refreshing_cb (TerLibrary *library, GParamSpec *pspec, gpointer user_data)
{
  Fixture *self = user_data;

  self->n_refreshes += ter_library_is_refreshing (library) ? 1 : 0;
}

static void
write_title (Fixture *self, const char *title)
{
  g_autofree char *json = g_strdup_printf ("{\"id\": \"un\", \"kind\": \"page\", \"title\": \"%s\"}", title);

  pack_fixture_entries (self->pack, json);
  pack_fixture_write (self->pack);
}

static char *
dup_path (Fixture *self, const char *path)
{
  return g_build_filename (g_file_peek_path (pack_fixture_get_folder (self->pack)), path, NULL);
}

static void
make_folder (Fixture *self, const char *name)
{
  g_autofree char *path = dup_path (self, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
}

static void
write_note (Fixture *self, const char *name)
{
  g_autofree char *path = dup_path (self, name);

  g_assert_true (g_file_set_contents_full (path, "une note", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  GFile *folder;

  self->folder = fixture_folder_new ();
  catalogue = g_file_get_child (self->folder, "catalogue.sqlite");
  self->pack = pack_fixture_new (self->folder, "essai");
  folder = pack_fixture_get_folder (self->pack);
  write_title (self, "Premier");
  make_folder (self, "a/b/c/d");
  make_folder (self, ".git");
  ter_preview_declare (folder);
  self->library = fixture_library_new (catalogue, folder, "fr");
  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (self->library, "notify::refreshing", G_CALLBACK (refreshing_cb), self);
  self->preview = ter_preview_new (folder, self->library);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_pointer (&self->preview, ter_preview_free);
  g_signal_handlers_disconnect_by_data (self->library, self);
  fixture_library_free (self->library);
  pack_fixture_free (self->pack);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
}

/* Until @n refreshes have begun and are over, or @until has passed. */
static void
wait_for (Fixture *self, guint n, gint64 microseconds)
{
  const gint64 until = g_get_monotonic_time () + microseconds;

  while ((self->n_refreshes < n || ter_library_is_refreshing (self->library)) && g_get_monotonic_time () < until)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static char *
dup_title (Fixture *self)
{
  g_autoptr (TerEntry) entry = ter_library_dup_entry (self->library, "essai", "un", NULL);

  return entry != NULL ? g_strdup (ter_entry_get_title (entry)) : NULL;
}

/* What was written just before belongs to the same quiet. */
static void
start_quiet (Fixture *self)
{
  wait_for (self, G_MAXUINT, QUIET);
  self->n_refreshes = 0;
}

static void
test_an_entry_is_shown_as_it_is_written (Fixture *self, gconstpointer data)
{
  const char *const titles[] = { "Deuxième", "Troisième" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const gint64 until = g_get_monotonic_time () + PATIENCE;
      g_autofree char *title = NULL;

      write_title (self, titles[i]);
      do
        {
          wait_for (self, self->n_refreshes + 1, PATIENCE);
          g_free (title);
          title = dup_title (self);
        }
      while (g_strcmp0 (title, titles[i]) != 0 && g_get_monotonic_time () < until);
      g_assert_cmpstr (title, ==, titles[i]);
    }
}

static void
test_what_a_pack_can_hold_is_watched_and_nothing_else (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *path;
    gboolean watched;
  } cases[] = {
    { "note.txt", TRUE },       { "a/note.txt", TRUE },
    { "a/b/c/note.txt", TRUE }, { "a/b/c/d/note.txt", FALSE }, /* deeper than the paths of a pack */
    { ".git/HEAD", FALSE },                                    /* hidden */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      start_quiet (self);
      write_note (self, cases[i].path);
      wait_for (self, 1, cases[i].watched ? PATIENCE : QUIET);
      g_test_message ("%s: %u", cases[i].path, self->n_refreshes);
      g_assert_cmpint (self->n_refreshes > 0, ==, cases[i].watched);
    }
}

static void
test_a_folder_that_is_new_or_came_back_is_watched (Fixture *self, gconstpointer data)
{
  g_autofree char *path = dup_path (self, "neuf");
  g_autofree char *away = g_build_filename (g_file_peek_path (self->folder), "ailleurs", NULL);

  start_quiet (self);
  make_folder (self, "neuf");
  wait_for (self, 1, PATIENCE);
  start_quiet (self);
  write_note (self, "neuf/note.txt");
  wait_for (self, 1, PATIENCE);
  g_assert_cmpuint (self->n_refreshes, >, 0);

  start_quiet (self);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  wait_for (self, 1, PATIENCE);
  g_assert_cmpuint (self->n_refreshes, >, 0);
  start_quiet (self);
  g_assert_cmpint (g_rename (away, path), ==, 0);
  wait_for (self, 1, PATIENCE);
  start_quiet (self);
  write_note (self, "neuf/autre.txt");
  wait_for (self, 1, PATIENCE);
  g_assert_cmpuint (self->n_refreshes, >, 0);
}

/* Editors write a file in several steps. */
static void
test_many_changes_are_one_refresh (Fixture *self, gconstpointer data)
{
  start_quiet (self);
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("a/note-%u.txt", i);

      write_note (self, name);
      g_main_context_iteration (NULL, FALSE);
    }
  wait_for (self, 1, PATIENCE);
  wait_for (self, G_MAXUINT, QUIET);
  /* A machine that stands still in between may make a second one of it. */
  g_assert_cmpuint (self->n_refreshes, >=, 1);
  g_assert_cmpuint (self->n_refreshes, <=, 2);
}

static void
test_nothing_is_watched_any_more_when_it_is_given_up (Fixture *self, gconstpointer data)
{
  start_quiet (self);
  /* One change whose quiet is under way, one that comes later. */
  write_note (self, "note.txt");
  wait_for (self, 1, G_USEC_PER_SEC / 20);
  self->n_refreshes = 0;
  g_clear_pointer (&self->preview, ter_preview_free);
  write_note (self, "autre.txt");
  wait_for (self, 1, QUIET);
  g_assert_cmpuint (self->n_refreshes, ==, 0);
}

#define ADD(name, function) g_test_add ("/preview/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("an-entry-is-shown-as-it-is-written", test_an_entry_is_shown_as_it_is_written);
  ADD ("what-a-pack-can-hold-is-watched-and-nothing-else", test_what_a_pack_can_hold_is_watched_and_nothing_else);
  ADD ("a-folder-that-is-new-or-came-back-is-watched", test_a_folder_that_is_new_or_came_back_is_watched);
  ADD ("many-changes-are-one-refresh", test_many_changes_are_one_refresh);
  ADD ("nothing-is-watched-any-more-when-it-is-given-up", test_nothing_is_watched_any_more_when_it_is_given_up);
  return g_test_run ();
}
