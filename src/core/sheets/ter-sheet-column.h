/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "ter-known-codes.h"
#include "ter-sheet-table.h"

G_BEGIN_DECLS

/* What a column of a spreadsheet holds, and how it is written in a pack. */
typedef struct
{
  char *name;         /* of the field: small letters, digits and "_"; "NAME@LANGUAGE" for a translation of another column */
  char *title;        /* as the spreadsheet had it; with a number behind when another column has the same */
  const char *type;   /* of Table Schema: "string", "integer", "number", "boolean", "date", "yearmonth", "year" */
  const char *unit;   /* nullable: "%" or a currency, when all numbers had it */
  char *named_unit;   /* nullable: one that stood in the name, in a table that the app saved */
  char decimal;       /* of numbers: '.' or ','; '\0' for other columns */
  char order;         /* of dates: 'd' or 'm' first; '\0' for other columns */
  const char *level;  /* nullable: codes of this level get back the zero that a spreadsheet took */
  GPtrArray *missing; /* of char *: cells that stand for no value */
  gboolean unique;    /* every row has a value, and no two the same */
  gboolean translation;
  gboolean ours; /* see ter_sheet_table_is_ours() */
} TerSheetColumn;

/* What the author says, so that nothing has to be guessed. */
typedef struct
{
  char decimal;               /* '.', ',' or '\0': whichever suits each column */
  char order;                 /* of dates: 'd', 'm' or '\0' */
  gboolean english;           /* a comma between cells: then it is likelier to stand between thousands than before decimals */
  const char *const *missing; /* nullable: the cells that stand for no value; %NULL: those that people usually write */
  GHashTable *types;    /* nullable: name of a column → "text", "code", "integer", "number", "year", "date", "month", "boolean" */
  TerKnownCodes *codes; /* nullable: the territories of the pack */
} TerSheetColumnOptions;

/**
 * ter_sheet_column_infer:
 * @remarks: (element-type TerSheetRemark): where two readings fit, the one that was taken is appended with what settles it
 * @error: G_IO_ERROR_INVALID_DATA: a cell is not of the type that the author asked for; G_IO_ERROR_INVALID_ARGUMENT: there is no such
 *   column or type
 *
 * Infers the type of each column from its name and all of its cells. A column is text when its name says that it holds codes
 * (see ter_insee_is_code_column()), when its cells are codes of the pack's communes or EPCI, when a number in it begins with a superfluous
 * zero, or when one cell is nothing else: no zero of a code is ever lost.
 *
 * Returns: (transfer full) (nullable) (element-type TerSheetColumn): one for each column of @table
 */
GPtrArray *ter_sheet_column_infer (TerSheetTable *table, const TerSheetColumnOptions *options, GPtrArray *remarks, GError **error);

/* Appends @cell as the column's type writes it: no spaces, a dot for decimals, ISO dates, true or false. "" stays "". */
void ter_sheet_column_convert (const TerSheetColumn *column, const char *cell, TerSheetKind kind, GString *out);

/* (transfer full): a Table Schema of these columns. Its primary key is the first column, if that holds unique codes. */
JsonObject *ter_sheet_column_dup_schema (GPtrArray *columns);

G_END_DECLS
