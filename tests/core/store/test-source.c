/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-source.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "store-maker.h"

#define TABLE "code,mot\n1,un\n"

typedef struct
{
  StoreMaker maker;
  GFile *folder, *tpack;
  GPtrArray *issues;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  store_maker_set_up (&self->maker, NULL);
  self->folder = store_maker_pack (&self->maker, "essai", "1.0.0", "un");
  self->tpack = store_maker_tpack (&self->maker, self->folder);
  self->issues = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->issues);
  g_object_unref (self->folder);
  g_object_unref (self->tpack);
  store_maker_tear_down (&self->maker, NULL);
}

static TerSource *
open_source (Fixture *self, gboolean archive)
{
  g_autoptr (GError) error = NULL;
  TerSource *source = ter_source_open (archive ? self->tpack : self->folder, self->issues, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (source);
  return source;
}

static void
assert_issue (Fixture *self, const char *code, const char *path)
{
  g_assert_cmpuint (self->issues->len, ==, 1);
  g_assert_cmpstr (ter_issue_get_code (g_ptr_array_index (self->issues, 0)), ==, code);
  g_assert_cmpstr (ter_issue_get_file (g_ptr_array_index (self->issues, 0)), ==, path);
  g_ptr_array_set_size (self->issues, 0);
}

static gboolean
append_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_string_append_len (user_data, data, length);
  return TRUE;
}

static gboolean
refuse_cb (gconstpointer data, gsize length, gpointer user_data, GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "full");
  return FALSE;
}

static void
a_folder_and_an_archive_give_the_same_files (Fixture *self, gconstpointer data)
{
  for (int archive = 0; archive < 2; archive++)
    {
      g_autoptr (TerSource) source = open_source (self, archive);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = ter_source_load (source, "data/table.csv", 100, self->issues, NULL, &error);
      g_autoptr (GString) read = g_string_new (NULL);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), TABLE, strlen (TABLE));
      g_assert_true (ter_source_read (source, "data/table.csv", append_cb, read, self->issues, NULL, &error));
      g_assert_cmpstr (read->str, ==, TABLE);
      g_assert_cmpuint (self->issues->len, ==, 0);
    }
}

/* Some file managers open the manifest in the place of its folder. */
static void
the_manifest_stands_for_its_folder (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) manifest = g_file_get_child (self->folder, "datapackage.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TerSource) source = ter_source_open (manifest, self->issues, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = ter_source_load (source, "texts/same.md", 1000, self->issues, NULL, &error);
  g_assert_nonnull (bytes);
}

/* A small file that is not there may be missing; a large one was listed. */
static void
a_missing_file_is_an_issue_only_where_it_must_be_there (Fixture *self, gconstpointer data)
{
  for (int archive = 0; archive < 2; archive++)
    {
      g_autoptr (TerSource) source = open_source (self, archive);
      g_autoptr (GString) read = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (ter_source_load (source, "datapackage.json.sig", 100, self->issues, NULL, &error));
      g_assert_cmpuint (self->issues->len, ==, 0);
      g_assert_false (ter_source_read (source, "data/none.csv", append_cb, read, self->issues, NULL, &error));
      assert_issue (self, "file-missing", "data/none.csv");
      g_assert_no_error (error);
    }
}

static void
a_file_beyond_its_limit_is_an_issue (Fixture *self, gconstpointer data)
{
  for (int archive = 0; archive < 2; archive++)
    {
      g_autoptr (TerSource) source = open_source (self, archive);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) whole = ter_source_load (source, "data/table.csv", strlen (TABLE), self->issues, NULL, &error);

      g_assert_nonnull (whole);
      g_assert_null (ter_source_load (source, "data/table.csv", strlen (TABLE) - 1, self->issues, NULL, &error));
      assert_issue (self, "file-too-large", "data/table.csv");
      g_assert_no_error (error);
    }
}

static void
what_the_reader_of_the_data_says_ends_the_reading (Fixture *self, gconstpointer data)
{
  for (int archive = 0; archive < 2; archive++)
    {
      g_autoptr (TerSource) source = open_source (self, archive);
      g_autoptr (GError) error = NULL;

      g_assert_false (ter_source_read (source, "data/table.csv", refuse_cb, NULL, self->issues, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpuint (self->issues->len, ==, 0);
    }
}

static void
what_is_no_file_is_an_issue_of_the_folder (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_file_peek_path (self->folder), "data/table.csv", NULL);
  g_autoptr (TerSource) source = open_source (self, FALSE);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("/etc/passwd", path), ==, 0);
  g_assert_false (ter_source_read (source, "data/table.csv", append_cb, read, self->issues, NULL, &error));
  assert_issue (self, "file-not-regular", "data/table.csv");
  g_assert_null (ter_source_load (source, "data/table.csv", 100, self->issues, NULL, &error));
  assert_issue (self, "file-not-regular", "data/table.csv");
  g_assert_cmpuint (read->len, ==, 0);
  g_assert_no_error (error);
}

/* The key was pulled out: that is no fault of the pack's. */
static void
a_folder_that_is_gone_is_an_error_and_no_issue (Fixture *self, gconstpointer data)
{
  g_autoptr (TerSource) source = open_source (self, FALSE);
  g_autoptr (GString) read = g_string_new (NULL);
  g_autoptr (GError) error = NULL, other = NULL, third = NULL;

  fixture_folder_remove (self->folder);
  g_assert_null (ter_source_load (source, "data/table.csv", 100, self->issues, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (ter_source_read (source, "data/table.csv", append_cb, read, self->issues, NULL, &other));
  g_assert_nonnull (other);
  g_assert_cmpuint (self->issues->len, ==, 0);
  g_assert_null (ter_source_open (self->folder, self->issues, NULL, &third));
  g_assert_true (third != NULL || self->issues->len == 1);
}

static void
an_archive_holds_nothing_that_is_not_listed (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) listed = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (TerSource) archive = open_source (self, TRUE), folder = open_source (self, FALSE);

  g_hash_table_add (listed, (gpointer) "datapackage.json");
  g_hash_table_add (listed, (gpointer) "content/entries.json");
  g_hash_table_add (listed, (gpointer) "texts/same.md");
  g_assert_true (ter_source_check_listed (folder, listed, self->issues));
  g_assert_false (ter_source_check_listed (archive, listed, self->issues));
  assert_issue (self, "file-unlisted", "data/table.csv");
  g_hash_table_add (listed, (gpointer) "data/table.csv");
  g_assert_true (ter_source_check_listed (archive, listed, self->issues));
}

static void
a_place_that_is_not_of_this_computer_is_refused (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) far = g_file_new_for_uri ("https://example.org/a.tpack");
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_source_open (far, self->issues, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
an_error_says_what_one_can_do (Fixture *self, gconstpointer data)
{
  static const struct
  {
    int code;
    const char *says; /* %NULL: its own words stay */
  } cases[] = {
    { G_IO_ERROR_FAILED, "(the system's words)" },
    { G_IO_ERROR_NOT_FOUND, "plug the key in again" },
    { G_IO_ERROR_PERMISSION_DENIED, "may not be read" },
    { G_IO_ERROR_CANCELLED, NULL },
    { G_IO_ERROR_NOT_SUPPORTED, NULL },
  };
  GError *none = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, cases[i].code, "the system's words");

      g_assert_false (ter_source_explain (&error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
      if (cases[i].says == NULL)
        g_assert_cmpstr (error->message, ==, "the system's words");
      else
        g_assert_nonnull (strstr (error->message, cases[i].says));
    }
  g_assert_false (ter_source_explain (NULL));
  g_assert_false (ter_source_explain (&none));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/source/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-folder-and-an-archive-give-the-same-files", a_folder_and_an_archive_give_the_same_files);
  ADD ("the-manifest-stands-for-its-folder", the_manifest_stands_for_its_folder);
  ADD ("a-missing-file-is-an-issue-only-where-it-must-be-there", a_missing_file_is_an_issue_only_where_it_must_be_there);
  ADD ("a-file-beyond-its-limit-is-an-issue", a_file_beyond_its_limit_is_an_issue);
  ADD ("what-the-reader-of-the-data-says-ends-the-reading", what_the_reader_of_the_data_says_ends_the_reading);
  ADD ("what-is-no-file-is-an-issue-of-the-folder", what_is_no_file_is_an_issue_of_the_folder);
  ADD ("a-folder-that-is-gone-is-an-error-and-no-issue", a_folder_that_is_gone_is_an_error_and_no_issue);
  ADD ("an-archive-holds-nothing-that-is-not-listed", an_archive_holds_nothing_that_is_not_listed);
  ADD ("a-place-that-is-not-of-this-computer-is-refused", a_place_that_is_not_of_this_computer_is_refused);
  ADD ("an-error-says-what-one-can-do", an_error_says_what_one_can_do);
  return g_test_run ();
}
