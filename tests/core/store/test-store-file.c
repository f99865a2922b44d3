/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-store-file.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ter-sha256.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("store-file-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "record", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
save (Fixture *self, const char *value)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GError) error = NULL;

  json_object_set_string_member (object, "a", value);
  g_assert_true (ter_store_file_save (self->path, object, &error));
  g_assert_no_error (error);
}

static void
assert_says (Fixture *self, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) object = ter_store_file_load (self->path, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (json_object_get_string_member (object, "a"), ==, value);
}

static void
assert_fails (Fixture *self, int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ter_store_file_load (self->path, &error));
  g_assert_error (error, G_IO_ERROR, code);
}

static void
what_was_saved_comes_back_and_the_last_wins (Fixture *self, gconstpointer data)
{
  save (self, "un");
  assert_says (self, "un");
  save (self, "été");
  assert_says (self, "été");
  assert_says (self, "été");
}

static void
one_that_is_not_there_is_not_damaged (Fixture *self, gconstpointer data)
{
  assert_fails (self, G_IO_ERROR_NOT_FOUND);
}

/* Every bit, one after the other: in the sum, its line's end, the JSON. */
static void
each_flipped_bit_is_noticed (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;

  save (self, "un");
  g_assert_true (g_file_get_contents (self->path, &text, &length, NULL));
  for (gsize i = 0; i < length * 8; i++)
    {
      text[i / 8] ^= 1 << i % 8;
      g_assert_true (g_file_set_contents_full (self->path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      assert_fails (self, G_IO_ERROR_INVALID_DATA);
      text[i / 8] ^= 1 << i % 8;
    }
}

static void
one_that_is_cut_is_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  gsize length;

  save (self, "un");
  g_assert_true (g_file_get_contents (self->path, &text, &length, NULL));
  for (gsize i = 0; i < length; i++)
    {
      g_assert_true (g_file_set_contents_full (self->path, text, i, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
      assert_fails (self, G_IO_ERROR_INVALID_DATA);
    }
}

/* The sum is right, what it sums up is nothing of ours. */
static void
a_right_sum_is_not_enough (Fixture *self, gconstpointer data)
{
  static const char *const bodies[] = { "[]", "7", "{\"a\":", "" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GBytes) body = g_bytes_new_static (bodies[i], strlen (bodies[i]));
      g_autofree char *sum = ter_sha256_of_bytes (body);
      g_autofree char *text = g_strconcat (sum, "\n", bodies[i], NULL);

      g_test_message ("%s", bodies[i]);
      g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
      assert_fails (self, G_IO_ERROR_INVALID_DATA);
    }
}

static void
what_the_store_never_writes_is_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *large = g_strnfill (1024 * 1024 + 1, 'a');

  g_assert_true (g_file_set_contents (self->path, large, -1, NULL));
  assert_fails (self, G_IO_ERROR_INVALID_DATA);
  g_remove (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_fails (self, G_IO_ERROR_INVALID_DATA);
}

static void
a_folder_that_is_gone_is_an_error (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "nowhere", "record", NULL);
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (ter_store_file_save (path, object, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/store-file/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("what-was-saved-comes-back-and-the-last-wins", what_was_saved_comes_back_and_the_last_wins);
  ADD ("one-that-is-not-there-is-not-damaged", one_that_is_not_there_is_not_damaged);
  ADD ("each-flipped-bit-is-noticed", each_flipped_bit_is_noticed);
  ADD ("one-that-is-cut-is-damaged", one_that_is_cut_is_damaged);
  ADD ("a-right-sum-is-not-enough", a_right_sum_is_not_enough);
  ADD ("what-the-store-never-writes-is-damaged", what_the_store_never_writes_is_damaged);
  ADD ("a-folder-that-is-gone-is-an-error", a_folder_that_is_gone_is_an_error);
  return g_test_run ();
}
