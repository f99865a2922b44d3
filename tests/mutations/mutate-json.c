/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "mutate-json.h"

#include <string.h>

#define MAX_BYTES (400 * 1024)
#define MAX_DEPTH 100

/* Where a value stands in the text, with its name when it is a member. */
typedef struct
{
  gsize name; /* where it begins, quotation mark included; the same as @start for an element */
  gsize start, end;
  guint parent;
  char first;
} Span;

/* ---- Values ---- */

static const char *const values[] = {
  "null",
  "true",
  "false",
  "0",
  "-0",
  "-1",
  "1",
  "1.5",
  "1e999",
  "-1e999",
  "1e-400",
  "9007199254740991",
  "9007199254740992",
  "-9007199254740993",
  "99999999999999999999999999999999",
  "0.1e-7",
  "1E5",
  "00",
  "+1",
  ".5",
  "1.",
  "0x10",
  "NaN",
  "Infinity",
  "\"\"",
  "\" \"",
  "\"\\u0000\"",
  "\"a\\u0000b\"",
  "\"\\ud800\"",
  "\"\\udc00\\ud800\"",
  "\"\\uffff\"",
  "\"\\u202e gnihton\"",
  "\"\\u2067\\u202e\\u2066deep\"",
  "\"\\ufeff\"",
  "\"\\u2028\\u2029\"",
  "\"\\n\"",
  "\"a\\r\\nb\\tc\"",
  "\"\\u001b[31m\"",
  "\"\\u007f\"",
  "\"👩‍👩‍👧‍👦🇫🇷\"",
  "\"e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\"",
  "\"e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\"",
  "\"\xff\xfe\"",
  "\"\xc3\"",
  "\"\xed\xa0\x80\"",
  "\"..\"",
  "\".\"",
  "\"/\"",
  "\"../evil\"",
  "\"../../../../../../../../tmp/ter-evil\"",
  "\"/tmp/ter-evil\"",
  "\"content/../../evil\"",
  "\"..\\\\evil\"",
  "\"C:\\\\evil\"",
  "\"content//entries.json\"",
  "\"content/./entries.json\"",
  "\".hidden\"",
  "\"CON\"",
  "\"a:b\"",
  "\"datapackage.json\"",
  "\"datapackage.json.sig\"",
  "\"DataPackage.json\"",
  "\"content/entries.json\"",
  "\"content/Entries.json\"",
  "\"content\"",
  "\"a/b/c/d/e\"",
  "\"é/ü\"",
  "\"%2e%2e/evil\"",
  "\"javascript:alert(1)\"",
  "\"JaVaScRiPt:alert(1)\"",
  "\"data:text/html,<b>x</b>\"",
  "\"file:///etc/passwd\"",
  "\"https://\"",
  "\"https://river.example/\\u202e\"",
  "\"http://[::1\"",
  "\"https://user:pass@river.example:99999/\"",
  "\"mailto:\"",
  "\"entry:\"",
  "\"entry:nowhere\"",
  "\"section:nowhere\"",
  "\"nowhere\"",
  "\"nowhere/nowhere\"",
  "\"/\"",
  "\"nowhere:nowhere\"",
  "\":\"",
  "\"<script>alert(1)</script>\"",
  "\"<a href='file:///etc/passwd'>x</a>\"",
  "\"&amp;&lt;&\"",
  "\"%s%n%x\"",
  "\"{path}{limit}\"",
  "\"$(reboot)`reboot`\"",
  "\"'; DROP TABLE entry; --\"",
  "\"2020-13-45\"",
  "\"0000-00-00\"",
  "\"9999-12-31\"",
  "\"2020-02-30T24:61\"",
  "\"2026-03-29T02:30\"",
  "\"99:99\"",
  "\"Europe/Nowhere\"",
  "\"../../../etc/localtime\"",
  "\"/etc/localtime\"",
  "\"UTC+99:99\"",
  "\"region:84\"",
  "\"region:\"",
  "\"commune:2A004\"",
  "\"planet:3\"",
  "\"#GGGGGG\"",
  "\"#fff\"",
  "\"fr\"",
  "\"fr-\"",
  "\"zz-ZZ-zz\"",
  "\"sha256:0000000000000000000000000000000000000000000000000000000000000000\"",
  "\"sha256:\"",
  "\"md5:0\"",
  "\"2.0.0\"",
  "\"1.0\"",
  "\"99999999999999999999.0.0\"",
  "\"1.0.0-a.b+c\"",
  "\"entries\"",
  "\"table\"",
  "\"picture\"",
  "\"outline\"",
  "\"text\"",
  "\"attachment\"",
  "\"vocabularies\"",
  "\"webinar\"",
  "\"dashboard\"",
  "\"kit\"",
  "\"theme\"",
  "\"integer\"",
  "\"number\"",
  "\"date\"",
  "\"boolean\"",
  "\"year\"",
  "\"yearmonth\"",
  "\"bar\"",
  "\"geoshape\"",
  "\"arc\"",
  "\"quantitative\"",
  "\"normalize\"",
  "\"-y\"",
  "\"descending\"",
  "\"sum\"",
  "\"mean\"",
  "\"median\"",
  "{}",
  "[]",
  "[[]]",
  "[null]",
  "[{}]",
  "{\"\":\"\"}",
  "{\"a\":{\"b\":[1,{}]}}",
  "[1,\"a\",null,{},[]]",
  "{\"id\":\"x\",\"title\":\"x\",\"kind\":\"page\"}",
  "{\"title\":1,\"title@en\":[]}",
};

static char *
quoted_repeat (const char *piece, guint count)
{
  GString *string = g_string_new ("\"");

  for (guint i = 0; i < count; i++)
    g_string_append (string, piece);
  g_string_append_c (string, '"');
  return g_string_free (string, FALSE);
}

static char *
nested (guint depth, const char *open, const char *close)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (string, open);
  g_string_append (string, "1");
  for (guint i = 0; i < depth; i++)
    g_string_append (string, close);
  return g_string_free (string, FALSE);
}

/* Values that are too long to write down: at a limit, one above, far above. */
static char *
make_large (GRand *rand)
{
  static const char *const pieces[] = { "a",
                                        "é",
                                        "\xcc\x81",
                                        "א"
                                        "a",
                                        "a ",
                                        "\\n",
                                        "*",
                                        "[",
                                        "![](",
                                        "> ",
                                        "- ",
                                        "`",
                                        "|",
                                        "<",
                                        "&#0;",
                                        "\\\\",
                                        "_a_",
                                        "👩‍👩‍👧‍👦" };
  static const guint counts[] = { 64, 65, 500, 501, 2000, 2001, 10000, 10001, 40000, 100000 };
  static const guint depths[] = { 20, 28, 31, 32, 33, 64, 1100, 50000 };
  const guint depth = depths[g_rand_int_range (rand, 0, G_N_ELEMENTS (depths))];

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0: return nested (depth, "[", "]");
    case 1: return nested (depth, "{\"a\":", "}");
    default:
      return quoted_repeat (pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))],
                            counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))]);
    }
}

char *
mutate_json_hostile (GRand *rand)
{
  if (g_rand_int_range (rand, 0, 12) == 0)
    return make_large (rand);
  return g_strdup (values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
}

/* ---- Where values stand ---- */

static gsize
skip_space (const GString *text, gsize at)
{
  while (at < text->len && strchr (" \t\r\n", text->str[at]) != NULL && text->str[at] != '\0')
    at++;
  return at;
}

/* Past the string that begins at @at. */
static gsize
skip_string (const GString *text, gsize at)
{
  for (at++; at < text->len && text->str[at] != '"'; at++)
    if (text->str[at] == '\\')
      at++;
  return MIN (at + 1, text->len);
}

static gsize
skip_word (const GString *text, gsize at)
{
  const gsize start = at;

  while (at < text->len && (g_ascii_isalnum (text->str[at]) || strchr ("+-.", text->str[at]) != NULL) && text->str[at] != '\0')
    at++;
  return at > start ? at : MIN (at + 1, text->len);
}

/* Appends the value at @at and all below it. Text that an earlier change broke ends it early: what was found is still good. Past it. */
static gsize
collect (const GString *text, gsize at, gsize name, guint parent, guint depth, GArray *spans)
{
  const guint self = spans->len;
  Span span = { name, at, at, parent, at < text->len ? text->str[at] : '\0' };
  const gboolean object = span.first == '{';

  g_array_append_val (spans, span);
  if ((object || span.first == '[') && depth < MAX_DEPTH)
    {
      at = skip_space (text, at + 1);
      while (at < text->len && text->str[at] != '}' && text->str[at] != ']')
        {
          gsize member = at;

          if (object)
            {
              at = skip_space (text, text->str[at] == '"' ? skip_string (text, at) : at + 1);
              at = skip_space (text, MIN (at + 1, text->len));
            }
          at = skip_space (text, collect (text, at, object ? member : at, self, depth + 1, spans));
          if (at < text->len && text->str[at] == ',')
            at = skip_space (text, at + 1);
          else
            break;
        }
      at = MIN (at + 1, text->len);
    }
  else
    at = span.first == '"' ? skip_string (text, at) : skip_word (text, at);
  g_array_index (spans, Span, self).end = at;
  return at;
}

static GArray *
find_spans (const GString *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  collect (text, skip_space (text, 0), skip_space (text, 0), G_MAXUINT, 0, spans);
  return spans;
}

/* ---- Changes ---- */

static void
splice (GString *text, gsize start, gsize end, const char *piece, gsize length)
{
  if (text->len - (end - start) + length > MAX_BYTES)
    return;
  g_string_erase (text, start, end - start);
  g_string_insert_len (text, start, piece, length);
}

static void
note (GString *log, const char *what, const GString *text, gsize start, gsize end)
{
  g_autofree char *part = g_strndup (text->str + start, MIN (end - start, 60));
  g_autofree char *shown = g_strescape (part, NULL);

  g_string_append_printf (log, "%s at %" G_GSIZE_FORMAT " (%s); ", what, start, shown);
}

static void
remove_value (GString *text, const Span *span)
{
  gsize start = span->name, end = skip_space (text, span->end);

  if (end < text->len && text->str[end] == ',')
    end++;
  else
    {
      gsize before = start;

      while (before > 0 && strchr (" \t\r\n", text->str[before - 1]) != NULL)
        before--;
      if (before > 0 && text->str[before - 1] == ',')
        start = before - 1;
    }
  g_string_erase (text, start, end - start);
}

static void
repeat_value (GRand *rand, GString *text, const Span *span)
{
  static const guint counts[] = { 1, 1, 1, 2, 33, 256, 2000 };
  guint count = counts[g_rand_int_range (rand, 0, G_N_ELEMENTS (counts))];
  g_autoptr (GString) pieces = g_string_new (NULL);

  if (span->parent == G_MAXUINT)
    return;
  for (guint i = 0; i < count && pieces->len + text->len < MAX_BYTES; i++)
    {
      g_string_append_c (pieces, ',');
      g_string_append_len (pieces, text->str + span->name, span->end - span->name);
    }
  splice (text, span->end, span->end, pieces->str, pieces->len);
}

static void
exchange_values (GString *text, const Span *a, const Span *b)
{
  const Span *first = a->start < b->start ? a : b, *second = first == a ? b : a;
  g_autofree char *one = g_strndup (text->str + first->start, first->end - first->start);
  g_autofree char *two = g_strndup (text->str + second->start, second->end - second->start);

  if (first->end > second->start)
    return;
  splice (text, second->start, second->end, one, strlen (one));
  splice (text, first->start, first->end, two, strlen (two));
}

static void
add_member (GRand *rand, GString *text, const Span *span, const char *const *members)
{
  g_autofree char *value = mutate_json_hostile (rand);
  g_autofree char *piece = NULL;
  const char *name = members[g_rand_int_range (rand, 0, g_strv_length ((char **) members))];
  const char *suffix = g_rand_int_range (rand, 0, 6) == 0 ? "@en" : "";

  if (span->first == '{')
    piece = g_strdup_printf ("\"%s%s\":%s,", name, suffix, value);
  else
    piece = g_strdup_printf ("%s,", value);
  /* Before what is there: an empty one becomes invalid, which is fine too. */
  splice (text, span->start + 1, span->start + 1, piece, strlen (piece));
}

static void
rename_member (GRand *rand, GString *text, const Span *span, const char *const *members)
{
  static const char *const names[] = { "",          "@",     "@en", "title@", "title@xx-invalid-", "title@fr", "a\\u0000b",
                                       "__proto__", "~1/~0", "é",   "\\ud800" };
  const char *name = g_rand_boolean (rand) ? names[g_rand_int_range (rand, 0, G_N_ELEMENTS (names))]
                                           : members[g_rand_int_range (rand, 0, g_strv_length ((char **) members))];
  const gsize end = skip_string (text, span->name);

  if (span->name != span->start)
    splice (text, span->name + 1, MAX (end, span->name + 2) - 1, name, strlen (name));
}

static void
wrap_value (GRand *rand, GString *text, const Span *span)
{
  static const guint depths[] = { 1, 1, 2, 30, 40 };
  const guint depth = depths[g_rand_int_range (rand, 0, G_N_ELEMENTS (depths))];

  for (guint i = 0; i < depth; i++)
    {
      splice (text, span->end + i, span->end + i, "]", 1);
      splice (text, span->start, span->start, "[", 1);
    }
}

/* Puts a hostile text inside one that stands there. */
static void
spoil_text (GRand *rand, GString *text, const Span *span)
{
  g_autofree char *hostile = mutate_json_hostile (rand);
  gsize length = strlen (hostile), at;

  if (span->first != '"' || hostile[0] != '"')
    {
      splice (text, span->start, span->end, hostile, length);
      return;
    }
  at = g_rand_int_range (rand, span->start + 1, MAX (span->end, span->start + 2));
  splice (text, at, at, hostile + 1, length - 2);
}

static void
mutate_once (GRand *rand, GString *text, const char *const *members, GString *log)
{
  static const char *const names[] = { "hostile", "hostile", "spoil", "remove", "repeat", "exchange",
                                       "copy",    "rename",  "wrap",  "add",    "empty" };
  g_autoptr (GArray) spans = find_spans (text);
  const guint what = g_rand_int_range (rand, 0, G_N_ELEMENTS (names));
  const Span span = g_array_index (spans, Span, g_rand_int_range (rand, 0, spans->len));
  const Span other = g_array_index (spans, Span, g_rand_int_range (rand, 0, spans->len));
  g_autofree char *value = mutate_json_hostile (rand);
  g_autofree char *copied = g_strndup (text->str + other.start, other.end - other.start);

  note (log, names[what], text, span.name, span.end);
  switch (what)
    {
    case 0:
    case 1: splice (text, span.start, span.end, value, strlen (value)); break;
    case 2: spoil_text (rand, text, &span); break;
    case 3: remove_value (text, &span); break;
    case 4: repeat_value (rand, text, &span); break;
    case 5: exchange_values (text, &span, &other); break;
    case 6: splice (text, span.start, span.end, copied, strlen (copied)); break;
    case 7: rename_member (rand, text, &span, members); break;
    case 8: wrap_value (rand, text, &span); break;
    case 9:
      if (span.first == '{' || span.first == '[')
        add_member (rand, text, &span, members);
      break;
    default:
      splice (text, span.start, span.end,
              span.first == '{'   ? "{}"
              : span.first == '[' ? "[]"
              : span.first == '"' ? "\"\""
                                  : "0",
              span.first == '{' || span.first == '[' || span.first == '"' ? 2 : 1);
      break;
    }
}

void
mutate_json (GRand *rand, GString *text, const char *const *members, GString *log)
{
  /* Most of the time one change, so that the rest is sound and is read to its end. */
  guint count = g_rand_int_range (rand, 0, 3) == 0 ? g_rand_int_range (rand, 2, 6) : 1;

  while (count-- > 0)
    mutate_once (rand, text, members, log);
}

gboolean
mutate_json_field (GRand *rand, GString *text, const char *member, const char *const *choices, GString *log)
{
  g_autoptr (GArray) spans = find_spans (text);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Span));
  const char *value = choices[g_rand_int_range (rand, 0, g_strv_length ((char **) choices))];
  Span span;

  for (guint i = 0; i < spans->len; i++)
    {
      span = g_array_index (spans, Span, i);
      if (span.name != span.start && strncmp (text->str + span.name + 1, member, strlen (member)) == 0 &&
          text->str[span.name + 1 + strlen (member)] == '"')
        g_array_append_val (found, span);
    }
  if (found->len == 0)
    return FALSE;
  span = g_array_index (found, Span, g_rand_int_range (rand, 0, found->len));
  note (log, value, text, span.name, span.end);
  splice (text, span.start, span.end, value, strlen (value));
  return TRUE;
}
