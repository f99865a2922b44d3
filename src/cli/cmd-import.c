/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-report.h"
#include "ter-hash.h"
#include "ter-table-import.h"

static gboolean as_json, replace, strict;
static char *name, *title, *delimiter, *decimal, *encoding, *skip, *missing, *dates, *page;
static char **types;

static const GOptionEntry entries[] = {
  { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the table, an id (required)"), N_ ("NAME") },
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the table"), N_ ("TITLE") },
  { "delimiter", 'd', 0, G_OPTION_ARG_STRING, &delimiter, N_ ("What stands between cells: “,”, “;”, “|” or “tab”"), N_ ("SIGN") },
  { "encoding", 'e', 0, G_OPTION_ARG_STRING, &encoding,
    N_ ("How letters are written: UTF-8, UTF-16, Windows-1252, ISO-8859-15 or MacRoman"), N_ ("NAME") },
  { "decimal", 0, 0, G_OPTION_ARG_STRING, &decimal, N_ ("What stands before decimals: “.” or “,”"), N_ ("SIGN") },
  { "dates", 0, 0, G_OPTION_ARG_STRING, &dates, N_ ("What comes first in dates, the day or the month: dmy or mdy"), N_ ("ORDER") },
  { "sheet", 0, 0, G_OPTION_ARG_STRING, &page, N_ ("The sheet of a spreadsheet, by its name or its number"), N_ ("SHEET") },
  { "skip", 0, 0, G_OPTION_ARG_STRING, &skip, N_ ("Lines of the file that are no rows, such as “1-2,40”, or “none”"),
    N_ ("LINES") },
  { "missing", 'm', 0, G_OPTION_ARG_STRING, &missing, N_ ("What is written where there is no value, such as “n.d.,s”, or “none”"),
    N_ ("TEXTS") },
  { "type", 0, 0, G_OPTION_ARG_STRING_ARRAY, &types,
    N_ ("Type of a column: text, code, integer, number, year, date, month or boolean; once for each column"), N_ ("COLUMN=TYPE") },
  { "replace", 'r', 0, G_OPTION_ARG_NONE, &replace, N_ ("Give a table that is there the new rows"), NULL },
  { "strict", 's', 0, G_OPTION_ARG_NONE, &strict, N_ ("Write nothing and exit with 1 where two readings fit"), NULL },
  { "json", 'j', 0, G_OPTION_ARG_NONE, &as_json, N_ ("Print the report as JSON"), NULL },
  { NULL }
};

/* One of @allowed; '\0' when nothing was asked for; complains of anything else. */
static gboolean
read_sign (const char *option, const char *text, const char *allowed, char *sign)
{
  *sign = '\0';
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "tab") || g_str_equal (text, "\\t"))
    *sign = '\t';
  else if (strlen (text) == 1)
    *sign = *text;
  if (*sign != '\0' && strchr (allowed, *sign) != NULL)
    return TRUE;
  cli_complain (_ ("“%s” is no value of %s."), text, option);
  return FALSE;
}

/* @order: (out): what comes first in dates */
static gboolean
read_order (char *order)
{
  *order = dates == NULL ? '\0' : *dates;
  if (dates == NULL || g_str_equal (dates, "dmy") || g_str_equal (dates, "mdy"))
    return TRUE;
  cli_complain (_ ("“%s” is no value of %s."), dates, "--dates");
  return FALSE;
}

static gboolean
read_encoding (TerSheetEncoding *found)
{
  if (encoding == NULL || ter_sheet_text_parse_name (encoding, found))
    return TRUE;
  cli_complain (_ ("“%s” is no value of %s."), encoding, "--encoding");
  return FALSE;
}

/* @table: (out) (transfer full): column → type */
static gboolean
read_types (GHashTable **table)
{
  *table = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, g_free);
  for (guint i = 0; types != NULL && types[i] != NULL; i++)
    {
      const char *equal = strrchr (types[i], '=');

      if (equal == NULL || equal == types[i])
        {
          cli_complain (_ ("“%s” is no value of %s."), types[i], "--type");
          return FALSE;
        }
      g_hash_table_insert (*table, g_strndup (types[i], equal - types[i]), g_strdup (equal + 1));
    }
  return TRUE;
}

static const char *
get_type_word (const TerSheetColumn *column)
{
  if (column->translation)
    return _ ("translation");
  if (g_str_equal (column->type, "integer"))
    return _ ("whole number");
  if (g_str_equal (column->type, "number"))
    return column->decimal == ',' ? _ ("number (decimal comma)") : _ ("number (decimal point)");
  if (g_str_equal (column->type, "date"))
    return _ ("date");
  if (g_str_equal (column->type, "yearmonth"))
    return _ ("month");
  if (g_str_equal (column->type, "year"))
    return _ ("year");
  if (g_str_equal (column->type, "boolean"))
    return _ ("true or false");
  return _ ("text");
}

/* What was taken where two readings fit, and what settles it. */
static void
print_remarks (const TerTableImport *import, int column)
{
  for (guint i = 0; i < import->remarks->len; i++)
    {
      const TerSheetRemark *remark = g_ptr_array_index (import->remarks, i);
      g_autofree char *shown = cli_dup_shown (remark->sentence);
      g_autofree char *option = remark->option != NULL ? cli_dup_shown (remark->option) : NULL;

      if (remark->column != column)
        continue;
      if (option != NULL)
        /* Translators: a remark, then the option of the command line that settles it */
        g_print (_ ("      %s: %s\n"), shown, option);
      else
        g_print ("      %s\n", shown);
    }
}

static void
print_columns (const TerTableImport *import)
{
  for (guint i = 0; i < import->columns->len; i++)
    {
      const TerSheetColumn *column = g_ptr_array_index (import->columns, i);
      g_autofree char *shown = cli_dup_shown (column->title);
      g_autofree char *shown_name = cli_dup_shown (column->name);

      g_print ("  %s (%s): %s%s%s\n", shown_name, shown, get_type_word (column), column->unit != NULL ? ", " : "",
               column->unit != NULL ? column->unit : "");
      print_remarks (import, i);
    }
}

static void
print_text (const TerTableImport *import)
{
  g_print (ngettext ("%s: %u row.", "%s: %u rows.", import->n_rows), import->path, import->n_rows);
  /* Translators: how the imported file was written: "UTF-8, semicolons between cells". */
  if (import->form.is_book)
    {
      g_autofree char *shown = cli_dup_shown (import->form.page_name);

      /* Translators: the name of the sheet of a spreadsheet that was read */
      g_print (_ (" Sheet: %s.\n"), shown);
    }
  else
    g_print (" %s: %s, %s.\n", _ ("Read as"), ter_sheet_text_get_name (import->form.csv.encoding),
             ter_sheet_file_get_delimiter_words (import->form.csv.delimiter));
  print_remarks (import, -1);
  print_columns (import);
  if (!import->written)
    {
      g_print ("%s\n", _ ("Nothing was written: some cells fit two readings, see above."));
      return;
    }
  g_print ("%s\n", _ ("Look at the titles, the units and the source in datapackage.json."));
  if (import->is_signed)
    g_print ("%s\n", _ ("datapackage.json has changed: sign it again."));
}

/* @column: -1 for those of the whole file */
static void
add_remarks (JsonBuilder *builder, const TerTableImport *import, int column)
{
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->remarks->len; i++)
    {
      const TerSheetRemark *remark = g_ptr_array_index (import->remarks, i);

      if (remark->column != column)
        continue;
      json_builder_begin_object (builder);
      cli_add_string (builder, "code", remark->code);
      if (remark->line > 0)
        cli_report_add_int (builder, "line", remark->line);
      if (remark->value != NULL)
        cli_add_string (builder, "value", remark->value);
      cli_add_string (builder, "sentence", remark->sentence);
      cli_add_string (builder, "option", remark->option);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_columns (JsonBuilder *builder, const TerTableImport *import)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->columns->len; i++)
    {
      const TerSheetColumn *column = g_ptr_array_index (import->columns, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "name", column->name);
      cli_add_string (builder, "title", column->title);
      cli_add_string (builder, "type", column->type);
      if (column->unit != NULL)
        cli_add_string (builder, "unit", column->unit);
      add_remarks (builder, import, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
print_json (const TerTableImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char sign[] = { import->form.csv.delimiter, '\0' };

  json_builder_begin_object (builder);
  cli_add_string (builder, "path", import->path);
  cli_report_add_int (builder, "rows", import->n_rows);
  if (import->form.is_book)
    cli_add_string (builder, "sheet", import->form.page_name);
  else
    {
      cli_add_string (builder, "encoding", ter_sheet_text_get_name (import->form.csv.encoding));
      cli_add_string (builder, "delimiter", sign);
    }
  json_builder_set_member_name (builder, "replaced");
  json_builder_add_boolean_value (builder, import->replaced);
  json_builder_set_member_name (builder, "written");
  json_builder_add_boolean_value (builder, import->written);
  add_remarks (builder, import, -1);
  add_columns (builder, import);
  json_builder_end_object (builder);
  cli_report_print_json (builder);
}

/* What was asked for, from the words of the command line. @list, @table: what @options borrows from */
static gboolean
read_options (TerTableImportOptions *options, GStrv *list, GHashTable **table)
{
  if (missing != NULL)
    *list = g_str_equal (missing, "none") ? g_new0 (char *, 1) : g_strsplit (missing, ",", -1);
  if (!read_sign ("--delimiter", delimiter, ",;\t|", &options->delimiter) ||
      !read_sign ("--decimal", decimal, ".,", &options->decimal) || !read_order (&options->order) ||
      !read_encoding (&options->encoding) || !read_types (table))
    return FALSE;
  options->missing = (const char *const *) *list;
  options->types = *table;
  options->name = name;
  options->title = title;
  options->page = page;
  options->skip = skip;
  options->replace = replace;
  options->strict = strict;
  return TRUE;
}

CliStatus
cli_import (int argc, char **argv)
{
  TerTableImportOptions options = { 0 };
  g_auto (GStrv) list = NULL;
  g_autoptr (GHashTable) table = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TerTableImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (
    !cli_parse (
      &argc, &argv, entries, "import", _ ("DIR FILE --name NAME"),
      _ (
        "Makes a table of the pack in DIR from a CSV or a spreadsheet (.ods, .xlsx): data/NAME.csv in the form of the format,\n"
        "and its resource with a schema in datapackage.json. Columns of codes stay text, with their zeros. Says what it has taken, and\n"
        "where two readings fit, which one and why, with the option that settles it.\n"
        "Exits with 0, 1 when the file is no table or the name is taken (with --strict: when two readings fit), 2 when\n"
        "something could not be read or written.")))
    return CLI_FAILED;
  if (argc != 3 || name == NULL)
    {
      cli_complain (_ ("“import” wants a folder, a file and --name."));
      return CLI_FAILED;
    }
  if (!read_options (&options, &list, &table))
    return CLI_FAILED;
  folder = g_file_new_for_commandline_arg (argv[1]);
  file = g_file_new_for_commandline_arg (argv[2]);
  import = ter_table_import (folder, file, &options, NULL, &error);
  if (import == NULL)
    {
      cli_complain ("%s", error->message);
      return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_EXISTS)
               ? CLI_PROBLEM
               : CLI_FAILED;
    }
  if (as_json)
    print_json (import);
  else
    print_text (import);
  return import->written ? CLI_SOUND : CLI_PROBLEM;
}
