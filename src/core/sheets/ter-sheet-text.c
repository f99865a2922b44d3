/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-sheet-text.h"

#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *name;    /* for people */
  const char *charset; /* of iconv; nullable */
  const char *other;   /* another name that people write */
} Row;

static const Row rows[] = {
  [TER_SHEET_ENCODING_FOUND] = { "", NULL, "" },
  [TER_SHEET_ENCODING_UTF8] = { "UTF-8", NULL, "utf8" },
  [TER_SHEET_ENCODING_UTF16] = { "UTF-16", NULL, "utf16" },
  [TER_SHEET_ENCODING_WINDOWS_1252] = { "Windows-1252", "WINDOWS-1252", "cp1252" },
  [TER_SHEET_ENCODING_LATIN9] = { "ISO-8859-15", "ISO-8859-15", "latin-9" },
  [TER_SHEET_ENCODING_MACROMAN] = { "MacRoman", "MACINTOSH", "mac" },
};

const char *
ter_sheet_text_get_name (TerSheetEncoding encoding)
{
  g_return_val_if_fail (encoding < G_N_ELEMENTS (rows), "");

  return rows[encoding].name;
}

gboolean
ter_sheet_text_parse_name (const char *name, TerSheetEncoding *encoding)
{
  g_return_val_if_fail (name != NULL && encoding != NULL, FALSE);

  for (guint i = TER_SHEET_ENCODING_UTF8; i < G_N_ELEMENTS (rows); i++)
    if (g_ascii_strcasecmp (rows[i].name, name) == 0 || g_ascii_strcasecmp (rows[i].other, name) == 0)
      {
        *encoding = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, what);
  return FALSE;
}

/* ---- UTF-8 ---- */

typedef struct
{
  guint n_letters; /* characters of two bytes or more that are sound */
  guint n_bad;     /* bytes that belong to none */
  const char *bad; /* nullable: the first of them */
} Census;

static Census
count_utf8 (const char *data, gsize length)
{
  Census census = { 0 };
  const char *end = data + length, *p = data;

  while (p < end)
    {
      const char *stop;

      g_utf8_validate_len (p, end - p, &stop);
      for (; p < stop; p = g_utf8_next_char (p))
        census.n_letters += (guchar) *p >= 0x80;
      if (p >= end)
        break;
      census.bad = census.bad != NULL ? census.bad : p;
      census.n_bad++;
      p++;
    }
  return census;
}

static gboolean
fail_at_byte (const char *data, const char *bad, GError **error)
{
  const char *line_start = data;
  guint line = 1;

  for (const char *p = data; p < bad; p++)
    if (*p == '\n')
      {
        line++;
        line_start = p + 1;
      }
  if (*bad == '\0')
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), line, _ ("a NUL character"));
  else
    g_set_error (
      error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
      /* Translators: a byte of a file that cannot be read: the line, the column, the byte in hexadecimal. */
      _ (
        "line %u, column %lu: the byte %02X is no text of UTF-8, in which the rest of the file is written. Correct this place and save the file as “CSV UTF-8”."),
      line, g_utf8_strlen (line_start, bad - line_start) + 1, (guchar) *bad);
  return FALSE;
}

/* ---- One byte a letter ---- */

static gboolean
is_french (gunichar c)
{
  static const char letters[] = "àâäçéèêëîïôöùûüÿœæÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆ’‘«»“”€°²³·–—…§";

  return g_utf8_strchr (letters, -1, c) != NULL;
}

/* How much like French words this is: a letter of French that stands as it may is 1, what no one types is -5. */
static int
weigh (const char *text)
{
  gunichar before = ' ';
  int score = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= 0x80)
        {
          if (c < 0xa0 || c == 0xfffd)
            score -= 5;
          else if (g_unichar_isupper (c) && g_unichar_islower (before)) /* "RÈgion" */
            score -= 1;
          else if (g_unichar_isalpha (before) && !g_unichar_isalpha (c) && c != 0x2019 &&
                   g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))))
            score -= 1; /* a sign between letters */
          else if (c != 0xa0)
            score += is_french (c) ? 1 : 0;
        }
      before = c;
    }
  return score;
}

/* (transfer full) (nullable) */
static char *
convert (const char *data, gsize length, TerSheetEncoding encoding, gsize *written)
{
  return g_convert (data, length, "UTF-8", rows[encoding].charset, NULL, written, NULL);
}

/* The first bytes that are not ASCII, with what is around them, tell enough. */
#define SAMPLE_BYTES (256u * 1024)

static TerSheetEncoding
guess_encoding (const char *data, gsize length, gboolean *doubtful)
{
  g_autofree char *best_text = NULL;
  TerSheetEncoding best = TER_SHEET_ENCODING_FOUND;
  int best_score = G_MININT;

  for (guint i = TER_SHEET_ENCODING_WINDOWS_1252; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = convert (data, MIN (length, SAMPLE_BYTES), i, NULL);
      int score = text != NULL ? weigh (text) : G_MININT;

      if (text == NULL || score < best_score || g_strcmp0 (text, best_text) == 0)
        continue;
      if (score == best_score)
        {
          *doubtful = TRUE;
          continue;
        }
      *doubtful = best != TER_SHEET_ENCODING_FOUND && best_score > 0;
      best = i;
      best_score = score;
      g_free (best_text);
      best_text = g_steal_pointer (&text);
    }
  return best;
}

/* ---- UTF-16 ---- */

/* Nullable: what iconv calls it. A file without a mark is known by the NUL beside each of its first signs. */
static const char *
find_utf16 (const guchar *data, gsize length)
{
  if (length < 4)
    return NULL;
  if (data[0] == 0xff && data[1] == 0xfe)
    return "UTF-16LE";
  if (data[0] == 0xfe && data[1] == 0xff)
    return "UTF-16BE";
  if (data[0] != 0 && data[1] == 0 && data[2] != 0 && data[3] == 0)
    return "UTF-16LE";
  return data[0] == 0 && data[1] != 0 && data[2] == 0 && data[3] != 0 ? "UTF-16BE" : NULL;
}

/* ---- All of it ---- */

/* Where no line ends otherwise, a carriage return does. */
static void
mend_line_breaks (char *text, gsize length)
{
  if (memchr (text, '\n', length) != NULL)
    return;
  for (gsize i = 0; i < length; i++)
    if (text[i] == '\r')
      text[i] = '\n';
}

/* (transfer full) (nullable) */
static char *
decode_bytes (const char *data, gsize size, TerSheetEncoding *encoding, gboolean *doubtful, gsize *length, GError **error)
{
  const char *utf16 = find_utf16 ((const guchar *) data, size);
  Census census;
  char *text;

  if (*encoding == TER_SHEET_ENCODING_UTF16 && utf16 == NULL)
    utf16 = "UTF-16LE";
  if (utf16 != NULL && (*encoding == TER_SHEET_ENCODING_FOUND || *encoding == TER_SHEET_ENCODING_UTF16))
    {
      *encoding = TER_SHEET_ENCODING_UTF16;
      text = g_convert (data, size, "UTF-8", utf16, NULL, length, NULL);
      if (text == NULL)
        fail (error, _ ("this is no text of UTF-16: save the file as “CSV UTF-8”"));
      return text;
    }
  census = count_utf8 (data, size);
  if (*encoding == TER_SHEET_ENCODING_FOUND && census.n_bad == 0)
    *encoding = TER_SHEET_ENCODING_UTF8;
  if (*encoding == TER_SHEET_ENCODING_UTF8 ||
      (*encoding == TER_SHEET_ENCODING_FOUND && (memchr (data, '\0', size) != NULL || census.n_letters >= census.n_bad)))
    {
      *length = size;
      if (census.n_bad == 0)
        return g_memdup2 (data, size + 1);
      fail_at_byte (data, census.bad, error);
      return NULL;
    }
  if (*encoding == TER_SHEET_ENCODING_FOUND)
    *encoding = guess_encoding (data, size, doubtful);
  text = *encoding != TER_SHEET_ENCODING_FOUND ? convert (data, size, *encoding, length) : NULL;
  if (text == NULL)
    fail (error, _ ("this is neither UTF-8 nor Windows-1252 text: save the file as “CSV UTF-8”"));
  return text;
}

char *
ter_sheet_text_decode (GBytes *bytes, TerSheetEncoding *encoding, gboolean *doubtful, gsize *length, GError **error)
{
  g_autofree char *data = NULL;
  char *text;
  gsize size, mark;

  g_return_val_if_fail (bytes != NULL && encoding != NULL && doubtful != NULL && length != NULL, NULL);

  *doubtful = FALSE;
  size = g_bytes_get_size (bytes);
  if (size == 0)
    {
      fail (error, _ ("the file is empty"));
      return NULL;
    }
  data = g_malloc (size + 1); /* ended by a NUL, wherever the bytes came from */
  memcpy (data, g_bytes_get_data (bytes, NULL), size);
  data[size] = '\0';
  text = decode_bytes (data, size, encoding, doubtful, length, error);
  if (text == NULL)
    return NULL;
  mark = g_str_has_prefix (text, "\357\273\277") ? 3 : 0;
  *length -= mark;
  memmove (text, text + mark, *length + 1);
  if (memchr (text, '\0', *length) != NULL)
    {
      fail_at_byte (text, memchr (text, '\0', *length), error);
      g_free (text);
      return NULL;
    }
  mend_line_breaks (text, *length);
  return text;
}
