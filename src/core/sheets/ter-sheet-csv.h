/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ter-sheet-text.h"
#include "ter-sheet.h"

G_BEGIN_DECLS

/* How a CSV was read. */
typedef struct
{
  TerSheetEncoding encoding;
  char delimiter;
  char other_delimiter;          /* '\0', or one that gives rows of one width too */
  gboolean encoding_is_doubtful; /* other letters would be as plausible */
} TerSheetCsvForm;

/**
 * ter_sheet_csv_read:
 * @bytes: the file
 * @form: (inout): the encoding and the delimiter that are asked for (',', ';', '\t' or '|'; '\0': whichever gives rows of one width), then those taken
 * @error: G_IO_ERROR_INVALID_DATA, with the line, in the locale's words: it is no text, no CSV, or larger than a table may be
 *
 * Reads a CSV as spreadsheets write it. A first line "sep=;" is obeyed and left out. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): its rows, blank ones too, each as wide as it stands there
 */
TerSheet *ter_sheet_csv_read (GBytes *bytes, TerSheetCsvForm *form, GError **error);

G_END_DECLS
