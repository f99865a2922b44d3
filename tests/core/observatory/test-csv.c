/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "ter-csv.h"

/* Records as "a|b/c|d", or "! line 2: …" from where reading stopped. */
static char *
read_all (const char *text, gsize length)
{
  g_autofree char *data = g_malloc (length + 1);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  TerCsv csv;

  memcpy (data, text, length);
  if (ter_csv_init (&csv, data, length, &error))
    while (ter_csv_next (&csv, fields, NULL, &error))
      {
        if (out->len > 0)
          g_string_append_c (out, '/');
        for (guint i = 0; i < fields->len; i++)
          g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", data + g_array_index (fields, guint32, i));
      }
  if (error != NULL)
    g_string_append_printf (out, "! %s", error->message);
  return g_string_free (out, FALSE);
}

static void
test_records (void)
{
  static const struct
  {
    const char *text, *expected;
  } cases[] = {
    { "", "" },
    { "a,b", "a|b" },
    { "a,b\n", "a|b" },
    { "a,b\r\nc,d\r\n", "a|b/c|d" },
    { "a,b\nc,d", "a|b/c|d" },
    { "a,\n,b\n", "a|/|b" },
    { ",\n", "|" },
    { "\"a\",\"b\"\r\n", "a|b" },
    { "\"a,b\",c\n", "a,b|c" },
    { "\"a \"\"b\"\" c\",d\n", "a \"b\" c|d" },
    { "\"\"\"\"\n", "\"" },
    { "\"\",x\n", "|x" },
    { "\"a\nb\",c\nd,e\n", "a\nb|c/d|e" },
    { "\"a\r\nb\"\r\n", "a\r\nb" },
    { " a , b \n", " a | b " },
    { "\357\273\277a,b\n", "a|b" },
    { "\357\273\277\"a\",b\n", "a|b" },
    { "code,nom\n01001,L’Abergement-Clémenciat\n2A004,Ajaccio\n", "code|nom/01001|L’Abergement-Clémenciat/2A004|Ajaccio" },
    { "a\n\nb\n", "a//b" },
    { "a,b\nc,\"d\n", "a|b! line 2: a quotation mark is never closed" },
    { "a,\"b\nc\nd", "! line 1: a quotation mark is never closed" },
    { "a,b\n\"c\"d,e\n", "a|b! line 2: text after a closing quotation mark" },
    { "a,b\n\"c\" ,e\n", "a|b! line 2: text after a closing quotation mark" },
    { "\"x\ny\"\nc,d\"e\n", "x\ny! line 3: a quotation mark inside a field that does not begin with one" },
    { "a\rb\n", "! line 1: a carriage return that is not part of a line break" },
    { "a\r", "! line 1: a carriage return that is not part of a line break" },
    { "a\nb\xff\n", "! line 2: this is not UTF-8 text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = read_all (cases[i].text, strlen (cases[i].text));

      g_test_message ("case %u", i);
      g_assert_cmpstr (got, ==, cases[i].expected);
    }
}

static void
test_a_nul_is_refused_with_its_line (void)
{
  g_autofree char *got = read_all ("a,b\nc\0,d\n", 9);

  g_assert_cmpstr (got, ==, "! line 2: a NUL character");
}

static void
test_lines_are_those_where_records_begin (void)
{
  char data[] = "a\n\"b\nb\nb\"\nc\n";
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  const guint expected[] = { 1, 2, 5 };
  TerCsv csv;
  guint line;

  g_assert_true (ter_csv_init (&csv, data, strlen (data), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (ter_csv_next (&csv, fields, &line, NULL));
      g_assert_cmpuint (line, ==, expected[i]);
    }
  g_assert_false (ter_csv_next (&csv, fields, &line, NULL));
}

static void
test_what_is_written_is_read_again (void)
{
  static const char *const texts[] = {
    "plain", "with, comma", "with \"quotes\"", "two\nlines", "", " blanks ", "1 234,5 %", "\r\n"
  };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) fields = g_array_new (FALSE, FALSE, sizeof (guint32));
  TerCsv csv;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      ter_csv_append_field (out, texts[i]);
    }
  g_assert_true (ter_csv_init (&csv, out->str, out->len, NULL));
  g_assert_true (ter_csv_next (&csv, fields, NULL, NULL));
  g_assert_cmpuint (fields->len, ==, G_N_ELEMENTS (texts));
  for (guint i = 0; i < fields->len; i++)
    g_assert_cmpstr (out->str + g_array_index (fields, guint32, i), ==, texts[i]);
}

/* Any cut of a valid text is read or refused, never past its end (seen by the sanitizers). */
static void
test_every_prefix_ends (void)
{
  static const char text[] = "\357\273\277a,\"b \"\"q\"\"\"\r\n\"é\nè\",\r\n,\"\"\r\n";

  for (gsize length = 0; length < sizeof (text); length++)
    g_free (read_all (text, length));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv/records", test_records);
  g_test_add_func ("/csv/nul", test_a_nul_is_refused_with_its_line);
  g_test_add_func ("/csv/lines", test_lines_are_those_where_records_begin);
  g_test_add_func ("/csv/written", test_what_is_written_is_read_again);
  g_test_add_func ("/csv/prefixes", test_every_prefix_ends);
  return g_test_run ();
}
