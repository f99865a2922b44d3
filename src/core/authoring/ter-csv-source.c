/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-csv-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ter-csv.h"
#include "ter-limits.h"

struct _TerCsvSource
{
  char *data;
  GArray *cells; /* of guint32: where each cell begins, row after row, the names first */
  guint width;   /* cells of a row of the file */
  guint n_rows;
  guint n_columns;
  char delimiter;
  gboolean utf8;
};

static void
fail_at (GError **error, guint line, const char *what)
{
  /* Translators: a problem in a CSV file: its line, then what is wrong. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), line, what);
}

/* ---- The text ---- */

static gboolean
decode (TerCsvSource *self, GBytes *bytes, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the file is empty"));
      return FALSE;
    }
  self->utf8 = g_utf8_validate_len (data, size, NULL);
  if (self->utf8)
    {
      self->data = g_strndup (data, size);
      *length = size;
      return TRUE;
    }
  self->data = g_convert (data, size, "UTF-8", "WINDOWS-1252", NULL, length, NULL);
  if (self->data != NULL)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("this is neither UTF-8 nor Windows-1252 text"));
  return FALSE;
}

/* How often @delimiter stands in the first line, outside quotation marks. */
static guint
count_in_first_line (const char *data, char delimiter)
{
  gboolean quoted = FALSE;
  guint n = 0;

  for (const char *p = data; *p != '\0' && (quoted || *p != '\n'); p++)
    {
      if (*p == '"')
        quoted = !quoted;
      else if (!quoted && *p == delimiter)
        n++;
    }
  return n;
}

static char
guess_delimiter (const char *data)
{
  static const char candidates[] = { ';', '\t', ',', '|' };
  char best = ',';
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      guint n = count_in_first_line (data, candidates[i]);

      if (n > most)
        {
          most = n;
          best = candidates[i];
        }
    }
  return best;
}

/* ---- The cells ---- */

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static gboolean
is_blank_record (TerCsvSource *self, GArray *fields)
{
  for (guint i = 0; i < fields->len; i++)
    if (!is_blank (self->data + g_array_index (fields, guint32, i)))
      return FALSE;
  return TRUE;
}

static gboolean
check_limits (TerCsvSource *self, guint line, GError **error)
{
  g_autofree char *what = NULL;

  if (self->width > TER_LIMIT_TABLE_COLUMNS)
    /* Translators: %u is the limit */
    what = g_strdup_printf (_ ("more columns than a table of a pack may have (%u)"), TER_LIMIT_TABLE_COLUMNS);
  else if (self->n_rows > TER_LIMIT_TABLE_ROWS) /* the line of names counts here */
    /* Translators: %u is the limit */
    what = g_strdup_printf (_ ("more rows than a table of a pack may have (%u)"), TER_LIMIT_TABLE_ROWS);
  if (what != NULL)
    fail_at (error, line, what);
  return what == NULL;
}

static gboolean
add_record (TerCsvSource *self, GArray *fields, guint line, GError **error)
{
  if (self->width == 0)
    self->width = fields->len;
  else if (fields->len != self->width)
    {
      g_autofree char *what = g_strdup_printf (_ ("%u cells, where the first line has %u"), fields->len, self->width);

      fail_at (error, line, what);
      return FALSE;
    }
  if (!check_limits (self, line, error))
    return FALSE;
  g_array_append_vals (self->cells, fields->data, fields->len);
  self->n_rows++;
  return TRUE;
}

static gboolean
read_records (TerCsvSource *self, gsize length, GError **error)
{
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) problem = NULL;
  TerCsv csv;
  guint line;

  if (!ter_csv_init (&csv, self->data, length, error))
    return FALSE;
  csv.delimiter = self->delimiter;
  while (ter_csv_next (&csv, fields, &line, &problem))
    if (!is_blank_record (self, fields) && !add_record (self, fields, line, error))
      return FALSE;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static const char *
get_cell (TerCsvSource *self, guint record, guint column)
{
  return self->data + g_array_index (self->cells, guint32, (gsize) record * self->width + column);
}

static gboolean
is_blank_column (TerCsvSource *self, guint column)
{
  for (guint i = 0; i < self->n_rows; i++)
    if (!is_blank (get_cell (self, i, column)))
      return FALSE;
  return TRUE;
}

TerCsvSource *
ter_csv_source_new (GBytes *bytes, char delimiter, GError **error)
{
  g_autoptr (TerCsvSource) self = NULL;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (TerCsvSource, 1);
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (g_bytes_get_size (bytes) > TER_LIMIT_TABLE_BYTES)
    {
      g_autofree char *limit = g_format_size_full (TER_LIMIT_TABLE_BYTES, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   /* Translators: a size, such as "64 MiB" */
                   _ ("the file is larger than %s, the most that a table of a pack may be"), limit);
      return NULL;
    }
  if (!decode (self, bytes, &length, error))
    return NULL;
  self->delimiter = delimiter != '\0' ? delimiter : guess_delimiter (self->data);
  if (!read_records (self, length, error))
    return NULL;
  if (self->n_rows < 2)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("there is no row below the names"));
      return NULL;
    }
  self->n_columns = self->width;
  while (self->n_columns > 1 && is_blank_column (self, self->n_columns - 1))
    self->n_columns--;
  return g_steal_pointer (&self);
}

void
ter_csv_source_free (TerCsvSource *self)
{
  if (self == NULL)
    return;
  g_free (self->data);
  g_array_unref (self->cells);
  g_free (self);
}

guint
ter_csv_source_get_n_rows (TerCsvSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_rows - 1;
}

guint
ter_csv_source_get_n_columns (TerCsvSource *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_columns;
}

const char *
ter_csv_source_get_name (TerCsvSource *self, guint column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  return get_cell (self, 0, column);
}

const char *
ter_csv_source_get_cell (TerCsvSource *self, guint row, guint column)
{
  g_return_val_if_fail (self != NULL && row + 1 < self->n_rows && column < self->n_columns, NULL);

  return get_cell (self, row + 1, column);
}

char
ter_csv_source_get_delimiter (TerCsvSource *self)
{
  g_return_val_if_fail (self != NULL, ',');

  return self->delimiter;
}

gboolean
ter_csv_source_was_utf8 (TerCsvSource *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->utf8;
}
