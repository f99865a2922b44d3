/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-integrity.h"

#include "ter-issue.h"

/* (transfer full): the issues of a pack of the corpus. */
static GPtrArray *
verify (const char *name, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "tests", "corpus", "packs", name, NULL);
  g_autofree char *manifest = g_build_filename (path, TER_PACK_MANIFEST, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);

  g_assert_true (json_parser_load_from_file (parser, manifest, NULL));
  if (!ter_integrity_check (files, json_node_get_object (json_parser_get_root (parser)), issues, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&issues);
}

static const struct
{
  const char *name;
  const char *code; /* nullable */
  const char *file;
} packs[] = {
  { "valid/minimal", NULL, NULL },
  { "valid/limits", NULL, NULL },
  { "invalid/file-hash", "file-hash", "files/note.txt" },
  { "invalid/file-size", "file-size", "files/note.txt" },
  { "invalid/file-missing", "file-missing", "files/note.txt" },
  { "invalid/file-unlisted", "file-unlisted", NULL },
  { "invalid/file-not-regular", "file-not-regular", NULL },
  { "invalid/hash-invalid", "file-hash", "files/note.txt" },
  { "invalid/member-missing-hash", "member-missing", NULL },
  { "invalid/member-missing-bytes", "member-missing", NULL },
  { "invalid/path-duplicate", "path-duplicate", NULL },
  { "invalid/path-invalid-parent", "path-invalid", NULL },
  /* What is wrong in it, but is as it was listed, is no matter of verifying. */
  { "invalid/json-syntax", NULL, NULL },
};

static void
test_every_file_is_compared_with_the_list (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (packs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) issues = verify (packs[i].name, NULL, &error);

      g_assert_no_error (error);
      if (packs[i].code == NULL)
        g_assert_cmpuint (issues->len, ==, 0);
      else
        {
          TerIssue *issue = issues->len > 0 ? g_ptr_array_index (issues, 0) : NULL;

          if (issue == NULL || !g_str_equal (ter_issue_get_code (issue), packs[i].code))
            g_error ("%s: %s", packs[i].name, issue != NULL ? ter_issue_get_code (issue) : "nothing");
          if (packs[i].file != NULL)
            g_assert_cmpstr (ter_issue_get_file (issue), ==, packs[i].file);
        }
    }
}

static void
test_it_can_be_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (verify ("valid/minimal", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_a_folder_that_is_gone_is_an_error (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path ("/nonexistent");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (JsonObject) manifest = json_object_new ();
  g_autoptr (GPtrArray) issues = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_integrity_check (files, manifest, issues, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/integrity/every-file-is-compared-with-the-list", test_every_file_is_compared_with_the_list);
  g_test_add_func ("/integrity/it-can-be-cancelled", test_it_can_be_cancelled);
  g_test_add_func ("/integrity/a-folder-that-is-gone-is-an-error", test_a_folder_that_is_gone_is_an_error);
  return g_test_run ();
}
