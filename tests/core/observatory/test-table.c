/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <string.h>

#include "ter-table-private.h"

static TerTable *
read_table (const char *text, const char *resource, const char *language, GError **error)
{
  g_autoptr (JsonNode) node = json_from_string (resource, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  g_assert_nonnull (node);
  return ter_table_new_from_bytes (bytes, json_node_get_object (node), language, error);
}

static const char schema[] =
  "{'name':'t','mediatype':'text/csv','schema':{'missingValues':['','nd'],'fields':["
  "{'name':'code','type':'string','title':'Code'},"
  "{'name':'n','type':'integer','title':'Habitants','title@en':'Inhabitants','unit':'hab.','unit@en':'inh.'},"
  "{'name':'p','type':'number','unit':'%'},"
  "{'name':'d','type':'date'},{'name':'y','type':'year'},{'name':'b','type':'boolean'}]}}";

static TerTable *
read_with_schema (const char *text, const char *language, GError **error)
{
  g_autofree char *resource = g_strdup (schema);

  g_strdelimit (resource, "'", '"');
  return read_table (text, resource, language, error);
}

static void
test_codes_stay_text (void)
{
  g_autoptr (TerTable) table = read_with_schema ("code,n\n01001,832\n2A004,71361\n", "fr", NULL);

  g_assert_cmpuint (ter_table_get_n_rows (table), ==, 2);
  g_assert_cmpuint (ter_table_get_n_columns (table), ==, 2);
  g_assert_cmpint (ter_table_get_column_type (table, 0), ==, TER_COLUMN_TEXT);
  g_assert_cmpstr (ter_table_get_text (table, 0, 0), ==, "01001");
  g_assert_true (isnan (ter_table_get_number (table, 0, 0)));
  g_assert_cmpfloat (ter_table_get_number (table, 1, 1), ==, 71361);
  g_assert_cmpstr (ter_table_get_text (table, 1, 1), ==, "71361");
}

static void
test_missing_values_are_neither_text_nor_number (void)
{
  g_autoptr (TerTable) table = read_with_schema ("code,n,p\nnd,,nd\nx,0,1.5\n", "fr", NULL);

  g_assert_null (ter_table_get_text (table, 0, 0));
  g_assert_true (isnan (ter_table_get_number (table, 0, 1)));
  g_assert_true (isnan (ter_table_get_number (table, 0, 2)));
  g_assert_null (ter_table_get_label (table, 0, 2));
  g_assert_cmpfloat (ter_table_get_number (table, 1, 1), ==, 0);
  g_assert_cmpfloat (ter_table_get_number (table, 1, 2), ==, 1.5);
}

static void
test_titles_and_units_follow_the_language (void)
{
  g_autoptr (TerTable) fr = read_with_schema ("code,n,p,extra\na,1,2,3\n", "fr", NULL);
  g_autoptr (TerTable) en = read_with_schema ("code,n,p,extra\na,1,2,3\n", "en-GB", NULL);

  g_assert_cmpstr (ter_table_get_column_title (fr, 1), ==, "Habitants");
  g_assert_cmpstr (ter_table_get_column_title (en, 1), ==, "Inhabitants");
  g_assert_cmpstr (ter_table_get_column_unit (en, 1), ==, "inh.");
  g_assert_cmpstr (ter_table_get_column_title (fr, 2), ==, "p");
  g_assert_cmpstr (ter_table_get_column_unit (fr, 2), ==, "%");
  g_assert_null (ter_table_get_column_unit (fr, 0));
  g_assert_cmpint (ter_table_get_column_type (fr, 3), ==, TER_COLUMN_TEXT);
}

static void
test_a_translation_is_a_label_not_a_column (void)
{
  const char *text = "code,code@en,n\nOui,Yes,1\nNon,,2\n";
  g_autoptr (TerTable) fr = read_with_schema (text, "fr", NULL);
  g_autoptr (TerTable) en = read_with_schema (text, "en", NULL);
  guint column = 99;

  g_assert_cmpuint (ter_table_get_n_columns (en), ==, 2);
  g_assert_cmpstr (ter_table_get_label (en, 0, 0), ==, "Yes");
  g_assert_cmpstr (ter_table_get_text (en, 0, 0), ==, "Oui");
  g_assert_cmpstr (ter_table_get_label (en, 1, 0), ==, "Non");
  g_assert_cmpstr (ter_table_get_label (fr, 0, 0), ==, "Oui");
  g_assert_false (ter_table_find_column (en, "code@en", &column));
  g_assert_true (ter_table_find_column (en, "n", &column));
  g_assert_cmpuint (column, ==, 1);
}

static void
test_what_the_schema_says_of_a_column (void)
{
  g_autoptr (TerTable) table = read_table (
    "share,people,more\n0.5,10,1\n",
    "{\"vintage\": \"2024\", \"schema\": {\"fields\": ["
    "{\"name\": \"share\", \"type\": \"number\", \"vintage\": \"2022-01-01\", \"base\": \"ménages\", \"base@en\": \"households\","
    " \"source\": \"Insee\", \"aggregation\": \"mean\", \"weight\": \"people\"},"
    "{\"name\": \"people\", \"type\": \"integer\", \"aggregation\": \"sum\"},"
    "{\"name\": \"more\", \"type\": \"integer\", \"aggregation\": \"mean\", \"weight\": \"none\"}]}}",
    "en", NULL);
  guint weight = 99;

  g_assert_cmpstr (ter_table_get_column_vintage (table, 0), ==, "2022-01-01");
  g_assert_cmpstr (ter_table_get_column_vintage (table, 1), ==, "2024");
  g_assert_cmpstr (ter_table_get_column_base (table, 0), ==, "households");
  g_assert_null (ter_table_get_column_base (table, 1));
  g_assert_cmpstr (ter_table_get_column_source (table, 0), ==, "Insee");
  g_assert_cmpint (ter_table_get_column_aggregation (table, 0, &weight), ==, TER_AGGREGATION_MEAN);
  g_assert_cmpuint (weight, ==, 1);
  g_assert_cmpint (ter_table_get_column_aggregation (table, 1, NULL), ==, TER_AGGREGATION_SUM);
  g_assert_cmpint (ter_table_get_column_aggregation (table, 2, NULL), ==, TER_AGGREGATION_NONE);
  g_assert_cmpfloat (ter_table_peek_numbers (table, 1)[0], ==, 10);
}

static void
test_dates_and_booleans_have_an_order (void)
{
  g_autoptr (TerTable) table = read_with_schema ("d,y,b\n2020-05-28,2008,true\n2020-05,2012,0\n2020,2024,FALSE\n", "fr", NULL);

  g_assert_cmpint (ter_table_get_column_type (table, 1), ==, TER_COLUMN_DATE);
  g_assert_cmpfloat (ter_table_get_number (table, 0, 0), ==, 20200528);
  g_assert_cmpfloat (ter_table_get_number (table, 1, 0), ==, 20200500);
  g_assert_cmpfloat (ter_table_get_number (table, 2, 0), ==, 20200000);
  g_assert_cmpstr (ter_table_get_text (table, 1, 1), ==, "2012");
  g_assert_cmpfloat (ter_table_get_number (table, 0, 2), ==, 1);
  g_assert_cmpfloat (ter_table_get_number (table, 2, 2), ==, 0);
}

static void
test_numbers_are_read_exactly (void)
{
  static const char *const good[] = { "0",
                                      "-0",
                                      "7.1",
                                      "0.1",
                                      "-8.5",
                                      "674000",
                                      "1e3",
                                      "1.5E-3",
                                      "123456789012345",
                                      "1234567890.12345",
                                      "0.30000000000000004",
                                      "9007199254740993",
                                      "3.",
                                      "+4",
                                      "1e-320" };
  static const char *const bad[] = { "",      " 1", "1 ", "1 000", "1,5", "0x10", "nan", "inf",
                                     "1e999", ".",  "-",  "1.2.3", "e5",  "12 %", "--1" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ter_table_parse_number (good[i], &value));
      g_assert_cmpfloat (value, ==, g_ascii_strtod (good[i], NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (ter_table_parse_number (bad[i], &value))
      g_error ("“%s” was taken for a number", bad[i]);
}

static void
test_dates_that_are_none (void)
{
  static const char *const bad[] = { "",           "20",         "2020-13",    "2020-00",   "2020-02-30",
                                     "2021-02-29", "2020/05/28", "28-05-2020", "2020-5-28", "2018-2022" };
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (ter_table_parse_date (bad[i], &value))
      g_error ("“%s” was taken for a date", bad[i]);
  g_assert_true (ter_table_parse_date ("2020-02-29", &value));
}

static void
test_what_is_not_as_the_schema_says_is_an_error_with_its_line (void)
{
  static const struct
  {
    const char *text, *error;
  } cases[] = {
    { "", "the table is empty: its first line should name the columns" },
    { "code,n\na,1\nb,1 000\n", "line 3: “1 000” in column “n” is not a number" },
    { "code,d\n\"a\nb\",2020-02-30\n", "line 2: “2020-02-30” in column “d” is not a date" },
    { "code,b\na,oui\n", "line 2: “oui” in column “b” is neither true nor false" },
    { "code,n\na\n", "line 2: 1 fields, where the first line names 2 columns" },
    { "code,n\na,1,2\n", "line 2: 3 fields, where the first line names 2 columns" },
    { "code,\na,1\n", "line 1: column 2 has no name" },
    { "n,n\n1,1\n", "line 1: column 2 has the name of another" },
    { "code,n\na,\"1\n", "line 2: a quotation mark is never closed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerTable) table = read_with_schema (cases[i].text, "fr", &error);

      g_assert_null (table);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_assert_cmpstr (error->message, ==, cases[i].error);
    }
}

static void
test_a_table_without_rows_is_a_table (void)
{
  g_autoptr (TerTable) csv = read_with_schema ("code,n\n", "fr", NULL);
  g_autoptr (TerTable) json = read_table ("[ ]", "{\"mediatype\":\"application/json\"}", NULL, NULL);

  g_assert_cmpuint (ter_table_get_n_rows (csv), ==, 0);
  g_assert_cmpuint (ter_table_get_n_columns (csv), ==, 2);
  g_assert_cmpuint (ter_table_get_n_rows (json), ==, 0);
}

static void
test_json_rows (void)
{
  g_autoptr (TerTable) table = read_table (
    "[{\"code\":\"01\",\"n\":7.1,\"s\":\"}{\\\"\"},\n {\"n\":674000,\"code\":\"2A\",\"late\":true, \"code@en\":\"two\"},\n{\"n\":null}]\n",
    "{\"name\":\"j\",\"mediatype\":\"application/json\"}", "en", NULL);
  guint column;

  g_assert_nonnull (table);
  g_assert_cmpuint (ter_table_get_n_rows (table), ==, 3);
  g_assert_cmpuint (ter_table_get_n_columns (table), ==, 4);
  g_assert_true (ter_table_find_column (table, "n", &column));
  g_assert_cmpint (ter_table_get_column_type (table, column), ==, TER_COLUMN_NUMBER);
  g_assert_cmpfloat (ter_table_get_number (table, 0, column), ==, 7.1);
  g_assert_cmpstr (ter_table_get_text (table, 0, column), ==, "7.1");
  g_assert_cmpstr (ter_table_get_text (table, 1, column), ==, "674000");
  g_assert_true (isnan (ter_table_get_number (table, 2, column)));
  g_assert_true (ter_table_find_column (table, "code", &column));
  g_assert_cmpint (ter_table_get_column_type (table, column), ==, TER_COLUMN_TEXT);
  g_assert_cmpstr (ter_table_get_label (table, 1, column), ==, "two");
  g_assert_null (ter_table_get_text (table, 2, column));
  g_assert_true (ter_table_find_column (table, "late", &column));
  g_assert_null (ter_table_get_text (table, 0, column));
  g_assert_cmpstr (ter_table_get_text (table, 1, column), ==, "true");
  g_assert_true (ter_table_find_column (table, "s", &column));
  g_assert_cmpstr (ter_table_get_text (table, 0, column), ==, "}{\"");
}

static void
test_json_that_is_no_table (void)
{
  static const struct
  {
    const char *text, *error;
  } cases[] = {
    { "", "line 1: a JSON table is an array of objects" },
    { "{}", "line 1: a JSON table is an array of objects" },
    { "[1]", "line 1: a row of a JSON table is an object" },
    { "[{\"a\":1},\n]", "line 2: a row of a JSON table is an object" },
    { "[{\"a\":[]}]", "line 1: a value of a table is a text, a number, true, false or null" },
    { "[{\"a\":1}\n {\"a\":2}]", "line 2: a comma or the array’s end should stand here" },
    { "[{\"a\":1}", "line 1: a comma or the array’s end should stand here" },
    { "[{\"a\":1", "line 1: a row of a JSON table is an object" },
    { "[{\"a\":\"\\", "line 1: a row of a JSON table is an object" },
    { "[{\"a\":1}] x", "line 1: text after the array’s end" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerTable) table = read_table (cases[i].text, "{\"mediatype\":\"application/json\"}", NULL, &error);

      g_assert_null (table);
      g_assert_cmpstr (error->message, ==, cases[i].error);
    }
}

static void
test_as_many_rows_as_communes_load_fast (void)
{
  g_autoptr (GString) text = g_string_new ("code,nom,n,p\n");
  g_autofree char *resource = g_strdelimit (g_strdup (schema), "'", '"');
  g_autoptr (JsonNode) node = json_from_string (resource, NULL);
  g_autoptr (GBytes) bytes = NULL;
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < 35000; i++)
    g_string_append_printf (text, "%05u,Commune n° %u,%u,%u.%u\n", i, i, i * 37 % 100000, i % 100, i % 10);
  bytes = g_bytes_new (text->str, text->len);
  for (guint round = 0; round < 5; round++)
    {
      g_autoptr (TerTable) table = NULL;
      gint64 begin = g_get_monotonic_time ();

      table = ter_table_new_from_bytes (bytes, json_node_get_object (node), "fr", NULL);
      best = MIN (best, (g_get_monotonic_time () - begin) / 1000.0);
      g_assert_cmpuint (ter_table_get_n_rows (table), ==, 35000);
      g_assert_cmpstr (ter_table_get_text (table, 34999, 0), ==, "34999");
    }
  g_test_minimized_result (best, "35,000 rows of 4 columns: %.1f ms", best);
  g_assert_cmpfloat (best, <, 200);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/codes", test_codes_stay_text);
  g_test_add_func ("/table/missing", test_missing_values_are_neither_text_nor_number);
  g_test_add_func ("/table/titles", test_titles_and_units_follow_the_language);
  g_test_add_func ("/table/translations", test_a_translation_is_a_label_not_a_column);
  g_test_add_func ("/table/fields", test_what_the_schema_says_of_a_column);
  g_test_add_func ("/table/dates", test_dates_and_booleans_have_an_order);
  g_test_add_func ("/table/numbers", test_numbers_are_read_exactly);
  g_test_add_func ("/table/no-dates", test_dates_that_are_none);
  g_test_add_func ("/table/errors", test_what_is_not_as_the_schema_says_is_an_error_with_its_line);
  g_test_add_func ("/table/empty", test_a_table_without_rows_is_a_table);
  g_test_add_func ("/table/json", test_json_rows);
  g_test_add_func ("/table/json-errors", test_json_that_is_no_table);
  g_test_add_func ("/table/speed", test_as_many_rows_as_communes_load_fast);
  return g_test_run ();
}
