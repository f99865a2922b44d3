/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-limits.h"
#include "ter-sheet-book-private.h"

/* content.xml of an OpenDocument spreadsheet. Source: OASIS Open Document Format 1.3, part 3, 9.1 and 19.385. */

typedef struct
{
  TerSheetBookPage *page;
  TerSheetRows rows;
  guint depth;
  guint n_tables;
  guint table_depth, cell_depth, aside_depth; /* 0: not in one; aside: a note, a drawing */
  gboolean taking;                            /* this table is the one */
  gboolean filled;                            /* … and it holds something */
  /* the row and the cell */
  guint rows_repeated, cells_repeated;
  GPtrArray *row; /* of Cell: a row that is repeated is added when it ends */
  TerSheetKind kind;
  gboolean covered;
  char *value; /* nullable: what the attributes say */
  GString *text;
  guint n_paragraphs;
} Reader;

typedef struct
{
  TerSheetKind kind;
  guint n;
  char *text;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell);
}

/* ---- Tables ---- */

static gboolean
is_asked (const TerSheetBookPage *page, const char *name, guint number)
{
  guint64 asked;

  if (g_strcmp0 (page->asked, name) == 0)
    return TRUE;
  return g_ascii_string_to_unsigned (page->asked, 10, 1, G_MAXUINT, &asked, NULL) && asked == number;
}

/* Whether this table is the one to take: that which was asked for, or the first that holds something. */
static gboolean
page_is_open (Reader *self, const char *name)
{
  TerSheetBookPage *page = self->page;
  gboolean open = page->asked != NULL ? page->taken == NULL && is_asked (page, name, self->n_tables) : !self->filled;

  if (!open)
    return FALSE;
  g_free (page->taken);
  page->taken = g_strdup (name != NULL ? name : "");
  self->filled = FALSE;
  return TRUE;
}

static void
begin_table (Reader *self, const TerSheetAttributes *attributes)
{
  const char *name = ter_sheet_xml_get (attributes, "name");

  self->table_depth = self->depth;
  self->n_tables++;
  self->taking = page_is_open (self, name);
  self->rows.line = 1;
  self->rows.last = 0;
}

/* ---- Cells ---- */

/* "2020-05-28" of "2020-05-28T00:00:00". */
static char *
dup_date (const char *text)
{
  const char *hour = strchr (text, 'T');

  return hour != NULL && strspn (hour + 1, "0:.") == strlen (hour + 1) ? g_strndup (text, hour - text) : g_strdup (text);
}

static void
begin_value (Reader *self, const TerSheetAttributes *attributes)
{
  const char *type = ter_sheet_xml_get (attributes, "value-type"), *value = ter_sheet_xml_get (attributes, "value");

  g_clear_pointer (&self->value, g_free);
  self->kind = TER_SHEET_TEXT;
  for (guint i = 0; attributes->names[i] != NULL; i++)
    if (g_str_has_suffix (attributes->names[i], ":value-type") && g_str_equal (attributes->values[i], "error"))
      type = "error";
  if (type == NULL)
    return;
  if (g_str_equal (type, "error"))
    self->kind = TER_SHEET_ERROR;
  else if (g_str_equal (type, "date") && ter_sheet_xml_get (attributes, "date-value") != NULL)
    {
      self->kind = TER_SHEET_DATE;
      self->value = dup_date (ter_sheet_xml_get (attributes, "date-value"));
    }
  else if (g_str_equal (type, "boolean"))
    {
      self->kind = TER_SHEET_BOOLEAN;
      self->value = g_strdup (ter_sheet_xml_get (attributes, "boolean-value"));
    }
  else if (value != NULL && (g_str_equal (type, "float") || g_str_equal (type, "currency") || g_str_equal (type, "percentage")))
    {
      gboolean percent = g_str_equal (type, "percentage");

      self->kind = percent ? TER_SHEET_PERCENT : TER_SHEET_NUMBER;
      self->value = ter_sheet_book_dup_number (g_ascii_strtod (value, NULL) * (percent ? 100.0 : 1.0));
    }
  else if (g_str_equal (type, "string"))
    self->value = g_strdup (ter_sheet_xml_get (attributes, "string-value"));
}

static void
begin_cell (Reader *self, const char *name, const TerSheetAttributes *attributes)
{
  self->cell_depth = self->depth;
  self->covered = g_str_equal (name, "covered-table-cell");
  self->cells_repeated = MAX (ter_sheet_xml_get_number (attributes, "number-columns-repeated", 1), 1);
  self->n_paragraphs = 0;
  g_string_truncate (self->text, 0);
  begin_value (self, attributes);
}

static void
end_cell (Reader *self)
{
  const char *text = self->value != NULL ? self->value : self->text->str;
  Cell *cell = g_new0 (Cell, 1);

  cell->kind = self->kind;
  cell->n = self->cells_repeated;
  cell->text = g_strdup (self->covered ? "" : text);
  self->filled |= self->taking && *cell->text != '\0';
  g_ptr_array_add (self->row, cell);
  self->cell_depth = 0;
}

static gboolean
add_row (Reader *self, GError **error)
{
  for (guint i = 0; i < self->row->len; i++)
    {
      const Cell *cell = g_ptr_array_index (self->row, i);

      if (!ter_sheet_book_add (&self->rows, cell->kind, cell->text, cell->n, error))
        return FALSE;
    }
  ter_sheet_book_end_row (&self->rows, 1);
  return TRUE;
}

static gboolean
is_blank_row (Reader *self)
{
  for (guint i = 0; i < self->row->len; i++)
    if (*((Cell *) g_ptr_array_index (self->row, i))->text != '\0')
      return FALSE;
  return TRUE;
}

static gboolean
end_row (Reader *self, GError **error)
{
  gboolean blank = is_blank_row (self);

  if (!self->taking)
    self->page->others |= !blank;
  else if (blank)
    ter_sheet_book_end_row (&self->rows, self->rows_repeated);
  else
    for (guint i = 0; i < self->rows_repeated; i++)
      if (!add_row (self, error))
        return FALSE;
  g_ptr_array_set_size (self->row, 0);
  return TRUE;
}

/* ---- XML ---- */

/* What stands in a cell: paragraphs, and in them blanks that are counted. */
static void
begin_in_cell (Reader *self, const char *name, const TerSheetAttributes *attributes)
{
  if (g_str_equal (name, "annotation") || g_str_equal (name, "table") || g_str_equal (name, "frame") ||
      g_str_equal (name, "ruby-text"))
    self->aside_depth = self->depth;
  else if (g_str_equal (name, "p") && self->n_paragraphs++ > 0)
    g_string_append_c (self->text, '\n');
  else if (g_str_equal (name, "s"))
    for (guint n = MIN (ter_sheet_xml_get_number (attributes, "c", 1), TER_LIMIT_LINE_CHARS); n > 0; n--)
      g_string_append_c (self->text, ' ');
  else if (g_str_equal (name, "tab"))
    g_string_append_c (self->text, '\t');
  else if (g_str_equal (name, "line-break"))
    g_string_append_c (self->text, '\n');
}

static gboolean
start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Reader *self = user_data;

  self->depth++;
  if (self->aside_depth > 0)
    return TRUE;
  if (self->cell_depth > 0)
    begin_in_cell (self, name, attributes);
  else if (self->table_depth == 0 && g_str_equal (name, "table"))
    begin_table (self, attributes);
  else if (self->table_depth > 0 && g_str_equal (name, "table-row"))
    self->rows_repeated = MAX (ter_sheet_xml_get_number (attributes, "number-rows-repeated", 1), 1);
  else if (self->table_depth > 0 && (g_str_equal (name, "table-cell") || g_str_equal (name, "covered-table-cell")))
    begin_cell (self, name, attributes);
  else if (self->table_depth > 0 && g_str_equal (name, "shapes"))
    self->aside_depth = self->depth;
  return TRUE;
}

static gboolean
end_cb (const char *name, gpointer user_data, GError **error)
{
  Reader *self = user_data;
  guint depth = self->depth--;

  if (self->aside_depth > 0)
    {
      if (depth == self->aside_depth)
        self->aside_depth = 0;
      return TRUE;
    }
  if (self->cell_depth == depth)
    end_cell (self);
  else if (self->cell_depth == 0 && self->table_depth > 0 && g_str_equal (name, "table-row"))
    return end_row (self, error);
  else if (self->table_depth == depth)
    self->table_depth = 0;
  return TRUE;
}

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Reader *self = user_data;

  if (self->cell_depth > 0 && self->aside_depth == 0 && self->n_paragraphs > 0)
    g_string_append_len (self->text, text, length);
}

TerSheet *
ter_sheet_ods_read (TerArchive *archive, TerSheetBookPage *page, GCancellable *cancellable, GError **error)
{
  static const TerSheetXmlFuncs funcs = { start_cb, end_cb, text_cb };
  g_autoptr (TerSheet) sheet = ter_sheet_new ();
  g_autoptr (GPtrArray) row = g_ptr_array_new_with_free_func (cell_free);
  Reader self = { .page = page, .rows = { .sheet = sheet }, .row = row, .text = g_string_new (NULL) };
  gboolean read = ter_sheet_xml_read (archive, "content.xml", &funcs, &self, cancellable, error);

  g_string_free (self.text, TRUE);
  g_free (self.value);
  if (read && page->taken == NULL)
    read = ter_sheet_xml_fail (error, _ ("there is no such sheet in the spreadsheet"));
  return read ? g_steal_pointer (&sheet) : NULL;
}
