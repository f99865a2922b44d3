/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-entry.h"

#include <glib/gstdio.h>

#include "ter-limits.h"
#include "made-pack.h"

#define MANIFEST "{'name': 'n', 'languages': ['fr', 'en'], 'resources': []}"

static TerEntry *
make_entry_in (GFile *folder, const char *json, const char *language)
{
  g_autoptr (TerPack) pack =
    make_pack_in (folder, MANIFEST, "[{'id': 'confidence', 'terms': [{'id': 'high', 'title': 'Haute', 'title@en': 'High'}]}]",
                  language);
  g_autoptr (JsonNode) node = parse_quoted (json);

  return ter_entry_new (pack, json_node_get_object (node));
}

static TerEntry *
make_entry (const char *json, const char *language)
{
  return make_entry_in (NULL, json, language);
}

/* What is shown although another language was wanted. */
static void
an_entry_knows_when_it_falls_back (void)
{
  static const struct
  {
    const char *json, *language;
    const char *title, *summary;
    gboolean falls_back;
  } cases[] = {
    { "{'id': 'a', 'title': 'T', 'summary': 'S'}", "fr", "T", "S", FALSE },
    { "{'id': 'a', 'title': 'T', 'summary': 'S'}", "en", "T", "S", TRUE },
    { "{'id': 'a', 'title': 'T', 'title@en': 'E', 'summary': 'S'}", "en", "E", "S", TRUE },
    { "{'id': 'a', 'title': 'T', 'title@en': 'E', 'summary': 'S', 'summary@en': 'R'}", "en", "E", "R", FALSE },
    { "{'id': 'a', 'title@en': 'E'}", "en", "E", "", FALSE },
    { "{'id': 'a', 'title@en': 'E', 'body': 'B'}", "en", "E", "", TRUE },
    { "{'id': 'a', 'title@en': 'E', 'body': 'B', 'bodyPath@en': 'b.md'}", "en", "E", "", FALSE },
    { "{'id': 'a', 'title@en': 'E', 'kind': 'example', 'need': 'N', 'need@en': 'N'}", "en", "E", "", FALSE },
    { "{'id': 'a', 'title@en': 'E', 'kind': 'example', 'need': 'N'}", "en", "E", "", TRUE },
    { "{'id': 'a', 'title': 'T', 'kind': 'example', 'need': 'N'}", "fr", "T", "", FALSE },
    { "{'id': 'a', 'title@en': 'E', 'kind': 'example', 'state': {'text': 'N', 'date': '2020'}}", "en", "E", "", TRUE },
    { "{'id': 'a', 'title@en': 'E', 'kind': 'page', 'need': 'N'}", "en", "E", "", FALSE },
    { "{'id': 'a'}", "en", "a", "", FALSE },
    { "{'title': 7}", "fr", "", "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerEntry) entry = make_entry (cases[i].json, cases[i].language);

      g_test_message ("%s %s", cases[i].json, cases[i].language);
      g_assert_cmpstr (ter_entry_get_title (entry), ==, cases[i].title);
      g_assert_cmpstr (ter_entry_get_summary (entry), ==, cases[i].summary);
      g_assert_cmpint (ter_entry_falls_back (entry), ==, cases[i].falls_back);
    }
}

/* Its own text in this language, then its file in it, then those of the pack's language. */
static void
the_body_is_of_the_language_shown (void)
{
  static const struct
  {
    const char *json, *language;
    const char *body; /* %NULL: none */
  } cases[] = {
    { "{'body': 'B'}", "fr", "B" },
    { "{'body': 'B', 'body@en': 'E'}", "en", "E" },
    { "{'body': 'B', 'bodyPath@en': 'en.md'}", "en", "English\n" },
    { "{'body': 'B', 'bodyPath@en': 'en.md'}", "fr", "B" },
    { "{'body': 'B', 'bodyPath': 'fr.md'}", "fr", "B" },
    { "{'body': 'B', 'bodyPath': 'fr.md'}", "en", "B" },
    { "{'body@en': 'E', 'bodyPath': 'fr.md'}", "en", "E" },
    { "{'bodyPath': 'fr.md'}", "en", "Français\n" },
    { "{'bodyPath': 'empty.md'}", "fr", "" },
    { "{'bodyPath': 'latin1.md'}", "fr", "caf\357\277\275" }, /* what is no UTF-8 is shown as that */
    { "{'body': 7}", "fr", NULL },
    { "{}", "fr", NULL },
  };
  static const char *const files[][2] = {
    { "fr.md", "Français\n" }, { "en.md", "English\n" }, { "empty.md", "" }, { "latin1.md", "caf\351" }
  };
  g_autofree char *path = g_dir_make_tmp ("entry-XXXXXX", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (path, files[i][0], NULL);

      g_assert_true (g_file_set_contents (file, files[i][1], -1, NULL));
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerEntry) entry = make_entry_in (folder, cases[i].json, cases[i].language);
      g_autoptr (GError) error = NULL;
      g_autofree char *body = ter_entry_dup_body (entry, &error);

      g_test_message ("%s %s", cases[i].json, cases[i].language);
      g_assert_no_error (error);
      g_assert_cmpstr (body, ==, cases[i].body);
    }
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *file = g_build_filename (path, files[i][0], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
a_body_that_cannot_be_read_is_an_error (void)
{
  static const struct
  {
    const char *json;
    int code;
  } cases[] = {
    { "{'bodyPath': 'none.md'}", G_IO_ERROR_NOT_FOUND },
    { "{'bodyPath': '../entry.md'}", G_IO_ERROR_INVALID_FILENAME },
    { "{'bodyPath': '/etc/passwd'}", G_IO_ERROR_INVALID_FILENAME },
    { "{'bodyPath': 'large.md'}", G_IO_ERROR_MESSAGE_TOO_LARGE },
  };
  g_autofree char *path = g_dir_make_tmp ("entry-XXXXXX", NULL), *large = g_build_filename (path, "large.md", NULL);
  g_autofree char *text = g_strnfill (TER_LIMIT_TEXT_BYTES + 1, 'a');
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (large, text, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerEntry) entry = make_entry_in (folder, cases[i].json, "fr");
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].json);
      g_assert_null (ter_entry_dup_body (entry, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
    }
  g_unlink (large);
  g_rmdir (path);
}

static void
sources_have_a_title_and_links_a_target (void)
{
  g_autoptr (TerEntry) entry = make_entry (
    "{'sources': [{'title': 'A', 'title@en': 'An', 'url': 'https://a/', 'date': '2020', 'note@en': 'n'}, {'url': 'https://b/'}, 7, {'title': 'C'}],"
    " 'links': [{'title': 'U', 'url': 'https://u/', 'entry': 'x'}, {'entry': 'e'}, {'title': 'S', 'section': 's'}, {'title': 'nowhere'}, 7]}",
    "en");
  GPtrArray *sources = ter_entry_get_sources (entry), *links = ter_entry_get_links (entry);
  static const char *const targets[][2] = { { "U", "https://u/" }, { "entry:e", "entry:e" }, { "S", "section:s" } };
  const TerEntrySource *source;

  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->title, ==, "An");
  g_assert_cmpstr (source->url, ==, "https://a/");
  g_assert_cmpstr (source->date, ==, "2020");
  g_assert_cmpstr (source->note, ==, "n");
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpstr (source->title, ==, "C");
  g_assert_null (source->url);
  g_assert_cmpuint (links->len, ==, G_N_ELEMENTS (targets));
  for (guint i = 0; i < links->len; i++)
    {
      const TerLink *found = g_ptr_array_index (links, i);

      g_assert_cmpstr (found->title, ==, targets[i][0]);
      g_assert_cmpstr (found->uri, ==, targets[i][1]);
    }
}

static void
lists_hold_only_texts_and_are_never_null (void)
{
  g_autoptr (TerEntry) some = make_entry ("{'tags': ['a', 7, 'b'], 'territories': ['region:11'], 'related': 'x'}", "fr");
  g_autofree char *tags = g_strjoinv (" ", (char **) ter_entry_get_tags (some));

  g_assert_cmpstr (tags, ==, "a b");
  g_assert_cmpstr (ter_entry_get_territories (some)[0], ==, "region:11");
  g_assert_nonnull (ter_entry_get_related (some));
  g_assert_null (ter_entry_get_related (some)[0]);
}

static void
confidence_is_a_term_of_the_pack (void)
{
  static const char *const cases[][2] = {
    { "{'confidence': 'high'}", "High" }, { "{'confidence': 'low'}", NULL }, { "{'confidence': 7}", NULL }, { "{}", NULL }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerEntry) entry = make_entry (cases[i][0], "en");
      const TerTerm *term = ter_entry_get_confidence (entry);

      g_assert_cmpstr (term != NULL ? term->title : NULL, ==, cases[i][1]);
    }
}

/* For list items and expressions; the entry alone keeps pack and object. */
static void
properties_tell_the_same_and_outlive_the_maker (void)
{
  g_autoptr (TerEntry) entry =
    make_entry ("{'id': 'a', 'kind': 'page', 'title': 'T', 'summary': 'S', 'place': 'Ici', 'place@en': 'Here'}", "en");
  g_autofree char *id = NULL, *title = NULL, *summary = NULL;

  g_object_get (entry, "id", &id, "title", &title, "summary", &summary, NULL);
  g_assert_cmpstr (id, ==, "a");
  g_assert_cmpstr (title, ==, "T");
  g_assert_cmpstr (summary, ==, "S");
  g_assert_cmpstr (ter_entry_get_kind (entry), ==, "page");
  g_assert_cmpstr (ter_pack_get_id (ter_entry_get_pack (entry)), ==, "n");
  g_assert_cmpstr (ter_entry_get_text (entry, ter_entry_get_object (entry), "place"), ==, "Here");
  g_assert_null (ter_entry_get_text (entry, ter_entry_get_object (entry), "more"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/entry/an-entry-knows-when-it-falls-back", an_entry_knows_when_it_falls_back);
  g_test_add_func ("/entry/the-body-is-of-the-language-shown", the_body_is_of_the_language_shown);
  g_test_add_func ("/entry/a-body-that-cannot-be-read-is-an-error", a_body_that_cannot_be_read_is_an_error);
  g_test_add_func ("/entry/sources-have-a-title-and-links-a-target", sources_have_a_title_and_links_a_target);
  g_test_add_func ("/entry/lists-hold-only-texts-and-are-never-null", lists_hold_only_texts_and_are_never_null);
  g_test_add_func ("/entry/confidence-is-a-term-of-the-pack", confidence_is_a_term_of_the_pack);
  g_test_add_func ("/entry/properties-tell-the-same-and-outlive-the-maker", properties_tell_the_same_and_outlive_the_maker);
  return g_test_run ();
}
