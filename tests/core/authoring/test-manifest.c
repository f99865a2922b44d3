/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-manifest.h"
#include "ter-safe-file.h"

#include "made-pack.h"
#include "ter-json.h"
#include "ter-limits.h"
#include "ter-signify.h"

static GBytes *
load (MadePack *made)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ter_manifest_load (made->folder, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
what_is_written_is_what_is_loaded (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{\"name\": \"a\"}\n", 14), empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) found = NULL, nothing = NULL;
  g_autoptr (GError) error = NULL;
  MadePack made;

  made_pack_init (&made);
  g_assert_true (ter_manifest_write (made.folder, bytes, &error));
  found = load (&made);
  g_assert_true (g_bytes_equal (found, bytes));
  g_assert_true (ter_manifest_write (made.folder, empty, &error));
  nothing = load (&made);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_no_error (error);
  made_pack_clear (&made);
}

static void
a_folder_without_one_says_so_in_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) around = NULL;
  MadePack made;

  made_pack_init (&made);
  around = g_file_new_for_path (made.around);
  g_assert_null (ter_manifest_load (around, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "there is no datapackage.json here: this is not a pack");
  made_pack_clear (&made);
}

static void
the_limit_of_a_manifest_is_kept (void)
{
  g_autofree char *text = g_strnfill (TER_LIMIT_MANIFEST_BYTES + 1, ' ');
  g_autoptr (GError) error = NULL;
  MadePack made;

  made_pack_init (&made);
  made_pack_write (&made, TER_PACK_MANIFEST, text);
  g_assert_null (ter_manifest_load (made.folder, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
  made_pack_clear (&made);
}

/* Around the size of its first buffer, which grows. */
static void
a_file_is_loaded_up_to_its_limit (void)
{
  static const struct
  {
    gsize size, limit;
    gboolean fits;
  } cases[] = {
    { 0, 0, TRUE },          { 1, 0, FALSE },          { 65535, 65535, TRUE },    { 65536, 65536, TRUE },   { 65536, 65535, FALSE },
    { 65537, 65536, FALSE }, { 300000, 300000, TRUE }, { 300000, 299999, FALSE }, { 300000, 65536, FALSE },
  };
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (made.path, "a.txt", NULL), *text = g_strnfill (cases[i].size, 'a');
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = NULL;

      g_test_message ("%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT, cases[i].size, cases[i].limit);
      made_pack_write (&made, "a.txt", text);
      bytes = ter_safe_file_load_named (file, cases[i].limit, NULL, &error);
      if (cases[i].fits)
        g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, cases[i].size);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
    }
  made_pack_clear (&made);
}

static void
only_an_object_can_be_edited (void)
{
  static const struct
  {
    const char *text;
    const char *at; /* %NULL: it can */
  } cases[] = {
    { "{}", NULL },
    { " {\"a\": 1}\n", NULL },
    { "[]", "datapackage.json:1:1: " },
    { "7", "datapackage.json:1:1: " },
    { "", "datapackage.json:" },
    { "{\n\"a\" 1}", "datapackage.json:2:5: " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, strlen (cases[i].text));
      g_autoptr (GError) error = NULL;
      g_autoptr (TerJsonEdit) edit = ter_manifest_edit (bytes, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_true ((edit != NULL) == (cases[i].at == NULL));
      if (cases[i].at == NULL)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      if (!g_str_has_prefix (error->message, cases[i].at))
        g_error ("%s", error->message);
    }
}

/* A signature is sound for the bytes it was made of, by the key that they name, and for nothing else. */
static void
a_signature_is_of_these_bytes_by_the_key_they_name (void)
{
  g_autofree char *secret = NULL, *public_key = NULL, *other_secret = NULL, *other_public = NULL, *key = NULL, *text = NULL,
                  *signature = NULL, *foreign = NULL;
  g_autoptr (GBytes) manifest = NULL, changed = NULL, nameless = g_bytes_new_static ("{}", 2);
  g_autoptr (GError) error = NULL;
  MadePack made;

  made_pack_init (&made);
  g_assert_true (ter_signify_generate (NULL, "essai", &secret, &public_key, &error));
  g_assert_true (ter_signify_generate (NULL, "autre", &other_secret, &other_public, &error));
  key = ter_signify_parse_public (public_key, &error);
  text = g_strdup_printf ("{\"publisher\": {\"key\": \"%s\"}}", key);
  manifest = g_bytes_new (text, strlen (text));
  text[0] = ' ';
  changed = g_bytes_new (text, strlen (text));
  signature = ter_signify_sign (secret, NULL, manifest, "essai", &error);
  foreign = ter_signify_sign (other_secret, NULL, manifest, "autre", &error);
  g_assert_no_error (error);

  g_assert_false (ter_manifest_is_signed (made.folder));
  g_assert_false (ter_manifest_is_signature_sound (made.folder, manifest));
  made_pack_write (&made, TER_PACK_SIGNATURE, signature);
  g_assert_true (ter_manifest_is_signed (made.folder));
  g_assert_true (ter_manifest_is_signature_sound (made.folder, manifest));
  g_assert_false (ter_manifest_is_signature_sound (made.folder, changed));
  g_assert_false (ter_manifest_is_signature_sound (made.folder, nameless));
  made_pack_write (&made, TER_PACK_SIGNATURE, foreign);
  g_assert_false (ter_manifest_is_signature_sound (made.folder, manifest));
  made_pack_write (&made, TER_PACK_SIGNATURE, "");
  g_assert_true (ter_manifest_is_signed (made.folder));
  g_assert_false (ter_manifest_is_signature_sound (made.folder, manifest));
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/what-is-written-is-what-is-loaded", what_is_written_is_what_is_loaded);
  g_test_add_func ("/manifest/a-folder-without-one-says-so-in-words", a_folder_without_one_says_so_in_words);
  g_test_add_func ("/manifest/the-limit-of-a-manifest-is-kept", the_limit_of_a_manifest_is_kept);
  g_test_add_func ("/manifest/a-file-is-loaded-up-to-its-limit", a_file_is_loaded_up_to_its_limit);
  g_test_add_func ("/manifest/only-an-object-can-be-edited", only_an_object_can_be_edited);
  g_test_add_func ("/manifest/a-signature-is-of-these-bytes-by-the-key-they-name",
                   a_signature_is_of_these_bytes_by_the_key_they_name);
  return g_test_run ();
}
