/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "ter-commonmark.h"
#include "ter-issue.h"
#include "ter-limits.h"
#include "ter-pack-checker.h"

/* Packs of one file that is as bad as the limits allow: checked within two seconds, whatever a limit lets through. */

#define MAX_SECONDS 2.0
#define MAX_TEXT_SECONDS 0.1 /* one text, at its limit */

typedef struct
{
  const char *name;
  const char *role, *mediatype, *schema; /* of the file */
  GString *(*make) (void);
  guint listed; /* how often */
} Case;

static GString *
repeat (const char *head, const char *piece, guint n, const char *tail)
{
  const gsize length = strlen (piece);
  GString *out = g_string_sized_new (strlen (head) + n * length + strlen (tail));

  g_string_append (out, head);
  for (guint i = 0; i < n; i++)
    g_string_append_len (out, piece, length);
  g_string_append (out, tail);
  return out;
}

/* Records of @length values each, until the file has as many values, or bytes, as it may. */
static GString *
fill (const char *head, const char *value, guint n, const char *tail)
{
  g_autoptr (GString) record = repeat (head, value, n, tail);
  GString *out = g_string_new ("[");
  guint values = 1;

  g_string_append (record, "\n");
  /* An object, its array and up to five names and three more values. */
  while (values + n + 12 <= TER_LIMIT_JSON_FILE_VALUES && out->len + record->len + 2 < TER_LIMIT_JSON_BYTES)
    {
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_len (out, record->str, record->len);
      values += n + 12;
    }
  g_string_append (out, "]");
  return out;
}

static GString *
make_numbers (void)
{
  return fill ("{\"id\":\"a\",\"kind\":\"page\",\"x\":[0", ",0", TER_LIMIT_JSON_VALUES - 10, "]}");
}

static GString *
make_empty_objects (void)
{
  return fill ("{\"id\":\"a\",\"kind\":\"page\",\"x\":[0", ",{}", TER_LIMIT_JSON_VALUES - 10, "]}");
}

static GString *
make_texts (void)
{
  return fill ("{\"id\":\"a\",\"kind\":\"page\",\"title\":\"a\",\"tags\":[\"\"", ",\"a\"", TER_LIMIT_JSON_VALUES - 10, "]}");
}

static GString *
make_small_records (void)
{
  return repeat ("[{}", ",{}", TER_LIMIT_JSON_RECORDS - 1, "]");
}

static GString *
make_members (void)
{
  GString *record = g_string_new ("{\"id\":\"a\"");
  GString *out;

  for (guint i = 0; i < TER_LIMIT_JSON_MEMBERS - 1; i++)
    g_string_append_printf (record, ",\"m%u\":0", i);
  g_string_append_c (record, '}');
  out = g_string_new ("[");
  for (guint values = 1; values + 2 * TER_LIMIT_JSON_MEMBERS + 1 <= TER_LIMIT_JSON_FILE_VALUES;
       values += 2 * TER_LIMIT_JSON_MEMBERS + 1)
    {
      if (out->len > 1)
        g_string_append_c (out, ',');
      g_string_append_len (out, record->str, record->len);
    }
  g_string_append_c (out, ']');
  g_string_free (record, TRUE);
  return out;
}

static GString *
make_long_string (void)
{
  g_autoptr (GString) string =
    repeat ("[{\"id\":\"a\",\"kind\":\"page\",\"title\":\"", "\\u00e9", TER_LIMIT_JSON_RECORD / 6 - 20, "\"}");

  return repeat (string->str, string->str, 0, "]");
}

static GString *
make_speakers (void)
{
  GString *out = repeat ("[{\"id\":\"a\",\"kind\":\"webinar\",\"speakers\":[{}", ",{\"name\":\"b\"}", 90000,
                         "],\"agenda\":[{\"speakers\":[\"c\"");

  for (guint i = 0; i < 180000; i++)
    g_string_append (out, ",\"c\"");
  g_string_append (out, "]}]}]");
  return out;
}

static GString *
make_rows (void)
{
  return repeat ("[{\"a\":1,\"b\":2,\"c\":3}", ",{\"a\":1,\"b\":2,\"c\":3}", TER_LIMIT_JSON_FILE_VALUES / 7 - 2, "]");
}

static GString *
make_csv (void)
{
  return repeat ("a,b,c\n", "1,2.5,\"x\"\n", TER_LIMIT_TABLE_ROWS, "");
}

static GString *
make_wide_csv (void)
{
  g_autoptr (GString) row = repeat ("1", ",1", TER_LIMIT_TABLE_COLUMNS - 1, "\n");
  g_autoptr (GString) head = g_string_new ("c0");

  for (guint i = 1; i < TER_LIMIT_TABLE_COLUMNS; i++)
    g_string_append_printf (head, ",c%u", i);
  g_string_append_c (head, '\n');
  return repeat (head->str, row->str, (TER_LIMIT_TABLE_BYTES - head->len) / row->len, "");
}

static GString *
make_keys (void)
{
  GString *out = g_string_new ("a,b,c\n");

  for (guint i = 0; i < TER_LIMIT_TABLE_ROWS; i++)
    g_string_append_printf (out, "%u,1,1\n", i);
  return out;
}

#define FEATURES "{\"type\":\"FeatureCollection\",\"features\":["
#define FEATURE \
  "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%u\",\"name\":\"a\"%s},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[%s]}}"

/* As many features as have @n positions, each written as @position. */
static GString *
make_features (guint n_features, guint n, const char *position, const char *properties)
{
  g_autofree char *piece = g_strconcat (",", position, NULL), *head = g_strconcat ("[", position, NULL);
  g_autoptr (GString) ring = repeat (head, piece, n - 1, "]");
  GString *out = g_string_new (FEATURES);

  for (guint i = 0; i < n_features; i++)
    g_string_append_printf (out, FEATURE, i > 0 ? "," : "", i, properties, ring->str);
  g_string_append (out, "]}");
  return out;
}

/* All positions that a file may have, in as many bytes. */
static GString *
make_outline (void)
{
  return make_features (20, TER_LIMIT_OUTLINE_POSITIONS / 20, "[-1.234567890123,45.1234567890]", "");
}

static GString *
make_small_outlines (void)
{
  return make_features (TER_LIMIT_OUTLINES, TER_LIMIT_OUTLINE_POSITIONS / TER_LIMIT_OUTLINES, "[1.23456,45.12345]",
                        ",\"a\":1,\"b\":[],\"c\":\"d\"");
}

/* Numbers that have to be read with care. */
static GString *
make_strange_positions (void)
{
  return make_features (4, TER_LIMIT_OUTLINE_VALUES / 12 - 5000, "[1e0,4.5123456789123456789e1]", "");
}

/* No ring is closed: each feature has its issue, and its place is looked for. */
static GString *
make_open_rings (void)
{
  return make_features (TER_LIMIT_OUTLINES, 7, "[1.23456,45.12345],[1,1]", "");
}

/* Every object has as many members as it may. */
static GString *
make_members_of_outlines (void)
{
  const guint n = TER_LIMIT_JSON_MEMBERS;
  GString *out = g_string_new (FEATURES "{\"m\":0");

  for (guint values = 20; values + 2 * n + 3 <= TER_LIMIT_OUTLINE_VALUES; values += 2 * n + 3)
    {
      g_string_append (out, "},{\"a\":0");
      for (guint j = 0; j < n - 1; j++)
        g_string_append_printf (out, ",\"member%u\":0", j);
    }
  g_string_append (out, "}]}");
  return out;
}

/* ---- Texts of one hash ----
 * GLib's hash of a text is 33 times that of all but its last letter, plus that: "ar" and "c0" have one, and so have all
 * texts made of as many of these pairs. Who writes a pack knows that. */

/* @bits binary digits of @number, a pair each. @out: room for 2 × @bits + 1 */
static const char *
collide (guint number, guint bits, char *out)
{
  for (guint i = 0; i < bits; i++)
    memcpy (out + 2 * i, number >> i & 1 ? "c0" : "ar", 2);
  out[2 * bits] = '\0';
  return out;
}

static GString *
make_colliding_members (void)
{
  g_autoptr (GString) record = g_string_new ("{\"id\":\"a\",\"kind\":\"page\"");
  char name[64];

  for (guint i = 0; i < TER_LIMIT_JSON_MEMBERS - 2; i++)
    g_string_append_printf (record, ",\"%s\":0", collide (i, 8, name));
  g_string_append_c (record, '}');
  return repeat ("[{}", g_string_insert_c (record, 0, ',')->str, TER_LIMIT_JSON_FILE_VALUES / (2 * TER_LIMIT_JSON_MEMBERS + 1) - 1,
                 "]");
}

static GString *
make_colliding_ids (void)
{
  GString *out = g_string_new ("[{}");
  char id[64];

  for (guint i = 0; i < TER_LIMIT_ENTRIES - 1; i++)
    g_string_append_printf (out, ",{\"id\":\"%s\",\"kind\":\"page\"}", collide (i, 17, id));
  g_string_append_c (out, ']');
  return out;
}

static GString *
make_colliding_keys (void)
{
  GString *out = g_string_new ("a,b,c\n");
  char key[64];

  for (guint i = 0; i < TER_LIMIT_TABLE_ROWS; i++)
    g_string_append_printf (out, "%s,1,1\n", collide (i, 20, key));
  return out;
}

static GString *
make_colliding_codes (void)
{
  GString *out = g_string_new (FEATURES);
  char code[64];

  for (guint i = 0; i < TER_LIMIT_OUTLINES; i++)
    g_string_append_printf (out,
                            "%s{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"a\"},\"geometry\":"
                            "{\"type\":\"Polygon\",\"coordinates\":[[[1,45],[2,45],[2,46],[1,45]]]}}",
                            i > 0 ? "," : "", collide (i, 16, code));
  g_string_append (out, "]}");
  return out;
}

static GString *
make_bad_picture (void)
{
  GString *out = g_string_new_len ("\xff\xd8", 2);

  /* A JPEG of segments without a size, and none that tells the size of the picture. */
  while (out->len + 4 < TER_LIMIT_JSON_BYTES)
    g_string_append_len (out, "\xff\xe0\x00\x02", 4);
  return out;
}

static GString *
make_bad_svg (void)
{
  return repeat ("<?xml version='1.0'?>", "<!-- - -->", TER_LIMIT_JSON_BYTES / 10 - 10, "<svg/>");
}

/* ---- Measuring ---- */

static double
get_cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec + now.tv_nsec / 1e9;
}

static void
tell_time (const char *name, double seconds, double most)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  g_test_message ("%s: %.2f s, peak so far %ld MiB", name, seconds, usage.ru_maxrss / 1024);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpfloat (seconds, <, most);
#endif
}

static char *
make_manifest (const Case *one, const GString *data)
{
  g_autofree char *sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data->str, data->len);
  GString *out = g_string_new (
    "{\"format\":[1,0],\"name\":\"worst\",\"version\":\"1.0.0\",\"title\":\"a\",\"description\":\"a\",\"languages\":[\"fr\"],"
    "\"created\":\"2026-11-24\",\"licenses\":[{\"name\":\"CC0-1.0\"}],\"sections\":[],\"resources\":[");

  for (guint i = 0; i < one->listed; i++)
    g_string_append_printf (out,
                            "%s{\"name\":\"a%u\",\"path\":\"a\",\"role\":\"%s\",\"mediatype\":\"%s\",\"bytes\":%" G_GSIZE_FORMAT
                            ",\"hash\":\"sha256:%s\"%s}",
                            i > 0 ? "," : "", i, one->role, one->mediatype, data->len, sum, one->schema != NULL ? one->schema : "");
  g_string_append (out, "]}");
  return g_string_free (out, FALSE);
}

static void
test_worst (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GString) contents = one->make ();
  g_autofree char *manifest = make_manifest (one, contents);
  g_autofree char *folder = g_dir_make_tmp ("worst-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "a", NULL), *list = g_build_filename (folder, TER_PACK_MANIFEST, NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (place);
  g_autoptr (GListModel) issues = NULL;
  g_autoptr (GError) error = NULL;
  double begun;

  g_assert_true (g_file_set_contents_full (file, contents->str, contents->len, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  g_assert_true (g_file_set_contents_full (list, manifest, -1, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  g_string_truncate (contents, 0);
  begun = get_cpu_seconds ();
  issues = ter_pack_checker_check (files, NULL, &error);
  tell_time (one->name, get_cpu_seconds () - begun, MAX_SECONDS);
  g_assert_no_error (error);
  if (g_test_verbose ())
    for (guint i = 0; i < MIN (3, g_list_model_get_n_items (issues)); i++)
      {
        g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

        g_test_message ("  %s at %s", ter_issue_get_code (issue), ter_issue_get_pointer (issue));
      }
  g_unlink (file);
  g_unlink (list);
  g_rmdir (folder);
}

static void
assert_text_is_quick (const char *name, const char *text)
{
  const double begun = get_cpu_seconds ();
  g_autoptr (TerCommonmark) commonmark = ter_commonmark_parse (text);
  g_autofree char *plain = ter_commonmark_to_plain (text);
  g_autofree char *shown = g_strescape (name, NULL);

  g_assert_true (g_utf8_validate (plain, -1, NULL));
  tell_time (shown, get_cpu_seconds () - begun, MAX_TEXT_SECONDS);
}

/* Some of them took a time that grew with the square of their length in a version of cmark before 0.31.1. */
static void
test_worst_texts (void)
{
  static const char *const pieces[] = {
    "[",         "![](",     "*a_ ",   "> ",     "- ",         "`",      "``a",    "|a",        "<",
    "<a ",       "&",        "[a](",   "**",     "[[]()",      "\\",     "1. ",    "#",         "\n>",
    "a\n\n",     "[a]: b\n", "[a](b",  "![[]()", "<!--",       "<!--a ", "<?",     "<!A",       "<!A ",
    "<![CDATA[", "<?a ",     "_a__",   "*_*_ ",  "~~a",        "](b ",   "[a][",   "[a] ",      "&#x",
    "&#1;",      "]",        "a_b*c ", "<a b='", "<a b=\"c\"", "(((",    "![a][b", "* * * a\n", "> - 1. a\n",
    "\t- a\n",   "***a**b*", "a`b``c", "[a]:\n", "\"",         "'a' ",   "<http:", "<a@b.c d>", "\u00e9_",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = repeat ("", pieces[i], TER_COMMONMARK_MAX_CHARS / g_utf8_strlen (pieces[i], -1), "");

      assert_text_is_quick (pieces[i], text->str);
    }
}

/* Lists within lists, a level a line. */
static GString *
make_stairs (void)
{
  GString *out = g_string_new (NULL);

  for (guint level = 0; out->len + 2 * level + 4 < TER_COMMONMARK_MAX_CHARS; level++)
    {
      for (guint i = 0; i < level; i++)
        g_string_append (out, "  ");
      g_string_append (out, "- a\n");
    }
  return out;
}

/* Runs of backticks, each longer than the last: none closes another. */
static GString *
make_backticks (void)
{
  GString *out = g_string_new (NULL);

  for (guint n = 1; out->len + n + 1 < TER_COMMONMARK_MAX_CHARS; n++)
    {
      g_string_append_c (out, 'a');
      for (guint i = 0; i < n; i++)
        g_string_append_c (out, '`');
    }
  return out;
}

/* One long address, referred to as often as there is room. */
static GString *
make_references (void)
{
  g_autoptr (GString) address = repeat ("[a]: /", "b", TER_COMMONMARK_MAX_CHARS / 2, "\n\n");

  return repeat (address->str, "[a]", TER_COMMONMARK_MAX_CHARS / 6 - 10, "");
}

/* Labels of one hash, for whoever keeps them in a table that has no seed. */
static GString *
make_labels (void)
{
  GString *out = g_string_new (NULL);
  char label[64];

  for (guint i = 0; i < TER_COMMONMARK_MAX_CHARS / 60; i++)
    g_string_append_printf (out, "[%s]: /a\n[%s]\n\n", collide (i, 10, label), label);
  return out;
}

/* Openers, and closers that each look for theirs from the beginning. */
static GString *
make_openers (void)
{
  GString *out = repeat ("", "*a ", TER_COMMONMARK_MAX_CHARS / 6, "");

  for (guint i = 0; i < TER_COMMONMARK_MAX_CHARS / 6; i++)
    g_string_append (out, "a_ ");
  return out;
}

static void
test_worst_shapes_of_text (void)
{
  static const struct
  {
    const char *name;
    GString *(*make) (void);
  } shapes[] = { { "stairs of lists", make_stairs },
                 { "backticks", make_backticks },
                 { "references", make_references },
                 { "labels", make_labels },
                 { "openers", make_openers } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      g_autoptr (GString) text = shapes[i].make ();

      assert_text_is_quick (shapes[i].name, text->str);
    }
}

int
main (int argc, char *argv[])
{
  static const char schema[] =
    ",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"},{\"name\":\"b\",\"type\":\"number\"},{\"name\":\"c\",\"type\":\"string\"}]}";
  static const char keys[] =
    ",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"integer\"},{\"name\":\"b\",\"type\":\"number\"},{\"name\":\"c\",\"type\":\"string\"}],\"primaryKey\":[\"a\",\"b\"]}";
  static const char texts[] =
    ",\"schema\":{\"fields\":[{\"name\":\"a\",\"type\":\"string\"},{\"name\":\"b\",\"type\":\"number\"},{\"name\":\"c\",\"type\":\"string\"}],\"primaryKey\":[\"a\"]}";
  static const Case cases[] = {
    { "numbers", "entries", "application/json", NULL, make_numbers, 1 },
    { "empty objects", "entries", "application/json", NULL, make_empty_objects, 1 },
    { "texts", "entries", "application/json", NULL, make_texts, 1 },
    { "small records", "entries", "application/json", NULL, make_small_records, 1 },
    { "small vocabularies", "vocabularies", "application/json", NULL, make_small_records, 1 },
    { "many members", "entries", "application/json", NULL, make_members, 1 },
    { "a long string of escapes", "entries", "application/json", NULL, make_long_string, 1 },
    { "speakers", "entries", "application/json", NULL, make_speakers, 1 },
    { "rows of JSON", "table", "application/json", schema, make_rows, 1 },
    { "rows of CSV", "table", "text/csv", schema, make_csv, 1 },
    { "columns of CSV", "table", "text/csv", schema, make_wide_csv, 1 },
    { "keys", "table", "text/csv", keys, make_keys, 1 },
    { "one file listed 1000 times", "table", "text/csv", keys, make_keys, 1000 },
    { "positions", "outline", "application/geo+json", ",\"level\":\"region\"", make_outline, 1 },
    { "small outlines", "outline", "application/geo+json", ",\"level\":\"commune\"", make_small_outlines, 1 },
    { "strange positions", "outline", "application/geo+json", ",\"level\":\"region\"", make_strange_positions, 1 },
    { "open rings", "outline", "application/geo+json", ",\"level\":\"commune\"", make_open_rings, 1 },
    { "members of one hash", "entries", "application/json", NULL, make_colliding_members, 1 },
    { "ids of one hash", "entries", "application/json", NULL, make_colliding_ids, 1 },
    { "keys of one hash", "table", "text/csv", texts, make_colliding_keys, 1 },
    { "codes of one hash", "outline", "application/geo+json", ",\"level\":\"commune\"", make_colliding_codes, 1 },
    { "members of outlines", "outline", "application/geo+json", ",\"level\":\"commune\"", make_members_of_outlines, 1 },
    { "a picture of segments", "picture", "image/jpeg", NULL, make_bad_picture, 1 },
    { "a picture of comments", "picture", "image/svg+xml", NULL, make_bad_svg, 1 },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/worst-packs/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_worst);
    }
  g_test_add_func ("/worst-packs/texts that nest", test_worst_texts);
  g_test_add_func ("/worst-packs/shapes of text", test_worst_shapes_of_text);
  return g_test_run ();
}
