/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-limits.h"
#include "ter-sheet-book-private.h"

/* An Office Open XML workbook. Source: ECMA-376, part 1, 18.2 (workbook), 18.3 (sheets), 18.4 (shared strings), 18.8 (styles). */

typedef struct
{
  char *name;
  char *relation;
  char *path; /* nullable: in the archive */
} Sheet;

typedef enum
{
  FORMAT_PLAIN,
  FORMAT_PERCENT,
  FORMAT_DATE,
  FORMAT_TIME, /* hours alone */
} Format;

typedef struct
{
  TerArchive *archive;
  GPtrArray *sheets;    /* of Sheet */
  char *strings_path;   /* nullable */
  char *styles_path;    /* nullable */
  GPtrArray *strings;   /* of char *: the shared ones */
  GHashTable *formats;  /* number → Format + 1: those of the workbook itself */
  GArray *cell_formats; /* of guint8: a Format for each style of cells */
  gboolean in_cell_formats;
  gboolean from_1904;
  guint64 string_bytes;
  /* the part that is read */
  GString *text;
  gboolean in_text, in_phonetic;
  TerSheetRows rows;
  gboolean only_look; /* whether the sheet holds something is all that is asked */
  gboolean filled;
  char *type; /* of the cell */
  guint style;
} Book;

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->relation);
  g_free (sheet->path);
  g_free (sheet);
}

/* ---- Workbook ---- */

static gboolean
is_true (const char *text)
{
  return g_strcmp0 (text, "1") == 0 || g_strcmp0 (text, "true") == 0;
}

static gboolean
workbook_start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Book *self = user_data;

  if (g_str_equal (name, "workbookPr"))
    self->from_1904 = is_true (ter_sheet_xml_get (attributes, "date1904"));
  else if (g_str_equal (name, "sheet") && self->sheets->len < TER_LIMIT_TABLE_COLUMNS)
    {
      Sheet *sheet = g_new0 (Sheet, 1);

      sheet->name = g_strdup (ter_sheet_xml_get (attributes, "name"));
      sheet->relation = g_strdup (ter_sheet_xml_get (attributes, "id"));
      g_ptr_array_add (self->sheets, sheet);
    }
  return TRUE;
}

/* (transfer full): the path in the archive of what a relation of the workbook leads to. */
static char *
dup_target (const char *target)
{
  return *target == '/' ? g_strdup (target + 1) : g_strconcat ("xl/", target, NULL);
}

static gboolean
relations_start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Book *self = user_data;
  const char *id = ter_sheet_xml_get (attributes, "Id"), *type = ter_sheet_xml_get (attributes, "Type");
  const char *target = ter_sheet_xml_get (attributes, "Target");

  if (!g_str_equal (name, "Relationship") || id == NULL || type == NULL || target == NULL)
    return TRUE;
  if (g_str_has_suffix (type, "/sharedStrings") && self->strings_path == NULL)
    self->strings_path = dup_target (target);
  if (g_str_has_suffix (type, "/styles") && self->styles_path == NULL)
    self->styles_path = dup_target (target);
  for (guint i = 0; g_str_has_suffix (type, "/worksheet") && i < self->sheets->len; i++)
    {
      Sheet *sheet = g_ptr_array_index (self->sheets, i);

      if (sheet->path == NULL && g_strcmp0 (sheet->relation, id) == 0)
        sheet->path = dup_target (target);
    }
  return TRUE;
}

/* ---- Styles ---- */

/* What a format code such as "dd/mm/yyyy", "0.0%" or "[$-40C]d mmm yy" writes. */
static Format
read_format_code (const char *code)
{
  gboolean quoted = FALSE, bracket = FALSE, day = FALSE, hour = FALSE;

  for (const char *p = code; *p != '\0' && (*p != ';' || quoted); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (quoted)
        continue;
      else if (*p == '\\' || *p == '_' || *p == '*')
        p += p[1] != '\0';
      else if (*p == '[')
        bracket = TRUE;
      else if (*p == ']')
        bracket = FALSE;
      else if (!bracket && *p == '%')
        return FORMAT_PERCENT;
      else if (!bracket && strchr ("dDyY", *p) != NULL)
        day = TRUE;
      else if (!bracket && strchr ("hHsS", *p) != NULL)
        hour = TRUE;
      else if (!bracket && strchr ("mM", *p) != NULL && !hour)
        day |= g_ascii_tolower (p[1]) == 'm' && g_ascii_tolower (p[2]) == 'm'; /* "mmm": a month's name */
    }
  if (g_ascii_strncasecmp (code, "General", 7) == 0)
    return FORMAT_PLAIN;
  return day ? FORMAT_DATE : hour ? FORMAT_TIME : FORMAT_PLAIN;
}

/* The formats that every workbook has. */
static Format
get_own_format (guint number)
{
  if (number == 9 || number == 10)
    return FORMAT_PERCENT;
  if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31) || number == 36 ||
      (number >= 50 && number <= 54) || number == 57 || number == 58)
    return FORMAT_DATE;
  return (number >= 18 && number <= 21) || (number >= 45 && number <= 47) ? FORMAT_TIME : FORMAT_PLAIN;
}

static gboolean
styles_start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Book *self = user_data;
  guint number = ter_sheet_xml_get_number (attributes, "numFmtId", 0);

  if (g_str_equal (name, "cellXfs"))
    self->in_cell_formats = TRUE;
  else if (g_str_equal (name, "numFmt") && ter_sheet_xml_get (attributes, "formatCode") != NULL)
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (number),
                         GUINT_TO_POINTER (read_format_code (ter_sheet_xml_get (attributes, "formatCode")) + 1));
  else if (self->in_cell_formats && g_str_equal (name, "xf"))
    {
      guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->formats, GUINT_TO_POINTER (number)));
      guint8 format = found > 0 ? found - 1 : get_own_format (number);

      g_array_append_val (self->cell_formats, format);
    }
  return TRUE;
}

static gboolean
styles_end_cb (const char *name, gpointer user_data, GError **error)
{
  if (g_str_equal (name, "cellXfs"))
    ((Book *) user_data)->in_cell_formats = FALSE;
  return TRUE;
}

/* ---- Texts ---- */

static void
text_cb (const char *text, gsize length, gpointer user_data)
{
  Book *self = user_data;

  if (self->in_text && !self->in_phonetic)
    g_string_append_len (self->text, text, length);
}

/* "_x000D_" stands for a character that XML does not allow, or that has to stay (18.4.12). */
static char *
dup_unescaped (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      guint code = 0, n = 0;

      if (p[0] == '_' && p[1] == 'x')
        for (n = 0; n < 4 && g_ascii_isxdigit (p[2 + n]); n++)
          code = code * 16 + g_ascii_xdigit_value (p[2 + n]);
      if (n == 4 && p[6] == '_' && code >= 9 && g_unichar_validate (code))
        {
          if (code != '\r')
            g_string_append_unichar (out, code);
          p += 6;
        }
      else
        g_string_append_c (out, *p);
    }
  return g_string_free_and_steal (out);
}

static gboolean
strings_start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Book *self = user_data;

  if (g_str_equal (name, "si"))
    g_string_truncate (self->text, 0);
  self->in_text = g_str_equal (name, "t");
  self->in_phonetic |= g_str_equal (name, "rPh");
  return TRUE;
}

static gboolean
strings_end_cb (const char *name, gpointer user_data, GError **error)
{
  Book *self = user_data;

  self->in_text = FALSE;
  if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
  if (!g_str_equal (name, "si"))
    return TRUE;
  self->string_bytes += self->text->len + 1;
  if (self->string_bytes > TER_LIMIT_TABLE_BYTES * 2ull || self->strings->len >= TER_LIMIT_SHEET_CELLS)
    return ter_sheet_xml_fail (error, _ ("the spreadsheet is larger than any that is read"));
  g_ptr_array_add (self->strings, dup_unescaped (self->text->str));
  return TRUE;
}

/* ---- Cells ---- */

/* (transfer full): a day, and its hour when there is one. Day 60 of the first epoch is the 29th of February 1900, which never was. */
static char *
dup_date (const Book *self, double serial)
{
  gint64 days = (gint64) floor (serial), seconds = llround ((serial - floor (serial)) * 86400.0);
  g_autoptr (GDateTime) epoch =
    self->from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0.0) : g_date_time_new_utc (1899, 12, 30, 0, 0, 0.0);
  g_autoptr (GDateTime) day = NULL;
  g_autoptr (GDateTime) time = NULL;

  if (!(serial >= 0.0 && serial < 2958466.0)) /* the year 10000 */
    return ter_sheet_book_dup_number (serial);
  if (!self->from_1904 && days < 60)
    days++;
  day = g_date_time_add_days (epoch, days);
  time = g_date_time_add_seconds (day, seconds);
  return g_date_time_format (time, seconds % 86400 == 0 ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S");
}

/* (transfer full): hours, which may be more than a day has. */
static char *
dup_time (double serial)
{
  gint64 seconds = llround (serial * 86400.0);

  if (!(fabs (serial) < 1e6))
    return ter_sheet_book_dup_number (serial);
  return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (ABS (seconds) / 60 % 60), (int) (ABS (seconds) % 60));
}

/* (transfer full): what a number says in its format. */
static char *
dup_formatted (const Book *self, const char *text, TerSheetKind *kind)
{
  Format format = self->style < self->cell_formats->len ? g_array_index (self->cell_formats, guint8, self->style) : FORMAT_PLAIN;
  double value = g_ascii_strtod (text, NULL);

  switch (format)
    {
    case FORMAT_DATE: *kind = TER_SHEET_DATE; return dup_date (self, value);
    case FORMAT_TIME: *kind = TER_SHEET_TEXT; return dup_time (value);
    case FORMAT_PERCENT: *kind = TER_SHEET_PERCENT; return ter_sheet_book_dup_number (value * 100.0);
    case FORMAT_PLAIN:
    default: *kind = TER_SHEET_NUMBER; return ter_sheet_book_dup_number (value);
    }
}

/* (transfer full): the value of the cell that ends. */
static char *
dup_value (const Book *self, TerSheetKind *kind)
{
  const char *type = self->type != NULL ? self->type : "n", *text = self->text->str;
  guint64 index;

  *kind = TER_SHEET_TEXT;
  if (*text == '\0')
    return g_strdup ("");
  if (g_str_equal (type, "s"))
    return g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &index, NULL) && index < self->strings->len
             ? g_strdup (g_ptr_array_index (self->strings, index))
             : g_strdup ("");
  if (g_str_equal (type, "str") || g_str_equal (type, "inlineStr"))
    return dup_unescaped (text);
  if (g_str_equal (type, "b"))
    {
      *kind = TER_SHEET_BOOLEAN;
      return g_strdup (is_true (text) ? "true" : "false");
    }
  if (g_str_equal (type, "e"))
    {
      *kind = TER_SHEET_ERROR;
      return g_strdup (text);
    }
  if (g_str_equal (type, "d"))
    {
      *kind = TER_SHEET_DATE;
      return g_str_has_suffix (text, "T00:00:00") ? g_strndup (text, strlen (text) - 9) : g_strdup (text);
    }
  return dup_formatted (self, text, kind);
}

/* "AB12": the column, from 0; %G_MAXUINT when there is no letter. */
static guint
read_column (const char *reference)
{
  guint column = 0, n = 0;

  for (; reference != NULL && g_ascii_isalpha (*reference) && n < 4; reference++, n++)
    column = column * 26 + (g_ascii_toupper (*reference) - 'A' + 1);
  return n > 0 ? column - 1 : G_MAXUINT;
}

static gboolean
begin_cell (Book *self, const TerSheetAttributes *attributes, GError **error)
{
  guint column = read_column (ter_sheet_xml_get (attributes, "r"));
  guint at = self->rows.width + self->rows.n_blank;

  g_free (self->type);
  self->type = g_strdup (ter_sheet_xml_get (attributes, "t"));
  self->style = ter_sheet_xml_get_number (attributes, "s", 0);
  g_string_truncate (self->text, 0);
  return column == G_MAXUINT || column <= at || ter_sheet_book_add (&self->rows, TER_SHEET_TEXT, "", column - at, error);
}

static gboolean
sheet_start_cb (const char *name, const TerSheetAttributes *attributes, gpointer user_data, GError **error)
{
  Book *self = user_data;

  self->in_text = g_str_equal (name, "v") || g_str_equal (name, "t");
  self->in_phonetic |= g_str_equal (name, "rPh");
  if (g_str_equal (name, "row"))
    {
      guint line = ter_sheet_xml_get_number (attributes, "r", self->rows.line);

      /* Rows stand in order; one that does not is read behind the last. */
      if (line > self->rows.line)
        ter_sheet_book_end_row (&self->rows, line - self->rows.line);
    }
  else if (g_str_equal (name, "c"))
    return begin_cell (self, attributes, error);
  return TRUE;
}

static gboolean
sheet_end_cb (const char *name, gpointer user_data, GError **error)
{
  Book *self = user_data;

  self->in_text = FALSE;
  if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
  else if (g_str_equal (name, "row"))
    ter_sheet_book_end_row (&self->rows, 1);
  else if (g_str_equal (name, "c"))
    {
      TerSheetKind kind;
      g_autofree char *value = dup_value (self, &kind);

      self->filled |= *value != '\0';
      return self->only_look || ter_sheet_book_add (&self->rows, kind, value, 1, error);
    }
  return TRUE;
}

/* ---- All of it ---- */

static gboolean
read_parts (Book *self, GCancellable *cancellable, GError **error)
{
  static const TerSheetXmlFuncs workbook = { workbook_start_cb, NULL, NULL };
  static const TerSheetXmlFuncs relations = { relations_start_cb, NULL, NULL };
  static const TerSheetXmlFuncs strings = { strings_start_cb, strings_end_cb, text_cb };
  static const TerSheetXmlFuncs styles = { styles_start_cb, styles_end_cb, NULL };

  return ter_sheet_xml_read (self->archive, "xl/workbook.xml", &workbook, self, cancellable, error) &&
         ter_sheet_xml_read (self->archive, "xl/_rels/workbook.xml.rels", &relations, self, cancellable, error) &&
         (self->strings_path == NULL ||
          ter_sheet_xml_read (self->archive, self->strings_path, &strings, self, cancellable, error)) &&
         (self->styles_path == NULL || ter_sheet_xml_read (self->archive, self->styles_path, &styles, self, cancellable, error));
}

/* (transfer full) (nullable): the rows of one sheet; those of a sheet that is only looked at are none. */
static TerSheet *
read_sheet (Book *self, const Sheet *sheet, gboolean only_look, GCancellable *cancellable, GError **error)
{
  static const TerSheetXmlFuncs funcs = { sheet_start_cb, sheet_end_cb, text_cb };
  TerSheet *rows = ter_sheet_new ();

  self->rows = (TerSheetRows) { .sheet = rows, .line = 1 };
  self->filled = FALSE;
  self->only_look = only_look;
  if (ter_sheet_xml_read (self->archive, sheet->path, &funcs, self, cancellable, error))
    return rows;
  ter_sheet_free (rows);
  return NULL;
}

static gboolean
is_asked (const TerSheetBookPage *page, const Sheet *sheet, guint number)
{
  guint64 asked;

  if (page->asked == NULL || g_strcmp0 (page->asked, sheet->name) == 0)
    return TRUE;
  return g_ascii_string_to_unsigned (page->asked, 10, 1, G_MAXUINT, &asked, NULL) && asked == number;
}

static TerSheet *
read_page (Book *self, TerSheetBookPage *page, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerSheet) taken = NULL;
  gboolean filled = FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const Sheet *sheet = g_ptr_array_index (self->sheets, i);
      gboolean look = filled || !is_asked (page, sheet, i + 1);
      g_autoptr (TerSheet) rows = sheet->path != NULL ? read_sheet (self, sheet, look, cancellable, error) : NULL;

      if (sheet->path == NULL) /* a chart fills a whole sheet */
        continue;
      if (rows == NULL)
        return NULL;
      page->others |= look && self->filled;
      if (look)
        continue;
      g_clear_pointer (&taken, ter_sheet_free);
      taken = g_steal_pointer (&rows);
      g_free (page->taken);
      page->taken = g_strdup (sheet->name != NULL ? sheet->name : "");
      filled = self->filled || page->asked != NULL;
    }
  if (taken == NULL)
    ter_sheet_xml_fail (error, _ ("there is no such sheet in the spreadsheet"));
  return g_steal_pointer (&taken);
}

TerSheet *
ter_sheet_xlsx_read (TerArchive *archive, TerSheetBookPage *page, GCancellable *cancellable, GError **error)
{
  Book self = {
    .archive = archive,
    .sheets = g_ptr_array_new_with_free_func (sheet_free),
    .strings = g_ptr_array_new_with_free_func (g_free),
    .formats = g_hash_table_new (NULL, NULL),
    .cell_formats = g_array_new (FALSE, FALSE, sizeof (guint8)),
    .text = g_string_new (NULL),
  };
  TerSheet *sheet = read_parts (&self, cancellable, error) ? read_page (&self, page, cancellable, error) : NULL;

  g_ptr_array_unref (self.sheets);
  g_ptr_array_unref (self.strings);
  g_hash_table_unref (self.formats);
  g_array_unref (self.cell_formats);
  g_string_free (self.text, TRUE);
  g_free (self.strings_path);
  g_free (self.styles_path);
  g_free (self.type);
  return sheet;
}
