/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-section-writer.h"

#include <glib/gstdio.h>

#include "../pack/made-pack.h"

typedef struct
{
  TerCatalogue *catalogue;
  char *folder, *path;
} Fixture;

/* The rows that the pack's writer leaves: three pages and a kit, titles in two languages, one without a date. */
static const char rows[] =
  "INSERT INTO entry (entry, pack, id, kind, date, record) VALUES (1, 7, 'a', 'page', '2021', ''), (2, 7, 'b', 'page', NULL, ''),"
  " (3, 7, 'c', 'page', '2020', ''), (4, 7, 'k', 'kit', '2022', ''), (9, 8, 'a', 'page', '2019', '');"
  "INSERT INTO title (document, rank, folded) VALUES (1 << 3, 0, 'zebre'), (2 << 3, 0, 'ane'), (3 << 3, 0, 'mouton'), (4 << 3, 0, 'kit'),"
  " ((1 << 3) | 1, 0, 'ant'), ((2 << 3) | 1, 0, 'zoo')";

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("section-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "catalogue.sqlite", NULL);
  self->catalogue = ter_catalogue_open_to_write (self->path, &error);
  g_assert_no_error (error);
  ter_sqlite_exec (ter_catalogue_get_db (self->catalogue), rows, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ter_catalogue_free (self->catalogue);
  ter_catalogue_delete (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static TerPack *
make_pack (const char *show, const char *language)
{
  g_autofree char *manifest = g_strdup_printf ("{'languages': ['fr', 'en'], 'sections': [{'id': 's', 'show': %s}]}", show);

  return make_pack_in (NULL, manifest, NULL, language);
}

static char *
list (Fixture *self, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement =
    ter_sqlite_prepare (ter_catalogue_get_db (self->catalogue),
                        "SELECT id FROM section_entry JOIN entry USING (entry) WHERE section_entry.pack = 7"
                        " AND section = 0 AND language = ?1 ORDER BY position",
                        &error);
  GString *found = g_string_new (NULL);

  ter_sqlite_bind_text (statement, 1, language);
  while (ter_sqlite_step (statement, &error))
    g_string_append (found, ter_sqlite_column_text (statement, 0));
  g_assert_no_error (error);
  return g_string_free (found, FALSE);
}

/* In French and in English, each under the language that the section's order is found by. */
static void
entries_come_in_the_order_of_the_section (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *show;
    const char *french, *english;
  } cases[] = {
    { "{'kinds': ['page']}", "abc", "abc" },
    { "{'kinds': ['page'], 'sort': 'listed'}", "abc", "abc" },
    { "{'kinds': ['page'], 'sort': 'unheard-of'}", "abc", "abc" },
    { "{'kinds': ['page'], 'sort': 'date'}", "cab", "cab" },  /* what has no date comes last … */
    { "{'kinds': ['page'], 'sort': '-date'}", "acb", "acb" }, /* … in both orders */
    { "{'kinds': ['page'], 'sort': 'title'}", "bca", "acb" }, /* mouton has no English title */
    { "{'kinds': ['page', 'kit'], 'sort': 'date'}", "cakb", "cakb" },
    { "{'ids': ['c', 'a']}", "ca", "ca" },
    { "{'ids': ['c', 'none', 7, 'c'], 'kinds': ['page']}", "cab", "cab" }, /* those named first, each once */
    { "{'ids': ['k'], 'kinds': ['page'], 'sort': 'title'}", "kbca", "kacb" },
    { "{'kinds': ['theme']}", "", "" },
    { "{'kinds': 'page'}", "", "" },
    { "{}", "", "" },
    { "7", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int english = 0; english < 2; english++)
      {
        g_autoptr (TerPack) pack = make_pack (cases[i].show, english ? "en" : "fr");
        g_autoptr (GError) error = NULL;
        g_autofree char *found = NULL;

        g_test_message ("%s", cases[i].show);
        ter_sqlite_exec (ter_catalogue_get_db (self->catalogue), "DELETE FROM section_entry", &error);
        g_assert_true (ter_section_writer_write (self->catalogue, 7, pack, &error));
        g_assert_no_error (error);
        found = list (self, ter_section_writer_get_language (pack, ter_pack_get_section (pack, 0)));
        g_assert_cmpstr (found, ==, english ? cases[i].english : cases[i].french);
      }
}

static void
only_an_order_by_title_depends_on_the_language (Fixture *self, gconstpointer data)
{
  static const char *const cases[][3] = {
    { "{'sort': 'title'}", "fr", "fr" },
    { "{'sort': 'title'}", "en-GB", "en" },
    { "{'sort': 'date'}", "en", "" },
    { "{}", "en", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TerPack) pack = make_pack (cases[i][0], cases[i][1]);

      g_assert_cmpstr (ter_section_writer_get_language (pack, ter_pack_get_section (pack, 0)), ==, cases[i][2]);
    }
}

static void
an_index_that_may_only_be_read_is_an_error (Fixture *self, gconstpointer data)
{
  static const char *const shows[] = { "{'ids': ['a']}", "{'kinds': ['page']}", "{'kinds': ['page'], 'sort': 'title'}" };
  g_autoptr (GError) error = NULL;

  g_assert_true (ter_sqlite_exec (ter_catalogue_get_db (self->catalogue), "PRAGMA query_only = ON", &error));
  for (guint i = 0; i < G_N_ELEMENTS (shows); i++)
    {
      g_autoptr (TerPack) pack = make_pack (shows[i], "fr");
      g_autoptr (GError) refused = NULL;

      g_assert_false (ter_section_writer_write (self->catalogue, 7, pack, &refused));
      g_assert_error (refused, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/section-writer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("entries-come-in-the-order-of-the-section", entries_come_in_the_order_of_the_section);
  ADD ("only-an-order-by-title-depends-on-the-language", only_an_order_by_title_depends_on_the_language);
  ADD ("an-index-that-may-only-be-read-is-an-error", an_index_that_may_only_be_read_is_an_error);
  return g_test_run ();
}
