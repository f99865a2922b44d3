/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-lint.h"

#include <string.h>

#include "ter-issue.h"
#include "ter-pack-checker.h"
#include "../pack-files.h"

/* Every pack of tests/corpus/packs/lint is told exactly the code that its folder's name begins with, "clean" none, and the
 * checker finds nothing wrong with any of them. */

static const TerDate today = { 2026, 11, 23, -1, 0 };

static char *
corpus (const char *folder)
{
  return g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "packs", folder, NULL);
}

static GListModel *
lint_path (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GListModel *issues = ter_lint_pack (fixture_files (folder), &today, NULL, &error);

  g_assert_no_error (error);
  return issues;
}

static void
show (GListModel *issues)
{
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "en");

      g_test_message ("%s:%u %s: %s", ter_issue_get_file (issue), ter_issue_get_line (issue), ter_issue_get_code (issue), sentence);
    }
}

static void
test_a_pack_is_told_exactly_its_code (gconstpointer data)
{
  g_autofree char *name = g_path_get_basename (data);
  g_autoptr (GFile) folder = g_file_new_for_path (data);
  g_autoptr (GListModel) checked = ter_pack_checker_check (fixture_files (folder), NULL, NULL);
  g_autoptr (GListModel) issues = lint_path (data);
  guint n = g_list_model_get_n_items (issues);

  show (checked);
  show (issues);
  g_assert_cmpuint (g_list_model_get_n_items (checked), ==, 0);
  g_assert_cmpuint (n > 0, ==, !g_str_equal (name, "clean"));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *french = ter_issue_dup_sentence (issue, "fr");
      g_autofree char *advice = ter_issue_dup_advice (issue, "fr");

      g_assert_true (g_str_has_prefix (name, ter_issue_get_code (issue)));
      g_assert_cmpint (ter_issue_get_severity (issue), !=, TER_SEVERITY_ERROR);
      g_assert_null (strchr (french, '{'));
      g_assert_null (strchr (advice, '{'));
      if (*ter_issue_get_pointer (issue) != '\0')
        g_assert_cmpuint (ter_issue_get_line (issue), >, 0);
    }
}

/* What the checker refuses, and what was made to do harm, is got through without a word. */
static void
test_an_unsound_pack_is_got_through (gconstpointer data)
{
  g_autoptr (GListModel) issues = lint_path (data);

  g_assert_nonnull (issues);
}

static void
test_a_date_is_in_the_future_from_tomorrow (void)
{
  static const TerDate eve = { 2026, 11, 22, -1, 0 }, day = { 2026, 11, 24, -1, 0 };
  g_autofree char *path = corpus ("lint/updated-future");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GListModel) before = ter_lint_pack (fixture_files (folder), &eve, NULL, NULL);
  g_autoptr (GListModel) after = ter_lint_pack (fixture_files (folder), &day, NULL, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (before), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (after), ==, 0);
}

static void
test_linting_can_be_cancelled (void)
{
  g_autofree char *path = corpus ("lint/clean");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_lint_pack (fixture_files (folder), &today, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
add_folder (const char *prefix, const char *folder, GTestDataFunc func)
{
  g_autofree char *path = corpus (folder);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/lint/%s/%s", prefix, name);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), func, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_folder ("a pack is told exactly its code", "lint", test_a_pack_is_told_exactly_its_code);
  add_folder ("an unsound pack is got through", "invalid", test_an_unsound_pack_is_got_through);
  g_test_add_func ("/lint/a date is in the future from tomorrow", test_a_date_is_in_the_future_from_tomorrow);
  g_test_add_func ("/lint/linting can be cancelled", test_linting_can_be_cancelled);
  return g_test_run ();
}
