/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-walk-private.h"

#include <math.h>
#include <string.h>

#include "ter-hash.h"

/* Walks only go forward, so that counting lines is linear in all. */
static TerJsonPosition
position_of (TerJsonWalk *walk, const char *at)
{
  if (at < walk->seen)
    {
      walk->seen = walk->start;
      walk->position = (TerJsonPosition) { 1, 1 };
    }
  for (; walk->seen < at; walk->seen++)
    {
      if (*walk->seen == '\n')
        {
          walk->position.line++;
          walk->position.column = 1;
        }
      else if (((guchar) *walk->seen & 0xc0) != 0x80)
        walk->position.column++;
    }
  return walk->position;
}

/* Returns: %FALSE always, to be returned by what cannot go on. */
static gboolean
tell (TerJsonWalk *walk, TerJsonFault fault, const char *at, char *detail)
{
  TerJsonProblem *problem;

  if (walk->scan == NULL || walk->scan->problems->len >= TER_LIMIT_JSON_PROBLEMS)
    {
      if (walk->scan != NULL)
        walk->scan->n_more++;
      g_free (detail);
      return FALSE;
    }
  problem = g_new0 (TerJsonProblem, 1);
  problem->fault = fault;
  problem->pointer = g_strdup (walk->pointer->str);
  problem->detail = detail;
  problem->position = position_of (walk, at);
  g_ptr_array_add (walk->scan->problems, problem);
  return FALSE;
}

static gboolean
tell_limit (TerJsonWalk *walk, TerJsonFault fault, const char *at, guint limit)
{
  return tell (walk, fault, at, g_strdup_printf ("%u", limit));
}

/* What stands at @at is not what JSON wants there. */
static gboolean
unexpected (TerJsonWalk *walk, const char *at)
{
  gunichar c;

  if (at >= walk->end)
    return tell (walk, TER_JSON_TRUNCATED, walk->end, NULL);
  c = g_utf8_get_char_validated (at, walk->end - at);
  if (c == (gunichar) -1 || c == (gunichar) -2 || !g_unichar_isprint (c))
    return tell (walk, TER_JSON_SYNTAX, at, g_strdup_printf ("U+%04X", (guint) (guchar) *at));
  return tell (walk, TER_JSON_SYNTAX, at, g_strndup (at, g_utf8_next_char (at) - at));
}

void
ter_json_walk_skip_space (TerJsonWalk *walk)
{
  while (walk->p < walk->end && (*walk->p == ' ' || *walk->p == '\t' || *walk->p == '\n' || *walk->p == '\r'))
    walk->p++;
}

static gboolean
read_hex4 (TerJsonWalk *walk, gunichar *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, walk->p++)
    {
      if (walk->p >= walk->end || !g_ascii_isxdigit (*walk->p))
        return unexpected (walk, walk->p);
      *value = *value * 16 + g_ascii_xdigit_value (*walk->p);
    }
  return TRUE;
}

/* Behind "\u". */
static gboolean
read_unicode_escape (TerJsonWalk *walk, gunichar *value)
{
  const char *at = walk->p - 2;
  gunichar low;

  if (!read_hex4 (walk, value))
    return FALSE;
  if (*value == 0)
    {
      tell (walk, TER_JSON_NUL, at, NULL);
      *value = 0xfffd;
    }
  if (*value < 0xd800 || *value > 0xdfff)
    return TRUE;
  if (*value > 0xdbff || walk->end - walk->p < 6 || walk->p[0] != '\\' || walk->p[1] != 'u')
    return tell (walk, TER_JSON_ENCODING, at, NULL);
  walk->p += 2;
  if (!read_hex4 (walk, &low))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return tell (walk, TER_JSON_ENCODING, at, NULL);
  *value = 0x10000 + ((*value - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

/* Behind "\". */
static gboolean
read_escape (TerJsonWalk *walk, gunichar *value)
{
  static const char letters[] = "\"\\/bfnrt";
  static const guchar meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (walk->p >= walk->end)
    return unexpected (walk, walk->p);
  if (*walk->p == 'u')
    {
      walk->p++;
      return read_unicode_escape (walk, value);
    }
  letter = *walk->p != '\0' ? strchr (letters, *walk->p) : NULL;
  if (letter == NULL)
    return unexpected (walk, walk->p);
  *value = meanings[letter - letters];
  walk->p++;
  return TRUE;
}

/* At a quotation mark. @decoded: (nullable): takes the string. */
static gboolean
walk_string (TerJsonWalk *walk, GString *decoded)
{
  walk->p++;
  while (walk->p < walk->end)
    {
      const char *run = walk->p;
      gunichar c;

      while (walk->p < walk->end && *walk->p != '"' && *walk->p != '\\' && (guchar) *walk->p >= 0x20)
        walk->p++;
      if (decoded != NULL)
        g_string_append_len (decoded, run, walk->p - run);
      if (walk->p >= walk->end)
        break;
      if (*walk->p == '"')
        {
          walk->p++;
          return TRUE;
        }
      if (*walk->p != '\\')
        return unexpected (walk, walk->p);
      walk->p++;
      if (!read_escape (walk, &c))
        return FALSE;
      if (decoded != NULL)
        g_string_append_unichar (decoded, c);
    }
  return unexpected (walk, walk->end);
}

static gboolean
walk_digits (TerJsonWalk *walk)
{
  if (walk->p >= walk->end || !g_ascii_isdigit (*walk->p))
    return unexpected (walk, walk->p);
  while (walk->p < walk->end && g_ascii_isdigit (*walk->p))
    walk->p++;
  return TRUE;
}

static gboolean
walk_number (TerJsonWalk *walk)
{
  const char *at = walk->p;
  g_autofree char *text = NULL;
  double value;

  if (*walk->p == '-')
    walk->p++;
  if (walk->p < walk->end && *walk->p == '0')
    walk->p++;
  else if (!walk_digits (walk))
    return FALSE;
  if (walk->p < walk->end && *walk->p == '.')
    {
      walk->p++;
      if (!walk_digits (walk))
        return FALSE;
    }
  if (walk->p < walk->end && (*walk->p == 'e' || *walk->p == 'E'))
    {
      walk->p++;
      if (walk->p < walk->end && (*walk->p == '+' || *walk->p == '-'))
        walk->p++;
      if (!walk_digits (walk))
        return FALSE;
    }

  if (walk->p - at < 15 && memchr (at, 'e', walk->p - at) == NULL && memchr (at, 'E', walk->p - at) == NULL)
    return TRUE; /* too short to be too great */
  text = g_strndup (at, walk->p - at);
  value = g_ascii_strtod (text, NULL);
  if (!(fabs (value) <= TER_LIMIT_INTEGER))
    tell (walk, TER_JSON_NUMBER, at, g_strndup (text, 40));
  return TRUE;
}

/* Behind a number that is too short to be too great and has no exponent; %NULL: there is none. */
static const char *
skip_plain_number (const char *p, const char *end)
{
  const char *at = p, *digits;

  if (p < end && *p == '-')
    p++;
  digits = p;
  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p == digits || (*digits == '0' && p > digits + 1))
    return NULL;
  if (p < end && *p == '.')
    {
      digits = ++p;
      while (p < end && g_ascii_isdigit (*p))
        p++;
      if (p == digits)
        return NULL;
    }
  if (p >= end || *p == 'e' || *p == 'E' || p - at > 24)
    return NULL;
  for (digits = at; digits < p && *digits != '.'; digits++)
    ;
  return digits - at < 15 ? p : NULL;
}

/* A position of GeoJSON, all at once. %FALSE, without moving, when it is not of the plainest kind. */
static gboolean
skip_position (TerJsonWalk *walk)
{
  const char *p = walk->p + 1;

  for (guint n = 1;; n++)
    {
      while (p < walk->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
        p++;
      p = skip_plain_number (p, walk->end);
      if (p == NULL)
        return FALSE;
      while (p < walk->end && (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r'))
        p++;
      if (p >= walk->end || (*p == ']' && n < 2) || (*p == ',' && n == 4) || (*p != ']' && *p != ','))
        return FALSE;
      if (*p++ == ']')
        break;
    }
  walk->p = p;
  return TRUE;
}

static gboolean
walk_word (TerJsonWalk *walk, const char *word)
{
  for (; *word != '\0'; word++, walk->p++)
    if (walk->p >= walk->end || *walk->p != *word)
      return unexpected (walk, walk->p);
  return TRUE;
}

/* Whether the array that begins here is the one that is cut into records. */
static gboolean
is_record_array (TerJsonWalk *walk)
{
  const char *member = walk->scan != NULL ? walk->scan->records_member : NULL;

  if (member == NULL)
    return FALSE;
  if (*member == '\0')
    return walk->depth == 0;
  return walk->depth == 1 && walk->scan->root == '{' && g_str_equal (walk->name->str, member);
}

static gboolean
add_record (TerJsonWalk *walk, const char *at)
{
  TerJsonSpan span = { at - walk->start, walk->p - at };

  if (span.length > TER_LIMIT_JSON_RECORD)
    return tell (walk, TER_JSON_SIZE, at, g_format_size_full (TER_LIMIT_JSON_RECORD, G_FORMAT_SIZE_IEC_UNITS));
  if (walk->scan->records->len >= TER_LIMIT_JSON_RECORDS)
    return tell_limit (walk, TER_JSON_RECORDS, at, TER_LIMIT_JSON_RECORDS);
  g_array_append_val (walk->scan->records, span);
  return TRUE;
}

static void
append_index (GString *pointer, guint index)
{
  char digits[12];
  guint n = sizeof digits;

  do
    digits[--n] = '0' + index % 10;
  while ((index /= 10) > 0);
  g_string_append_c (pointer, '/');
  g_string_append_len (pointer, digits + n, sizeof digits - n);
}

/* Behind "[". */
static gboolean
walk_array (TerJsonWalk *walk, gboolean records)
{
  gsize length = walk->pointer->len;
  guint n_values = walk->n_values;

  ter_json_walk_skip_space (walk);
  if (walk->p < walk->end && *walk->p == ']')
    {
      walk->p++;
      return TRUE;
    }
  for (guint i = 0;; i++)
    {
      const char *at;

      append_index (walk->pointer, i);
      ter_json_walk_skip_space (walk);
      at = walk->p;
      if (records)
        walk->n_values = 0;
      if (!ter_json_walk_value (walk) || (records && !add_record (walk, at)))
        return FALSE;
      g_string_truncate (walk->pointer, length);
      ter_json_walk_skip_space (walk);
      if (walk->p < walk->end && *walk->p == ']')
        break;
      if (walk->p >= walk->end || *walk->p != ',')
        return unexpected (walk, walk->p);
      walk->p++;
    }
  walk->p++;
  if (records)
    walk->n_values = n_values;
  return TRUE;
}

static guint
get_file_values (TerJsonWalk *walk)
{
  return walk->outlines ? TER_LIMIT_OUTLINE_VALUES : TER_LIMIT_JSON_FILE_VALUES;
}

/* Reads the name and the colon of a member, and looks whether it was there before. */
static gboolean
walk_name (TerJsonWalk *walk)
{
  GHashTable *names = walk->names[walk->depth];
  const char *at = walk->p;

  if (walk->p >= walk->end || *walk->p != '"')
    return unexpected (walk, walk->p);
  g_string_truncate (walk->name, 0);
  if (!walk_string (walk, walk->name))
    return FALSE;
  if (walk->scan != NULL)
    {
      /* A name takes as long as a value. */
      if (++walk->n_all_values > get_file_values (walk))
        return tell_limit (walk, TER_JSON_FILE_VALUES, at, get_file_values (walk));
      if (g_hash_table_size (names) >= TER_LIMIT_JSON_MEMBERS)
        return tell_limit (walk, TER_JSON_MEMBERS, at, TER_LIMIT_JSON_MEMBERS);
      if (++walk->n_alike[walk->depth][g_str_hash (walk->name->str) & 0xff] > TER_LIMIT_JSON_ALIKE)
        return tell_limit (walk, TER_JSON_ALIKE, at, TER_LIMIT_JSON_ALIKE);
      if (!g_hash_table_add (names, g_strdup (walk->name->str)))
        tell (walk, TER_JSON_DUPLICATE, at, g_strdup (walk->name->str));
    }
  ter_json_walk_skip_space (walk);
  if (walk->p >= walk->end || *walk->p != ':')
    return unexpected (walk, walk->p);
  walk->p++;
  ter_json_walk_skip_space (walk);
  return TRUE;
}

static gboolean
walk_member (TerJsonWalk *walk)
{
  gsize length = walk->pointer->len;
  g_autofree char *root_name = NULL;
  const char *at;

  if (!walk_name (walk))
    return FALSE;
  if (walk->depth == 1 && walk->scan != NULL)
    root_name = g_strdup (walk->name->str);
  ter_json_pointer_append (walk->pointer, walk->name->str);
  at = walk->p;
  if (!ter_json_walk_value (walk))
    return FALSE;
  g_string_truncate (walk->pointer, length);
  if (root_name != NULL)
    {
      TerJsonSpan span = { at - walk->start, walk->p - at };

      g_hash_table_replace (walk->scan->members, g_steal_pointer (&root_name), g_memdup2 (&span, sizeof span));
    }
  return TRUE;
}

/* Behind "{". */
static gboolean
walk_object (TerJsonWalk *walk)
{
  if (walk->scan != NULL)
    {
      if (walk->names[walk->depth] == NULL)
        walk->names[walk->depth] = g_hash_table_new_full (ter_hash_text, g_str_equal, g_free, NULL);
      g_hash_table_remove_all (walk->names[walk->depth]);
      memset (walk->n_alike[walk->depth], 0, sizeof walk->n_alike[0]);
    }
  ter_json_walk_skip_space (walk);
  if (walk->p < walk->end && *walk->p == '}')
    {
      walk->p++;
      return TRUE;
    }
  while (TRUE)
    {
      ter_json_walk_skip_space (walk);
      if (!walk_member (walk))
        return FALSE;
      ter_json_walk_skip_space (walk);
      if (walk->p < walk->end && *walk->p == '}')
        break;
      if (walk->p >= walk->end || *walk->p != ',')
        return unexpected (walk, walk->p);
      walk->p++;
    }
  walk->p++;
  return TRUE;
}

static gboolean
walk_container (TerJsonWalk *walk)
{
  gboolean array = *walk->p == '[';
  gboolean records = array && is_record_array (walk);
  gboolean sound;

  if (walk->depth >= TER_LIMIT_JSON_DEPTH)
    return tell_limit (walk, TER_JSON_DEPTH, walk->p, TER_LIMIT_JSON_DEPTH);
  if (records)
    {
      /* Of two members of the same name the last one counts, here as in json-glib. */
      g_array_set_size (walk->scan->records, 0);
      walk->scan->has_records = TRUE;
    }
  walk->p++;
  walk->depth++;
  sound = array ? walk_array (walk, records) : walk_object (walk);
  walk->depth--;
  return sound;
}

/* Whether nobody waits for the walk any more. A look takes an atomic read: one of so many values is enough. */
static gboolean
is_cancelled (TerJsonWalk *walk)
{
  return ++walk->n_looked % 1024 == 0 && g_cancellable_is_cancelled (walk->cancellable);
}

gboolean
ter_json_walk_value (TerJsonWalk *walk)
{
  TerJsonPosition *position;

  if (is_cancelled (walk))
    return FALSE;
  if (walk->p >= walk->end)
    return unexpected (walk, walk->p);
  if (walk->outlines && *walk->p == '[' && skip_position (walk))
    return ++walk->n_positions <= TER_LIMIT_OUTLINE_POSITIONS ||
           tell_limit (walk, TER_JSON_POSITIONS, walk->p, TER_LIMIT_OUTLINE_POSITIONS);
  position = walk->wanted != NULL ? g_hash_table_lookup (walk->wanted, walk->pointer->str) : NULL;
  if (position != NULL)
    *position = position_of (walk, walk->p);
  if (walk->scan != NULL && ++walk->n_values > TER_LIMIT_JSON_VALUES)
    return tell_limit (walk, TER_JSON_VALUES, walk->p, TER_LIMIT_JSON_VALUES);
  if (walk->scan != NULL && ++walk->n_all_values > get_file_values (walk))
    return tell_limit (walk, TER_JSON_FILE_VALUES, walk->p, get_file_values (walk));

  switch (*walk->p)
    {
    case '{':
    case '[': return walk_container (walk);
    case '"': return walk_string (walk, NULL);
    case 't': return walk_word (walk, "true");
    case 'f': return walk_word (walk, "false");
    case 'n': return walk_word (walk, "null");
    default:
      if (*walk->p == '-' || g_ascii_isdigit (*walk->p))
        return walk_number (walk);
      return unexpected (walk, walk->p);
    }
}

void
ter_json_walk_init (TerJsonWalk *walk, GBytes *bytes)
{
  gsize size;

  *walk = (TerJsonWalk) { .position = { 1, 1 } };
  walk->start = walk->p = walk->seen = g_bytes_get_data (bytes, &size);
  walk->end = size > 0 ? walk->start + size : walk->start; /* of no bytes, there may be no address */
  walk->pointer = g_string_new (NULL);
  walk->name = g_string_new (NULL);
}

void
ter_json_walk_clear (TerJsonWalk *walk)
{
  g_string_free (walk->pointer, TRUE);
  g_string_free (walk->name, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (walk->names); i++)
    g_clear_pointer (&walk->names[i], g_hash_table_unref);
}

/* All of it: one value, and nothing behind. */
gboolean
ter_json_walk_text (TerJsonWalk *walk)
{
  const char *bad;

  if (walk->start == walk->end)
    return unexpected (walk, walk->p);
  /* A byte of zero is no letter of JSON: the walk itself will say where. */
  if (!g_utf8_validate_len (walk->start, walk->end - walk->start, &bad) && *bad != '\0')
    return tell (walk, TER_JSON_ENCODING, bad, NULL);
  if (walk->end - walk->start >= 3 && memcmp (walk->start, "\xef\xbb\xbf", 3) == 0)
    return tell (walk, TER_JSON_ENCODING, walk->start, NULL);
  ter_json_walk_skip_space (walk);
  walk->scan->root = walk->p < walk->end ? *walk->p : '\0';
  if (!ter_json_walk_value (walk))
    return FALSE;
  ter_json_walk_skip_space (walk);
  return walk->p >= walk->end || unexpected (walk, walk->p);
}
