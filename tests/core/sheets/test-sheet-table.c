/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sheet-maker.h"

#include "ter-limits.h"

static void
test_what_is_no_row_is_told (void)
{
  static const struct
  {
    const char *text, *skip; /* @skip: nullable */
    guint n_rows;
    const char *first_name, *codes;
  } cases[] = {
    { "Population;;\n;;\ncode;nom;hab\n01001;A;12\n", NULL, 1, "code", "title-line" },
    { "Population\ncode;nom;hab\n01001;A;12\n01002;B;12\n", NULL, 2, "code", "title-line" },
    { "nom;;\nA;1;2\nB;3;4\n", NULL, 2, "nom", "name-missing,name-missing" },
    { "code;nom;hab\n01001;A;12\nTotal;;12\n", NULL, 2, "code", "total-line" },
    { "code;nom;hab\n01001;A;12\nTotal;;12\n", "3", 1, "code", "" },
    { "code;nom;hab\n01001;A;12\nTotal;;12\n", "none", 2, "code", "" },
    { "nom;hab\nTotalas;12\nEnsemble;12\n", NULL, 2, "nom", "total-line" },
    { "nom;hab\nA;1\nB;2\nSource : INSEE;\n", NULL, 2, "nom", "note-line" },
    { "nom;hab\nA;1\nB;2\n(p) provisoire\nSource : INSEE\n", NULL, 2, "nom", "note-line,note-line" },
    { "a;b\nnom;hab\nA;1\nB;2\n", "1", 2, "nom", "" },
    { "a;b\nnom;hab\nA;1\nB;2\nC;3\n", "1,3-4", 1, "nom", "" },
    { "a;b;;\n1;;;\n;;;\n \u00a0;2;;\n;;;\n", NULL, 2, "a", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (MadeSheet) made = made_sheet_new (cases[i].text, -1, NULL, cases[i].skip, &error);
      g_autofree char *codes = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      codes = made_sheet_dup_codes (&made);
      g_assert_cmpuint (ter_sheet_table_get_n_rows (made.table), ==, cases[i].n_rows);
      g_assert_cmpstr (ter_sheet_table_get_name (made.table, 0), ==, cases[i].first_name);
      g_assert_cmpstr (codes, ==, cases[i].codes);
    }
}

static void
test_what_is_no_table_is_refused_with_its_line (void)
{
  static const struct
  {
    const char *text, *skip, *message;
  } cases[] = {
    { "", NULL, "the file is empty" },
    { "a;b\n", NULL, "there is no row below the names" },
    { ";\n;\n", NULL, "there is no row below the names" },
    { "a;b\n1;2\n1;2;3\n", NULL, "line 3: 3 cells, where most lines have 2" },
    { "a;b\n1;2\n", "x", "“x” is no list of lines: write “1-2,40”, or “none”" },
    { "a;b\n1;2\n", "2-1", "“2-1” is no list of lines: write “1-2,40”, or “none”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (MadeSheet) made = made_sheet_new (cases[i].text, -1, NULL, cases[i].skip, &error);

      g_assert_null (made.table);
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* What ter_figure_export_csv() writes, in both styles. */
static void
test_what_the_app_saved_comes_back (void)
{
  static const char *const texts[] = {
    "\xef\xbb\xbfRégion;Taux (%)\r\n'-A;1,5\r\nB;2,5\r\n\r\nTitre;Taux\r\nSource;INSEE\r\nDate;2026\r\n",
    "Région,Taux (%)\r\n'-A,1.5\r\nB,2.5\r\n\r\nTitle,Taux\r\nSource,INSEE\r\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (MadeSheet) made = made_sheet_new (texts[i], -1, NULL, NULL, &error);
      g_autoptr (JsonObject) schema = NULL;
      g_autofree char *names = NULL, *rates = NULL;
      JsonObject *rate;

      g_assert_no_error (error);
      g_assert_cmpuint (made.remarks->len, ==, 0);
      g_assert_true (ter_sheet_table_is_ours (made.table));
      names = made_sheet_dup_column (&made, 0);
      rates = made_sheet_dup_column (&made, 1);
      g_assert_cmpstr (names, ==, "-A;B");
      g_assert_cmpstr (rates, ==, "1.5;2.5");
      schema = ter_sheet_column_dup_schema (made.columns);
      rate = json_array_get_object_element (json_object_get_array_member (schema, "fields"), 1);
      g_assert_cmpstr (json_object_get_string_member (rate, "title"), ==, "Taux");
      g_assert_cmpstr (json_object_get_string_member (rate, "unit"), ==, "%");
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
        g_string_append (text, i == 0 ? ",b" : ",0");
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
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GPtrArray) remarks = ter_sheet_remark_new_list ();
      TerSheetCsvForm form = { .delimiter = ',' };
      g_autoptr (GError) error = NULL;
      TerSheet *sheet = ter_sheet_csv_read (bytes, &form, &error);
      g_autoptr (TerSheetTable) table = ter_sheet_table_new (sheet, NULL, remarks, &error);

      g_assert_true ((table != NULL) == (cases[i].message == NULL));
      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
      if (table != NULL)
        g_assert_cmpuint (ter_sheet_table_get_n_rows (table), ==, cases[i].n_rows);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-table/what is no row is told", test_what_is_no_row_is_told);
  g_test_add_func ("/sheet-table/what is no table is refused with its line", test_what_is_no_table_is_refused_with_its_line);
  g_test_add_func ("/sheet-table/what the app saved comes back", test_what_the_app_saved_comes_back);
  g_test_add_func ("/sheet-table/columns and rows are counted", test_columns_and_rows_are_counted);
  return g_test_run ();
}
