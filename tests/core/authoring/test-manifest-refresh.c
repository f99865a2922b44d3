/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-manifest-refresh.h"

#include "made-pack.h"
#include "ter-manifest.h"

static TerManifestRefresh *
refresh (MadePack *made, gboolean add)
{
  g_autoptr (GError) error = NULL;
  TerManifestRefresh *done = ter_manifest_refresh (made->folder, add, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static const TerListedFile *
find (TerManifestRefresh *done, const char *path)
{
  for (guint i = 0; i < done->files->len; i++)
    if (g_str_equal (((TerListedFile *) g_ptr_array_index (done->files, i))->path, path))
      return g_ptr_array_index (done->files, i);
  g_assert_not_reached ();
}

static void
test_a_list_in_order_is_left_alone (void)
{
  g_autoptr (TerManifestRefresh) done = NULL;
  MadePack made;

  made_pack_init (&made);
  done = refresh (&made, TRUE);
  g_assert_false (done->changed);
  g_assert_cmpuint (done->files->len, ==, 0);
  g_assert_cmpstr (done->id, ==, "essai");
  g_assert_cmpstr (done->version, ==, "0.1.0");
  made_pack_clear (&made);
}

/* The author's own way of writing is odd here, and stays; what is out of date or missing is set where it stands. */
static void
test_only_sizes_and_hashes_change (void)
{
  static const char before[] =
    "{ \"name\":\"essai\",\"resources\" : [\n\t{\"path\": \"a.txt\",\"bytes\":99, \"hash\": \"sha256:0\", \"x\" :1.50e1},\n"
    "\t{\n\t\t\"name\": \"b\",\n\t\t\"path\": \"b.txt\",\n\t\t\"role\": \"attachment\",\n\t\t\"title\": \"B\"\n\t} ] }";
  static const char after[] =
    "{ \"name\":\"essai\",\"resources\" : [\n\t{\"path\": \"a.txt\", \"name\": \"a\", \"role\": \"attachment\", \"mediatype\": \"text/plain\","
    "\"bytes\":1, \"hash\": \"sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb\", \"x\" :1.50e1},\n"
    "\t{\n\t\t\"name\": \"b\",\n\t\t\"path\": \"b.txt\",\n\t\t\"role\": \"attachment\",\n\t\t\"mediatype\": \"text/plain\",\n\t\t\"bytes\": 1,\n"
    "\t\t\"hash\": \"sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d\",\n\t\t\"title\": \"B\"\n\t} ] }";
  g_autofree char *around = g_dir_make_tmp ("authoring-XXXXXX", NULL);
  MadePack made = { .path = g_strdup (around), .around = g_strdup (around), .folder = g_file_new_for_path (around) };
  g_autoptr (TerManifestRefresh) done = NULL;
  g_autofree char *text = NULL;

  made_pack_write (&made, "datapackage.json", before);
  made_pack_write (&made, "a.txt", "a");
  made_pack_write (&made, "b.txt", "b");
  done = refresh (&made, FALSE);
  text = g_strndup (g_bytes_get_data (done->manifest, NULL), g_bytes_get_size (done->manifest));
  g_assert_cmpstr (text, ==, after);
  g_assert_cmpint (find (done, "a.txt")->state, ==, TER_LISTED_STALE);
  made_pack_clear (&made);
}

static void
test_what_is_not_listed_and_what_is_missing_is_told (void)
{
  g_autoptr (TerManifestRefresh) told = NULL;
  g_autoptr (TerManifestRefresh) added = NULL;
  g_autofree char *gone = NULL;
  MadePack made;

  made_pack_init (&made);
  made_pack_write (&made, "files/note.pdf", "%PDF");
  made_pack_write (&made, "data/codes.csv", "code,part\n01,1.5\n");
  gone = g_build_filename (made.path, "files", "invitation.txt", NULL);
  g_assert_cmpint (g_unlink (gone), ==, 0);
  told = refresh (&made, FALSE);
  g_assert_false (told->changed);
  g_assert_cmpint (find (told, "files/note.pdf")->state, ==, TER_LISTED_NOT);
  g_assert_nonnull (strstr (find (told, "files/note.pdf")->line, "\"application/pdf\""));
  g_assert_cmpint (find (told, "files/invitation.txt")->state, ==, TER_LISTED_MISSING);

  made_pack_write (&made, "files/invitation.txt", "Bonjour");
  added = refresh (&made, TRUE);
  g_assert_true (added->changed);
  g_assert_cmpint (find (added, "data/codes.csv")->state, ==, TER_LISTED_ADDED);
  g_assert_true (ter_manifest_write (made.folder, added->manifest, NULL));
  g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
  made_pack_clear (&made);
}

static void
test_what_is_no_pack_is_an_error (void)
{
  static const char *const texts[] = { "[]", "{", "{\"a\": 1, \"a\": 2}" };
  g_autoptr (GError) error = NULL;
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      made_pack_write (&made, "datapackage.json", texts[i]);
      g_assert_null (ter_manifest_refresh (made.folder, FALSE, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_clear_error (&error);
    }
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest-refresh/a list in order is left alone", test_a_list_in_order_is_left_alone);
  g_test_add_func ("/manifest-refresh/only sizes and hashes change", test_only_sizes_and_hashes_change);
  g_test_add_func ("/manifest-refresh/what is not listed and what is missing is told",
                   test_what_is_not_listed_and_what_is_missing_is_told);
  g_test_add_func ("/manifest-refresh/what is no pack is an error", test_what_is_no_pack_is_an_error);
  return g_test_run ();
}
