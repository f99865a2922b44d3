/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-limits.h"

#include <string.h>

#include "limit-pack.h"
#include "ter-issue.h"
#include "ter-pack-checker.h"
#include "../pack-files.h"

/* Each limit that a pack in a folder can reach: at the limit the pack is sound, one above it is told the limit's own code, in words that
 * name the limit. Those of archives are in tests/corpus/archives/make-archives.py. */

typedef struct
{
  const char *name;
  void (*make) (LimitPack *pack, guint64 n);
  guint64 limit;
  const char *code;
  const char *named;   /* nullable: how the words name the limit; a number by itself, without this */
  const char *at_code; /* nullable: what is told at the limit, of something else */
} Case;

/* ---- The pack ---- */

/* What nobody lists is not read: that takes a while for 2 GiB. A hole takes no place on the disk. */
static void
make_bytes (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  limit_pack_write_hole (pack, "large.bin", n - limit_pack_finish (pack));
}

static void
make_entries (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new ("[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\":\"e%u\",\"kind\":\"page\",\"title\":\"T\"}", i > 0 ? "," : "", i);
  limit_pack_add (pack, "entries.json", "entries", "application/json", "", g_string_append_c (text, ']'));
  /* No entry. */
  limit_pack_add (pack, "words.json", "vocabularies", "application/json", "",
                  g_string_new ("[{\"id\": \"v\", \"title\": \"V\", \"terms\": [{\"id\": \"t\", \"title\": \"T\"}]}]"));
}

static void
make_path_levels (LimitPack *pack, guint64 n)
{
  GString *path = limit_text_repeat ("", "a/", n - 1, "a");

  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, path->str, "attachment", "text/plain", "", g_string_new ("x"));
  g_string_free (path, TRUE);
}

static void
make_path_chars (LimitPack *pack, guint64 n)
{
  GString *path = limit_text_repeat ("", "a", n, "");

  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, path->str, "attachment", "text/plain", "", g_string_new ("x"));
  g_string_free (path, TRUE);
}

static void
make_id (LimitPack *pack, guint64 n)
{
  limit_pack_add (pack, "entries.json", "entries", "application/json", "",
                  limit_text_repeat ("[{\"kind\": \"page\", \"title\": \"T\", \"id\": \"", "a", n, "\"}]"));
}

/* ---- JSON ---- */

static void
make_manifest (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  pack->manifest_bytes = n;
}

static void
make_json (LimitPack *pack, guint64 n)
{
  limit_pack_add (pack, "entries.json", "entries", "application/json", "",
                  limit_text_pad (g_string_new ("[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"T\"}]"), n));
}

static void
make_record (LimitPack *pack, guint64 n)
{
  /* With "[" before it, and "}" still to come. */
  GString *text = limit_text_pad (g_string_new ("[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"T\""), n);

  limit_pack_add (pack, "entries.json", "entries", "application/json", "", g_string_append (text, "}]"));
}

/* An entry of which all but @n - 2 levels are there already. */
static void
make_depth (LimitPack *pack, guint64 n)
{
  GString *text = limit_text_repeat (", \"x\": ", "[", n - 2, "");

  for (guint i = 0; i < n - 2; i++)
    g_string_append_c (text, ']');
  limit_pack_add_entry (pack, text->str);
  g_string_free (text, TRUE);
}

/* The rows of a table: nobody has as many entries. */
static void
make_records (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "table.json", "table", "application/json",
                  ", \"schema\": {\"fields\": [{\"name\": \"a\", \"type\": \"integer\"}]}",
                  limit_text_repeat ("[{\"a\": 1}", ",{}", n - 1, "]"));
}

/* The entry, its id, its kind, its title and the array are five. */
static void
make_values (LimitPack *pack, guint64 n)
{
  GString *text = limit_text_repeat (", \"x\": [0", ",0", n - 6, "]");

  limit_pack_add_entry (pack, text->str);
  g_string_free (text, TRUE);
}

/* Two entries, of four names, an array and four other values; the array of both. */
static void
make_file_values (LimitPack *pack, guint64 n)
{
  GString *text = limit_text_repeat ("[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"T\", \"x\": [0", ",0", 299999,
                                     "]}, {\"id\": \"b\", \"kind\": \"page\", \"title\": \"T\", \"x\": [0");

  for (guint64 i = 1; i < n - 1 - 2 * 9 - 300000; i++)
    g_string_append (text, ",0");
  limit_pack_add (pack, "entries.json", "entries", "application/json", "", g_string_append (text, "]}]"));
}

static void
make_members (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new (", \"x\": {\"0\": 0");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ",\"%u\":0", i);
  limit_pack_add_entry (pack, g_string_append_c (text, '}')->str);
  g_string_free (text, TRUE);
}

/* "ar" and "c0" have one hash, and so have all names made of as many of them. */
static void
make_alike (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new (", \"x\": {\"0\": 0");

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, ",\"");
      for (guint bit = 0; bit < 6; bit++)
        g_string_append (text, i >> bit & 1 ? "c0" : "ar");
      g_string_append (text, "\":0");
    }
  limit_pack_add_entry (pack, g_string_append_c (text, '}')->str);
  g_string_free (text, TRUE);
}

static void
make_integer (LimitPack *pack, guint64 n)
{
  g_autofree char *member = g_strdup_printf (", \"x\": -%" G_GUINT64_FORMAT, n);

  limit_pack_add_entry (pack, member);
}

static void
make_integer_of_csv (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new ("a\n");

  g_string_append_printf (text, "%" G_GUINT64_FORMAT "\n", n);
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "table.csv", "table", "text/csv", ", \"schema\": {\"fields\": [{\"name\": \"a\", \"type\": \"integer\"}]}",
                  text);
}

/* ---- Texts ---- */

static void
make_text (LimitPack *pack, guint64 n)
{
  limit_pack_add (pack, "entries.json", "entries", "application/json", "",
                  limit_text_repeat ("[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"", "é", n, "\"}]"));
}

static void
make_body (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new (", \"body\": \"");

  for (guint64 i = 0; i < n; i++)
    g_string_append (text, i % 80 == 79 ? "\\n" : "é");
  limit_pack_add_entry (pack, g_string_append_c (text, '"')->str);
  g_string_free (text, TRUE);
}

static void
make_line (LimitPack *pack, guint64 n)
{
  GString *text = limit_text_repeat (", \"body\": \"a\\n", "é", n, "\\na\"");

  limit_pack_add_entry (pack, text->str);
  g_string_free (text, TRUE);
}

static void
make_combining (LimitPack *pack, guint64 n)
{
  GString *text = limit_text_repeat (", \"summary\": \"a", "\u0301", n, "b\u0301\"");

  limit_pack_add_entry (pack, text->str);
  g_string_free (text, TRUE);
}

static void
add_text_file (LimitPack *pack, const char *letter, guint64 n)
{
  GString *text = g_string_new (NULL);

  for (guint64 i = 0; i < n; i++)
    g_string_append (text, i % 80 == 79 ? "\n" : letter);
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "text.md", "text", "text/markdown", "", text);
}

static void
make_text_file_chars (LimitPack *pack, guint64 n)
{
  add_text_file (pack, "é", n);
}

/* No text of as many bytes is short enough: it is told its characters, and above the limit not read at all. */
static void
make_text_file_bytes (LimitPack *pack, guint64 n)
{
  add_text_file (pack, "a", n);
}

/* ---- Tables and pictures ---- */

static void
make_table (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "table.csv", "table", "text/csv", ", \"schema\": {\"fields\": [{\"name\": \"a\", \"type\": \"string\"}]}",
                  limit_text_pad (g_string_new ("a\nb"), n));
}

static void
add_outlines (LimitPack *pack, GString *text)
{
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "outlines.geojson", "outline", "application/geo+json", ", \"level\": \"commune\"", text);
}

static void
make_outlines (LimitPack *pack, guint64 n)
{
  GString *text = g_string_new ("{\"type\": \"FeatureCollection\", \"features\": [");

  for (guint64 i = 0; i < n; i++)
    g_string_append_printf (text,
                            "%s{\"type\": \"Feature\", \"properties\": {\"code\": \"%" G_GUINT64_FORMAT "\", \"name\": \"n\"},"
                            " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[[0,0],[1,0],[1,1],[0,0]]]}}",
                            i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  add_outlines (pack, text);
}

/* In several features, each within the bytes of a record. */
static void
make_positions (LimitPack *pack, guint64 n)
{
  const guint n_features = 10;
  GString *text = g_string_new ("{\"type\": \"FeatureCollection\", \"features\": [");

  for (guint i = 0; i < n_features; i++)
    {
      const guint64 own = n / n_features + (i == 0 ? n % n_features : 0);
      g_autoptr (GString) ring = limit_text_repeat ("[0,0]", ",[1,1]", own - 2, ",[0,0]");

      g_string_append_printf (text,
                              "%s{\"type\": \"Feature\", \"properties\": {\"code\": \"%u\", \"name\": \"n\"},"
                              " \"geometry\": {\"type\": \"Polygon\", \"coordinates\": [[%s]]}}",
                              i > 0 ? "," : "", i, ring->str);
    }
  g_string_append (text, "]}");
  add_outlines (pack, text);
}

static void
make_rows (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "table.csv", "table", "text/csv", ", \"schema\": {\"fields\": [{\"name\": \"a\", \"type\": \"integer\"}]}",
                  limit_text_repeat ("a\n", "1\n", n, ""));
}

static void
add_columns (LimitPack *pack, guint64 n, gboolean csv)
{
  g_autoptr (GString) schema = g_string_new (", \"schema\": {\"fields\": [");
  GString *names = g_string_new (NULL);
  GString *cells = g_string_new (NULL);
  GString *object = g_string_new ("[{");

  for (guint64 i = 0; i < n; i++)
    {
      const char *comma = i > 0 ? "," : "";

      g_string_append_printf (schema, "%s{\"name\": \"c%u\", \"type\": \"integer\"}", comma, (guint) i);
      g_string_append_printf (names, "%sc%u", comma, (guint) i);
      g_string_append_printf (cells, "%s1", comma);
      g_string_append_printf (object, "%s\"c%u\": 1", comma, (guint) i);
    }
  g_string_append (schema, "]}");
  g_string_append_printf (names, "\n%s\n", cells->str);
  g_string_append (object, "}]");
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "table", "table", csv ? "text/csv" : "application/json", schema->str, csv ? names : object);
  g_string_free (csv ? object : names, TRUE);
  g_string_free (cells, TRUE);
}

static void
make_columns (LimitPack *pack, guint64 n)
{
  add_columns (pack, n, TRUE);
}

static void
make_columns_of_json (LimitPack *pack, guint64 n)
{
  add_columns (pack, n, FALSE);
}

/* As much of a PNG as says its size. */
static void
add_png (LimitPack *pack, guint width, guint height)
{
  const guint8 sizes[] = { width >> 24, width >> 16, width >> 8, width, height >> 24, height >> 16, height >> 8, height };
  GString *png = g_string_new_len ("\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", 16);

  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "picture.png", "picture", "image/png", "", g_string_append_len (png, (const char *) sizes, sizeof sizes));
}

static void
make_picture_width (LimitPack *pack, guint64 n)
{
  add_png (pack, n, 1);
}

static void
make_picture_height (LimitPack *pack, guint64 n)
{
  add_png (pack, 1, n);
}

/* As large as a JSON file may be. */
static void
make_picture_bytes (LimitPack *pack, guint64 n)
{
  limit_pack_add_entry (pack, "");
  limit_pack_add (pack, "picture.svg", "picture", "image/svg+xml", "",
                  limit_text_pad (g_string_new ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>"), n));
}

/* ---- At each, and one above ---- */

#define MIB "\302\240MiB"
#define GIB "\302\240GiB"

static const Case cases[] = {
  { "bytes", make_bytes, TER_LIMIT_PACK_BYTES, "pack-too-large", "2.0" GIB, "file-unlisted" },
  { "entries", make_entries, TER_LIMIT_ENTRIES, "entries-too-many", NULL, NULL },
  { "levels of a path", make_path_levels, TER_LIMIT_PATH_LEVELS, "path-invalid", NULL, NULL },
  { "characters of a path's level", make_path_chars, TER_LIMIT_NAME_CHARS, "path-invalid", NULL, NULL },
  { "characters of an id", make_id, TER_LIMIT_NAME_CHARS, "id-invalid", NULL, NULL },
  { "bytes of the manifest", make_manifest, TER_LIMIT_MANIFEST_BYTES, "file-too-large", "16.0" MIB, NULL },
  { "bytes of a JSON file", make_json, TER_LIMIT_JSON_BYTES, "file-too-large", "64.0" MIB, NULL },
  { "bytes of a record", make_record, TER_LIMIT_JSON_RECORD, "json-size", "4.0" MIB, NULL },
  { "depth of JSON", make_depth, TER_LIMIT_JSON_DEPTH, "json-depth", NULL, NULL },
  { "records of a file", make_records, TER_LIMIT_JSON_RECORDS, "records-too-many", NULL, NULL },
  { "values of a record", make_values, TER_LIMIT_JSON_VALUES, "values-too-many", NULL, NULL },
  { "values of a file", make_file_values, TER_LIMIT_JSON_FILE_VALUES, "file-values-too-many", NULL, NULL },
  { "members of an object whose names collide", make_alike, TER_LIMIT_JSON_ALIKE, "members-alike", NULL, NULL },
  { "members of an object", make_members, TER_LIMIT_JSON_MEMBERS, "members-too-many", NULL, NULL },
  { "a number", make_integer, (guint64) TER_LIMIT_INTEGER, "json-number", "2^53", NULL },
  { "a number in CSV", make_integer_of_csv, (guint64) TER_LIMIT_INTEGER, "json-number", "2^53", NULL },
  { "characters of a text", make_text, TER_LIMIT_TEXT_CHARS, "text-too-long", NULL, NULL },
  { "characters of CommonMark", make_body, TER_LIMIT_COMMONMARK_CHARS, "text-too-long", NULL, NULL },
  { "characters of a line", make_line, TER_LIMIT_LINE_CHARS, "line-too-long", NULL, NULL },
  { "combining marks", make_combining, TER_LIMIT_COMBINING, "text-combining", NULL, NULL },
  { "characters of a text's file", make_text_file_chars, TER_LIMIT_COMMONMARK_CHARS, "text-too-long", NULL, NULL },
  { "bytes of a text's file", make_text_file_bytes, TER_LIMIT_TEXT_BYTES, "file-too-large", "256.0\302\240KiB", "text-too-long" },
  { "bytes of a table", make_table, TER_LIMIT_TABLE_BYTES, "file-too-large", "64.0" MIB, NULL },
  { "rows of a table", make_rows, TER_LIMIT_TABLE_ROWS, "rows-too-many", NULL, NULL },
  { "columns of a table", make_columns, TER_LIMIT_TABLE_COLUMNS, "columns-too-many", NULL, NULL },
  { "columns of a table in JSON", make_columns_of_json, TER_LIMIT_TABLE_COLUMNS, "columns-too-many", NULL, NULL },
  { "outlines of a file", make_outlines, TER_LIMIT_OUTLINES, "outlines-too-many", NULL, NULL },
  { "positions of outlines", make_positions, TER_LIMIT_OUTLINE_POSITIONS, "positions-too-many", NULL, NULL },
  { "width of a picture", make_picture_width, TER_LIMIT_PICTURE_PIXELS, "picture-too-large", NULL, NULL },
  { "height of a picture", make_picture_height, TER_LIMIT_PICTURE_PIXELS, "picture-too-large", NULL, NULL },
  { "bytes of a picture", make_picture_bytes, TER_LIMIT_JSON_BYTES, "file-too-large", "64.0" MIB, NULL },
};

static GListModel *
check (LimitPack *pack)
{
  g_autoptr (GFile) folder = g_file_new_for_path (pack->path);
  g_autoptr (GError) error = NULL;
  GListModel *issues;

  limit_pack_finish (pack);
  issues = ter_pack_checker_check (fixture_files (folder), NULL, &error);
  g_assert_no_error (error);
  return issues;
}

/* In the sentence, or in the advice below it; in French as in English. */
static void
assert_named (TerIssue *issue, const char *limit)
{
  static const char *const languages[] = { "en", "fr" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *sentence = ter_issue_dup_sentence (issue, languages[i]);
      g_autofree char *advice = ter_issue_dup_advice (issue, languages[i]);

      g_test_message ("%s %s", sentence, advice);
      g_assert_true (strstr (sentence, limit) != NULL || strstr (advice, limit) != NULL);
    }
}

/* @code: (nullable): none is told. @limit: (nullable) */
static void
assert_told (GListModel *issues, const char *code, const char *limit)
{
  g_assert_true (code == NULL || g_list_model_get_n_items (issues) > 0);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      g_assert_cmpstr (ter_issue_get_code (issue), ==, code);
      g_assert_cmpint (ter_issue_get_severity (issue), ==, TER_SEVERITY_ERROR);
      if (limit != NULL)
        assert_named (issue, limit);
    }
}

static void
test_a_limit_holds_at_its_number_and_not_above (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, c->limit);

  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GListModel) issues = NULL;
      LimitPack pack;

      limit_pack_init (&pack);
      c->make (&pack, c->limit + above);
      issues = check (&pack);
      if (above)
        assert_told (issues, c->code, c->named != NULL ? c->named : number);
      else
        assert_told (issues, c->at_code, NULL);
      limit_pack_clear (&pack);
    }
}

/* One pack for both: it takes a while to write 20,000 files. */
static void
test_files_are_counted (void)
{
  g_autoptr (GListModel) at_limit = NULL, above = NULL;
  LimitPack pack;

  limit_pack_init (&pack);
  limit_pack_add_entry (&pack, "");
  for (guint i = 2; i < TER_LIMIT_FILES; i++)
    {
      g_autofree char *path = g_strdup_printf ("files/%u", i);

      limit_pack_add (&pack, path, "attachment", "text/plain", "", g_string_new ("x"));
    }
  at_limit = check (&pack);
  assert_told (at_limit, NULL, NULL);
  limit_pack_write_hole (&pack, "more", 0);
  above = check (&pack);
  assert_told (above, "files-too-many", "20000");
  limit_pack_clear (&pack);
}

static guint
count_code (GListModel *issues, const char *code)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      n += g_str_equal (ter_issue_get_code (issue), code);
    }
  return n;
}

/* A table that is larger than what figures are tried on: nobody waits for its drawing. */
static void
test_figures_are_tried_on_so_many_cells (void)
{
  static const char *const dashboard =
    "[{\"id\": \"d\", \"kind\": \"dashboard\", \"title\": \"T\", \"groups\": [{\"figures\": [{\"id\": \"f\", \"title\": \"T\", \"spec\": "
    "{\"data\": {\"name\": \"r1\"}, \"mark\": \"text\", \"encoding\": {\"text\": {\"field\": \"c0\"}}}}]}]}]";

  for (guint large = 0; large <= 1; large++)
    {
      g_autoptr (GListModel) issues = NULL;
      g_autoptr (GString) schema = g_string_new (", \"schema\": {\"fields\": [");
      g_autoptr (GString) names = g_string_new (NULL);
      g_autoptr (GString) row = g_string_new (NULL);
      LimitPack pack;

      for (guint i = 0; i < TER_LIMIT_TABLE_COLUMNS; i++)
        {
          g_string_append_printf (schema, "%s{\"name\": \"c%u\", \"type\": \"integer\"}", i > 0 ? "," : "", i);
          g_string_append_printf (names, "%sc%u", i > 0 ? "," : "", i);
          g_string_append (row, i > 0 ? ",1" : "1");
        }
      g_string_append (schema, "]}");
      g_string_append_c (names, '\n');
      g_string_append_c (row, '\n');
      limit_pack_init (&pack);
      limit_pack_add (&pack, "entries.json", "entries", "application/json", "", g_string_new (dashboard));
      limit_pack_add (&pack, "table", "table", "text/csv", schema->str,
                      limit_text_repeat (names->str, row->str, large ? 30001 : 29000, ""));
      issues = check (&pack);
      g_assert_cmpuint (count_code (issues, large ? "figure-untried" : "figure-data"), ==, 1);
      limit_pack_clear (&pack);
    }
}

/* ---- The report itself ---- */

/* What is told, and then how many more there are: one above the limit, or none. */
static void
assert_report (GListModel *issues, const char *code, guint limit, guint above)
{
  g_assert_cmpuint (count_code (issues, code), ==, limit);
  g_assert_cmpuint (count_code (issues, "issues-more"), ==, above);
  g_assert_cmpuint (g_list_model_get_n_items (issues), ==, limit + above);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      if (g_str_equal (ter_issue_get_code (issue), "issues-more"))
        assert_named (issue, "1 ");
    }
}

static void
test_problems_beyond_the_limit_are_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GListModel) issues = NULL;
      LimitPack pack;

      limit_pack_init (&pack);
      limit_pack_add_entry (&pack, "");
      for (guint i = 0; i < TER_LIMIT_ISSUES + above; i++)
        {
          g_autofree char *path = g_strdup_printf ("%u", i);

          limit_pack_write_hole (&pack, path, 1);
        }
      issues = check (&pack);
      assert_report (issues, "file-unlisted", TER_LIMIT_ISSUES, above);
      limit_pack_clear (&pack);
    }
}

static void
test_problems_of_one_file_beyond_the_limit_are_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      GString *text = limit_text_repeat (", \"x\": [0", ",1e300", TER_LIMIT_JSON_PROBLEMS + above, "]");
      g_autoptr (GListModel) issues = NULL;
      LimitPack pack;

      limit_pack_init (&pack);
      limit_pack_add_entry (&pack, text->str);
      issues = check (&pack);
      assert_report (issues, "json-number", TER_LIMIT_JSON_PROBLEMS, above);
      limit_pack_clear (&pack);
      g_string_free (text, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("/limits/a limit holds at its number and not above/%s", cases[i].name);

      g_test_add_data_func (name, &cases[i], test_a_limit_holds_at_its_number_and_not_above);
    }
  g_test_add_func ("/limits/files are counted", test_files_are_counted);
  g_test_add_func ("/limits/problems beyond the limit are counted", test_problems_beyond_the_limit_are_counted);
  g_test_add_func ("/limits/problems of one file beyond the limit are counted",
                   test_problems_of_one_file_beyond_the_limit_are_counted);
  g_test_add_func ("/limits/figures are tried on so many cells", test_figures_are_tried_on_so_many_cells);
  return g_test_run ();
}
