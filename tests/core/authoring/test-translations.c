/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-translations.h"

#include "made-pack.h"
#include "ter-manifest.h"

static TerTranslations *
extract (MadePack *made, const char *language, GPtrArray *before)
{
  g_autoptr (GError) error = NULL;
  TerTranslations *done = ter_translations_extract (made->folder, language, before, NULL, &error);

  g_assert_no_error (error);
  return done;
}

static TerPoMessage *
find (GPtrArray *messages, const char *context)
{
  for (guint i = 0; i < messages->len; i++)
    if (g_str_equal (((TerPoMessage *) g_ptr_array_index (messages, i))->context, context))
      return g_ptr_array_index (messages, i);
  g_assert_not_reached ();
}

/* Through a file, as a translator does. */
static GPtrArray *
through_file (GPtrArray *messages)
{
  g_autofree char *text = ter_po_write (messages, "essai", "en");
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char *language = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *read = ter_po_read (bytes, &language, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (language, ==, "en");
  return read;
}

static void
test_out_and_in_again_changes_nothing (void)
{
  static const char *const files[] = { "datapackage.json", "content/entries.json", "content/vocabularies.json" };
  g_autoptr (TerTranslations) done = NULL;
  g_autoptr (GPtrArray) messages = NULL;
  TerTranslationsMerge merge;
  char *before[G_N_ELEMENTS (files)];
  MadePack made;

  made_pack_init (&made);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    before[i] = made_pack_read (&made, files[i]);
  done = extract (&made, "en", NULL);
  g_assert_cmpuint (done->messages->len, >=, 50);
  messages = through_file (done->messages);
  g_assert_true (ter_translations_merge (made.folder, "en", messages, &merge, NULL, NULL));
  g_assert_cmpuint (merge.n_written, ==, 0);
  g_assert_cmpuint (merge.n_files, ==, 0);
  g_assert_cmpuint (merge.n_lost, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *after = made_pack_read (&made, files[i]);

      g_assert_cmpstr (after, ==, before[i]);
      g_free (before[i]);
    }
  made_pack_clear (&made);
}

static void
test_a_new_language_comes_beside_its_source (void)
{
  g_autoptr (TerTranslations) done = NULL;
  TerTranslationsMerge merge;
  g_autofree char *entries = NULL, *manifest = NULL;
  TerPoMessage *message;
  MadePack made;

  made_pack_init (&made);
  done = extract (&made, "de", NULL);
  message = find (done->messages, "content/entries.json#/0/title");
  g_assert_cmpstr (message->source, ==, "Bienvenue");
  g_assert_cmpstr (message->translation, ==, "");
  g_free (message->translation);
  message->translation = g_strdup ("Will\"kommen\\ & <b>");
  g_assert_true (ter_translations_merge (made.folder, "de", done->messages, &merge, NULL, NULL));
  g_assert_cmpuint (merge.n_written, ==, 1);
  g_assert_true (merge.language_added);
  entries = made_pack_read (&made, "content/entries.json");
  g_assert_nonnull (
    strstr (entries,
            "    \"title\": \"Bienvenue\",\n    \"title@de\": \"Will\\\"kommen\\\\ & <b>\",\n    \"title@en\": \"Welcome\",\n"));
  manifest = made_pack_read (&made, "datapackage.json");
  g_assert_nonnull (strstr (manifest, "    \"en\",\n    \"de\"\n  ]"));
  /* Sizes and hashes have followed. */
  g_assert_cmpuint (made_pack_count_issues (&made), ==, 0);
  made_pack_clear (&made);
}

static void
test_a_changed_source_makes_its_translation_fuzzy (void)
{
  g_autoptr (TerTranslations) first = NULL;
  g_autoptr (TerTranslations) second = NULL;
  g_autoptr (TerTranslations) third = NULL;
  g_autoptr (GPtrArray) read = NULL;
  TerTranslationsMerge merge;
  TerPoMessage *message;
  MadePack made;

  made_pack_init (&made);
  first = extract (&made, "en", NULL);
  g_assert_cmpuint (first->n_fuzzy, ==, 0);
  made_pack_change (&made, "content/entries.json", "\"Bienvenue\"", "\"Bonjour à tous\"");
  second = extract (&made, "en", first->messages);
  g_assert_cmpuint (second->n_fuzzy, ==, 1);
  message = find (second->messages, "content/entries.json#/0/title");
  g_assert_true (message->fuzzy);
  g_assert_cmpstr (message->previous, ==, "Bienvenue");
  /* It stays so until somebody has looked at it, and is not merged before. */
  read = through_file (second->messages);
  third = extract (&made, "en", read);
  g_assert_cmpuint (third->n_fuzzy, ==, 1);
  g_assert_true (ter_translations_merge (made.folder, "en", third->messages, &merge, NULL, NULL));
  g_assert_cmpuint (merge.n_fuzzy, ==, 1);
  g_assert_cmpuint (merge.n_written, ==, 0);
  made_pack_clear (&made);
}

static void
test_a_moved_text_is_found_and_a_lost_one_told (void)
{
  g_autoptr (TerTranslations) done = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *entries = NULL;
  TerTranslationsMerge merge;
  TerPoMessage *moved, *lost;
  MadePack made;

  made_pack_init (&made);
  done = extract (&made, "de", NULL);
  moved = find (done->messages, "content/entries.json#/0/title");
  lost = find (done->messages, "content/entries.json#/1/title");
  g_free (moved->translation);
  moved->translation = g_strdup ("Willkommen");
  g_free (lost->translation);
  lost->translation = g_strdup ("Ein Thema");
  /* An entry before the others, and another title. */
  made_pack_change (
    &made, "content/entries.json", "[\n  {\n    \"id\": \"welcome\"",
    "[\n  {\"id\": \"new\", \"kind\": \"page\", \"title\": \"Neuf\", \"title@en\": \"New\"},\n  {\n    \"id\": \"welcome\"");
  made_pack_change (&made, "content/entries.json", "\"kind\": \"theme\",\n    \"title\": \"Un premier thème\"",
                    "\"kind\": \"theme\",\n    \"title\": \"Autre chose\"");
  /* The vocabulary has a term of that very title: two messages of the source remain one place, which is taken. */
  made_pack_change (&made, "content/vocabularies.json", "\"Un premier thème\"", "\"Premier thème\"");
  g_assert_true (ter_translations_merge (made.folder, "de", done->messages, &merge, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (merge.n_written, ==, 1);
  g_assert_cmpuint (merge.n_lost, ==, 1);
  entries = made_pack_read (&made, "content/entries.json");
  g_assert_nonnull (strstr (entries, "\"title@de\": \"Willkommen\""));
  g_assert_null (strstr (entries, "Ein Thema"));
  made_pack_clear (&made);
}

static void
test_the_own_language_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  MadePack made;

  made_pack_init (&made);
  g_assert_null (ter_translations_extract (made.folder, "fr", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_clear_error (&error);
  g_assert_null (ter_translations_extract (made.folder, "x\"y", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  made_pack_clear (&made);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/translations/out and in again changes nothing", test_out_and_in_again_changes_nothing);
  g_test_add_func ("/translations/a new language comes beside its source", test_a_new_language_comes_beside_its_source);
  g_test_add_func ("/translations/a changed source makes its translation fuzzy", test_a_changed_source_makes_its_translation_fuzzy);
  g_test_add_func ("/translations/a moved text is found and a lost one told", test_a_moved_text_is_found_and_a_lost_one_told);
  g_test_add_func ("/translations/the own language is refused", test_the_own_language_is_refused);
  return g_test_run ();
}
