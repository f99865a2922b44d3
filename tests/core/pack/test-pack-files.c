/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-files.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "made-pack.h"
#include "ter-sha256.h"

typedef struct
{
  char *path;
  GFile *root;
} Fixture;

static void
write_file (Fixture *self, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = g_dir_make_tmp ("files-XXXXXX", NULL);
  self->root = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  const char *argv[] = { "rm", "-rf", self->path, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  g_object_unref (self->root);
  g_free (self->path);
}

static gboolean
collect_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  static const char *const types[] = { "regular", "other", "unreadable", "too-deep" };

  g_assert_true ((type == TER_PACK_FILE_REGULAR) == (modified > 0) || type == TER_PACK_FILE_OTHER);
  g_ptr_array_add (user_data, g_strdup_printf ("%s %s %d", path, types[type], type == TER_PACK_FILE_REGULAR ? (int) size : 0));
  return TRUE;
}

static char *
walk (TerPackFiles *files)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (ter_pack_files_walk (files, collect_cb, found, NULL, &error));
  g_assert_no_error (error);
  g_ptr_array_sort_values (found, (GCompareFunc) strcmp);
  g_ptr_array_add (found, NULL);
  return g_strjoinv (", ", (char **) found->pdata);
}

static void
assert_bytes (TerPackFiles *files, const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ter_pack_files_load (files, path, strlen (expected), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, strlen (expected));
}

static void
assert_no_bytes (TerPackFiles *files, const char *path, gsize limit, int code)
{
  g_autoptr (GError) error = NULL, same = NULL;

  g_test_message ("%s", path);
  g_assert_null (ter_pack_files_load (files, path, limit, NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  if (code == G_IO_ERROR_MESSAGE_TOO_LARGE)
    return;
  g_assert_cmpint (ter_pack_files_open (files, path, &same), ==, -1);
  g_assert_error (same, G_IO_ERROR, code);
}

static void
a_folder_s_files_are_walked_with_what_they_are (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (self->root);
  g_autofree char *link = g_build_filename (self->path, "a", "link", NULL), *found = NULL;

  write_file (self, "datapackage.json", "{}");
  write_file (self, "a/b/c.txt", "four");
  write_file (self, "a/.hidden", "");
  g_assert_cmpint (symlink ("/etc/passwd", link), ==, 0);
  found = walk (files);
  g_assert_cmpstr (found, ==, "a/.hidden regular 0, a/b/c.txt regular 4, a/link other 0, datapackage.json regular 2");
}

static void
folders_below_sixteen_levels_are_not_entered (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (self->root);
  g_autoptr (GString) path = g_string_new (NULL);
  g_autofree char *inside = NULL, *beyond = NULL, *found = NULL, *expected = NULL;

  for (int i = 0; i < 15; i++)
    g_string_append (path, "d/");
  inside = g_strconcat (path->str, "in", NULL);
  beyond = g_strconcat (path->str, "d/out", NULL);
  write_file (self, inside, "");
  write_file (self, beyond, "");
  found = walk (files);
  expected = g_strconcat (path->str, "d too-deep 0, ", inside, " regular 0", NULL);
  g_assert_cmpstr (found, ==, expected);
}

static gboolean
first_only_cb (const char *path, TerPackFileType type, guint64 size, gint64 modified, gpointer user_data)
{
  ++*(guint *) user_data;
  return FALSE;
}

static void
a_walk_can_be_ended_and_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (self->root);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n = 0;

  write_file (self, "a", "");
  write_file (self, "b/c", "");
  g_assert_true (ter_pack_files_walk (files, first_only_cb, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, 1);
  g_cancellable_cancel (cancellable);
  g_assert_false (ter_pack_files_walk (files, first_only_cb, &n, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 1);
}

static void
a_folder_gives_its_own_files_and_no_others (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (self->root);
  g_autofree char *name = ter_pack_files_dup_name (files), *base = g_path_get_basename (self->path),
                  *link = g_build_filename (self->path, "l", NULL);
  g_autoptr (GFile) file = ter_pack_files_dup_file (files, "a/b.txt");

  write_file (self, "a/b.txt", "text");
  g_assert_cmpint (symlink ("a/b.txt", link), ==, 0);
  assert_bytes (files, "a/b.txt", "text");
  assert_no_bytes (files, "a/b.txt", 3, G_IO_ERROR_MESSAGE_TOO_LARGE);
  assert_no_bytes (files, "none", 10, G_IO_ERROR_NOT_FOUND);
  assert_no_bytes (files, "../etc/passwd", 10, G_IO_ERROR_INVALID_FILENAME);
  assert_no_bytes (files, "/etc/passwd", 10, G_IO_ERROR_INVALID_FILENAME);
  assert_no_bytes (files, "a", 10, G_IO_ERROR_NOT_REGULAR_FILE);
  assert_no_bytes (files, "l", 10, G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_cmpstr (name, ==, base);
  g_assert_true (ter_pack_files_get_folder (files) == self->root);
  g_assert_null (ter_pack_files_get_manifest_sha256 (files));
  g_assert_null (ter_pack_files_get_sha256 (files, "a/b.txt"));
  g_assert_false (ter_pack_files_is_draft (files));
}

static void
a_draft_is_a_folder_that_says_so (Fixture *self, gconstpointer data)
{
  g_autoptr (TerPackFiles) draft = ter_pack_files_new_for_draft (self->root), folder = ter_pack_files_new_for_folder (self->root);

  g_assert_true (ter_pack_files_is_draft (draft));
  g_assert_cmpstr (ter_pack_files_get_uri (draft), ==, ter_pack_files_get_uri (folder));
}

/* Writes an object and returns its name. */
static char *
write_object (Fixture *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  char *sha256 = ter_sha256_of_bytes (bytes);
  g_autofree char *name = g_strdup_printf ("%.2s/%s", sha256, sha256 + 2);

  write_file (self, name, text);
  return sha256;
}

static void
objects_are_found_by_what_the_manifest_says (Fixture *self, gconstpointer data)
{
  g_autofree char *text = write_object (self, "text"), *other = write_object (self, "other"),
                  *manifest_sha256 = write_object (self, "manifest");
  g_autofree char *json = g_strdup_printf (
    "{'resources': [{'path': 'a.txt', 'hash': 'sha256:%s'}, {'path': '../b', 'hash': 'sha256:%s'}, {'path': 'a.txt', 'hash': 'sha256:%s'},"
    " {'path': 'short', 'hash': 'sha256:../../x'}, {'path': 'md5', 'hash': 'md5:%s'}, {'path': 'none'}, {'hash': 'sha256:%s'},"
    " {'path': 'datapackage.json', 'hash': 'sha256:%s'}, 7]}",
    text, other, other, text, text, other);
  g_autoptr (JsonNode) manifest = parse_quoted (json);
  g_autoptr (TerPackFiles) files =
    ter_pack_files_new_for_objects (self->root, manifest_sha256, NULL, json_node_get_object (manifest));
  g_autofree char *found = walk (files), *name = ter_pack_files_dup_name (files);

  assert_bytes (files, "a.txt", "text");
  /* A path is a key here, never a way on the disk; the manifest cannot name another manifest. */
  assert_bytes (files, "../b", "other");
  assert_bytes (files, TER_PACK_MANIFEST, "manifest");
  assert_no_bytes (files, "short", 10, G_IO_ERROR_NOT_FOUND);
  assert_no_bytes (files, "md5", 10, G_IO_ERROR_NOT_FOUND);
  assert_no_bytes (files, TER_PACK_SIGNATURE, 10, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (ter_pack_files_get_sha256 (files, "a.txt"), ==, text);
  g_assert_null (ter_pack_files_get_folder (files));
  g_assert_null (ter_pack_files_dup_file (files, "short"));
  g_assert_cmpstr (found, ==, "../b regular 5, a.txt regular 4, datapackage.json regular 8");
  g_assert_cmpuint (strlen (name), ==, 12);
  g_assert_true (g_str_has_prefix (manifest_sha256, name));
}

static void
the_uri_of_objects_tells_their_manifest (Fixture *self, gconstpointer data)
{
  static const char *const wrong[] = { "", "sha256:", "sha256:00", "file:///tmp",
                                       "sha256:ZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ" };
  g_autofree char *sha256 = write_object (self, "manifest"), *signature = write_object (self, "signature");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_objects (self->root, sha256, signature, NULL);

  g_assert_cmpstr (ter_pack_files_parse_uri (ter_pack_files_get_uri (files)), ==, sha256);
  g_assert_cmpstr (ter_pack_files_get_manifest_sha256 (files), ==, sha256);
  assert_bytes (files, TER_PACK_SIGNATURE, "signature");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_null (ter_pack_files_parse_uri (wrong[i]));
}

static void
a_folder_that_cannot_be_listed_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (self->root, "nowhere"), far = g_file_new_for_uri ("https://example.org/a");
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (nowhere), distant = ter_pack_files_new_for_folder (far);
  g_autoptr (GError) error = NULL, other = NULL, third = NULL;
  guint n = 0;

  g_assert_false (ter_pack_files_are_there (files, &error));
  g_assert_nonnull (error);
  g_assert_false (ter_pack_files_walk (files, first_only_cb, &n, NULL, &other));
  g_assert_nonnull (other);
  g_assert_false (ter_pack_files_are_there (distant, &third));
  g_assert_error (third, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/pack-files/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("a-folder-s-files-are-walked-with-what-they-are", a_folder_s_files_are_walked_with_what_they_are);
  ADD ("folders-below-sixteen-levels-are-not-entered", folders_below_sixteen_levels_are_not_entered);
  ADD ("a-walk-can-be-ended-and-cancelled", a_walk_can_be_ended_and_cancelled);
  ADD ("a-folder-gives-its-own-files-and-no-others", a_folder_gives_its_own_files_and_no_others);
  ADD ("a-draft-is-a-folder-that-says-so", a_draft_is_a_folder_that_says_so);
  ADD ("objects-are-found-by-what-the-manifest-says", objects_are_found_by_what_the_manifest_says);
  ADD ("the-uri-of-objects-tells-their-manifest", the_uri_of_objects_tells_their_manifest);
  ADD ("a-folder-that-cannot-be-listed-is-an-error", a_folder_that_cannot_be_listed_is_an_error);
  return g_test_run ();
}
