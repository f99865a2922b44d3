/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
fail (GError **error, guint line, const char *what)
{
  /* Translators: a problem in a CSV file: its line, then what is wrong. */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), line, what);
  return FALSE;
}

static guint
count_lines (const char *from, const char *to)
{
  guint n = 0;

  while (from < to && (from = memchr (from, '\n', to - from)) != NULL)
    {
      n++;
      from++;
    }
  return n;
}

gboolean
ter_csv_init (TerCsv *self, char *data, gsize length, GError **error)
{
  const char *end;

  g_return_val_if_fail (self != NULL && data != NULL && length < G_MAXUINT32, FALSE);

  *self = (TerCsv) { .data = data, .length = length, .line = 1, .delimiter = ',' };
  data[length] = '\0';
  if (!g_utf8_validate_len (data, length, &end))
    return fail (error, 1 + count_lines (data, end), *end == '\0' ? _ ("a NUL character") : _ ("this is not UTF-8 text"));
  if (g_str_has_prefix (data, "\357\273\277"))
    self->position = 3;
  return TRUE;
}

/* Ends a field at @end; says whether the record goes on. @next is what stood there. */
static gboolean
end_field (TerCsv *self, gsize end, char next)
{
  self->data[end] = '\0';
  if (next == self->delimiter)
    {
      self->position++;
      return TRUE;
    }
  if (next == '\r')
    self->position++;
  if (self->position < self->length)
    {
      self->position++;
      self->line++;
    }
  return FALSE;
}

/* Moves to the end of a field: a delimiter, a line break or the end. %FALSE when another character stands there. */
static gboolean
at_field_end (TerCsv *self)
{
  char c = self->data[self->position];

  if (self->position >= self->length || c == self->delimiter || c == '\n')
    return TRUE;
  return c == '\r' && self->data[self->position + 1] == '\n';
}

static gboolean
read_quoted (TerCsv *self, gboolean *more, GError **error)
{
  guint first_line = self->line;
  char *out = self->data + ++self->position;
  const char *from = out;

  while (TRUE)
    {
      const char *quote = memchr (from, '"', self->data + self->length - from);
      gsize n;

      if (quote == NULL)
        return fail (error, first_line, _ ("a quotation mark is never closed"));
      n = quote - from;
      self->line += count_lines (from, quote);
      memmove (out, from, n);
      out += n;
      if (quote[1] != '"')
        {
          self->position = quote + 1 - self->data;
          break;
        }
      *out++ = '"';
      from = quote + 2;
    }
  if (!at_field_end (self))
    return fail (error, self->line, _ ("text after a closing quotation mark"));
  *more = end_field (self, out - self->data, self->data[self->position]);
  return TRUE;
}

static gboolean
read_plain (TerCsv *self, gboolean *more, GError **error)
{
  const char stops[] = { self->delimiter, '"', '\r', '\n', '\0' };

  self->position += strcspn (self->data + self->position, stops);
  if (self->data[self->position] == '"')
    return fail (error, self->line, _ ("a quotation mark inside a field that does not begin with one"));
  if (!at_field_end (self))
    return fail (error, self->line, _ ("a carriage return that is not part of a line break"));
  *more = end_field (self, self->position, self->data[self->position]);
  return TRUE;
}

gboolean
ter_csv_next (TerCsv *self, GArray *fields, guint *line, GError **error)
{
  gboolean more = TRUE;

  g_return_val_if_fail (self != NULL && fields != NULL, FALSE);

  g_array_set_size (fields, 0);
  if (self->position >= self->length)
    return FALSE;
  if (line != NULL)
    *line = self->line;
  while (more)
    {
      gboolean quoted = self->data[self->position] == '"';
      guint32 begin = self->position + (quoted ? 1 : 0);

      g_array_append_val (fields, begin);
      if (!(quoted ? read_quoted (self, &more, error) : read_plain (self, &more, error)))
        return FALSE;
    }
  return TRUE;
}

void
ter_csv_append_field (GString *out, const char *text)
{
  g_return_if_fail (out != NULL);

  if (text == NULL)
    return;
  if (text[strcspn (text, ",\"\r\n")] == '\0')
    {
      g_string_append (out, text);
      return;
    }
  g_string_append_c (out, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *text);
    }
  g_string_append_c (out, '"');
}
