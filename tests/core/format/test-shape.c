/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-kind.h"

static void
test_a_translation_is_its_member (void)
{
  const char *language;
  const TerMember *member = ter_shape_find (&ter_shape_entry, "title@en", &language);

  g_assert_cmpstr (member->name, ==, "title");
  g_assert_cmpstr (language, ==, "en");
  g_assert_cmpstr (ter_shape_find (&ter_shape_entry, "title", &language)->name, ==, "title");
  g_assert_null (language);
  g_assert_null (ter_shape_find (&ter_shape_entry, "title@", &language));
  g_assert_null (ter_shape_find (&ter_shape_entry, "id@en", &language));
  g_assert_null (ter_shape_find (&ter_shape_entry, "documents", &language));
}

static void
test_a_kind_has_the_members_of_all (void)
{
  const TerShape *theme = ter_kind_get_shape ("theme");
  const char *language;

  g_assert_cmpint (ter_shape_find (theme, "documents", &language)->type, ==, TER_VALUE_ENTRY);
  g_assert_cmpint (ter_shape_find (theme, "summary", &language)->type, ==, TER_VALUE_TEXT);
  g_assert_true (ter_kind_get_shape ("carousel") == &ter_shape_entry);
}

static void
append_cb (JsonObject *object, const char *name, const char *language, const TerMember *member, JsonNode *node, const char *pointer,
           gpointer user_data)
{
  g_string_append_printf (user_data, "%s%s ", pointer, language != NULL ? "!" : "");
}

static void
test_a_walk_follows_the_text (void)
{
  g_autoptr (JsonNode) node =
    json_from_string ("{\"speakers\": [{\"name\": \"A\", \"role@en\": \"B\"}, 3], \"odd\": 1, \"id\": \"x\","
                      " \"agenda\": {\"title\": \"no list\"}}",
                      NULL);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) pointer = g_string_new ("/7");

  ter_shape_walk (json_node_get_object (node), ter_kind_get_shape ("webinar"), pointer, append_cb, told);
  g_assert_cmpstr (told->str, ==, "/7/speakers /7/speakers/0/name /7/speakers/0/role@en! /7/id /7/agenda ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shape/a-translation-is-its-member", test_a_translation_is_its_member);
  g_test_add_func ("/shape/a-kind-has-the-members-of-all", test_a_kind_has_the_members_of_all);
  g_test_add_func ("/shape/a-walk-follows-the-text", test_a_walk_follows_the_text);

  return g_test_run ();
}
