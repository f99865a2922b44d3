/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ter-pack-writer.h"

#include "pack-fixture.h"
#include "ter-pack-reader.h"

typedef struct
{
  GFile *folder;
  PackFixture *fixture;
  TerCatalogue *catalogue;
  char *path;
} Fixture;

/* All tables that hold rows of packs. */
static const char *const tables[] = { "entry",     "section_entry", "tag",   "reference",   "entry_territory",
                                      "territory", "file",          "title", "title_index", "text_index" };

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = fixture_folder_new ();
  self->fixture = pack_fixture_new (self->folder, "essai");
  pack_fixture_entries (
    self->fixture,
    "{\"id\": \"a\", \"kind\": \"page\", \"title\": \"Été\", \"title@en\": \"Summer\", \"body\": \"Le **texte**.\", \"tags\": [\"odd:4\", \"odd:4\", 7],"
    " \"territories\": [\"commune:94018\"], \"related\": [\"b\"], \"documents\": [\"c\"], \"links\": [{\"entry\": \"d\"}, {\"url\": \"https://a/\"}], \"date\": \"2020\"},"
    "{\"id\": \"a\", \"kind\": \"kit\", \"title\": \"Again\"},"
    "{\"id\": \"b\", \"kind\": \"theme\", \"title\": \"Eau\", \"start\": \"2021\", \"date\": \"1999\", \"bodyPath\": \"t.md\"},"
    "{\"id\": \"c\", \"title\": \"Sans\"}");
  pack_fixture_add (self->fixture, "t.md", "text", "Un ruisseau.\n", NULL);
  pack_fixture_add (self->fixture, "data/t.csv", "table", "code,n\n1,2\n",
                    "{\"fields\": [{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"n\", \"type\": \"integer\"}]}");
  pack_fixture_write (self->fixture);
  self->path = g_build_filename (g_file_peek_path (self->folder), "catalogue.sqlite", NULL);
  self->catalogue = ter_catalogue_open_to_write (self->path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  ter_catalogue_free (self->catalogue);
  pack_fixture_free (self->fixture);
  fixture_folder_remove (self->folder);
  g_object_unref (self->folder);
  g_free (self->path);
}

static gboolean
write_pack (Fixture *self, gint64 number, GCancellable *cancellable, GError **error)
{
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (pack_fixture_get_folder (self->fixture));
  g_autoptr (TerPack) pack = ter_pack_reader_read (files, "fr", NULL, NULL);

  return ter_pack_writer_write (self->catalogue, number, pack, ter_pack_get_vocabularies (pack), cancellable, error);
}

static void
write_soundly (Fixture *self, gint64 number)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_pack (self, number, NULL, &error));
  g_assert_no_error (error);
}

/* "a b; c": the rows of a query. */
static char *
ask (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (sqlite3_stmt) statement = ter_sqlite_prepare (ter_catalogue_get_db (self->catalogue), sql, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  while (ter_sqlite_step (statement, &error))
    {
      if (found->len > 0)
        g_string_append (found, "; ");
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_string_append_printf (found, "%s%s", i > 0 ? " " : "", ter_sqlite_column_text (statement, i));
    }
  g_assert_no_error (error);
  return g_string_free (found, FALSE);
}

static void
each_table_holds_what_the_entries_say (Fixture *self, gconstpointer data)
{
  static const char *const cases[][2] = {
    /* An id that comes twice: the first stays. A webinar's beginning is its date. */
    { "SELECT id, kind, coalesce (date, '-') FROM entry ORDER BY entry", "a page 2020; b theme 2021; c  -" },
    { "SELECT tag, id FROM tag JOIN entry USING (entry)", "odd:4 a" },
    { "SELECT target, id FROM reference JOIN entry USING (entry) ORDER BY target", "b a; c a; d a" },
    { "SELECT territory, id FROM entry_territory JOIN entry USING (entry)", "commune:94018 a" },
    /* In both languages where it is translated; a theme before a page. */
    { "SELECT folded FROM title ORDER BY rank, document", "eau; ete; summer; sans" },
    { "SELECT path, columns IS NOT NULL, length (bytes) FROM file ORDER BY path", "data/t.csv 1 11; t.md 0 13" },
    { "SELECT count(*) FROM text_index WHERE text_index MATCH 'ruisseau'", "1" },
    { "SELECT count(*) FROM text_index WHERE text_index MATCH 'texte'", "2" },
    { "SELECT id FROM section_entry JOIN entry USING (entry) ORDER BY section_entry.position", "a" },
  };

  write_soundly (self, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = ask (self, cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
}

static char *
count_rows (Fixture *self)
{
  GString *counts = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", tables[i]), *n = ask (self, sql);

      g_string_append_printf (counts, "%s=%s ", tables[i], n);
    }
  return g_string_free (counts, FALSE);
}

/* Two packs of the same contents: what goes is all of one and nothing of the other. */
static void
a_pack_is_forgotten_without_a_trace_and_alone (Fixture *self, gconstpointer data)
{
  g_autofree char *nothing = count_rows (self), *one = NULL, *two = NULL, *again = NULL, *end = NULL;
  g_autoptr (GError) error = NULL;

  write_soundly (self, 1);
  one = count_rows (self);
  write_soundly (self, 2);
  two = count_rows (self);
  g_assert_cmpstr (one, !=, nothing);
  g_assert_cmpstr (two, !=, one);
  g_assert_true (ter_pack_writer_forget (self->catalogue, 2, &error));
  again = count_rows (self);
  g_assert_cmpstr (again, ==, one);
  g_assert_true (ter_pack_writer_forget (self->catalogue, 1, &error));
  end = count_rows (self);
  g_assert_cmpstr (end, ==, nothing);
  g_assert_true (ter_pack_writer_forget (self->catalogue, 77, &error));
  g_assert_no_error (error);
}

static void
writing_can_be_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (write_pack (self, 1, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
a_file_that_has_gone_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_get_child (pack_fixture_get_folder (self->fixture), "t.md");
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_false (write_pack (self, 1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
an_index_that_may_only_be_read_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL, other = NULL;

  g_assert_true (ter_sqlite_exec (ter_catalogue_get_db (self->catalogue), "PRAGMA query_only = ON", &error));
  g_assert_false (write_pack (self, 1, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
  g_assert_false (ter_pack_writer_forget (self->catalogue, 1, &other));
  g_assert_error (other, G_IO_ERROR, G_IO_ERROR_READ_ONLY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/pack-writer/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("each-table-holds-what-the-entries-say", each_table_holds_what_the_entries_say);
  ADD ("a-pack-is-forgotten-without-a-trace-and-alone", a_pack_is_forgotten_without_a_trace_and_alone);
  ADD ("writing-can-be-cancelled", writing_can_be_cancelled);
  ADD ("a-file-that-has-gone-is-an-error", a_file_that_has_gone_is_an_error);
  ADD ("an-index-that-may-only-be-read-is-an-error", an_index_that_may_only_be_read_is_an_error);
  return g_test_run ();
}
