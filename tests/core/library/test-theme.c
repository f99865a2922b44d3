/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-theme.h"

#include "library-fixture.h"

#define ENTRY(id, kind, rest) "{\"id\": \"" id "\", \"kind\": \"" kind "\", \"title\": \"" id "\"" rest "}"
#define DOCUMENT(id, type, rest) ENTRY (id, "document", ", \"documentType\": \"" type "\"" rest)

static void
fill (PackFixture *pack)
{
  pack_fixture_add (pack, "content/vocabularies.json", "vocabularies",
                    "[{\"id\": \"theme\", \"title\": \"Thème\", \"terms\": [{\"id\": \"mobilite\", \"title\": \"Mobilité\"}]},"
                    " {\"id\": \"annee\", \"title\": \"Année\", \"terms\": [{\"id\": \"2020\", \"title\": \"2020\"}]}]",
                    NULL);
  pack_fixture_entries (
    pack,
    ENTRY ("theme", "theme",
           ", \"tags\": [\"theme:mobilite\", \"annee:2020\"], \"documents\": [\"guide\", \"loi\", \"autre\"],"
           " \"related\": [\"loi\", \"un-webinaire\", \"une-page\"]") ", " DOCUMENT ("loi", "reference",
                                                                                     "") ", " DOCUMENT ("guide", "method", "") ", "
    /* Of no type of document. */
    ENTRY ("autre", "page", "") ", "
    /* Near it by a tag of the theme; by a reference; by another tag, which says nothing. */
    DOCUMENT ("cours", "training", ", \"tags\": [\"theme:mobilite\"]") ", " ENTRY ("un-kit", "kit", ", \"tags\": [\"theme:mobilite\"], \"files\": []") ", " ENTRY (
      "un-exemple", "example",
      ", \"related\": [\"theme\"]") ", " ENTRY ("de-2020", "example",
                                                ", \"tags\": [\"annee:2020\"]") ", " ENTRY ("un-webinaire", "webinar",
                                                                                            ", \"start\": \"2020-05-28\"") ", "
    /* A page is shown where it is named, not where it only has the tag. */
    ENTRY ("une-page", "page", "") ", " ENTRY ("page-du-tag", "page", ", \"tags\": [\"theme:mobilite\"]") ", " ENTRY ("seul",
                                                                                                                      "theme", ""));
}

static void
set_up (LibraryFixture *self, gconstpointer data)
{
  library_fixture_set_up (self, fill, "fr");
}

static void
test_what_stands_near_a_theme_is_in_one_group (LibraryFixture *self, gconstpointer data)
{
  static const struct
  {
    const char *theme;
    const char *groups[TER_THEME_N_GROUPS];
    const char *related;
  } cases[] = {
    { "theme",
      {
        [TER_THEME_REFERENCES] = "loi",
        [TER_THEME_METHODS] = "guide",
        [TER_THEME_TRAININGS] = "cours",
        [TER_THEME_KITS] = "un-kit",
        [TER_THEME_OTHERS] = "autre",
        [TER_THEME_WEBINARS] = "un-webinaire",
        [TER_THEME_EXAMPLES] = "un-exemple",
      },
      "une-page" },
    { "seul", { "", "", "", "", "", "", "" }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (TerEntry) entry = ter_library_dup_entry (self->library, "essai", cases[i].theme, &error);
      g_autoptr (TerTheme) theme = ter_theme_gather (self->library, entry, &error);
      g_autofree char *related = NULL;

      g_assert_no_error (error);
      for (guint group = 0; group < TER_THEME_N_GROUPS; group++)
        {
          g_autofree char *ids = fixture_ids (g_ptr_array_ref (theme->groups[group]));

          g_test_message ("%s, group %u", cases[i].theme, group);
          g_assert_cmpstr (ids, ==, cases[i].groups[group]);
        }
      related = fixture_ids (g_ptr_array_ref (theme->related));
      g_assert_cmpstr (related, ==, cases[i].related);
    }
}

static void
test_its_documents_are_those_it_lists (LibraryFixture *self, gconstpointer data)
{
  g_autoptr (TerEntry) theme = ter_library_dup_entry (self->library, "essai", "theme", NULL);
  g_autoptr (TerEntry) alone = ter_library_dup_entry (self->library, "essai", "seul", NULL);
  g_auto (GStrv) ids = ter_theme_dup_documents (theme);
  g_auto (GStrv) none = ter_theme_dup_documents (alone);

  g_assert_cmpstrv (ids, ((const char *const[]) { "guide", "loi", "autre", NULL }));
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

#define ADD(name, function) g_test_add ("/theme/" name, LibraryFixture, NULL, set_up, function, library_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("what-stands-near-a-theme-is-in-one-group", test_what_stands_near_a_theme_is_in_one_group);
  ADD ("its-documents-are-those-it-lists", test_its_documents_are_those_it_lists);
  return g_test_run ();
}
