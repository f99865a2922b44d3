/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-file.h"

#include <glib/gi18n-lib.h>

#include "ter-limits.h"
#include "ter-safe-file.h"
#include "ter-sheet-book.h"

const char *
ter_sheet_file_get_delimiter_words (char delimiter)
{
  switch (delimiter)
    {
    case ';': return _ ("semicolons");
    case '\t': return _ ("tabs");
    case '|': return _ ("vertical bars");
    default: return _ ("commas");
    }
}

static void
remark_form (const TerSheetCsvForm *form, GPtrArray *remarks)
{
  const char *encoding = ter_sheet_text_get_name (form->encoding);

  if (form->encoding_is_doubtful)
    ter_sheet_remark_add (remarks, "encoding", -1, 0, NULL, "--encoding", _ ("the letters were read as %s, and could be others"),
                          encoding);
  if (form->other_delimiter != '\0')
    ter_sheet_remark_add (remarks, "delimiter", -1, 0, NULL, "--delimiter",
                          /* Translators: "semicolons", "commas"… */
                          _ ("%s were taken for what stands between cells; %s would give lines of one width, too"),
                          ter_sheet_file_get_delimiter_words (form->delimiter),
                          ter_sheet_file_get_delimiter_words (form->other_delimiter));
}

TerSheet *
ter_sheet_file_read_csv (GBytes *bytes, TerSheetCsvForm *form, GPtrArray *remarks, GError **error)
{
  gboolean asked;
  TerSheet *sheet;

  g_return_val_if_fail (bytes != NULL && form != NULL && remarks != NULL, NULL);

  asked = form->encoding != TER_SHEET_ENCODING_FOUND;
  sheet = ter_sheet_csv_read (bytes, form, error);
  form->encoding_is_doubtful &= !asked;
  if (sheet != NULL)
    remark_form (form, remarks);
  return sheet;
}

static TerSheet *
read_book (GFile *file, TerSheetFileForm *form, GPtrArray *remarks, GCancellable *cancellable, GError **error)
{
  TerSheetBookPage page = { .asked = form->page };
  TerSheet *sheet = ter_sheet_book_read (file, &page, cancellable, error);

  form->is_book = TRUE;
  form->page_name = page.taken;
  if (sheet != NULL && page.others && page.asked == NULL)
    ter_sheet_remark_add (remarks, "sheet", -1, 0, page.taken, "--sheet",
                          _ ("the sheet “%s” was taken; others hold something, too"), page.taken);
  return sheet;
}

TerSheet *
ter_sheet_file_read (GFile *file, TerSheetFileForm *form, GPtrArray *remarks, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && form != NULL && remarks != NULL, NULL);

  bytes = ter_safe_file_load_named (file, TER_LIMIT_TABLE_BYTES, cancellable, error);
  if (bytes == NULL)
    return NULL;
  if (ter_sheet_book_is_one (bytes))
    return read_book (file, form, remarks, cancellable, error);
  return ter_sheet_file_read_csv (bytes, &form->csv, remarks, error);
}
