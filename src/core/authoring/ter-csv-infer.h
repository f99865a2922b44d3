/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-csv-source.h"

G_BEGIN_DECLS

/* What a column of a spreadsheet holds, and how it is written in a pack. */
typedef struct
{
  char *name;       /* of the field: small letters, digits and "_"; "NAME@LANGUAGE" for a translation of another column */
  char *title;      /* as the spreadsheet had it */
  const char *type; /* of Table Schema: "string", "integer", "number", "boolean", "date", "yearmonth", "year" */
  const char *unit; /* nullable: "%" when all numbers had that sign */
  char decimal;     /* of numbers: '.' or ','; '\0' for other columns */
  gboolean unique;  /* every row has a value, and no two the same */
  gboolean translation;
} TerCsvColumn;

/**
 * ter_csv_infer:
 * @decimal: '.', ',' or '\0': whichever suits each column
 *
 * Infers the type of each column from its name and all of its cells. A column is text when its name says that it holds codes
 * (see ter_insee_is_code_column()), when a number in it begins with a superfluous zero, or when one cell is nothing else: no zero
 * of a code is ever lost. Dates are dd/mm/yyyy or ISO 8601; numbers may have spaces (U+0020, U+00A0, U+202F) between groups of three.
 *
 * Returns: (transfer full) (element-type TerCsvColumn): one for each column of @source
 */
GPtrArray *ter_csv_infer (TerCsvSource *source, char decimal);

/* Appends @cell as the column's type writes it: no spaces, a dot for decimals, ISO dates, true or false. "" stays "". */
void ter_csv_infer_convert (const TerCsvColumn *column, const char *cell, GString *out);

/* (transfer full): a Table Schema of these columns. Its primary key is the first column, if that holds unique codes. */
JsonObject *ter_csv_infer_dup_schema (GPtrArray *columns);

G_END_DECLS
