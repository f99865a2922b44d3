/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-csv.h"
#include "ter-limits.h"

#define DELIMITERS ";\t,|"
/* Of a file, its first lines tell how it is written. */
#define SAMPLE_BYTES (1024u * 1024)

/* ---- The delimiter ---- */

/* "sep=;" of Excel: the sign, and @start behind that line. '\0' without such a line. */
static char
read_separator_line (const char *text, gsize *start)
{
  const char *end;
  char sign;

  *start = 0;
  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || strchr (DELIMITERS, text[4]) == NULL)
    return '\0';
  sign = text[4];
  end = text + 5;
  end += *end == '\r';
  if (*end != '\n')
    return '\0';
  *start = end + 1 - text;
  return sign;
}

/* How well a delimiter parts the lines: @width is that of most of them, of which there are @n_same out of @n_rows. */
typedef struct
{
  guint width, n_same, n_rows;
} Fit;

static gboolean
is_blank_record (const char *data, GArray *fields)
{
  return fields->len == 1 && data[g_array_index (fields, guint32, 0)] == '\0';
}

static Fit
measure_fit (const char *text, gsize length, char delimiter)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree guint *widths = g_new0 (guint, TER_LIMIT_TABLE_COLUMNS + 1);
  g_autofree char *copy = g_strndup (text, length);
  Fit fit = { 0 };
  TerCsv csv;

  if (!ter_csv_init (&csv, copy, strlen (copy), NULL))
    return fit;
  csv.delimiter = delimiter;
  while (ter_csv_next (&csv, fields, NULL, NULL))
    if (!is_blank_record (copy, fields))
      {
        fit.n_rows++;
        widths[MIN (fields->len, TER_LIMIT_TABLE_COLUMNS)]++;
      }
  for (guint i = 2; i <= TER_LIMIT_TABLE_COLUMNS; i++)
    if (widths[i] > fit.n_same)
      {
        fit.width = i;
        fit.n_same = widths[i];
      }
  return fit;
}

static gboolean
is_better (Fit fit, Fit than)
{
  gboolean all = fit.n_same == fit.n_rows, than_all = than.n_same == than.n_rows;

  if (fit.n_same == 0 || than.n_same == 0)
    return fit.n_same > 0;
  if (all != than_all)
    return all;
  if ((guint64) fit.n_same * than.n_rows != (guint64) than.n_same * fit.n_rows)
    return (guint64) fit.n_same * than.n_rows > (guint64) than.n_same * fit.n_rows;
  return fit.width > than.width;
}

static void
guess_delimiter (const char *text, gsize length, TerSheetCsvForm *form)
{
  gsize sample = length;
  Fit best = { 0 };

  if (length > SAMPLE_BYTES)
    {
      const char *end = g_strrstr_len (text, SAMPLE_BYTES, "\n");

      sample = end != NULL ? (gsize) (end + 1 - text) : length;
    }
  form->delimiter = ',';
  for (const char *sign = DELIMITERS; *sign != '\0'; sign++)
    {
      Fit fit = measure_fit (text, sample, *sign);
      gboolean both = fit.n_same > 0 && best.n_same > 0 && fit.n_same == fit.n_rows && best.n_same == best.n_rows;

      if (is_better (fit, best))
        {
          form->other_delimiter = both ? form->delimiter : '\0';
          form->delimiter = *sign;
          best = fit;
        }
      else if (both)
        form->other_delimiter = *sign;
    }
}

/* ---- The rows ---- */

static gboolean
is_small_enough (GBytes *bytes, GError **error)
{
  g_autofree char *limit = g_format_size_full (TER_LIMIT_TABLE_BYTES, G_FORMAT_SIZE_IEC_UNITS);

  if (g_bytes_get_size (bytes) <= TER_LIMIT_TABLE_BYTES)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a size, such as "64 MiB" */
               _ ("the file is larger than %s, the most that a table of a pack may be"), limit);
  return FALSE;
}

static gboolean
add_record (TerSheet *sheet, const char *data, GArray *fields, guint line, GError **error)
{
  ter_sheet_begin_row (sheet, line);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *text = data + g_array_index (fields, guint32, i);

      if (!ter_sheet_add_cell (sheet, TER_SHEET_TEXT, text, strlen (text), error))
        return FALSE;
    }
  return TRUE;
}

TerSheet *
ter_sheet_csv_read (GBytes *bytes, TerSheetCsvForm *form, GError **error)
{
  g_autoptr (TerSheet) sheet = ter_sheet_new ();
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;
  gsize length, start;
  char separator;
  guint line;
  TerCsv csv;

  g_return_val_if_fail (bytes != NULL && form != NULL, NULL);

  if (!is_small_enough (bytes, error))
    return NULL;
  text = ter_sheet_text_decode (bytes, &form->encoding, &form->encoding_is_doubtful, &length, error);
  if (text == NULL)
    return NULL;
  separator = read_separator_line (text, &start);
  form->other_delimiter = '\0';
  if (form->delimiter == '\0' && separator != '\0')
    form->delimiter = separator;
  else if (form->delimiter == '\0')
    guess_delimiter (text + start, length - start, form);
  if (!ter_csv_init (&csv, text + start, length - start, error))
    return NULL;
  csv.delimiter = form->delimiter;
  csv.line += start > 0;
  while (ter_csv_next (&csv, fields, &line, &problem))
    if (!add_record (sheet, csv.data, fields, line, error))
      return NULL;
  if (problem == NULL)
    return g_steal_pointer (&sheet);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}
