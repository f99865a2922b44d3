/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-columns-private.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ter-json.h"

#define N_PLACES 200

/* A table in a columns file, and what it was made of. */
typedef struct
{
  char *folder;
  char *path;
  char *identity;
  GBytes *bytes;
  JsonObject *resource;
  char *contents; /* of the file */
  gsize length;
  guint n_read; /* how often the table itself was read again */
} Fixture;

static const char text[] = "code,nom,nom@en,n,p,d,b\n"
                           "01,Un,One,1,0.5,2020-05-28,true\n"
                           "02,\"De,ux\",,2,,2021-01-01,false\n"
                           "2A,Trois,Three,nd,-1e-3,,\n"
                           "04,,,4,7.10,2022-02-02,1\n";

static const char about[] =
  "{\"name\": \"t\", \"mediatype\": \"text/csv\", \"schema\": {\"missingValues\": [\"\", \"nd\"], \"fields\": ["
  "{\"name\": \"code\"}, {\"name\": \"nom\", \"title\": \"Nom\", \"title@en\": \"Name\"}, {\"name\": \"n\", \"type\": \"integer\"},"
  "{\"name\": \"p\", \"type\": \"number\", \"unit\": \"%\"}, {\"name\": \"d\", \"type\": \"date\"},"
  "{\"name\": \"b\", \"type\": \"boolean\"}]}}";

static void
fixture_take (Fixture *self, GBytes *bytes, JsonObject *resource)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerColumns) columns = ter_columns_parse (bytes, resource, &error);

  g_assert_no_error (error);
  self->bytes = g_bytes_ref (bytes);
  self->resource = json_object_ref (resource);
  self->folder = g_dir_make_tmp ("territoires-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "columns", NULL);
  self->identity = ter_columns_identify (bytes, resource);
  ter_columns_save (columns, self->path, self->identity, &error);
  g_assert_no_error (error);
  g_file_get_contents (self->path, &self->contents, &self->length, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (JsonNode) node = json_from_string (about, NULL);

  fixture_take (self, bytes, json_node_get_object (node));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_bytes_unref (self->bytes);
  json_object_unref (self->resource);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->identity);
  g_free (self->contents);
  memset (self, 0, sizeof *self);
}

static TerColumns *
read_again_cb (gpointer user_data)
{
  Fixture *self = user_data;

  self->n_read++;
  return ter_columns_parse (self->bytes, self->resource, NULL);
}

static TerColumns *
read_nothing_cb (gpointer user_data)
{
  return NULL;
}

/* (nullable): %NULL when there is no opening the file */
static TerTable *
open_table (Fixture *self, const char *language, TerColumnsReadFunc read)
{
  TerColumns *columns = ter_columns_open (self->path, self->identity, NULL);

  return columns != NULL ? ter_table_new_from_columns (columns, self->resource, language, read, self, NULL) : NULL;
}

static void
assert_same_number (double a, double b)
{
  if (isnan (b))
    g_assert_true (isnan (a));
  else
    g_assert_cmpfloat (a, ==, b);
}

static guint
assert_same (TerTable *table, TerTable *expected)
{
  g_assert_cmpstr (ter_table_get_name (table), ==, ter_table_get_name (expected));
  g_assert_cmpuint (ter_table_get_n_rows (table), ==, ter_table_get_n_rows (expected));
  g_assert_cmpuint (ter_table_get_n_columns (table), ==, ter_table_get_n_columns (expected));
  for (guint column = 0; column < ter_table_get_n_columns (table); column++)
    {
      g_assert_cmpstr (ter_table_get_column_name (table, column), ==, ter_table_get_column_name (expected, column));
      g_assert_cmpstr (ter_table_get_column_title (table, column), ==, ter_table_get_column_title (expected, column));
      g_assert_cmpstr (ter_table_get_column_unit (table, column), ==, ter_table_get_column_unit (expected, column));
      g_assert_cmpint (ter_table_get_column_type (table, column), ==, ter_table_get_column_type (expected, column));
      for (guint row = 0; row < ter_table_get_n_rows (table); row++)
        {
          g_assert_cmpstr (ter_table_get_text (table, row, column), ==, ter_table_get_text (expected, row, column));
          g_assert_cmpstr (ter_table_get_label (table, row, column), ==, ter_table_get_label (expected, row, column));
          assert_same_number (ter_table_get_number (table, row, column), ter_table_get_number (expected, row, column));
        }
    }
  return ter_table_get_n_rows (table) * ter_table_get_n_columns (table);
}

/* In the language of the table, in another one and in none: one file serves all. */
static guint
assert_round_trip (Fixture *self)
{
  static const char *const languages[] = { "fr", "en-GB", NULL };
  guint n_cells = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (TerTable) expected = ter_table_new_from_bytes (self->bytes, self->resource, languages[i], NULL);
      g_autoptr (TerTable) table = open_table (self, languages[i], read_again_cb);

      g_assert_nonnull (table);
      n_cells += assert_same (table, expected);
    }
  g_assert_cmpuint (self->n_read, ==, 0);
  return n_cells;
}

static void
a_file_says_what_the_table_says (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) table = open_table (self, "en", read_again_cb);

  assert_round_trip (self);
  g_assert_cmpuint (ter_table_get_n_columns (table), ==, 6);
  g_assert_cmpstr (ter_table_get_column_title (table, 1), ==, "Name");
  g_assert_cmpstr (ter_table_get_label (table, 0, 1), ==, "One");
  g_assert_cmpstr (ter_table_get_text (table, 1, 1), ==, "De,ux");
  g_assert_cmpstr (ter_table_get_text (table, 3, 3), ==, "7.10");
  g_assert_true (isnan (ter_table_peek_numbers (table, 2)[2]));
  g_assert_null (ter_table_peek_numbers (table, 0));
}

/* What no reader takes for a table is in the corpus too. */
static void
check_table (const char *folder, JsonObject *resource, guint *n_tables, guint *n_cells)
{
  const char *relative = ter_json_get_string (resource, "path");
  g_autofree char *path = relative != NULL ? g_build_filename (folder, relative, NULL) : NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TerColumns) columns = NULL;
  Fixture self = { NULL };
  gsize length;

  if (path == NULL || g_strcmp0 (ter_json_get_string (resource, "role"), "table") != 0 ||
      !g_file_get_contents (path, &contents, &length, NULL))
    return;
  bytes = g_bytes_new (contents, length);
  columns = ter_columns_parse (bytes, resource, NULL);
  if (columns == NULL)
    return;
  fixture_take (&self, bytes, resource);
  *n_cells += assert_round_trip (&self);
  ++*n_tables;
  tear_down (&self, NULL);
}

static void
check_pack (const char *folder, guint *n_tables, guint *n_cells)
{
  g_autofree char *path = g_build_filename (folder, "datapackage.json", NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *resources;

  if (!json_parser_load_from_file (parser, path, NULL))
    return;
  resources = ter_json_get_array (ter_json_node_object (json_parser_get_root (parser)), "resources");
  for (guint i = 0; i < ter_json_array_length (resources); i++)
    if (ter_json_array_object (resources, i) != NULL)
      check_table (folder, ter_json_array_object (resources, i), n_tables, n_cells);
}

static void
all_tables_of_the_corpus_come_back (void)
{
  static const char *const places[] = { "data/packs", "tests/corpus/packs/valid", "tests/corpus/packs/invalid",
                                        "tests/corpus/packs/lint" };
  guint n_tables = 0, n_cells = 0;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (g_getenv ("TER_SOURCE_DIR"), places[i], NULL);
      g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
      const char *name;

      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *folder = g_build_filename (place, name, NULL);

          check_pack (folder, &n_tables, &n_cells);
        }
    }
  g_test_message ("%u tables, %u cells in three languages", n_tables, n_cells);
  g_assert_cmpuint (n_tables, >, 30);
}

static void
a_file_is_of_one_table_only (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_strdup (self->identity);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text) - 1);
  g_autofree char *shorter = ter_columns_identify (bytes, self->resource);
  g_autoptr (JsonNode) node = json_from_string ("{\"schema\": {\"fields\": [{\"name\": \"code\", \"type\": \"integer\"}]}}", NULL);
  g_autofree char *typed = ter_columns_identify (self->bytes, json_node_get_object (node));
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (shorter, !=, self->identity);
  g_assert_cmpstr (typed, !=, self->identity);
  other[63] = other[63] == '0' ? '1' : '0';
  g_assert_null (ter_columns_open (self->path, other, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  g_unlink (self->path);
  g_assert_null (ter_columns_open (self->path, self->identity, &error));
  g_assert_nonnull (error);
}

/* The table is right whatever the file has become: it is not opened, or read again when its damage is found. Where even that fails,
 * values are missing. Returns whether the damage was noticed. */
static gboolean
assert_survives (Fixture *self, TerTable *expected)
{
  g_autoptr (TerTable) table = open_table (self, "en", read_again_cb);
  g_autoptr (TerTable) alone = open_table (self, "en", read_nothing_cb);
  gboolean opened = table != NULL;

  self->n_read = 0;
  if (opened)
    assert_same (table, expected);
  for (guint column = 0; alone != NULL && column < ter_table_get_n_columns (alone); column++)
    for (guint row = 0; row < ter_table_get_n_rows (alone); row++)
      {
        const char *said = ter_table_get_text (alone, row, column);
        double number = ter_table_get_number (alone, row, column);

        if (said != NULL)
          g_assert_cmpstr (said, ==, ter_table_get_text (expected, row, column));
        if (!isnan (number))
          g_assert_cmpfloat (number, ==, ter_table_get_number (expected, row, column));
      }
  return !opened || self->n_read > 0;
}

static void
write_damaged (Fixture *self, const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, contents, length, &error);
  g_assert_no_error (error);
}

static void
no_flipped_byte_changes_a_table (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) expected = ter_table_new_from_bytes (self->bytes, self->resource, "en", NULL);

  for (gsize i = 0; i < self->length; i++)
    {
      self->contents[i] ^= 1 << i % 8;
      write_damaged (self, self->contents, self->length);
      if (!assert_survives (self, expected))
        g_error ("the damage at %" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " was not noticed", i, self->length);
      self->contents[i] ^= 1 << i % 8;
    }
}

static void
no_truncation_changes_a_table (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) expected = ter_table_new_from_bytes (self->bytes, self->resource, "en", NULL);

  for (guint i = 0; i < N_PLACES; i++)
    {
      write_damaged (self, self->contents, self->length * i / N_PLACES);
      g_assert_true (assert_survives (self, expected));
      g_assert_null (open_table (self, NULL, NULL));
    }
}

static void
no_run_of_zeros_changes_a_table (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) expected = ter_table_new_from_bytes (self->bytes, self->resource, "en", NULL);

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *contents = g_memdup2 (self->contents, self->length);
      const gsize begin = self->length * i / N_PLACES;

      memset (contents + begin, 0, MIN (64, self->length - begin));
      write_damaged (self, contents, self->length);
      assert_survives (self, expected);
    }
}

/* Not damage but malice: every sum is right. Whatever a word of the head says, nothing is read beyond the file. */
static void
no_lie_leads_out_of_the_file (Fixture *self, gconstpointer data)
{
  static const guint32 lies[] = { 0, 1, 7, 8, 0x7fffffff, 0x80000000, 0xfffffff8, 0xffffffff };
  const gsize sum_at = 8 + 4 + 4 + 64 + 8, n_head_at = sum_at + 8;
  guint32 n_head;

  memcpy (&n_head, self->contents + n_head_at, sizeof n_head);
  for (gsize i = 8; i < n_head; i += 4)
    for (guint j = 0; j < G_N_ELEMENTS (lies); j++)
      {
        g_autofree char *contents = g_memdup2 (self->contents, self->length);
        g_autoptr (TerTable) table = NULL;
        guint64 sum = 0;

        memcpy (contents + i, &lies[j], sizeof lies[j]);
        memcpy (contents + sum_at, &sum, sizeof sum);
        sum = ter_columns_sum_up (contents, n_head);
        memcpy (contents + sum_at, &sum, sizeof sum);
        write_damaged (self, contents, self->length);
        table = open_table (self, "en", read_nothing_cb);
        for (guint column = 0; table != NULL && column < ter_table_get_n_columns (table); column++)
          for (guint row = 0; row < MIN (ter_table_get_n_rows (table), 100); row++)
            {
              const char *said = ter_table_get_label (table, row, column);

              g_assert_cmpuint (said != NULL ? strlen (said) : 0, <, self->length);
              ter_table_get_number (table, row, column);
            }
      }
}

static void
texts_lent_before_a_damage_stay (Fixture *self, gconstpointer data)
{
  g_autoptr (TerTable) table = NULL;
  const char *code, *name;

  self->contents[self->length - 1] ^= 1;
  write_damaged (self, self->contents, self->length);
  table = open_table (self, "fr", read_again_cb);
  code = ter_table_get_text (table, 2, 0);
  name = ter_table_get_column_name (table, 0);
  g_assert_cmpuint (self->n_read, ==, 0);
  g_assert_cmpstr (ter_table_get_text (table, 0, 5), ==, "true");
  g_assert_cmpuint (self->n_read, ==, 1);
  g_assert_cmpstr (code, ==, "2A");
  g_assert_cmpstr (name, ==, "code");
}

#define ADD(name, function) g_test_add ("/columns/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a-file-says-what-the-table-says", a_file_says_what_the_table_says);
  g_test_add_func ("/columns/all-tables-of-the-corpus-come-back", all_tables_of_the_corpus_come_back);
  ADD ("a-file-is-of-one-table-only", a_file_is_of_one_table_only);
  ADD ("no-flipped-byte-changes-a-table", no_flipped_byte_changes_a_table);
  ADD ("no-truncation-changes-a-table", no_truncation_changes_a_table);
  ADD ("no-run-of-zeros-changes-a-table", no_run_of_zeros_changes_a_table);
  ADD ("no-lie-leads-out-of-the-file", no_lie_leads_out_of_the_file);
  ADD ("texts-lent-before-a-damage-stay", texts_lent_before_a_damage_stay);
  return g_test_run ();
}
