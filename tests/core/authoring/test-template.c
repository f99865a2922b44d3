/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-template.h"

#include "made-pack.h"
#include "ter-limits.h"
#include "ter-lint.h"

static const TerDate today = { 2026, 11, 23, -1, 0 };

static void
test_a_new_pack_is_sound_and_clean (void)
{
  static const char *const languages[] = { "fr", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      TerTemplateOptions options = { NULL, "L’été & <b>\"@ID@\"</b>", languages[i], today };
      g_autofree char *around = g_dir_make_tmp ("authoring-XXXXXX", NULL);
      MadePack made = { g_build_filename (around, "Ma commune 2026", NULL), g_strdup (around), NULL };
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL, *manifest = NULL;
      g_autoptr (TerPackFiles) files = NULL;
      g_autoptr (GListModel) quality = NULL;

      made.folder = g_file_new_for_path (made.path);
      id = ter_template_write (made.folder, &options, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (id, ==, "ma-commune-2026");
      g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
      files = ter_pack_files_new_for_folder (made.folder);
      quality = ter_lint_pack (files, &today, NULL, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (quality), ==, 0);
      manifest = made_pack_read (&made, "datapackage.json");
      g_assert_nonnull (strstr (manifest, "\"title\": \"L’été & <b>\\\"@ID@\\\"</b>\""));
      g_assert_cmpint (strstr (manifest, "\"title\": \"Accueil\"") != NULL, ==, i == 0);
      made_pack_clear (&made);
    }
}

static void
test_nothing_is_overwritten (void)
{
  TerTemplateOptions options = { "essai", NULL, "fr", today };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  MadePack made;

  made_pack_init (&made);
  before = made_pack_read (&made, "datapackage.json");
  g_assert_null (ter_template_write (made.folder, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_EMPTY);
  after = made_pack_read (&made, "datapackage.json");
  g_assert_cmpstr (after, ==, before);
  made_pack_clear (&made);
}

static void
test_an_empty_folder_is_taken (void)
{
  TerTemplateOptions options = { "essai", NULL, "fr", today };
  g_autofree char *around = g_dir_make_tmp ("authoring-XXXXXX", NULL);
  MadePack made = { g_strdup (around), g_strdup (around), g_file_new_for_path (around) };
  g_autoptr (GError) error = NULL;
  g_autofree char *id = ter_template_write (made.folder, &options, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
  made_pack_clear (&made);
}

static void
test_what_no_pack_may_be_called_is_refused (void)
{
  static const struct
  {
    const char *folder;
    const char *id;
    const char *title;
  } cases[] = {
    { "été", "Été", NULL }, { "日本", NULL, NULL }, { "a", "a--b", NULL }, { "a", "a", "" }, { "a", "a", "deux\nlignes" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TerTemplateOptions options = { cases[i].id, cases[i].title, "fr", today };
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), "authoring-none", cases[i].folder, NULL);
      g_autoptr (GFile) folder = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;

      g_assert_null (ter_template_write (folder, &options, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_false (g_file_query_exists (folder, NULL));
    }
}

/* As a person writes it: in letters of two bytes. */
static void
test_a_title_is_as_long_as_a_text_may_be (void)
{
  for (guint above = 0; above <= 1; above++)
    {
      g_autoptr (GString) title = g_string_new (NULL);
      TerTemplateOptions options = { "essai", NULL, "fr", today };
      g_autofree char *around = g_dir_make_tmp ("authoring-XXXXXX", NULL);
      MadePack made = { g_strdup (around), g_strdup (around), g_file_new_for_path (around) };
      g_autoptr (GError) error = NULL;
      g_autofree char *id = NULL;

      for (guint i = 0; i < TER_LIMIT_TEXT_CHARS + above; i++)
        g_string_append (title, "é");
      options.title = title->str;
      id = ter_template_write (made.folder, &options, &error);
      g_assert_cmpstr (id, ==, above ? NULL : "essai");
      if (above)
        g_assert_cmpstr (error->message, ==, "the title is one line of 1 to 500 characters");
      else
        g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
      made_pack_clear (&made);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/template/a new pack is sound and clean", test_a_new_pack_is_sound_and_clean);
  g_test_add_func ("/template/nothing is overwritten", test_nothing_is_overwritten);
  g_test_add_func ("/template/an empty folder is taken", test_an_empty_folder_is_taken);
  g_test_add_func ("/template/a title is as long as a text may be", test_a_title_is_as_long_as_a_text_may_be);
  g_test_add_func ("/template/what no pack may be called is refused", test_what_no_pack_may_be_called_is_refused);
  return g_test_run ();
}
