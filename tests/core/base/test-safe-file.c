/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-safe-file.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *folder_path;

static void
make_folder (void)
{
  g_autofree char *inner = NULL, *file = NULL, *link = NULL, *linked_folder = NULL, *pipe = NULL;

  folder_path = g_dir_make_tmp ("safe-XXXXXX", NULL);
  inner = g_build_filename (folder_path, "inner", NULL);
  file = g_build_filename (inner, "note.txt", NULL);
  link = g_build_filename (folder_path, "link.txt", NULL);
  linked_folder = g_build_filename (folder_path, "linked", NULL);
  pipe = g_build_filename (folder_path, "pipe", NULL);
  g_assert_cmpint (g_mkdir (inner, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "hello", -1, NULL));
  g_assert_cmpint (symlink ("inner/note.txt", link), ==, 0);
  g_assert_cmpint (symlink ("inner", linked_folder), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
}

static void
test_a_regular_file_is_read (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ter_safe_file_load (folder, "inner/note.txt", 5, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "hello", 5);
}

static void
test_one_byte_above_the_limit_is_refused (void)
{
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_safe_file_load (folder, "inner/note.txt", 4, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static void
test_what_is_no_plain_file_of_the_folder_is_refused (void)
{
  static const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { "nothing", G_IO_ERROR_NOT_FOUND },
    { "link.txt", G_IO_ERROR_NOT_REGULAR_FILE },
    { "linked/note.txt", G_IO_ERROR_NOT_FOUND },
    { "pipe", G_IO_ERROR_NOT_REGULAR_FILE },
    { "inner", G_IO_ERROR_NOT_REGULAR_FILE },
    { "../safe", G_IO_ERROR_INVALID_FILENAME },
    { "inner/../inner/note.txt", G_IO_ERROR_INVALID_FILENAME },
    { "/etc/passwd", G_IO_ERROR_INVALID_FILENAME },
    { "inner//note.txt", G_IO_ERROR_INVALID_FILENAME },
    { "./inner/note.txt", G_IO_ERROR_INVALID_FILENAME },
  };
  g_autoptr (GFile) folder = g_file_new_for_path (folder_path);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].path);
      g_assert_null (ter_safe_file_load (folder, cases[i].path, 100, NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *command = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  make_folder ();
  g_test_add_func ("/safe-file/a regular file is read", test_a_regular_file_is_read);
  g_test_add_func ("/safe-file/one byte above the limit is refused", test_one_byte_above_the_limit_is_refused);
  g_test_add_func ("/safe-file/what is no plain file of the folder is refused",
                   test_what_is_no_plain_file_of_the_folder_is_refused);
  status = g_test_run ();
  command = g_strdup_printf ("rm -rf '%s'", folder_path);
  g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL);
  g_free (folder_path);
  return status;
}
