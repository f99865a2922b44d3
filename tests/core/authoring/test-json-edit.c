/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-json-edit.h"

#include <string.h>

static TerJsonEdit *
edit_new (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  TerJsonEdit *edit = ter_json_edit_new (bytes, &error);

  g_assert_no_error (error);
  return edit;
}

static void
assert_text (TerJsonEdit *edit, const char *expected)
{
  g_autoptr (GBytes) bytes = ter_json_edit_apply (edit);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static JsonNode *
node (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *made = json_from_string (text, &error);

  g_assert_no_error (error);
  return made;
}

#define ODD "\r\n { \"a\" :1,\t\"b\":[ 1,2 , {\"c\":\"\\u00e9\\\"]}\"}],\n\n   \"d\": null }  \n"

static void
test_nothing_changed_is_the_same_bytes (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new (ODD);

  assert_text (edit, ODD);
  g_assert_false (ter_json_edit_is_changed (edit));
}

static void
test_a_value_is_replaced_where_it_stands (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new (ODD);

  ter_json_edit_replace (edit, "/b/2/c", "\"è\"");
  ter_json_edit_replace (edit, "/a", "12");
  ter_json_edit_replace (edit, "/d", "null");
  assert_text (edit, "\r\n { \"a\" :12,\t\"b\":[ 1,2 , {\"c\":\"è\"}],\n\n   \"d\": null }  \n");
}

static void
test_the_same_value_is_no_change (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new (ODD);

  ter_json_edit_replace (edit, "/a", "1");
  g_assert_false (ter_json_edit_is_changed (edit));
}

static void
test_a_member_comes_behind_its_sibling_in_its_style (void)
{
  g_autoptr (TerJsonEdit) lines = edit_new ("{\n    \"title\" : \"Un\",\n    \"last\" : 1\n}\n");
  g_autoptr (TerJsonEdit) line = edit_new ("{\"title\": \"Un\", \"last\": 1}");
  g_autoptr (JsonNode) one = node ("\"One\"");

  ter_json_edit_insert (lines, "", "title", "title@en", one);
  assert_text (lines, "{\n    \"title\" : \"Un\",\n    \"title@en\" : \"One\",\n    \"last\" : 1\n}\n");
  ter_json_edit_insert (line, "", "title", "title@en", one);
  assert_text (line, "{\"title\": \"Un\", \"title@en\": \"One\", \"last\": 1}");
}

static void
test_several_members_come_in_the_order_of_asking (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new ("{\n\t\"a\": {\n\t\t\"b\": 1\n\t}\n}");
  g_autoptr (JsonNode) two = node ("2");
  g_autoptr (JsonNode) object = node ("{\"x\": [1, {\"y\": []}]}");

  ter_json_edit_insert (edit, "/a", "nothing", "c", two);
  ter_json_edit_insert (edit, "/a", "b", "d", object);
  ter_json_edit_insert (edit, "", "a", "e", two);
  assert_text (
    edit, "{\n\t\"a\": {\n\t\t\"b\": 1,\n\t\t\"c\": 2,\n\t\t\"d\": {\n\t\t\t\"x\": [\n\t\t\t\t1,\n\t\t\t\t{\n\t\t\t\t\t\"y\": []\n"
          "\t\t\t\t}\n\t\t\t]\n\t\t}\n\t},\n\t\"e\": 2\n}");
}

static void
test_what_is_empty_is_filled (void)
{
  static const char *const texts[] = { "{\n  \"list\": []\n}", "{\n  \"list\": [\n  ]\n}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (TerJsonEdit) edit = edit_new (texts[i]);
      g_autoptr (JsonNode) one = node ("1");
      g_autoptr (JsonNode) object = node ("{\"a\": \"b\"}");

      ter_json_edit_append (edit, "/list", one);
      ter_json_edit_append (edit, "/list", object);
      assert_text (edit, "{\n  \"list\": [\n    1,\n    {\n      \"a\": \"b\"\n    }\n  ]\n}");
    }
}

static void
test_elements_are_appended_in_the_style_of_the_last (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new ("{\"a\": [1, 2],\r\n\"b\": [\r\n  {\"c\": 1}\r\n]}");
  g_autoptr (JsonNode) object = node ("{\"c\": 2}");

  ter_json_edit_append (edit, "/a", object);
  ter_json_edit_append (edit, "/b", object);
  assert_text (edit, "{\"a\": [1, 2, {\"c\": 2}],\r\n\"b\": [\r\n  {\"c\": 1},\r\n  {\r\n    \"c\": 2\r\n  }\r\n]}");
}

static void
test_a_member_is_renamed_and_its_value_kept (void)
{
  g_autoptr (TerJsonEdit) edit = edit_new ("{\"a\":1, \"b/~\" : [\"x\"]}");

  g_assert_true (ter_json_edit_has (edit, "/b~1~0/0"));
  ter_json_edit_rename (edit, "/b~1~0", "c\"");
  assert_text (edit, "{\"a\":1, \"c\\\"\" : [\"x\"]}");
}

static void
test_strings_are_quoted_as_json_asks (void)
{
  g_autofree char *quoted = ter_json_edit_quote ("é\"\\\n\t\001/");

  g_assert_cmpstr (quoted, ==, "\"é\\\"\\\\\\n\\t\\u0001/\"");
}

static void
test_what_is_not_sound_is_not_edited (void)
{
  static const char *const texts[] = { "", "{", "{\"a\": 1, \"a\": 2}", "{'a': 1}", "[1,]", "\"\\u0000\"", "{} {}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_null (ter_json_edit_new (bytes, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-edit/nothing changed is the same bytes", test_nothing_changed_is_the_same_bytes);
  g_test_add_func ("/json-edit/a value is replaced where it stands", test_a_value_is_replaced_where_it_stands);
  g_test_add_func ("/json-edit/the same value is no change", test_the_same_value_is_no_change);
  g_test_add_func ("/json-edit/a member comes behind its sibling in its style",
                   test_a_member_comes_behind_its_sibling_in_its_style);
  g_test_add_func ("/json-edit/several members come in the order of asking", test_several_members_come_in_the_order_of_asking);
  g_test_add_func ("/json-edit/what is empty is filled", test_what_is_empty_is_filled);
  g_test_add_func ("/json-edit/elements are appended in the style of the last",
                   test_elements_are_appended_in_the_style_of_the_last);
  g_test_add_func ("/json-edit/a member is renamed and its value kept", test_a_member_is_renamed_and_its_value_kept);
  g_test_add_func ("/json-edit/strings are quoted as json asks", test_strings_are_quoted_as_json_asks);
  g_test_add_func ("/json-edit/what is not sound is not edited", test_what_is_not_sound_is_not_edited);
  return g_test_run ();
}
