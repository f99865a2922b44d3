/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-po.h"

#include <string.h>

#include <glib/gi18n-lib.h>

TerPoMessage *
ter_po_message_new (const char *context, const char *source, const char *translation)
{
  TerPoMessage *self = g_new0 (TerPoMessage, 1);

  self->context = g_strdup (context);
  self->source = g_strdup (source);
  self->translation = g_strdup (translation != NULL ? translation : "");
  return self;
}

void
ter_po_message_free (TerPoMessage *self)
{
  if (self == NULL)
    return;
  g_free (self->context);
  g_free (self->source);
  g_free (self->translation);
  g_free (self->previous);
  g_free (self);
}

/* ---- Writing ---- */

static void
append_escaped (GString *out, const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    switch (text[i])
      {
      case '\n': g_string_append (out, "\\n"); break;
      case '\t': g_string_append (out, "\\t"); break;
      case '\r': g_string_append (out, "\\r"); break;
      case '"': g_string_append (out, "\\\""); break;
      case '\\': g_string_append (out, "\\\\"); break;
      default: g_string_append_c (out, text[i]); break;
      }
}

/* A text of several lines is written a line a string, as gettext does. @prefix: "" or "#| " */
static void
append_field (GString *out, const char *prefix, const char *keyword, const char *text)
{
  const char *line = text;

  g_string_append_printf (out, "%s%s \"", prefix, keyword);
  if (strchr (text, '\n') != NULL)
    g_string_append_printf (out, "\"\n%s\"", prefix);
  while (*line != '\0')
    {
      const char *end = strchr (line, '\n');
      gsize length = end != NULL ? (gsize) (end + 1 - line) : strlen (line);

      append_escaped (out, line, length);
      line += length;
      if (*line != '\0')
        g_string_append_printf (out, "\"\n%s\"", prefix);
    }
  g_string_append (out, "\"\n");
}

static void
append_message (GString *out, const TerPoMessage *message)
{
  g_autofree char *file = g_strndup (message->context, strcspn (message->context, "#"));

  g_string_append_printf (out, "\n#: %s\n", file);
  if (message->fuzzy)
    g_string_append (out, "#, fuzzy\n");
  if (message->previous != NULL)
    append_field (out, "#| ", "msgid", message->previous);
  append_field (out, "", "msgctxt", message->context);
  append_field (out, "", "msgid", message->source);
  append_field (out, "", "msgstr", message->translation);
}

char *
ter_po_write (GPtrArray *messages, const char *project, const char *language)
{
  GString *out = g_string_new (NULL);
  g_autofree char *posix = g_strdup (language);
  g_autofree char *header = NULL;

  g_strdelimit (posix, "-", '_');
  header = g_strdup_printf ("Project-Id-Version: %s\n"
                            "PO-Revision-Date: \n"
                            "Last-Translator: \n"
                            "Language-Team: \n"
                            "Language: %s\n"
                            "MIME-Version: 1.0\n"
                            "Content-Type: text/plain; charset=UTF-8\n"
                            "Content-Transfer-Encoding: 8bit\n",
                            project, posix);
  append_field (out, "", "msgid", "");
  append_field (out, "", "msgstr", header);
  for (guint i = 0; i < messages->len; i++)
    append_message (out, g_ptr_array_index (messages, i));
  return g_string_free_and_steal (out);
}

/* ---- Reading ---- */

typedef enum
{
  FIELD_NONE,
  FIELD_CONTEXT,
  FIELD_SOURCE,
  FIELD_TRANSLATION,
  FIELD_OTHER, /* a plural: the message is left out */
  N_FIELDS
} Field;

typedef struct
{
  GPtrArray *messages;
  GString *texts[N_FIELDS];
  Field field;
  gboolean fuzzy;
  gboolean next_fuzzy; /* said of the message that comes */
  gboolean left_out;
  guint line;
} Reader;

static gboolean
fail (Reader *reader, GError **error, const char *what)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), reader->line, what);
  return FALSE;
}

/* The message that was being read is whole. */
static void
end_message (Reader *reader)
{
  if (reader->field >= FIELD_TRANSLATION && !reader->left_out)
    {
      TerPoMessage *message = ter_po_message_new (reader->texts[FIELD_CONTEXT]->str, reader->texts[FIELD_SOURCE]->str,
                                                  reader->texts[FIELD_TRANSLATION]->str);

      message->fuzzy = reader->fuzzy;
      g_ptr_array_add (reader->messages, message);
    }
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_truncate (reader->texts[i], 0);
  reader->field = FIELD_NONE;
  reader->fuzzy = reader->next_fuzzy;
  reader->next_fuzzy = FALSE;
  reader->left_out = FALSE;
}

static gboolean
read_escape (const char **p, GString *out)
{
  static const char letters[] = "ntrabfv\"\\";
  static const char meanings[] = "\n\t\r\a\b\f\v\"\\";
  const char *letter = **p != '\0' ? strchr (letters, **p) : NULL;

  if (letter == NULL)
    return FALSE;
  g_string_append_c (out, meanings[letter - letters]);
  (*p)++;
  return TRUE;
}

/* "…" and blanks behind. */
static gboolean
read_string (Reader *reader, const char *p, GError **error)
{
  GString *out = reader->texts[reader->field];

  if (*p++ != '"')
    return fail (reader, error, _ ("a quotation mark is missing"));
  while (*p != '"')
    {
      if (*p == '\0')
        return fail (reader, error, _ ("a quotation mark is never closed"));
      if (*p != '\\')
        {
          g_string_append_c (out, *p++);
          continue;
        }
      p++;
      if (!read_escape (&p, out))
        return fail (reader, error, _ ("a backslash is followed by what it cannot escape"));
    }
  p++;
  return p[strspn (p, " \t\r")] == '\0' || fail (reader, error, _ ("text after a closing quotation mark"));
}

static gboolean
begin_field (Reader *reader, Field field, const char *rest, GError **error)
{
  if (field < reader->field || reader->field == FIELD_OTHER || (field == FIELD_SOURCE && reader->field == FIELD_SOURCE))
    end_message (reader);
  if (reader->field == FIELD_NONE)
    {
      reader->fuzzy |= reader->next_fuzzy;
      reader->next_fuzzy = FALSE;
    }
  reader->field = field;
  reader->left_out |= field == FIELD_OTHER;
  return read_string (reader, rest + strspn (rest, " \t"), error);
}

static gboolean
read_line (Reader *reader, const char *line, GError **error)
{
  static const struct
  {
    const char *keyword;
    Field field;
  } keywords[] = {
    { "msgctxt", FIELD_CONTEXT }, { "msgid_plural", FIELD_OTHER }, { "msgid", FIELD_SOURCE },
    { "msgstr[", FIELD_OTHER },   { "msgstr", FIELD_TRANSLATION },
  };

  line += strspn (line, " \t");
  if (*line == '#')
    {
      if (reader->field >= FIELD_TRANSLATION)
        end_message (reader);
      if (line[1] == ',' && strstr (line, "fuzzy") != NULL)
        reader->next_fuzzy = TRUE;
      return TRUE;
    }
  if (line[strspn (line, " \t\r")] == '\0')
    return TRUE;
  if (*line == '"' && reader->field != FIELD_NONE)
    return read_string (reader, line, error);
  for (guint i = 0; i < G_N_ELEMENTS (keywords); i++)
    if (g_str_has_prefix (line, keywords[i].keyword))
      {
        const char *rest = line + strlen (keywords[i].keyword);

        if (keywords[i].field == FIELD_OTHER && strchr (rest, ']') != NULL)
          rest = strchr (rest, ']') + 1;
        /* All but the first field of a plural is passed over with it. */
        if (reader->left_out && keywords[i].field == FIELD_OTHER)
          {
            g_string_truncate (reader->texts[FIELD_OTHER], 0);
            return read_string (reader, rest + strspn (rest, " \t"), error);
          }
        return begin_field (reader, keywords[i].field, rest, error);
      }
  return fail (reader, error, _ ("this is no line of a .po file"));
}

/* (transfer full) (nullable): the value of a field of the head. */
static char *
dup_header_field (const char *header, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (header, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], name))
      return g_strstrip (g_strdup (lines[i] + strlen (name)));
  return NULL;
}

/* Takes the head, the message of the empty source, out of @messages. */
static gboolean
take_header (GPtrArray *messages, char **language, GError **error)
{
  TerPoMessage *first = messages->len > 0 ? g_ptr_array_index (messages, 0) : NULL;
  g_autofree char *type = NULL;

  *language = NULL;
  if (first == NULL || *first->source != '\0' || *first->context != '\0')
    return TRUE;
  type = dup_header_field (first->translation, "Content-Type:");
  if (type != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (type, -1);

      if (strstr (lower, "charset=") != NULL && strstr (lower, "charset=utf-8") == NULL)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the file is not in UTF-8"));
          return FALSE;
        }
    }
  *language = dup_header_field (first->translation, "Language:");
  if (*language != NULL)
    g_strdelimit (*language, "_", '-');
  if (*language != NULL && **language == '\0')
    g_clear_pointer (language, g_free);
  g_ptr_array_remove_index (messages, 0);
  return TRUE;
}

static gboolean
read_lines (Reader *reader, const char *data, gsize size, GError **error)
{
  const char *end = data + size;

  while (data < end)
    {
      const char *next = memchr (data, '\n', end - data);
      gsize length = (next != NULL ? next : end) - data;
      g_autofree char *line = g_strndup (data, length);

      reader->line++;
      if (!read_line (reader, line, error))
        return FALSE;
      data += length + 1;
    }
  end_message (reader);
  return TRUE;
}

GPtrArray *
ter_po_read (GBytes *bytes, char **language, GError **error)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func ((GDestroyNotify) ter_po_message_free);
  Reader reader = { .messages = messages };
  gsize size;
  const char *data;
  gboolean sound;

  g_return_val_if_fail (bytes != NULL && language != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 0 && !g_utf8_validate_len (data, size, NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the file is not in UTF-8"));
      return NULL;
    }
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  for (guint i = 0; i < N_FIELDS; i++)
    reader.texts[i] = g_string_new (NULL);
  sound = read_lines (&reader, data, size, error);
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_free (reader.texts[i], TRUE);
  return sound && take_header (messages, language, error) ? g_steal_pointer (&messages) : NULL;
}
