/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-diff.h"

#include <glib/gstdio.h>

#include "ter-pack-reader.h"

#define MAX_FILES 4

/* A version of the pack of these tests; what is NULL is as in every version. Quotes are written as '. */
typedef struct
{
  const char *members; /* of the manifest, ended by a comma */
  const char *sections;
  const char *resources;
  const char *entries;
  const char *words;
  struct
  {
    const char *path;
    const char *text; /* NULL: the file is not there */
  } files[MAX_FILES];
} Version;

#define MEMBERS \
  "'format': [1, 0], 'name': 'demo', 'version': '1.0.0', 'title': 'Essai', 'description': 'd', 'languages': ['fr', 'en'],"
#define SECTIONS \
  "{'id': 'one', 'title': 'Un', 'view': 'pages', 'show': {'kinds': ['page']}}, {'id': 'two', 'title': 'Deux', 'view': 'kits'}"
#define RESOURCES \
  "{'name': 'entries', 'path': 'e.json', 'role': 'entries'}, {'name': 'words', 'path': 'w.json', 'role': 'vocabularies'}," \
  "{'name': 'text', 'path': 't.md', 'role': 'text'}, {'name': 'file', 'path': 'k.pdf', 'role': 'attachment'}," \
  "{'name': 'free', 'path': 'f.txt', 'role': 'attachment', 'title': 'Libre'}, {'name': 'table', 'path': 'v.csv', 'role': 'table'," \
  " 'title': 'Valeurs', 'schema': {'fields': []}}, {'name': 'map', 'path': 'o.geojson', 'role': 'outline', 'title': 'Contours'}," \
  "{'name': 'picture', 'path': 'p.png', 'role': 'picture'}"
#define WORDS "{'id': 'theme', 'title': 'Thèmes', 'terms': [{'id': 'water', 'title': 'Eau'}]}"

static const char *const paths[] = { "t.md", "k.pdf", "f.txt", "v.csv", "o.geojson", "p.png" };

typedef struct
{
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("diff-XXXXXX", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        remove_folder (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
}

static void
write_file (Fixture *fixture, const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, name, NULL);

  if (text == NULL)
    g_unlink (path);
  else
    /* These need not outlive a power cut. */
    g_assert_true (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

static char *
double_quotes (char *text)
{
  return g_strdelimit (text, "'", '"');
}

static const char *
or_else (const char *text, const char *fallback)
{
  return text != NULL ? text : fallback;
}

static void
write_version (Fixture *fixture, const char *folder, const Version *version)
{
  g_autofree char *path = g_build_filename (fixture->folder, folder, NULL);
  g_autofree char *manifest =
    double_quotes (g_strdup_printf ("{%s 'sections': [%s], 'resources': [%s]}", or_else (version->members, MEMBERS),
                                    or_else (version->sections, SECTIONS), or_else (version->resources, RESOURCES)));
  g_autofree char *entries = double_quotes (g_strdup_printf ("[%s]", or_else (version->entries, "")));
  g_autofree char *words = double_quotes (g_strdup_printf ("[%s]", or_else (version->words, WORDS)));

  g_mkdir_with_parents (path, 0700);
  write_file (fixture, folder, "datapackage.json", manifest);
  write_file (fixture, folder, "e.json", entries);
  write_file (fixture, folder, "w.json", words);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    write_file (fixture, folder, paths[i], "as ever");
  for (guint i = 0; i < MAX_FILES && version->files[i].path != NULL; i++)
    write_file (fixture, folder, version->files[i].path, version->files[i].text);
}

static TerPack *
read_version (Fixture *fixture, const char *name, const char *language)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (GError) error = NULL;
  TerPack *pack = ter_pack_reader_read (files, language, NULL, &error);

  g_assert_no_error (error);
  return pack;
}

static GPtrArray *
diff_in (Fixture *fixture, const char *language, const Version *before, const Version *after)
{
  g_autoptr (TerPack) old = NULL;
  g_autoptr (TerPack) new = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *changes;

  write_version (fixture, "before", before);
  write_version (fixture, "after", after);
  old = read_version (fixture, "before", language);
  new = read_version (fixture, "after", language);
  changes = ter_pack_diff (old, new, NULL, &error);
  g_assert_no_error (error);
  return changes;
}

/* All sentences, a line each. */
static char *
dup_sentences (GPtrArray *changes)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      g_autofree char *sentence = ter_change_dup_sentence (g_ptr_array_index (changes, i));

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", sentence);
    }
  return g_string_free_and_steal (lines);
}

static void
assert_diff (Fixture *fixture, const Version *before, const Version *after, const char *expected)
{
  g_autoptr (GPtrArray) changes = diff_in (fixture, "fr", before, after);
  g_autofree char *sentences = dup_sentences (changes);

  g_assert_cmpstr (sentences, ==, expected);
}

typedef struct
{
  const char *before;
  const char *after;
  const char *expected;
} Case;

/* Each case is told in both directions by its own row, and a version compared with itself is always the same. */
static void
check_entries (Fixture *fixture, const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      Version before = { .entries = cases[i].before };
      Version after = { .entries = cases[i].after };

      g_test_message ("%s → %s", cases[i].before, cases[i].after);
      assert_diff (fixture, &before, &after, cases[i].expected);
      assert_diff (fixture, &after, &after, "");
    }
}

static void
test_entries_are_told_by_their_parts (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "", "{'id': 'a', 'kind': 'page', 'title': 'La rivière'}", "Page added: La rivière" },
    { "{'id': 'a', 'kind': 'kit', 'title': 'La rivière'}", "", "Kit withdrawn: La rivière" },
    { "{'id': 'a', 'kind': 'page', 'title': 'Avant'}", "{'id': 'a', 'kind': 'page', 'title': 'Après'}",
      "Page changed: Après (title)" },
    { "{'id': 'a', 'kind': 'page', 'title': 'A', 'summary': 'x', 'body': 'y', 'sources': []}",
      "{'id': 'a', 'kind': 'page', 'title': 'A', 'summary': 'X', 'body': 'Y', 'sources': [{'title': 'S'}]}",
      "Page changed: A (summary, text, sources)" },
    { "{'id': 'a', 'kind': 'page', 'title': 'A'}",
      "{'id': 'a', 'kind': 'page', 'title': 'A', 'links': [], 'tags': ['theme:water']}", "Page changed: A (keywords, links)" },
    { "{'id': 'a', 'kind': 'page', 'title': 'A'}", "{'id': 'a', 'kind': 'document', 'title': 'A'}", "Document changed: A (kind)" },
    { "{'id': 'a', 'kind': 'page', 'title': 'A', 'later': 1}", "{'id': 'a', 'kind': 'page', 'title': 'A', 'later': 2}",
      "Page changed: A (other details)" },
    { "{'id': 'a', 'kind': 'poem', 'title': 'A'}", "", "Entry withdrawn: A" },
    { "{'id': 'a', 'kind': 'dashboard', 'title': 'A', 'groups': [{'figures': [{'id': 'f', 'title': 'F'}]}]}",
      "{'id': 'a', 'kind': 'dashboard', 'title': 'A', 'groups': [{'figures': [{'id': 'f', 'title': 'G'}]}]}",
      "Dashboard changed: A (figures)" },
    { "{'id': 'a', 'kind': 'example', 'title': 'A', 'need': 'n', 'result': {'value': 1}, 'state': {'text': 's'}}",
      "{'id': 'a', 'kind': 'example', 'title': 'A', 'need': 'N', 'result': {'value': 2}, 'state': {'text': 's', 'date': '2025'},"
      " 'contact': {'name': 'C'}}",
      "Example changed: A (text, result, where it stands, whom to ask)" },
    /* A title that is missing. */
    { "", "{'id': 'a', 'kind': 'goal'}", "Goal added: a" },
    /* What moves from one member to another is a change of both. */
    { "{'id': 'a', 'kind': 'page', 'title': 'A', 'notice': 'x'}", "{'id': 'a', 'kind': 'page', 'title': 'A', 'summary': 'x'}",
      "Page changed: A (summary, notice)" },
  };

  check_entries (fixture, cases, G_N_ELEMENTS (cases));
}

static void
test_what_a_reader_cannot_see_is_no_change (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { "{'id': 'a', 'kind': 'page', 'title': 'A', 'updated': '2020'}",
      "{'id': 'a', 'kind': 'page', 'title': 'A', 'updated': '2021-01-01'}", "" },
    /* Another order of members, other spaces, other ways to write the same character and number. */
    { "{'id': 'a', 'kind': 'goal', 'title': 'é', 'number': 1, 'archive': {'updated': '2020', 'notice': 'n'}}",
      "{ 'title' : '\\u00e9', 'archive':{'notice':'n','updated':'2020'}, 'number': 1.0, 'kind':'goal',   'id':'a'}", "" },
  };
  Version before = { .members = MEMBERS "'created': '2020-01-01'," };
  Version after = {
    .members = "'format': [1, 1], 'name': 'demo', 'version': '2.0.0', 'created': '2021-01-01', 'title': 'Essai',"
               "'description': 'd', 'languages': ['fr', 'en'],",
  };

  check_entries (fixture, cases, G_N_ELEMENTS (cases));
  assert_diff (fixture, &before, &after, "");
}

static void
test_values_that_look_alike_are_told_apart (Fixture *fixture, gconstpointer data)
{
  static const char *const values[] = { "1",
                                        "'1'",
                                        "true",
                                        "false",
                                        "null",
                                        "[]",
                                        "{}",
                                        "[1]",
                                        "['1', '']",
                                        "['', '1']",
                                        "[[], []]",
                                        "[[[]]]",
                                        "''",
                                        "'[]'",
                                        "{'a': 'b'}",
                                        "{'b': 'a'}",
                                        "['a', 'b']",
                                        "['ab']",
                                        "9007199254740991",
                                        "9007199254740990" };

  g_autoptr (GString) old = g_string_new (NULL);
  g_autoptr (GString) new = g_string_new (NULL);
  g_autoptr (GPtrArray) changes = NULL;
  Version before, after;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_string_append_printf (old, "%s{'id': '%u-%u', 'kind': 'page', 'x': %s}", i + j > 0 ? "," : "", i, j, values[i]);
        g_string_append_printf (new, "%s{'id': '%u-%u', 'kind': 'page', 'x': %s}", i + j > 0 ? "," : "", i, j, values[j]);
      }
  before = (Version) { .entries = old->str };
  after = (Version) { .entries = new->str };
  changes = diff_in (fixture, "fr", &before, &after);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *id = g_strdup_printf ("%u-%u", i, j);

        if (i == j)
          continue;
        g_test_message ("%s → %s", values[i], values[j]);
        g_assert_cmpuint (n, <, changes->len);
        g_assert_cmpstr (((TerChange *) g_ptr_array_index (changes, n++))->id, ==, id);
      }
  g_assert_cmpuint (n, ==, changes->len);
}

static void
test_other_languages_are_told_as_translations (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *language;
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "fr", "'title': 'A', 'title@en': 'a'", "'title': 'A', 'title@en': 'b'", "Page changed: A (translations)" },
    { "en", "'title': 'A', 'title@en': 'a'", "'title': 'A', 'title@en': 'b'", "Page changed: b (title)" },
    { "en", "'title': 'A', 'title@en': 'a'", "'title': 'B', 'title@en': 'a'", "Page changed: a (translations)" },
    { "en", "'title': 'A', 'summary': 's'", "'title': 'A', 'summary': 't'", "Page changed: A (summary)" },
    /* The English one was missing. */
    { "en", "'title': 'A'", "'title': 'A', 'title@en': 'a'", "Page changed: a (title, translations)" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *a = g_strdup_printf ("{'id': 'a', 'kind': 'page', %s}", cases[i].before);
      g_autofree char *b = g_strdup_printf ("{'id': 'a', 'kind': 'page', %s}", cases[i].after);
      Version before = { .entries = a };
      Version after = { .entries = b };
      g_autoptr (GPtrArray) changes = diff_in (fixture, cases[i].language, &before, &after);
      g_autofree char *sentences = dup_sentences (changes);

      g_assert_cmpstr (sentences, ==, cases[i].expected);
    }
}

/* ---- Webinars ---- */

#define WEBINAR(members) "{'id': 'w', 'kind': 'webinar', 'title': 'Faire alliance', " members "}"
#define PARIS "'timezone': 'Europe/Paris'"

static void
test_a_webinar_moves (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { WEBINAR ("'start': '2020-05-28T13:00', " PARIS), WEBINAR ("'start': '2020-06-04T13:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 4 June 2020, 13:00" },
    /* The end follows. */
    { WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', " PARIS),
      WEBINAR ("'start': '2020-06-04T15:00', 'end': '2020-06-04T16:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 4 June 2020, 15:00" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', " PARIS),
      WEBINAR ("'start': '2020-05-28T14:00', 'end': '2020-05-28T16:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 28 May 2020, 14:00, "
      "end: Thursday 28 May 2020, 16:00 instead of Thursday 28 May 2020, 14:00" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T14:00', " PARIS),
      WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T15:00', " PARIS),
      "Webinar moved: Faire alliance, end: Thursday 28 May 2020, 15:00 instead of Thursday 28 May 2020, 14:00" },
    { WEBINAR ("'start': '2020-05-28T13:00', " PARIS), WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T15:00', " PARIS),
      "Webinar moved: Faire alliance, end: Thursday 28 May 2020, 15:00" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'end': '2020-05-28T15:00', " PARIS), WEBINAR ("'start': '2020-05-28T13:00', " PARIS),
      "Webinar moved: Faire alliance, the end is not told any more" },
    /* Days alone, months alone. */
    { WEBINAR ("'start': '2020-05-28', 'end': '2020-05-29'"), WEBINAR ("'start': '2020-06-04', 'end': '2020-06-05'"),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020 to Thursday 4 June 2020" },
    { WEBINAR ("'start': '2020-05'"), WEBINAR ("'start': '2020-06-04T13:00', " PARIS),
      "Webinar moved: Faire alliance, May 2020 becomes Thursday 4 June 2020, 13:00" },
    { WEBINAR ("'start': '2020-05-28', " PARIS), WEBINAR ("'start': '2020-05-28T13:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020 to Thursday 28 May 2020, 13:00" },
    /* Another zone, or hours that are not those of the clock here. */
    { WEBINAR ("'start': '2020-05-28T13:00', " PARIS), WEBINAR ("'start': '2020-05-28T13:00', 'timezone': 'America/New_York'"),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 (Paris time) to Thursday 28 May 2020, 13:00 (New York time)" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'timezone': 'Indian/Reunion'"),
      WEBINAR ("'start': '2020-05-28T14:00', 'timezone': 'Indian/Reunion'"),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 (Reunion time) to Thursday 28 May 2020, 14:00 (Reunion time)" },
    { WEBINAR ("'start': '2020-05-28T13:00'"), WEBINAR ("'start': '2020-05-28T13:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 28 May 2020, 13:00 (Paris time)" },
    /* More than its time changed. */
    { WEBINAR ("'start': '2020-05-28T13:00', 'body': 'x', " PARIS),
      WEBINAR ("'start': '2020-06-04T13:00', 'speakers': [{'name': 'Ada'}], " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 4 June 2020, 13:00; also: text, speakers" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'status': 'cancelled', " PARIS), WEBINAR ("'start': '2020-06-04T13:00', " PARIS),
      "Webinar moved: Faire alliance, from Thursday 28 May 2020, 13:00 to Thursday 4 June 2020, 13:00; also: status" },
  };

  check_entries (fixture, cases, G_N_ELEMENTS (cases));
}

static void
test_a_webinar_is_cancelled (Fixture *fixture, gconstpointer data)
{
  static const Case cases[] = {
    { WEBINAR ("'start': '2020-05-28T13:00', " PARIS), WEBINAR ("'start': '2020-05-28T13:00', 'status': 'cancelled', " PARIS),
      "Webinar cancelled: Faire alliance, planned for: Thursday 28 May 2020, 13:00" },
    /* Even if it moved, too: the time told is the one that people wrote down. */
    { WEBINAR ("'start': '2020-05-28T13:00', " PARIS), WEBINAR ("'start': '2020-06-04', 'status': 'cancelled', 'notice': 'n'"),
      "Webinar cancelled: Faire alliance, planned for: Thursday 28 May 2020, 13:00; also: notice" },
    /* One that stays cancelled moves nowhere. */
    { WEBINAR ("'start': '2020-05-28T13:00', 'status': 'cancelled'"),
      WEBINAR ("'start': '2020-06-04T13:00', 'status': 'cancelled'"), "Webinar changed: Faire alliance (dates)" },
    { WEBINAR ("'start': '2020-05-28T13:00', 'status': 'cancelled'"), WEBINAR ("'start': '2020-05-28T13:00'"),
      "Webinar changed: Faire alliance (status)" },
    { WEBINAR ("'start': '2020-05-28T13:00'"), WEBINAR ("'start': '2020-05-28T13:00', 'status': 'confirmed'"), "" },
    { WEBINAR ("'start': '2020-05-28T13:00'"), WEBINAR ("'start': '2020-05-28T13:00:00'"), "" },
    /* A webinar that begins to be one, or that has no time. */
    { "{'id': 'w', 'kind': 'page', 'title': 'P'}", WEBINAR ("'start': '2020-05-28T13:00', 'status': 'cancelled'"),
      "Webinar changed: Faire alliance (kind, title)" },
    { WEBINAR ("'start': 'soon'"), WEBINAR ("'start': 'later'"), "Webinar changed: Faire alliance (dates)" },
    { WEBINAR ("'replay': 'https://example.org/'"), WEBINAR ("'replay': 'https://example.org/2'"),
      "Webinar changed: Faire alliance (replay)" },
  };

  check_entries (fixture, cases, G_N_ELEMENTS (cases));
}

/* ---- What is no entry ---- */

static void
test_sections_are_added_withdrawn_and_renamed (Fixture *fixture, gconstpointer data)
{
  Version plain = { 0 };
  Version other = {
    .sections = "{'id': 'one', 'title': 'Premier', 'view': 'kits', 'show': {'kinds': ['page']}},"
                "{'id': 'three', 'title': 'Trois', 'view': 'kits'}",
  };
  Version renamed = {
    .sections = "{'id': 'one', 'title': 'Premier', 'view': 'pages', 'show': {'kinds': ['page']}},"
                "{'id': 'two', 'title': 'Deux', 'view': 'kits'}",
  };
  Version turned = {
    .sections = "{'id': 'two', 'title': 'Deux', 'view': 'kits'},"
                "{'id': 'one', 'title': 'Un', 'view': 'pages', 'show': {'kinds': ['page', 'kit']}}",
  };

  assert_diff (fixture, &plain, &other,
               "Section added: Trois\nSection changed: Premier (formerly “Un”, appearance)\nSection withdrawn: Deux");
  assert_diff (fixture, &plain, &renamed, "Section changed: Premier (formerly “Un”)");
  assert_diff (fixture, &plain, &turned, "Pack changed: Essai (order of the sections)\nSection changed: Un (contents)");
}

static void
test_the_pack_and_its_vocabularies_are_told (Fixture *fixture, gconstpointer data)
{
  Version plain = { 0 };
  Version other = {
    .members = "'format': [1, 0], 'name': 'demo', 'version': '1.0.0', 'title': 'Autre', 'description': 'd', 'languages': ['fr'],"
               "'licenses': [{'name': 'CC0-1.0'}], 'contributors': [{'title': 'Ada', 'roles': ['publisher']}],",
  };
  Version stranger = {
    .members = "'format': [1, 0], 'name': 'other', 'version': '1.0.0', 'title': 'Essai', 'description': 'd',"
               "'languages': ['fr', 'en'],",
  };
  Version words = {
    .words = "{'id': 'theme', 'title': 'Thèmes', 'terms': [{'id': 'water', 'title': 'Les eaux'}]}, {'id': 'new', 'title': 'Neuf'}"
  };

  assert_diff (fixture, &plain, &other, "Pack changed: Autre (title, publisher and contributors, licence, languages)");
  assert_diff (fixture, &plain, &stranger, "Pack changed: Essai (identifier)");
  assert_diff (fixture, &plain, &words, "Vocabulary added: Neuf\nVocabulary changed: Thèmes (terms)");
}

static void
test_files_are_told_by_their_bytes (Fixture *fixture, gconstpointer data)
{
  Version plain = { 0 };
  Version other = { .files = { { "v.csv", "a\n1\n" }, { "o.geojson", "{}" }, { "f.txt", "other" } } };
  Version fewer = {
    .resources =
      "{'name': 'entries', 'path': 'e.json', 'role': 'entries'}, {'name': 'words', 'path': 'w.json', 'role': 'vocabularies'},"
      "{'name': 'table', 'path': 'v.csv', 'role': 'table', 'title': 'Chiffres', 'schema': {'fields': [{'name': 'a'}]}}",
  };

  assert_diff (fixture, &plain, &other,
               "File brought up to date: Libre\nTable brought up to date: Valeurs\nMap outlines brought up to date: Contours");
  assert_diff (fixture, &plain, &fewer,
               "Table brought up to date: Chiffres (title, columns)\nFile withdrawn: k.pdf\nFile withdrawn: Libre\n"
               "Map outlines withdrawn: Contours\nFile withdrawn: p.png");
  assert_diff (fixture, &fewer, &plain,
               "File added: k.pdf\nFile added: Libre\nMap outlines added: Contours\nFile added: p.png\n"
               "Table brought up to date: Valeurs (title, columns)");
}

static void
test_a_file_is_told_with_its_entry (Fixture *fixture, gconstpointer data)
{
  static const char entries[] = "{'id': 'k', 'kind': 'kit', 'title': 'Kit', 'files': [{'path': 'k.pdf', 'title': 'F'}]},"
                                "{'id': 'p', 'kind': 'page', 'title': 'Page', 'bodyPath': 't.md', 'picture': {'path': 'p.png'}},"
                                "{'id': 'w', 'kind': 'webinar', 'title': 'Web', 'resources': [{'title': 'R', 'path': 'f.txt'}]}";
  Version before = { .entries = entries };
  Version after = { .entries = entries,
                    .files = { { "k.pdf", "new" }, { "t.md", "new" }, { "p.png", "new" }, { "f.txt", "new" } } };
  Version text = { .entries = entries, .files = { { "t.md", "new" } } };
  Version none = { .resources = "{'name': 'entries', 'path': 'e.json', 'role': 'entries'},"
                                "{'name': 'words', 'path': 'w.json', 'role': 'vocabularies'}" };

  assert_diff (fixture, &before, &after,
               "Kit changed: Kit (files)\nPage changed: Page (text, picture)\nWebinar changed: Web (resources)");
  assert_diff (fixture, &before, &text, "Page changed: Page (text)");
  assert_diff (fixture, &none, &before,
               "Kit added: Kit\nPage added: Page\nWebinar added: Web\nTable added: Valeurs\nMap outlines added: Contours");
}

static void
test_a_file_that_is_lost_is_no_failure (Fixture *fixture, gconstpointer data)
{
  Version plain = { .entries = "{'id': 'p', 'kind': 'page', 'title': 'Page', 'bodyPath': 't.md'}" };
  Version lost = { .entries = plain.entries, .files = { { "t.md", NULL }, { "v.csv", NULL } } };
  Version never = { .entries = "{'id': 'p', 'kind': 'page', 'title': 'Page', 'bodyPath': '../../etc/passwd'}" };

  assert_diff (fixture, &lost, &plain, "Page changed: Page (text)\nTable brought up to date: Valeurs");
  assert_diff (fixture, &lost, &lost, "");
  assert_diff (fixture, &plain, &never, "Page changed: Page (text)");
}

/* ---- Order, words, limits ---- */

static void
test_changes_come_in_order (Fixture *fixture, gconstpointer data)
{
  Version before = { .entries = "{'id': 'z', 'kind': 'page', 'title': 'Z'}, {'id': 'a', 'kind': 'page', 'title': 'A'},"
                                "{'id': 'c', 'kind': 'webinar', 'title': 'C', 'start': '2020-05-28'},"
                                "{'id': 'm', 'kind': 'webinar', 'title': 'M', 'start': '2020-05-28'},"
                                "{'id': 'b', 'kind': 'page', 'title': 'B'}" };
  Version after = { .entries = "{'id': 'y', 'kind': 'page', 'title': 'Y'}, {'id': 'b', 'kind': 'page', 'title': 'B', 'body': 't'},"
                               "{'id': 'c', 'kind': 'webinar', 'title': 'C', 'start': '2020-05-28', 'status': 'cancelled'},"
                               "{'id': 'm', 'kind': 'webinar', 'title': 'M', 'start': '2020-05-29'},"
                               "{'id': 'x', 'kind': 'page', 'title': 'X'}" };
  Version turned = { .entries = "{'id': 'a', 'kind': 'page', 'title': 'A'}, {'id': 'z', 'kind': 'page', 'title': 'Z'},"
                                "{'id': 'c', 'kind': 'webinar', 'title': 'C', 'start': '2020-05-28'},"
                                "{'id': 'm', 'kind': 'webinar', 'title': 'M', 'start': '2020-05-28'},"
                                "{'id': 'b', 'kind': 'page', 'title': 'B'}" };
  g_autoptr (GPtrArray) changes = diff_in (fixture, "fr", &before, &after);
  g_autofree char *summary = ter_pack_diff_dup_summary (changes);

  assert_diff (fixture, &before, &after,
               "Webinar moved: M, from Thursday 28 May 2020 to Friday 29 May 2020\n"
               "Webinar cancelled: C, planned for: Thursday 28 May 2020\nPage added: Y\nPage added: X\nPage changed: B (text)\n"
               "Page withdrawn: Z\nPage withdrawn: A");
  g_assert_cmpstr (summary, ==, "2 added, 1 changed, 2 withdrawn, 1 webinar moved, 1 webinar cancelled");
  assert_diff (fixture, &before, &turned, "Pack changed: Essai (order of the entries)");
}

static void
test_summaries_count (void)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  TerChange moved = { TER_CHANGED_MOVED, (char *) "webinar", (char *) "w", (char *) "W", NULL };
  TerChange added = { TER_CHANGED_ADDED, (char *) "page", (char *) "p", (char *) "P", NULL };
  g_autofree char *none = ter_pack_diff_dup_summary (changes);
  g_autofree char *three = NULL;

  g_assert_cmpstr (none, ==, "Nothing changes for the reader.");
  g_ptr_array_add (changes, &moved);
  g_ptr_array_add (changes, &added);
  g_ptr_array_add (changes, &moved);
  three = ter_pack_diff_dup_summary (changes);
  g_assert_cmpstr (three, ==, "1 added, 2 webinars moved");
  for (TerChangeType type = TER_CHANGED_ADDED; type <= TER_CHANGED_CANCELLED; type++)
    {
      g_assert_cmpstr (ter_change_type_get_title (type), !=, "");
      g_assert_cmpstr (ter_change_type_get_name (type), !=, "");
    }
}

static void
test_hostile_titles_are_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *many = g_strnfill (10000, 'x');
  g_autofree char *entries =
    g_strdup_printf ("{'id': 'a', 'kind': 'page', 'title': '\u202eDROITE <b>&amp;%%s'}, {'id': 'b', 'kind': 'page', 'title': '%s'}",
                     many);
  Version before = { 0 };
  Version after = { .entries = entries };
  g_autoptr (GPtrArray) changes = diff_in (fixture, "fr", &before, &after);
  TerChange *first = g_ptr_array_index (changes, 0);
  TerChange *second = g_ptr_array_index (changes, 1);
  g_autofree char *sentence = ter_change_dup_sentence (first);

  g_assert_cmpstr (first->title, ==, "\u202eDROITE <b>&amp;%s");
  g_assert_cmpstr (second->title, ==, many);
  /* In a sentence, what it turns round ends with it. */
  g_assert_cmpstr (sentence, ==, "Page added: \u2068\u202eDROITE <b>&amp;%s\u2069");
}

static void
test_of_two_with_one_id_the_first_counts (Fixture *fixture, gconstpointer data)
{
  Version before = { .entries =
                       "{'id': 'a', 'kind': 'page', 'title': 'A'}, {'id': 'a', 'kind': 'kit', 'title': 'B', 'body': 'x'}" };
  Version after = { .entries = "{'id': 'a', 'kind': 'page', 'title': 'A'}, {'id': 'b', 'kind': 'page', 'title': 'B'}" };

  assert_diff (fixture, &before, &after, "Page added: B");
}

static void
test_what_cannot_be_read_fails (Fixture *fixture, gconstpointer data)
{
  Version plain = { .entries = "{'id': 'a', 'kind': 'page', 'title': 'A'}" };
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (TerPack) before = NULL;
  g_autoptr (TerPack) after = NULL;
  g_autoptr (GError) error = NULL;

  write_version (fixture, "before", &plain);
  write_version (fixture, "after", &plain);
  before = read_version (fixture, "before", "fr");
  after = read_version (fixture, "after", "fr");

  g_cancellable_cancel (cancelled);
  g_assert_null (ter_pack_diff (before, after, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  write_file (fixture, "after", "e.json", "[{");
  g_assert_null (ter_pack_diff (before, after, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_clear_error (&error);
  write_file (fixture, "before", "e.json", NULL);
  g_assert_null (ter_pack_diff (before, after, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

#define ADD(name, func) g_test_add ("/pack-diff/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  /* The hours of these tests are told by the clock of Paris. */
  g_setenv ("TZ", "Europe/Paris", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("entries are told by their parts", test_entries_are_told_by_their_parts);
  ADD ("what a reader cannot see is no change", test_what_a_reader_cannot_see_is_no_change);
  ADD ("values that look alike are told apart", test_values_that_look_alike_are_told_apart);
  ADD ("other languages are told as translations", test_other_languages_are_told_as_translations);
  ADD ("a webinar moves", test_a_webinar_moves);
  ADD ("a webinar is cancelled", test_a_webinar_is_cancelled);
  ADD ("sections are added, withdrawn and renamed", test_sections_are_added_withdrawn_and_renamed);
  ADD ("the pack and its vocabularies are told", test_the_pack_and_its_vocabularies_are_told);
  ADD ("files are told by their bytes", test_files_are_told_by_their_bytes);
  ADD ("a file is told with its entry", test_a_file_is_told_with_its_entry);
  ADD ("a file that is lost is no failure", test_a_file_that_is_lost_is_no_failure);
  ADD ("changes come in order", test_changes_come_in_order);
  g_test_add_func ("/pack-diff/summaries count", test_summaries_count);
  ADD ("hostile titles are kept", test_hostile_titles_are_kept);
  ADD ("of two with one id, the first counts", test_of_two_with_one_id_the_first_counts);
  ADD ("what cannot be read fails", test_what_cannot_be_read_fails);
  return g_test_run ();
}
