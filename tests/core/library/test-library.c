/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pack-fixture.h"

typedef struct
{
  GFile *folder;
  GFile *place;
  GFile *catalogue;
  TerLibrary *library;
} Fixture;

static const char entries[] =
  "{\"id\": \"accueil\", \"kind\": \"page\", \"title\": \"Zone d’accueil\", \"title@en\": \"A welcome\", \"body\": \"Bonjour.\"},"
  "{\"id\": \"elan\", \"kind\": \"page\", \"title\": \"Élan\", \"related\": [\"accueil\"], \"tags\": [\"theme:mobilite\"]},"
  "{\"id\": \"ecole\", \"kind\": \"page\", \"title\": \"École\", \"title@en\": \"School\", \"links\": [{\"title\": \"x\", \"entry\": \"accueil\"}]},"
  "{\"id\": \"eau\", \"kind\": \"page\", \"title\": \"eau\", \"title@en\": \"Water\"},"
  "{\"id\": \"aout\", \"kind\": \"webinar\", \"title\": \"Août\", \"start\": \"2020-08-01T10:00\", \"timezone\": \"Europe/Paris\","
  " \"resources\": [{\"title\": \"x\", \"role\": \"resource\", \"entry\": \"accueil\"}]},"
  "{\"id\": \"mai\", \"kind\": \"webinar\", \"title\": \"Mai\", \"start\": \"2020-05-28T13:00\", \"timezone\": \"Europe/Paris\"},"
  "{\"id\": \"sans-date\", \"kind\": \"example\", \"title\": \"Sans date\", \"tags\": [\"theme:mobilite\", \"theme:eau\"]},"
  "{\"id\": \"an\", \"kind\": \"example\", \"title\": \"An\", \"date\": \"2019\"},"
  "{\"id\": \"theme-eau\", \"kind\": \"theme\", \"title\": \"Thème\", \"documents\": [\"an\", \"accueil\"]}";

static const char sections[] =
  "[{\"id\": \"choisies\", \"title\": \"Choisies\", \"view\": \"pages\", \"show\": {\"ids\": [\"eau\", \"accueil\"]}},"
  " {\"id\": \"listees\", \"title\": \"Listées\", \"view\": \"pages\", \"show\": {\"kinds\": [\"page\"]}},"
  " {\"id\": \"titres\", \"title\": \"Titres\", \"view\": \"pages\", \"show\": {\"ids\": [\"eau\"], \"kinds\": [\"page\"], \"sort\": \"title\"}},"
  " {\"id\": \"dates\", \"title\": \"Dates\", \"view\": \"webinars\", \"show\": {\"kinds\": [\"webinar\", \"example\"], \"sort\": \"date\"}},"
  " {\"id\": \"recentes\", \"title\": \"Récentes\", \"view\": \"webinars\", \"show\": {\"kinds\": [\"webinar\", \"example\"], \"sort\": \"-date\"}},"
  " {\"id\": \"vide\", \"title\": \"Vide\", \"view\": \"pages\", \"show\": {}},"
  " {\"id\": \"autre\", \"title\": \"Autre\", \"view\": \"une-vue-de-demain\", \"show\": {\"kinds\": [\"genre-de-demain\"]}}]";

static const char vocabularies[] =
  "[{\"id\": \"theme\", \"title\": \"Thème\", \"terms\": [{\"id\": \"mobilite\", \"title\": \"Mobilité\"}, {\"id\": \"eau\", \"title\": \"Eau\"}]}]";

static void
write_usual_pack (GFile *place)
{
  g_autoptr (PackFixture) pack = pack_fixture_new (place, "essai");

  pack_fixture_set (pack, "sections", sections);
  pack_fixture_add (pack, "content/vocabularies.json", "vocabularies", vocabularies, NULL);
  pack_fixture_add (pack, "data/mesures.csv", "table", "code,valeur\n01,2\n02,3.5\n",
                    "{\"fields\": [{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"valeur\", \"type\": \"number\"}]}");
  pack_fixture_entries (pack, entries);
  pack_fixture_write (pack);
}

static void
set_up (Fixture *self, gconstpointer language)
{
  g_autoptr (GError) error = NULL;

  self->folder = fixture_folder_new ();
  self->place = g_file_get_child (self->folder, "packs");
  self->catalogue = g_file_resolve_relative_path (self->folder, "cache/catalogue.sqlite");
  write_usual_pack (self->place);
  self->library = fixture_library_new (self->catalogue, self->place, language);
  fixture_refresh (self->library, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  fixture_library_free (self->library);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_object_unref (self->place);
  g_object_unref (self->catalogue);
}

static TerPack *
get_pack (Fixture *self)
{
  TerPack *pack = ter_library_get_pack (self->library, "essai");

  g_assert_nonnull (pack);
  g_assert_false (ter_pack_is_broken (pack));
  return pack;
}

static void
test_sections_show_what_they_say_in_their_order (Fixture *self, gconstpointer language)
{
  const gboolean french = g_str_equal (language, "fr");
  const struct
  {
    const char *section, *ids;
  } cases[] = {
    { "choisies", "eau accueil" },
    { "listees", "accueil elan ecole eau" },
    { "titres", french ? "eau ecole elan accueil" : "eau accueil elan ecole" },
    { "dates", "an mai aout sans-date" },
    { "recentes", "aout mai an sans-date" },
    { "vide", "" },
    { "autre", "" },
  };
  TerPack *pack = get_pack (self);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      const TerSection *section = ter_pack_find_section (pack, cases[i].section);
      g_autofree char *ids = fixture_ids (ter_library_list_section (self->library, pack, section, &error));

      g_assert_no_error (error);
      g_assert_cmpstr (ids, ==, cases[i].ids);
    }
}

static void
test_entries_are_found_by_id_kind_tag_and_reference (Fixture *self, gconstpointer data)
{
  const char *const wanted[] = { "mai", "inconnue", "eau", NULL };
  TerPack *pack = get_pack (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *listed = fixture_ids (ter_library_list_entries (self->library, pack, wanted, &error));
  g_autofree char *webinars = fixture_ids (ter_library_list_kind (self->library, pack, "webinar", &error));
  g_autofree char *unknown = fixture_ids (ter_library_list_kind (self->library, pack, "inconnu", &error));
  g_autofree char *tagged = fixture_ids (ter_library_list_tagged (self->library, pack, "theme:mobilite", &error));
  g_autofree char *referring = fixture_ids (ter_library_list_referring (self->library, pack, "accueil", &error));
  g_autoptr (TerEntry) entry = ter_library_dup_entry (self->library, "essai", "mai", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (listed, ==, "mai eau");
  g_assert_cmpstr (webinars, ==, "aout mai");
  g_assert_cmpstr (unknown, ==, "");
  g_assert_cmpstr (tagged, ==, "elan sans-date");
  g_assert_cmpstr (referring, ==, "elan ecole aout theme-eau");
  g_assert_cmpstr (ter_entry_get_title (entry), ==, "Mai");
}

static void
test_what_is_unknown_is_not_found (Fixture *self, gconstpointer data)
{
  static const char *const unknown[][2] = { { "essai", "inconnue" }, { "inconnu", "mai" }, { "", "" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_null (ter_library_dup_entry (self->library, unknown[i][0], unknown[i][1], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
      g_clear_error (&error);
    }
  g_assert_null (ter_library_dup_table (self->library, get_pack (self), "inconnue", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_null (ter_library_dup_section_of (self->library, get_pack (self), "inconnue"));
}

static void
test_an_entry_knows_its_first_section (Fixture *self, gconstpointer data)
{
  g_autofree char *eau = ter_library_dup_section_of (self->library, get_pack (self), "eau");
  g_autofree char *elan = ter_library_dup_section_of (self->library, get_pack (self), "elan");
  g_autofree char *theme = ter_library_dup_section_of (self->library, get_pack (self), "theme-eau");

  g_assert_cmpstr (eau, ==, "choisies");
  g_assert_cmpstr (elan, ==, "listees");
  g_assert_cmpstr (theme, ==, NULL);
}

static void
test_tables_come_from_the_index (Fixture *self, gconstpointer data)
{
  TerPack *pack = get_pack (self);
  g_autoptr (GFile) file = g_file_resolve_relative_path (ter_pack_files_get_folder (ter_pack_get_files (pack)), "data/mesures.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = NULL;

  g_file_delete (file, NULL, &error);
  g_assert_no_error (error);
  table = ter_library_dup_table (self->library, pack, "mesures", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ter_table_get_n_rows (table), ==, 2);
  g_assert_cmpfloat (ter_table_get_number (table, 1, 1), ==, 3.5);
  g_assert_cmpstr (ter_table_get_text (table, 0, 0), ==, "01");
}

static void
test_texts_are_in_the_language_with_a_stated_fallback (Fixture *self, gconstpointer data)
{
  TerPack *pack = get_pack (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (TerEntry) translated = ter_library_dup_entry (self->library, "essai", "eau", &error);
  g_autoptr (TerEntry) untranslated = ter_library_dup_entry (self->library, "essai", "elan", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ter_pack_get_language (pack), ==, "en");
  g_assert_cmpstr (ter_entry_get_title (translated), ==, "Water");
  g_assert_false (ter_entry_falls_back (translated));
  g_assert_cmpstr (ter_entry_get_title (untranslated), ==, "Élan");
  g_assert_true (ter_entry_falls_back (untranslated));
}

static void
test_warnings_do_not_break_a_pack_and_are_kept (Fixture *self, gconstpointer data)
{
  g_autoptr (TerLibrary) second = fixture_library_new (self->catalogue, self->place, "fr");
  GListModel *issues = ter_pack_get_issues (ter_library_get_pack (second, "essai"));

  g_assert_cmpuint (g_list_model_get_n_items (issues), >, 0);
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (TerIssue) issue = g_list_model_get_item (issues, i);

      g_assert_cmpint (ter_issue_get_severity (issue), !=, TER_SEVERITY_ERROR);
    }
}

static void
test_a_second_start_reads_the_index_alone (Fixture *self, gconstpointer data)
{
  g_autoptr (TerLibrary) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TerEntry) entry = NULL;
  TerPack *pack;

  fixture_folder_remove (self->place);
  second = fixture_library_new (self->catalogue, self->place, "fr");
  pack = ter_library_get_pack (second, "essai");
  g_assert_nonnull (pack);
  g_assert_cmpuint (ter_pack_get_n_sections (pack), ==, 7);
  g_assert_nonnull (ter_pack_find_term (pack, "theme:eau"));
  entry = ter_library_dup_entry (second, "essai", "mai", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ter_entry_get_title (entry), ==, "Mai");
}

static void
test_a_library_without_an_index_is_empty (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_resolve_relative_path (self->folder, "nowhere/catalogue.sqlite");
  g_autoptr (TerLibrary) empty = fixture_library_new (nowhere, self->place, "fr");
  g_autoptr (GPtrArray) hits = fixture_search (empty, "eau", 10, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (ter_library_get_packs (empty)), ==, 0);
  g_assert_null (ter_library_get_pack (empty, "essai"));
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_the_pack_that_ships_is_sound_and_answers (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("TER_SOURCE_DIR"), "data", "packs", NULL);
  g_autoptr (GFile) place = g_file_new_for_path (path);
  g_autoptr (GFile) folder = fixture_folder_new ();
  g_autoptr (GFile) catalogue = g_file_get_child (folder, "catalogue.sqlite");
  g_autoptr (TerLibrary) library = fixture_library_new (catalogue, place, "fr");
  g_autoptr (GError) error = NULL;
  g_autoptr (TerTable) table = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  TerPack *pack;

  fixture_refresh (library, NULL, &error);
  g_assert_no_error (error);
  pack = ter_library_get_pack (library, "innovation-territoriale");
  g_assert_nonnull (pack);
  g_assert_false (ter_pack_is_broken (pack));
  for (guint i = 0; i < ter_pack_get_n_sections (pack); i++)
    {
      g_autoptr (GPtrArray) listed = ter_library_list_section (library, pack, ter_pack_get_section (pack, i), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (listed->len, >, 0);
    }
  table = ter_library_dup_table (library, pack, "communes", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ter_table_get_n_rows (table), >, 30000);
  hits = fixture_search (library, "webin", 50, NULL);
  g_assert_cmpuint (hits->len, >, 0);
  fixture_folder_remove (folder);
}

#define ADD(name, language, function) g_test_add ("/library/" name, Fixture, language, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("sections-show-what-they-say-in-their-order/fr", "fr", test_sections_show_what_they_say_in_their_order);
  ADD ("sections-show-what-they-say-in-their-order/en", "en", test_sections_show_what_they_say_in_their_order);
  ADD ("entries-are-found-by-id-kind-tag-and-reference", "fr", test_entries_are_found_by_id_kind_tag_and_reference);
  ADD ("what-is-unknown-is-not-found", "fr", test_what_is_unknown_is_not_found);
  ADD ("an-entry-knows-its-first-section", "fr", test_an_entry_knows_its_first_section);
  ADD ("tables-come-from-the-index", "fr", test_tables_come_from_the_index);
  ADD ("texts-are-in-the-language-with-a-stated-fallback", "en", test_texts_are_in_the_language_with_a_stated_fallback);
  ADD ("warnings-do-not-break-a-pack-and-are-kept", "fr", test_warnings_do_not_break_a_pack_and_are_kept);
  ADD ("a-second-start-reads-the-index-alone", "fr", test_a_second_start_reads_the_index_alone);
  ADD ("a-library-without-an-index-is-empty", "fr", test_a_library_without_an_index_is_empty);
  g_test_add_func ("/library/the-pack-that-ships-is-sound-and-answers", test_the_pack_that_ships_is_sound_and_answers);
  return g_test_run ();
}
