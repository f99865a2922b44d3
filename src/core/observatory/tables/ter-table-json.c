/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-config.h"

#include "ter-hash.h"
#include "ter-table-private.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *data;
  gsize length;
  gsize position;
  guint line;
} Cursor;

typedef struct
{
  GString *texts;
  GPtrArray *sources;
  GHashTable *by_name;
  guint row;
  guint n_allocated;
  guint line;
} Reader;

static gboolean
fail (guint line, const char *what, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("line %u: %s"), line, what);
  return FALSE;
}

static char
skip_blanks (Cursor *cursor)
{
  for (; cursor->position < cursor->length; cursor->position++)
    {
      char c = cursor->data[cursor->position];

      if (c == '\n')
        cursor->line++;
      else if (c != ' ' && c != '\t' && c != '\r')
        return c;
    }
  return '\0';
}

/* Passes over an object without looking inside, so that a large file is never one large tree. */
static gboolean
skip_object (Cursor *cursor)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (; cursor->position < cursor->length; cursor->position++)
    {
      char c = cursor->data[cursor->position];

      if (c == '\n')
        cursor->line++;
      if (in_string)
        {
          if (c == '\\')
            cursor->position++;
          else if (c == '"')
            in_string = FALSE;
        }
      else if (c == '"')
        in_string = TRUE;
      else if (c == '{' || c == '[')
        depth++;
      else if ((c == '}' || c == ']') && --depth == 0)
        {
          cursor->position++;
          return TRUE;
        }
    }
  return FALSE;
}

static guint32
add_text (Reader *reader, const char *text)
{
  guint32 place = reader->texts->len;

  g_string_append_len (reader->texts, text, strlen (text) + 1);
  return place;
}

static TerTableSource *
get_source (Reader *reader, const char *name)
{
  TerTableSource *source = g_hash_table_lookup (reader->by_name, name);

  if (source == NULL && reader->sources->len < TER_TABLE_COLUMNS &&
      (gsize) reader->n_allocated * (reader->sources->len + 1) <= TER_TABLE_CELLS)
    {
      source = ter_table_source_new (reader->sources, name, reader->n_allocated);
      source->all_numbers = TRUE;
      g_hash_table_insert (reader->by_name, source->name, source);
    }
  return source;
}

/* The text of a plain value, as a CSV would hold it; %NULL for null. */
static const char *
value_text (JsonNode *node, char buffer[G_ASCII_DTOSTR_BUF_SIZE])
{
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING: return json_node_get_string (node);
    case G_TYPE_BOOLEAN: return json_node_get_boolean (node) ? "true" : "false";
    case G_TYPE_INT64: g_snprintf (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%" G_GINT64_FORMAT, json_node_get_int (node)); return buffer;
    default: break;
    }
  g_ascii_formatd (buffer, G_ASCII_DTOSTR_BUF_SIZE, "%.15g", json_node_get_double (node));
  if (g_ascii_strtod (buffer, NULL) != json_node_get_double (node))
    g_ascii_dtostr (buffer, G_ASCII_DTOSTR_BUF_SIZE, json_node_get_double (node));
  return buffer;
}

static gboolean
read_row (Reader *reader, JsonObject *object, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      char buffer[G_ASCII_DTOSTR_BUF_SIZE];
      TerTableSource *source = get_source (reader, name);
      const char *text;

      if (source == NULL)
        return fail (reader->line, _ ("too many columns"), error);
      if (!JSON_NODE_HOLDS_VALUE (node) && !JSON_NODE_HOLDS_NULL (node))
        return fail (reader->line, _ ("a value of a table is a text, a number, true, false or null"), error);
      text = value_text (node, buffer);
      if (text == NULL)
        continue;
      if (json_node_get_value_type (node) != G_TYPE_INT64 && json_node_get_value_type (node) != G_TYPE_DOUBLE)
        source->all_numbers = FALSE;
      source->cells[reader->row] = add_text (reader, text);
    }
  return TRUE;
}

static gboolean
grow (Reader *reader, GError **error)
{
  guint n = reader->n_allocated * 2;

  if ((gsize) n * MAX (reader->sources->len, 1) > TER_TABLE_CELLS)
    return fail (reader->line, _ ("the table has too many cells"), error);
  for (guint i = 0; i < reader->sources->len; i++)
    {
      TerTableSource *source = g_ptr_array_index (reader->sources, i);

      source->cells = g_renew (guint32, source->cells, n);
      memset (source->cells + reader->n_allocated, 0, sizeof (guint32) * (n - reader->n_allocated));
    }
  reader->n_allocated = n;
  return TRUE;
}

static gboolean
read_record (Reader *reader, Cursor *cursor, JsonParser *parser, GError **error)
{
  const char *begin = cursor->data + cursor->position;
  gboolean is_object = cursor->position < cursor->length && *begin == '{';
  g_autoptr (GError) local = NULL;
  JsonNode *root;

  reader->line = cursor->line;
  if (!is_object || !skip_object (cursor))
    return fail (reader->line, _ ("a row of a JSON table is an object"), error);
  if (!json_parser_load_from_data (parser, begin, cursor->data + cursor->position - begin, &local))
    return fail (reader->line, local->message, error);
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return fail (reader->line, _ ("a row of a JSON table is an object"), error);
  if (reader->row == reader->n_allocated && !grow (reader, error))
    return FALSE;
  return read_row (reader, json_node_get_object (root), error);
}

static gboolean
read_records (Reader *reader, Cursor *cursor, GArray *lines, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  char c = skip_blanks (cursor);

  json_parser_set_strict (parser, TRUE);
  if (c != '[')
    return fail (cursor->line, _ ("a JSON table is an array of objects"), error);
  cursor->position++;
  c = skip_blanks (cursor);
  for (gboolean more = c != ']'; more;)
    {
      if (!read_record (reader, cursor, parser, error))
        return FALSE;
      g_array_append_val (lines, reader->line);
      reader->row++;
      c = skip_blanks (cursor);
      if (c != ',' && c != ']')
        return fail (cursor->line, _ ("a comma or the array’s end should stand here"), error);
      more = c == ',';
      if (more)
        {
          cursor->position++;
          skip_blanks (cursor);
        }
    }
  cursor->position++;
  return skip_blanks (cursor) == '\0' || fail (cursor->line, _ ("text after the array’s end"), error);
}

char *
ter_table_read_json (const char *data, gsize length, GPtrArray *sources, GArray *lines, gsize *n_texts, GError **error)
{
  g_autoptr (GString) texts = g_string_sized_new (length / 2 + 1);
  g_autoptr (GHashTable) by_name = g_hash_table_new (ter_hash_text, g_str_equal);
  Reader reader = { .texts = texts, .sources = sources, .by_name = by_name, .n_allocated = 64 };
  Cursor cursor = { .data = data, .length = length, .line = 1 };

  g_return_val_if_fail (sources != NULL && lines != NULL && n_texts != NULL, NULL);

  /* No cell is at 0, which means missing. */
  g_string_append_c (texts, '\0');
  if (length > 0 && !g_utf8_validate_len (data, length, NULL))
    {
      fail (1, _ ("this is not UTF-8 text"), error);
      return NULL;
    }
  if (!read_records (&reader, &cursor, lines, error))
    return NULL;
  *n_texts = texts->len + 1;
  return g_string_free (g_steal_pointer (&texts), FALSE);
}
