/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli-report.h"
#include "ter-table-import.h"

static gboolean as_json, replace;
static char *name, *title, *delimiter, *decimal;

static const GOptionEntry entries[] = {
  { "name", 'n', 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the table, an id (required)"), N_ ("NAME") },
  { "title", 't', 0, G_OPTION_ARG_STRING, &title, N_ ("Title of the table"), N_ ("TITLE") },
  { "delimiter", 'd', 0, G_OPTION_ARG_STRING, &delimiter, N_ ("What stands between cells: “,”, “;”, “|” or “tab”"), N_ ("SIGN") },
  { "decimal", 0, 0, G_OPTION_ARG_STRING, &decimal, N_ ("What stands before decimals: “.” or “,”"), N_ ("SIGN") },
  { "replace", 'r', 0, G_OPTION_ARG_NONE, &replace, N_ ("Give a table that is there the new rows"), NULL },
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

static const char *
get_delimiter_word (char sign)
{
  switch (sign)
    {
    case ';': return _ ("semicolons");
    case '\t': return _ ("tabs");
    case '|': return _ ("vertical bars");
    default: return _ ("commas");
    }
}

static const char *
get_type_word (const TerCsvColumn *column)
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

static void
print_text (const TerTableImport *import)
{
  g_print (ngettext ("%s: %u row.", "%s: %u rows.", import->n_rows), import->path, import->n_rows);
  /* Translators: how the imported file was written: "UTF-8, semicolons between cells". */
  g_print (" %s: %s, %s.\n", _ ("Read as"), import->was_utf8 ? "UTF-8" : "Windows-1252", get_delimiter_word (import->delimiter));
  for (guint i = 0; i < import->columns->len; i++)
    {
      const TerCsvColumn *column = g_ptr_array_index (import->columns, i);
      g_autofree char *shown = cli_dup_shown (column->title);
      g_autofree char *shown_name = cli_dup_shown (column->name);

      g_print ("  %s (%s): %s%s%s\n", shown_name, shown, get_type_word (column), column->unit != NULL ? ", " : "",
               column->unit != NULL ? column->unit : "");
    }
  g_print ("%s\n", _ ("Look at the titles, the units and the source in datapackage.json."));
  if (import->is_signed)
    g_print ("%s\n", _ ("datapackage.json has changed: sign it again."));
}

static void
print_json (const TerTableImport *import)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char sign[] = { import->delimiter, '\0' };

  json_builder_begin_object (builder);
  cli_add_string (builder, "path", import->path);
  cli_report_add_int (builder, "rows", import->n_rows);
  cli_add_string (builder, "encoding", import->was_utf8 ? "UTF-8" : "windows-1252");
  cli_add_string (builder, "delimiter", sign);
  json_builder_set_member_name (builder, "replaced");
  json_builder_add_boolean_value (builder, import->replaced);
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);
  for (guint i = 0; i < import->columns->len; i++)
    {
      const TerCsvColumn *column = g_ptr_array_index (import->columns, i);

      json_builder_begin_object (builder);
      cli_add_string (builder, "name", column->name);
      cli_add_string (builder, "title", column->title);
      cli_add_string (builder, "type", column->type);
      if (column->unit != NULL)
        cli_add_string (builder, "unit", column->unit);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  cli_report_print_json (builder);
}

CliStatus
cli_import (int argc, char **argv)
{
  TerTableImportOptions options = { 0 };
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (TerTableImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (!cli_parse (
        &argc, &argv, entries, "import", _ ("DIR FILE.csv --name NAME"),
        _ ("Makes a table of the pack in DIR from a spreadsheet’s CSV: data/NAME.csv in the form of the format, and its\n"
           "resource with a schema in datapackage.json. Columns of codes stay text, with their zeros. Says what it has inferred.\n"
           "Exits with 0, 1 when the file is no table or the name is taken, 2 when something could not be read or written.")))
    return CLI_FAILED;
  if (argc != 3 || name == NULL)
    {
      cli_complain (_ ("“import” wants a folder, a file and --name."));
      return CLI_FAILED;
    }
  if (!read_sign ("--delimiter", delimiter, ",;\t|", &options.delimiter) ||
      !read_sign ("--decimal", decimal, ".,", &options.decimal))
    return CLI_FAILED;
  options.name = name;
  options.title = title;
  options.replace = replace;
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
  return CLI_SOUND;
}
