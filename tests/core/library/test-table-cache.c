/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-table-cache.h"

#include <glib/gstdio.h>
#include <string.h>

#include "pack-fixture.h"
#include "ter-indexer.h"

typedef struct
{
  GFile *folder;
  GFile *place;
  GFile *catalogue;
  char *columns; /* the folder of columns files */
  PackFixture *pack;
  TerLibrary *library;
} Fixture;

static const char schema[] = "{\"fields\": [{\"name\": \"code\"}, {\"name\": \"n\", \"type\": \"integer\"}]}";

static void
write_pack (Fixture *self, const char *first, const char *second)
{
  pack_fixture_add (self->pack, "data/premier.csv", "table", first, schema);
  pack_fixture_add (self->pack, "data/second.csv", "table", second, schema);
  pack_fixture_write (self->pack);
}

static void
refresh (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) columns = NULL;

  self->folder = fixture_folder_new ();
  self->place = g_file_get_child (self->folder, "packs");
  self->catalogue = g_file_resolve_relative_path (self->folder, "cache/catalogue.sqlite");
  columns = g_file_resolve_relative_path (self->folder, "cache/columns");
  self->columns = g_file_get_path (columns);
  self->pack = pack_fixture_new (self->place, "essai");
  pack_fixture_entries (self->pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Premier\"}");
  write_pack (self, "code,n\n01,1\n02,2\n", "code,n\n2A,3\n");
  self->library = fixture_library_new (self->catalogue, self->place, "fr");
  refresh (self);
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
  g_free (self->columns);
}

static TerTable *
dup_table (Fixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  TerTable *table = ter_library_dup_table (self->library, ter_library_get_pack (self->library, "essai"), path, &error);

  g_assert_no_error (error);
  return table;
}

static void
assert_table (TerTable *table, const char *code, double number)
{
  const guint row = ter_table_get_n_rows (table) - 1;

  g_assert_cmpstr (ter_table_get_text (table, row, 0), ==, code);
  g_assert_cmpfloat (ter_table_get_number (table, row, 1), ==, number);
}

static void
assert_tables (Fixture *self)
{
  g_autoptr (TerTable) first = dup_table (self, "data/premier.csv");
  g_autoptr (TerTable) second = dup_table (self, "data/second.csv");

  assert_table (first, "02", 2);
  assert_table (second, "2A", 3);
}

/* (transfer full): the paths of the columns files. */
static GPtrArray *
list_files (Fixture *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (self->columns, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (self->columns, name, NULL));
  return paths;
}

static guint
count_files (Fixture *self)
{
  g_autoptr (GPtrArray) paths = list_files (self);

  return paths->len;
}

/* Puts @contents in the place of each columns file. */
static void
overwrite (Fixture *self, const char *contents, gsize length)
{
  g_autoptr (GPtrArray) paths = list_files (self);

  for (guint i = 0; i < paths->len; i++)
    g_assert_true (g_file_set_contents (g_ptr_array_index (paths, i), contents, length, NULL));
}

static void
each_indexed_table_has_its_file (Fixture *self, gconstpointer data)
{
  g_assert_cmpuint (count_files (self), ==, 2);
  assert_tables (self);
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
a_table_that_the_pack_does_not_have_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_library_dup_table (self->library, ter_library_get_pack (self->library, "essai"), "troisieme", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "troisieme"));
}

static void
files_that_are_missing_are_written_again (Fixture *self, gconstpointer data)
{
  ter_table_cache_delete (g_file_peek_path (self->catalogue));
  g_assert_false (g_file_test (self->columns, G_FILE_TEST_EXISTS));
  assert_tables (self);
  g_assert_cmpuint (count_files (self), ==, 2);
  assert_tables (self);
}

static void
files_that_are_damaged_are_written_again (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) paths = list_files (self);
  g_autofree char *contents = NULL;
  g_autofree char *mended = NULL;
  gsize length, n_mended;

  /* Two heads of nothing. */
  overwrite (self, "", 0);
  assert_tables (self);
  overwrite (self, "TerCols\n", 8);
  assert_tables (self);

  /* A sound head over damaged texts, which are read last. */
  g_assert_true (g_file_get_contents (g_ptr_array_index (paths, 0), &contents, &length, NULL));
  contents[length - 1] ^= 1;
  g_assert_true (g_file_set_contents (g_ptr_array_index (paths, 0), contents, length, NULL));
  {
    g_autoptr (TerTable) first = dup_table (self, "data/premier.csv");
    g_autoptr (TerTable) second = dup_table (self, "data/second.csv");

    for (guint column = 0; column < 2; column++)
      {
        g_assert_nonnull (ter_table_get_text (first, 0, column));
        g_assert_nonnull (ter_table_get_text (second, 0, column));
      }
    assert_table (first, "02", 2);
    assert_table (second, "2A", 3);
  }
  g_assert_true (g_file_get_contents (g_ptr_array_index (paths, 0), &mended, &n_mended, NULL));
  g_assert_cmpuint (n_mended, ==, length);
  contents[length - 1] ^= 1;
  g_assert_cmpmem (mended, n_mended, contents, length);
}

static void
a_changed_table_has_another_file (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) before = list_files (self);
  g_autoptr (TerTable) old = dup_table (self, "data/second.csv");
  g_autoptr (TerTable) first = NULL;
  g_autoptr (TerTable) second = NULL;
  guint n_kept = 0;

  write_pack (self, "code,n\n01,1\n02,2\n", "code,n\n2A,3\n2B,4\n");
  refresh (self);
  g_assert_cmpuint (count_files (self), ==, 2);
  for (guint i = 0; i < before->len; i++)
    n_kept += g_file_test (g_ptr_array_index (before, i), G_FILE_TEST_EXISTS);
  g_assert_cmpuint (n_kept, ==, 1);
  first = dup_table (self, "data/premier.csv");
  second = dup_table (self, "data/second.csv");
  assert_table (first, "02", 2);
  assert_table (second, "2B", 4);
  /* A page that was open keeps what it shows. */
  assert_table (old, "2A", 3);
}

/* The same bytes, read by another schema: codes that were text are numbers now. */
static void
a_changed_schema_has_another_file (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) table = NULL;

  pack_fixture_add (self->pack, "data/premier.csv", "table", "code,n\n01,1\n02,2\n",
                    "{\"fields\": [{\"name\": \"code\", \"type\": \"integer\"}, {\"name\": \"n\"}]}");
  pack_fixture_write (self->pack);
  refresh (self);
  table = dup_table (self, "data/premier.csv");
  g_assert_cmpfloat (ter_table_get_number (table, 1, 0), ==, 2);
  g_assert_null (ter_table_peek_numbers (table, 1));
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
what_no_table_names_is_removed (Fixture *self, gconstpointer data)
{
  g_autofree char *stray = g_build_filename (self->columns, "0123.abcdef", NULL);

  g_assert_true (g_file_set_contents (stray, "a file of which the writing was cut", -1, NULL));
  refresh (self);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_files (self), ==, 2);
  fixture_folder_remove (self->place);
  refresh (self);
  g_assert_cmpuint (count_files (self), ==, 0);
}

static void
the_cache_can_be_deleted_at_any_time (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) cache = g_file_get_parent (self->catalogue);
  g_autoptr (TerTable) touched = dup_table (self, "data/premier.csv");
  g_autoptr (TerTable) untouched = dup_table (self, "data/second.csv");

  assert_table (touched, "02", 2);
  fixture_folder_remove (cache);
  assert_table (touched, "02", 2);
  assert_table (untouched, "2A", 3);
  assert_tables (self);
  refresh (self);
  assert_tables (self);
}

/* Where the folder should be there is a file: nothing can be written, whoever asks. */
static void
a_folder_that_cannot_be_written_costs_nothing_but_time (Fixture *self, gconstpointer data)
{
  ter_table_cache_delete (g_file_peek_path (self->catalogue));
  g_assert_true (g_file_set_contents (self->columns, "in the way", -1, NULL));
  assert_tables (self);
  write_pack (self, "code,n\n01,1\n02,2\n", "code,n\n2A,3\n2B,4\n");
  refresh (self);
  {
    g_autoptr (TerTable) second = dup_table (self, "data/second.csv");

    assert_table (second, "2B", 4);
  }
  g_unlink (self->columns);
}

static void
the_largest_tables_have_none (void)
{
  g_autofree char *contents = g_malloc0 (TER_TABLE_CACHE_LARGEST + 1);
  g_autoptr (GBytes) most = g_bytes_new_static (contents, TER_TABLE_CACHE_LARGEST);
  g_autoptr (GBytes) more = g_bytes_new_static (contents, TER_TABLE_CACHE_LARGEST + 1);
  g_autofree char *identity = ter_table_cache_identify (most, NULL);

  g_assert_nonnull (identity);
  g_assert_null (ter_table_cache_identify (more, NULL));
}

/* Its tables change while its author writes: they are read as they are. */
static void
a_pack_in_the_making_has_none (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) draft = g_file_dup (pack_fixture_get_folder (self->pack));
  g_autoptr (GFile) catalogue = g_file_resolve_relative_path (self->folder, "draft/catalogue.sqlite");
  g_autoptr (GFile) columns = g_file_resolve_relative_path (self->folder, "draft/columns");
  TerLibrary *installed = self->library;
  g_autoptr (TerTable) table = NULL;

  ter_indexer_set_is_draft (draft);
  self->library = fixture_library_new (catalogue, draft, "fr");
  refresh (self);
  table = dup_table (self, "data/second.csv");
  assert_table (table, "2A", 3);
  g_assert_false (g_file_query_exists (columns, NULL));
  fixture_library_free (self->library);
  self->library = installed;
}

#define ADD(name, function) g_test_add ("/table-cache/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("each-indexed-table-has-its-file", each_indexed_table_has_its_file);
  ADD ("a-table-that-the-pack-does-not-have-is-an-error", a_table_that_the_pack_does_not_have_is_an_error);
  ADD ("files-that-are-missing-are-written-again", files_that_are_missing_are_written_again);
  ADD ("files-that-are-damaged-are-written-again", files_that_are_damaged_are_written_again);
  ADD ("a-changed-table-has-another-file", a_changed_table_has_another_file);
  ADD ("a-changed-schema-has-another-file", a_changed_schema_has_another_file);
  ADD ("what-no-table-names-is-removed", what_no_table_names_is_removed);
  ADD ("the-cache-can-be-deleted-at-any-time", the_cache_can_be_deleted_at_any_time);
  ADD ("a-folder-that-cannot-be-written-costs-nothing-but-time", a_folder_that_cannot_be_written_costs_nothing_but_time);
  ADD ("a-pack-in-the-making-has-none", a_pack_in_the_making_has_none);
  g_test_add_func ("/table-cache/the-largest-tables-have-none", the_largest_tables_have_none);
  return g_test_run ();
}
