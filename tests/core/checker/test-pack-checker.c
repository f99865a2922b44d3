/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-checker.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ter-check-private.h"
#include "ter-issue.h"
#include "ter-pack-reader.h"
#include "ter-sha256.h"
#include "../pack-files.h"

/* Every pack of tests/corpus/packs/invalid is told exactly the code that its folder's name begins with; those of valid, no
 * error. What no folder can hold in a repository (a pipe, a file that may not be read) is made here, what is large by test-limits.c. */

static char *
corpus (const char *folder)
{
  return g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "packs", folder, NULL);
}

static GListModel *
check_path (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  GListModel *issues = ter_pack_checker_check (fixture_files (folder), NULL, &error);

  g_assert_no_error (error);
  return issues;
}

/* The longest code that begins @name: "json-syntax-comment" expects "json-syntax". */
static const char *
expected_code (const char *name)
{
  const char *found = NULL;

  for (guint code = 0; code < TER_N_ISSUES; code++)
    {
      const char *candidate = ter_issue_code_get_name (code);
      gsize length = strlen (candidate);

      if (strncmp (name, candidate, length) == 0 && (name[length] == '-' || name[length] == '\0') &&
          (found == NULL || length > strlen (found)))
        found = candidate;
    }
  return found;
}

static void
assert_only (GListModel *issues, const char *code)
{
  g_assert_cmpuint (g_list_model_get_n_items (issues), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "en");

      g_test_message ("%s:%u:%u: %s", ter_issue_get_file (issue), ter_issue_get_line (issue), ter_issue_get_column (issue),
                      sentence);
      g_assert_cmpstr (ter_issue_get_code (issue), ==, code);
      g_assert_null (strchr (sentence, '{'));
      /* A place in a file of text always has its line. */
      if (*ter_issue_get_pointer (issue) != '\0')
        g_assert_cmpuint (ter_issue_get_line (issue), >, 0);
    }
}

static void
test_an_invalid_pack_is_told_exactly_its_code (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autoptr (GListModel) issues = check_path (path);
  const char *code = expected_code (name);

  g_assert_nonnull (code);
  assert_only (issues, code);
}

/* Lenient as it is, the reader gets through every pack without a complaint on its log. */
static gboolean
ignore_cb (JsonObject *object, gpointer user_data, GError **error)
{
  g_autoptr (TerEntry) entry = ter_entry_new (user_data, object);
  g_autofree char *body = ter_entry_dup_body (entry, NULL);

  return TRUE;
}

static void
test_the_reader_gets_through (gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerPack) pack = ter_pack_reader_read (fixture_files (folder), "en", NULL, &error);

  if (pack != NULL)
    ter_pack_reader_read_entries (pack, ignore_cb, pack, NULL, &error);
  g_test_message ("%s", error != NULL ? error->message : "read");
}

static void
test_a_valid_pack_has_no_error (gconstpointer data)
{
  g_autoptr (GListModel) issues = check_path (data);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);
      g_autofree char *sentence = ter_issue_dup_sentence (issue, "en");

      g_test_message ("%s:%u: %s", ter_issue_get_file (issue), ter_issue_get_line (issue), sentence);
      g_assert_cmpint (ter_issue_get_severity (issue), !=, TER_SEVERITY_ERROR);
    }
}

static void
test_every_code_has_a_pack (void)
{
  /* Made by tests below, but for what only a failing disk can show. */
  static const char *const elsewhere[] = { "file-unreadable", "installation-damaged",
                                           /* Made by test-limits.c: too large for a repository. */
                                           "pack-too-large", "files-too-many", "entries-too-many", "issues-more", "json-size",
                                           "file-values-too-many", "records-too-many", "members-too-many", "members-alike",
                                           "positions-too-many", "outlines-too-many", "rows-too-many", "figure-untried", NULL };
  g_autofree char *path = corpus ("invalid");
  g_autofree char *lint = corpus ("lint");

  for (guint code = 0; code < TER_N_ISSUES; code++)
    {
      const char *name = ter_issue_code_get_name (code);
      g_autofree char *folder = g_build_filename (path, name, NULL);
      g_autofree char *quality = g_build_filename (lint, name, NULL); /* test-lint.c looks at these */

      /* Those of archives have theirs in tests/corpus/archives: test-archive.c sees to it. */
      gboolean made = g_strv_contains (elsewhere, name) || g_str_has_prefix (name, "archive-");

      g_test_message ("%s", name);
      g_assert_cmpint (made + g_file_test (folder, G_FILE_TEST_IS_DIR) + g_file_test (quality, G_FILE_TEST_IS_DIR), ==, 1);
    }
}

/* ---- What is made here ---- */

/* A sound pack in a folder of its own, to be spoiled. */
typedef struct
{
  char *path;
} Made;

static void
made_write (Made *made, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (made->path, name, NULL);

  g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static void
made_init (Made *made, const char *entries)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (entries, strlen (entries));
  g_autofree char *hash = ter_sha256_of_bytes (bytes);
  g_autofree char *manifest = NULL;

  made->path = g_dir_make_tmp ("made-XXXXXX", NULL);
  made_write (made, "entries.json", entries);
  manifest =
    g_strdup_printf ("{\"format\": [1, 0], \"name\": \"made\", \"version\": \"1.0.0\", \"title\": \"T\", \"description\": \"D\","
                     " \"languages\": [\"fr\"], \"created\": \"2026-11-23\", \"licenses\": [{\"name\": \"CC0-1.0\"}],"
                     " \"sections\": [{\"id\": \"s\", \"title\": \"S\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"]}}],"
                     " \"resources\": [{\"name\": \"entries\", \"path\": \"entries.json\", \"role\": \"entries\","
                     " \"mediatype\": \"application/json\", \"bytes\": %" G_GSIZE_FORMAT ", \"hash\": \"sha256:%s\"}]}",
                     strlen (entries), hash);
  made_write (made, "datapackage.json", manifest);
}

static void
made_clear (Made *made)
{
  const char *argv[] = { "rm", "-rf", made->path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_free (made->path);
}

#define ONE_ENTRY "[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"A\"}]"

static void
test_a_pipe_is_no_file (void)
{
  g_autofree char *name = NULL;
  g_autoptr (GListModel) issues = NULL;
  Made made;

  made_init (&made, ONE_ENTRY);
  name = g_build_filename (made.path, "pipe", NULL);
  g_assert_cmpint (mkfifo (name, 0600), ==, 0);
  issues = check_path (made.path);
  assert_only (issues, "file-not-regular");
  made_clear (&made);
}

static void
test_a_file_that_may_not_be_read_is_told (void)
{
  g_autofree char *name = NULL;
  g_autoptr (GListModel) issues = NULL;
  Made made;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }
  made_init (&made, ONE_ENTRY);
  name = g_build_filename (made.path, "entries.json", NULL);
  g_assert_cmpint (g_chmod (name, 0), ==, 0);
  issues = check_path (made.path);
  assert_only (issues, "file-unreadable");
  made_clear (&made);
}

static void
test_a_folder_without_end_is_no_pack (void)
{
  GString *path;
  g_autoptr (GListModel) issues = NULL;
  Made made;

  made_init (&made, ONE_ENTRY);
  path = g_string_new (made.path);
  for (guint i = 0; i < 200; i++)
    g_string_append (path, "/a");
  g_assert_cmpint (g_mkdir_with_parents (path->str, 0700), ==, 0);
  issues = check_path (made.path);
  assert_only (issues, "path-invalid");
  g_string_free (path, TRUE);
  made_clear (&made);
}

static void
test_what_is_no_folder_is_an_error (void)
{
  g_autoptr (GFile) nothing = g_file_new_for_path ("/nonexistent/pack");
  g_autoptr (GFile) remote = g_file_new_for_uri ("https://example.org/");
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_pack_checker_check (fixture_files (nothing), NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (ter_pack_checker_check (fixture_files (remote), NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
}

static void
test_checking_can_be_cancelled (void)
{
  g_autofree char *path = corpus ("valid/minimal");
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_pack_checker_check (fixture_files (folder), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- The checker's tables against the published schemas ---- */

static void
add_folder (const char *prefix, const char *path, GTestDataFunc func)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/pack-checker/%s/%s", prefix, name);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), func, g_free);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *invalid = NULL, *valid = NULL, *shipped = NULL;

  g_test_init (&argc, &argv, NULL);
  invalid = corpus ("invalid");
  valid = corpus ("valid");
  shipped = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", "innovation-territoriale", NULL);

  add_folder ("an invalid pack is told exactly its code", invalid, test_an_invalid_pack_is_told_exactly_its_code);
  add_folder ("the reader gets through", invalid, test_the_reader_gets_through);
  add_folder ("a valid pack has no error", valid, test_a_valid_pack_has_no_error);
  if (g_file_test (shipped, G_FILE_TEST_IS_DIR))
    g_test_add_data_func ("/pack-checker/the pack that ships has no error", shipped, test_a_valid_pack_has_no_error);
  g_test_add_func ("/pack-checker/every code has a pack", test_every_code_has_a_pack);
  g_test_add_func ("/pack-checker/a pipe is no file", test_a_pipe_is_no_file);
  g_test_add_func ("/pack-checker/a file that may not be read is told", test_a_file_that_may_not_be_read_is_told);
  g_test_add_func ("/pack-checker/a folder without end is no pack", test_a_folder_without_end_is_no_pack);
  g_test_add_func ("/pack-checker/what is no folder is an error", test_what_is_no_folder_is_an_error);
  g_test_add_func ("/pack-checker/checking can be cancelled", test_checking_can_be_cancelled);
  return g_test_run ();
}
