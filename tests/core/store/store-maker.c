/* SPDX-FileCopyrightText: 2026 The Territoires authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "store-maker.h"

#include <glib/gstdio.h>

#include "ter-export.h"
#include "ter-import-job.h"

void
store_maker_set_up (StoreMaker *self, gconstpointer data)
{
  g_autoptr (GFile) folder = NULL;

  self->folder = fixture_folder_new ();
  self->place = g_file_get_child (self->folder, "from");
  folder = g_file_get_child (self->folder, "store");
  self->store = ter_store_new (folder);
}

void
store_maker_tear_down (StoreMaker *self, gconstpointer data)
{
  g_clear_object (&self->store);
  fixture_folder_remove (self->folder);
  g_clear_object (&self->folder);
  g_clear_object (&self->place);
}

GFile *
store_maker_pack (StoreMaker *self, const char *id, const char *version, const char *word)
{
  g_autoptr (GFile) place = g_file_get_child (self->place, version);
  g_autoptr (PackFixture) pack = pack_fixture_new (place, id);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", version);
  g_autofree char *table = g_strdup_printf ("code,mot\n1,%s\n", word);

  pack_fixture_set (pack, "version", quoted);
  pack_fixture_entries (pack, "{\"id\": \"un\", \"kind\": \"page\", \"title\": \"Un\"}");
  pack_fixture_add (pack, "data/table.csv", "table", table,
                    "{\"fields\": [{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"mot\", \"type\": \"string\"}]}");
  pack_fixture_add (pack, "texts/same.md", "text", "Un texte que tous partagent.\n", NULL);
  pack_fixture_write (pack);
  return g_object_ref (pack_fixture_get_folder (pack));
}

GFile *
store_maker_tpack (StoreMaker *self, GFile *folder)
{
  g_autofree char *path = g_strconcat (g_file_peek_path (folder), ".tpack", NULL);
  g_autoptr (TerPackFiles) files = ter_pack_files_new_for_folder (folder);
  g_autoptr (GError) error = NULL;
  GFile *file = g_file_new_for_path (path);

  ter_export_files (files, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return file;
}

gboolean
store_maker_try (StoreMaker *self, GFile *source, GError **error)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (TerImportFindings) findings = ter_import_job_check (self->store, source, none, "fr", NULL, NULL, NULL, NULL, error);

  if (findings == NULL)
    return FALSE;
  if (!findings->refused)
    return ter_import_job_install (self->store, findings, NULL, NULL, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, "%s",
               findings->issues->len > 0 ? ter_issue_get_code (g_ptr_array_index (findings->issues, 0)) : "trust");
  return FALSE;
}

void
store_maker_install (StoreMaker *self, const char *id, const char *version, const char *word)
{
  g_autoptr (GFile) source = store_maker_pack (self, id, version, word);
  g_autoptr (GError) error = NULL;

  store_maker_try (self, source, &error);
  g_assert_no_error (error);
}

guint
store_maker_objects (StoreMaker *self)
{
  g_autofree char *path = store_maker_path (self, "objects");
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *first;
  guint n = 0;

  while (dir != NULL && (first = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, first, NULL);
      g_autoptr (GDir) objects = g_dir_open (inner, 0, NULL);

      while (objects != NULL && g_dir_read_name (objects) != NULL)
        n++;
    }
  return n;
}

char *
store_maker_path (StoreMaker *self, const char *path)
{
  return g_build_filename (g_file_peek_path (ter_store_get_folder (self->store)), path, NULL);
}

char *
store_maker_record (StoreMaker *self, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TerStoreRecord) record = ter_store_load (self->store, id, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup ("none");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA))
    return g_strdup ("damaged");
  g_assert_no_error (error);
  return g_strdup_printf ("%s (before: %s; highest: %s)", record->current->version,
                          record->previous != NULL ? record->previous->version : "none", record->highest);
}

char *
store_maker_object (StoreMaker *self, const char *id, const char *path)
{
  g_autoptr (TerStoreRecord) record = ter_store_load (self->store, id, NULL);
  g_autoptr (TerPackFiles) files = ter_store_load_files (self->store, record->current, NULL, NULL);
  g_autoptr (GFile) file = ter_pack_files_dup_file (files, path);

  return g_file_get_path (file);
}

void
store_maker_damage (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  contents[length / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}
