/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-figure-export.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ter-csv.h"
#include "ter-figure-private.h"
#include "ter-stored-zip.h"

#define TER_ODS_MEDIATYPE "application/vnd.oasis.opendocument.spreadsheet"
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static TerFrameColumn *
get_shown (TerFigure *figure, guint column)
{
  return g_ptr_array_index (figure->shown, column);
}

/* (transfer full): "Population (inhabitants)" */
static char *
dup_head (TerFigure *figure, guint column)
{
  const TerFrameColumn *shown = get_shown (figure, column);

  return shown->unit != NULL ? g_strdup_printf ("%s (%s)", shown->title, shown->unit) : g_strdup (shown->title);
}

/* The number of a cell that is one; NaN for any other. */
static double
get_number (TerFigure *figure, guint row, guint column)
{
  const TerFrameColumn *shown = get_shown (figure, column);

  return shown->type == TER_COLUMN_NUMBER ? ter_figure_get_cell_number (figure, row, column) : NAN;
}

/* (transfer full): what the cell says: texts in the reader's language, dates as they are written in the pack. "" when missing. */
static char *
dup_text (TerFigure *figure, guint row, guint column)
{
  TerFrameColumn *shown = get_shown (figure, column);

  if (shown->type == TER_COLUMN_DATE && !ter_figure_is_guide_row (figure, row))
    return g_strdup (ter_frame_column_text (shown, g_array_index (figure->rows, guint, row)));
  return ter_figure_dup_cell_text (figure, row, column);
}

/* The caption's lines, in the order in which they stand under a table. */
static const char *
get_line (const TerFigureCaption *caption, guint index, const char **value)
{
  const struct
  {
    const char *label, *value;
  } lines[] = {
    { _ ("Title"), caption->title },   { _ ("Question"), caption->question }, { _ ("Base"), caption->base },
    { _ ("Source"), caption->source }, { _ ("Date"), caption->date },
  };

  if (index >= G_N_ELEMENTS (lines))
    return NULL;
  *value = lines[index].value;
  return lines[index].label;
}

/* ---- CSV ---- */

typedef struct
{
  GString *out;
  TerCsvStyle style;
  gboolean begun; /* the line has a field */
} CsvWriter;

static void
csv_begin_field (CsvWriter *self)
{
  if (self->begun)
    g_string_append_c (self->out, self->style == TER_CSV_FRENCH ? ';' : ',');
  self->begun = TRUE;
}

static void
csv_append_text (CsvWriter *self, const char *text)
{
  g_autofree char *harmless = *text != '\0' && strchr ("=+-@\t\r", *text) != NULL ? g_strconcat ("'", text, NULL) : g_strdup (text);

  csv_begin_field (self);
  /* Between quotes for a semicolon too; what ter_csv_append_field() quotes for another reason holds both. */
  if (self->style == TER_CSV_FRENCH && strchr (harmless, ';') != NULL && strpbrk (harmless, ",\"\r\n") == NULL)
    g_string_append_printf (self->out, "\"%s\"", harmless);
  else
    ter_csv_append_field (self->out, harmless);
}

static void
csv_append_number (CsvWriter *self, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.15g", value);
  if (self->style == TER_CSV_FRENCH)
    g_strdelimit (number, ".", ',');
  csv_begin_field (self);
  g_string_append (self->out, number);
}

static void
csv_end_line (CsvWriter *self)
{
  g_string_append (self->out, "\r\n");
  self->begun = FALSE;
}

GBytes *
ter_figure_export_csv (TerFigure *figure, TerCsvStyle style, const TerFigureCaption *caption)
{
  CsvWriter writer = { g_string_new (style == TER_CSV_FRENCH ? BYTE_ORDER_MARK : NULL), style, FALSE };
  guint n_columns;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);

  n_columns = ter_figure_get_n_columns (figure);
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *head = dup_head (figure, column);

      csv_append_text (&writer, head);
    }
  csv_end_line (&writer);
  for (guint row = 0; row < ter_figure_get_n_rows (figure); row++)
    {
      for (guint column = 0; column < n_columns; column++)
        {
          double number = get_number (figure, row, column);
          g_autofree char *text = NULL;

          if (!isnan (number))
            {
              csv_append_number (&writer, number);
              continue;
            }
          text = ter_figure_is_column_number (figure, column) && !ter_figure_is_guide_row (figure, row)
                   ? g_strdup ("")
                   : dup_text (figure, row, column);
          csv_append_text (&writer, text);
        }
      csv_end_line (&writer);
    }
  if (caption != NULL)
    {
      const char *label, *value = NULL;

      csv_end_line (&writer);
      for (guint i = 0; (label = get_line (caption, i, &value)) != NULL; i++)
        if (value != NULL && *value != '\0')
          {
            csv_append_text (&writer, label);
            csv_append_text (&writer, value);
            csv_end_line (&writer);
          }
    }
  return g_string_free_to_bytes (writer.out);
}

/* ---- OpenDocument ---- */

#define XML_HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OFFICE_NAMESPACE "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""

/* What XML 1.0 (section 2.2) does not allow, even escaped, is left out. */
static void
append_escaped (GString *xml, const char *text)
{
  g_autoptr (GString) allowed = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c >= 0x20 && c != 0xfffe && c != 0xffff) || c == '\t' || c == '\n')
        g_string_append_unichar (allowed, c);
    }
  escaped = g_markup_escape_text (allowed->str, (gssize) allowed->len);
  g_string_append (xml, escaped);
}

static void
append_text_cell (GString *xml, const char *text, const char *style)
{
  if (*text == '\0')
    {
      g_string_append (xml, "<table:table-cell/>");
      return;
    }
  g_string_append (xml, "<table:table-cell office:value-type=\"string\"");
  if (style != NULL)
    g_string_append_printf (xml, " table:style-name=\"%s\"", style);
  g_string_append (xml, "><text:p>");
  append_escaped (xml, text);
  g_string_append (xml, "</text:p></table:table-cell>");
}

static void
append_number_cell (GString *xml, double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.15g", value);
  g_string_append_printf (
    xml, "<table:table-cell office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p></table:table-cell>", number,
    number);
}

static gboolean
is_day (const char *text)
{
  return strlen (text) == 10 && text[4] == '-' && text[7] == '-';
}

static void
append_cell (GString *xml, TerFigure *figure, guint row, guint column)
{
  double number = get_number (figure, row, column);
  g_autofree char *text = NULL;

  if (!isnan (number))
    {
      append_number_cell (xml, number);
      return;
    }
  text = ter_figure_is_column_number (figure, column) && !ter_figure_is_guide_row (figure, row) ? g_strdup ("")
                                                                                                : dup_text (figure, row, column);
  if (get_shown (figure, column)->type == TER_COLUMN_DATE && is_day (text))
    g_string_append_printf (xml,
                            "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"%s\">"
                            "<text:p>%s</text:p></table:table-cell>",
                            text, text);
  else
    append_text_cell (xml, text, NULL);
}

/* A sheet's name: without what spreadsheets do not allow in one, 31 characters at most. */
static char *
dup_sheet_name (const TerFigureCaption *caption)
{
  const char *title = caption->title != NULL && *caption->title != '\0' ? caption->title : "Territoires";
  g_autofree char *clean = g_strdelimit (g_strdup (title), "[]*?:/\\'\n\r\t", ' ');
  g_autofree char *cut = g_utf8_substring (clean, 0, MIN (g_utf8_strlen (clean, -1), 31));

  return g_strdup (g_strstrip (cut));
}

static GBytes *
make_content (TerFigure *figure, const TerFigureCaption *caption)
{
  GString *xml = g_string_new (XML_HEAD);
  g_autofree char *name = dup_sheet_name (caption);
  const char *label, *value = NULL;

  g_string_append (
    xml,
    "<office:document-content " OFFICE_NAMESPACE " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" office:version=\"1.2\"><office:automatic-styles>"
    "<number:date-style style:name=\"iso\"><number:year number:style=\"long\"/><number:text>-</number:text>"
    "<number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/></number:date-style>"
    "<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"iso\"/>"
    "<style:style style:name=\"head\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
    "</office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"");
  append_escaped (xml, name);
  g_string_append_printf (xml,
                          "\"><table:table-column table:number-columns-repeated=\"%u\"/><table:table-header-rows><table:table-row>",
                          MAX (ter_figure_get_n_columns (figure), 2));
  for (guint column = 0; column < ter_figure_get_n_columns (figure); column++)
    {
      g_autofree char *head = dup_head (figure, column);

      append_text_cell (xml, head, "head");
    }
  g_string_append (xml, "</table:table-row></table:table-header-rows>");
  for (guint row = 0; row < ter_figure_get_n_rows (figure); row++)
    {
      g_string_append (xml, "<table:table-row>");
      for (guint column = 0; column < ter_figure_get_n_columns (figure); column++)
        append_cell (xml, figure, row, column);
      g_string_append (xml, "</table:table-row>");
    }
  g_string_append (xml, "<table:table-row><table:table-cell/></table:table-row>");
  for (guint i = 0; (label = get_line (caption, i, &value)) != NULL; i++)
    if (value != NULL && *value != '\0')
      {
        g_string_append (xml, "<table:table-row>");
        append_text_cell (xml, label, "head");
        append_text_cell (xml, value, NULL);
        g_string_append (xml, "</table:table-row>");
      }
  g_string_append (xml, "</table:table></office:spreadsheet></office:body></office:document-content>\n");
  return g_string_free_to_bytes (xml);
}

static void
append_property (GString *xml, const char *element, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append_printf (xml, "<%s>", element);
  append_escaped (xml, text);
  g_string_append_printf (xml, "</%s>", element);
}

static GBytes *
make_properties (const TerFigureCaption *caption)
{
  GString *xml =
    g_string_new (XML_HEAD "<office:document-meta " OFFICE_NAMESPACE " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                           " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"><office:meta>"
                           "<meta:generator>Territoires</meta:generator>");
  g_autofree char *about =
    g_strjoin (caption->source != NULL && caption->date != NULL ? " · " : "", caption->source != NULL ? caption->source : "",
               caption->date != NULL ? caption->date : "", NULL);

  append_property (xml, "dc:title", caption->title);
  append_property (xml, "dc:subject", caption->question);
  append_property (xml, "dc:description", about);
  g_string_append (xml, "</office:meta></office:document-meta>\n");
  return g_string_free_to_bytes (xml);
}

static GBytes *
make_manifest (void)
{
  static const char xml[] = XML_HEAD
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.2\" manifest:media-type=\"" TER_ODS_MEDIATYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"meta.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>\n";

  return g_bytes_new_static (xml, sizeof xml - 1);
}

GBytes *
ter_figure_export_ods (TerFigure *figure, const TerFigureCaption *caption)
{
  g_autoptr (GBytes) mediatype = g_bytes_new_static (TER_ODS_MEDIATYPE, strlen (TER_ODS_MEDIATYPE));
  g_autoptr (GBytes) manifest = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) properties = NULL;

  g_return_val_if_fail (TER_IS_FIGURE (figure), NULL);
  g_return_val_if_fail (caption != NULL, NULL);

  manifest = make_manifest ();
  content = make_content (figure, caption);
  properties = make_properties (caption);
  /* The media type first, as OpenDocument wants it (part 3, 2.2.4). */
  return ter_stored_zip ((TerStoredFile[]) { { "mimetype", mediatype },
                                             { "META-INF/manifest.xml", manifest },
                                             { "content.xml", content },
                                             { "meta.xml", properties },
                                             { NULL } });
}
