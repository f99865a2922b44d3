/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-column.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-fold.h"
#include "ter-hash.h"
#include "ter-insee.h"
#include "ter-sheet-cell.h"
#include "ter-sheet-census.h"

static void
column_free (gpointer data)
{
  TerSheetColumn *column = data;

  g_free (column->name);
  g_free (column->title);
  g_free (column->named_unit);
  g_ptr_array_unref (column->missing);
  g_free (column);
}

/* What is at hand while one column is judged. */
typedef struct
{
  TerSheetTable *table;
  const TerSheetColumnOptions *options;
  TerSheetColumn *column;
  TerSheetCensus census;
  guint index;
  GPtrArray *remarks;
} Judge;

/* ---- Remarks ---- */

/* The cell and the line of a remark. */
static const char *
get_cell_at (const Judge *judge, guint row, guint *line)
{
  *line = ter_sheet_table_get_line (judge->table, row);
  return ter_sheet_table_get_cell (judge->table, row, judge->index);
}

/* (transfer full): "--type NAME=TYPE" */
static char *
dup_type_option (const Judge *judge, const char *type)
{
  return g_strdup_printf ("--type %s=%s", judge->column->name, type);
}

static void
remark_missing (Judge *judge)
{
  guint row = judge->census.missing_row, line;
  const char *text;
  g_autofree char *list = NULL, *option = NULL;

  if (row == TER_NO_ROW || judge->options->missing != NULL)
    return;
  text = get_cell_at (judge, row, &line);
  g_ptr_array_add (judge->column->missing, NULL);
  list = g_strjoinv (",", (char **) judge->column->missing->pdata);
  g_ptr_array_set_size (judge->column->missing, judge->column->missing->len - 1);
  option = *list != '\0' ? g_strdup_printf ("--missing \"%s\"", list) : NULL;
  ter_sheet_remark_add (judge->remarks, "missing", judge->index, line, text, option,
                        _ ("“%s” (line %u) stands for a value that is missing"), text, line);
}

/* Not all cells are what most of them are. */
static void
remark_mixed (Judge *judge, guint row, const char *what)
{
  guint line;
  const char *text = get_cell_at (judge, row, &line);
  g_autofree char *option = g_strdup_printf ("--missing \"%s\"", text);

  ter_sheet_remark_add (judge->remarks, "mixed", judge->index, line, text, option,
                        /* Translators: a cell, its line, then "a number" or "a date" */
                        _ ("“%s” (line %u) is not %s, as the others are: the column is text"), text, line, what);
}

static void
remark_thousands (Judge *judge, guint reading)
{
  char decimal = reading == TER_READS_DOT ? '.' : ',';
  guint row = judge->census.group_row[reading], line;
  gboolean grouped = row != TER_NO_ROW;
  const char *text;
  g_autofree char *taken = NULL, *other = NULL, *option = NULL;
  TerSheetNumber number;

  if (!grouped)
    row = judge->census.group_row[1 - reading];
  text = get_cell_at (judge, row, &line);
  taken = ter_sheet_cell_dup_number (text, decimal, &number);
  other = ter_sheet_cell_dup_number (text, decimal == '.' ? ',' : '.', &number);
  option = g_strdup_printf ("--decimal %c", decimal == '.' ? ',' : '.');
  ter_sheet_remark_add (judge->remarks, "thousands", judge->index, line, text, option,
                        /* Translators: a cell, its line, what was read, what the option would read */
                        _ ("“%s” (line %u) was read as %s; it could be %s"), text, line, taken != NULL ? taken : text,
                        other != NULL ? other : text);
}

/* @words: a sentence with "{value}" and "{line}" */
static void
remark_cell (Judge *judge, const char *code, guint row, const char *type, const char *words)
{
  guint line;
  const char *text = get_cell_at (judge, row, &line);
  g_autofree char *option = dup_type_option (judge, type);
  g_autofree char *number = g_strdup_printf ("%u", line);
  g_autoptr (GString) sentence = g_string_new (words);

  g_string_replace (sentence, "{line}", number, 1);
  g_string_replace (sentence, "{value}", text, 1);
  ter_sheet_remark_add (judge->remarks, code, judge->index, line, text, option, "%s", sentence->str);
}

/* ---- Types ---- */

static gboolean
fits (const Judge *judge, TerReading reading)
{
  return judge->census.n > 0 && judge->census.n_read[reading] == judge->census.n;
}

/* The name is that of a year: "Année", "Année de construction", "birth year"; not "Coût par an". */
static gboolean
is_called_year (const char *name)
{
  static const char *const first[] = { "annee", "year", "millesime", "exercice", NULL };
  static const char *const per[] = {
    "par", "per", "by", "cout", "prix", "budget", "montant", "nombre", "nb", "taux", "part", NULL
  };
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  guint n = g_strv_length (parts);

  if (g_str_equal (name, "an") || g_str_equal (name, "annees") || g_str_equal (name, "years"))
    return TRUE;
  for (guint i = 0; i < n; i++)
    if (g_strv_contains (per, parts[i]))
      return FALSE;
  return g_strv_contains (first, parts[0]) || (n == 2 && g_strv_contains (first, parts[1]));
}

static void
set_number (Judge *judge, guint reading)
{
  judge->column->decimal = reading == TER_READS_DOT ? '.' : ',';
  judge->column->type = judge->census.n_fractions[reading] == 0 ? "integer" : "number";
  judge->column->unit = judge->census.unit;
}

/* Which way numbers are written; %FALSE: in none alone. */
static gboolean
choose_number (Judge *judge)
{
  const TerSheetCensus *census = &judge->census;
  char asked = judge->options->decimal;
  gboolean dot = fits (judge, TER_READS_DOT) && asked != ',', comma = fits (judge, TER_READS_COMMA) && asked != '.';
  guint reading = comma && !dot ? TER_READS_COMMA : TER_READS_DOT;
  gboolean both = dot && comma && (census->group_row[0] != TER_NO_ROW || census->group_row[1] != TER_NO_ROW);

  if (!dot && !comma)
    return FALSE;
  if (census->n_units < census->n)
    {
      remark_cell (judge, "unit", census->unit_row, "text",
                   _ ("“{value}” (line {line}) has not the unit of the others: the column is text"));
      return TRUE;
    }
  /* Commas between groups of three, in a file that has no commas between its cells: French decimals. */
  if (both && census->group_row[TER_READS_DOT] != TER_NO_ROW && !judge->options->english)
    reading = TER_READS_COMMA;
  set_number (judge, reading);
  if (both)
    remark_thousands (judge, reading);
  if (census->exponent_row != TER_NO_ROW)
    remark_cell (
      judge, "exponent", census->exponent_row, "text",
      _ ("“{value}” (line {line}) was read as a number; a spreadsheet writes a long code so, and its last digits are lost then"));
  return TRUE;
}

static gboolean
choose_date (Judge *judge)
{
  gboolean day = fits (judge, TER_READS_DAY_FIRST) && judge->options->order != 'm';
  gboolean month = fits (judge, TER_READS_MONTH_FIRST) && judge->options->order != 'd';
  g_autofree char *read = NULL, *other = NULL;
  const char *text = NULL;
  guint line = 0;

  if (!day && !month)
    return FALSE;
  judge->column->type = "date";
  judge->column->order = day ? 'd' : 'm';
  for (guint i = 0; day && month && i < ter_sheet_table_get_n_rows (judge->table); i++)
    {
      g_autofree char *cell = ter_sheet_cell_dup_trimmed (get_cell_at (judge, i, &line));

      g_clear_pointer (&read, g_free);
      g_clear_pointer (&other, g_free);
      read = ter_sheet_cell_dup_date (cell, 'd', NULL);
      other = ter_sheet_cell_dup_date (cell, 'm', NULL);
      if (g_strcmp0 (read, other) == 0)
        continue;
      text = get_cell_at (judge, i, &line);
      ter_sheet_remark_add (judge->remarks, "day-first", judge->index, line, text, "--dates mdy",
                            _ ("“%s” (line %u) was read as %s, the day first; it could be %s"), text, line, read, other);
      break;
    }
  return TRUE;
}

/* Most cells are of one type, and not all: the author has to know which is not. */
static void
remark_nearly (Judge *judge)
{
  const TerSheetCensus *census = &judge->census;
  static const TerReading dates[] = { TER_READS_DAY_FIRST, TER_READS_MONTH_FIRST, TER_READS_MONTH };
  guint reading = census->n_read[TER_READS_COMMA] > census->n_read[TER_READS_DOT] ? TER_READS_COMMA : TER_READS_DOT;

  if (census->two_row != TER_NO_ROW)
    remark_cell (judge, "short-year", census->two_row, "text",
                 _ (
                   "“{value}” (line {line}) has a year of two digits: the column is text. Write years of four digits in the file"));
  else if (census->n_read[reading] * 2 >= census->n && census->n > 1)
    remark_mixed (judge, census->bad_row[reading], _ ("a number"));
  for (guint i = 0; census->two_row == TER_NO_ROW && i < G_N_ELEMENTS (dates); i++)
    if (census->n_read[dates[i]] * 2 > census->n && census->n > 1)
      {
        remark_mixed (judge, census->bad_row[dates[i]], _ ("a date"));
        return;
      }
}

/* A column of numbers could hold something else. */
static void
look_at_integers (Judge *judge)
{
  const TerSheetCensus *census = &judge->census;
  gboolean communes = census->n_communes == census->n, epci = census->n_epci == census->n;

  if (communes || epci)
    {
      judge->column->type = "string";
      judge->column->decimal = '\0';
      remark_cell (judge, "code-by-value", 0, "integer",
                   communes ? _ ("“{value}” (line {line}) and all others are codes of communes of this pack: the column is text")
                            : _ ("“{value}” (line {line}) and all others are codes of EPCI of this pack: the column is text"));
    }
  else if (is_called_year (judge->column->name))
    remark_cell (judge, "year", MIN (census->bad_row[TER_READS_YEAR], ter_sheet_table_get_n_rows (judge->table) - 1), "year",
                 _ ("“{value}” (line {line}) is no year, though the name tells of years: the column holds numbers"));
  else if (census->n_recent == census->n && judge->column->unit == NULL)
    remark_cell (judge, "year", 0, "year",
                 _ ("“{value}” (line {line}) and all others could be years; the name does not say so: numbers were taken"));
}

/* The name says that these are codes. */
static void
look_at_codes (Judge *judge)
{
  const TerSheetCensus *census = &judge->census;

  if (census->lost_row != TER_NO_ROW)
    remark_cell (judge, "zero-lost", census->lost_row, "code",
                 _ ("“{value}” (line {line}) is a code that has lost its first zero; the option puts it back"));
  else if (judge->options->codes != NULL && census->level != NULL && census->n > 0 && census->n_level == 0 &&
           fits (judge, TER_READS_DOT))
    remark_cell (judge, "code-doubtful", 0, "integer",
                 _ ("“{value}” (line {line}) is no code of a territory, though the name tells of codes: the column is text"));
}

static void
choose_type (Judge *judge)
{
  const TerSheetCensus *census = &judge->census;
  TerSheetColumn *column = judge->column;

  column->type = "string";
  if (ter_insee_is_code_column (column->title))
    look_at_codes (judge);
  else if (census->n == 0 || census->code)
    return;
  else if (fits (judge, TER_READS_YEAR) && is_called_year (column->name))
    column->type = "year";
  else if (choose_date (judge))
    ;
  else if (fits (judge, TER_READS_MONTH))
    column->type = "yearmonth";
  else if (fits (judge, TER_READS_BOOLEAN))
    column->type = "boolean";
  else if (!choose_number (judge))
    remark_nearly (judge);
  else if (g_str_equal (column->type, "integer"))
    look_at_integers (judge);
}

/* ---- Types that the author asks for ---- */

typedef struct
{
  const char *word, *type;
  TerReading reading, or ; /* %TER_N_READINGS: any text is */
} Asked;

static const Asked asked_types[] = {
  { "text", "string", TER_N_READINGS, TER_N_READINGS },       { "code", "string", TER_N_READINGS, TER_N_READINGS },
  { "integer", "integer", TER_READS_DOT, TER_READS_COMMA },   { "number", "number", TER_READS_DOT, TER_READS_COMMA },
  { "year", "year", TER_READS_YEAR, TER_READS_YEAR },         { "date", "date", TER_READS_DAY_FIRST, TER_READS_MONTH_FIRST },
  { "month", "yearmonth", TER_READS_MONTH, TER_READS_MONTH }, { "boolean", "boolean", TER_READS_BOOLEAN, TER_READS_BOOLEAN },
};

static gboolean
fail_asked (Judge *judge, TerReading reading, const char *word, GError **error)
{
  guint line;
  const char *text =
    get_cell_at (judge, MIN (judge->census.bad_row[reading], ter_sheet_table_get_n_rows (judge->table) - 1), &line);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a line, a column, a cell, then a word of --type such as "integer" */
               _ ("line %u, column “%s”: “%s” is not of the type “%s” that --type asks for"), line, judge->column->name, text,
               word);
  return FALSE;
}

static gboolean
take_asked_type (Judge *judge, const char *word, GError **error)
{
  TerSheetColumn *column = judge->column;
  const Asked *asked = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (asked_types); i++)
    if (g_str_equal (asked_types[i].word, word))
      asked = &asked_types[i];
  if (asked == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("“%s” is no value of %s."), word, "--type");
      return FALSE;
    }
  column->type = asked->type;
  if (g_str_equal (word, "code"))
    column->level = judge->census.level;
  if (asked->reading == TER_N_READINGS)
    return TRUE;
  if (judge->census.n > 0 && !fits (judge, asked->reading) && !fits (judge, asked->or))
    return fail_asked (judge, asked->reading, word, error);
  if (asked->reading == TER_READS_DAY_FIRST)
    return judge->census.n == 0 || choose_date (judge) || fail_asked (judge, asked->reading, word, error);
  if (asked->reading != TER_READS_DOT || judge->census.n == 0)
    return TRUE;
  if (!choose_number (judge) || column->decimal == '\0')
    return fail_asked (judge, asked->reading, word, error);
  if (g_str_equal (word, "number"))
    column->type = "number";
  return g_str_equal (column->type, asked->type) || fail_asked (judge, asked->reading, word, error);
}

/* ---- Names ---- */

/* (transfer full): "Taux d’activité (%)" → "taux_d_activite"; never empty. */
static char *
dup_slug (const char *title, guint column)
{
  g_autofree char *folded = ter_fold (title);
  GString *slug = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        g_string_append_c (slug, *p);
      else if (*p == ' ' && slug->len > 0)
        g_string_append_c (slug, '_');
    }
  while (slug->len > 0 && slug->str[slug->len - 1] == '_')
    g_string_truncate (slug, slug->len - 1);
  if (slug->len == 0)
    g_string_printf (slug, "column_%u", column + 1);
  return g_string_free_and_steal (slug);
}

static gboolean
has_name (GPtrArray *columns, const char *name)
{
  for (guint i = 0; i < columns->len; i++)
    if (g_str_equal (((TerSheetColumn *) g_ptr_array_index (columns, i))->name, name))
      return TRUE;
  return FALSE;
}

/* "nom@en" keeps its language when there is a column "nom" before it: a translation. */
static void
choose_name (GPtrArray *columns, TerSheetColumn *column)
{
  const char *at = strchr (column->title, '@');
  g_autofree char *base = at != NULL ? g_strndup (column->title, at - column->title) : NULL;
  g_autofree char *base_slug = base != NULL ? dup_slug (base, columns->len) : NULL;
  g_autofree char *slug = dup_slug (column->title, columns->len);

  if (base_slug != NULL && at[1] != '\0' && strlen (at) < 20 && has_name (columns, base_slug))
    {
      column->name = g_strconcat (base_slug, at, NULL);
      column->translation = !has_name (columns, column->name);
      if (column->translation)
        return;
      g_clear_pointer (&column->name, g_free);
    }
  column->name = g_strdup (slug);
  for (guint i = 2; has_name (columns, column->name); i++)
    {
      g_free (column->name);
      column->name = g_strdup_printf ("%s_%u", slug, i);
    }
}

/* A title that stands twice is numbered: figures and readers tell columns apart by it. */
static void
choose_title (Judge *judge, GPtrArray *columns)
{
  g_autofree char *title = ter_sheet_cell_dup_trimmed (ter_sheet_table_get_name (judge->table, judge->index));
  guint n = 1;

  g_strdelimit (title, "\r\n\t", ' '); /* a title of the format is one line */
  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *other = ter_sheet_cell_dup_trimmed (ter_sheet_table_get_name (judge->table, i));

      n += *title != '\0' && g_str_equal (g_strdelimit (other, "\r\n\t", ' '), title);
    }
  judge->column->title = n > 1 ? g_strdup_printf ("%s (%u)", title, n) : g_steal_pointer (&title);
  if (n > 1)
    ter_sheet_remark_add (judge->remarks, "name-repeated", judge->index, 0, NULL, NULL,
                          _ ("another column has this name too: this one is called “%s”"), judge->column->title);
}

/* The app writes "Population (habitants)" of a title and its unit. */
static void
part_unit (TerSheetColumn *column)
{
  char *open = strrchr (column->title, '(');

  if (!column->ours || column->decimal == '\0' || open == NULL || open < column->title + 2 || open[-1] != ' ' ||
      !g_str_has_suffix (open, ")"))
    return;
  column->named_unit = g_strndup (open + 1, strlen (open) - 2);
  open[-1] = '\0';
}

/* ---- All of it ---- */

/* (transfer full) (nullable) */
static TerSheetColumn *
infer_column (Judge *judge, GPtrArray *columns, GError **error)
{
  TerSheetColumn *column = g_new0 (TerSheetColumn, 1);
  const char *asked;
  gboolean done = TRUE;

  judge->column = column;
  column->type = "string";
  column->missing = g_ptr_array_new_with_free_func (g_free);
  column->ours = ter_sheet_table_is_ours (judge->table);
  choose_title (judge, columns);
  choose_name (columns, column);
  ter_sheet_census_take (&judge->census, judge->table, judge->index, ter_insee_level_of_column (column->title, NULL),
                         judge->options, column->missing);
  asked = judge->options->types != NULL ? g_hash_table_lookup (judge->options->types, column->name) : NULL;
  if (asked != NULL)
    done = take_asked_type (judge, asked, error);
  else if (column->translation)
    column->type = "string";
  else
    choose_type (judge);
  if (g_str_equal (column->type, "string"))
    g_ptr_array_set_size (column->missing, 0);
  else
    remark_missing (judge);
  part_unit (column);
  column->unique = judge->census.n > 0 && !judge->census.empty && !judge->census.twice;
  if (done)
    return column;
  column_free (column);
  return NULL;
}

static gboolean
check_asked_names (const TerSheetColumnOptions *options, GPtrArray *columns, GError **error)
{
  GHashTableIter iter;
  gpointer name;

  if (options->types == NULL)
    return TRUE;
  g_hash_table_iter_init (&iter, options->types);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!has_name (columns, name))
      {
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _ ("there is no column “%s” for --type"), (char *) name);
        return FALSE;
      }
  return TRUE;
}

/* A sign for no value is so in the whole table: a text that is written the same would not be shown. */
static void
remark_texts_that_vanish (TerSheetTable *table, GPtrArray *columns, GPtrArray *remarks)
{
  g_autoptr (GHashTable) missing = g_hash_table_new (ter_hash_text, g_str_equal);

  for (guint i = 0; i < columns->len; i++)
    for (guint j = 0; j < ((TerSheetColumn *) g_ptr_array_index (columns, i))->missing->len; j++)
      g_hash_table_add (missing, g_ptr_array_index (((TerSheetColumn *) g_ptr_array_index (columns, i))->missing, j));
  for (guint i = 0; g_hash_table_size (missing) > 0 && i < columns->len; i++)
    for (guint row = 0; row < ter_sheet_table_get_n_rows (table); row++)
      {
        g_autofree char *text = ter_sheet_cell_dup_trimmed (ter_sheet_table_get_cell (table, row, i));

        if (!g_str_equal (((TerSheetColumn *) g_ptr_array_index (columns, i))->type, "string") ||
            !g_hash_table_contains (missing, text))
          continue;
        ter_sheet_remark_add (remarks, "missing-text", i, ter_sheet_table_get_line (table, row), text, NULL,
                              _ ("“%s” (line %u) stands for a value that is missing in other columns, and so it does here"), text,
                              ter_sheet_table_get_line (table, row));
        break;
      }
}

GPtrArray *
ter_sheet_column_infer (TerSheetTable *table, const TerSheetColumnOptions *options, GPtrArray *remarks, GError **error)
{
  g_autoptr (GPtrArray) columns = NULL;

  g_return_val_if_fail (table != NULL && options != NULL && remarks != NULL, NULL);

  columns = g_ptr_array_new_with_free_func (column_free);
  for (guint i = 0; i < ter_sheet_table_get_n_columns (table); i++)
    {
      Judge judge = { .table = table, .options = options, .index = i, .remarks = remarks };
      TerSheetColumn *column = infer_column (&judge, columns, error);

      if (column == NULL)
        return NULL;
      g_ptr_array_add (columns, column);
    }
  if (!check_asked_names (options, columns, error))
    return NULL;
  remark_texts_that_vanish (table, columns, remarks);
  return g_steal_pointer (&columns);
}
