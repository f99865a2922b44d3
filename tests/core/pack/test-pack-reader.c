/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-reader.h"

#include "ter-json.h"
#include "../pack-files.h"

/* The pack of these tests is written here: what matters stands beside what is expected of it. */
static const char manifest_text[] =
  "{\"format\": [1, 3], \"name\": \"demo\", \"version\": \"1.2.3\", \"title\": \"Bonjour\", \"title@en\": \"Hello\","
  " \"description\": \"Texte\", \"languages\": [\"fr\", \"en\"], \"unknown\": {\"kept\": true},"
  " \"contributors\": [{\"title\": \"Ada\", \"roles\": [\"author\"]}, {\"title\": \"Lovelace\", \"roles\": [\"author\", \"publisher\"]}],"
  " \"sections\": [{\"id\": \"one\", \"title\": \"Un\", \"title@en\": \"One\", \"view\": \"pages\"}, 7, {\"title\": \"no id\"},"
  "   {\"id\": \"two\", \"view\": \"carousel\"}],"
  " \"resources\": [{\"name\": \"entries\", \"path\": \"e.json\", \"role\": \"entries\"},"
  "   {\"name\": \"words\", \"path\": \"v.json\", \"role\": \"vocabularies\"},"
  "   {\"name\": \"long\", \"path\": \"long.md\", \"role\": \"text\"}]}";

static const char entries_text[] =
  "[{\"id\": \"a\", \"kind\": \"page\", \"title\": \"Titre\", \"title@en\": \"Title\", \"summary\": \"Résumé\", \"body\": \"Corps\","
  "  \"tags\": [\"theme:water\", 3], \"confidence\": \"sure\", \"related\": [\"b\"], \"date\": \"2020-05\", \"territories\": [\"region:84\"],"
  "  \"sources\": [{\"title\": \"Livre\", \"url\": \"https://example.org/\", \"note\": \"n\"}, {\"url\": \"https://no.title/\"}],"
  "  \"links\": [{\"title\": \"L\", \"url\": \"https://example.org/\"}, {\"title\": \"E\", \"entry\": \"b\"}, {\"title\": \"S\", \"section\": \"one\"}, {}]},"
  " \"not an entry\", {\"kind\": \"page\"},"
  " {\"id\": \"b\", \"kind\": \"page\", \"title\": 5, \"bodyPath\": \"long.md\", \"body@en\": \"Body\", \"updated\": \"2021\", \"notice\": \"Attention\"}]";

static const char words_text[] =
  "[{\"id\": \"theme\", \"title\": \"Thèmes\", \"title@en\": \"Themes\", \"terms\": [{\"id\": \"water\", \"title\": \"Eau\", \"title@en\": \"Water\","
  "  \"color\": \"#0000FF\"}, {\"id\": \"air\"}, {\"title\": \"no id\"}]},"
  " {\"id\": \"confidence\", \"title\": \"Confiance\", \"terms\": [{\"id\": \"sure\", \"title\": \"Sûr\"}]}]";

typedef struct
{
  char *path;
  GFile *folder;
} Fixture;

static void
write_file (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = g_dir_make_tmp ("reader-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  write_file (fixture, "datapackage.json", manifest_text);
  write_file (fixture, "e.json", entries_text);
  write_file (fixture, "v.json", words_text);
  write_file (fixture, "long.md", "# Long\n");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "datapackage.json", "e.json", "v.json", "long.md" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = g_file_get_child (fixture->folder, names[i]);

      g_file_delete (file, NULL, NULL);
    }
  g_assert_true (g_file_delete (fixture->folder, NULL, NULL));
  g_object_unref (fixture->folder);
  g_free (fixture->path);
}

static gboolean
collect_cb (JsonObject *object, gpointer user_data, GError **error)
{
  g_ptr_array_add (user_data, json_object_ref (object));
  return TRUE;
}

static GPtrArray *
read_entries (TerPack *pack)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_assert_true (ter_pack_reader_read_entries (pack, collect_cb, objects, NULL, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < objects->len; i++)
    g_ptr_array_add (entries, ter_entry_new (pack, g_ptr_array_index (objects, i)));
  return entries;
}

static TerPack *
read_pack (Fixture *fixture, const char *language)
{
  g_autoptr (GError) error = NULL;
  TerPack *pack = ter_pack_reader_read (fixture_files (fixture->folder), language, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static void
test_identity_sections_and_terms_are_read (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TerPack) pack = read_pack (fixture, "fr");
  g_autoptr (GPtrArray) terms = NULL;
  g_autoptr (GFile) file = NULL;

  g_assert_false (ter_pack_is_broken (pack));
  g_assert_cmpstr (ter_pack_get_id (pack), ==, "demo");
  g_assert_cmpstr (ter_pack_get_title (pack), ==, "Bonjour");
  g_assert_cmpstr (ter_pack_get_version (pack), ==, "1.2.3");
  g_assert_cmpstr (ter_pack_get_description (pack), ==, "Texte");
  g_assert_cmpstr (ter_pack_get_publisher (pack), ==, "Lovelace");
  g_assert_cmpstr (ter_pack_get_language (pack), ==, "fr");
  g_assert_cmpuint (ter_pack_get_n_sections (pack), ==, 2);
  g_assert_cmpstr (ter_pack_get_section (pack, 1)->title, ==, "two");
  g_assert_null (ter_pack_find_section (pack, "three"));
  g_assert_cmpstr (ter_pack_find_term (pack, "theme:water")->color, ==, "#0000FF");
  g_assert_cmpstr (ter_pack_find_term (pack, "theme:air")->title, ==, "air");
  g_assert_null (ter_pack_find_term (pack, "theme:fire"));
  g_assert_cmpstr (ter_pack_get_vocabulary_title (pack, "theme"), ==, "Thèmes");
  terms = ter_pack_list_terms (pack, "theme");
  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_nonnull (ter_pack_find_resource (pack, "long"));
  g_assert_nonnull (ter_pack_find_resource (pack, "long.md"));
  /* Unknown members are kept. */
  g_assert_true (ter_json_get_boolean (ter_json_get_object (ter_pack_get_manifest (pack), "unknown"), "kept", FALSE));
  file = ter_pack_dup_file (pack, "long.md");
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_null (ter_pack_dup_file (pack, "long"));
  g_assert_null (ter_pack_dup_file (pack, "../etc/passwd"));
}

static void
test_another_language_is_shown_where_it_is_there (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TerPack) english = read_pack (fixture, "en-GB");
  g_autoptr (TerPack) german = read_pack (fixture, "de");
  g_autoptr (TerPack) canadian = read_pack (fixture, "fr-CA");
  g_autoptr (GPtrArray) in_english = read_entries (english);
  g_autoptr (GPtrArray) in_german = read_entries (german);
  g_autoptr (GPtrArray) in_french = read_entries (canadian);
  g_autofree char *body = ter_entry_dup_body (g_ptr_array_index (in_english, 1), NULL);

  g_assert_cmpstr (ter_pack_get_language (english), ==, "en");
  g_assert_cmpstr (ter_pack_get_title (english), ==, "Hello");
  g_assert_cmpstr (ter_pack_get_section (english, 0)->title, ==, "One");
  g_assert_cmpstr (ter_pack_find_term (english, "theme:water")->title, ==, "Water");
  /* Who reads German is spoken to in English here, and is shown what the pack has of it. */
  g_assert_cmpstr (ter_pack_get_language (german), ==, "en");
  g_assert_cmpstr (ter_pack_get_default_language (german), ==, "fr");

  g_assert_cmpstr (ter_entry_get_title (g_ptr_array_index (in_english, 0)), ==, "Title");
  g_assert_true (ter_entry_falls_back (g_ptr_array_index (in_english, 0)));
  g_assert_false (ter_entry_falls_back (g_ptr_array_index (in_english, 1)));
  g_assert_cmpstr (body, ==, "Body");
  g_assert_true (ter_entry_falls_back (g_ptr_array_index (in_german, 0)));
  g_assert_false (ter_entry_falls_back (g_ptr_array_index (in_french, 0)));
}

static void
test_an_entry_is_read_as_far_as_it_can_be (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TerPack) pack = read_pack (fixture, "fr");
  g_autoptr (GPtrArray) entries = read_entries (pack);
  TerEntry *a, *b;
  g_autofree char *body = NULL, *title = NULL;
  TerLink *link;

  g_assert_cmpuint (entries->len, ==, 2);
  a = g_ptr_array_index (entries, 0);
  b = g_ptr_array_index (entries, 1);
  g_object_get (a, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Titre");
  g_assert_cmpstr (ter_entry_get_kind (a), ==, "page");
  g_assert_cmpstr (ter_entry_get_date (a), ==, "2020-05");
  g_assert_cmpstr (ter_entry_get_confidence (a)->title, ==, "Sûr");
  g_assert_cmpuint (g_strv_length ((char **) ter_entry_get_tags (a)), ==, 1);
  g_assert_cmpstr (ter_entry_get_territories (a)[0], ==, "region:84");
  g_assert_cmpstr (ter_entry_get_related (a)[0], ==, "b");
  g_assert_cmpuint (ter_entry_get_sources (a)->len, ==, 1);
  g_assert_cmpuint (ter_entry_get_links (a)->len, ==, 3);
  link = g_ptr_array_index (ter_entry_get_links (a), 1);
  g_assert_cmpstr (link->uri, ==, "entry:b");
  link = g_ptr_array_index (ter_entry_get_links (a), 2);
  g_assert_cmpstr (link->uri, ==, "section:one");

  g_assert_cmpstr (ter_entry_get_title (b), ==, "b");
  g_assert_cmpstr (ter_entry_get_summary (b), ==, "");
  g_assert_cmpstr (ter_entry_get_notice (b), ==, "Attention");
  g_assert_cmpstr (ter_entry_get_updated (b), ==, "2021");
  g_assert_null (ter_entry_get_confidence (b));
  body = ter_entry_dup_body (b, NULL);
  g_assert_cmpstr (body, ==, "# Long\n");
}

static void
test_a_missing_text_is_an_error (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TerPack) pack = read_pack (fixture, "fr");
  g_autoptr (GPtrArray) entries = read_entries (pack);
  g_autoptr (GFile) file = ter_pack_dup_file (pack, "long.md");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_null (ter_entry_dup_body (g_ptr_array_index (entries, 1), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_what_cannot_be_read_says_why (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *text;
    int code;
  } cases[] = {
    { "datapackage.json", "{\"name\": ", G_IO_ERROR_INVALID_DATA },
    { "datapackage.json", "[]", G_IO_ERROR_INVALID_DATA },
    { "datapackage.json", "", G_IO_ERROR_INVALID_DATA },
    { "datapackage.json", "{\"format\": [2, 0]}", G_IO_ERROR_NOT_SUPPORTED },
    { "datapackage.json", "{\"resources\": [{\"role\": \"vocabularies\", \"path\": \"../v.json\"}]}", G_IO_ERROR_INVALID_FILENAME },
    { "datapackage.json", "{\"resources\": [{\"role\": \"vocabularies\", \"path\": \"none.json\"}]}", G_IO_ERROR_NOT_FOUND },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      write_file (fixture, cases[i].file, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_null (ter_pack_reader_read (fixture_files (fixture->folder), "fr", NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
    }
}

static void
test_an_empty_manifest_is_still_a_pack (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TerPack) pack = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  write_file (fixture, "datapackage.json", "{\"languages\": 3, \"sections\": {}, \"resources\": [[], {\"role\": 7}]}");
  pack = read_pack (fixture, "fr");
  entries = read_entries (pack);
  g_assert_cmpstr (ter_pack_get_title (pack), ==, "");
  g_assert_cmpstr (ter_pack_get_version (pack), ==, "");
  g_assert_null (ter_pack_get_publisher (pack));
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_a_broken_pack_has_a_name_and_its_issues (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListStore) issues = g_list_store_new (TER_TYPE_ISSUE);
  g_autoptr (TerIssue) issue = ter_issue_new (TER_ISSUE_MANIFEST_MISSING, "", NULL, 0, 0, NULL);
  g_autoptr (TerPack) pack = NULL;

  g_list_store_append (issues, issue);
  pack = ter_pack_new_broken (fixture_files (fixture->folder), "demo", G_LIST_MODEL (issues));
  g_assert_true (ter_pack_is_broken (pack));
  g_assert_cmpstr (ter_pack_get_title (pack), ==, "demo");
  g_assert_cmpuint (g_list_model_get_n_items (ter_pack_get_issues (pack)), ==, 1);
  g_assert_cmpuint (ter_pack_get_n_sections (pack), ==, 0);
  g_assert_null (ter_pack_find_term (pack, "a:b"));
  g_assert_null (ter_pack_find_resource (pack, "a"));
}

static void
test_reading_can_be_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ter_pack_reader_read (fixture_files (fixture->folder), "fr", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define ADD(name, func) g_test_add ("/pack-reader/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("identity, sections and terms are read", test_identity_sections_and_terms_are_read);
  ADD ("another language is shown where it is there", test_another_language_is_shown_where_it_is_there);
  ADD ("an entry is read as far as it can be", test_an_entry_is_read_as_far_as_it_can_be);
  ADD ("a missing text is an error", test_a_missing_text_is_an_error);
  ADD ("what cannot be read says why", test_what_cannot_be_read_says_why);
  ADD ("an empty manifest is still a pack", test_an_empty_manifest_is_still_a_pack);
  ADD ("a broken pack has a name and its issues", test_a_broken_pack_has_a_name_and_its_issues);
  ADD ("reading can be cancelled", test_reading_can_be_cancelled);
  return g_test_run ();
}
