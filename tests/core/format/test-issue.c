/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-issue.h"

#include <string.h>

/* Which parameters a sentence names, in the order of the alphabet. */
static char *
list_parameters (const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *p = text; (p = strchr (p, '{')) != NULL; p++)
    {
      const char *end = strchr (p, '}');

      if (end != NULL && end > p + 1 && g_ascii_islower (p[1]))
        g_ptr_array_add (names, g_strndup (p + 1, end - p - 1));
    }
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

static void
test_every_code_speaks_both_languages (void)
{
  for (guint code = 0; code < TER_N_ISSUES; code++)
    {
      const char *name = ter_issue_code_get_name (code);
      g_autofree char *english = list_parameters (ter_issue_code_get_sentence (code, "en"));
      g_autofree char *french = list_parameters (ter_issue_code_get_sentence (code, "fr"));

      g_test_message ("%s", name);
      g_assert_cmpuint (strlen (ter_issue_code_get_advice (code, "en")), >, 5);
      g_assert_cmpuint (strlen (ter_issue_code_get_advice (code, "fr")), >, 5);
      g_assert_cmpstr (ter_issue_code_get_sentence (code, "en"), !=, ter_issue_code_get_sentence (code, "fr"));
      g_assert_cmpstr (english, ==, french);
      for (guint other = 0; other < code; other++)
        g_assert_cmpstr (name, !=, ter_issue_code_get_name (other));
    }
}

/* No space that could break a line before ; ! ? : or inside « ». */
static void
test_french_has_its_spaces (void)
{
  static const char *const wrong[] = { " ;", " !", " ?", " :", "« ", " »", "'" };

  for (guint code = 0; code < TER_N_ISSUES; code++)
    for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
      {
        g_assert_null (strstr (ter_issue_code_get_sentence (code, "fr"), wrong[i]));
        g_assert_null (strstr (ter_issue_code_get_advice (code, "fr"), wrong[i]));
      }
}

static void
test_a_sentence_is_filled_in (void)
{
  g_autoptr (TerIssue) issue =
    ter_issue_new (TER_ISSUE_MEMBER_TYPE, "content/a.json", "/0/title", 3, 14, "member", "title", "@expected", "text", NULL);
  g_autofree char *english = ter_issue_dup_sentence (issue, "en");
  g_autofree char *french = ter_issue_dup_sentence (issue, "fr-CA");
  g_autofree char *other = ter_issue_dup_sentence (issue, "de");

  g_assert_cmpstr (english, ==, "“title” should be a text.");
  g_assert_cmpstr (french, ==, "«\u00a0title\u00a0» devrait être un texte.");
  g_assert_cmpstr (other, ==, english);
  g_assert_cmpstr (ter_issue_get_code (issue), ==, "member-type");
  g_assert_cmpint (ter_issue_get_severity (issue), ==, TER_SEVERITY_ERROR);
  g_assert_cmpstr (ter_issue_get_file (issue), ==, "content/a.json");
  g_assert_cmpstr (ter_issue_get_pointer (issue), ==, "/0/title");
  g_assert_cmpuint (ter_issue_get_line (issue), ==, 3);
  g_assert_cmpuint (ter_issue_get_column (issue), ==, 14);
}

static void
test_an_author_s_value_cannot_play_tricks (void)
{
  static const struct
  {
    const char *value;
    const char *shown;
  } cases[] = {
    { "a\x1b[31mb", "a\ufffd[31mb" },
    { "{id} {member}", "{id} {member}" },
    { "@text", "@text" },
    { "a\u202eb", "a\ufffdb" },
    { "<b>&amp;", "<b>&amp;" },
    { "\xff", "\ufffd" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerIssue) issue = ter_issue_new (TER_ISSUE_ID_INVALID, "", NULL, 0, 0, "value", cases[i].value, NULL);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "en");
      g_autofree char *expected = g_strdup_printf ("“%s” is not an id.", cases[i].shown);

      g_assert_cmpstr (sentence, ==, expected);
    }
}

static void
test_a_long_value_is_cut (void)
{
  g_autofree char *value = g_strnfill (1000, 'x');
  g_autoptr (TerIssue) issue = ter_issue_new (TER_ISSUE_ID_INVALID, "", NULL, 0, 0, "value", value, NULL);
  g_autofree char *sentence = ter_issue_dup_sentence (issue, "en");

  g_assert_cmpuint (g_utf8_strlen (sentence, -1), <, 110);
  g_assert_nonnull (strstr (sentence, "xxx…”"));
}

static void
test_issues_are_told_in_the_order_of_the_text (void)
{
  TerIssue *issues[] = {
    ter_issue_new (TER_ISSUE_MEMBER_MISSING, "b", NULL, 1, 1, NULL),
    ter_issue_new (TER_ISSUE_MEMBER_MISSING, "a", NULL, 10, 1, NULL),
    ter_issue_new (TER_ISSUE_MEMBER_MISSING, "a", NULL, 9, 7, NULL),
    ter_issue_new (TER_ISSUE_JSON_NUL, "a", NULL, 9, 7, NULL),
    ter_issue_new (TER_ISSUE_MEMBER_MISSING, "a", NULL, 9, 6, NULL),
  };
  static const guint order[] = { 4, 3, 2, 1, 0 };
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    g_ptr_array_add (sorted, issues[i]);
  g_ptr_array_sort (sorted, ter_issue_compare);
  for (guint i = 0; i < G_N_ELEMENTS (issues); i++)
    g_assert_true (g_ptr_array_index (sorted, i) == issues[order[i]]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/every code speaks both languages", test_every_code_speaks_both_languages);
  g_test_add_func ("/issue/French has its spaces", test_french_has_its_spaces);
  g_test_add_func ("/issue/a sentence is filled in", test_a_sentence_is_filled_in);
  g_test_add_func ("/issue/an author's value cannot play tricks", test_an_author_s_value_cannot_play_tricks);
  g_test_add_func ("/issue/a long value is cut", test_a_long_value_is_cut);
  g_test_add_func ("/issue/issues are told in the order of the text", test_issues_are_told_in_the_order_of_the_text);
  return g_test_run ();
}
