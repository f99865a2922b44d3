/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-book.h"

#include <math.h>
#include <stdio.h>

#include "book-maker.h"
#include "ter-sheet-csv.h"

/* ---- Beside LibreOffice: see make-books.py ---- */

/* The row of that line; %G_MAXUINT: a blank one, which is not kept. */
static guint
find_row (TerSheet *sheet, guint line)
{
  for (guint i = 0; i < ter_sheet_get_n_rows (sheet); i++)
    if (ter_sheet_get_line (sheet, i) == line)
      return i;
  return G_MAXUINT;
}

static gboolean
are_same_numbers (const char *ours, const char *theirs, double factor)
{
  char *end;
  double one = g_ascii_strtod (ours, &end) / factor, other;

  if (*ours == '\0' || *end != '\0')
    return FALSE;
  other = g_ascii_strtod (theirs, &end);
  return *theirs != '\0' && *end == '\0' && fabs (one - other) <= 1e-12 * MAX (fabs (one), 1.0);
}

/* "28/05/2020" or "05/28/20 10:30 AM" beside 2020-05-28…: what LibreOffice writes depends on the locale: its ISO form was asked for. */
static gboolean
are_same (TerSheetKind kind, const char *ours, const char *theirs)
{
  if (g_str_equal (ours, theirs))
    return TRUE;
  switch (kind)
    {
    case TER_SHEET_NUMBER: return are_same_numbers (ours, theirs, 1.0);
    case TER_SHEET_PERCENT:
      return are_same_numbers (ours, theirs, 100.0) ||
             (g_str_has_suffix (theirs, "%") && g_ascii_strtod (ours, NULL) == g_ascii_strtod (theirs, NULL));
    case TER_SHEET_BOOLEAN:
      return g_ascii_strcasecmp (ours, theirs) == 0 || g_str_equal (theirs, g_str_equal (ours, "true") ? "1" : "0");
    case TER_SHEET_DATE:
      {
        int month, day, year, hour = 0, minute = 0;
        g_autofree char *iso = NULL;
        int n = sscanf (theirs, "%d/%d/%d %d:%d", &month, &day, &year, &hour, &minute);

        if (n < 3 && strlen (theirs) == 19 && theirs[10] == ' ') /* 2020-05-28 10:30:00 */
          return strncmp (ours, theirs, 10) == 0 && g_str_equal (ours + 11, theirs + 11);
        if (n < 3)
          return FALSE;
        iso = n == 3 ? g_strdup_printf ("%04d-%02d-%02d", year, month, day)
                     : g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:00", year, month, day, hour, minute);
        return g_str_equal (ours, iso);
      }
    default: return FALSE;
    }
}

static void
compare (TerSheet *ours, TerSheet *theirs)
{
  guint n_filled = 0;

  for (guint i = 0; i < ter_sheet_get_n_rows (theirs); i++)
    {
      guint row = find_row (ours, i + 1);

      for (guint column = 0; column < ter_sheet_get_width (theirs, i); column++)
        {
          const char *their = ter_sheet_get_text (theirs, i, column);
          const char *our = row != G_MAXUINT ? ter_sheet_get_text (ours, row, column) : "";

          n_filled += *our != '\0';
          if (!are_same (row != G_MAXUINT ? ter_sheet_get_kind (ours, row, column) : TER_SHEET_TEXT, our, their))
            g_error ("row %u, column %u: “%s”, LibreOffice: “%s”", i + 1, column + 1, our, their);
        }
    }
  for (guint i = 0; i < ter_sheet_get_n_rows (ours); i++)
    n_filled -= ter_sheet_count_filled (ours, i);
  g_assert_cmpuint (n_filled, ==, 0); /* no cell of ours that LibreOffice has not */
}

static void
test_twenty_files_are_what_libreoffice_reads (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "core", "sheets", "books", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL), *expected = g_strconcat (path, ".csv", NULL), *text = NULL;
      g_autoptr (GFile) file = g_file_new_for_path (path);
      TerSheetBookPage page = { 0 };
      TerSheetCsvForm form = { .delimiter = ',' };
      g_autoptr (GError) error = NULL;
      g_autoptr (TerSheet) ours = NULL, theirs = NULL;
      g_autoptr (GBytes) bytes = NULL;
      gsize length;

      if (g_str_has_suffix (name, ".csv"))
        continue;
      g_test_message ("%s", name);
      ours = ter_sheet_book_read (file, &page, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (expected, &text, &length, NULL));
      bytes = g_bytes_new (text, length);
      theirs = ter_sheet_csv_read (bytes, &form, &error);
      g_assert_no_error (error);
      compare (ours, theirs);
      g_assert_cmpint (page.others, ==, g_str_has_suffix (name, "sheets.xlsx") || g_str_has_suffix (name, "sheets.ods"));
      g_free (page.taken);
      n++;
    }
  g_assert_cmpuint (n, ==, 20);
}

static void
test_a_sheet_is_asked_for_by_name_or_number (void)
{
  static const char *const asked[] = { "Notes", "3", "4", "Rien" };

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    for (guint kind = 0; kind < 2; kind++)
      {
        g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests/core/sheets/books",
                                                  kind == 0 ? "sheets.xlsx" : "calc-sheets.ods", NULL);
        g_autoptr (GFile) file = g_file_new_for_path (path);
        TerSheetBookPage page = { .asked = asked[i] };
        g_autoptr (GError) error = NULL;
        g_autoptr (TerSheet) sheet = ter_sheet_book_read (file, &page, NULL, &error);

        g_assert_true ((sheet != NULL) == (i < 2));
        if (sheet != NULL)
          g_assert_cmpstr (ter_sheet_get_text (sheet, 0, 0), ==, "lire");
        else
          g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
        g_free (page.taken);
      }
}

/* ---- Hostile ---- */

static char *
dup_nested (const char *open, const char *close, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, open);
  for (guint i = 0; i < n; i++)
    g_string_append (text, close);
  return g_string_free_and_steal (text);
}

static TerSheet *
read_zip (GBytes *zip, GError **error)
{
  TerSheetBookPage page = { 0 };
  int fd;
  g_autoptr (GFile) file = book_maker_write (zip, &fd);
  TerSheet *sheet = ter_sheet_book_read (file, &page, NULL, error);

  g_free (page.taken);
  close (fd);
  return sheet;
}

static void
test_hostile_documents_cost_nothing (void)
{
  g_autofree char *deep = dup_nested ("<text:span>", "</text:span>", 200000);
  const struct
  {
    const char *cells;
    gboolean read;
    guint n_rows;
  } cases[] = {
    { "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell table:number-columns-repeated=\"1000000000\"/></table:table-row>"
      "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>",
      TRUE, 2 },
    { "<table:table-row table:number-rows-repeated=\"1000000000\"><table:table-cell office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>",
      FALSE, 0 },
    { "<table:table-row><table:table-cell table:number-columns-repeated=\"1000000000\" office:value-type=\"string\"><text:p>a</text:p></table:table-cell></table:table-row>",
      FALSE, 0 },
    { "<table:table-row><table:table-cell><text:p>&lol;</text:p></table:table-cell></table:table-row>", FALSE, 0 },
    { "<table:table-row><table:table-cell>", FALSE, 0 },
    { "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"1000000000\"/>a</text:p></table:table-cell></table:table-row>",
      TRUE, 1 },
    { deep, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml =
        g_strdup_printf ("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY lol \"lol\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
                         "<office:document-content " ODS_NAMES "><office:body><office:spreadsheet><table:table table:name=\"a\">%s"
                         "</table:table></office:spreadsheet></office:body></office:document-content>",
                         cases[i].cells);
      g_autoptr (GBytes) content = g_bytes_new (xml, strlen (xml));
      g_autoptr (GBytes) zip = book_maker_dup_ods (content);
      g_autoptr (GError) error = NULL;
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (TerSheet) sheet = read_zip (zip, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_true ((sheet != NULL) == cases[i].read);
      g_assert_true (sheet != NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA));
      if (sheet != NULL)
        g_assert_cmpuint (ter_sheet_get_n_rows (sheet), ==, cases[i].n_rows);
      g_assert_cmpint (g_get_monotonic_time () - begin, <, 20 * G_USEC_PER_SEC);
    }
}

static void
test_hostile_workbooks_cost_nothing (void)
{
  static const struct
  {
    const char *sheet;
    gboolean read;
    const char *first;
  } cases[] = {
    { "<worksheet><sheetData><row r=\"4000000000\"><c r=\"ZZZZ1\" t=\"inlineStr\"><is><t/></is></c></row></sheetData></worksheet>",
      TRUE, NULL },
    { "<worksheet><sheetData><row r=\"4000000000\"><c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c><v>2</v></c></row></sheetData></worksheet>",
      TRUE, "" },
    { "<worksheet><sheetData><row><c r=\"ZZZ1\"><v>1</v></c></row></sheetData></worksheet>", FALSE, NULL },
    { "<worksheet><sheetData><row><c t=\"s\"><v>99</v></c><c t=\"s\"><v>-1</v></c><c><v>1e999</v></c></row></sheetData></worksheet>",
      TRUE, "" },
    { "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>", TRUE, "texte" },
    { "<worksheet", FALSE, NULL },
    { "", FALSE, NULL },
  };
  g_autoptr (GBytes) strings = g_bytes_new_static ("<sst><si><t>texte</t></si></sst>", 32);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) part = g_bytes_new (cases[i].sheet, strlen (cases[i].sheet));
      g_autoptr (GBytes) zip = book_maker_dup_xlsx (part, strings);
      g_autoptr (GError) error = NULL;
      g_autoptr (TerSheet) sheet = read_zip (zip, &error);

      g_test_message ("%u: %s", i, error != NULL ? error->message : "read");
      g_assert_true ((sheet != NULL) == cases[i].read);
      if (sheet != NULL && cases[i].first != NULL)
        g_assert_cmpstr (ter_sheet_get_text (sheet, 0, 0), ==, cases[i].first);
    }
}

static void
test_what_is_no_spreadsheet_is_told (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a", 1);
  const TerStoredFile files[] = { { "document.xml", bytes }, { NULL, NULL } };
  g_autoptr (GBytes) zip = ter_stored_zip (files);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (zip, 0, g_bytes_get_size (zip) / 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (ter_sheet_book_is_one (zip));
  g_assert_false (ter_sheet_book_is_one (bytes));
  g_assert_null (read_zip (zip, &error));
  g_assert_cmpstr (error->message, ==, "this is no CSV and no spreadsheet (.ods, .xlsx)");
  g_clear_error (&error);
  g_assert_null (read_zip (half, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-book/twenty files are what libreoffice reads", test_twenty_files_are_what_libreoffice_reads);
  g_test_add_func ("/sheet-book/a sheet is asked for by name or number", test_a_sheet_is_asked_for_by_name_or_number);
  g_test_add_func ("/sheet-book/hostile documents cost nothing", test_hostile_documents_cost_nothing);
  g_test_add_func ("/sheet-book/hostile workbooks cost nothing", test_hostile_workbooks_cost_nothing);
  g_test_add_func ("/sheet-book/what is no spreadsheet is told", test_what_is_no_spreadsheet_is_told);
  return g_test_run ();
}
