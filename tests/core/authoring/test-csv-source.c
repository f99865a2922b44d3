/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-csv-source.h"

#include <string.h>

#include "ter-limits.h"

static TerCsvSource *
source_new (const char *text, gssize length, char delimiter, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length >= 0 ? (gsize) length : strlen (text));

  return ter_csv_source_new (bytes, delimiter, error);
}

static void
test_the_delimiter_is_the_one_that_parts_the_first_line (void)
{
  static const struct
  {
    const char *text;
    char asked;
    char found;
    guint n_columns;
  } cases[] = {
    { "a,b\n1,2\n", '\0', ',', 2 },    { "a;b\n1,5;2\n", '\0', ';', 2 },       { "a\tb\tc\n1\t2\t3\n", '\0', '\t', 3 },
    { "a|b\n1|2\n", '\0', '|', 2 },    { "\"a,b,c\";d\n1;2\n", '\0', ';', 2 }, { "a\n1\n", '\0', ',', 1 },
    { "a;b,c\n1;2,3\n", ',', ',', 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerCsvSource) source = source_new (cases[i].text, -1, cases[i].asked, &error);

      g_assert_no_error (error);
      g_assert_cmpint (ter_csv_source_get_delimiter (source), ==, cases[i].found);
      g_assert_cmpuint (ter_csv_source_get_n_columns (source), ==, cases[i].n_columns);
      g_assert_cmpuint (ter_csv_source_get_n_rows (source), ==, 1);
    }
}

static void
test_windows_1252_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerCsvSource) source = source_new ("R\xe9gion;Co\xfbt \x80\nH\xe9rault;L\x92\x9cuvre\n", -1, '\0', &error);

  g_assert_no_error (error);
  g_assert_false (ter_csv_source_was_utf8 (source));
  g_assert_cmpstr (ter_csv_source_get_name (source, 0), ==, "Région");
  g_assert_cmpstr (ter_csv_source_get_name (source, 1), ==, "Coût €");
  g_assert_cmpstr (ter_csv_source_get_cell (source, 0, 1), ==, "L’œuvre");
}

static void
test_a_byte_order_mark_is_no_part_of_the_first_name (void)
{
  g_autoptr (TerCsvSource) source = source_new ("\xef\xbb\xbf"
                                                "code;nom\n01;Ain\n",
                                                -1, '\0', NULL);

  g_assert_true (ter_csv_source_was_utf8 (source));
  g_assert_cmpstr (ter_csv_source_get_name (source, 0), ==, "code");
}

static void
test_blank_ends_are_left_out (void)
{
  g_autoptr (TerCsvSource) source = source_new ("a;b;;\n1;;;\n;;;\n \u00a0;2;;\n;;;\n", -1, '\0', NULL);

  g_assert_cmpuint (ter_csv_source_get_n_columns (source), ==, 2);
  g_assert_cmpuint (ter_csv_source_get_n_rows (source), ==, 2);
  g_assert_cmpstr (ter_csv_source_get_cell (source, 1, 1), ==, "2");
}

static void
test_what_is_no_table_is_refused_with_its_line (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "the file is empty" },
    { "a;b\n", "there is no row below the names" },
    { ";\n;\n", "there is no row below the names" },
    { "a;b\n1;2\n1;2;3\n", "line 3: 3 cells, where the first line has 2" },
    { "a;b\n\"1;2\n", "line 2: a quotation mark is never closed" },
    { "a;b\n\x81;2\n", "this is neither UTF-8 nor Windows-1252 text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (source_new (cases[i].text, -1, '\0', &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* (transfer full): a line of names, then @n_rows lines. */
static char *
make_table (guint n_columns, guint n_rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= n_rows; i++)
    {
      g_string_append_c (text, i == 0 ? 'a' : '0');
      for (guint j = 1; j < n_columns; j++)
        g_string_append (text, ",0");
      g_string_append_c (text, '\n');
    }
  return g_string_free_and_steal (text);
}

static void
test_columns_and_rows_are_counted (void)
{
  static const struct
  {
    guint n_columns;
    guint n_rows;
    const char *message; /* nullable */
  } cases[] = {
    { TER_LIMIT_TABLE_COLUMNS, 1, NULL },
    { TER_LIMIT_TABLE_COLUMNS + 1, 1, "line 1: more columns than a table of a pack may have (200)" },
    { 1, TER_LIMIT_TABLE_ROWS, NULL },
    { 1, TER_LIMIT_TABLE_ROWS + 1, "line 1000002: more rows than a table of a pack may have (1000000)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make_table (cases[i].n_columns, cases[i].n_rows);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerCsvSource) source = source_new (text, -1, ',', &error);

      g_assert_true ((source != NULL) == (cases[i].message == NULL));
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
      if (source != NULL)
        g_assert_cmpuint (ter_csv_source_get_n_rows (source), ==, cases[i].n_rows);
    }
}

static void
test_bytes_are_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      const gsize length = TER_LIMIT_TABLE_BYTES + above;
      g_autofree char *text = g_malloc (length);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerCsvSource) source = NULL;

      memset (text, 'x', length);
      memcpy (text, "a\n", 2);
      source = source_new (text, length, ',', &error);
      g_assert_true ((source != NULL) == !above);
      if (above)
        {
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
          g_assert_nonnull (strstr (error->message, "64.0"));
        }
    }
}

static void
test_a_nul_is_refused (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (source_new ("a;b\n1\0;2\n", 10, '\0', &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-source/the delimiter is the one that parts the first line",
                   test_the_delimiter_is_the_one_that_parts_the_first_line);
  g_test_add_func ("/csv-source/windows 1252 is read", test_windows_1252_is_read);
  g_test_add_func ("/csv-source/a byte order mark is no part of the first name",
                   test_a_byte_order_mark_is_no_part_of_the_first_name);
  g_test_add_func ("/csv-source/blank ends are left out", test_blank_ends_are_left_out);
  g_test_add_func ("/csv-source/what is no table is refused with its line", test_what_is_no_table_is_refused_with_its_line);
  g_test_add_func ("/csv-source/columns and rows are counted", test_columns_and_rows_are_counted);
  g_test_add_func ("/csv-source/bytes are counted", test_bytes_are_counted);
  g_test_add_func ("/csv-source/a nul is refused", test_a_nul_is_refused);
  return g_test_run ();
}
