/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-scanner.h"

#include "ter-json.h"
#include "ter-limits.h"

static TerJsonScan *
scan_text (const char *text, gssize length, const char *records)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);

  return ter_json_scan_new (bytes, records, NULL);
}

/* ---- What is JSON ---- */

static const char *const accepted[] = {
  "0",
  "-0",
  "-1",
  "1.5",
  "1e3",
  "1E+3",
  "1e-3",
  "0.0",
  "9007199254740991",
  "-9007199254740991",
  "true",
  "false",
  "null",
  "\"\"",
  "[]",
  "{}",
  " [ ] ",
  "\t{\n}\r\n",
  "[1,2]",
  "[[],[]]",
  "{\"a\":1,\"b\":[{}]}",
  "\"é😀\"",
  "\"\\ud83d\\ude00\"",
  "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"",
  "{\"\":0}",
  "\"\x7f\"",
  "[1e-400]",
  "[0.1234567890123456789]",
};

static const struct
{
  const char *text;
  int length; /* -1: up to the NUL */
  TerJsonFault fault;
  TerJsonPosition position;
  const char *pointer;
} refused[] = {
  { "", -1, TER_JSON_TRUNCATED, { 1, 1 }, "" },
  { "  ", -1, TER_JSON_TRUNCATED, { 1, 3 }, "" },
  { "[", -1, TER_JSON_TRUNCATED, { 1, 2 }, "/0" },
  { "[1", -1, TER_JSON_TRUNCATED, { 1, 3 }, "" },
  { "\"a", -1, TER_JSON_TRUNCATED, { 1, 3 }, "" },
  { "{\"a\"", -1, TER_JSON_TRUNCATED, { 1, 5 }, "" },
  { "tru", -1, TER_JSON_TRUNCATED, { 1, 4 }, "" },
  { "-", -1, TER_JSON_TRUNCATED, { 1, 2 }, "" },
  { "\"\\u12", -1, TER_JSON_TRUNCATED, { 1, 6 }, "" },
  { "[1,]", -1, TER_JSON_SYNTAX, { 1, 4 }, "/1" },
  { "[,1]", -1, TER_JSON_SYNTAX, { 1, 2 }, "/0" },
  { "[1 2]", -1, TER_JSON_SYNTAX, { 1, 4 }, "" },
  { "{\"a\":1,}", -1, TER_JSON_SYNTAX, { 1, 8 }, "" },
  { "{a:1}", -1, TER_JSON_SYNTAX, { 1, 2 }, "" },
  { "{\"a\" 1}", -1, TER_JSON_SYNTAX, { 1, 6 }, "" },
  { "{'a':1}", -1, TER_JSON_SYNTAX, { 1, 2 }, "" },
  { "[1] 2", -1, TER_JSON_SYNTAX, { 1, 5 }, "" },
  { "01", -1, TER_JSON_SYNTAX, { 1, 2 }, "" },
  { "1.", -1, TER_JSON_TRUNCATED, { 1, 3 }, "" },
  { ".5", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "+1", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "0x10", -1, TER_JSON_SYNTAX, { 1, 2 }, "" },
  { "NaN", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "Infinity", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "True", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "// c\n1", -1, TER_JSON_SYNTAX, { 1, 1 }, "" },
  { "\"a\nb\"", -1, TER_JSON_SYNTAX, { 1, 3 }, "" },
  { "\"\\x\"", -1, TER_JSON_SYNTAX, { 1, 3 }, "" },
  { "\"\\u12g4\"", -1, TER_JSON_SYNTAX, { 1, 6 }, "" },
  { "[\n  1,\n  é\n]", -1, TER_JSON_SYNTAX, { 3, 3 }, "/1" },
  { "{\"é\": [1, 2, x]}", -1, TER_JSON_SYNTAX, { 1, 14 }, "/é/2" },
  { "[1]\0", 4, TER_JSON_SYNTAX, { 1, 4 }, "" },
  { "\"a\0b\"", 5, TER_JSON_SYNTAX, { 1, 3 }, "" },
  { "\xef\xbb\xbf[]", -1, TER_JSON_ENCODING, { 1, 1 }, "" },
  { "[\"\xe9\"]", -1, TER_JSON_ENCODING, { 1, 3 }, "" },
  { "[\"\xed\xa0\x80\"]", -1, TER_JSON_ENCODING, { 1, 3 }, "" },
  { "\"\\ud83d\"", -1, TER_JSON_ENCODING, { 1, 2 }, "" },
  { "\"\\ude00\"", -1, TER_JSON_ENCODING, { 1, 2 }, "" },
  { "\"\\ud83d\\u0041\"", -1, TER_JSON_ENCODING, { 1, 2 }, "" },
};

/* These are told, and the rest is read all the same. */
static const struct
{
  const char *text;
  TerJsonFault fault;
  TerJsonPosition position;
  const char *pointer;
  const char *detail;
} told[] = {
  { "{\"a\":1,\"a\":2}", TER_JSON_DUPLICATE, { 1, 8 }, "", "a" },
  { "{\"a\":1,\"\\u0061\":2}", TER_JSON_DUPLICATE, { 1, 8 }, "", "a" },
  { "[{\"b\":{\"c\":1,\n\"c\":1}}]", TER_JSON_DUPLICATE, { 2, 1 }, "/0/b", "c" },
  { "[\"a\\u0000b\"]", TER_JSON_NUL, { 1, 4 }, "/0", NULL },
  { "9007199254740992", TER_JSON_NUMBER, { 1, 1 }, "", "9007199254740992" },
  { "[-9007199254740993]", TER_JSON_NUMBER, { 1, 2 }, "/0", "-9007199254740993" },
  { "[1e999]", TER_JSON_NUMBER, { 1, 2 }, "/0", "1e999" },
  { "[1E17]", TER_JSON_NUMBER, { 1, 2 }, "/0", "1E17" },
  { "[123456789012345678901234567890]", TER_JSON_NUMBER, { 1, 2 }, "/0", "123456789012345678901234567890" },
};

static void
test_what_is_json_is_read_by_json_glib_too (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (accepted); i++)
    {
      g_autoptr (TerJsonScan) scan = scan_text (accepted[i], -1, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) root = NULL;

      g_test_message ("%s", accepted[i]);
      g_assert_true (ter_json_scan_is_readable (scan));
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 0);
      root = ter_json_scan_build (scan, &error);
      g_assert_no_error (error);
      g_assert_nonnull (root);
    }
}

static void
test_what_is_not_json_is_refused_at_its_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (TerJsonScan) scan = scan_text (refused[i].text, refused[i].length, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *shown = g_strescape (refused[i].text, NULL);
      TerJsonProblem *problem;

      g_test_message ("%s", shown);
      g_assert_false (ter_json_scan_is_readable (scan));
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 1);
      problem = g_ptr_array_index (ter_json_scan_get_problems (scan), 0);
      g_assert_cmpint (problem->fault, ==, refused[i].fault);
      g_assert_cmpuint (problem->position.line, ==, refused[i].position.line);
      g_assert_cmpuint (problem->position.column, ==, refused[i].position.column);
      g_assert_cmpstr (problem->pointer, ==, refused[i].pointer);
      g_assert_null (ter_json_scan_build (scan, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

static void
test_what_json_glib_forgives_is_told (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (TerJsonScan) scan = scan_text (told[i].text, -1, NULL);
      TerJsonProblem *problem;

      g_test_message ("%s", told[i].text);
      g_assert_true (ter_json_scan_is_readable (scan));
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 1);
      problem = g_ptr_array_index (ter_json_scan_get_problems (scan), 0);
      g_assert_cmpint (problem->fault, ==, told[i].fault);
      g_assert_cmpuint (problem->position.line, ==, told[i].position.line);
      g_assert_cmpuint (problem->position.column, ==, told[i].position.column);
      g_assert_cmpstr (problem->pointer, ==, told[i].pointer);
      g_assert_cmpstr (problem->detail, ==, told[i].detail);
    }
}

/* ---- Limits: at each, and one above ---- */

/* Takes @text. */
static void
assert_readable (GString *text, const char *records)
{
  g_autoptr (TerJsonScan) scan = scan_text (text->str, text->len, records);

  g_string_free (text, TRUE);
  g_assert_true (ter_json_scan_is_readable (scan));
  g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 0);
}

/* Takes @text. @detail: the limit */
static void
assert_beyond (GString *text, const char *records, TerJsonFault fault, const char *detail)
{
  g_autoptr (TerJsonScan) scan = scan_text (text->str, text->len, records);
  const TerJsonProblem *problem;

  g_string_free (text, TRUE);
  g_assert_false (ter_json_scan_is_readable (scan));
  g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 1);
  problem = g_ptr_array_index (ter_json_scan_get_problems (scan), 0);
  g_assert_cmpint (problem->fault, ==, fault);
  g_assert_cmpstr (problem->detail, ==, detail);
}

static GString *
repeat (const char *before, const char *what, guint n, const char *after)
{
  GString *text = g_string_new (before);

  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
  return g_string_append (text, after);
}

static GString *
nest (guint depth)
{
  GString *text = repeat ("", "[", depth, "");

  for (guint i = 0; i < depth; i++)
    g_string_append_c (text, ']');
  return text;
}

static GString *
members (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? "," : "", i);
  return g_string_append_c (text, '}');
}

static void
test_limits_hold_at_their_number_and_one_above (void)
{
  const guint values = TER_LIMIT_JSON_VALUES;
  const guint record = TER_LIMIT_JSON_RECORD;

  assert_readable (nest (TER_LIMIT_JSON_DEPTH), NULL);
  assert_beyond (nest (TER_LIMIT_JSON_DEPTH + 1), NULL, TER_JSON_DEPTH, "32");
  assert_beyond (repeat ("", "[", 1000000, ""), NULL, TER_JSON_DEPTH, "32");
  /* The array counts as a value, too. */
  assert_readable (repeat ("[", "0,", values - 2, "0]"), NULL);
  assert_beyond (repeat ("[", "0,", values - 1, "0]"), NULL, TER_JSON_VALUES, "500000");
  /* Of several records each has as many. */
  assert_readable (repeat ("[0", ",[0,0]", values / 3 + 10, "]"), "");
  assert_beyond (repeat ("[0", ",[0,0]", values / 3 + 10, "]"), NULL, TER_JSON_VALUES, "500000");
  assert_readable (repeat ("[[", "0,", values - 2, "0],0]"), "");
  assert_beyond (repeat ("[[", "0,", values - 1, "0],0]"), "", TER_JSON_VALUES, "500000");
  assert_readable (repeat ("[\"", "a", record - 2, "\"]"), "");
  assert_beyond (repeat ("[\"", "a", record - 1, "\"]"), "", TER_JSON_SIZE, "4.0\302\240MiB");
  assert_readable (repeat ("[", "0,", TER_LIMIT_JSON_RECORDS - 1, "0]"), "");
  assert_beyond (repeat ("[", "0,", TER_LIMIT_JSON_RECORDS, "0]"), "", TER_JSON_RECORDS, "250000");
  /* The array, nine numbers, and records of ten values. */
  assert_readable (repeat ("[0,0,0,0,0,0,0,0,0", ",[0,0,0,0,0,0,0,0,0]", TER_LIMIT_JSON_FILE_VALUES / 10 - 1, "]"), "");
  assert_beyond (repeat ("[0,0,0,0,0,0,0,0,0,0", ",[0,0,0,0,0,0,0,0,0]", TER_LIMIT_JSON_FILE_VALUES / 10 - 1, "]"), "",
                 TER_JSON_FILE_VALUES, "720000");
  /* The array, and records of one member: an object, a name and a number. */
  assert_readable (repeat ("[0,0", ",{\"a\":0}", TER_LIMIT_JSON_FILE_VALUES / 3 - 1, "]"), "");
  assert_beyond (repeat ("[0,0,0", ",{\"a\":0}", TER_LIMIT_JSON_FILE_VALUES / 3 - 1, ",0]"), "", TER_JSON_FILE_VALUES, "720000");
  assert_readable (members (TER_LIMIT_JSON_MEMBERS), NULL);
  assert_beyond (members (TER_LIMIT_JSON_MEMBERS + 1), NULL, TER_JSON_MEMBERS, "256");
}

static gboolean
is_outline_readable (GString *text)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (text);
  g_autoptr (TerJsonScan) scan = ter_json_scan_new_outlines (bytes, NULL);

  return ter_json_scan_is_readable (scan);
}

static void
test_positions_are_counted_apart (void)
{
  /* Two rings in two records: neither the record's values nor the file's are reached. */
  const guint half = TER_LIMIT_OUTLINE_POSITIONS / 4;
  const char *between[] = { "{\"features\":[[", "],[", "],[", "],[", "]]}" };

  for (guint more = 0; more < 2; more++)
    {
      GString *text = g_string_new (NULL);

      for (guint part = 0; part < 4; part++)
        {
          g_string_append (text, between[part]);
          for (guint i = 0; i < half + (part == 0 ? more : 0); i++)
            g_string_append (text, i > 0 ? ",[1,2]" : "[1,2]");
        }
      g_string_append (text, between[4]);
      g_assert_cmpint (is_outline_readable (text), ==, more == 0);
    }
  /* What is not the plainest position counts as values, as everywhere. */
  g_assert_true (is_outline_readable (repeat ("{\"a\":[0", ",[1,2e0]", TER_LIMIT_JSON_VALUES / 3 - 2, "]}")));
  g_assert_false (is_outline_readable (repeat ("{\"a\":[0", ",[1,2e0]", TER_LIMIT_JSON_VALUES / 3 + 1, "]}")));
  /* The root, its name, the array, then objects of a name and a number. */
  g_assert_true (
    is_outline_readable (repeat ("{\"features\":[{}", ",[{\"a\":0},{\"a\":0}]", TER_LIMIT_OUTLINE_VALUES / 7 - 1, "]}")));
  g_assert_false (
    is_outline_readable (repeat ("{\"features\":[{}", ",[{\"a\":0},{\"a\":0}]", TER_LIMIT_OUTLINE_VALUES / 7 + 1, "]}")));
}

static void
test_positions_are_as_strict_as_all_json (void)
{
  static const char *const bad[] = { "[01,2]", "[1,2,]", "[1,,2]", "[1 2]",  "[-,1]",  "[1.,2]",
                                     "[.5,2]", "[1,2",   "[1,2}",  "[+1,2]", "[1,2]]", "[1,1e999]" };
  static const char *const good[] = { "[1,2]",
                                      "[ -1.5 , 2 ]",
                                      "[0,0]",
                                      "[1,2,3]",
                                      "[1,2,3,4]",
                                      "[1,2,3,4,5]",
                                      "[1]",
                                      "[]",
                                      "[1e1,2]",
                                      "[1,\"a\"]",
                                      "[123456789012345.5,1]",
                                      "[0.1234567890123456789012345,1]" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad[i], strlen (bad[i]));
      g_autoptr (TerJsonScan) scan = ter_json_scan_new_outlines (bytes, NULL);

      g_test_message ("%s", bad[i]);
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, >, 0);
    }
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (good[i], strlen (good[i]));
      g_autoptr (TerJsonScan) scan = ter_json_scan_new_outlines (bytes, NULL);

      g_test_message ("%s", good[i]);
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 0);
    }
}

/* Within one object, one array, and one ring of positions. */
static void
test_a_walk_nobody_waits_for_ends (void)
{
  static const struct
  {
    const char *head, *piece, *tail;
    gboolean outlines;
  } cases[] = {
    { "{\"a\":[0", ",0", "]}", FALSE },
    { "[{}", ",{\"a\":{\"b\":1}}", "]", FALSE },
    { "{\"type\":\"FeatureCollection\",\"features\":[{\"a\":[[1,2]", ",[1,2]", "]}]}", TRUE },
  };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint ended = 0; ended <= 1; ended++)
      {
        g_autoptr (GBytes) bytes = g_string_free_to_bytes (repeat (cases[i].head, cases[i].piece, 5000, cases[i].tail));
        GCancellable *cancellable = ended ? cancelled : NULL;
        g_autoptr (TerJsonScan) scan =
          cases[i].outlines ? ter_json_scan_new_outlines (bytes, cancellable) : ter_json_scan_new (bytes, "", cancellable);

        g_assert_cmpint (ter_json_scan_is_readable (scan), ==, !ended);
        g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, 0);
      }
}

static void
test_problems_of_one_file_are_counted (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      GString *text = repeat ("[", "1e999,", TER_LIMIT_JSON_PROBLEMS + above, "0]");
      g_autoptr (TerJsonScan) scan = scan_text (text->str, -1, NULL);

      g_assert_true (ter_json_scan_is_readable (scan));
      g_assert_cmpuint (ter_json_scan_get_problems (scan)->len, ==, TER_LIMIT_JSON_PROBLEMS);
      g_assert_cmpuint (ter_json_scan_get_n_more (scan), ==, above);
      g_string_free (text, TRUE);
    }
}

/* ---- Records ---- */

static void
test_an_array_is_cut_into_records (void)
{
  g_autoptr (TerJsonScan) scan = scan_text (" [ {\"id\": \"a\"} ,\n{\"id\": \"é\", \"more\": [[1], {}]}, 3 ] ", -1, "");
  g_autoptr (JsonNode) first = NULL, second = NULL, third = NULL;

  g_assert_true (ter_json_scan_has_records (scan));
  g_assert_cmpuint (ter_json_scan_get_n_records (scan), ==, 3);
  g_assert_cmpint (ter_json_scan_get_root (scan), ==, '[');
  first = ter_json_scan_build_record (scan, 0, NULL);
  second = ter_json_scan_build_record (scan, 1, NULL);
  third = ter_json_scan_build_record (scan, 2, NULL);
  g_assert_cmpstr (ter_json_get_string (ter_json_node_object (first), "id"), ==, "a");
  g_assert_cmpstr (ter_json_get_string (ter_json_node_object (second), "id"), ==, "é");
  g_assert_true (ter_json_node_is_number (third));
}

static void
test_a_member_of_the_root_is_cut_into_records (void)
{
  const char *text = "{\"type\": \"FeatureCollection\", \"inner\": {\"features\": [0]}, \"features\": [{\"features\": [1]}, {}]}";
  g_autoptr (TerJsonScan) scan = scan_text (text, -1, "features");
  g_autoptr (JsonNode) type = NULL, first = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (ter_json_scan_get_n_records (scan), ==, 2);
  type = ter_json_scan_build_member (scan, "type", NULL);
  g_assert_cmpstr (ter_json_node_string (type), ==, "FeatureCollection");
  first = ter_json_scan_build_record (scan, 0, NULL);
  g_assert_nonnull (ter_json_get_array (ter_json_node_object (first), "features"));
  g_assert_null (ter_json_scan_build_member (scan, "nothing", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_another_root_has_no_records (void)
{
  static const char *const texts[] = { "{}", "3", "\"a\"", "{\"features\": {}}", "[[]]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TerJsonScan) scan = scan_text (texts[i], -1, i == 4 ? "features" : i == 3 ? "features" : "");

      g_assert_false (ter_json_scan_has_records (scan));
      g_assert_cmpuint (ter_json_scan_get_n_records (scan), ==, 0);
    }
}

/* ---- Positions ---- */

static void
assert_position (TerJsonScan *scan, const char *pointer, guint line, guint column)
{
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  TerJsonPosition *position = g_new0 (TerJsonPosition, 1);

  g_hash_table_insert (positions, (gpointer) pointer, position);
  ter_json_scan_locate (scan, positions);
  g_test_message ("%s: %u:%u", pointer, position->line, position->column);
  g_assert_cmpuint (position->line, ==, line);
  g_assert_cmpuint (position->column, ==, column);
}

static void
test_every_pointer_has_a_line_and_a_column (void)
{
  const char *text = "{\n  \"é\": [1, {\"a/b\": \"x\"}],\n  \"~\": {\"\": true},\n  \"same\": 1, \"same\": 2\n}";
  g_autoptr (TerJsonScan) scan = scan_text (text, -1, NULL);

  assert_position (scan, "", 1, 1);
  assert_position (scan, "/é", 2, 8);
  assert_position (scan, "/é/0", 2, 9);
  assert_position (scan, "/é/1", 2, 12);
  assert_position (scan, "/é/1/a~1b", 2, 20);
  assert_position (scan, "/~0", 3, 8);
  assert_position (scan, "/~0/", 3, 13);
  assert_position (scan, "/same", 4, 22);
  /* What is not there gets the place of what is around it. */
  assert_position (scan, "/é/1/missing", 2, 12);
  assert_position (scan, "/é/7/missing/deeper", 2, 8);
  assert_position (scan, "/nothing", 1, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-scanner/what is JSON is read by json-glib too", test_what_is_json_is_read_by_json_glib_too);
  g_test_add_func ("/json-scanner/what is not JSON is refused at its place", test_what_is_not_json_is_refused_at_its_place);
  g_test_add_func ("/json-scanner/what json-glib forgives is told", test_what_json_glib_forgives_is_told);
  g_test_add_func ("/json-scanner/limits hold at their number and one above", test_limits_hold_at_their_number_and_one_above);
  g_test_add_func ("/json-scanner/positions-are-counted-apart", test_positions_are_counted_apart);
  g_test_add_func ("/json-scanner/positions-are-as-strict-as-all-json", test_positions_are_as_strict_as_all_json);
  g_test_add_func ("/json-scanner/a walk nobody waits for ends", test_a_walk_nobody_waits_for_ends);
  g_test_add_func ("/json-scanner/problems of one file are counted", test_problems_of_one_file_are_counted);
  g_test_add_func ("/json-scanner/an array is cut into records", test_an_array_is_cut_into_records);
  g_test_add_func ("/json-scanner/a member of the root is cut into records", test_a_member_of_the_root_is_cut_into_records);
  g_test_add_func ("/json-scanner/another root has no records", test_another_root_has_no_records);
  g_test_add_func ("/json-scanner/every pointer has a line and a column", test_every_pointer_has_a_line_and_a_column);
  return g_test_run ();
}
