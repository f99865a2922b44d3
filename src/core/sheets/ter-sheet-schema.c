/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-sheet-column.h"

#include <string.h>

#include "ter-hash.h"
#include "ter-insee.h"
#include "ter-sheet-cell.h"

/* How a column that was inferred is written: its cells, and its Table Schema. */

/* (transfer full) (nullable): the code with the zero that it lost. */
static char *
dup_whole_code (const TerSheetColumn *column, const char *text)
{
  g_autofree char *whole = g_strconcat ("0", text, NULL);

  return !ter_insee_is_code (column->level, text) && ter_insee_is_code (column->level, whole) ? g_steal_pointer (&whole) : NULL;
}

/* The text without the sign that keeps spreadsheets from taking it for a formula. */
static const char *
skip_guard (const TerSheetColumn *column, const char *text)
{
  return column->ours && *text == '\'' && text[1] != '\0' && strchr ("=+-@\t\r", text[1]) != NULL ? text + 1 : text;
}

void
ter_sheet_column_convert (const TerSheetColumn *column, const char *cell, TerSheetKind kind, GString *out)
{
  gboolean typed = kind == TER_SHEET_NUMBER || kind == TER_SHEET_PERCENT;
  g_autofree char *trimmed = NULL;
  g_autofree char *converted = NULL;
  TerSheetNumber number;

  g_return_if_fail (column != NULL && cell != NULL && out != NULL);

  if (kind == TER_SHEET_ERROR)
    return;
  trimmed = ter_sheet_cell_dup_trimmed (cell);
  if (column->decimal != '\0')
    converted = ter_sheet_cell_dup_number (trimmed, typed ? '.' : column->decimal, &number);
  else if (g_str_equal (column->type, "date"))
    converted = ter_sheet_cell_dup_date (trimmed, column->order, NULL);
  else if (g_str_equal (column->type, "yearmonth"))
    converted = ter_sheet_cell_dup_month (trimmed);
  else if (g_str_equal (column->type, "boolean"))
    converted = g_strdup (ter_sheet_cell_get_boolean (trimmed));
  else if (column->level != NULL)
    converted = dup_whole_code (column, trimmed);
  g_string_append (out, converted != NULL ? converted : skip_guard (column, trimmed));
}

static JsonObject *
dup_field (const TerSheetColumn *column)
{
  JsonObject *field = json_object_new ();
  const char *unit = column->unit != NULL ? column->unit : column->named_unit;

  json_object_set_string_member (field, "name", column->name);
  json_object_set_string_member (field, "type", column->type);
  if (*column->title != '\0')
    json_object_set_string_member (field, "title", column->title);
  if (unit != NULL)
    json_object_set_string_member (field, "unit", unit);
  return field;
}

/* What stands for no value: the empty cell, and what the columns have. */
static void
add_missing_values (JsonObject *schema, GPtrArray *columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (ter_hash_text, g_str_equal);
  JsonArray *missing = json_array_new ();

  json_array_add_string_element (missing, "");
  for (guint i = 0; i < columns->len; i++)
    {
      const TerSheetColumn *column = g_ptr_array_index (columns, i);

      for (guint j = 0; j < column->missing->len; j++)
        if (g_hash_table_add (seen, g_ptr_array_index (column->missing, j)))
          json_array_add_string_element (missing, g_ptr_array_index (column->missing, j));
    }
  if (json_array_get_length (missing) > 1)
    json_object_set_array_member (schema, "missingValues", missing);
  else
    json_array_unref (missing);
}

JsonObject *
ter_sheet_column_dup_schema (GPtrArray *columns)
{
  JsonObject *schema = json_object_new ();
  JsonArray *fields = json_array_new ();
  const TerSheetColumn *first;

  g_return_val_if_fail (columns != NULL && columns->len > 0, schema);

  for (guint i = 0; i < columns->len; i++)
    {
      const TerSheetColumn *column = g_ptr_array_index (columns, i);

      if (!column->translation)
        json_array_add_object_element (fields, dup_field (column));
    }
  json_object_set_array_member (schema, "fields", fields);
  add_missing_values (schema, columns);
  first = g_ptr_array_index (columns, 0);
  if (first->unique && g_str_equal (first->type, "string") && ter_insee_is_code_column (first->title))
    json_object_set_string_member (schema, "primaryKey", first->name);
  return schema;
}
