/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-census.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-sheet-cell.h"

/* One cell, and where it stands. */
typedef struct
{
  TerSheetCensus *census;
  const TerSheetColumnOptions *options;
  const char *text;
  TerSheetKind kind;
  guint row;
} Cell;

static void
count_reading (Cell *cell, TerReading reading, gboolean fits)
{
  if (fits)
    cell->census->n_read[reading]++;
  else if (cell->census->bad_row[reading] == TER_NO_ROW)
    cell->census->bad_row[reading] = cell->row;
}

static void
note_row (guint *row, gboolean fits, const Cell *cell)
{
  if (fits && *row == TER_NO_ROW)
    *row = cell->row;
}

static void
count_unit (Cell *cell, const char *unit)
{
  TerSheetCensus *census = cell->census;

  if (census->n_units == 0 && census->unit_row == TER_NO_ROW)
    census->unit = unit;
  if (g_strcmp0 (census->unit, unit) == 0)
    census->n_units++;
  else
    note_row (&census->unit_row, TRUE, cell);
}

/* What a spreadsheet calls a number has one reading. */
static gboolean
is_typed_number (const Cell *cell)
{
  return cell->kind == TER_SHEET_NUMBER || cell->kind == TER_SHEET_PERCENT;
}

static void
count_number (Cell *cell)
{
  static const char decimals[] = { '.', ',' };
  TerSheetCensus *census = cell->census;
  gboolean unit_counted = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (decimals); i++)
    {
      TerSheetNumber number;
      g_autofree char *text = ter_sheet_cell_dup_number (cell->text, is_typed_number (cell) ? '.' : decimals[i], &number);

      count_reading (cell, TER_READS_DOT + i, text != NULL);
      if (text == NULL)
        continue;
      census->n_fractions[i] += strchr (text, '.') != NULL;
      note_row (&census->group_row[i], number.other_group, cell);
      note_row (&census->exponent_row, number.exponent && !is_typed_number (cell), cell);
      if (!unit_counted)
        count_unit (cell, cell->kind == TER_SHEET_PERCENT ? "%" : number.unit);
      unit_counted = TRUE;
    }
}

static void
count_date (Cell *cell)
{
  gboolean two_day = FALSE, two_month = FALSE;
  g_autofree char *day_first = ter_sheet_cell_dup_date (cell->text, 'd', &two_day);
  g_autofree char *month_first = ter_sheet_cell_dup_date (cell->text, 'm', &two_month);
  g_autofree char *month = ter_sheet_cell_dup_month (cell->text);

  count_reading (cell, TER_READS_DAY_FIRST, day_first != NULL);
  count_reading (cell, TER_READS_MONTH_FIRST, month_first != NULL);
  count_reading (cell, TER_READS_MONTH, month != NULL);
  note_row (&cell->census->two_row, two_day || two_month, cell);
  cell->census->code |= ter_sheet_cell_has_leading_zero (cell->text) && day_first == NULL && month_first == NULL && month == NULL &&
                        !two_day && !two_month && !is_typed_number (cell);
}

static void
count_code (Cell *cell)
{
  TerKnownCodes *codes = cell->options->codes;
  TerSheetCensus *census = cell->census;

  if (codes != NULL && strlen (cell->text) == 5 && ter_known_codes_has_level (codes, "commune"))
    census->n_communes += ter_known_codes_contains (codes, "commune", cell->text);
  if (codes != NULL && strlen (cell->text) == 9 && ter_known_codes_has_level (codes, "epci"))
    census->n_epci += ter_known_codes_contains (codes, "epci", cell->text);
  if (codes == NULL || census->level == NULL)
    return;
  if (ter_known_codes_contains (codes, census->level, cell->text))
    census->n_level++;
  else if (g_ascii_isdigit (*cell->text) && *cell->text != '0')
    {
      g_autofree char *whole = g_strconcat ("0", cell->text, NULL);

      note_row (&census->lost_row, ter_known_codes_contains (codes, census->level, whole), cell);
    }
}

static void
count_cell (Cell *cell)
{
  TerSheetCensus *census = cell->census;
  gboolean year = ter_sheet_cell_is_year (cell->text);

  census->n++;
  count_number (cell);
  count_date (cell);
  count_code (cell);
  count_reading (cell, TER_READS_YEAR, year);
  census->n_recent += year && strcmp (cell->text, "1900") >= 0 && strcmp (cell->text, "2100") <= 0;
  count_reading (cell, TER_READS_BOOLEAN, ter_sheet_cell_get_boolean (cell->text) != NULL);
}

static gboolean
is_missing (const Cell *cell)
{
  if (cell->kind == TER_SHEET_ERROR)
    return TRUE;
  if (cell->kind != TER_SHEET_TEXT)
    return FALSE;
  return cell->options->missing != NULL ? g_strv_contains (cell->options->missing, cell->text)
                                        : ter_sheet_cell_is_missing (cell->text);
}

static void
add_missing (GPtrArray *missing, const Cell *cell)
{
  note_row (&cell->census->missing_row, TRUE, cell);
  if (cell->kind != TER_SHEET_ERROR && !g_ptr_array_find_with_equal_func (missing, cell->text, g_str_equal, NULL))
    g_ptr_array_add (missing, g_strdup (cell->text));
}

void
ter_sheet_census_take (TerSheetCensus *self, TerSheetTable *table, guint column, const char *level,
                       const TerSheetColumnOptions *options, GPtrArray *missing)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
  guint *rows[] = { &self->group_row[0], &self->group_row[1], &self->lost_row, &self->unit_row,
                    &self->exponent_row, &self->missing_row,  &self->two_row };

  g_return_if_fail (self != NULL && table != NULL && options != NULL && missing != NULL);

  *self = (TerSheetCensus) { .level = level };
  for (guint i = 0; i < TER_N_READINGS; i++)
    self->bad_row[i] = TER_NO_ROW;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    *rows[i] = TER_NO_ROW;
  for (guint i = 0; i < ter_sheet_table_get_n_rows (table); i++)
    {
      g_autofree char *text = ter_sheet_cell_dup_trimmed (ter_sheet_table_get_cell (table, i, column));
      Cell cell = { self, options, text, ter_sheet_table_get_kind (table, i, column), i };

      if (*text == '\0')
        {
          self->empty = TRUE;
          continue;
        }
      if (is_missing (&cell))
        add_missing (missing, &cell);
      else
        count_cell (&cell);
      self->twice |= !g_hash_table_add (seen, g_steal_pointer (&text));
    }
}
