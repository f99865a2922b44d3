/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sheet-maker.h"

/* The cases of tests/core/sheets/cases: each a kind of file that authors have. */
static void
test_the_files_of_authors_are_read_as_they_are_meant (void)
{
  static const struct
  {
    const char *name;
    const char *types, *codes; /* nullable: refused */
    const char *last_cell;     /* or what the message begins with */
  } cases[] = {
    { "01-header-commas", "string,integer", "", "15" },
    { "03-cost-per-year", "string,integer", "", "9800" },
    { "04-sep", "string,integer", "", "350" },
    { "05-utf8-one-bad-byte", NULL, NULL, "line 4, column 7:" },
    { "06-utf16", "string,integer", "", "1200" },
    { "07-macroman-cr", "string,integer", "", "350" },
    { "09-us-thousands", "string,integer", "thousands", "12500" },
    { "10-secret", "string,number", "missing", "8.1" },
    { "14-thin2", "string,integer", "", "12000" },
    { "15-dates", "date,string", "", "B" },
    { "20-title-row", "string,string,integer", "title-line", "13" },
    { "21-total", "string,string,integer", "total-line", "25" },
    { "26-dupe-header", "string,integer,integer,integer,integer", "name-missing,name-missing,name-repeated", "4" },
    { "50-insee-com", "string,string,string,integer", "", "2" },
    { "51-codeinsee", "string,string,string,integer", "", "2" },
    { "61-own-export-two-columns", "string,number", "", "2.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat (cases[i].name, ".csv", NULL);
      g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "core", "sheets", "cases", name, NULL);
      g_autofree char *text = NULL, *codes = NULL, *written = NULL;
      g_autoptr (GString) types = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_auto (MadeSheet) made = { 0 };
      gsize length;

      g_test_message ("%s", path);
      g_assert_true (g_file_get_contents (path, &text, &length, NULL));
      made = made_sheet_new (text, length, NULL, NULL, &error);
      if (cases[i].types == NULL)
        {
          g_assert_true (error != NULL && g_str_has_prefix (error->message, cases[i].last_cell));
          continue;
        }
      g_assert_no_error (error);
      for (guint j = 0; j < made.columns->len; j++)
        g_string_append_printf (types, "%s%s", j > 0 ? "," : "", ((TerSheetColumn *) g_ptr_array_index (made.columns, j))->type);
      g_assert_cmpstr (types->str, ==, cases[i].types);
      codes = made_sheet_dup_codes (&made);
      g_assert_cmpstr (codes, ==, cases[i].codes);
      written = made_sheet_dup_column (&made, made.columns->len - 1);
      g_assert_true (g_str_has_suffix (written, cases[i].last_cell));
    }
}

static void
test_what_could_be_parted_otherwise_is_told (void)
{
  g_auto (MadeSheet) made = made_sheet_new ("a;b,c\n1;2,x\n", -1, NULL, NULL, NULL);
  g_autofree char *codes = made_sheet_dup_codes (&made);

  g_assert_cmpstr (codes, ==, "delimiter");
  g_assert_cmpstr (ter_sheet_file_get_delimiter_words (';'), ==, "semicolons");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-file/the files of authors are read as they are meant",
                   test_the_files_of_authors_are_read_as_they_are_meant);
  g_test_add_func ("/sheet-file/what could be parted otherwise is told", test_what_could_be_parted_otherwise_is_told);
  return g_test_run ();
}
