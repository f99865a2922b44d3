/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet.h"

#include <glib/gi18n-lib.h>

#include "ter-limits.h"

typedef struct
{
  guint32 first; /* among all cells */
  guint32 line;
} Row;

struct _TerSheet
{
  GString *texts; /* each ended by a NUL */
  GArray *starts; /* of guint32: where the text of each cell begins */
  GByteArray *kinds;
  GArray *rows; /* of Row */
  guint even;   /* the width of all rows; 0: each its own */
};

TerSheet *
ter_sheet_new (void)
{
  TerSheet *self = g_new0 (TerSheet, 1);

  self->texts = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->kinds = g_byte_array_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  return self;
}

void
ter_sheet_free (TerSheet *self)
{
  if (self == NULL)
    return;
  g_string_free (self->texts, TRUE);
  g_array_unref (self->starts);
  g_byte_array_unref (self->kinds);
  g_array_unref (self->rows);
  g_free (self);
}

void
ter_sheet_begin_row (TerSheet *self, guint line)
{
  Row row = { 0, line };

  g_return_if_fail (self != NULL);

  row.first = self->starts->len;
  g_array_append_val (self->rows, row);
}

gboolean
ter_sheet_add_cell (TerSheet *self, TerSheetKind kind, const char *text, gsize length, GError **error)
{
  guint8 byte = kind;
  guint32 start;

  g_return_val_if_fail (self != NULL && self->rows->len > 0 && text != NULL, FALSE);

  start = self->texts->len;
  if (self->starts->len >= TER_LIMIT_SHEET_CELLS || start + length >= TER_LIMIT_TABLE_BYTES * 2ull)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("there are more cells than a table of a pack may have"));
      return FALSE;
    }
  g_string_append_len (self->texts, text, length);
  g_string_append_c (self->texts, '\0');
  g_array_append_val (self->starts, start);
  g_byte_array_append (self->kinds, &byte, 1);
  return TRUE;
}

/* How many cells of the row were added. */
static guint
count_cells (TerSheet *self, guint row)
{
  guint32 end = row + 1 < self->rows->len ? g_array_index (self->rows, Row, row + 1).first : self->starts->len;

  return end - g_array_index (self->rows, Row, row).first;
}

void
ter_sheet_make_even (TerSheet *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    self->even = MAX (self->even, count_cells (self, i));
}

guint
ter_sheet_get_n_rows (TerSheet *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
ter_sheet_get_line (TerSheet *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);

  return g_array_index (self->rows, Row, row).line;
}

guint
ter_sheet_get_width (TerSheet *self, guint row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, 0);

  return self->even > 0 ? self->even : count_cells (self, row);
}

const char *
ter_sheet_get_text (TerSheet *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, "");

  if (column >= count_cells (self, row))
    return "";
  return self->texts->str + g_array_index (self->starts, guint32, g_array_index (self->rows, Row, row).first + column);
}

TerSheetKind
ter_sheet_get_kind (TerSheet *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, TER_SHEET_TEXT);

  if (column >= count_cells (self, row))
    return TER_SHEET_TEXT;
  return self->kinds->data[g_array_index (self->rows, Row, row).first + column];
}

gboolean
ter_sheet_is_blank (TerSheet *self, guint row, guint column)
{
  for (const char *p = ter_sheet_get_text (self, row, column); *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

guint
ter_sheet_count_filled (TerSheet *self, guint row)
{
  guint width = ter_sheet_get_width (self, row);
  guint n = 0;

  for (guint i = 0; i < width; i++)
    n += !ter_sheet_is_blank (self, row, i);
  return n;
}
