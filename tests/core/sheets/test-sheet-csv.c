/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-csv.h"

#include <string.h>

#include "ter-limits.h"

static TerSheet *
read_text (const char *text, TerSheetCsvForm *form, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ter_sheet_csv_read (bytes, form, error);
}

static void
test_the_delimiter_gives_rows_of_one_width (void)
{
  static const struct
  {
    const char *text;
    char asked, found, other;
    guint n_rows;
  } cases[] = {
    { "a,b\n1,2\n", '\0', ',', '\0', 2 },
    { "a;b\n1,5;2\n", '\0', ';', '\0', 2 },
    { "a\tb\tc\n1\t2\t3\n", '\0', '\t', '\0', 2 },
    { "a|b\n1|2\n", '\0', '|', '\0', 2 },
    { "\"a,b,c\";d\n1;2\n", '\0', ';', '\0', 2 },
    { "a\n1\n", '\0', ',', '\0', 2 },
    { "code;un, deux, trois\n1;2\n3;4\n", '\0', ';', '\0', 3 },
    { "a;b,c\n1;2,3\n", '\0', ';', ',', 2 },
    { "a;b,c\n1;2,3\n", ',', ',', '\0', 2 },
    { "sep=;\na;b\n1;2\n", '\0', ';', '\0', 2 },
    { "SEP=,\r\na;b,c\r\n1;2,3\r\n", '\0', ',', '\0', 2 },
    { "sep=x\n1\n", '\0', ',', '\0', 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerSheetCsvForm form = { .delimiter = cases[i].asked };
      g_autoptr (GError) error = NULL;
      g_autoptr (TerSheet) sheet = read_text (cases[i].text, &form, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_cmpint (form.delimiter, ==, cases[i].found);
      g_assert_cmpint (form.other_delimiter, ==, cases[i].other);
      g_assert_cmpuint (ter_sheet_get_n_rows (sheet), ==, cases[i].n_rows);
    }
}

static void
test_lines_are_counted_from_the_first (void)
{
  TerSheetCsvForm form = { 0 };
  g_autoptr (TerSheet) sheet = read_text ("sep=;\n\"a\nb\";c\n1;2\n", &form, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ter_sheet_get_line (sheet, 0), ==, 2);
  g_assert_cmpuint (ter_sheet_get_line (sheet, 1), ==, 4);
  form = (TerSheetCsvForm) { 0 };
  g_assert_null (read_text ("a;b\n\"1;2\n", &form, &error));
  g_assert_cmpstr (error->message, ==, "line 2: a quotation mark is never closed");
}

static void
test_bytes_are_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      const gsize length = TER_LIMIT_TABLE_BYTES + above;
      char *text = g_malloc (length);
      TerSheetCsvForm form = { .delimiter = ',' };
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (TerSheet) sheet = NULL;

      memset (text, 'x', length);
      memcpy (text, "a\n", 2);
      bytes = g_bytes_new_take (text, length);
      sheet = ter_sheet_csv_read (bytes, &form, &error);
      g_assert_true ((sheet != NULL) == !above);
      if (above)
        g_assert_nonnull (strstr (error->message, "64.0"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-csv/the delimiter gives rows of one width", test_the_delimiter_gives_rows_of_one_width);
  g_test_add_func ("/sheet-csv/lines are counted from the first", test_lines_are_counted_from_the_first);
  g_test_add_func ("/sheet-csv/bytes are counted", test_bytes_are_counted);
  return g_test_run ();
}
